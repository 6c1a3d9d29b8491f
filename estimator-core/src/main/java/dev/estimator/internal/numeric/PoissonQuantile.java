package dev.estimator.internal.numeric;

import org.apache.commons.math3.special.Gamma;

/** Quantiles of the Poisson distribution. */
public final class PoissonQuantile {
    private PoissonQuantile() {}

    /** The least k with {@code P(X ≤ k) ≥ probability}: {@code P(X ≤ k) = Q(k + 1, mean)}. */
    public static double of(double mean, double probability) {
        double low = -1;
        double high = Math.ceil(mean);
        for (double step = 1; atMost(high, mean) < probability; step *= 2) {
            low = high;
            high += step;
        }
        while (high - low > 1) {
            double middle = Math.floor((low + high) / 2);
            if (atMost(middle, mean) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private static double atMost(double k, double mean) {
        return mean == 0 ? 1 : Gamma.regularizedGammaQ(k + 1, mean);
    }
}
