/**
 * Values with units that know where they came from.
 *
 * <p>Begin with the factories of {@link dev.estimator.quantity.Quantities}, made for static import.
 */
@NullMarked
package dev.estimator.quantity;

import org.jspecify.annotations.NullMarked;
