package dev.estimator.internal.text;

import dev.estimator.internal.unit.Kind;

/**
 * The cases of a range in which an answer is beyond every number.
 *
 * @param share how many of all cases
 * @param cause what that is called: 'overloaded'
 */
public record Beyond(double share, String cause) {
    /** No case. */
    public static final Beyond NONE = new Beyond(0, "");

    /** How a value is written with its range. */
    @FunctionalInterface
    public interface RangeText {
        String of(Kind kind, double value, double low, double high);
    }

    public boolean isPossible() {
        return share > 0;
    }

    /** 'overloaded in 21% of cases'. */
    public String words() {
        String cases = share == 1 ? "every case" : QuantityWriter.summary(Kind.SHARE, share) + " of cases";
        return (cause.isEmpty() ? "without an end" : cause) + " in " + cases;
    }

    /** A value with its range, or in place of what is beyond every number the percentiles that exist, and the words. */
    public String range(RangeText text, Kind kind, double value, double p5, double p50, double p95) {
        if (!isPossible()) {
            return text.of(kind, value, p5, p95);
        }
        if (p95 < Double.POSITIVE_INFINITY && value < Double.POSITIVE_INFINITY) {
            return text.of(kind, value, p5, p95) + ", " + words();
        }
        return percentiles(kind, p5, p50, p95) + ": " + words();
    }

    private static String percentiles(Kind kind, double p5, double p50, double p95) {
        if (p50 < Double.POSITIVE_INFINITY) {
            return "p50 " + QuantityWriter.summary(kind, p50) + ", p95 " + QuantityWriter.summary(kind, p95);
        }
        return p5 < Double.POSITIVE_INFINITY
                ? "p5 " + QuantityWriter.summary(kind, p5) + ", p50 " + QuantityWriter.BEYOND
                : QuantityWriter.BEYOND;
    }
}
