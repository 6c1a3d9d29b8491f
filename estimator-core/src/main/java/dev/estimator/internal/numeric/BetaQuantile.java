package dev.estimator.internal.numeric;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Quantiles of the beta distribution, also where its mean is one in millions. */
public final class BetaQuantile {
    private static final BrentSolver SOLVER = new BrentSolver(1e-14, 1e-300, 1e-300);
    private static final int MOST_STEPS = 1000;

    /** From here on two terms of an expansion have all digits, where the continued fraction needs ever more steps. */
    private static final double NARROW = 1e9;

    /** Beyond that the other parameter makes no difference: it is the law of a sum of exponential times. */
    private static final double MANY = 1e9;

    private BetaQuantile() {}

    /**
     * The quantile in multiples of the mean, {@code x (a + b) ÷ a}.
     *
     * @param a the first parameter, above zero
     * @param b the second parameter, above zero
     * @param above the probability to be above the quantile, between 0 and 1, exclusive; small for a high quantile, which then has all
     *     its digits
     */
    public static double ofMean(double a, double b, double above) {
        if (a >= NARROW) {
            return narrow(a, a / b, above);
        }
        double beta = Math.min(b, a * MANY);
        double mean = a / (a + beta);
        DoubleUnaryOperator excess = above < 0.5
                ? ratio -> above - Beta.regularizedBeta(1 - ratio * mean, beta, a)
                : ratio -> Beta.regularizedBeta(ratio * mean, a, beta) - (1 - above);
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

    /**
     * By the normal distribution and the skewness.
     *
     * @param ratio the first parameter as a part of the second
     * @see "E. A. Cornish and R. A. Fisher, Moments and cumulants in the specification of distributions, Revue de l'Institut
     *     International de Statistique 5 (4), 1938"
     */
    private static double narrow(double a, double ratio, double above) {
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability(above);
        double skewness = 2 * (1 - ratio) / Math.sqrt(1 + ratio) / Math.sqrt(a);
        double deviation = 1 / Math.sqrt(1 + ratio) / Math.sqrt(a);
        return 1 + deviation * (z + (z * z - 1) * skewness / 6);
    }
}
