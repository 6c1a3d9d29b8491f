package dev.estimator.latency;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.input.Refusal;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.quantity.Unit;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.HdrHistogram.AbstractHistogram;

/** Latencies of recorded histograms, apart from {@link HdrHistograms}, which must load without the library. */
final class Recorded {
    private Recorded() {}

    static Latency latency(AbstractHistogram histogram, Unit<TimeSpan> unit) {
        return together(List.of(requireNonNull(histogram, "histogram")), unit);
    }

    static Latency ofOnlyTag(Path log, Unit<TimeSpan> unit) {
        Map<String, List<AbstractHistogram>> byTag = HistogramLog.byTag(log);
        Refusal.unless(
                byTag.size() == 1,
                "tags in " + log,
                "the same for all intervals",
                named(byTag),
                "read one of them with latencyOfLog(log, tag, unit)");
        return named(log, byTag.entrySet().iterator().next(), unit);
    }

    static Latency ofTag(Path log, String tag, Unit<TimeSpan> unit) {
        Map<String, List<AbstractHistogram>> byTag = HistogramLog.byTag(log);
        List<AbstractHistogram> intervals = byTag.get(tag);
        if (intervals == null) {
            throw new IllegalArgumentException(
                    "tag must be one of " + named(byTag) + " in " + log + " but was '" + tag + "'");
        }
        return named(log, Map.entry(tag, intervals), unit);
    }

    static Map<String, Latency> byTag(Path log, Unit<TimeSpan> unit) {
        Map<String, Latency> latencies = new TreeMap<>();
        HistogramLog.byTag(log).entrySet().forEach(each -> latencies.put(each.getKey(), named(log, each, unit)));
        return Collections.unmodifiableMap(latencies);
    }

    /** Intervals without a tag have an empty one. */
    private static String named(Map<String, List<AbstractHistogram>> byTag) {
        return byTag.keySet().stream()
                .map(tag -> tag.isEmpty() ? "'' (no tag)" : tag)
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static Latency named(Path log, Map.Entry<String, List<AbstractHistogram>> tag, Unit<TimeSpan> unit) {
        Refusal.unless(
                tag.getValue().stream().anyMatch(interval -> interval.getTotalCount() > 0),
                "intervals in " + log,
                "such that one holds a value",
                "empty");
        Latency latency = together(tag.getValue(), unit);
        return tag.getKey().isEmpty() ? latency : latency.named(tag.getKey());
    }

    private static Latency together(List<AbstractHistogram> histograms, Unit<TimeSpan> unit) {
        Map<TimeSpan, Long> counts = new HashMap<>();
        histograms.stream()
                .flatMap(histogram ->
                        StreamSupport.stream(histogram.recordedValues().spliterator(), false))
                .forEach(value -> counts.merge(
                        TimeSpan.of((double) value.getValueIteratedTo(), unit),
                        value.getCountAtValueIteratedTo(),
                        Long::sum));
        return Latency.measured(counts);
    }
}
