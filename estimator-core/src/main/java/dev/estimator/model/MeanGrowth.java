package dev.estimator.model;

import dev.estimator.quantity.Formula;
import dev.estimator.quantity.Quantities;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.quantity.Units;

/** The mean of a rate that grows all the time, as a multiple of the rate at the start. */
record MeanGrowth() implements Formula {
    /**
     * {@code (gᵀ − 1) ÷ (T × ln g)}, the mean of {@code gᵗ} over {@code 0 ≤ t ≤ T} years; 1 without growth.
     *
     * @param inputs the growth in a year, and the time in seconds
     */
    @Override
    public double apply(double... inputs) {
        double exponent = Math.log(inputs[0]) * inputs[1] / Quantities.YEAR.to(Units.SECONDS);
        return exponent == 0 ? 1 : Math.expm1(exponent) / exponent;
    }

    @Override
    public Direction direction(int input) {
        return input == 0 ? Direction.RISING : Direction.UNKNOWN;
    }

    static Ratio over(TimeSpan time, Ratio yearlyGrowth) {
        return Ratio.computed("mean of {0}^years over {1}", new MeanGrowth(), yearlyGrowth, time)
                .named("mean growth");
    }
}
