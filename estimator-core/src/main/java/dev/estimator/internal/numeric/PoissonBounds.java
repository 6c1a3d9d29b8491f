package dev.estimator.internal.numeric;

import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/**
 * Exact confidence bounds of the mean of a Poisson distribution, of which one count is known.
 *
 * @see "F. Garwood, Fiducial Limits for the Poisson Distribution, Biometrika 28, 1936"
 */
public final class PoissonBounds {
    /** Relative, for the quantiles are searched. */
    private static final double ACCURACY = 1e-14;

    private PoissonBounds() {}

    /** The mean below which the true one lies with the given probability: {@code ½ χ²(confidence; 2 count + 2)}. */
    public static double upper(double count, double confidence) {
        return quantile(confidence, 2 * count + 2);
    }

    /** The mean above which the true one lies with the given probability: {@code ½ χ²(1 − confidence; 2 count)}. */
    public static double lower(double count, double confidence) {
        return count == 0 ? 0 : quantile(1 - confidence, 2 * count);
    }

    private static double quantile(double probability, double degrees) {
        return 0.5
                * new ChiSquaredDistribution(null, degrees, ACCURACY * degrees)
                        .inverseCumulativeProbability(probability);
    }
}
