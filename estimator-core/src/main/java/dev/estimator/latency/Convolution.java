package dev.estimator.latency;

/**
 * The sum of two times on knots.
 *
 * <p>Of a pair of times the larger, {@code t}, is at knot i; the smaller is at most as large. The sum exceeds the cell
 * after knot i + k, on the average, with the probability {@code (J(y) − J(x)) ÷ (y − x)}, where {@code J(x) = E min(X,
 * x)} is that of the smaller one, {@code x = t (r^k − 1)} and {@code y = t (r^(k+1) − 1)}. J is a broken line with
 * corners at the knots, and x lies as far from a knot on the logarithmic scale whatever i is: what remains are plain
 * loops, one for each knot of an octave. Nothing is lost of the mean, however small one time is beside the other.
 */
final class Convolution {
    private final Grid a;
    private final Grid b;
    private final Knots knots;
    private final int first;
    private final double[] tails;

    Convolution(Grid a, Grid b) {
        this.a = a;
        this.b = b;
        this.knots = a.knots();
        this.first = Math.min(a.first(), b.first());
        this.tails = new double[Math.max(a.last(), b.last()) + knots.perOctave() - first];
    }

    Grid sum() {
        addAlone(a, 1 - b.later());
        addAlone(b, 1 - a.later());
        addPairs(a, b, 0);
        addPairs(b, a, 1);
        double later = a.later() + (1 - a.later()) * b.later();
        double unknown = a.unknown() + b.unknown();
        return Grid.trimmed(knots, a.constant() + b.constant(), first, later, tails, a.mean() + b.mean(), unknown);
    }

    /** Adds the cases in which the other time is exactly its constant. */
    private void addAlone(Grid grid, double otherIsNothing) {
        double[] alone = grid.tailsAfter(first, grid.last() - first);
        for (int i = 0; i < alone.length && otherIsNothing > 0; i++) {
            tails[i] += otherIsNothing * alone[i];
        }
    }

    /** Adds the cases in which one is larger; those in which both are at the same knot only if {@code strict} is 0. */
    private void addPairs(Grid larger, Grid smaller, int strict) {
        int from = Math.max(larger.first(), smaller.first());
        int count = larger.last() + 1 - from;
        if (count <= 0) {
            return;
        }
        double[] perTime = new double[count];
        double[] chances = larger.weights(from, count);
        double[] excluded = smaller.tailsAfter(from - strict, count);
        double[] times = knots.range(from, count);
        for (int i = 0; i < count; i++) {
            perTime[i] = chances[i] / times[i];
            excluded[i] *= chances[i];
        }
        addWholes(from, chances, smaller.later(), excluded);
        spread(from, perTime, new Capped(smaller, from - knots.back(1) - 1, larger.last() + 2), smaller.last());
    }

    /**
     * What does not depend on where in the octave it is: added below each knot, and excluded up to an octave above it.
     */
    private void addWholes(int from, double[] chances, double later, double[] excluded) {
        double above = 0;
        double less = 0;
        for (int i = chances.length + knots.perOctave() - 2; i >= first - from; i--) {
            int before = i - knots.perOctave() + 1;
            less += before >= 0 ? excluded[before] : 0;
            tails[from + i - first] += above - less;
            above += i >= 0 && i < chances.length ? chances[i] * later : 0;
        }
    }

    private void spread(int from, double[] perTime, Capped capped, int lastSmaller) {
        double[] before = new double[perTime.length];
        for (int k = 0; k < knots.perOctave(); k++) {
            int back = knots.back(k + 1);
            // where even x is beyond the smaller one nothing is left; at k = 0 it is 0, which is beyond nothing
            int reach = k == 0 ? perTime.length : lastSmaller + knots.back(k) + 2 - from;
            int count = Math.min(perTime.length, reach);
            int at = from - back - capped.from();
            step(
                    count,
                    perTime,
                    before,
                    capped.values(),
                    at,
                    knots.part(k + 1),
                    1 / knots.gap(k),
                    tails,
                    from + k - first);
        }
    }

    private static void step(
            int count,
            double[] perTime,
            double[] before,
            double[] capped,
            int at,
            double part,
            double perGap,
            double[] out,
            int to) {
        double left = capped[at];
        for (int i = 0; i < count; i++) {
            double right = capped[at + i + 1];
            double next = left + part * (right - left);
            out[to + i] += perTime[i] * perGap * (next - before[i]);
            before[i] = next;
            left = right;
        }
    }

    /**
     * The means of the part after the constant if it is capped at the knots, {@code E min(X, t)}, from the knot
     * {@code from} on. They are added up from the shortest time on: of a tail that is longer than the rest by many
     * powers of ten no digit gets in there.
     */
    @SuppressWarnings("ArrayRecordComponent") // it never leaves the method
    private record Capped(int from, double[] values) {
        Capped(Grid grid, int from, int to) {
            this(from, values(grid, from, to));
        }

        private static double[] values(Grid grid, int from, int to) {
            double[] values = new double[to - from + 1];
            int start = Math.min(from, grid.first());
            double[] times = grid.knots().range(start, to + 2 - start);
            double[] after = grid.tailsAfter(start, to + 1 - start);
            double sum = times[0] * grid.later();
            for (int knot = start; knot <= to; knot++) {
                if (knot >= from) {
                    values[knot - from] = sum;
                }
                sum += (times[knot + 1 - start] - times[knot - start]) * after[knot - start];
            }
            return values;
        }
    }
}
