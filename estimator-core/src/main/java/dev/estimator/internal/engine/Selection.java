package dev.estimator.internal.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds the values at given ranks without sorting: a histogram over the leading bits, then only what fell into the
 * buckets around those ranks is looked at.
 */
final class Selection {
    private static final int BUCKET_BITS = 12;

    /** For the values of a window. */
    private static final int FEW_BUCKET_BITS = 8;

    private final double[] values;
    private final long least;
    private final int shift;
    private final int[] below;

    /** Takes values that are finite and not negative, so that their bits are in their order. */
    Selection(double[] values) {
        this(values, BUCKET_BITS);
    }

    private Selection(double[] values, int bucketBits) {
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
        for (double value : values) {
            below[bucket(value) + 1]++;
        }
        for (int i = 1; i < below.length; i++) {
            below[i] += below[i - 1];
        }
    }

    /** The values at the ranks, 0 for the least, in any order. */
    double[] at(int... ranks) {
        Windows windows = new Windows(ranks, ranks, 1);
        return Arrays.stream(ranks).mapToDouble(windows::at).toArray();
    }

    /** Everything between some ranks, and how many values of each of equally long parts lie below. */
    Windows windows(int[] from, int[] to, int parts) {
        return new Windows(from, to, parts);
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

        private final int parts;
        private final int[] firstBucket;
        private final double[][] found;
        private final @Nullable Ordered[] ordered;
        /** Where the values of each part begin in a window, and how many of the part lie below it. */
        private final int[][] starts;

        private final int[][] lower;

        private Windows(int[] from, int[] to, int parts) {
            this.parts = parts;
            int[] first = Arrays.stream(from)
                    .map(Selection.this::bucketOfRank)
                    .sorted()
                    .toArray();
            int[] last =
                    Arrays.stream(to).map(Selection.this::bucketOfRank).sorted().toArray();
            int count = merge(first, last);
            firstBucket = Arrays.copyOf(first, count);
            found = new double[count][];
            ordered = new Ordered[count];
            starts = new int[count][parts + 1];
            lower = new int[count][parts];
            code(first, last, count);
            gather();
        }

        /** The value at a rank inside of a window. */
        double at(int rank) {
            int window = windowOf(rank);
            if (window < 0) {
                return Selection.this.at(rank)[0];
            }
            Ordered known = ordered[window];
            if (known == null) {
                known = new Ordered(new Selection(found[window], FEW_BUCKET_BITS));
                ordered[window] = known;
            }
            return known.at(rank - below[firstBucket[window]]);
        }

        /** How many values of a part are at most the value at a rank inside of a window. */
        int countAtMost(int rank, double value, int part) {
            int window = windowOf(rank);
            int count = lower[window][part];
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
            }
            Arrays.fill(codes, bucket, codes.length, (byte) (2 * count));
        }

        private void gather() {
            int perPart = values.length / parts;
            int[] filled = new int[found.length];
            for (int part = 0; part < parts; part++) {
                int[] counts = new int[2 * found.length + 1];
                for (int i = part * perPart; i < (part + 1) * perPart; i++) {
                    int code = codes[bucket(values[i])];
                    counts[code]++;
                    if ((code & 1) == 1) {
                        found[code >> 1][filled[code >> 1]++] = values[i];
                    }
                }
                note(part, counts, filled);
            }
        }

        private void note(int part, int[] counts, int[] filled) {
            int lowerInPart = 0;
            for (int w = 0; w < found.length; w++) {
                lowerInPart += counts[2 * w];
                lower[w][part] = lowerInPart;
                lowerInPart += counts[2 * w + 1];
                starts[w][part + 1] = filled[w];
            }
        }
    }
}
