package dev.estimator.internal.numeric;

import org.apache.commons.math3.special.Beta;

/** Tails of the binomial distribution. */
public final class Binomial {
    private Binomial() {}

    /**
     * The probability of more than {@code allowed} successes in {@code trials}.
     *
     * <p>{@code P(X > a) = I_p(a + 1, n − a)}, the regularized incomplete beta function, which keeps its relative
     * precision where the probability is tiny.
     *
     * @see "NIST Digital Library of Mathematical Functions, 8.17.5"
     */
    public static double moreThan(int allowed, int trials, double p) {
        return Beta.regularizedBeta(p, allowed + 1.0, trials - (double) allowed);
    }
}
