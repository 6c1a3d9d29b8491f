package dev.estimator.latency;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * A law on the knots: a constant, and after it a time of which is known how likely it exceeds the cells between the
 * knots, on the average over each cell.
 *
 * <p>Averages over cells are what is left of a law if each time is split between the knots beside it so that the mean
 * stays. They preserve {@code E(X − t)⁺} at every knot. The constant makes the grid fine also for a law that is narrow.
 *
 * @param knots the scale
 * @param constant the time that every request takes
 * @param first the first knot; from the constant to there nothing ends
 * @param later how likely a request takes longer than the constant
 * @param tails the average of the probability to exceed a time, over each cell from the first knot on; beyond them it
 *     is 0
 * @param mean the mean, which is known exactly
 * @param unknown the share below which tails are not known, as the grid ends there
 */
@SuppressWarnings("ArrayRecordComponent") // it never leaves the package, and two are equal only if made from one array
record Grid(Knots knots, double constant, int first, double later, double[] tails, double mean, double unknown)
        implements LatencyLaw {
    /** The grid covers the law between these tail probabilities; a shorter time counts as that of the low one. */
    private static final double HIGH = 1e-13;

    private static final double LOW = 1e-6;
    private static final double LOWEST = 1e-10;

    /** A law whose minimum is above this part of its median is split into a constant and the remainder. */
    private static final double NARROW = 0.25;

    /** The grid reaches at least this far below the median, and further if needed to hold all but a small share. */
    private static final double BELOW_MEDIAN = 0x1p-12;

    private static final double BODY = 1e-4;

    /** The most octaves from the lowest to the highest. */
    private static final int MOST_OCTAVES = 128;

    /** The outermost knots, where the range of a double ends. */
    private static final double SHORTEST = 0x1p-1000;

    private static final double LONGEST = 0x1p1000;

    /** The last knots of a grid lack digits; tails that are larger by this factor do not. */
    private static final double MARGIN = 10;

    /** A cell with more probability than this is divided. */
    private static final double STEEP = 1e-3;

    /** A cell whose halves differ by no more than this is smooth. */
    private static final double UNEVEN = 1e-3;

    private static final int CLOSEST = 6;

    private static final int PLACES = 40;

    static Grid constantly(Knots knots, double time) {
        return new Grid(knots, time, 0, 0, new double[1], time, 0);
    }

    static Grid of(Knots knots, LatencyLaw law) {
        double constant = constantOf(law);
        double later = law.slower(constant);
        if (later <= HIGH) {
            return new Grid(knots, constant, 0, 0, new double[1], law.mean(), law.unknown());
        }
        int first = below(knots, lowest(law, later, constant));
        int last = Math.max(
                        first,
                        Math.min(
                                below(knots, law.exceededBy(HIGH) - constant),
                                first + MOST_OCTAVES * knots.perOctave()))
                + 1;
        double[] tails = new double[last - first];
        double[] times = knots.range(first, tails.length + 1);
        double before = later;
        double left = law.slower(constant + times[0]);
        double right = law.slower(constant + times[1]);
        for (int i = 0; i < tails.length; i++) {
            double after = law.slower(constant + knots.ratio() * times[i + 1]);
            double smooth = knots.average(before, left, right, after);
            tails[i] = left - right < STEEP && smooth <= left && smooth >= right
                    ? smooth
                    : average(law, constant + times[i], constant + times[i + 1], left, right, 0);
            before = left;
            left = right;
            right = after;
        }
        double unknown = Math.max(law.unknown(), Math.max(MARGIN * HIGH, 2 * left));
        return new Grid(knots, constant, first, later, tails, law.mean(), unknown);
    }

    /** The minimum of the law, or 0: it is kept exactly, however often the law is added to itself. */
    static double constantOf(LatencyLaw law) {
        double lowest = law.exceededBy(1 - LOWEST);
        return lowest > NARROW * law.exceededBy(0.5) ? lowest : 0;
    }

    /**
     * Where the part after the constant begins: whatever the highest is, the times that most requests take are kept
     * apart.
     */
    private static double lowest(LatencyLaw law, double later, double constant) {
        double median = law.exceededBy(later / 2) - constant;
        double body = law.exceededBy(later * (1 - BODY)) - constant;
        double low = Math.max(law.exceededBy(later * (1 - LOW)) - constant, Math.min(median * BELOW_MEDIAN, body));
        return Math.max(
                low,
                4 * Math.ulp(constant)); // times closer to the constant than its rounding error cannot be told from it
    }

    private static int below(Knots knots, double time) {
        return knots.below(Math.max(SHORTEST, Math.min(time, LONGEST)));
    }

    /**
     * By Simpson's rule where much ends within a cell; it is halved if that is not smooth, as beside a time that is
     * taken often.
     */
    private static double average(LatencyLaw law, double from, double to, double left, double right, int depth) {
        if (left - right < STEEP || depth == CLOSEST) {
            return (left + right) / 2;
        }
        double middle = (from + to) / 2;
        double between = law.slower(middle);
        if (Math.abs(left - 2 * between + right) < UNEVEN) {
            return (left + 4 * between + right) / 6;
        }
        return (average(law, from, middle, left, between, depth + 1)
                        + average(law, middle, to, between, right, depth + 1))
                / 2;
    }

    Grid shifted(double time) {
        return new Grid(knots, constant + time, first, later, tails, mean + time, unknown);
    }

    /** For a share of the requests; the others take no time. */
    Grid sometimes(double share) {
        double[] some = tails.clone();
        for (int i = 0; i < some.length; i++) {
            some[i] *= share;
        }
        return new Grid(knots, 0, first, share * later, some, share * mean, share * unknown);
    }

    /** The mixture of this, for a share of the requests, and another with the same constant for the rest. */
    Grid mixed(double share, Grid other) {
        boolean isConstant = later == 0;
        int from = isConstant ? other.first : other.later == 0 ? first : Math.min(first, other.first);
        int to = isConstant ? other.last() : other.later == 0 ? last() : Math.max(last(), other.last());
        double[] mixed = new double[to - from];
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = share * tailAfter(from + i) + (1 - share) * other.tailAfter(from + i);
        }
        return new Grid(
                knots,
                constant,
                from,
                share * later + (1 - share) * other.later,
                mixed,
                share * mean + (1 - share) * other.mean,
                share * unknown + (1 - share) * other.unknown);
    }

    /** The sum with an independent time. */
    Grid plus(Grid other) {
        Grid a = sharpened();
        Grid b = other.sharpened();
        return new Convolution(a, b).sum().blurred(a, b).centered();
    }

    /** The same law with the largest possible constant. */
    private Grid centered() {
        return later > 1 - LOWEST && knots.at(cellOf(1 - LOWEST)) > NARROW * knots.at(cellOf(0.5))
                ? of(knots, this)
                : this;
    }

    /**
     * As times of knots alone. Averages over cells are those of times that were split between two knots, which adds a
     * sixth of the square of the gap to the variance; that is taken back by moving probability from the neighbours of
     * each knot to it, so that the mean stays.
     */
    private Grid sharpened() {
        return moved(1, weights());
    }

    /** Splits what was left at its knot because the other time was short beside the gap: as times of knots, again. */
    private Grid blurred(Grid a, Grid b) {
        int n = tails.length;
        double[] ofA = a.weights(first, n);
        double[] ofB = b.weights(first, n);
        double[] longA = a.tailsAfter(first - knots.toShort(), n);
        double[] longB = b.tailsAfter(first - knots.toShort(), n);
        for (int i = 0; i < n; i++) {
            ofA[i] = ofA[i] * (1 - longB[i]) + ofB[i] * (1 - longA[i]);
        }
        return moved(-1, ofA);
    }

    /** The probability of each knot, from the first to the last. */
    private double[] weights() {
        return weights(first, tails.length + 1);
    }

    /** The probability of consecutive knots. */
    double[] weights(int from, int count) {
        double[] after = tailsAfter(from - 1, count + 1);
        double[] weights = new double[count];
        for (int i = 0; i < count; i++) {
            weights[i] = after[i] - after[i + 1];
        }
        return weights;
    }

    /** {@link #tailAfter} of consecutive knots. */
    double[] tailsAfter(int from, int count) {
        double[] after = new double[count];
        int before = Math.max(0, Math.min(count, first - from));
        Arrays.fill(after, 0, before, later);
        int known = Math.min(count, last() - from) - before;
        if (known > 0) {
            System.arraycopy(tails, from + before - first, after, before, known);
        }
        return after;
    }

    /** Moves probability from the neighbours of each knot to it, or back; less beside a step, so that some remains. */
    private Grid moved(int sign, double[] wanted) {
        double[] weights = weights();
        double[] moved = tails.clone();
        double part = sign / (6 * (1 + knots.ratio()));
        for (int i = 1; i < tails.length; i++) {
            double most = Math.min(weights[i], 2 * Math.min(weights[i - 1], weights[i + 1]));
            double each = part * Math.min(wanted[i], most);
            moved[i - 1] += each * knots.ratio();
            moved[i] -= each;
        }
        return new Grid(knots, constant, first, later, moved, mean, unknown);
    }

    /** The grid of the result of a convolution, without its empty ends. */
    static Grid trimmed(
            Knots knots, double constant, int first, double later, double[] tails, double mean, double unknown) {
        int end = tails.length;
        while (end > 1 && tails[end - 1] <= HIGH / 10) {
            end--;
        }
        for (int i = end - 1; i > 0; i--) {
            tails[i - 1] = Math.max(tails[i - 1], tails[i]); // removes rounding errors
        }
        int start = 0;
        while (start < end - 1 && later - tails[start] <= LOWEST) {
            start++;
        }
        double[] kept = new double[end - start];
        System.arraycopy(tails, start, kept, 0, kept.length);
        return new Grid(knots, constant, first + start, later, kept, mean, unknown);
    }

    /** The first knot with no tail. */
    int last() {
        return first + tails.length;
    }

    /** The probability that the remainder lies beyond a knot, if it takes only the times of knots. */
    double tailAfter(int knot) {
        if (knot < first) {
            return later;
        }
        return knot >= last() ? 0 : tails[knot - first];
    }

    @Override
    public double slower(double time) {
        double rest = time - constant;
        if (rest < 0) {
            return 1;
        }
        int knot = rest == 0 ? Integer.MIN_VALUE : knots.below(rest);
        if (knot < first) {
            return later;
        }
        if (knot >= last()) {
            return 0;
        }
        return within(knot, (rest - knots.at(knot)) / knots.gap(knot));
    }

    /** The tail at a place in its cell, from 0 to 1. */
    private double within(int knot, double place) {
        return knots.slope(shape(knot), place);
    }

    /**
     * How the tail goes in a cell: as the slope of the polynomial through {@code E min(X, t)} at the six knots around
     * it, whose differences are the averages of the tail; beside a step, where those differ much, as a straight line.
     */
    private double[] shape(int knot) {
        double tail = tailAfter(knot);
        double before = tail - tailAfter(knot - 1);
        double after = tailAfter(knot + 1) - tail;
        double straight = (before + after) / 2;
        double limited = Math.max(straight, 2 * Math.max(before, after));
        return limited > straight
                ? knots.straight(tail, limited)
                : knots.polynomial(tailsAfter(knot - Knots.AROUND, 2 * Knots.AROUND + 1));
    }

    @Override
    public double exceededBy(double share) {
        if (later <= share) {
            return constant;
        }
        int knot = cellOf(share);
        while (knot > first && within(knot - 1, 1) <= share) {
            knot--;
        }
        while (knot < last() && within(knot, 1) > share) {
            knot++;
        }
        return constant + knots.at(knot) + knots.gap(knot) * placeOf(knot, share);
    }

    /** The first knot after whose cell at most a share is left on the average. */
    private int cellOf(double share) {
        int low = first - 1;
        int high = last();
        while (high - low > 1) {
            int middle = (low + high) >> 1;
            if (tailAfter(middle) <= share) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    /** The place in its cell at which the tail falls to a share. */
    private double placeOf(int knot, double share) {
        double[] shape = shape(knot);
        if (knot == last() || knots.slope(shape, 0) <= share) {
            return 0;
        }
        double low = 0;
        double high = 1;
        for (int i = 0; i < PLACES; i++) {
            double middle = (low + high) / 2;
            if (knots.slope(shape, middle) <= share) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    @Override
    public boolean isOnGrid(double share) {
        return later > 0;
    }

    @Override
    public DoubleStream singleTimes() {
        return later < 1 ? DoubleStream.of(constant) : DoubleStream.empty();
    }
}
