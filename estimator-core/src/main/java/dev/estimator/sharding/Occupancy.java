package dev.estimator.sharding;

import dev.estimator.internal.numeric.Rounding;
import java.util.stream.IntStream;
import org.apache.commons.math3.special.Gamma;

/**
 * The number of balls in the fullest of several bins, if each ball falls into any bin with the same probability.
 *
 * <p>Counts of balls in bins are independent Poisson counts, given that they add up to the number of balls. So with
 * Poisson counts {@code Xᵢ} of the mean load,
 *
 * <pre>{@code P(max ≤ k) = P(X ≤ k)^n × P(Σ Xᵢ = m | all Xᵢ ≤ k) ÷ P(Poisson(m) = m)}</pre>
 *
 * <p>exactly. The middle factor is a Fourier sum of the n-th power of the characteristic function. Its period is at
 * least 10 standard deviations on either side, so aliasing is below rounding. The sums for one k are continued for the
 * next. Probabilities have an absolute error of at most 1e-10, so tiny ones have no correct digit.
 *
 * @see "B. Levin, A Representation for Multinomial Cumulative Distribution Functions, Annals of Statistics 9(5), 1981"
 */
final class Occupancy {
    /**
     * The highest frequency at which the normal law matters, in inverse standard deviations of the sum without limit.
     */
    private static final double NORMAL = 14;

    /** The number of bins up to which the power may fall off more slowly than the normal law. */
    private static final double FEW = 100;

    private static final double DIGITS = 12;

    private final double balls;
    private final double bins;
    private final double load;

    /**
     * The characteristic function of the counts up to the limit, about the mean load, at each frequency from zero on.
     */
    private final double[] real;

    private final double[] imaginary;

    /** At each frequency the rotation from one count to the next, and the rotation so far. */
    private final double[] cosine;

    private final double[] sine;
    private final double[] turnedX;
    private final double[] turnedY;

    /** The period, an odd number, so that each frequency but zero pairs with its negative. */
    private final double period;

    /** The next count to be added. */
    private int next;

    private Occupancy(double balls, double bins) {
        this.balls = balls;
        this.bins = bins;
        this.load = balls / bins;
        this.period = 61 + 20 * Math.ceil(Math.sqrt(balls));
        int frequencies = frequencies();
        this.real = new double[frequencies];
        this.imaginary = new double[frequencies];
        this.cosine = new double[frequencies];
        this.sine = new double[frequencies];
        this.turnedX = new double[frequencies];
        this.turnedY = new double[frequencies];
        this.next = (int) Math.max(0, load - 40 - 12 * Math.sqrt(load));
        for (int j = 0; j < frequencies; j++) {
            double angle = 2 * Math.PI * j / period;
            cosine[j] = Math.cos(angle);
            sine[j] = Math.sin(angle);
            turnedX[j] = Math.cos(angle * (next - load));
            turnedY[j] = Math.sin(angle * (next - load));
        }
    }

    /**
     * The probability that no bin gets more than a number of balls.
     *
     * @param balls a whole number, at least 1
     * @param bins a whole number, at least 1
     */
    static double atMost(int limit, double balls, double bins) {
        if (limit * bins < balls) {
            return 0;
        }
        return limit >= balls ? 1 : new Occupancy(balls, bins).advancedTo(limit).probability();
    }

    /** The mean of the fullest bin: {@code Σ (1 − P(max ≤ k))}. */
    static double meanOfMax(double balls, double bins) {
        int limit = least(balls, bins);
        double mean = limit;
        var occupancy = new Occupancy(balls, bins);
        for (; limit < balls && !occupancy.isBeyond(limit); limit++) {
            mean += 1 - occupancy.advancedTo(limit).probability();
        }
        return mean;
    }

    /** The least k with {@code P(max ≤ k) ≥ probability}. */
    static double quantileOfMax(double balls, double bins, double probability) {
        int limit = least(balls, bins);
        var occupancy = new Occupancy(balls, bins);
        while (limit < balls && occupancy.advancedTo(limit).probability() < probability) {
            limit++;
        }
        return limit;
    }

    /** Whether no bin will have more than k balls: the mean number of bins with more is below rounding. */
    private boolean isBeyond(int k) {
        return k > load && bins * (1 + Math.sqrt(load)) * poisson(k, load) < 1e-14;
    }

    /** The least possible number in the fullest bin: the mean, rounded up. */
    private static int least(double balls, double bins) {
        return (int) Rounding.ceil(balls / bins);
    }

    /**
     * The number of frequencies. The characteristic function of a count that is cut off falls off no faster than
     * {@code 1 ÷ t}, so its power has a long tail for few bins; for many bins it is nearly normal.
     */
    private int frequencies() {
        double deviations = bins <= FEW ? Math.max(NORMAL, Math.sqrt(bins) * Math.pow(10, DIGITS / bins)) : NORMAL;
        double needed = deviations / Math.sqrt(balls) * period / (2 * Math.PI);
        return (int) Math.min(Math.floor(period / 2), Math.ceil(needed)) + 1;
    }

    private Occupancy advancedTo(int limit) {
        double[] probabilities = IntStream.rangeClosed(next, limit)
                .mapToDouble(k -> poisson(k, load))
                .toArray();
        for (int j = 0; j < real.length; j++) {
            double x = turnedX[j];
            double y = turnedY[j];
            for (double probability : probabilities) {
                real[j] += probability * x;
                imaginary[j] += probability * y;
                double turned = x * cosine[j] - y * sine[j];
                y = x * sine[j] + y * cosine[j];
                x = turned;
            }
            turnedX[j] = x;
            turnedY[j] = y;
        }
        next += probabilities.length;
        return this;
    }

    private double probability() {
        double sum = power(0) / 2;
        for (int j = 1; j < real.length; j++) {
            sum += power(j);
        }
        return Math.min(1, Math.max(0, 2 * sum / period / poisson(balls, balls)));
    }

    /** The real part of the n-th power. */
    private double power(int j) {
        double x = real[j];
        double y = imaginary[j];
        double productX = 1;
        double productY = 0;
        for (long exponent = (long) bins; exponent > 0; exponent >>= 1) {
            if ((exponent & 1) == 1) {
                double product = productX * x - productY * y;
                productY = productX * y + productY * x;
                productX = product;
            }
            double square = x * x - y * y;
            y = 2 * x * y;
            x = square;
        }
        return productX;
    }

    private static double poisson(double k, double mean) {
        if (k == 0) {
            return Math.exp(-mean);
        }
        double over = (mean - k) / k;
        return Math.exp(-stirlingError(k) - k * (over - Math.log1p(over))) / Math.sqrt(2 * Math.PI * k);
    }

    /**
     * {@code ln k! − ln(√(2πk) (k/e)^k)}.
     *
     * @see "C. Loader, Fast and Accurate Computation of Binomial Probabilities, 2000"
     */
    private static double stirlingError(double k) {
        if (k < 30) {
            return Gamma.logGamma(k + 1) - (k + 0.5) * Math.log(k) + k - 0.5 * Math.log(2 * Math.PI);
        }
        double square = k * k;
        return (1 / 12.0 - (1 / 360.0 - (1 / 1260.0 - 1 / 1680.0 / square) / square) / square) / k;
    }
}
