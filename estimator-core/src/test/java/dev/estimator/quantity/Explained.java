package dev.estimator.quantity;

import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.ratio;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Assumptions to calculate with, and explanations, compared whole. */
final class Explained {
    static final Bytes A = assume("a", gb(11));
    static final Bytes B = assume("b", gb(5));
    static final Bytes C = assume("c", gb(2));
    static final Ratio X = assume("x", ratio(12));
    static final Ratio Y = assume("y", ratio(8));
    static final Ratio Z = assume("z", ratio(5));

    private Explained() {}

    static void assertExplained(String text, Quantity<?> quantity) {
        assertEquals(text, quantity.explain().toString());
    }
}
