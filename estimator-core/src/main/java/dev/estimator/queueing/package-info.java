/** Waiting in line: Erlang's formulas, queues with several servers, staffing, and how throughput scales. */
@EstimatorStyle
@NullMarked
package dev.estimator.queueing;

import dev.estimator.internal.style.EstimatorStyle;
import org.jspecify.annotations.NullMarked;
