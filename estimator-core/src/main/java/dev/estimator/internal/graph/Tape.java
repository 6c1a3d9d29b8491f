package dev.estimator.internal.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * A derivation laid out flat: every step once, operands before the steps that use them. Equal steps are one step, also
 * where a model computed them twice.
 */
public final class Tape {
    private final List<Node> nodes = new ArrayList<>();
    private final List<List<Integer>> operands = new ArrayList<>();
    private final int[] roots;

    private Tape(List<Node> roots, boolean withBounds) {
        Map<Node, Integer> indices = new HashMap<>();
        Map<List<Object>, Integer> known = new HashMap<>();
        Deque<Step> open = new ArrayDeque<>();
        for (Node root : roots) {
            open.push(new Step(root, operands(root, withBounds).iterator()));
            while (!open.isEmpty()) {
                Step step = open.element();
                if (step.operands.hasNext()) {
                    Node operand = step.operands.next();
                    if (!indices.containsKey(operand)) {
                        open.push(
                                new Step(operand, operands(operand, withBounds).iterator()));
                    }
                } else {
                    open.pop();
                    indices.put(step.node, add(step.node, indices(operands(step.node, withBounds), indices), known));
                }
            }
        }
        this.roots = new int[roots.size()];
        for (int i = 0; i < this.roots.length; i++) {
            this.roots[i] = index(indices, roots.get(i));
        }
    }

    /** A step whose operands are being laid out: what of them is still to come. */
    private record Step(Node node, Iterator<Node> operands) {}

    private static List<Integer> indices(List<Node> nodes, Map<Node, Integer> indices) {
        List<Integer> found = new ArrayList<>(nodes.size());
        for (Node node : nodes) {
            found.add(index(indices, node));
        }
        return List.copyOf(found);
    }

    public static Tape of(List<Node> roots) {
        return new Tape(roots, true);
    }

    /** Whether something that it is computed from is rounded up to whole things. */
    public static boolean isRoundedUp(Node root) {
        Tape tape = of(List.of(root));
        return IntStream.range(0, tape.size())
                .anyMatch(i -> tape.node(i) instanceof Node.Operation step && step.function() == Op.CEIL);
    }

    /** The tape as formulas show it: without the bounds of values. */
    public static Tape written(List<Node> roots) {
        return new Tape(roots, false);
    }

    private static List<Node> operands(Node node, boolean withBounds) {
        return withBounds || !isBound(node) ? node.operands() : node.operands().subList(0, 1);
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

    /** The number of a step, which is that of an equal one if there is one. */
    private int add(Node node, List<Integer> inputs, Map<List<Object>, Integer> known) {
        Integer equal = known.putIfAbsent(key(node, inputs), nodes.size());
        if (equal != null) {
            return equal;
        }
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
