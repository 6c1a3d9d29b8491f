/**
 * Reliability: chains of calls, quorums, redundancy, repair, retries, and the durability of stored data.
 *
 * @serial exclude
 */
@EstimatorStyle
@NullMarked
package dev.estimator.reliability;

import dev.estimator.internal.style.EstimatorStyle;
import org.jspecify.annotations.NullMarked;
