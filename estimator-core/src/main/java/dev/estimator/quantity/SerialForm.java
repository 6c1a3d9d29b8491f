package dev.estimator.quantity;

import dev.estimator.internal.graph.SerialStep;
import dev.estimator.internal.input.FromStream;
import dev.estimator.internal.unit.Kind;
import java.io.InvalidObjectException;
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
record SerialForm(Kind kind, double value, ArrayList<SerialStep> steps) implements Serializable {
    static SerialForm of(Quantity<?> quantity) {
        List<SerialStep> steps = quantity.origin == null ? List.of() : SerialStep.listOf(quantity.origin);
        return new SerialForm(quantity.kind(), quantity.value, new ArrayList<>(steps));
    }

    private Object readResolve() throws InvalidObjectException {
        return FromStream.checked("a quantity", () -> {
            kind.requireUnit();
            return steps.isEmpty()
                    ? QuantityFactory.of(
                            kind, kind.requireAllowed(value, kind.dimension().typeName()), null)
                    : QuantityFactory.of(SerialStep.replay(steps));
        });
    }
}
