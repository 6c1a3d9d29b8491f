package dev.estimator.internal.graph;

import dev.estimator.internal.range.Shape;
import dev.estimator.internal.text.QuantityWriter;
import dev.estimator.internal.unit.Dimension;
import dev.estimator.internal.unit.Kind;

/**
 * A note that a value keeps on one side of another, whatever is put in its place later. Of a range the best guess and all but the
 * last twentieth at each end have to keep to it: many a range has a tail without an end.
 *
 * @param argument what the value is to its model
 * @param side on which side
 * @param bound of what, as it is called or as it was when this was stated
 */
public record Bound(String argument, Side side, String bound) implements Note {
    private static final double TAIL = 0.05;

    /** Of a percentile that was stated. */
    private static final double ROUNDING = 1e-9;

    /** On which side of a bound a value must be. */
    public enum Side {
        ABOVE("above"),
        AT_LEAST("at least"),
        AT_MOST("at most"),
        BELOW("below");

        private final String words;

        Side(String words) {
            this.words = words;
        }

        private boolean holds(double value, double bound) {
            return switch (this) {
                case ABOVE -> value > bound;
                case AT_LEAST -> value >= bound;
                case AT_MOST -> value <= bound;
                case BELOW -> value < bound;
            };
        }

        /** The end of a range that is nearest to the bound, or beyond it; one that was stated as the bound itself is within. */
        private double nearest(Shape shape) {
            return this == ABOVE || this == AT_LEAST
                    ? shape.quantile(TAIL) * (1 + ROUNDING)
                    : shape.quantileFromTop(TAIL) * (1 - ROUNDING);
        }

        private String percentile() {
            return this == ABOVE || this == AT_LEAST ? "p5" : "p95";
        }
    }

    /** With the name of the bound, or its value. */
    public static Bound of(String argument, Side side, Node bound) {
        return new Bound(argument, side, bound.name() == null ? text(bound.kind(), bound.value()) : bound.name());
    }

    /** The value itself, if it keeps to it; else NaN. */
    @Override
    public double apply(double... operands) {
        return side.holds(operands[0], operands[1]) ? operands[0] : Double.NaN;
    }

    @Override
    public String condition() {
        return argument + " must be " + side.words + " " + bound;
    }

    /** What is to be said of a value that does not keep to it; empty if it does. */
    public String fault(Node value, Node limit) {
        if (!side.holds(value.value(), limit.value())) {
            return rule(limit) + " but was " + text(value.kind(), value.value());
        }
        Shape shape = leaf(value).shape();
        double end = shape == null ? value.value() : side.nearest(shape);
        return side.holds(end, limit.value())
                ? ""
                : rule(limit) + " but " + side.percentile() + " of its range is " + text(value.kind(), end);
    }

    /** What is behind all notes and names. */
    private static Node leaf(Node node) {
        Node found = Note.resolve(node);
        while (found instanceof Node.Named) {
            found = Note.resolve(found.operands().get(0));
        }
        return found;
    }

    private String rule(Node limit) {
        String text = text(limit.kind(), limit.value());
        return argument + " must be " + side.words + " "
                + (bound.equals(text) ? text : bound + ", which is " + text + ",");
    }

    private static String text(Kind kind, double value) {
        boolean isRatio = kind.dimension() == Dimension.RATIO;
        return isRatio ? QuantityWriter.stated(Kind.COUNT, value) : QuantityWriter.stated(kind, value);
    }
}
