/**
 * Waiting in line: Erlang's formulas, queues with several servers, and staffing.
 *
 * @serial exclude
 */
@EstimatorStyle
@NullMarked
package dev.estimator.queueing;

import dev.estimator.internal.style.EstimatorStyle;
import org.jspecify.annotations.NullMarked;
