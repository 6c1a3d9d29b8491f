package dev.estimator.internal.input;

import java.math.BigDecimal;

/**
 * Percentiles that are named by a percentage, such as 99.9, which is taken as the decimal number that it is written as.
 */
public final class Percentile {
    private Percentile() {}

    /**
     * The usual name: 'p99', 'p99.9'.
     *
     * @throws IllegalArgumentException if it is not between 0 and 100
     */
    public static String name(double percent) {
        requirePercent(percent);
        return "p" + BigDecimal.valueOf(percent).stripTrailingZeros().toPlainString();
    }

    /**
     * The share of values above a percentile: 0.001 for p99.9.
     *
     * @throws IllegalArgumentException if it is not between 0 and 100
     */
    public static BigDecimal above(double percent) {
        requirePercent(percent);
        return BigDecimal.valueOf(100).subtract(BigDecimal.valueOf(percent)).movePointLeft(2);
    }

    private static void requirePercent(double percent) {
        Refusal.unless(percent > 0 && percent < 100, "percent", "above 0 and below 100", percent);
    }
}
