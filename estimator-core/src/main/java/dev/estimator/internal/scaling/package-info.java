/** How throughput scales with load: the universal scalability law, its inverses and its fit. */
package dev.estimator.internal.scaling;
