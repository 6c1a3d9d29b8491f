package dev.estimator.latency;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.optional.OptionalLibrary;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.quantity.Unit;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.HdrHistogram.AbstractHistogram;

/**
 * Reads what HdrHistogram has recorded as a {@link Latency}. It needs {@code org.hdrhistogram:HdrHistogram}, which is
 * optional; what tools print as text needs nothing beside the library: {@link Latency#ofHdrHistogram}.
 *
 * @see <a href="https://github.com/HdrHistogram/HdrHistogram">HdrHistogram</a>
 */
@SuppressWarnings("exports") // those who call it have HdrHistogram
public final class HdrHistograms {
    private HdrHistograms() {}

    /**
     * Obtains the latency that a histogram has recorded. Its percentiles are those of the histogram: the highest value
     * that the histogram does not tell apart from the recorded one.
     *
     * @param histogram the histogram, with at least one value
     * @param unit the unit of its values, often nanoseconds
     * @return the latency
     * @throws IllegalArgumentException if nothing is recorded
     */
    public static Latency latency(AbstractHistogram histogram, Unit<TimeSpan> unit) {
        return Recorded.latency(histogram, requireNonNull(unit, "unit"));
    }

    /**
     * Obtains the latency that a log of interval histograms holds: all intervals together.
     *
     * @param log the file, as {@code HistogramLogWriter} writes it
     * @param unit the unit of its values, often nanoseconds; the log does not say it
     * @return the latency
     * @throws IllegalArgumentException if the intervals have different tags, as those of reads and writes; or if the
     *     file is no such log, is cut short or damaged, where the message says in which line; or if no interval holds a
     *     value, or one holds other than whole values
     * @throws IllegalStateException if HdrHistogram is missing
     * @throws UncheckedIOException if the file cannot be read
     */
    public static Latency latencyOfLog(Path log, Unit<TimeSpan> unit) {
        require(log, unit);
        return Recorded.ofOnlyTag(log, unit);
    }

    /**
     * Obtains the latency that the intervals with one tag hold, in a log that has several.
     *
     * @param log the file, as {@code HistogramLogWriter} writes it
     * @param tag which, such as {@code READ-rt}; empty for the intervals without one
     * @param unit the unit of its values, often nanoseconds; the log does not say it
     * @return the latency
     * @throws IllegalArgumentException if there is no such tag, and as {@link #latencyOfLog(Path, Unit)}
     * @throws IllegalStateException if HdrHistogram is missing
     * @throws UncheckedIOException if the file cannot be read
     */
    public static Latency latencyOfLog(Path log, String tag, Unit<TimeSpan> unit) {
        require(log, unit);
        return Recorded.ofTag(log, requireNonNull(tag, "tag"), unit);
    }

    /**
     * Obtains the latencies that a log holds, one for each tag.
     *
     * @param log the file, as {@code HistogramLogWriter} writes it
     * @param unit the unit of its values, often nanoseconds; the log does not say it
     * @return the latencies by tag, in the order of the alphabet; those without a tag under an empty one
     * @throws IllegalArgumentException as {@link #latencyOfLog(Path, Unit)}
     * @throws IllegalStateException if HdrHistogram is missing
     * @throws UncheckedIOException if the file cannot be read
     */
    public static Map<String, Latency> latenciesOfLog(Path log, Unit<TimeSpan> unit) {
        require(log, unit);
        return Recorded.byTag(log, unit);
    }

    private static void require(Path log, Unit<TimeSpan> unit) {
        requireNonNull(log, "log");
        requireNonNull(unit, "unit");
        OptionalLibrary.HDRHISTOGRAM.require("A log of histograms");
    }
}
