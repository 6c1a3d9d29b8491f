package dev.estimator.internal.graph;

/**
 * A note that a value is approximate.
 *
 * @param approximation in what, and how far off it may be
 */
public record Approximate(String approximation) implements Note {}
