package dev.estimator.internal.latency;

import com.google.common.primitives.ImmutableDoubleArray;
import dev.estimator.internal.input.Percentile;
import dev.estimator.internal.text.QuantityWriter;
import dev.estimator.internal.unit.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A latency that is not made of others. */
public sealed interface Leaf extends Plan {
    /** The law for given parameters, for which it is possible. */
    Law law(double... in);

    @Override
    default List<Plan> parts() {
        return List.of();
    }

    @Override
    default Law law(Workings workings, double... in) {
        return law(in);
    }

    @Override
    default double bound(double share, double... in) {
        return law(in).exceededBy(share);
    }

    @Override
    default boolean isSlow(boolean isForMean) {
        return false;
    }

    /** Always the same time. */
    record Always(int time) implements Leaf {
        @Override
        public Law law(double... in) {
            return new Constant(in[time]);
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

    /** Log-normal. */
    record ByP50AndP99(int p50, int p99) implements Leaf {
        @Override
        public Law law(double... in) {
            return LogNormal.through(in[p50], in[p99]);
        }

        @Override
        public boolean isPossible(double... in) {
            return in[p50] > 0 && in[p50] < in[p99];
        }

        @Override
        public String condition() {
            return "p50 must be above zero and below p99";
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

    /** Log-normal; {@code share} is how likely the percentile is exceeded. */
    record ByMean(int mean, int percentile, double share, String percentileName) implements Leaf {
        @Override
        public Law law(double... in) {
            return LogNormal.withMean(in[mean], LogNormal.sigmaOf(in[mean], in[percentile], share));
        }

        @Override
        public boolean isPossible(double... in) {
            boolean isOnItsSide = share < 0.5 == in[percentile] > in[mean];
            return in[mean] > 0 && isOnItsSide && LogNormal.sigmaOf(in[mean], in[percentile], share) > 0;
        }

        @Override
        public String condition() {
            String most = QuantityWriter.stated(Kind.RATIO, LogNormal.mostTimesMean(share));
            return share < 0.5
                    ? percentileName + " must be above the mean and at most " + most + " of it"
                    : percentileName + " must be above zero and below the mean";
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

    /** Exponential. */
    record Exponential(int mean) implements Leaf {
        @Override
        public Law law(double... in) {
            return new Erlang(1, in[mean]);
        }

        @Override
        public boolean isPossible(double... in) {
            return in[mean] > 0;
        }

        @Override
        public String condition() {
            return "the mean must be above zero";
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

    /** Through known percentiles; {@code shares} are how likely they are exceeded, in descending order. */
    record ByPercentiles(ImmutableDoubleArray shares, List<Integer> times) implements Leaf {
        public static ByPercentiles of(List<Double> shares) {
            List<Integer> times = IntStream.range(0, shares.size()).boxed().toList();
            return new ByPercentiles(ImmutableDoubleArray.copyOf(shares), times);
        }

        @Override
        public Law law(double... in) {
            return Percentiles.through(shares, times(in));
        }

        /** The last known percentile: 'p99.9'. */
        public String last() {
            BigDecimal share = BigDecimal.valueOf(shares.get(shares.length() - 1));
            return Percentile.name(
                    BigDecimal.ONE.subtract(share).movePointRight(2).doubleValue());
        }

        private double[] times(double... in) {
            return times.stream().mapToDouble(time -> in[time]).toArray();
        }

        @Override
        public boolean isPossible(double... in) {
            double[] values = times(in);
            return values[0] > 0 && IntStream.range(1, values.length).allMatch(i -> values[i - 1] < values[i]);
        }

        @Override
        public String condition() {
            return "each percentile must be above the one before";
        }

        @Override
        public String text() {
            return "percentiles(" + times.stream().map(Plan::place).collect(Collectors.joining(", ")) + ")";
        }

        @Override
        public Plan moved(IntUnaryOperator places) {
            return new ByPercentiles(
                    shares, times.stream().map(places::applyAsInt).toList());
        }
    }

    /** As it was measured. */
    record Measured(ImmutableDoubleArray times, ImmutableDoubleArray weights) implements Leaf {
        public static Measured of(double[] times, double[] weights) {
            return new Measured(ImmutableDoubleArray.copyOf(times), ImmutableDoubleArray.copyOf(weights));
        }

        @Override
        public Law law(double... in) {
            return Points.of(times.toArray(), weights.toArray());
        }

        @Override
        public String text() {
            return "measured";
        }

        @Override
        public Plan moved(IntUnaryOperator places) {
            return this;
        }
    }
}
