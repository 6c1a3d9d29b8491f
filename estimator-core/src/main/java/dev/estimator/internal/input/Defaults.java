package dev.estimator.internal.input;

import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.graph.Node;

/** Which inputs nobody has set. */
public final class Defaults {
    private Defaults() {}

    /** Whether a quantity is an assumption that a model makes by itself. */
    public static boolean isDefault(Object quantity) {
        return Inside.node(quantity) instanceof Node.Assumption assumption && assumption.isDefault();
    }
}
