package dev.estimator.internal.diagram;

import java.util.Arrays;

/**
 * A decision diagram: from the start, one component after the other is asked whether it is up, and at each end it is
 * known whether the whole is.
 */
final class Diagram {
    private final int[] components;
    private final int[] whenDown;
    private final int[] whenUp;
    private final int start;

    /** Takes over the nodes that can be reached. */
    Diagram(Nodes nodes, int start) {
        int[] places = places(nodes, start);
        int size = 1 + Arrays.stream(places).max().orElseThrow();
        this.components = new int[size];
        this.whenDown = new int[size];
        this.whenUp = new int[size];
        this.start = places[start];
        for (int node = 2; node <= start; node++) {
            if (places[node] >= 0) {
                int component = nodes.component(node);
                components[places[node]] = component;
                whenDown[places[node]] = places[nodes.whenDown(node, component)];
                whenUp[places[node]] = places[nodes.whenUp(node, component)];
            }
        }
    }

    /** For each node its place among those that can be reached, or less than 0. */
    private static int[] places(Nodes nodes, int start) {
        int[] places = new int[Math.max(start, Nodes.UP) + 1];
        Arrays.fill(places, 2, places.length, -1);
        places[Nodes.UP] = Nodes.UP;
        places[start] = start;
        for (int node = start; node > Nodes.UP; node--) {
            if (places[node] >= 0) {
                int component = nodes.component(node);
                places[nodes.whenDown(node, component)] = 0;
                places[nodes.whenUp(node, component)] = 0;
            }
        }
        int next = 0;
        for (int node = 0; node < places.length; node++) {
            if (node <= Nodes.UP || places[node] >= 0) {
                places[node] = next;
                next++;
            }
        }
        return places;
    }

    /**
     * The probability to end at 'down'. Only numbers that are not negative are added and multiplied, so that it keeps
     * its relative precision however small it is.
     */
    double unavailability(double... unavailabilities) {
        double[] down = new double[components.length];
        down[Nodes.DOWN] = 1;
        for (int node = 2; node < down.length; node++) {
            double u = unavailabilities[components[node]];
            down[node] = u * down[whenDown[node]] + (1 - u) * down[whenUp[node]];
        }
        return Math.min(down[start], 1);
    }

    int size() {
        return components.length;
    }

    int start() {
        return start;
    }

    int component(int node) {
        return components[node];
    }

    int whenDown(int node) {
        return whenDown[node];
    }

    int whenUp(int node) {
        return whenUp[node];
    }
}
