package dev.estimator.internal.diagram;

import java.util.Arrays;

/**
 * The nodes of decision diagrams, each kept once: it asks for one component and goes on at one of two others. The first
 * two are the ends. A node stands behind those at which it goes on.
 */
final class Nodes {
    /** The ends. */
    static final int DOWN = 0;

    static final int UP = 1;

    /** About 100 MB while it is built. */
    static final int MOST = 2_000_000;

    private static final int MOST_STEPS = 50_000_000;
    private static final int BITS = 21;

    private final LongToInt known = new LongToInt();
    private int[] components = {Integer.MAX_VALUE, Integer.MAX_VALUE};
    private int[] whenDown = {DOWN, UP};
    private int[] whenUp = {DOWN, UP};
    private int size = 2;
    private int steps;

    /** The component that a node asks for; the greatest number at the ends. */
    int component(int node) {
        return components[node];
    }

    /** Where it goes on if the component is down; nowhere if the node does not ask for it. */
    int whenDown(int node, int component) {
        return components[node] == component ? whenDown[node] : node;
    }

    int whenUp(int node, int component) {
        return components[node] == component ? whenUp[node] : node;
    }

    int size() {
        return size;
    }

    /** The one node of this kind. */
    int node(int component, int down, int up) {
        long key = ((long) component << (2 * BITS)) | pair(down, up);
        int old = known.get(key);
        return old == LongToInt.NONE ? add(key, component, down, up) : old;
    }

    /** A key for two nodes. */
    static long pair(int first, int second) {
        return ((long) first << BITS) | second;
    }

    /** Counts the work, so that none is endless. */
    void step() {
        steps++;
        refuseIf(steps > MOST_STEPS);
    }

    private int add(long key, int component, int down, int up) {
        refuseIf(size == MOST);
        if (size == components.length) {
            components = Arrays.copyOf(components, 2 * size);
            whenDown = Arrays.copyOf(whenDown, 2 * size);
            whenUp = Arrays.copyOf(whenUp, 2 * size);
        }
        components[size] = component;
        whenDown[size] = down;
        whenUp[size] = up;
        known.put(key, size);
        size++;
        return size - 1;
    }

    private static void refuseIf(boolean isTooMuch) {
        if (isTooMuch) {
            throw new IllegalArgumentException(
                    "the structure is too large for an exact answer: its decision diagram takes more"
                            + " than 2,000,000 nodes or 50,000,000 steps; repeat fewer of its parts, or make smaller groups");
        }
    }
}
