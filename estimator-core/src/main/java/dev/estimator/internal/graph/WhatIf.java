package dev.estimator.internal.graph;

import dev.estimator.internal.graph.Node.Assumption;
import dev.estimator.internal.graph.Node.Named;
import dev.estimator.internal.graph.Node.Operation;
import dev.estimator.internal.text.QuantityWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Recomputes a derivation with one assumption replaced; what does not depend on it is shared with the original. */
public final class WhatIf {
    private WhatIf() {}

    /**
     * Replaces every assumption that stands for the given one.
     *
     * @throws IllegalArgumentException if the derivation does not depend on it
     */
    public static Node replace(Node root, Assumption assumption, Node value) {
        return replace(root, a -> a.standsFor(assumption), assumption.name(), value);
    }

    /**
     * Replaces the assumptions of one name.
     *
     * @throws IllegalArgumentException if the derivation does not depend on such an assumption, or on another kind of
     *     quantity under that name
     */
    public static Node replace(Node root, String name, Node value) {
        return replace(root, a -> a.name().equals(name), name, value);
    }

    private static Node replace(Node root, Predicate<Assumption> wanted, String name, Node value) {
        Tape tape = Tape.of(List.of(root));
        requirePresent(tape, wanted, name, value);
        List<Node> replayed = new ArrayList<>(tape.size());
        for (int i = 0; i < tape.size(); i++) {
            Node old = tape.node(i);
            List<Node> inputs = tape.operands(i).stream().map(replayed::get).toList();
            boolean replaced = old instanceof Assumption a && wanted.test(a);
            replayed.add(replaced ? substitute((Assumption) old, value) : rebuild(old, inputs));
        }
        return replayed.get(tape.roots()[0]);
    }

    private static void requirePresent(Tape tape, Predicate<Assumption> wanted, String name, Node value) {
        List<Assumption> found = tape.assumptions().stream().filter(wanted).toList();
        if (found.isEmpty()) {
            String known = tape.assumptions().stream()
                    .map(a -> "'" + a.name() + "'")
                    .distinct()
                    .sorted()
                    .collect(Collectors.joining(", "));
            throw new IllegalArgumentException(
                    "there is no assumption '" + name + "' to replace: this estimate depends on " + known);
        }
        for (Assumption assumption : found) {
            if (!assumption.kind().isLike(value.kind())) {
                throw new IllegalArgumentException("'" + name + "' is a "
                        + assumption.kind().typeName() + ", so it cannot be "
                        + QuantityWriter.summary(value.kind(), value.value()) + ", a "
                        + value.kind().typeName());
            }
        }
    }

    private static Node substitute(Assumption old, Node value) {
        if (!(value instanceof Node.Constant)) {
            return value instanceof Assumption ? value : new Named(old.name(), value);
        }
        Assumption original = old.original();
        if (value.kind().equals(original.kind()) && value.value() == original.value()) {
            return original;
        }
        String source = "what if, instead of " + QuantityWriter.derivation(original.kind(), original.value());
        return new Assumption(old.name(), value.kind(), value.value(), source, false, original);
    }

    private static Node rebuild(Node old, List<Node> inputs) {
        boolean same = true;
        for (int i = 0; i < inputs.size(); i++) {
            same &= inputs.get(i) == old.operands().get(i);
        }
        if (same) {
            return old;
        }
        return old instanceof Operation operation
                ? Trace.apply(operation.function(), operation.kind(), inputs)
                : new Named(((Named) old).name(), inputs.get(0));
    }
}
