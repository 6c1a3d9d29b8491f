package dev.estimator.sharding;

import dev.estimator.internal.input.Refusal;
import dev.estimator.quantity.Count;

/** What is asked of numbers of things. */
final class Inputs {
    private Inputs() {}

    /** Refuses a number of things that is not whole; the best guess of a range may be between two. */
    static void whole(Count number, String name) {
        Refusal.unless(
                number.isUncertain() || number.value() == Math.rint(number.value()),
                name,
                "a whole number",
                number.value());
    }
}
