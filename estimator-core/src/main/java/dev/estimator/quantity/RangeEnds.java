package dev.estimator.quantity;

import dev.estimator.internal.graph.Node.Range;
import dev.estimator.internal.range.Bell;
import dev.estimator.internal.range.Line;
import dev.estimator.internal.range.Shape;
import dev.estimator.internal.range.Skewed;
import dev.estimator.internal.text.TypedUnit;
import dev.estimator.internal.unit.Kind;

/** The two ends of a range, in the order of the canonical values. */
record RangeEnds<Q extends Quantity<Q>>(Q low, Q high, Kind kind, double least, double most) {
    /** Ends and middle must differ by more than this, relative to their size. */
    private static final double DISTINCT = 1e-9;

    static <Q extends Quantity<Q>> RangeEnds<Q> of(Q low, Q high) {
        OtherRanges.requirePlain(low, "low");
        OtherRanges.requirePlain(high, "high");
        low.requireSameUnit(high);
        if (!(low.compareTo(high) < 0)) {
            throw new IllegalArgumentException("low must be below high but they were " + low + " and " + high);
        }
        double a = ((Quantity<?>) low).value;
        double b = ((Quantity<?>) high).value;
        if (!(Math.max(a, b) / Math.min(a, b) > 1 + DISTINCT)) {
            throw new IllegalArgumentException("low and high must differ by more than a billionth but were "
                    + low.toLongString() + " and " + high.toLongString());
        }
        Kind kind = TypedUnit.kindOfEnds(low.shownKind(), high.shownKind(), Math.sqrt(a) * Math.sqrt(b));
        return new RangeEnds<>(low, high, kind, Math.min(a, b), Math.max(a, b));
    }

    /** For shapes without a least and a greatest value. */
    RangeEnds<Q> openEnded() {
        if (!(least > 0)) {
            throw new IllegalArgumentException(
                    kind.dimension().isReversed()
                            ? "high must be below 100% but was 100%: something that may never fail is no range"
                            : "low must be above zero but was " + low
                                    + ": take the smallest value that you would bet on, or uniform(low, high)");
        }
        if (line() == Line.ODDS && !(most < 1)) {
            throw new IllegalArgumentException("a bound must be inside of 0% and 100% but they were " + low + " and "
                    + high + ": take the most extreme value that you would bet on, or uniform(low, high)");
        }
        return this;
    }

    Line line() {
        return kind.dimension().largest() == 1 ? Line.ODDS : Line.LOG;
    }

    boolean isReversed() {
        return kind.dimension().isReversed();
    }

    double middle(String name, Q mid, boolean isInside) {
        OtherRanges.requirePlain(mid, name);
        low.requireSameUnit(mid);
        double middle = ((Quantity<?>) mid).value;
        boolean fits = isInside
                ? middle > least * (1 + DISTINCT) && middle < most / (1 + DISTINCT)
                : middle >= least && middle <= most;
        if (!fits) {
            boolean isLow = (middle - least < most - middle) != isReversed();
            throw new IllegalArgumentException(name + " must be " + (isInside ? "between " : "from ") + low
                    + (isInside ? " and " : " to ") + high + " but was " + mid + "; the nearest that is possible is "
                    + (isInside ? isLow ? "just above " : "just below " : "") + (isLow ? low : high));
        }
        return middle;
    }

    Q range(Shape shape) {
        return range(shape.at(0), shape);
    }

    Q range(double bestGuess, Shape shape) {
        if (!(shape.highest() < Double.POSITIVE_INFINITY) || (line() == Line.LOG && shape.lowest() < 0)) {
            throw new IllegalArgumentException(
                    "the range from " + low + " to " + high + " is too wide: its tail goes beyond any quantity");
        }
        if (shape instanceof Bell || shape instanceof Skewed) {
            requireTail(shape);
        }
        return low.make(bestGuess, new Range(kind, bestGuess, shape));
    }

    /** A tail that is nothing as a double would make quotients infinite. */
    private void requireTail(Shape shape) {
        if (!(shape.lowest() > 0)) {
            throw new IllegalArgumentException(
                    "the range from " + low + " to " + high + " is too wide: its lower tail is nothing but zero");
        }
    }
}
