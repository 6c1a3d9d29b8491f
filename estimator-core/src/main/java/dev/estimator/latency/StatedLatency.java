package dev.estimator.latency;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.input.Percentile;
import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.text.QuantityWriter;
import dev.estimator.internal.unit.Kind;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.quantity.Unit;
import dev.estimator.quantity.Units;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Latencies from stated or measured values, which are checked here. */
final class StatedLatency {
    private StatedLatency() {}

    static Latency byP50AndP99(TimeSpan p50, TimeSpan p99) {
        Refusal.unless(
                requireNonNull(p50, "p50").to(Units.SECONDS) > 0
                        && p50.to(Units.SECONDS) < requireNonNull(p99, "p99").to(Units.SECONDS),
                "p50",
                "above zero and below p99, which is " + p99,
                p50);
        return new Latency(
                new LeafPlan.ByP50AndP99(0, 1), Parameters.of("p50", p50).and("p99", p99));
    }

    static Latency byMean(TimeSpan mean, double percent, TimeSpan percentile) {
        String role = Percentile.name(percent);
        double share = Percentile.above(percent).doubleValue();
        Refusal.aboveZero(mean, "mean");
        Plan plan = new LeafPlan.ByMean(0, 1, share, role);
        if (!plan.isPossible(
                mean.to(Units.SECONDS), requireNonNull(percentile, "percentile").to(Units.SECONDS))) {
            throw new IllegalArgumentException("no log-normal latency has the mean " + mean + " and the " + role + " "
                    + percentile + ": " + plan.condition()
                    + "; Latency.ofPercentiles takes a mean beside several percentiles, such as 100, the maximum");
        }
        return new Latency(plan, Parameters.of("mean", mean).and(role, percentile));
    }

    static Latency exponential(TimeSpan mean) {
        Refusal.aboveZero(mean, "mean");
        return new Latency(new LeafPlan.Exponential(0), Parameters.of("mean", mean));
    }

    static Latency byPercentiles(Map<? extends Number, TimeSpan> percentiles) {
        SortedMap<Double, TimeSpan> sorted = sorted(percentiles);
        return new Latency(LeafPlan.ByPercentiles.of(shares(sorted), false), parameters(sorted));
    }

    static Latency byPercentiles(Map<? extends Number, TimeSpan> percentiles, TimeSpan mean) {
        requireNonNull(mean, "mean");
        SortedMap<Double, TimeSpan> sorted = sorted(percentiles);
        LeafPlan.ByPercentiles plan = LeafPlan.ByPercentiles.of(shares(sorted), true);
        Parameters parameters = parameters(sorted).and("mean", mean);
        double[] guesses = parameters.bestGuesses();
        TimeSpan least = TimeSpan.of(plan.leastMean(guesses), Units.SECONDS);
        double most = plan.mostMean(guesses);
        Refusal.unless(
                plan.isPossible(guesses),
                "mean",
                most == Double.POSITIVE_INFINITY
                        ? "at least " + least + ", as the percentiles say,"
                        : "from " + least + " to " + TimeSpan.of(most, Units.SECONDS) + ", as the percentiles say,",
                mean);
        return new Latency(plan, parameters);
    }

    private static List<Double> shares(SortedMap<Double, TimeSpan> percentiles) {
        return percentiles.keySet().stream()
                .map(percent -> isEnd(percent)
                        ? 1 - percent / 100
                        : Percentile.above(percent).doubleValue())
                .toList();
    }

    /** Tools repeat a time if many requests took it; only a falling time is an error. */
    private static Parameters parameters(SortedMap<Double, TimeSpan> percentiles) {
        Parameters parameters = Parameters.none();
        TimeSpan before = TimeSpan.of(0, Units.SECONDS);
        for (Map.Entry<Double, TimeSpan> each : percentiles.entrySet()) {
            String role = role(each.getKey());
            TimeSpan time = each.getValue();
            Refusal.unless(
                    time.to(Units.SECONDS) >= before.to(Units.SECONDS),
                    role,
                    "at least " + stated(before),
                    stated(time));
            before = time;
            parameters = parameters.and(role, time);
        }
        return parameters;
    }

    /** With four digits, so that two times nearly alike do not look the same. */
    private static String stated(TimeSpan time) {
        return QuantityWriter.stated(Kind.TIME, time.to(Units.SECONDS));
    }

    private static SortedMap<Double, TimeSpan> sorted(Map<? extends Number, TimeSpan> percentiles) {
        SortedMap<Double, TimeSpan> sorted = new TreeMap<>();
        Refusal.whole(percentiles, "percentiles").forEach((percent, time) -> {
            double value = percent.doubleValue();
            Refusal.unless(value >= 0 && value <= 100, "percent", "between 0 and 100", percent);
            Refusal.unless(sorted.put(value + 0.0, time) == null, role(value), "given once", "given twice");
        });
        Refusal.unless(sorted.size() >= 2, "percentiles", "at least two", percentiles.size());
        return sorted;
    }

    private static String role(double percent) {
        return isEnd(percent) ? percent == 0 ? "minimum" : "maximum" : Percentile.name(percent);
    }

    private static boolean isEnd(double percent) {
        return percent == 0 || percent == 100;
    }

    static Latency buckets(Map<TimeSpan, Long> atMost, long total) {
        Refusal.unless(!Refusal.whole(atMost, "atMost").isEmpty(), "buckets", "at least one", 0);
        List<Double> ends = new ArrayList<>();
        List<Double> slower = new ArrayList<>();
        TimeSpan end = TimeSpan.of(0, Units.SECONDS);
        long before = 0;
        for (Map.Entry<TimeSpan, Long> bucket : new TreeMap<>(atMost).entrySet()) {
            long count = bucket.getValue();
            requireNumber(bucket.getKey());
            String rule = before + " or more" + (before == 0 ? "" : ", as it counts those up to " + end + " too,");
            Refusal.unless(count >= before, "count up to " + bucket.getKey(), rule, count);
            end = bucket.getKey();
            before = count;
            ends.add(end.to(Units.SECONDS));
            slower.add((double) (total - count) / total);
        }
        Refusal.unless(total >= before, "total", before + " or more, the count up to " + end + ",", total);
        Refusal.unless(total > 0, "requests", "at least 1", total);
        return new Latency(LeafPlan.ByBuckets.of(ends, slower), Parameters.none());
    }

    private static void requireNumber(TimeSpan time) {
        Refusal.unless(!time.isUncertain(), "time", "one measured number", time);
    }

    static Latency measured(double[] times, Unit<TimeSpan> unit) {
        requireNonNull(unit, "unit");
        double[] weights = new double[requireNonNull(times, "times").length];
        Arrays.fill(weights, 1);
        return measured(
                Arrays.stream(times)
                        .map(time -> TimeSpan.of(time, unit).to(Units.SECONDS))
                        .toArray(),
                weights);
    }

    static Latency measured(Map<TimeSpan, Long> histogram) {
        Refusal.whole(histogram, "histogram").forEach((time, count) -> {
            requireNumber(time);
            Refusal.unless(count >= 0, "count at " + time, "0 or more", count);
        });
        var sorted = new TreeMap<>(histogram);
        return measured(
                sorted.keySet().stream()
                        .mapToDouble(time -> time.to(Units.SECONDS))
                        .toArray(),
                sorted.values().stream().mapToDouble(Long::doubleValue).toArray(),
                looksCumulative(sorted.values()));
    }

    /** Slow requests are rare, so counts that never fall are probably cumulative. */
    private static boolean looksCumulative(Collection<Long> counts) {
        List<Long> inOrder = List.copyOf(counts);
        int n = inOrder.size();
        return n > 2
                && inOrder.get(0) < inOrder.get(n - 1)
                && IntStream.range(1, n).allMatch(i -> inOrder.get(i - 1) <= inOrder.get(i));
    }

    static Latency measured(HdrText rows, Unit<TimeSpan> unit) {
        return measured(
                rows.values().stream()
                        .mapToDouble(time -> TimeSpan.of(time, unit).to(Units.SECONDS))
                        .toArray(),
                rows.counts().stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static Latency measured(double[] seconds, double[] weights) {
        return measured(seconds, weights, false);
    }

    private static Latency measured(double[] seconds, double[] weights, boolean isRising) {
        Refusal.unless(Arrays.stream(weights).sum() > 0, "requests", "at least 1", 0);
        return new Latency(LeafPlan.Measured.of(seconds, weights, isRising), Parameters.none());
    }
}
