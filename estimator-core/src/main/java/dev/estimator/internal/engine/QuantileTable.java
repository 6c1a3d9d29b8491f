package dev.estimator.internal.engine;

import dev.estimator.internal.range.Gauss;
import dev.estimator.internal.range.Shape;

/**
 * A quantile function as cubics over slices that become narrower towards both ends: the same number of slices for each
 * halving of the distance to the nearer end, sixteen halvings a side. Beyond those, in one draw of 65,536, the function
 * itself is used.
 */
final class QuantileTable implements Quantiles {
    private static final int OCTAVES = 16;
    private static final int FIRST_EXPONENT = 15;
    private static final int MANTISSA = 52;
    private static final long MANTISSA_MASK = (1L << MANTISSA) - 1;
    private static final long ONE = Double.doubleToRawLongBits(1);
    private static final int COEFFICIENTS = 4;

    /** Slices for each octave, as a power of two: from how few to how many. */
    private static final int COARSEST = 3;

    private static final int FINEST = 6;

    /** The largest relative error allowed; it is checked where the error of a slice is largest. */
    private static final double TOLERATED = 5e-8;

    private final Shape shape;
    private final int sliceBits;
    private final double[] cubics;

    private QuantileTable(Shape shape, int sliceBits) {
        this.shape = shape;
        this.sliceBits = sliceBits;
        this.cubics = fitted(shape, sliceBits, 0, slices());
    }

    /**
     * The coarsest table that is accurate enough; the function itself if no table is. Of each only a few slices are
     * made first, to try it.
     */
    static Quantiles of(Shape shape) {
        for (int bits = COARSEST; bits <= FINEST; bits++) {
            if (error(shape, bits) <= TOLERATED) {
                return new QuantileTable(shape, bits);
            }
        }
        return (cells, values, n) -> {
            for (int i = 0; i < n; i++) {
                values[i] = Quantiles.exact(shape, cells[i]);
            }
        };
    }

    @Override
    public void at(int[] cells, double[] values, int n) {
        for (int i = 0; i < n; i++) {
            int slice = slice(cells[i], sliceBits);
            values[i] =
                    slice < 0 ? Quantiles.exact(shape, cells[i]) : cubic(cubics, cells[i], slice, sliceBits, slices());
        }
    }

    /** The slice of its side that a cell is in; negative if it is beyond the outermost one. */
    private static int slice(int cell, int sliceBits) {
        return (int) (bits(cell) >>> (MANTISSA - sliceBits)) - ((1023 + FIRST_EXPONENT) << sliceBits);
    }

    /** The distance to the nearer end. */
    private static long bits(int cell) {
        return Double.doubleToRawLongBits((cell ^ (cell >> (Integer.SIZE - 1))) + 0.5);
    }

    private static double cubic(double[] cubics, int cell, int slice, int sliceBits, int slices) {
        double s = Double.longBitsToDouble((bits(cell) << sliceBits & MANTISSA_MASK) | ONE) - 1;
        int place = COEFFICIENTS * (slice + (cell >> (Integer.SIZE - 1) & slices));
        return cubics[place] + s * (cubics[place + 1] + s * (cubics[place + 2] + s * cubics[place + 3]));
    }

    private int slices() {
        return OCTAVES << sliceBits;
    }

    /** Some slices of both sides. */
    private static double[] fitted(Shape shape, int sliceBits, int from, int to) {
        double[] cubics = new double[2 * COEFFICIENTS * (to - from)];
        double[] scores = Scores.of(sliceBits);
        for (int side = 0; side < 2; side++) {
            double sign = side == 0 ? 1 : -1;
            double first = shape.at(sign * scores[(COEFFICIENTS - 1) * from]);
            for (int slice = from; slice < to; slice++) {
                int node = (COEFFICIENTS - 1) * slice;
                double f1 = shape.at(sign * scores[node + 1]);
                double f2 = shape.at(sign * scores[node + 2]);
                double last = shape.at(sign * scores[node + 3]);
                fit(cubics, COEFFICIENTS * (slice - from + side * (to - from)), first, f1, f2, last);
                first = last;
            }
        }
        return cubics;
    }

    /** The cubic through four equidistant values. */
    private static void fit(double[] cubics, int place, double f0, double f1, double f2, double f3) {
        cubics[place] = f0;
        cubics[place + 1] = (-11 * f0 + 18 * f1 - 9 * f2 + 2 * f3) / 2;
        cubics[place + 2] = 9 * (2 * f0 - 5 * f1 + 4 * f2 - f3) / 2;
        cubics[place + 3] = 9 * (-f0 + 3 * f1 - 3 * f2 + f3) / 2;
    }

    /**
     * The largest relative error over a sample of slices, taken in their outer thirds, where a cubic's error is
     * largest; it may stop at one that is too large.
     */
    private static double error(Shape shape, int sliceBits) {
        double worst = 0;
        int slices = OCTAVES << sliceBits;
        for (int slice = slices - 1; slice >= 0 && worst <= TOLERATED; slice -= Math.max(1, slices / 24)) {
            double[] cubics = fitted(shape, sliceBits, slice, slice + 1);
            for (double s : new double[] {0.127, 0.873}) {
                double toEnd = StrictMath.scalb(
                        1 + ((slice & ((1 << sliceBits) - 1)) + s) / (1 << sliceBits),
                        FIRST_EXPONENT + (slice >> sliceBits));
                int cell = (int) toEnd;
                worst = Math.max(worst, error(shape, cell, cubic(cubics, cell, 0, sliceBits, 1)));
                worst = Math.max(worst, error(shape, ~cell, cubic(cubics, ~cell, 0, sliceBits, 1)));
            }
        }
        return worst;
    }

    private static double error(Shape shape, int cell, double value) {
        double exact = Quantiles.exact(shape, cell);
        return exact == 0 ? 0 : Math.abs(value - exact) / exact;
    }

    /** The normal scores of all nodes of the lower side, which every table of the same fineness needs. */
    private static final class Scores {
        private static final double[][] KNOWN = new double[FINEST + 1][];

        static double[] of(int sliceBits) {
            synchronized (KNOWN) {
                if (KNOWN[sliceBits] == null) {
                    KNOWN[sliceBits] = computed(sliceBits);
                }
                return KNOWN[sliceBits];
            }
        }

        private static double[] computed(int sliceBits) {
            int perOctave = (COEFFICIENTS - 1) << sliceBits;
            double[] scores = new double[OCTAVES * perOctave + 1];
            for (int i = 0; i < scores.length; i++) {
                double inOctave = 1 + (i % perOctave) / (double) perOctave;
                double toEnd = StrictMath.scalb(inOctave, FIRST_EXPONENT + i / perOctave);
                scores[i] = Gauss.quantile(toEnd * CELL);
            }
            return scores;
        }
    }
}
