/** Numerics that need care. */
package dev.estimator.internal.numeric;
