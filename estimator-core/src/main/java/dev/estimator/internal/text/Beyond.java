package dev.estimator.internal.text;

import dev.estimator.internal.unit.Kind;
import java.util.function.DoubleFunction;

/**
 * The cases of a range in which an answer is beyond every number.
 *
 * @param share how many of all cases
 * @param error how far that may be off, if it was drawn; 0 if it is exact
 * @param cause what that is called: 'overloaded'
 */
public record Beyond(double share, double error, String cause) {
    private static final double ROUNDING = 1e-9;

    /** No case. */
    public static final Beyond NONE = new Beyond(0, 0, "");

    /** How a value is written with its range. */
    @FunctionalInterface
    public interface RangeText {
        String of(Kind kind, double value, double low, double high);
    }

    public boolean isPossible() {
        return share > 0;
    }

    /** That are so many, with the ends of the interval in which they are. */
    public static Beyond of(double share, double low, double high, String cause) {
        return new Beyond(share, Math.max(high - share, share - low), cause);
    }

    /** 'overloaded in 21.3% of cases', of draws 'overloaded in 21.3% ± 0.6% of cases'. */
    public String words() {
        String cases = VerdictText.cases(share, share == 1 ? 0 : error);
        return (cause.isEmpty() ? "without an end" : cause) + " " + cases;
    }

    /**
     * A value with its range, or in place of what is beyond every number the percentiles that exist, and the words. A
     * best guess outside of its range would look like a mistake, so the median is shown before it.
     */
    public String range(RangeText text, Kind kind, double value, double p5, double p50, double p95) {
        if (isPossible() && !(p95 < Double.POSITIVE_INFINITY && value < Double.POSITIVE_INFINITY)) {
            return percentiles(number -> text.of(kind, number, number, number), p5, p50, p95) + ": " + words();
        }
        String range =
                isWithin(value, p5, p95) ? text.of(kind, value, p5, p95) : outside(text, kind, value, p5, p50, p95);
        return isPossible() ? range + ", " + words() : range;
    }

    /** A range too narrow to be read is the value, on whichever side of it that lies. */
    private static String outside(RangeText text, Kind kind, double value, double p5, double p50, double p95) {
        String best = text.of(kind, value, value, value);
        String median = text.of(kind, p50, p5, p95);
        return median.equals(best) ? best : "p50 " + median + ", best guess " + best;
    }

    /** Whether a value is between the two ends of its range, of which an availability has the greater first. */
    public static boolean isWithin(double value, double p5, double p95) {
        return value >= Math.min(p5, p95) * (1 - ROUNDING) && value <= Math.max(p5, p95) * (1 + ROUNDING);
    }

    private static String percentiles(DoubleFunction<String> text, double p5, double p50, double p95) {
        if (p50 < Double.POSITIVE_INFINITY) {
            return "p50 " + text.apply(p50) + ", p95 "
                    + (p95 < Double.POSITIVE_INFINITY ? text.apply(p95) : QuantityWriter.BEYOND);
        }
        return p5 < Double.POSITIVE_INFINITY
                ? "p5 " + text.apply(p5) + ", p50 " + QuantityWriter.BEYOND
                : QuantityWriter.BEYOND;
    }
}
