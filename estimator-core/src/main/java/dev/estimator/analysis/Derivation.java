package dev.estimator.analysis;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.graph.Node;
import dev.estimator.internal.graph.Tape;
import dev.estimator.quantity.Quantity;
import java.util.List;

/** The derivations of quantities, which their public face does not show. */
final class Derivation {
    private Derivation() {}

    static Node of(Quantity<?> quantity) {
        return Inside.get().node(quantity);
    }

    /** The assumption or range that the quantity is. */
    static Node leaf(Quantity<?> assumption, String argument) {
        Node leaf = Inside.get().leaf(requireNonNull(assumption, argument));
        if (leaf == null || !leaf.operands().isEmpty() || leaf instanceof Node.Constant) {
            throw new IllegalArgumentException(argument + " must be an assumption or a range but " + assumption + " is "
                    + (leaf == null || leaf instanceof Node.Constant
                            ? "a plain number: make one with assume(name, value)"
                            : "a result"));
        }
        return leaf;
    }

    /** Whether both are the same calculation on the same assumptions, not only of the same value. */
    static boolean isSame(Quantity<?> a, Quantity<?> b) {
        int[] steps = Tape.of(List.of(of(a), of(b))).roots();
        return steps[0] == steps[1];
    }

    static String name(Quantity<?> quantity) {
        String name = quantity.name();
        return name == null ? quantity.toString() : name;
    }

    /** A plain number of the type of another quantity. */
    @SuppressWarnings("unchecked") // the kind is that of the other
    static <Q extends Quantity<Q>> Q like(Q other, double value) {
        return (Q) Inside.get().quantity(new Node.Constant(of(other).kind(), value));
    }
}
