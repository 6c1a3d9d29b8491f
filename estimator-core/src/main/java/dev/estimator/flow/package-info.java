/**
 * Flow through a system: backlogs, rate limits, pools and restarts.
 *
 * @serial exclude
 */
@EstimatorStyle
@NullMarked
package dev.estimator.flow;

import dev.estimator.internal.style.EstimatorStyle;
import org.jspecify.annotations.NullMarked;
