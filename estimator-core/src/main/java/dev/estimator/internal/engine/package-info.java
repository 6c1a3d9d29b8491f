/**
 * Answers for uncertain values: a derivation is compiled into a program over columns of numbers, its ranges are drawn from a
 * scrambled Sobol sequence, and what is a product of independent values is computed without draws.
 */
package dev.estimator.internal.engine;
