/**
 * How evenly load is spread: sharding, consistent hashing, choices between servers.
 *
 * @serial exclude
 */
@EstimatorStyle
@NullMarked
package dev.estimator.sharding;

import dev.estimator.internal.style.EstimatorStyle;
import org.jspecify.annotations.NullMarked;
