package dev.estimator.internal.graph;

import dev.estimator.internal.graph.Node.Assumption;
import dev.estimator.internal.graph.Node.Assumption.By;
import dev.estimator.internal.graph.Node.Constant;
import dev.estimator.internal.graph.Node.Named;
import dev.estimator.internal.graph.Node.Operation;
import dev.estimator.internal.graph.Node.Range;
import dev.estimator.internal.text.Nearest;
import dev.estimator.internal.text.QuantityWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Recomputes a derivation with one assumption replaced; what does not depend on it is shared with the original. */
public final class WhatIf {
    private final Tape tape;
    private final ChangedInputs inputs;
    private final Node value;
    private final boolean isCase;

    private WhatIf(Node root, Node value, boolean isCase) {
        this.tape = Tape.of(List.of(root));
        this.inputs = new ChangedInputs(tape);
        this.value = value;
        this.isCase = isCase;
    }

    /**
     * Replaces every assumption that stands for the given one, or the given range.
     *
     * @throws IllegalArgumentException if the derivation does not depend on it
     */
    public static Node replace(Node root, Node leaf, Node value) {
        return replace(root, leaf, value, false);
    }

    /**
     * As {@link #replace(Node, Node, Node)} in one case of several, among which a result beyond every number is an
     * answer.
     */
    public static Node inCase(Node root, Node leaf, Node value) {
        return replace(root, leaf, value, true);
    }

    private static Node replace(Node root, Node leaf, Node value, boolean isCase) {
        var whatIf = new WhatIf(root, value, isCase);
        String name = leaf.name() == null ? QuantityWriter.stated(Shown.kind(leaf), leaf.value()) : leaf.name();
        return whatIf.replaced(i -> standsFor(whatIf.tape.node(i), leaf), name);
    }

    /**
     * Replaces the assumptions of one name.
     *
     * @throws IllegalArgumentException if the derivation does not depend on such an assumption, or on another kind of
     *     quantity under that name
     */
    public static Node replace(Node root, String name, Node value) {
        var whatIf = new WhatIf(root, value, false);
        return whatIf.replaced(i -> name.equals(whatIf.inputs.name(i)), name);
    }

    private static boolean standsFor(Node node, Node leaf) {
        return node instanceof Assumption assumption ? assumption.standsFor(leaf) : node.equals(leaf);
    }

    /** Whether one of the assumptions has that name. */
    public static boolean dependsOn(Node root, String name) {
        var inputs = new ChangedInputs(Tape.of(List.of(root)));
        return inputs.indices().anyMatch(i -> name.equals(inputs.name(i)));
    }

    private Node replaced(IntPredicate wanted, String name) {
        requirePresent(inputs.indices().filter(wanted).toArray(), name);
        List<Node> replayed = new ArrayList<>(tape.size());
        for (int i = 0; i < tape.size(); i++) {
            List<Node> operands = tape.operands(i).stream().map(replayed::get).toList();
            boolean isWanted = inputs.isInput(i) && wanted.test(i);
            replayed.add(isWanted ? substitute(tape.node(i), inputs.name(i)) : rebuild(tape.node(i), operands));
        }
        return replayed.get(tape.roots()[0]);
    }

    private void requirePresent(int[] found, String name) {
        if (found.length == 0) {
            throw new IllegalArgumentException(
                    "there is no assumption '" + name + "' to replace: this estimate depends on " + inputs.known(name));
        }
        for (int i : found) {
            Node input = tape.node(i);
            if (!input.kind().isLike(value.kind())) {
                throw new IllegalArgumentException("'" + name + "' is a "
                        + input.kind().typeName() + ", so it cannot be "
                        + QuantityWriter.summary(value.kind(), value.value()) + ", a "
                        + value.kind().typeName());
            }
        }
    }

    private Node substitute(Node old, String name) {
        if (!(value instanceof Constant || value instanceof Range)) {
            return value instanceof Assumption
                    ? value
                    : new Named(name, Trace.apply(new InPlaceOf(name), value.kind(), List.of(value)));
        }
        Node original = old instanceof Assumption assumption ? assumption.original() : old;
        if (isSame(original)) {
            return original;
        }
        String source = "what if, instead of " + QuantityWriter.derivation(Shown.kind(original), original.value());
        return new Assumption(name, value.kind(), value.value(), source, By.USER, original, value.shape());
    }

    private boolean isSame(Node original) {
        if (original instanceof Range) {
            return value == original;
        }
        return value.kind().isSame(original.kind())
                && value.value() == original.value()
                && Objects.equals(value.shape(), original.shape());
    }

    private Node rebuild(Node old, List<Node> operands) {
        boolean same = true;
        for (int i = 0; i < operands.size(); i++) {
            same &= operands.get(i) == old.operands().get(i);
        }
        if (same) {
            return old;
        }
        if (old instanceof Operation operation) {
            return Trace.apply(operation.function(), ChangedNoun.of(operation, operands), operands, isCase);
        }
        String name = Objects.requireNonNull(old.name());
        Node of = operands.get(0);
        return name.equals(Note.resolve(of).name()) ? of : new Named(name, of);
    }

    /** The assumptions and ranges of a derivation with their names; a range has the first name that was given to it. */
    private static final class ChangedInputs {
        private final Tape tape;
        private final String[] names;

        ChangedInputs(Tape tape) {
            this.tape = tape;
            this.names = new String[tape.size()];
            for (int i = 0; i < names.length; i++) {
                Node node = tape.node(i);
                if (node instanceof Assumption) {
                    names[i] = node.name();
                } else if (node instanceof Range) {
                    names[i] = QuantityWriter.stated(Shown.kind(node), node.value());
                } else if (node instanceof Named && isUnnamedRange(resolved(i))) {
                    names[resolved(i)] = node.name();
                }
            }
        }

        IntStream indices() {
            return IntStream.range(0, names.length).filter(this::isInput);
        }

        boolean isInput(int i) {
            return names[i] != null;
        }

        String name(int i) {
            return names[i];
        }

        String known(String wanted) {
            List<String> all = indices().mapToObj(i -> names[i]).toList();
            return Nearest.listed(wanted, all, "assumptions", "explain()");
        }

        /** The node that a name was given to, without links. */
        private int resolved(int named) {
            int found = tape.operands(named).get(0);
            while (tape.node(found) instanceof Operation operation && operation.function() instanceof Note) {
                found = tape.operands(found).get(0);
            }
            return found;
        }

        private boolean isUnnamedRange(int i) {
            return tape.node(i) instanceof Range
                    && QuantityWriter.stated(
                                    Shown.kind(tape.node(i)), tape.node(i).value())
                            .equals(names[i]);
        }
    }
}
