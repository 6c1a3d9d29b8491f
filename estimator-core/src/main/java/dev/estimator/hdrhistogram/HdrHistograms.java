package dev.estimator.hdrhistogram;

import dev.estimator.internal.input.Refusal;
import dev.estimator.quantity.Latency;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.quantity.Unit;
import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.HdrHistogram.AbstractHistogram;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.HistogramLogReader;

/**
 * Reads what HdrHistogram has recorded as a {@link Latency}. It needs {@code org.hdrhistogram:HdrHistogram}, which is optional; what
 * tools print as text needs nothing beside the library: {@link Latency#ofHdrHistogram}.
 *
 * @see <a href="https://github.com/HdrHistogram/HdrHistogram">HdrHistogram</a>
 */
@SuppressWarnings("exports") // those who call it have HdrHistogram
public final class HdrHistograms {
    private HdrHistograms() {}

    /**
     * Obtains the latency that a histogram has recorded. Its percentiles are those of the histogram: the highest value that
     * the histogram does not tell apart from the recorded one.
     *
     * @param histogram the histogram, with at least one value
     * @param unit the unit of its values, often nanoseconds
     * @return the latency
     * @throws IllegalArgumentException if nothing is recorded
     */
    public static Latency latency(AbstractHistogram histogram, Unit<TimeSpan> unit) {
        return measured(List.of(histogram), unit);
    }

    /**
     * Obtains the latency that a log of interval histograms holds: all intervals together.
     *
     * @param log the file, as {@code HistogramLogWriter} writes it
     * @param unit the unit of its values, often nanoseconds
     * @return the latency
     * @throws IllegalArgumentException if no interval holds a value, or the intervals have different tags, as those of reads and
     *     writes, or hold other than whole values
     * @throws UncheckedIOException if there is no such file
     */
    public static Latency latencyOfLog(Path log, Unit<TimeSpan> unit) {
        List<AbstractHistogram> intervals = new ArrayList<>();
        Set<String> tags = new TreeSet<>();
        try (HistogramLogReader reader = new HistogramLogReader(log.toFile())) {
            for (EncodableHistogram next = reader.nextIntervalHistogram();
                    next != null;
                    next = reader.nextIntervalHistogram()) {
                intervals.add(whole(next));
                tags.add(next.getTag() == null ? "none" : next.getTag());
            }
        } catch (FileNotFoundException e) {
            throw new UncheckedIOException("cannot read " + log + ": " + e, e);
        }
        Refusal.unless(tags.size() < 2, "tags in " + log, "the same for all intervals, or be read one by one", tags);
        return measured(intervals, unit);
    }

    private static AbstractHistogram whole(EncodableHistogram interval) {
        if (interval instanceof AbstractHistogram histogram) {
            return histogram;
        }
        throw new IllegalArgumentException("intervals must hold whole values but are "
                + interval.getClass().getSimpleName());
    }

    private static Latency measured(List<AbstractHistogram> histograms, Unit<TimeSpan> unit) {
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
