package dev.estimator.quantity;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.graph.Node;
import dev.estimator.internal.graph.Node.Constant;
import dev.estimator.internal.graph.Node.Range;
import dev.estimator.internal.range.Discrete;
import dev.estimator.internal.range.TruncatedNormal;
import dev.estimator.internal.text.QuantityWriter;
import dev.estimator.internal.unit.Kind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** Ranges that are not made from two ends. */
final class OtherRanges {
    /** Of a normal distribution, no more than this may lie outside of what is possible. */
    private static final double MOST_CUT_OFF = 0.01;

    /** A standard deviation must be more than this part of the mean. */
    private static final double DISTINCT = 1e-9;

    /** How far parts that add up to one may be off by rounding. */
    private static final double ROUNDING = 1e-9;

    private OtherRanges() {}

    static <Q extends Quantity<Q>> Q normal(Q mean, Q sd) {
        requirePlain(mean, "mean");
        requirePlain(sd, "sd");
        mean.requireSameUnit(sd);
        Kind kind = mean.shownKind();
        double deviation = ((Quantity<?>) sd).value;
        double centre = ((Quantity<?>) mean).value;
        if (!(deviation > 0)) {
            throw new IllegalArgumentException("sd must be above zero but was " + sd);
        }
        if (!(deviation > centre * DISTINCT)) {
            throw new IllegalArgumentException("sd must be more than a billionth of the mean but they were "
                    + sd.toLongString() + " and " + mean.toLongString());
        }
        double largest = kind.dimension().largest();
        var shape = new TruncatedNormal(centre, deviation, largest == 1 ? 1 : Double.POSITIVE_INFINITY);
        if (!(shape.cutOff() <= MOST_CUT_OFF)) {
            throw new IllegalArgumentException("sd must be so small that at most 1% lies below zero"
                    + (largest == 1 ? " or above 100%" : "") + " but with mean " + mean + " and sd " + sd + " "
                    + QuantityWriter.summary(Kind.SHARE, shape.cutOff())
                    + " would: for something so uncertain use between(low, high)");
        }
        if (!(shape.highest() < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the range with mean " + mean + " and sd " + sd
                    + " is too wide: its tail goes beyond any quantity");
        }
        double bestGuess = shape.at(0);
        return mean.make(bestGuess, new Range(kind, bestGuess, shape));
    }

    static <Q extends Quantity<Q>> Q discrete(String argument, List<Q> values, List<Double> weights) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException(argument + " must not be empty");
        }
        Q first = values.get(0);
        Kind kind = first.shownKind();
        for (Q value : values) {
            requirePlain(value, "each of the " + argument);
            first.requireSameUnit(value);
            kind = kind.sharedWith(value.shownKind());
        }
        var shape = Discrete.of(
                values.stream().mapToDouble(v -> ((Quantity<?>) v).value).toArray(),
                weights.stream().mapToDouble(w -> w).toArray());
        if (!(shape.lowest() < shape.highest())) {
            throw new IllegalArgumentException(argument + " must have two different values at least but all were "
                    + first + ": a value without alternatives is a plain number");
        }
        double bestGuess = shape.quantile(0.5);
        return first.make(bestGuess, new Range(kind, bestGuess, shape));
    }

    /** Whether parts add up to the whole. */
    static boolean isWhole(double sum) {
        return Math.abs(sum - 1) <= ROUNDING;
    }

    static void requireWhole(double sum, String argument) {
        if (!isWhole(sum)) {
            throw new IllegalArgumentException(argument + " must add up to 100% but add up to " + percentage(sum));
        }
    }

    /** A number of hundredths, possibly above 100, with all digits that matter. */
    static String percentage(double part) {
        BigDecimal rounded = BigDecimal.valueOf(100 * part).round(new MathContext(12));
        return rounded.stripTrailingZeros().toPlainString() + "%";
    }

    /** Refuses what has a derivation, which a range would lose. */
    static void requirePlain(Quantity<?> quantity, String argument) {
        Node node = requireNonNull(quantity, argument).origin;
        if (node != null && !(node instanceof Constant)) {
            throw new IllegalArgumentException(argument + " must be a plain number but " + quantity
                    + " has been named, calculated or is a range itself");
        }
    }
}
