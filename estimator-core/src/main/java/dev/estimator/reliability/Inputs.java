package dev.estimator.reliability;

import dev.estimator.internal.text.Refusal;
import dev.estimator.quantity.Amount;

/** What the classes of this package ask of their inputs. */
final class Inputs {
    private Inputs() {}

    static <Q extends Amount<Q>> void aboveZero(Q amount, String name) {
        Refusal.unless(amount.compareTo(amount.times(0)) > 0, name, "above zero", amount);
    }
}
