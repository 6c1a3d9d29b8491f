package dev.estimator.internal.range;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** The standard normal distribution. */
public final class Gauss {
    /** The score of the 95th percentile, which makes a 90 % interval. */
    public static final double Z95 = 1.6448536269514722;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private Gauss() {}

    public static double density(double z) {
        return NORMAL.density(z);
    }

    public static double cumulative(double z) {
        return NORMAL.cumulativeProbability(z);
    }

    public static double quantile(double p) {
        return NORMAL.inverseCumulativeProbability(p);
    }
}
