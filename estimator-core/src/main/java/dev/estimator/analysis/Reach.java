package dev.estimator.analysis;

import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Between which canonical values an assumption may lie, and the limits that say so.
 *
 * @param low the least; 0 if nothing limits it
 * @param lower the limit that fails just below
 * @param high the greatest; infinite if nothing limits it
 * @param upper the limit that fails just above
 */
record Reach(
        double low,
        @Nullable Limit<?> lower,
        double high,
        @Nullable Limit<?> upper) {
    static Reach unlimited() {
        return new Reach(0, null, Double.POSITIVE_INFINITY, null);
    }

    static Reach atMost(double high, Limit<?> limit) {
        return new Reach(0, null, high, limit);
    }

    static Reach atLeast(double low, Limit<?> limit) {
        return new Reach(low, limit, Double.POSITIVE_INFINITY, null);
    }

    Reach and(Reach other) {
        Reach below = other.high < high ? other : this;
        Reach above = other.low > low ? other : this;
        return new Reach(above.low, above.lower, below.high, below.upper);
    }

    boolean isEmpty() {
        return low > high;
    }

    String conflict(DoubleFunction<String> text) {
        return lower + " asks for at least " + text.apply(low) + ", " + upper + " for at most " + text.apply(high);
    }
}
