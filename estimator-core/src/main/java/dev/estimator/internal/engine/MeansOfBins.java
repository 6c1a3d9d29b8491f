package dev.estimator.internal.engine;

/**
 * How much a value varies with where an input was drawn: the variance of its means in bins of the input that are
 * equally likely, without what chance alone adds to it. How much that is shows in how the means differ between
 * replicates, which are independent of each other; the draws of one are not, and differ by less or by more than if they
 * were.
 */
final class MeansOfBins {
    private static final int BIN_BITS = 5;
    private static final int BINS = 1 << BIN_BITS;

    /** The last bin is all of them. */
    private final double[][] sums = new double[Draws.REPLICATES][BINS + 1];

    private final int[][] counts = new int[Draws.REPLICATES][BINS + 1];
    private final int perReplicate;

    MeansOfBins(int perReplicate) {
        this.perReplicate = perReplicate;
    }

    /** Adds the value of a row, in which the input fell into a cell. */
    void add(int row, int cell, double value) {
        int replicate = row / perReplicate;
        int bin = cell >>> (Integer.SIZE - BIN_BITS);
        sums[replicate][bin] += value;
        sums[replicate][BINS] += value;
        counts[replicate][bin]++;
        counts[replicate][BINS]++;
    }

    /** At least 0. */
    double variance() {
        double between = -squareOfMean(BINS);
        for (int bin = 0; bin < BINS; bin++) {
            between += squareOfMean(bin);
        }
        int rows = 0;
        for (int[] count : counts) {
            rows += count[BINS];
        }
        return Math.max(0, between / rows);
    }

    /** The square of the mean of a bin times how many values are in it, on average not too large. */
    private double squareOfMean(int bin) {
        double sum = 0;
        int count = 0;
        for (int r = 0; r < sums.length; r++) {
            sum += sums[r][bin];
            count += counts[r][bin];
        }
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
