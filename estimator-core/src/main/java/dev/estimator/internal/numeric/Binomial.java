package dev.estimator.internal.numeric;

import org.apache.commons.math3.special.Beta;

/** Tails of the binomial distribution. */
public final class Binomial {
    /** Up to so many trials a sum is quicker than the beta function. */
    private static final int FEW = 64;

    private Binomial() {}

    /**
     * The probability of more than {@code allowed} successes in {@code trials}; not a number if that is impossible.
     *
     * <p>{@code P(X > a) = I_p(a + 1, n − a)}, the regularized incomplete beta function, which keeps its relative
     * precision where the probability is tiny; of few trials a sum without differences, which keeps it too.
     *
     * @see "NIST Digital Library of Mathematical Functions, 8.17.5"
     */
    public static double moreThan(int allowed, int trials, double p) {
        boolean isPossible = allowed >= 0 && allowed < trials && p >= 0 && p <= 1;
        return isPossible && trials <= FEW
                ? sum(allowed, trials, p)
                : Beta.regularizedBeta(p, allowed + 1.0, trials - (double) allowed);
    }

    /** By the number of failures before the first success that is not allowed: {@code pᵃ⁺¹ Σ C(a + j, j) (1 − p)ʲ}. */
    private static double sum(int allowed, int trials, double p) {
        double term = 1;
        double sum = 1;
        for (int failures = 1; failures < trials - allowed; failures++) {
            term *= (1 - p) * (allowed + failures) / failures;
            sum += term;
        }
        return Math.min(1, sum * Math.pow(p, allowed + 1.0));
    }
}
