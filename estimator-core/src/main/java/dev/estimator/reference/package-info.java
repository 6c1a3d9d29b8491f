/** Reference figures to start an estimate from when nothing was measured. */
@EstimatorStyle
@NullMarked
package dev.estimator.reference;

import dev.estimator.internal.style.EstimatorStyle;
import org.jspecify.annotations.NullMarked;
