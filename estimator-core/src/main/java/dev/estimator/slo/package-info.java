/**
 * Service levels: objectives, error budgets, burn rates and the alerts on them.
 *
 * @serial exclude
 */
@EstimatorStyle
@NullMarked
package dev.estimator.slo;

import dev.estimator.internal.style.EstimatorStyle;
import org.jspecify.annotations.NullMarked;
