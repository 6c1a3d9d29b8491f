package dev.estimator.quantity;

import dev.estimator.internal.graph.Step;
import dev.estimator.internal.unit.Kind;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

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

    private Object readResolve() throws InvalidObjectException {
        return checked("a quantity", () -> {
            kind.requireUnit();
            return steps.isEmpty()
                    ? Made.of(kind, kind.requireAllowed(value, kind.dimension().typeName()), null)
                    : Made.of(Step.replay(steps));
        });
    }

    /** Makes what was written; what cannot have been written by this library is refused in words. */
    static <T> T checked(String what, Supplier<T> made) throws InvalidObjectException {
        try {
            return made.get();
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw refusal(what, String.valueOf(e.getMessage()), e);
        } catch (RuntimeException e) {
            throw refusal(what, "what was written does not fit together", e);
        }
    }

    private static InvalidObjectException refusal(String what, String why, RuntimeException cause) {
        var refusal = new InvalidObjectException(what + " cannot be read from the stream: " + why);
        refusal.initCause(cause);
        return refusal;
    }
}
