package dev.estimator.quantity;

import dev.estimator.internal.graph.Step;
import dev.estimator.internal.unit.Kind;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * The serial form of a quantity: its derivation as a flat list of steps, which is computed anew when it is read.
 *
 * @param kind what the quantity is
 * @param value its value, for a plain one
 * @param steps its derivation; empty for a plain one
 */
record Frozen(Kind kind, double value, ArrayList<Step> steps) implements Serializable {
    static Frozen of(Quantity<?> quantity) {
        List<Step> steps = quantity.origin == null ? List.of() : Step.listOf(quantity.origin);
        return new Frozen(quantity.kind(), quantity.value, new ArrayList<>(steps));
    }

    private Object readResolve() {
        return steps.isEmpty()
                ? Made.of(kind, kind.requireAllowed(value, kind.dimension().typeName()), null)
                : Made.of(Step.replay(steps));
    }
}
