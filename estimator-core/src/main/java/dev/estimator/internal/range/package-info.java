/** The distributions of uncertain values, in canonical units. */
package dev.estimator.internal.range;
