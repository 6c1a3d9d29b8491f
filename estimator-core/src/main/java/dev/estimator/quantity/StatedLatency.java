package dev.estimator.quantity;

import dev.estimator.internal.input.Percentile;
import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.latency.HdrText;
import dev.estimator.internal.latency.Leaf;
import dev.estimator.internal.latency.Plan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Latencies that are not made of others, from what is known of them, which is checked here. */
final class StatedLatency {
    private StatedLatency() {}

    static Latency byP50AndP99(TimeSpan p50, TimeSpan p99) {
        Refusal.unless(p50.value > 0 && p50.value < p99.value, "p50", "above zero and below p99, which is " + p99, p50);
        return new Latency(new Leaf.ByP50AndP99(0, 1), Parameters.of("p50", p50).and("p99", p99));
    }

    static Latency byMean(TimeSpan mean, double percent, TimeSpan percentile) {
        String role = Percentile.name(percent);
        double share = Percentile.above(percent).doubleValue();
        Refusal.aboveZero(mean, "mean");
        Plan plan = new Leaf.ByMean(0, 1, share, role);
        if (!plan.isPossible(mean.value, percentile.value)) {
            throw new IllegalArgumentException("no log-normal latency has the mean " + mean + " and the " + role + " "
                    + percentile + ": " + plan.condition());
        }
        return new Latency(plan, Parameters.of("mean", mean).and(role, percentile));
    }

    static Latency exponential(TimeSpan mean) {
        Refusal.aboveZero(mean, "mean");
        return new Latency(new Leaf.Exponential(0), Parameters.of("mean", mean));
    }

    static Latency byPercentiles(Map<? extends Number, TimeSpan> percentiles) {
        List<Double> shares = new ArrayList<>();
        Parameters parameters = Parameters.none();
        TimeSpan before = TimeSpan.of(0, Units.SECONDS);
        for (Map.Entry<Double, TimeSpan> each : sorted(percentiles).entrySet()) {
            String role = Percentile.name(each.getKey());
            TimeSpan time = each.getValue();
            Refusal.unless(time.value > before.value, role, "above " + before, time);
            before = time;
            shares.add(Percentile.above(each.getKey()).doubleValue());
            parameters = parameters.and(role, time);
        }
        return new Latency(Leaf.ByPercentiles.of(shares), parameters);
    }

    private static SortedMap<Double, TimeSpan> sorted(Map<? extends Number, TimeSpan> percentiles) {
        SortedMap<Double, TimeSpan> sorted = new TreeMap<>();
        percentiles.forEach((percent, time) -> {
            String role = Percentile.name(percent.doubleValue());
            Refusal.unless(sorted.put(percent.doubleValue(), time) == null, role, "given once", "given twice");
        });
        Refusal.unless(sorted.size() >= 2, "percentiles", "at least two", percentiles.size());
        return sorted;
    }

    static Latency measured(double[] times, Unit<TimeSpan> unit) {
        double[] weights = new double[times.length];
        Arrays.fill(weights, 1);
        return measured(Arrays.stream(times).map(unit::toCanonical).toArray(), weights);
    }

    static Latency measured(Map<TimeSpan, Long> histogram) {
        histogram.forEach((time, count) -> {
            Refusal.unless(!time.isUncertain(), "time", "one measured number", time);
            Refusal.unless(count >= 0, "count at " + time, "0 or more", count);
        });
        return measured(
                histogram.keySet().stream().mapToDouble(time -> time.value).toArray(),
                histogram.values().stream().mapToDouble(Long::doubleValue).toArray());
    }

    static Latency measured(HdrText rows, Unit<TimeSpan> unit) {
        return measured(
                rows.values().stream().mapToDouble(unit::toCanonical).toArray(),
                rows.counts().stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static Latency measured(double[] seconds, double[] weights) {
        Refusal.unless(Arrays.stream(weights).sum() > 0, "requests", "at least 1", 0);
        return new Latency(Leaf.Measured.of(seconds, weights), Parameters.none());
    }
}
