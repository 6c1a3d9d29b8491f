package dev.estimator.internal.graph;

/**
 * A note that a value, and what goes into it alone, belongs to a whole: the load of the line before a database to the database. Where several
 * steps of a derivation have one name they are called after their wholes.
 *
 * @param whole what it is called
 */
public record PartOf(String whole) implements Note {
    /** With the note on all that a latency depends on. */
    @SuppressWarnings("unchecked") // a note does not change the type
    public static <L> L mark(L latency, String whole) {
        return (L) Inside.get().withParameters(latency, parameter -> Note.mark(parameter, new PartOf(whole)));
    }
}
