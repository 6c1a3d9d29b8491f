package dev.estimator.analysis;

import dev.estimator.internal.graph.Grown;
import dev.estimator.quantity.Formula;

/**
 * The factor by which a quantity has grown after a time. The inputs are the rate, the period and the time.
 *
 * @param law how it grows
 */
record GrowthFactor(GrowthLaw law) implements Formula, Grown {
    @Override
    public double apply(double... inputs) {
        return law.factor(inputs[0], inputs[2] / inputs[1]);
    }

    @Override
    public Direction direction(int input) {
        if (input > 0 && law == GrowthLaw.FACTOR) {
            return Direction.UNKNOWN; // a factor may be below 1
        }
        return input == 1 ? Direction.FALLING : Direction.RISING;
    }
}
