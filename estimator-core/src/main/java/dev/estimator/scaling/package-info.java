/**
 * How throughput grows with load and where it peaks: the universal scalability law, and its fit to a load test.
 *
 * @serial exclude
 */
@EstimatorStyle
@NullMarked
package dev.estimator.scaling;

import dev.estimator.internal.style.EstimatorStyle;
import org.jspecify.annotations.NullMarked;
