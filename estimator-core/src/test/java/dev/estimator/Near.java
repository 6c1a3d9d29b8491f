package dev.estimator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Comparison of computed numbers: a few roundings apart and no more. */
public final class Near {
    private static final double ROUNDING = 1e-13;

    private Near() {}

    /** To 13 digits; exactly where zero is expected. */
    public static void assertNear(double expected, double actual) {
        assertNear(expected, actual, ROUNDING);
    }

    public static void assertNear(double expected, double actual, double relative) {
        assertThat(actual).isCloseTo(expected, within(relative * Math.abs(expected)));
    }
}
