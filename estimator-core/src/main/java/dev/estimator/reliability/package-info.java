/** What stays up: chains of calls, quorums, redundancy, repair, retries, and how durable stored data is. */
@EstimatorStyle
@NullMarked
package dev.estimator.reliability;

import dev.estimator.internal.style.EstimatorStyle;
import org.jspecify.annotations.NullMarked;
