package dev.estimator.internal.text;

import java.math.BigDecimal;

/** Names of percentiles: 'p99', 'p99.5'. */
public final class PercentileText {
    private PercentileText() {}

    /**
     * The name of a percentile.
     *
     * @throws IllegalArgumentException if it is not between 0 and 100, exclusive
     */
    public static String of(double percent) {
        Refusal.unless(percent > 0 && percent < 100, "percent", "between 0 and 100, exclusive,", percent);
        return "p" + Numerals.plain(BigDecimal.valueOf(percent));
    }
}
