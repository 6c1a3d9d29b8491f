package dev.estimator.internal.input;

import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.graph.Node;

/** Tells inputs that a caller has set from those that a model assumes. */
public final class Defaults {
    private Defaults() {}

    /** Whether a quantity is a default that a model assumed by itself. */
    public static boolean isDefault(Object quantity) {
        return Inside.node(quantity) instanceof Node.Assumption assumption && assumption.isDefault();
    }
}
