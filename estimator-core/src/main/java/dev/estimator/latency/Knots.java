package dev.estimator.latency;

/** The logarithmic scale on which sums are computed: knot k is at {@code 2^(k/64)} seconds, 1.09 % from the next. */
final class Knots {
    static final int PER_OCTAVE = 64;

    /** Knots 0 to 64, from 1 to 2. */
    private static final double[] OCTAVE = new double[PER_OCTAVE + 1];

    static {
        for (int k = 0; k <= PER_OCTAVE; k++) {
            OCTAVE[k] = Math.pow(2, (double) k / PER_OCTAVE);
        }
    }

    private Knots() {}

    static double at(int k) {
        return Math.scalb(OCTAVE[Math.floorMod(k, PER_OCTAVE)], Math.floorDiv(k, PER_OCTAVE));
    }

    /** Consecutive knots. */
    static double[] range(int from, int count) {
        double[] knots = new double[count];
        for (int i = 0; i < Math.min(count, PER_OCTAVE); i++) {
            knots[i] = at(from + i);
        }
        for (int i = PER_OCTAVE; i < count; i++) {
            knots[i] = 2 * knots[i - PER_OCTAVE];
        }
        return knots;
    }

    /** The distance from a knot to the next. */
    static double gap(int k) {
        return at(k + 1) - at(k);
    }

    /** The last knot that is not above a time. */
    static int below(double time) {
        int exponent = Math.getExponent(time);
        int k = exponent * PER_OCTAVE + (int) (Math.log(Math.scalb(time, -exponent)) / Math.log(2) * PER_OCTAVE);
        return at(k) > time ? k - 1 : at(k + 1) <= time ? k + 1 : k;
    }
}
