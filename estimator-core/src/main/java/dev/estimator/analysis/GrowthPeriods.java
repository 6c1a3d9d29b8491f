package dev.estimator.analysis;

import dev.estimator.internal.graph.Grown;
import dev.estimator.quantity.Formula;

/**
 * The number of periods for which a growing quantity stays within a limit. The inputs are the limit, the present
 * amount, and the rate.
 *
 * @param law how it grows
 */
record GrowthPeriods(GrowthLaw law) implements Formula, Grown {
    @Override
    public double apply(double... inputs) {
        double limit = inputs[0];
        double now = inputs[1];
        if (now > limit) {
            return 0;
        }
        return now > 0 && law.isGrowth(inputs[2]) ? law.periodsUntil(limit / now, inputs[2]) : Double.POSITIVE_INFINITY;
    }

    @Override
    public Direction direction(int input) {
        return input == 0 ? Direction.RISING : Direction.FALLING;
    }

    @Override
    public String condition() {
        return "the limit is never reached";
    }

    @Override
    public String beyond() {
        return "never reached";
    }
}
