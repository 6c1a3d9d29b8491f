package dev.estimator.caching;

import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * Generalized harmonic numbers, {@code H(n, α) = Σ k^−α} over {@code k = 1 … n}.
 *
 * <p>Beyond a head that is added up term by term the sum is its integral with the corrections of Euler and Maclaurin,
 * to about 14 digits. The number of terms need not be whole: between whole numbers the function rises smoothly.
 *
 * @see "NIST Digital Library of Mathematical Functions, 2.10(i) and 25.11.5"
 */
final class Harmonic {
    /** The terms of the head; the corrections there are below 1e-15 for exponents up to 20. */
    private static final int HEAD = 32;

    /** {@code B₂ₖ ÷ (2k)!}, the coefficients of the odd derivatives. */
    private static final double[] COEFFICIENTS = {
        1.0 / 12, -1.0 / 720, 1.0 / 30_240, -1.0 / 1_209_600, 1.0 / 47_900_160, -691.0 / 1_307_674_368_000.0
    };

    private static final double ROUNDING = 1e-15;
    private static final int MOST_EVALUATIONS = 1000;
    private static final BrentSolver SOLVER = new BrentSolver(ROUNDING, ROUNDING, ROUNDING);

    private Harmonic() {}

    /** The sum of the first n terms, for {@code n ≥ 0} and {@code 0 ≤ α ≤ 20}. */
    static double number(double n, double exponent) {
        if (n <= HEAD && n == Math.rint(n)) {
            return head((int) n, exponent);
        }
        double sum = head(HEAD, exponent);
        double end = n;
        for (; end < HEAD; end++) {
            sum -= Math.pow(end + 1, -exponent);
        }
        return sum + integral(end, exponent) + correction(end, exponent) - correction(HEAD, exponent);
    }

    /** The number of terms that add up to a sum: the n up to {@code most} with {@code H(n, α) = sum}. */
    static double terms(double sum, double exponent, double most) {
        if (!(sum > 0) || !(sum < number(most, exponent))) {
            return sum > 0 ? most : 0;
        }
        return SOLVER.solve(MOST_EVALUATIONS, n -> number(n, exponent) / sum - 1, 0, most);
    }

    /**
     * The exponent, at most {@code most}, at which the first {@code top} of n terms have a share of the sum; NaN if
     * there is none.
     */
    static double exponent(double top, double n, double share, double most) {
        UnivariateFunction excess = exponent -> number(top, exponent) / number(n, exponent) - share;
        double least = excess.value(0);
        if (!(Math.abs(least) > ROUNDING)) {
            return 0;
        }
        return least < 0 && share < 1 && excess.value(most) >= 0
                ? SOLVER.solve(MOST_EVALUATIONS, excess, 0, most)
                : Double.NaN;
    }

    private static double head(int n, double exponent) {
        double sum = 0;
        for (int k = n; k >= 1; k--) {
            sum += Math.pow(k, -exponent);
        }
        return sum;
    }

    /** From the head to the end, {@code ∫ x^−α dx}, smooth where α = 1. */
    private static double integral(double end, double exponent) {
        double logarithm = Math.log(end / HEAD);
        double power = (1 - exponent) * logarithm;
        double scaled = power == 0 ? 1 : Math.expm1(power) / power;
        return Math.pow(HEAD, 1 - exponent) * logarithm * scaled;
    }

    /** The correction at an end: half the term there, and the odd derivatives. */
    private static double correction(double x, double exponent) {
        double term = Math.pow(x, -exponent);
        double sum = term / 2;
        double derivative = -term * exponent / x;
        for (int k = 0; k < COEFFICIENTS.length; k++) {
            sum += COEFFICIENTS[k] * derivative;
            double order = exponent + 2 * k + 1;
            derivative *= order * (order + 1) / (x * x);
        }
        return sum;
    }
}
