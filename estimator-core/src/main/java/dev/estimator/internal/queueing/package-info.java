/** Erlang's formulas and what follows from them, on numbers. */
package dev.estimator.internal.queueing;
