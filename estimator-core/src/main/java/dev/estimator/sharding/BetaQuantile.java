package dev.estimator.sharding;

import dev.estimator.internal.range.Gauss;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.statistics.distribution.GammaDistribution;

/** Quantiles of the beta distribution, even where its mean is one in millions. */
final class BetaQuantile {
    private static final BrentSolver SOLVER = new BrentSolver(1e-14, 1e-300, 1e-300);
    private static final int MOST_STEPS = 1000;

    /**
     * The parameter from which on limit laws are used, right to 1e-7; the continued fraction would not converge there.
     */
    private static final double LARGE = 1e9;

    private static final double TINY = 1e-8;

    private BetaQuantile() {}

    /**
     * The quantile in multiples of the mean, {@code x (a + b) ÷ a}.
     *
     * @param a the first parameter, above zero
     * @param b the second parameter, above zero
     * @param above the probability to be above the quantile, between 0 and 1, exclusive; small for a high quantile,
     *     which then has all its digits
     */
    static double ofMean(double a, double b, double above) {
        if (Math.min(a, b) >= LARGE) {
            return nearlyNormal(a, b, above);
        }
        if (a / b < TINY) {
            return GammaDistribution.of(a, 1 / a).inverseSurvivalProbability(above);
        }
        double mean = a / (a + b);
        DoubleUnaryOperator excess = above < 0.5
                ? ratio -> above - Beta.regularizedBeta(1 - ratio * mean, b, a)
                : ratio -> Beta.regularizedBeta(ratio * mean, a, b) - (1 - above);
        double low = 1;
        while (excess.applyAsDouble(low) > 0) {
            low /= 2;
        }
        double high = Math.min(2 * low, 1 / mean);
        while (excess.applyAsDouble(high) < 0) {
            low = high;
            high = Math.min(2 * high, 1 / mean);
        }
        return SOLVER.solve(MOST_STEPS, excess::applyAsDouble, low, high);
    }

    /** The normal limit with the first term of the Cornish–Fisher series. */
    private static double nearlyNormal(double a, double b, double above) {
        double sd = 1 / Math.sqrt(a + a * (a / b) + a / b);
        double z = -Gauss.quantile(above);
        double skewness = 2 * sd * (1 - a / b);
        return 1 + sd * (z + (z * z - 1) * skewness / 6);
    }
}
