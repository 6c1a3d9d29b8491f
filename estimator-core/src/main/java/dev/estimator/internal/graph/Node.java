package dev.estimator.internal.graph;

import dev.estimator.internal.range.Shape;
import dev.estimator.internal.unit.Kind;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** A value in a derivation. Nodes are shared, never changed, and compared by identity, except for leaves. */
public sealed interface Node {
    /** What the value is. */
    Kind kind();

    /** The value in the canonical unit. */
    double value();

    /** What it was computed from, left to right. */
    List<Node> operands();

    /** The name that its author gave it. */
    @Nullable String name();

    /** Whether it, or something that it was computed from, is a range. */
    boolean isUncertain();

    /** The range of a leaf, if it has one. */
    default @Nullable Shape shape() {
        return null;
    }

    /**
     * A named input. Two with the same content are one assumption; under one name with another value they are two.
     *
     * @param name what is assumed
     * @param kind what the value is
     * @param value the assumed value
     * @param source why it is believed
     * @param by who said so: what a model calls a number that it was given is not what a user assumed under the same
     *     name
     * @param replaced the assumption or range in whose place a what-if put this one
     * @param shape the range around the assumed value
     */
    record Assumption(
            String name,
            Kind kind,
            double value,
            @Nullable String source,
            By by,
            @Nullable Node replaced,
            @Nullable Shape shape)
            implements Node, Serializable {
        public Assumption {
            boolean isBeyond = value == Double.POSITIVE_INFINITY
                    && shape == null
                    && kind.dimension().mayBeBeyond();
            if (!isBeyond) {
                kind.requireAllowed(value, name);
            }
        }

        @Override
        public List<Node> operands() {
            return List.of();
        }

        @Override
        public boolean isUncertain() {
            return shape != null;
        }

        /** Who stated the value. */
        public enum By {
            /** The user, who named it. */
            USER,
            /** A model, which named a number that the user gave without a name. */
            MODEL,
            /** No one: it is a default. */
            NOBODY
        }

        /** Whether it is a default. */
        public boolean isDefault() {
            return by == By.NOBODY;
        }

        /** Whether this is the given assumption, or stands in the place of that or of the given range. */
        boolean standsFor(Node other) {
            return equals(other) || (replaced != null && replaced.equals(other));
        }

        /** The assumption or range that stood here before any what-if. */
        Node original() {
            return replaced == null ? this : replaced;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other
                    || (other instanceof Assumption that
                            && name.equals(that.name)
                            && kind.isSame(that.kind)
                            && Double.compare(value, that.value) == 0
                            && Objects.equals(source, that.source)
                            && by == that.by
                            && Objects.equals(replaced, that.replaced)
                            && Objects.equals(shape, that.shape));
        }

        @Override
        public int hashCode() {
            return 31 * name.hashCode() + Double.hashCode(value);
        }
    }

    /**
     * A plain number with a unit.
     *
     * @param kind what the value is
     * @param value the value; positive infinity if it is beyond every number
     * @param isTyped whether somebody typed it, so that all of its digits are meant
     */
    record Constant(Kind kind, double value, boolean isTyped) implements Node, Serializable {
        public Constant(Kind kind, double value) {
            this(kind, value, false);
        }

        public Constant {
            if (!(value == Double.POSITIVE_INFINITY && kind.dimension().mayBeBeyond())) {
                kind.requireAllowed(value, "amount");
            }
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other
                    || (other instanceof Constant that
                            && kind.equals(that.kind)
                            && Double.compare(value, that.value) == 0);
        }

        @Override
        public int hashCode() {
            return 31 * kind.hashCode() + Double.hashCode(value);
        }

        @Override
        public List<Node> operands() {
            return List.of();
        }

        @Override
        public @Nullable String name() {
            return null;
        }

        @Override
        public boolean isUncertain() {
            return false;
        }
    }

    /**
     * A range without a name. Each is a draw of its own: two of the same content are two ranges. It is known by a
     * random number, so that it is still the same after it has been written to a stream and read.
     *
     * @param kind what the value is
     * @param value its best guess
     * @param shape the distribution
     * @param high the random number's first half
     * @param low its second half
     */
    record Range(Kind kind, double value, Shape shape, long high, long low) implements Node, Serializable {
        public Range {
            kind.requireAllowed(value, "amount");
        }

        /** A range with its best guess. */
        public Range(Kind kind, double value, Shape shape) {
            this(
                    kind,
                    value + 0.0,
                    shape,
                    ThreadLocalRandom.current().nextLong(),
                    ThreadLocalRandom.current().nextLong());
        }

        @Override
        public List<Node> operands() {
            return List.of();
        }

        @Override
        public @Nullable String name() {
            return null;
        }

        @Override
        public boolean isUncertain() {
            return true;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Range that && high == that.high && low == that.low;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(high);
        }
    }

    /** What the sizes and bandwidths behind a step have in common; those of a few bytes do not count. */
    enum Sizes {
        /** There are none. */
        NONE,
        /** Made of counts and a few bytes that nobody typed a unit of, and far shorter in binary units. */
        SHORTER,
        /** All are exact in binary units, and in no others. */
        BINARY,
        /** At least one is not. */
        DECIMAL;

        boolean isBinary() {
            return this == SHORTER || this == BINARY;
        }

        Sizes and(Sizes other) {
            return compareTo(other) > 0 ? this : other;
        }
    }

    /** A calculation. */
    final class Operation implements Node {
        private final Function function;
        private final Kind kind;
        private final double value;
        private final List<Node> operands;
        private final boolean isUncertain;

        /** Found when it is first asked for, as the hash of a string is: every thread finds the same. */
        private @Nullable Sizes sizes;

        public Operation(Function function, Kind kind, double value, List<Node> operands) {
            this.function = function;
            this.kind = kind;
            this.value = value;
            this.operands = operands;
            this.isUncertain = function instanceof Note ? operands.get(0).isUncertain() : anyUncertain(operands);
        }

        private static boolean anyUncertain(List<Node> operands) {
            for (int i = 0; i < operands.size(); i++) {
                if (operands.get(i).isUncertain()) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public boolean isUncertain() {
            return isUncertain;
        }

        public Function function() {
            return function;
        }

        @Nullable Sizes sizes() {
            return sizes;
        }

        void rememberSizes(Sizes found) {
            sizes = found;
        }

        @Override
        public Kind kind() {
            return kind;
        }

        @Override
        public double value() {
            return value;
        }

        @Override
        public List<Node> operands() {
            return operands;
        }

        @Override
        public @Nullable String name() {
            return null;
        }
    }

    /** A value that was given a name: a step of the explanation. */
    final class Named implements Node {
        private final String name;
        private final Node of;

        public Named(String name, Node of) {
            this.name = name;
            this.of = of;
        }

        @Override
        public Kind kind() {
            return of.kind();
        }

        @Override
        public double value() {
            return of.value();
        }

        @Override
        public List<Node> operands() {
            return List.of(of);
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public boolean isUncertain() {
            return of.isUncertain();
        }
    }
}
