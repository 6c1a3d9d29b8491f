package dev.estimator.internal.graph;

import java.util.List;

/**
 * A note that a value, and what goes into it alone, belongs to a whole: the load of the line before a database to the database. Where several
 * steps of a derivation have one name they are called after their wholes.
 *
 * @param whole what it is called
 */
public record PartOf(String whole) implements Note {
    /** With the note, if anything was calculated. */
    @SuppressWarnings("unchecked") // a note does not change the type
    public static <Q> Q mark(Q quantity, String whole) {
        Node node = Inside.get().node(quantity);
        boolean isCalculated = Note.resolve(node) instanceof Node.Operation || node instanceof Node.Named;
        return isCalculated
                ? (Q) Inside.get().quantity(Trace.apply(new PartOf(whole), node.kind(), List.of(node)))
                : quantity;
    }

    /** With the note on all that a latency depends on. */
    @SuppressWarnings("unchecked") // as above
    public static <L> L markParameters(L latency, String whole) {
        return (L) Inside.get().withParameters(latency, parameter -> mark(parameter, whole));
    }
}
