package dev.estimator.slo;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.input.Refusal;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.TimeSpan;
import java.math.BigDecimal;

/** Checks of what goes in. */
final class Inputs {
    private Inputs() {}

    static void atMost(TimeSpan most, String mostName, TimeSpan time, String name) {
        Refusal.unless(
                requireNonNull(time, name).compareTo(most) <= 0,
                name,
                "at most " + mostName + ", which is " + most,
                time);
    }

    static void atMost(Count most, String mostName, Count count, String name) {
        Refusal.unless(
                requireNonNull(count, name).compareTo(most) <= 0,
                name,
                "at most " + mostName + ", which is " + plain(most),
                plain(count));
    }

    /** All digits: of a thousand and one, '1k' would not say why it is too many. */
    private static String plain(Count count) {
        return BigDecimal.valueOf(count.value()).stripTrailingZeros().toPlainString();
    }
}
