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
        this.cubics = new double[2 * COEFFICIENTS * slices()];
        double[] scores = Scores.of(sliceBits);
        for (int side = 0; side < 2; side++) {
            for (int slice = 0; slice < slices(); slice++) {
                int place = COEFFICIENTS * (slice + side * slices());
                double sign = side == 0 ? 1 : -1;
                fit(place, sign, scores, (COEFFICIENTS - 1) * slice);
            }
        }
    }

    /** The coarsest table that is accurate enough; the function itself if no table is. */
    static Quantiles of(Shape shape) {
        for (int bits = COARSEST; bits <= FINEST; bits++) {
            var table = new QuantileTable(shape, bits);
            if (table.error() <= TOLERATED) {
                return table;
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
            values[i] = at(cells[i]);
        }
    }

    double at(int cell) {
        int side = cell >> (Integer.SIZE - 1);
        double toEnd = (cell ^ side) + 0.5;
        long bits = Double.doubleToRawLongBits(toEnd);
        int slice = (int) (bits >>> (MANTISSA - sliceBits)) - ((1023 + FIRST_EXPONENT) << sliceBits);
        if (slice < 0) {
            return Quantiles.exact(shape, cell);
        }
        double s = Double.longBitsToDouble((bits << sliceBits & MANTISSA_MASK) | ONE) - 1;
        int place = COEFFICIENTS * (slice + (side & slices()));
        return cubics[place] + s * (cubics[place + 1] + s * (cubics[place + 2] + s * cubics[place + 3]));
    }

    private int slices() {
        return OCTAVES << sliceBits;
    }

    /** The cubic through four equidistant values. */
    private void fit(int place, double sign, double[] scores, int first) {
        double f0 = shape.at(sign * scores[first]);
        double f1 = shape.at(sign * scores[first + 1]);
        double f2 = shape.at(sign * scores[first + 2]);
        double f3 = shape.at(sign * scores[first + 3]);
        cubics[place] = f0;
        cubics[place + 1] = (-11 * f0 + 18 * f1 - 9 * f2 + 2 * f3) / 2;
        cubics[place + 2] = 9 * (2 * f0 - 5 * f1 + 4 * f2 - f3) / 2;
        cubics[place + 3] = 9 * (-f0 + 3 * f1 - 3 * f2 + f3) / 2;
    }

    /**
     * The largest relative error over a sample of slices, taken in their outer thirds, where a cubic's error is
     * largest.
     */
    private double error() {
        double worst = 0;
        int last = slices() - 1;
        for (int slice = last; slice >= 0; slice -= Math.max(1, slices() / 24)) {
            for (double s : new double[] {0.127, 0.873}) {
                double toEnd = StrictMath.scalb(
                        1 + ((slice & ((1 << sliceBits) - 1)) + s) / (1 << sliceBits),
                        FIRST_EXPONENT + (slice >> sliceBits));
                int cell = (int) toEnd;
                worst = Math.max(worst, errorAt(cell));
                worst = Math.max(worst, errorAt(~cell));
            }
        }
        return worst;
    }

    private double errorAt(int cell) {
        double exact = Quantiles.exact(shape, cell);
        return exact == 0 ? 0 : Math.abs(at(cell) - exact) / exact;
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
