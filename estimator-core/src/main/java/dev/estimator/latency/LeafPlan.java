package dev.estimator.latency;

import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.Ints;
import dev.estimator.internal.text.QuantityWriter;
import dev.estimator.internal.unit.Kind;
import dev.estimator.quantity.Formula.Direction;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A latency that is not composed of others. */
@SuppressWarnings("InvalidBlockTag") // Error Prone does not know @serial exclude of a class
sealed interface LeafPlan extends Plan {
    /** The law for parameters that are valid and finite. */
    LatencyLaw law(double... in);

    /** The places of its parameters. */
    int[] places();

    /** Whether its parameters, which are finite, are valid together. */
    default boolean isLaw(double... in) {
        return true;
    }

    /** Whether it is infinite because one of its times is: the wait in an overloaded queue. */
    private boolean isEndless(double... in) {
        for (int place : places()) {
            if (in[place] == Double.POSITIVE_INFINITY) {
                return true;
            }
        }
        return false;
    }

    @Override
    default boolean isValid(double... in) {
        return isEndless(in) || isLaw(in);
    }

    @Override
    default List<Plan> parts() {
        return List.of();
    }

    /** Not known of most: a log-normal time with a larger median and the same p99 has a smaller p99.9. */
    @Override
    default Optional<Direction> ownDirection(int place) {
        boolean isKnown = this instanceof Always || this instanceof Exponential;
        return Ints.contains(places(), place)
                ? Optional.of(isKnown ? Direction.RISING : Direction.UNKNOWN)
                : Optional.empty();
    }

    @Override
    default LatencyLaw law(Workings workings, double... in) {
        return isEndless(in) ? Constant.ENDLESS : law(in);
    }

    @Override
    default double mean(double... in) {
        return isEndless(in) ? Double.POSITIVE_INFINITY : law(in).mean();
    }

    @Override
    default double bound(double share, double... in) {
        return isEndless(in) ? Double.POSITIVE_INFINITY : boundOf(share, in);
    }

    /** {@link #bound} of a law. */
    default double boundOf(double share, double... in) {
        return law(in).exceededBy(share);
    }

    @Override
    default boolean isSlow(boolean isForMean) {
        return false;
    }

    /**
     * Always the same time.
     *
     * @param time the place of the time
     * @serial exclude
     */
    record Always(int time) implements LeafPlan {
        @Override
        public LatencyLaw law(double... in) {
            return new Constant(in[time]);
        }

        @Override
        public double mean(double... in) {
            return in[time];
        }

        @Override
        public int[] places() {
            return new int[] {time};
        }

        @Override
        public String text() {
            return Plan.place(time);
        }

        @Override
        public Plan moved(IntUnaryOperator places) {
            return new Always(places.applyAsInt(time));
        }
    }

    /**
     * None at all.
     *
     * @param isOfLine whether it is that of those who need not wait in a line
     * @serial exclude
     */
    record NoTime(boolean isOfLine) implements LeafPlan {
        @Override
        public LatencyLaw law(double... in) {
            return new Constant(0);
        }

        @Override
        public int[] places() {
            return new int[0];
        }

        @Override
        public String text() {
            return "no time";
        }

        @Override
        public Plan moved(IntUnaryOperator places) {
            return this;
        }
    }

    /**
     * Log-normal.
     *
     * @param p50 the place of the median
     * @param p99 the place of the 99th percentile
     * @serial exclude
     */
    record ByP50AndP99(int p50, int p99) implements LeafPlan {
        @Override
        public LatencyLaw law(double... in) {
            return LogNormalLaw.through(in[p50], in[p99]);
        }

        @Override
        public boolean isLaw(double... in) {
            return in[p50] > 0 && in[p50] < in[p99];
        }

        @Override
        public String ownCondition() {
            return "p50 must be above zero and below p99";
        }

        @Override
        public int[] places() {
            return new int[] {p50, p99};
        }

        @Override
        public String text() {
            return "log-normal(" + Plan.place(p50) + ", " + Plan.place(p99) + ")";
        }

        @Override
        public Plan moved(IntUnaryOperator places) {
            return new ByP50AndP99(places.applyAsInt(p50), places.applyAsInt(p99));
        }
    }

    /**
     * Log-normal; {@code share} is how likely the percentile is exceeded.
     *
     * @param mean the place of the mean
     * @param percentile the place of the percentile
     * @param share how likely the percentile is exceeded
     * @param percentileName how the percentile is called
     * @serial exclude
     */
    record ByMean(int mean, int percentile, double share, String percentileName) implements LeafPlan {
        @Override
        public LatencyLaw law(double... in) {
            return LogNormalLaw.withMean(in[mean], LogNormalLaw.sigmaOf(in[mean], in[percentile], share));
        }

        @Override
        public boolean isLaw(double... in) {
            boolean isOnItsSide = share < 0.5 == in[percentile] > in[mean];
            return in[mean] > 0 && isOnItsSide && LogNormalLaw.sigmaOf(in[mean], in[percentile], share) > 0;
        }

        @Override
        public String ownCondition() {
            String most = QuantityWriter.stated(Kind.RATIO, LogNormalLaw.mostTimesMean(share));
            return share < 0.5
                    ? percentileName + " must be above the mean and at most " + most + " of it"
                    : percentileName + " must be above zero and below the mean";
        }

        @Override
        public int[] places() {
            return new int[] {mean, percentile};
        }

        @Override
        public String text() {
            return "log-normal(mean " + Plan.place(mean) + ", " + percentileName + " " + Plan.place(percentile) + ")";
        }

        @Override
        public Plan moved(IntUnaryOperator places) {
            return new ByMean(places.applyAsInt(mean), places.applyAsInt(percentile), share, percentileName);
        }
    }

    /**
     * Exponential.
     *
     * @param mean the place of the mean
     * @serial exclude
     */
    record Exponential(int mean) implements LeafPlan {
        @Override
        public LatencyLaw law(double... in) {
            return new ErlangLaw(1, in[mean]);
        }

        @Override
        public double mean(double... in) {
            return in[mean];
        }

        @Override
        public boolean isValid(double... in) {
            return in[mean] > 0;
        }

        @Override
        public String ownCondition() {
            return "the mean must be above zero";
        }

        @Override
        public int[] places() {
            return new int[] {mean};
        }

        @Override
        public String text() {
            return "exponential(" + Plan.place(mean) + ")";
        }

        @Override
        public Plan moved(IntUnaryOperator places) {
            return new Exponential(places.applyAsInt(mean));
        }
    }

    /**
     * Through known percentiles.
     *
     * @param shares how likely they are exceeded, in descending order: 1 for the minimum, 0 for the maximum
     * @param times where they are
     * @param mean where the mean is, if it is known; else -1
     * @serial exclude
     */
    record ByPercentiles(ImmutableDoubleArray shares, List<Integer> times, int mean) implements LeafPlan {
        /** Copies the shares, since a tampered stream may lack the array. */
        public ByPercentiles {
            shares = copy(shares);
        }

        private static final int NONE = -1;

        private static final String BEYOND =
                "; nothing is known beyond %s: give the maximum, percentile 100, or a timeout";

        private static final String BELOW = "; nothing is known below %s: give the minimum, percentile 0";

        /** The plan whose parameters are the times in ascending order, then the mean. */
        static ByPercentiles of(List<Double> shares, boolean hasMean) {
            List<Integer> times = IntStream.range(0, shares.size()).boxed().toList();
            return new ByPercentiles(ImmutableDoubleArray.copyOf(shares), times, hasMean ? shares.size() : NONE);
        }

        @Override
        public LatencyLaw law(double... in) {
            PercentileLaw law = percentiles(in);
            return mean == NONE ? law : FittedLaw.of(law, in[mean]);
        }

        private PercentileLaw percentiles(double... in) {
            return PercentileLaw.through(shares, times(in));
        }

        private double[] times(double... in) {
            return times.stream().mapToDouble(time -> in[time]).toArray();
        }

        @Override
        public boolean isLaw(double... in) {
            double[] values = times(in);
            boolean isRising = IntStream.range(1, values.length).allMatch(i -> values[i - 1] <= values[i]);
            return isRising && (mean == NONE || isAllowed(in[mean], in));
        }

        private boolean isAllowed(double value, double... in) {
            return value >= leastMean(in) && value <= mostMean(in);
        }

        /** The least mean that the percentiles allow. */
        double leastMean(double... in) {
            return FittedLaw.leastMean(percentiles(in));
        }

        /** The greatest; infinite if they have no maximum. */
        double mostMean(double... in) {
            return FittedLaw.mostMean(percentiles(in));
        }

        @Override
        public boolean isOpen() {
            return last() > 0;
        }

        private double last() {
            return shares.get(shares.length() - 1);
        }

        @Override
        public double start() {
            return shares.get(0);
        }

        /** What lies below the first percentile is at most that. */
        @Override
        public double boundOf(double share, double... in) {
            return percentiles(in).exceededBy(Math.min(share, shares.get(0)));
        }

        @Override
        public String ownCondition() {
            return "no percentile may be below the one before"
                    + (mean == NONE ? "" : ", and they must allow the mean")
                    + (isOpen() ? BEYOND.formatted(KnownPercentiles.last(last())) : "")
                    + (shares.get(0) < 1 ? BELOW.formatted(KnownPercentiles.first(shares.get(0))) : "");
        }

        @Override
        public int[] places() {
            int[] all = Arrays.copyOf(Ints.toArray(times), times.size() + (mean == NONE ? 0 : 1));
            if (mean != NONE) {
                all[times.size()] = mean;
            }
            return all;
        }

        @Override
        public String text() {
            return "percentiles(" + times.stream().map(Plan::place).collect(Collectors.joining(", "))
                    + (mean == NONE ? "" : ", mean " + Plan.place(mean))
                    + (shares.get(0) < 1 ? ", no minimum" : "")
                    + (isOpen() ? ", no maximum)" : ")");
        }

        @Override
        public Plan moved(IntUnaryOperator places) {
            List<Integer> moved = times.stream().map(places::applyAsInt).toList();
            return new ByPercentiles(shares, moved, mean == NONE ? NONE : places.applyAsInt(mean));
        }
    }

    /**
     * By buckets, of which is known how many requests are slower.
     *
     * @param ends the upper ends of the buckets, ascending
     * @param slower the share of the requests that are slower than each
     * @serial exclude
     */
    record ByBuckets(ImmutableDoubleArray ends, ImmutableDoubleArray slower) implements LeafPlan {
        public ByBuckets {
            ends = copy(ends);
            slower = copy(slower);
        }

        static ByBuckets of(List<Double> ends, List<Double> slower) {
            return new ByBuckets(ImmutableDoubleArray.copyOf(ends), ImmutableDoubleArray.copyOf(slower));
        }

        @Override
        public LatencyLaw law(double... in) {
            return PercentileLaw.ofBuckets(ends, slower);
        }

        @Override
        public boolean isOpen() {
            return last() > 0;
        }

        private double last() {
            return slower.get(slower.length() - 1);
        }

        @Override
        public String ownCondition() {
            return isOpen()
                    ? "nothing is known beyond the last bucket, which ends at " + KnownPercentiles.last(last())
                            + ": a timeout may say more"
                    : "";
        }

        @Override
        public int[] places() {
            return new int[0];
        }

        @Override
        public String text() {
            return isOpen() ? "buckets with no end" : "buckets";
        }

        @Override
        public Plan moved(IntUnaryOperator places) {
            return this;
        }
    }

    /**
     * As it was measured.
     *
     * @param times the times
     * @param weights how many requests took each
     * @param isRising whether more and more requests took them, as if each counted those before
     * @serial exclude
     */
    record Measured(ImmutableDoubleArray times, ImmutableDoubleArray weights, boolean isRising) implements LeafPlan {
        public Measured {
            times = copy(times);
            weights = copy(weights);
        }

        static Measured of(double[] times, double[] weights, boolean isRising) {
            return new Measured(ImmutableDoubleArray.copyOf(times), ImmutableDoubleArray.copyOf(weights), isRising);
        }

        @Override
        public LatencyLaw law(double... in) {
            return Points.of(times.toArray(), weights.toArray());
        }

        double greatest() {
            return IntStream.range(0, times.length())
                    .filter(i -> weights.get(i) > 0)
                    .mapToDouble(times::get)
                    .max()
                    .orElseThrow();
        }

        @Override
        public int[] places() {
            return new int[0];
        }

        @Override
        public String text() {
            return isRising ? "measured, with counts that only rise" : "measured";
        }

        @Override
        public Plan moved(IntUnaryOperator places) {
            return this;
        }
    }

    private static ImmutableDoubleArray copy(ImmutableDoubleArray values) {
        return ImmutableDoubleArray.copyOf(values.toArray());
    }
}
