/** The shapes of uncertain values, on canonical values. */
package dev.estimator.internal.range;
