package dev.estimator.internal.engine;

import java.util.Arrays;

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
     * The mean of draws, or what follows from it, with an honest interval. It is wider where they are skewed, and
     * unknown where a few draws make up most of its third moment, or what was not drawn could as well. Where all
     * replicates are the same, another value may be rare: twice that, or zero.
     */
    static Estimate around(double value, double[] parts, double[] draws) {
        double error = standardError(parts);
        double skewness = skewness(draws);
        if (!(skewness <= MOST_SKEWED && error < Double.POSITIVE_INFINITY)) {
            return Estimate.unknown();
        }
        return Estimate.around(
                value, error > ROUNDING * value ? error * (1 + WIDER * skewness) : unseen(draws.length) * value);
    }

    /** The third absolute moment over √n, of draws that are all the same 0. */
    private static double skewness(double[] draws) {
        double mean = mean(means(draws, Draws.REPLICATES));
        double squares = 0;
        double cubes = 0;
        double otherSquares = 0;
        double otherCubes = 0;
        for (int i = 0; i + 1 < draws.length; i += 2) {
            double off = Math.abs(draws[i] - mean);
            double square = off * off;
            squares += square;
            cubes += square * off;
            double otherOff = Math.abs(draws[i + 1] - mean);
            double otherSquare = otherOff * otherOff;
            otherSquares += otherSquare;
            otherCubes += otherSquare * otherOff;
        }
        double sum = squares + otherSquares;
        return sum == 0 || areEqual(draws) ? 0 : (cubes + otherCubes) / Math.pow(sum, 1.5);
    }

    /** The means of equally long parts of some draws, one for each replicate. */
    static double[] means(double[] draws, int parts) {
        double[] means = new double[parts];
        int each = draws.length / parts;
        Arrays.setAll(means, part -> mean(draws, part * each, (part + 1) * each));
        return means;
    }

    /** Of a multiple of four: four sums at a time, so that they need not wait for each other. */
    private static double mean(double[] draws, int from, int to) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        for (int i = from; i < to; i += 4) {
            a += draws[i];
            b += draws[i + 1];
            c += draws[i + 2];
            d += draws[i + 3];
        }
        return (a + b + (c + d)) / (to - from);
    }

    static boolean areEqual(double[] draws) {
        return Arrays.stream(draws).allMatch(draw -> draw == draws[0]);
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
