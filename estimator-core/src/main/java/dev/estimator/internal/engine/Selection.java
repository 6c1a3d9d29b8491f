package dev.estimator.internal.engine;

import java.util.Arrays;

/**
 * Finds the values at given ranks without sorting: a histogram over the leading bits, then only what fell into the buckets of
 * those ranks is sorted.
 */
final class Selection {
    private static final int BUCKET_BITS = 12;

    private final double[] values;
    private final long least;
    private final int shift;
    private final int[] below;

    /** Takes values that are finite and not negative, so that their bits are in their order. */
    Selection(double[] values) {
        this.values = values;
        long min = Long.MAX_VALUE;
        long max = 0;
        for (double value : values) {
            long bits = Double.doubleToRawLongBits(value);
            min = Math.min(min, bits);
            max = Math.max(max, bits);
        }
        least = min;
        shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(max - min) - BUCKET_BITS);
        below = new int[(1 << BUCKET_BITS) + 1];
        for (double value : values) {
            below[bucket(value) + 1]++;
        }
        for (int i = 1; i < below.length; i++) {
            below[i] += below[i - 1];
        }
    }

    /** The values at the ranks, 0 for the least, in any order. */
    double[] at(int... ranks) {
        int[] buckets =
                Arrays.stream(ranks).map(this::bucketOfRank).sorted().distinct().toArray();
        byte[] slots = new byte[below.length];
        double[][] found = new double[buckets.length][];
        for (int i = 0; i < buckets.length; i++) {
            slots[buckets[i]] = (byte) (i + 1);
            found[i] = new double[below[buckets[i] + 1] - below[buckets[i]]];
        }
        int[] filled = new int[buckets.length];
        for (double value : values) {
            int slot = slots[bucket(value)] - 1;
            if (slot >= 0) {
                found[slot][filled[slot]++] = value;
            }
        }
        Arrays.stream(found).forEach(Arrays::sort);
        return Arrays.stream(ranks)
                .mapToDouble(rank -> {
                    int bucket = bucketOfRank(rank);
                    return found[slots[bucket] - 1][rank - below[bucket]];
                })
                .toArray();
    }

    private int bucket(double value) {
        return (int) ((Double.doubleToRawLongBits(value) - least) >>> shift);
    }

    private int bucketOfRank(int rank) {
        int found = Arrays.binarySearch(below, rank);
        int bucket = found >= 0 ? found : -found - 2;
        while (below[bucket + 1] <= rank) {
            bucket++;
        }
        return bucket;
    }
}
