package dev.estimator.hdrhistogram;

import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.us;
import static dev.estimator.quantity.Units.MICROSECONDS;
import static dev.estimator.quantity.Units.MILLISECONDS;
import static dev.estimator.quantity.Units.NANOSECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.estimator.quantity.Latency;
import dev.estimator.quantity.TimeSpan;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.HdrHistogram.DoubleHistogram;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HdrHistogramsTest {
    private static final List<Double> PERCENTS = List.of(1.0, 25.0, 50.0, 90.0, 99.0, 99.9, 99.99);

    @TempDir
    Path directory;

    @Test
    void latency_hasThePercentilesOfTheHistogram() {
        Histogram histogram = recorded(20_000, 7);
        Latency latency = HdrHistograms.latency(histogram, MICROSECONDS);
        assertThat(PERCENTS)
                .allSatisfy(percent -> assertThat(latency.percentile(percent))
                        .isEqualTo(us((double) histogram.getValueAtPercentile(percent))));
    }

    /** 10,000 × 1 ms and 1 × 100 s, the histogram of the library's own README: 99.99 % are fast. */
    @Test
    void latency_keepsTheTail() {
        Histogram histogram = new Histogram(3_600_000, 3);
        histogram.recordValueWithCount(1, 10_000);
        histogram.recordValue(100_000);
        Latency latency = HdrHistograms.latency(histogram, MILLISECONDS);
        assertThat(latency.percentile(99.99)).isEqualTo(ms(1));
        assertThat(latency.percentile(99.995)).isEqualTo(ms((double) histogram.getMaxValue()));
    }

    @Test
    void latency_refusesAnEmptyHistogram() {
        assertThatThrownBy(() -> HdrHistograms.latency(new Histogram(3), MILLISECONDS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("requests must be at least 1 but was 0");
    }

    @Test
    void latencyOfLog_takesAllIntervalsTogether() throws IOException {
        Histogram first = recorded(3_000, 11);
        Histogram second = recorded(5_000, 13);
        Latency latency = HdrHistograms.latencyOfLog(log(first, second), NANOSECONDS);
        Histogram both = first.copy();
        both.add(second);
        assertThat(PERCENTS)
                .allSatisfy(percent -> assertThat(latency.percentile(percent))
                        .isEqualTo(TimeSpan.of((double) both.getValueAtPercentile(percent), NANOSECONDS)));
    }

    @Test
    void latencyOfLog_refusesOtherLogs() throws IOException {
        Path missing = directory.resolve("missing.hlog");
        assertThatThrownBy(() -> HdrHistograms.latencyOfLog(missing, NANOSECONDS))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("cannot read " + missing + ": ");

        Histogram reads = recorded(30, 17);
        reads.setTag("reads");
        Path tagged = log(reads, recorded(40, 19));
        assertThatThrownBy(() -> HdrHistograms.latencyOfLog(tagged, NANOSECONDS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("tags in " + tagged
                        + " must be the same for all intervals, or be read one by one but was [none, reads]");

        DoubleHistogram parts = new DoubleHistogram(3);
        parts.recordValue(0.5);
        Path doubles = log(parts);
        assertThatThrownBy(() -> HdrHistograms.latencyOfLog(doubles, NANOSECONDS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("intervals must hold whole values but are DoubleHistogram");

        Path empty = Files.writeString(directory.resolve("empty.hlog"), "p99 = 5 ms\n");
        assertThatThrownBy(() -> HdrHistograms.latencyOfLog(empty, NANOSECONDS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("requests must be at least 1 but was 0");
    }

    /** Exponential around 4,000, in steps of a histogram with three digits. */
    private static Histogram recorded(int count, long seed) {
        Histogram histogram = new Histogram(3);
        Random random = new Random(seed);
        for (int i = 0; i < count; i++) {
            histogram.recordValue(1 + (long) (-4_000 * Math.log(1 - random.nextDouble())));
        }
        return histogram;
    }

    private Path log(EncodableHistogram... intervals) throws IOException {
        Path file = directory.resolve("latency.hlog");
        try (PrintStream out = new PrintStream(Files.newOutputStream(file), false, StandardCharsets.UTF_8)) {
            HistogramLogWriter writer = new HistogramLogWriter(out);
            writer.outputLogFormatVersion();
            writer.outputLegend();
            for (int i = 0; i < intervals.length; i++) {
                intervals[i].setStartTimeStamp(1_000L * i);
                intervals[i].setEndTimeStamp(1_000L * (i + 1));
                writer.outputIntervalHistogram(intervals[i]);
            }
        }
        return file;
    }
}
