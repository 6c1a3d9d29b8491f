/** The kinds of quantities and the units in which each is written. */
package dev.estimator.internal.unit;
