package dev.estimator.latency;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A law through known points, from the least time to the greatest: log-normal between two percentiles, and even, on a
 * logarithmic scale, between the first and the least or the last and the greatest. A greatest time that is not known is
 * infinite: then so are all times beyond the last percentile.
 *
 * @param shares how likely each time is exceeded, from 1 to 0, none above the one before
 * @param times the times, none below the one before
 * @param openStart the share above which times are only known to be at most that of the first percentile; 1 if there is
 *     none
 */
record PercentileLaw(ImmutableDoubleArray shares, ImmutableDoubleArray times, double openStart) implements LatencyLaw {
    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    /** From here on the series of {@link #upTo} is accurate to 13 digits. */
    private static final double STEEP = 30;

    /** The law through percentiles; without a least time that is 0, without a greatest infinite. */
    static PercentileLaw through(ImmutableDoubleArray shares, double[] times) {
        int last = shares.length() - 1;
        var allShares = ImmutableDoubleArray.builder();
        var allTimes = ImmutableDoubleArray.builder();
        if (shares.get(0) < 1) {
            allShares.add(1);
            allTimes.add(0);
        }
        allShares.addAll(shares);
        allTimes.addAll(times);
        if (shares.get(last) > 0) {
            allShares.add(0);
            allTimes.add(Double.POSITIVE_INFINITY);
        }
        return new PercentileLaw(allShares.build(), allTimes.build(), shares.get(0));
    }

    /** The law of buckets: their upper ends, and how many requests are slower; what the first one holds begins at 0. */
    static PercentileLaw ofBuckets(ImmutableDoubleArray ends, ImmutableDoubleArray slower) {
        PercentileLaw through = through(slower, ends.toArray());
        return new PercentileLaw(through.shares, through.times, 1);
    }

    @Override
    public double slower(double time) {
        int last = times.length() - 1;
        if (time < times.get(0)) {
            return 1;
        }
        int i = last;
        while (times.get(i) > time) {
            i--;
        }
        return i == last ? 0 : shareAt(i, partOfTime(i, time));
    }

    /** The position of a time between two neighbouring percentiles, from 0 to 1. */
    private double partOfTime(int i, double time) {
        double from = times.get(i);
        double to = times.get(i + 1);
        return from == 0 ? time / to : (Math.log(time) - Math.log(from)) / (Math.log(to) - Math.log(from));
    }

    private double shareAt(int i, double part) {
        double from = shares.get(i);
        if (part == 0) {
            return from;
        }
        return isEven(i)
                ? from - part * (from - shares.get(i + 1))
                : STANDARD.survivalProbability(score(i) + part * (score(i + 1) - score(i)));
    }

    @Override
    public double exceededBy(double share) {
        int i = 0;
        while (shares.get(i) > share) {
            i++;
        }
        return shares.get(i) == share || i == 0 ? times.get(i) : timeAt(i - 1, partOfShare(i - 1, share));
    }

    private double partOfShare(int i, double share) {
        double from = shares.get(i);
        return isEven(i)
                ? (from - share) / (from - shares.get(i + 1))
                : (scoreOf(share) - score(i)) / (score(i + 1) - score(i));
    }

    private double timeAt(int i, double part) {
        double from = times.get(i);
        double to = times.get(i + 1);
        if (to == Double.POSITIVE_INFINITY || from == to) {
            return to;
        }
        return from == 0 ? part * to : from * Math.exp(part * (Math.log(to) - Math.log(from)));
    }

    /** The first and the last percentile have no normal score on their other side. */
    private boolean isEven(int i) {
        return shares.get(i) == 1 || shares.get(i + 1) == 0;
    }

    private double score(int i) {
        return scoreOf(shares.get(i));
    }

    private static double scoreOf(double share) {
        return STANDARD.inverseSurvivalProbability(share);
    }

    /** The mean, summed over the pieces between percentiles. */
    @Override
    public double mean() {
        return IntStream.range(0, times.length() - 1)
                .mapToDouble(this::partOfMean)
                .sum();
    }

    private double partOfMean(int i) {
        double share = shares.get(i) - shares.get(i + 1);
        double from = times.get(i);
        double to = times.get(i + 1);
        if (share == 0 || to == Double.POSITIVE_INFINITY || from == to) {
            return share == 0 ? 0 : share * to;
        }
        if (isEven(i)) {
            return share * (from == 0 ? to / 2 : (to - from) / (Math.log(to) - Math.log(from)));
        }
        return from == 0 ? rising(i, share) : logNormal(i);
    }

    /** {@code t = b (z − z₀)}: {@code b ∫ (z − z₀) φ(z) dz}. */
    private double rising(int i, double share) {
        double from = score(i);
        double to = score(i + 1);
        return times.get(i + 1) * (STANDARD.density(from) - STANDARD.density(to) - from * share) / (to - from);
    }

    /** {@code ln t = a + b z}: {@code ∫ exp(a + b z) φ(z) dz}. */
    private double logNormal(int i) {
        double from = score(i);
        double to = score(i + 1);
        double log = Math.log(times.get(i));
        double b = (Math.log(times.get(i + 1)) - log) / (to - from);
        double a = log - b * from;
        if (b > STEEP) {
            return upTo(a, b, to) - upTo(a, b, from);
        }
        double part = from > b
                ? STANDARD.survivalProbability(from - b) - STANDARD.survivalProbability(to - b)
                : STANDARD.cumulativeProbability(to - b) - STANDARD.cumulativeProbability(from - b);
        return Math.exp(a + b * b / 2) * part;
    }

    /** {@code exp(a + b²/2) Φ(z − b) = exp(a + b z) φ(z) × Φ(z − b) ÷ φ(z − b)}, the last by its series. */
    private static double upTo(double a, double b, double z) {
        double x = b - z;
        double y = 1 / (x * x);
        double mills = (1 - y * (1 - 3 * y * (1 - 5 * y * (1 - 7 * y * (1 - 9 * y))))) / x;
        return Math.exp(a + b * z) * STANDARD.density(z) * mills;
    }

    /** Where there is no end beyond the last percentile, it is that percentile. */
    PercentileLaw ended() {
        double[] ended = times.toArray();
        int last = ended.length - 1;
        ended[last] = ended[last] == Double.POSITIVE_INFINITY ? ended[last - 1] : ended[last];
        return new PercentileLaw(shares, ImmutableDoubleArray.copyOf(ended), openStart);
    }

    /** Each request takes the least time that the points allow; what has no end has none. */
    Points least() {
        return stairs(0);
    }

    /** Each takes the greatest. */
    Points most() {
        return stairs(1);
    }

    private Points stairs(int end) {
        int pieces = times.length() - 1;
        double[] ends = new double[pieces];
        double[] weights = new double[pieces];
        for (int i = 0; i < pieces; i++) {
            boolean isOpen = times.get(i + 1) == Double.POSITIVE_INFINITY;
            ends[i] = times.get(isOpen ? i + 1 : i + end);
            weights[i] = shares.get(i) - shares.get(i + 1);
        }
        return Points.of(ends, weights);
    }

    /** Several percentiles with one time. */
    @Override
    public DoubleStream singleTimes() {
        return IntStream.range(1, times.length())
                .filter(i -> times.get(i) == times.get(i - 1))
                .mapToDouble(times::get);
    }
}
