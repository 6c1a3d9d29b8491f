package dev.estimator.internal.graph;

import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Lets the floors above read the derivation of a quantity, which its public face does not show. The class of quantities
 * sets this up once, when it is loaded.
 */
public final class Inside {
    /** What the class of quantities knows. */
    public interface Access {
        /** The derivation of a quantity. */
        Node node(Object quantity);

        /** The assumption or range that a quantity is, whatever it was named; null if it is a plain number. */
        @Nullable Node leaf(Object quantity);

        /** The quantity under its name, or under this one if it has none. */
        Object named(Object quantity, String name);

        /** The quantity that belongs to a derivation. */
        Object quantity(Node node);
    }

    /** What the class of latencies knows. */
    public interface LatencyAccess {
        /** The latency with its parameters changed, which are quantities. */
        Object withParameters(Object latency, UnaryOperator<Object> change);
    }

    private static @Nullable Access access;
    private static @Nullable LatencyAccess latencyAccess;

    private Inside() {}

    public static void set(Access ofQuantities) {
        access = ofQuantities;
    }

    public static Access get() {
        return Objects.requireNonNull(access, "no quantity was made yet");
    }

    public static void setLatencies(LatencyAccess ofLatencies) {
        latencyAccess = ofLatencies;
    }

    public static LatencyAccess latencies() {
        return Objects.requireNonNull(latencyAccess, "no latency was made yet");
    }
}
