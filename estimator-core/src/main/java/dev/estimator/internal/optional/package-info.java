/** Libraries that a caller may leave out, and what is said where one is missing. */
package dev.estimator.internal.optional;
