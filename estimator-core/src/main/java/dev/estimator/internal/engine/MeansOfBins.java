package dev.estimator.internal.engine;

import java.util.Arrays;

/**
 * How much a value varies with where an input was drawn: the variance of its means in bins of the input that are
 * equally likely, without what chance alone adds to it. How much that is shows in how the means differ between
 * replicates, which are independent of each other; the draws of one are not, and differ by less or by more than if they
 * were.
 */
final class MeansOfBins {
    /** Of 32 bins of a normal input the values within them have 1 % of the variance, of 256 bins 0.1 %. */
    private static final int FEWEST = 32;

    private static final int MOST = 256;

    /** How many values of all replicates together are to be in a bin, so that their mean says something. */
    private static final int IN_BIN = 256;

    private final int bins;
    private final int shift;
    /** The last bin is all of them. */
    private final double[][] sums;

    private final int[][] counts;
    private final int perReplicate;

    MeansOfBins(int perReplicate) {
        this.perReplicate = perReplicate;
        int affordable = Integer.highestOneBit(Math.max(1, perReplicate * Draws.REPLICATES / IN_BIN));
        bins = Math.max(FEWEST, Math.min(MOST, affordable));
        shift = Integer.SIZE - Integer.numberOfTrailingZeros(bins);
        sums = new double[Draws.REPLICATES][bins + 1];
        counts = new int[Draws.REPLICATES][bins + 1];
    }

    /** Adds the value of a row, in which the input fell into a cell. */
    void add(int row, int cell, double value) {
        int replicate = row / perReplicate;
        int bin = cell >>> shift;
        sums[replicate][bin] += value;
        sums[replicate][bins] += value;
        counts[replicate][bin]++;
        counts[replicate][bins]++;
    }

    /** The mean of each bin. */
    double[] means() {
        double[] means = new double[bins];
        Arrays.setAll(means, bin -> sum(bin) / Math.max(1, count(bin)));
        return means;
    }

    /** Takes from each value the mean of the bin in which the input fell. */
    void take(double[] means, double[] values, int[] cells, int rows) {
        for (int i = 0; i < rows; i++) {
            values[i] -= means[cells[i] >>> shift];
        }
    }

    private double sum(int bin) {
        double sum = 0;
        for (double[] ofReplicate : sums) {
            sum += ofReplicate[bin];
        }
        return sum;
    }

    private int count(int bin) {
        int count = 0;
        for (int[] ofReplicate : counts) {
            count += ofReplicate[bin];
        }
        return count;
    }

    /** At least 0. */
    double variance() {
        double between = -squareOfMean(bins);
        for (int bin = 0; bin < bins; bin++) {
            between += squareOfMean(bin);
        }
        return Math.max(0, between / count(bins));
    }

    /** The square of the mean of a bin times how many values are in it, on average not too large. */
    private double squareOfMean(int bin) {
        double sum = sum(bin);
        int count = count(bin);
        if (count == 0) {
            return 0;
        }
        double mean = sum / count;
        double squares = 0;
        for (int r = 0; r < sums.length; r++) {
            double off = sums[r][bin] - counts[r][bin] * mean;
            squares += off * off;
        }
        return mean * sum - squares * sums.length / (sums.length - 1) / count;
    }
}
