/** What flows: backlogs, rate limits, pools, restarts, transfers and connections. */
@EstimatorStyle
@NullMarked
package dev.estimator.flow;

import dev.estimator.internal.style.EstimatorStyle;
import org.jspecify.annotations.NullMarked;
