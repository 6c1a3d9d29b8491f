package dev.estimator.internal.graph;

/**
 * A note that a what-if put this result in the place of an assumption. A number that was put there is an assumption
 * itself, which knows what it replaced.
 *
 * @param assumption what the replaced assumption is called
 */
public record InPlaceOf(String assumption) implements Note {}
