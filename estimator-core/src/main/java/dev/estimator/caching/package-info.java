/**
 * Caches: popularity of objects, hit ratios, time to live, levels, and filters in front of them.
 *
 * @serial exclude
 */
@EstimatorStyle
@NullMarked
package dev.estimator.caching;

import dev.estimator.internal.style.EstimatorStyle;
import org.jspecify.annotations.NullMarked;
