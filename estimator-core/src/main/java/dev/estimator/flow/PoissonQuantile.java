package dev.estimator.flow;

import org.apache.commons.math3.special.Gamma;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Quantiles of the Poisson distribution. For a large mean they are expanded around normal quantiles, since the gamma
 * function takes time in proportion to the root of the mean; the terms left out are far below a millionth.
 *
 * @see "E. A. Cornish and R. A. Fisher, Moments and Cumulants in the Specification of Distributions, 1938"
 */
final class PoissonQuantile {
    private static final double LARGE = 1e6;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private PoissonQuantile() {}

    /** The least k with {@code P(X ≤ k) ≥ probability}: {@code P(X ≤ k) = Q(k + 1, mean)}. */
    static double of(double mean, double probability) {
        if (mean >= LARGE) {
            return ofLarge(mean, NORMAL.inverseCumulativeProbability(probability));
        }
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

    /**
     * The quantile of the count plus a uniform part of −½ to ½, which makes it continuous with the same distribution at
     * the midpoints between whole numbers, rounded there.
     */
    private static double ofLarge(double mean, double z) {
        double root = Math.sqrt(mean);
        double quantile = mean + z * root + (z * z - 1) / 6 + z * (4 - z * z) / (72 * root);
        return Math.max(0, Math.ceil(quantile - 0.5));
    }

    private static double atMost(double k, double mean) {
        return mean == 0 ? 1 : Gamma.regularizedGammaQ(k + 1, mean);
    }
}
