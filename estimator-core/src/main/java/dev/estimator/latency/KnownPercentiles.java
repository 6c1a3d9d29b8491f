package dev.estimator.latency;

import dev.estimator.internal.input.Percentile;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Which percentiles of a latency are known.
 *
 * @param start the share of the requests that are slower than the first that is known
 * @param end the share of those of which nothing is known but that they are slower
 */
record KnownPercentiles(double start, double end) {
    /** A smaller unknown share is ignored. */
    private static final double UNSEEN = 1e-6;

    private static final double MEDIAN = 0.5;

    /** The relative rounding error of a computed share. */
    private static final double ROUNDING = 1e-9;

    /** The unknown percentiles, as in 'not known beyond p99'; empty if all from the median upwards are known. */
    String limits() {
        boolean hasFirst = start < MEDIAN * (1 - ROUNDING);
        boolean hasLast = end > UNSEEN;
        if (!hasFirst && !hasLast) {
            return "";
        }
        return "not known " + (hasFirst ? "below " + first(start) : "") + (hasFirst && hasLast ? " or " : "")
                + (hasLast ? "beyond " + last(end) : "");
    }

    /**
     * What is taken for granted of what parts of it take below their first percentile, if that is the median or later;
     * else empty.
     */
    static String taken(Plan plan) {
        return plan instanceof LeafPlan || plan.start() > MEDIAN * (1 + ROUNDING)
                ? ""
                : "below " + first(plan.start()) + " of a part taken as even";
    }

    /** 'p99' or the like, rounded down where it is not whole. */
    static String last(double share) {
        return name(share * (1 - ROUNDING), RoundingMode.UP);
    }

    /** The first known percentile, rounded up. */
    static String first(double share) {
        return name(share * (1 + ROUNDING), RoundingMode.DOWN);
    }

    private static String name(double share, RoundingMode rounding) {
        BigDecimal two = new BigDecimal(share).round(new MathContext(2, rounding));
        double percent = BigDecimal.ONE.subtract(two).movePointRight(2).doubleValue();
        return percent > 0 ? Percentile.name(percent) : "p0";
    }
}
