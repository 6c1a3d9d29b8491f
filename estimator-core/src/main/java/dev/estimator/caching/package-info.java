/** What a cache answers: popularity, hit ratios, time to live, levels, and filters before them. */
@EstimatorStyle
@NullMarked
package dev.estimator.caching;

import dev.estimator.internal.style.EstimatorStyle;
import org.jspecify.annotations.NullMarked;
