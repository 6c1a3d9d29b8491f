/** The distributions of latencies: laws, how they combine, and the grid on which sums are computed. */
package dev.estimator.internal.latency;
