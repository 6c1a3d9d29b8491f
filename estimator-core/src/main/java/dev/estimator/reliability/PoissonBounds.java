package dev.estimator.reliability;

import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Exact confidence bounds of the mean of a Poisson distribution, from one count.
 *
 * <p>For a large count they are expanded around normal bounds, since the search takes time in proportion to the root of
 * the count; the terms left out are below 1e-15 of the bound.
 *
 * @see "F. Garwood, Fiducial Limits for the Poisson Distribution, Biometrika 28, 1936"
 * @see "H. Goldberg and H. Levine, Approximate Formulas for the Percentage Points and Normalization of t and χ², 1946"
 */
final class PoissonBounds {
    /** The relative accuracy of quantiles, which are found by search. */
    private static final double ACCURACY = 1e-14;

    private static final double LARGE = 1e6;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private PoissonBounds() {}

    /** The mean below which the true one lies with the given probability: {@code ½ χ²(confidence; 2 count + 2)}. */
    static double upper(double count, double confidence) {
        return quantile(confidence, 2 * count + 2);
    }

    /** The mean above which the true one lies with the given probability: {@code ½ χ²(1 − confidence; 2 count)}. */
    static double lower(double count, double confidence) {
        return count == 0 ? 0 : quantile(1 - confidence, 2 * count);
    }

    private static double quantile(double probability, double degrees) {
        if (degrees >= LARGE) {
            return ofLarge(degrees / 2, NORMAL.inverseCumulativeProbability(probability));
        }
        return 0.5
                * new ChiSquaredDistribution(null, degrees, ACCURACY * degrees)
                        .inverseCumulativeProbability(probability);
    }

    /** The quantile of a gamma distribution, in falling powers of the root of its shape. */
    private static double ofLarge(double shape, double z) {
        double root = Math.sqrt(shape);
        double z2 = z * z;
        return shape
                + z * root
                + (z2 - 1) / 3
                + z * (z2 - 7) / (36 * root)
                - (3 * z2 * z2 + 7 * z2 - 16) / (810 * shape);
    }
}
