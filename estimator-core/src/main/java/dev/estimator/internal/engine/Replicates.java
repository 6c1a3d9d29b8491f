package dev.estimator.internal.engine;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** What the differences between independent replicates say about their mean. */
public final class Replicates {
    /** The 97.5th percentile of Student's distribution with 15 degrees of freedom, for 16 replicates. */
    public static final double T95 = 2.131449545559323;

    /**
     * What happens so seldom that no draw shows it is possible all the same. Six standard errors with this added to the
     * number seen are not exceeded in 1 of a million cases: none seen where 14.7 were to be expected have a chance of
     * 4e-7.
     */
    private static final int UNSEEN = 6;

    private static final double ROUNDING = 1e-12;

    private Replicates() {}

    /** The standard error of the probability of an event that none of the draws shows. */
    static double unseen(int draws) {
        return Math.sqrt(UNSEEN) / draws;
    }

    /** A skewness above this part of √n comes from a few draws only. */
    private static final double MOST_SKEWED = 0.1;

    /** By how much a skewness of √n widens an interval. */
    private static final double WIDER = 4;

    /**
     * The mean of a function of draws, or what follows from it, with an honest interval. It is wider where the function
     * is skewed, and unknown where a few draws make up most of its third moment, or what was not drawn could as well.
     * Where all replicates are the same, another value may be rare: twice that, or zero.
     */
    static Estimate around(double value, double[] parts, double[] draws, DoubleUnaryOperator function) {
        double error = standardError(parts);
        double skewness = skewness(draws, function);
        if (!(skewness <= MOST_SKEWED && error < Double.POSITIVE_INFINITY)) {
            return Estimate.unknown();
        }
        return Estimate.around(
                value, error > ROUNDING * value ? error * (1 + WIDER * skewness) : unseen(draws.length) * value);
    }

    /** The third absolute moment over √n, of draws that are all the same 0. */
    private static double skewness(double[] draws, DoubleUnaryOperator function) {
        double mean = 0;
        for (double draw : draws) {
            mean += function.applyAsDouble(draw) / draws.length;
        }
        double squares = 0;
        double cubes = 0;
        for (double draw : draws) {
            double off = Math.abs(function.applyAsDouble(draw) - mean);
            squares += off * off;
            cubes += off * off * off;
        }
        return squares == 0 || areEqual(draws, function) ? 0 : cubes / Math.pow(squares, 1.5);
    }

    static boolean areEqual(double[] draws, DoubleUnaryOperator function) {
        double first = function.applyAsDouble(draws[0]);
        return Arrays.stream(draws).allMatch(draw -> function.applyAsDouble(draw) == first);
    }

    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** The standard error of the mean. */
    static double standardError(double[] values) {
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (values.length - 1) / values.length);
    }
}
