package dev.estimator.internal.graph;

import com.google.common.graph.Traverser;
import dev.estimator.internal.graph.Node.Assumption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * A derivation laid out flat: every step once, operands before the steps that use them. Equal steps are one step, also
 * where a model computed them twice.
 */
public final class Tape {
    private final List<Node> nodes = new ArrayList<>();
    private final List<List<Integer>> operands = new ArrayList<>();
    private final int[] roots;

    private Tape(List<Node> roots, Function<Node, List<Node>> operandsOf) {
        Map<Node, Integer> indices = new HashMap<>();
        Map<List<Object>, Integer> known = new HashMap<>();
        for (Node node : Traverser.forGraph(operandsOf::apply).depthFirstPostOrder(roots)) {
            List<Integer> inputs =
                    operandsOf.apply(node).stream().map(n -> index(indices, n)).toList();
            indices.put(node, known.computeIfAbsent(key(node, inputs), key -> add(node, inputs)));
        }
        this.roots = roots.stream().mapToInt(n -> index(indices, n)).toArray();
    }

    public static Tape of(List<Node> roots) {
        return new Tape(roots, Node::operands);
    }

    /** The tape as formulas show it: without the bounds of values. */
    public static Tape written(List<Node> roots) {
        return new Tape(roots, node -> isBound(node) ? node.operands().subList(0, 1) : node.operands());
    }

    private static boolean isBound(Node node) {
        return node instanceof Node.Operation operation && operation.function() instanceof Bound;
    }

    public int size() {
        return nodes.size();
    }

    public Node node(int index) {
        return nodes.get(index);
    }

    /** The indices of the operands, each smaller than the index of the step. */
    public List<Integer> operands(int index) {
        return operands.get(index);
    }

    /** The indices of the results that were asked for, in their order. */
    public int[] roots() {
        return roots.clone();
    }

    public List<Assumption> assumptions() {
        return nodes.stream()
                .filter(Assumption.class::isInstance)
                .map(Assumption.class::cast)
                .toList();
    }

    private int add(Node node, List<Integer> inputs) {
        nodes.add(node);
        operands.add(inputs);
        return nodes.size() - 1;
    }

    private static int index(Map<Node, Integer> indices, Node node) {
        return Objects.requireNonNull(indices.get(node));
    }

    /** What makes two steps the same: what is done, what it yields, and to what it is done. */
    private static List<Object> key(Node node, List<Integer> inputs) {
        return List.of(SerialStep.what(node), node.kind(), inputs);
    }
}
