package dev.estimator.internal.graph;

/**
 * A note that the draws of an uncertain value move together with those of another.
 *
 * @param correlation the correlation of their normal scores, between −1 and 1
 */
public record Link(double correlation) implements Note {}
