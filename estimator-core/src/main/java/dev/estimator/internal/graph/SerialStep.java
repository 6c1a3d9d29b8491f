package dev.estimator.internal.graph;

import dev.estimator.internal.graph.Node.Named;
import dev.estimator.internal.graph.Node.Operation;
import dev.estimator.internal.range.Shape;
import dev.estimator.internal.unit.Kind;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * One step of a derivation as it is written to a stream: flat, so that a long chain needs no deep stack.
 *
 * @param what a leaf itself, a function, or the name that is given
 * @param kind what the result is
 * @param operands the indices of earlier steps
 */
public record SerialStep(Object what, Kind kind, List<Integer> operands) implements Serializable {
    static Object what(Node node) {
        if (node instanceof Operation operation) {
            return operation.function();
        }
        return node instanceof Named named ? named.name() : node;
    }

    /** The steps that lead to the node, which is the last. */
    public static List<SerialStep> listOf(Node root) {
        Tape tape = Tape.of(List.of(root));
        List<SerialStep> steps = new ArrayList<>();
        for (int i = 0; i < tape.size(); i++) {
            steps.add(new SerialStep(what(tape.node(i)), tape.node(i).kind(), tape.operands(i)));
        }
        return steps;
    }

    /** The node at the end of the steps, recomputed. */
    public static Node replay(List<SerialStep> steps) {
        List<Node> nodes = new ArrayList<>(steps.size());
        for (SerialStep step : steps) {
            List<Node> inputs = step.operands.stream().map(nodes::get).toList();
            nodes.add(step.toNode(inputs));
        }
        return nodes.get(nodes.size() - 1);
    }

    private Node toNode(List<Node> inputs) {
        if (what instanceof Function function) {
            return Trace.apply(function, kind, inputs);
        }
        return what instanceof String name ? new Named(requireText(name), inputs.get(0)) : requireSound((Node) what);
    }

    private static String requireText(String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name must not be blank");
        }
        return name;
    }

    /** Refuses a leaf that no factory could have made. */
    private static Node requireSound(Node leaf) {
        leaf.kind().requireUnit();
        Shape shape = leaf.shape();
        if (leaf instanceof Node.Range && shape == null) {
            throw new IllegalArgumentException("range must have a shape");
        }
        if (shape != null) {
            double low = shape.lowest();
            double high = shape.highest();
            boolean isWithin =
                    low >= 0 && high <= (leaf.kind().dimension().largest() == 1 ? 1 : Double.POSITIVE_INFINITY);
            if (!(low <= high) || !isWithin) {
                throw new IllegalArgumentException("range must rise within what a "
                        + leaf.kind().dimension().typeName() + " can be but was from " + low + " to " + high);
            }
        }
        if (leaf instanceof Node.Assumption assumption) {
            requireText(assumption.name());
            if (assumption.replaced() != null) {
                requireSound(assumption.replaced());
            }
        }
        return leaf;
    }
}
