package dev.estimator.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Comparison of the ends and best guesses of ranges. */
final class NearRange {
    private NearRange() {}

    static void assertNear(double expected, Quantity<?> actual) {
        assertEquals(expected, actual.value, 1e-9 * expected);
    }
}
