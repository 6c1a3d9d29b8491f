package dev.estimator.sharding;

import org.apache.commons.math3.special.Beta;

/** Balls in more bins than can be enumerated: whether each is alone in its bin, and the tail of one bin. */
final class Collision {
    /** From this many bins on Stirling's series is exact; below, the product is short. */
    private static final double MANY = 1000;

    private static final int HALVINGS = 200;

    private Collision() {}

    /** The logarithm of the probability that no two balls are in one bin: {@code Σ ln(1 − i ÷ N)} for i below n. */
    static double logAllAlone(double balls, double bins) {
        if (balls > bins) {
            return Double.NEGATIVE_INFINITY;
        }
        if (balls <= MANY) {
            double sum = 0;
            for (int i = 1; i < balls; i++) {
                sum += Math.log1p(-i / bins);
            }
            return sum;
        }
        double x = balls / bins;
        if (x > 0.5) {
            return Double.NEGATIVE_INFINITY; // the probability is below e^(−0.15 × 1000)
        }
        // By Stirling, N ((1 − x) ln(1 − x) + x) and so on; the series in x keeps its digits where x is small.
        double series = 0;
        double power = x * balls;
        for (int k = 2; power / (k * (k - 1.0)) > 1e-17 * series; k++) {
            series += power / (k * (k - 1.0));
            power *= x;
        }
        return -series - Math.log1p(-x) / 2 - x / (12 * (bins - balls));
    }

    /** The greatest number of balls that are all alone in their bins with a probability of at least 1 − p. */
    static double mostAlone(double bins, double p) {
        double allowed = Math.log1p(-p);
        double low = 1;
        double high = 2 + Math.sqrt(0.25 - 2 * bins * allowed);
        for (int i = 0; i < HALVINGS && high - low > Math.max(0.5, Math.ulp(high)); i++) {
            double middle = Math.rint((low + high) / 2);
            if (middle <= low || middle >= high) {
                break;
            }
            if (logAllAlone(middle, bins) >= allowed) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The probability that a given bin has more balls than the limit: a binomial tail, which keeps its digits. */
    static double moreThan(double limit, double balls, double bins) {
        return limit >= balls ? 0 : Beta.regularizedBeta(1 / bins, limit + 1, balls - limit);
    }
}
