package dev.estimator.internal.graph;

/**
 * A note that a value, and what goes into it alone, belongs to a whole: the load of the line before a database to the
 * database. Where several steps of a derivation have one name they are called after their wholes.
 *
 * @param whole what it is called
 */
public record PartOf(String whole) implements Note {}
