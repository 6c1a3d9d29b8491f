package dev.estimator.internal.numeric;

import java.util.ArrayList;
import java.util.List;

/**
 * The minimal cuts of a diagram: the sets of components that take the whole down with them, and no smaller part of them does.
 * They are kept as a diagram of their own, whose ends are 'the cut is complete' and 'there is none'.
 *
 * @see "A. Rauzy, New algorithms for fault trees analysis, Reliability Engineering and System Safety 40 (3), 1993"
 */
final class Cuts {
    /** No cut at all, as the whole is up. */
    private static final int NONE = Nodes.UP;

    /** Nothing more has to fail. */
    private static final int COMPLETE = Nodes.DOWN;

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
     * The cuts of few components, in the order of the components.
     *
     * @throws ArithmeticException if there are more than so many
     */
    List<List<Integer>> ofAtMost(int components, int most) {
        int[] smallest = smallest();
        List<List<Integer>> cuts = new ArrayList<>();
        List<Part> open = new ArrayList<>(List.of(new Part(start, List.of())));
        while (!open.isEmpty()) {
            Part part = open.remove(open.size() - 1);
            if (smallest[part.node] > components - part.failed.size()) {
                continue;
            }
            if (part.node == COMPLETE) {
                cuts.add(part.failed);
                if (cuts.size() > most) {
                    throw new ArithmeticException("more than " + most);
                }
            } else {
                open.add(part.whenUp(nodes));
                open.add(part.whenDown(nodes));
            }
        }
        return cuts;
    }

    /** A cut as far as it is known: the failed components, and where to go on. */
    private record Part(int node, List<Integer> failed) {
        Part whenUp(Nodes nodes) {
            return new Part(nodes.whenUp(node, nodes.component(node)), failed);
        }

        Part whenDown(Nodes nodes) {
            int component = nodes.component(node);
            List<Integer> more = new ArrayList<>(failed);
            more.add(component);
            return new Part(nodes.whenDown(node, component), more);
        }
    }

    /** How many more components the smallest cut has from each node on. */
    private int[] smallest() {
        int[] smallest = new int[nodes.size()];
        smallest[NONE] = Integer.MAX_VALUE / 2; // adding to it must not overflow
        for (int node = 2; node < smallest.length; node++) {
            int component = nodes.component(node);
            smallest[node] =
                    Math.min(1 + smallest[nodes.whenDown(node, component)], smallest[nodes.whenUp(node, component)]);
        }
        return smallest;
    }

    private int node(int component, int with, int others) {
        return with == NONE ? others : nodes.node(component, with, others);
    }

    /**
     * The sets of the first that contain none of the second. Along the sets without a component it is a loop, so that the
     * recursion is as deep as the largest cut only.
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
