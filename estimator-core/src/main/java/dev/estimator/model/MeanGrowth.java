package dev.estimator.model;

import dev.estimator.internal.graph.Grown;
import dev.estimator.quantity.Formula;
import dev.estimator.quantity.Quantities;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.quantity.Units;

/**
 * The mean, over the last part of a time, of a rate that grows all the time, as a multiple of the rate at the start.
 */
record MeanGrowth() implements Formula, Grown {
    /**
     * {@code gᵀ⁻ʳ × (gʳ − 1) ÷ (r × ln g)}, the mean of {@code gᵗ} over {@code T − r ≤ t ≤ T} years; 1 without growth.
     *
     * @param inputs the growth in a year, the part r and the whole time T, both in seconds; NaN if T is below r
     */
    @Override
    public double apply(double... inputs) {
        double before = inputs[2] - inputs[1];
        if (before < 0) {
            return Double.NaN;
        }
        double perSecond = Math.log(inputs[0]) / Quantities.YEAR.to(Units.SECONDS);
        double exponent = Math.log(inputs[0]) * inputs[1] / Quantities.YEAR.to(Units.SECONDS);
        double mean = exponent == 0 ? 1 : Math.expm1(exponent) / exponent;
        return before == 0 ? mean : Math.exp(perSecond * before) * mean;
    }

    @Override
    public Direction direction(int input) {
        return input == 0 ? Direction.RISING : Direction.UNKNOWN;
    }

    static Ratio over(TimeSpan time, Ratio yearlyGrowth) {
        return named("average of {0}^(t ÷ 1 y) for t = 0 … {1}", time, time, yearlyGrowth);
    }

    static Ratio overLast(TimeSpan part, TimeSpan whole, Ratio yearlyGrowth) {
        return named("average of {0}^(t ÷ 1 y) for t = {2} − {1} … {2}", part, whole, yearlyGrowth);
    }

    private static Ratio named(String notation, TimeSpan part, TimeSpan whole, Ratio yearlyGrowth) {
        return Ratio.computed(notation, new MeanGrowth(), yearlyGrowth, part, whole)
                .named("mean growth");
    }
}
