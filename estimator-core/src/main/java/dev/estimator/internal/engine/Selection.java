package dev.estimator.internal.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds the values at given ranks without sorting: a histogram over the leading bits, then only what fell into the
 * buckets around those ranks is looked at. The values may come in equally long parts, which are counted apart.
 */
final class Selection {
    /** As many buckets as there are values for this many of them: then counting up the buckets costs little. */
    private static final int VALUES_IN_A_BUCKET_BITS = 5;

    private static final int FEWEST_BUCKET_BITS = 6;
    private static final int MOST_BUCKET_BITS = 11;

    /** For the values of a window. */
    private static final int FEW_BUCKET_BITS = 8;

    private final double[] values;
    private final long least;
    private final int shift;
    /** How many values lie below each bucket. */
    private final int[] below;
    /** How many values of each part lie below each bucket. */
    private final int[][] belowInPart;

    /** Takes values that are not negative, so that their bits are in their order. */
    Selection(double[] values) {
        this(values, 1);
    }

    /** Takes values that are not negative, in so many parts of the same length. */
    Selection(double[] values, int parts) {
        this(values, parts, bucketBits(values.length));
    }

    private Selection(double[] values, int parts, int bucketBits) {
        this.values = values;
        long min = Long.MAX_VALUE;
        long max = 0;
        for (double value : values) {
            long bits = Double.doubleToRawLongBits(value);
            min = Math.min(min, bits);
            max = Math.max(max, bits);
        }
        least = min;
        shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(max - min) - bucketBits);
        below = new int[(1 << bucketBits) + 1];
        belowInPart = new int[parts][below.length];
        for (int part = 0; part < parts; part++) {
            count(part, belowInPart[part]);
        }
    }

    private static int bucketBits(int values) {
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(values) - VALUES_IN_A_BUCKET_BITS;
        return Math.max(FEWEST_BUCKET_BITS, Math.min(MOST_BUCKET_BITS, bits));
    }

    private void count(int part, int[] ofPart) {
        int perPart = values.length / belowInPart.length;
        for (int i = part * perPart; i < (part + 1) * perPart; i++) {
            ofPart[bucket(values[i]) + 1]++;
        }
        int sum = 0;
        for (int i = 1; i < ofPart.length; i++) {
            sum += ofPart[i];
            ofPart[i] = sum;
        }
        for (int i = 1; i < ofPart.length; i++) {
            below[i] += ofPart[i];
        }
    }

    /** The values at the ranks, 0 for the least, in any order. */
    double[] at(int... ranks) {
        Windows windows = windows(ranks, ranks);
        double[] found = new double[ranks.length];
        for (int i = 0; i < found.length; i++) {
            found[i] = windows.at(ranks[i]);
        }
        return found;
    }

    /** Everything between some ranks. */
    Windows windows(int[] from, int[] to) {
        return new Windows(from, to);
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

    /** Some values in the order of their buckets; a bucket is sorted when a rank in it is asked for. */
    private static final class Ordered {
        private final Selection buckets;
        private final double[] values;

        Ordered(Selection buckets) {
            this.buckets = buckets;
            values = new double[buckets.values.length];
            int[] next = buckets.below.clone();
            for (double value : buckets.values) {
                values[next[buckets.bucket(value)]++] = value;
            }
        }

        double at(int rank) {
            int bucket = buckets.bucketOfRank(rank);
            Arrays.sort(values, buckets.below[bucket], buckets.below[bucket + 1]);
            return values[rank];
        }
    }

    /** Runs of buckets of which all values are known. */
    final class Windows {
        /** For each bucket 2 w + 1 if it is in window w, else twice the number of windows below it. */
        private final byte[] codes = new byte[below.length];

        private final int[] firstBucket;
        private final double[][] found;
        private final @Nullable Ordered[] ordered;
        /** Where the values of each part begin in a window. */
        private final int[][] starts;

        private Windows(int[] from, int[] to) {
            int[] first = buckets(from);
            int[] last = buckets(to);
            int count = merge(first, last);
            firstBucket = Arrays.copyOf(first, count);
            found = new double[count][];
            ordered = new Ordered[count];
            starts = new int[count][belowInPart.length + 1];
            code(first, last, count);
            gather();
        }

        private int[] buckets(int[] ranks) {
            int[] buckets = new int[ranks.length];
            for (int i = 0; i < buckets.length; i++) {
                buckets[i] = bucketOfRank(ranks[i]);
            }
            Arrays.sort(buckets);
            return buckets;
        }

        /** The value at a rank inside of a window. */
        double at(int rank) {
            int window = windowOf(rank);
            if (window < 0) {
                return Selection.this.at(rank)[0];
            }
            Ordered known = ordered[window];
            if (known == null) {
                known = new Ordered(new Selection(found[window], 1, FEW_BUCKET_BITS));
                ordered[window] = known;
            }
            return known.at(rank - below[firstBucket[window]]);
        }

        /** How many values of a part are at most the value at a rank inside of a window. */
        int countAtMost(int rank, double value, int part) {
            int window = windowOf(rank);
            int count = belowInPart[part][firstBucket[window]];
            for (int i = starts[window][part]; i < starts[window][part + 1]; i++) {
                count += found[window][i] <= value ? 1 : 0;
            }
            return count;
        }

        private int windowOf(int rank) {
            int code = codes[bucketOfRank(rank)];
            return (code & 1) == 1 ? code >> 1 : -1;
        }

        /** Joins runs that touch each other; returns how many are left. */
        private int merge(int[] first, int[] last) {
            int count = 0;
            for (int i = 0; i < first.length; i++) {
                if (count > 0 && first[i] <= last[count - 1] + 1) {
                    last[count - 1] = Math.max(last[count - 1], last[i]);
                } else {
                    first[count] = first[i];
                    last[count] = last[i];
                    count++;
                }
            }
            return count;
        }

        private void code(int[] first, int[] last, int count) {
            int bucket = 0;
            for (int w = 0; w < count; w++) {
                Arrays.fill(codes, bucket, first[w], (byte) (2 * w));
                Arrays.fill(codes, first[w], last[w] + 1, (byte) (2 * w + 1));
                bucket = last[w] + 1;
                found[w] = new double[below[last[w] + 1] - below[first[w]]];
                for (int part = 0; part < belowInPart.length; part++) {
                    int inPart = belowInPart[part][last[w] + 1] - belowInPart[part][first[w]];
                    starts[w][part + 1] = starts[w][part] + inPart;
                }
            }
            Arrays.fill(codes, bucket, codes.length, (byte) (2 * count));
        }

        /** First without a branch, which nobody could predict, all that is in some window; then window by window. */
        private void gather() {
            int inside = 0;
            for (double[] ofWindow : found) {
                inside += ofWindow.length;
            }
            double[] all = new double[inside + 1];
            collect(all);
            int[] filled = new int[found.length];
            for (int i = 0; i < inside; i++) {
                int window = codes[bucket(all[i])] >> 1;
                found[window][filled[window]++] = all[i];
            }
        }

        private void collect(double[] all) {
            double[] from = values;
            byte[] known = codes;
            long first = least;
            int bits = shift;
            int filled = 0;
            for (int i = 0; i < from.length; i++) {
                double value = from[i];
                all[filled] = value;
                filled += known[(int) ((Double.doubleToRawLongBits(value) - first) >>> bits)] & 1;
            }
        }
    }
}
