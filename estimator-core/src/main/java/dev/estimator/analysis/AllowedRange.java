package dev.estimator.analysis;

import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The canonical values between which an assumption may lie, and the limits that set them.
 *
 * @param low the least; 0 if nothing limits it
 * @param lower the limit that fails just below; none if nothing limits it or there is no answer below
 * @param high the greatest; infinite if nothing limits it
 * @param upper the limit that fails just above; none if nothing limits it or there is no answer above
 */
record AllowedRange(
        double low,
        @Nullable Limit<?> lower,
        double high,
        @Nullable Limit<?> upper) {
    static AllowedRange unlimited() {
        return new AllowedRange(0, null, Double.POSITIVE_INFINITY, null);
    }

    AllowedRange and(AllowedRange other) {
        AllowedRange below = other.high < high ? other : this;
        AllowedRange above = other.low > low ? other : this;
        return new AllowedRange(above.low, above.lower, below.high, below.upper);
    }

    boolean isEmpty() {
        return low > high;
    }

    /** Says why the range is empty; a quantity that is held as its complement is stated the other way round. */
    String conflict(DoubleFunction<String> text, boolean isReversed) {
        return isReversed
                ? conflict(upper, text.apply(high), lower, text.apply(low))
                : conflict(lower, text.apply(low), upper, text.apply(high));
    }

    private static String conflict(@Nullable Limit<?> lower, String least, @Nullable Limit<?> upper, String most) {
        return who(lower) + " asks for at least " + least + ", " + who(upper) + " for at most " + most;
    }

    private static String who(@Nullable Limit<?> limit) {
        return limit == null ? "the calculation" : limit.inWords();
    }
}
