/**
 * Values with units that know where they came from.
 *
 * <p>Begin with the factories of {@link dev.estimator.quantity.Quantities}, made for static import.
 *
 * <p>A null argument, or one that holds a null, is refused in all packages with a {@link NullPointerException} that
 * names it.
 */
@NullMarked
package dev.estimator.quantity;

import org.jspecify.annotations.NullMarked;
