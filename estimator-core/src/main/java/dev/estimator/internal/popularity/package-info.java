/** Numerics of popularity: sums over the ranks of a Zipf law, and what caches make of them. */
package dev.estimator.internal.popularity;
