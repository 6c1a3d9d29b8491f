package dev.estimator.internal.graph;

import java.util.List;

/** Attaches information to its first operand, possibly in relation to a second one; the value stays the same. */
public interface Note extends Function {
    @Override
    default double apply(double... operands) {
        return operands[0];
    }

    @Override
    default String write(List<String> operands) {
        return operands.get(0);
    }

    @Override
    default int binding() {
        return ATOM;
    }

    @Override
    default int bindingOf(int operand) {
        return ATOM;
    }

    /** The quantity with a note of one operand, if anything was calculated. */
    static <Q> Q mark(Q quantity, Note note) {
        Node node = Inside.node(quantity);
        boolean isCalculated = resolve(node) instanceof Node.Operation || node instanceof Node.Named;
        return isCalculated ? attach(quantity, note) : quantity;
    }

    /** The quantity with a note of one operand, also if it is an assumption. */
    static <Q> Q attach(Q quantity, Note note) {
        Node node = Inside.node(quantity);
        return Inside.quantity(Trace.apply(note, node.kind(), List.of(node)));
    }

    /** The latency with a note on each of its parameters. */
    static <L> L markAll(L latency, Note note) {
        return Inside.withParameters(latency, parameter -> mark(parameter, note));
    }

    /** The node behind all notes: the value itself. */
    static Node resolve(Node node) {
        Node found = node;
        while (found instanceof Node.Operation operation && operation.function() instanceof Note) {
            found = operation.operands().get(0);
        }
        return found;
    }
}
