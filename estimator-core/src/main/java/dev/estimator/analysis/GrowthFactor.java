package dev.estimator.analysis;

import dev.estimator.quantity.Formula;

/**
 * The factor by which a quantity has grown after a time. The inputs are the rate, the time and the period.
 *
 * @param law how it grows
 */
record GrowthFactor(GrowthLaw law) implements Formula {
    @Override
    public double apply(double... inputs) {
        return law.factor(inputs[0], inputs[1] / inputs[2]);
    }

    @Override
    public Direction direction(int input) {
        if (input > 0 && law == GrowthLaw.FACTOR) {
            return Direction.UNKNOWN; // a factor may be below 1
        }
        return input == 2 ? Direction.FALLING : Direction.RISING;
    }
}
