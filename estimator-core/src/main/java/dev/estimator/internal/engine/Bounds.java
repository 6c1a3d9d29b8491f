package dev.estimator.internal.engine;

import dev.estimator.internal.graph.Direction;
import dev.estimator.internal.graph.Node;
import dev.estimator.internal.graph.Op;
import dev.estimator.internal.range.Shape;
import dev.estimator.internal.unit.Dimension;

/** The least and the greatest value that any draw of a step can have. */
record Bounds(double low, double high) {
    static final Bounds UNKNOWN = new Bounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** A share may exceed 1 by a rounding error. */
    private static final double ROUNDING = 1e-12;

    /** The bounds of a leaf; a varied one can take any value that its type allows. */
    static Bounds of(Node leaf, boolean isVaried) {
        Shape shape = leaf.shape();
        return isVaried || shape == null
                ? new Bounds(0, leaf.kind().dimension().largest())
                : new Bounds(shape.lowest(), shape.highest());
    }

    /** The bounds of the result of an operation, given those of its operands. */
    static Bounds of(Op op, Bounds a, Bounds b) {
        boolean risesWithA = op.direction(0) == Direction.RISING;
        boolean risesWithB = op.direction(1) == Direction.RISING;
        return new Bounds(
                op.of(risesWithA ? a.low : a.high, risesWithB ? b.low : b.high),
                op.of(risesWithA ? a.high : a.low, risesWithB ? b.high : b.low));
    }

    boolean isWithin(Dimension dimension) {
        double largest = dimension.largest();
        return low >= 0 && high <= (largest == 1 ? 1 + ROUNDING : largest);
    }

    /** These bounds, widened to include positive infinity. */
    Bounds andBeyond() {
        return new Bounds(low, Double.POSITIVE_INFINITY);
    }

    Bounds within(Dimension dimension) {
        return new Bounds(low >= 0 ? low : 0, high <= dimension.largest() ? high : dimension.largest());
    }
}
