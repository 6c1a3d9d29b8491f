package dev.estimator.internal.graph;

import dev.estimator.internal.numeric.Rounding;
import dev.estimator.internal.range.Shape;
import dev.estimator.internal.text.QuantityWriter;
import dev.estimator.internal.unit.Dimension;
import dev.estimator.internal.unit.Kind;

/**
 * A note that a value keeps on one side of another, whatever is put in its place later. Of a range the best guess and
 * all but the last twentieth at each end have to keep to it: many a range has a tail without an end. Of two ranges,
 * which may move together, the best guesses have to.
 *
 * @param argument what the value is to its model
 * @param side on which side
 * @param isMirrored whether the numbers are on the other side: an availability is held as what is missing from 100 %
 * @param bound of what, as it is called or as it was when this was stated
 */
public record Bound(String argument, Side side, boolean isMirrored, String bound) implements Note {
    private static final double TAIL = 0.05;

    /** The relative difference that the order of factors makes to a product. */
    private static final double SLIP = 1e-14;

    /** The relative rounding error of a stated percentile. */
    private static final double ROUNDING = 1e-9;

    /** On which side of a bound a value must be. */
    public enum Side {
        ABOVE("above"),
        AT_LEAST("at least"),
        AT_MOST("at most"),
        BELOW("below"),
        /** A whole number; the best guess of a range may be a fraction. */
        WHOLE("a whole number"),
        PART("a whole part of");

        private final String words;

        Side(String words) {
            this.words = words;
        }

        private boolean holds(double value, double bound) {
            if (this == WHOLE) {
                return Rounding.ceil(value) == Rounding.floor(value);
            }
            if (this == PART) {
                return bound >= value && WHOLE.holds(bound / value, 1);
            }
            if (this == ABOVE || this == BELOW) {
                return this == ABOVE ? value > bound : value < bound;
            }
            return this == AT_LEAST ? value >= bound * (1 - SLIP) : value <= bound * (1 + SLIP);
        }

        private Side mirrored() {
            if (this == ABOVE || this == BELOW) {
                return this == ABOVE ? BELOW : ABOVE;
            }
            return this == AT_LEAST ? AT_MOST : this == AT_MOST ? AT_LEAST : this;
        }

        private boolean isFromBelow() {
            return this == ABOVE || this == AT_LEAST;
        }

        private boolean isComparison() {
            return this != WHOLE && this != PART;
        }

        /**
         * The end of a range that is nearest to the bound, or beyond it; one that was stated as the bound itself is
         * within.
         */
        private double nearest(Shape shape) {
            return isFromBelow() ? shape.quantile(TAIL) * (1 + ROUNDING) : shape.quantileFromTop(TAIL) * (1 - ROUNDING);
        }
    }

    /** The rule in words, with the name of the bound, or its value. */
    public static Bound of(String argument, Side side, Node bound) {
        String name = Note.resolve(bound).name();
        String text = name == null ? text(bound.kind(), bound.value()) : name;
        return new Bound(argument, side, isMirrored(bound), text);
    }

    /** Whether a plain number satisfies the bound. */
    public static boolean holds(Side side, Node value, Node bound) {
        return (isMirrored(bound) ? side.mirrored() : side).holds(value.value(), bound.value());
    }

    private static boolean isMirrored(Node bound) {
        return bound.kind().dimension().isReversed();
    }

    /** The value itself if it satisfies the bound; otherwise NaN. */
    @Override
    public double apply(double... operands) {
        return held().holds(operands[0], operands[1]) ? operands[0] : Double.NaN;
    }

    private Side held() {
        return isMirrored ? side.mirrored() : side;
    }

    @Override
    public String condition() {
        return argument + " must be " + side.words + (side == Side.WHOLE ? "" : " " + bound);
    }

    /** The refusal of a value that violates the bound; empty if it satisfies it. */
    public String fault(Node value, Node limit) {
        if (side == Side.WHOLE && value.isUncertain()) {
            return "";
        }
        if (!held().holds(value.value(), limit.value())) {
            return rule(limit) + " but was " + text(value.kind(), value.value());
        }
        return side.isComparison() && value.isUncertain() != limit.isUncertain() ? faultOfRange(value, limit) : "";
    }

    /** Of one range and one number. */
    private String faultOfRange(Node value, Node limit) {
        boolean isValue = value.isUncertain();
        Side of = isValue ? held() : held().mirrored();
        Shape shape = leaf(isValue ? value : limit).shape();
        if (shape == null) {
            return ""; // calculated
        }
        double end = of.nearest(shape);
        if (of.holds(end, isValue ? limit.value() : value.value())) {
            return "";
        }
        String was = isValue ? "" : "was " + text(value.kind(), value.value()) + ", and ";
        boolean isLow = (isValue ? side : side.mirrored()).isFromBelow();
        return rule(limit) + " but " + was + (isLow ? "p5" : "p95") + " of " + (isValue ? "its range" : bound) + " is "
                + text(value.kind(), end);
    }

    /** The node without notes and names. */
    private static Node leaf(Node node) {
        Node found = Note.resolve(node);
        while (found instanceof Node.Named) {
            found = Note.resolve(found.operands().get(0));
        }
        return found;
    }

    private String rule(Node limit) {
        String text = text(limit.kind(), limit.value());
        return condition() + (side == Side.WHOLE || bound.equals(text) ? "" : ", which is " + text + ",");
    }

    private static String text(Kind kind, double value) {
        boolean isRatio = kind.dimension() == Dimension.RATIO;
        return isRatio ? QuantityWriter.stated(Kind.COUNT, value) : QuantityWriter.stated(kind, value);
    }
}
