package dev.estimator.internal.diagram;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The minimal cuts of a diagram: the sets of components that take the whole down with them, and no smaller part of them
 * does. They are kept as a diagram of their own, whose ends are 'the cut is complete' and 'there is none'.
 *
 * @see "A. Rauzy, New algorithms for fault trees analysis, Reliability Engineering and System Safety 40 (3), 1993"
 */
final class Cuts {
    /** No cut at all, as the whole is up. */
    private static final int NONE = Nodes.UP;

    /** Nothing more has to fail. */
    private static final int COMPLETE = Nodes.DOWN;

    /** The components of all cuts together: five thousand cuts of as many each are no answer. */
    private static final int MOST_WRITTEN = 1_000_000;

    private final Nodes nodes = new Nodes();
    private final LongToInt without = new LongToInt();
    private final int start;

    Cuts(Diagram diagram) {
        int[] cuts = new int[diagram.size()];
        cuts[Nodes.UP] = NONE;
        cuts[Nodes.DOWN] = COMPLETE;
        for (int node = 2; node < cuts.length; node++) {
            int others = cuts[diagram.whenUp(node)];
            cuts[node] = node(diagram.component(node), without(cuts[diagram.whenDown(node)], others), others);
        }
        this.start = cuts[diagram.start()];
    }

    /**
     * The cuts of few failures, in the order of the components.
     *
     * @param weights how many failures it takes until each component is down, 0 or more
     * @throws ArithmeticException if there are more than the limit, or they have more than a million components
     */
    List<List<Integer>> ofAtMost(int failures, int most, IntUnaryOperator weights) {
        long[] fewest = fewest(weights);
        List<List<Integer>> cuts = new ArrayList<>();
        int written = 0;
        Deque<PartialCut> open = new ArrayDeque<>(List.of(new PartialCut(start, null, 0)));
        while (!open.isEmpty()) {
            PartialCut part = open.pop();
            if (part.node == NONE || fewest[part.node] > failures - part.failures) {
                continue;
            }
            if (part.node == COMPLETE) {
                cuts.add(part.components());
                written += cuts.get(cuts.size() - 1).size();
                if (cuts.size() > most || written > MOST_WRITTEN) {
                    throw new ArithmeticException("more than " + most);
                }
            } else {
                int component = nodes.component(part.node);
                long more = part.failures + weights.applyAsInt(component);
                open.push(new PartialCut(nodes.whenUp(part.node, component), part.last, part.failures));
                open.push(new PartialCut(
                        nodes.whenDown(part.node, component), new FailedComponents(component, part.last), more));
            }
        }
        return cuts;
    }

    /** A cut as far as it is known: where to go on, and what has failed. */
    private record PartialCut(int node, @Nullable FailedComponents last, long failures) {
        List<Integer> components() {
            List<Integer> components = new ArrayList<>();
            for (FailedComponents failed = last; failed != null; failed = failed.before) {
                components.add(failed.component);
            }
            return components;
        }
    }

    /** A component that has failed, after others. */
    private record FailedComponents(int component, @Nullable FailedComponents before) {}

    /** How many more failures the least cut takes from each node on. */
    private long[] fewest(IntUnaryOperator weights) {
        long[] fewest = new long[nodes.size()];
        fewest[NONE] = Long.MAX_VALUE / 2; // adding to it must not overflow
        for (int node = 2; node < fewest.length; node++) {
            int component = nodes.component(node);
            long down = fewest[nodes.whenDown(node, component)] + weights.applyAsInt(component);
            fewest[node] = Math.min(Math.min(down, Long.MAX_VALUE / 2), fewest[nodes.whenUp(node, component)]);
        }
        return fewest;
    }

    private int node(int component, int with, int others) {
        return with == NONE ? others : nodes.node(component, with, others);
    }

    /**
     * The sets of the first that contain none of the second. Along the sets without a component it is a loop, so that
     * the recursion is as deep as the largest cut only.
     */
    private int without(int first, int second) {
        List<int[]> open = new ArrayList<>();
        int a = first;
        int b = second;
        int result = known(a, b);
        while (result == LongToInt.NONE) {
            int component = nodes.component(a);
            if (component <= nodes.component(b)) {
                open.add(new int[] {a, b});
                a = nodes.whenUp(a, component);
                b = nodes.whenUp(b, component);
            } else {
                b = nodes.whenUp(b, nodes.component(b));
            }
            result = known(a, b);
        }
        for (int i = open.size() - 1; i >= 0; i--) {
            result = completed(open.get(i)[0], open.get(i)[1], result);
        }
        return result;
    }

    private int completed(int a, int b, int others) {
        int component = nodes.component(a);
        int with = nodes.whenDown(a, component);
        if (nodes.component(b) == component) {
            with = without(with, nodes.whenDown(b, component));
        }
        int result = node(component, without(with, nodes.whenUp(b, component)), others);
        without.put(Nodes.pair(a, b), result);
        return result;
    }

    private int known(int a, int b) {
        nodes.step();
        if (a == NONE || b == NONE) {
            return a;
        }
        if (b == COMPLETE) {
            return NONE;
        }
        return a == COMPLETE ? COMPLETE : without.get(Nodes.pair(a, b));
    }
}
