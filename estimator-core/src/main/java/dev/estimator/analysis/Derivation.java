package dev.estimator.analysis;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.graph.Node;
import dev.estimator.internal.graph.Tape;
import dev.estimator.quantity.Quantity;
import java.util.List;

/** Access to the derivations of quantities, which their public methods do not show. */
final class Derivation {
    private Derivation() {}

    /** The node of a quantity that must be an assumption or a range. */
    static Node leaf(Quantity<?> assumption, String argument) {
        Node leaf = Inside.leaf(requireNonNull(assumption, argument));
        if (leaf == null || !leaf.operands().isEmpty() || leaf instanceof Node.Constant) {
            throw new IllegalArgumentException(argument + " must be an assumption or a range but " + assumption + " is "
                    + (leaf == null || leaf instanceof Node.Constant
                            ? "a plain number: make one with assume(name, value)"
                            : "a result"));
        }
        return leaf;
    }

    /** Whether both are the same calculation on the same assumptions, rather than merely equal in value. */
    static boolean isSame(Quantity<?> a, Quantity<?> b) {
        int[] steps = Tape.of(List.of(Inside.node(a), Inside.node(b))).roots();
        return steps[0] == steps[1];
    }

    static String name(Quantity<?> quantity) {
        String name = quantity.name();
        return name == null ? quantity.toString() : name;
    }
}
