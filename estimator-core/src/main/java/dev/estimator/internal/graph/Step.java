package dev.estimator.internal.graph;

import dev.estimator.internal.graph.Node.Named;
import dev.estimator.internal.graph.Node.Operation;
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
public record Step(Object what, Kind kind, List<Integer> operands) implements Serializable {
    static Object what(Node node) {
        if (node instanceof Operation operation) {
            return operation.function();
        }
        return node instanceof Named named ? named.name() : node;
    }

    /** The steps that lead to the node, which is the last. */
    public static List<Step> listOf(Node root) {
        Tape tape = Tape.of(List.of(root));
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < tape.size(); i++) {
            steps.add(new Step(what(tape.node(i)), tape.node(i).kind(), tape.operands(i)));
        }
        return steps;
    }

    /** The node to which the steps lead, computed anew. */
    public static Node replay(List<Step> steps) {
        List<Node> nodes = new ArrayList<>(steps.size());
        for (Step step : steps) {
            List<Node> inputs = step.operands.stream().map(nodes::get).toList();
            nodes.add(step.toNode(inputs));
        }
        return nodes.get(nodes.size() - 1);
    }

    private Node toNode(List<Node> inputs) {
        if (what instanceof Function function) {
            return Trace.apply(function, kind, inputs);
        }
        return what instanceof String name ? new Named(name, inputs.get(0)) : (Node) what;
    }
}
