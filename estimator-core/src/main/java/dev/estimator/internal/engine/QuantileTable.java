package dev.estimator.internal.engine;

import dev.estimator.internal.range.Gauss;
import dev.estimator.internal.range.Shape;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A quantile function as cubics over slices that become narrower towards both ends: the same number of slices for each
 * halving of the distance to the nearer end, sixteen halvings a side. Beyond those, in one draw of 65,536, the function
 * itself is used.
 */
final class QuantileTable implements Quantiles {
    private static final int OCTAVES = 16;
    private static final int FIRST_EXPONENT = 15;
    private static final int MANTISSA = 52;
    private static final int COEFFICIENTS = 5;

    /** Slices for each octave, as a power of two: from how few to how many. */
    private static final int COARSEST = 3;

    private static final int FINEST = 6;

    /** The largest relative error allowed; it is checked where the error of a slice is largest. */
    private static final double TOLERATED = 5e-8;

    /** The parts of a slice, in its outer thirds, where the error of a cubic is largest. */
    private static final double[] TRIED = {0.127, 0.873};

    private final Shape shape;
    private final int sliceBits;
    /** Five numbers for each slice: where it begins, and a polynomial in the number of cells from there. */
    private final double[] cubics;

    private QuantileTable(Shape shape, int sliceBits, double[] cubics) {
        this.shape = shape;
        this.sliceBits = sliceBits;
        this.cubics = cubics;
    }

    /**
     * The coarsest table that is accurate enough; the function itself if no table is. Of each only a few slices are
     * made first, to try it.
     */
    static Quantiles of(Shape shape) {
        DoubleUnaryOperator curve = shape.curve();
        for (int bits = COARSEST; bits <= FINEST; bits++) {
            var fit = new Fit(curve, bits);
            if (fit.error() <= TOLERATED) {
                return new QuantileTable(shape, bits, fit.all());
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
        char[] places = Places.of(sliceBits);
        for (int i = 0; i < n; i++) {
            int cell = cells[i];
            int place = places[cell >>> Places.SHIFT];
            if (place == 0) {
                values[i] = nearEnd(cell);
            } else {
                double u = Math.abs(cell + 0.5 - cubics[place - 1]);
                values[i] = cubics[place] + u * (cubics[place + 1] + u * (cubics[place + 2] + u * cubics[place + 3]));
            }
        }
    }

    /** The value of a cell that shares its place with cells of another slice. */
    private double nearEnd(int cell) {
        int shift = MANTISSA - sliceBits;
        int side = cell >> (Integer.SIZE - 1);
        long bits = Double.doubleToRawLongBits((cell ^ side) + 0.5);
        int slice = (int) (bits >>> shift) - ((1023 + FIRST_EXPONENT) << sliceBits);
        if (slice < 0) {
            return Quantiles.exact(shape, cell);
        }
        double u = (cell ^ side) + 0.5 - Double.longBitsToDouble(bits & (-1L << shift));
        int place = 1 + COEFFICIENTS * (slice + (side & (OCTAVES << sliceBits)));
        return cubics[place] + u * (cubics[place + 1] + u * (cubics[place + 2] + u * cubics[place + 3]));
    }

    /** Where the numbers of the slice stand to which all cells with the same leading bits belong; 0 if to several. */
    private static final class Places {
        static final int SHIFT = 21;
        private static final char[][] KNOWN = new char[FINEST + 1][];

        static char[] of(int sliceBits) {
            synchronized (KNOWN) {
                if (KNOWN[sliceBits] == null) {
                    KNOWN[sliceBits] = places(sliceBits);
                }
                return KNOWN[sliceBits];
            }
        }

        private static char[] places(int sliceBits) {
            char[] places = new char[1 << (Integer.SIZE - SHIFT)];
            for (int i = 1 << sliceBits; i < places.length / 2; i++) {
                int octave = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(i) + SHIFT - FIRST_EXPONENT;
                int inOctave = (i >>> (octave + FIRST_EXPONENT - SHIFT - sliceBits)) - (1 << sliceBits);
                int slice = (octave << sliceBits) + inOctave;
                places[i] = (char) (1 + COEFFICIENTS * slice);
                places[places.length - 1 - i] = (char) (1 + COEFFICIENTS * (slice + (OCTAVES << sliceBits)));
            }
            return places;
        }
    }

    /** The cubics of one fineness, being made. */
    private static final class Fit {
        private final DoubleUnaryOperator curve;
        private final int sliceBits;
        private final int slices;
        private final Scores scores;
        private final double[] cubics;

        Fit(DoubleUnaryOperator curve, int sliceBits) {
            this.curve = curve;
            this.sliceBits = sliceBits;
            slices = OCTAVES << sliceBits;
            scores = Scores.of(sliceBits);
            cubics = new double[2 * COEFFICIENTS * slices];
        }

        /** The slices of both sides. */
        double[] all() {
            for (int side = 0; side < 2; side++) {
                double first = at(side, scores.nodes[0]);
                for (int slice = 0; slice < slices; slice++) {
                    first = fit(side, slice, first);
                }
            }
            return cubics;
        }

        /** The largest relative error over a sample of slices; it may stop at one that is too large. */
        double error() {
            double worst = 0;
            for (int slice = slices - 1; slice >= 0 && worst <= TOLERATED; slice -= Math.max(1, slices / 24)) {
                for (int side = 0; side < 2; side++) {
                    fit(side, slice, at(side, scores.nodes[(COEFFICIENTS - 2) * slice]));
                    for (int i = 0; i < TRIED.length; i++) {
                        worst = Math.max(worst, error(side, slice, i));
                    }
                }
            }
            return worst;
        }

        private double error(int side, int slice, int tried) {
            int cell = triedCell(slice, sliceBits, TRIED[tried]);
            double u = cell + 0.5 - startOf(slice);
            int place = placeOf(side, slice);
            double value = cubics[place] + u * (cubics[place + 1] + u * (cubics[place + 2] + u * cubics[place + 3]));
            double exact = at(side, scores.tried[TRIED.length * slice + tried]);
            return exact == 0 ? 0 : Math.abs(value - exact) / exact;
        }

        /** The cubic of a slice through four values, the first of which is known; returns the last. */
        private double fit(int side, int slice, double first) {
            int node = (COEFFICIENTS - 2) * slice;
            double f1 = at(side, scores.nodes[node + 1]);
            double f2 = at(side, scores.nodes[node + 2]);
            double last = at(side, scores.nodes[node + 3]);
            double perCell = StrictMath.scalb(1.0, sliceBits - FIRST_EXPONENT - (slice >> sliceBits));
            int place = placeOf(side, slice);
            cubics[place - 1] = side == 0 ? startOf(slice) : -startOf(slice);
            cubics[place] = first;
            cubics[place + 1] = perCell * ((-11 * first + 18 * f1 - 9 * f2 + 2 * last) / 2);
            cubics[place + 2] = perCell * perCell * (9 * (2 * first - 5 * f1 + 4 * f2 - last) / 2);
            cubics[place + 3] = perCell * perCell * perCell * (9 * (-first + 3 * f1 - 3 * f2 + last) / 2);
            return last;
        }

        private int placeOf(int side, int slice) {
            return 1 + COEFFICIENTS * (slice + side * slices);
        }

        /** How far from its end a slice begins, in cells. */
        private double startOf(int slice) {
            double inOctave = 1 + (slice & ((1 << sliceBits) - 1)) / (double) (1 << sliceBits);
            return StrictMath.scalb(inOctave, FIRST_EXPONENT + (slice >> sliceBits));
        }

        private double at(int side, double score) {
            return curve.applyAsDouble(side == 0 ? score : -score);
        }
    }

    /** A cell in a part of a slice of the lower side. */
    private static int triedCell(int slice, int sliceBits, double s) {
        double inOctave = 1 + ((slice & ((1 << sliceBits) - 1)) + s) / (1 << sliceBits);
        return (int) StrictMath.scalb(inOctave, FIRST_EXPONENT + (slice >> sliceBits));
    }

    /**
     * The normal scores of the lower side that every table of the same fineness needs.
     *
     * @param nodes of all nodes
     * @param tried of the cells where the error of each slice is looked at
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Scores(double[] nodes, double[] tried) {
        private static final @Nullable Scores[] KNOWN = new Scores[FINEST + 1];

        static Scores of(int sliceBits) {
            synchronized (KNOWN) {
                Scores known = KNOWN[sliceBits];
                if (known == null) {
                    known = new Scores(nodes(sliceBits), tried(sliceBits));
                    KNOWN[sliceBits] = known;
                }
                return known;
            }
        }

        private static double[] nodes(int sliceBits) {
            int perOctave = (COEFFICIENTS - 2) << sliceBits;
            double[] scores = new double[OCTAVES * perOctave + 1];
            for (int i = 0; i < scores.length; i++) {
                double inOctave = 1 + (i % perOctave) / (double) perOctave;
                double toEnd = StrictMath.scalb(inOctave, FIRST_EXPONENT + i / perOctave);
                scores[i] = Gauss.quantile(toEnd * CELL);
            }
            return scores;
        }

        private static double[] tried(int sliceBits) {
            double[] scores = new double[TRIED.length * (OCTAVES << sliceBits)];
            for (int i = 0; i < scores.length; i++) {
                int cell = triedCell(i / TRIED.length, sliceBits, TRIED[i % TRIED.length]);
                scores[i] = Gauss.quantile((cell + 0.5) * CELL);
            }
            return scores;
        }
    }
}
