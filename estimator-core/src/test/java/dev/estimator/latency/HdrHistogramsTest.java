package dev.estimator.latency;

import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.us;
import static dev.estimator.quantity.Units.MICROSECONDS;
import static dev.estimator.quantity.Units.MILLISECONDS;
import static dev.estimator.quantity.Units.NANOSECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.estimator.quantity.TimeSpan;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import org.HdrHistogram.DoubleHistogram;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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

    /** RC-HLOG 4: each tag by itself, as cassandra-stress writes them. */
    @Test
    void latencyOfLog_readsOneTag() throws IOException {
        Histogram reads = recorded(3_000, 17);
        reads.setTag("READ-rt");
        Histogram writes = recorded(500, 19);
        writes.setTag("WRITE-rt");
        Histogram untagged = recorded(70, 23);
        Path log = log(reads, writes, untagged);
        assertThat(HdrHistograms.latenciesOfLog(log, NANOSECONDS)).containsOnlyKeys("", "READ-rt", "WRITE-rt");
        assertThat(PERCENTS).allSatisfy(percent -> {
            assertThat(percentileOf(log, "READ-rt", percent)).isEqualTo(inNanoseconds(reads, percent));
            assertThat(percentileOf(log, "WRITE-rt", percent)).isEqualTo(inNanoseconds(writes, percent));
            assertThat(percentileOf(log, "", percent)).isEqualTo(inNanoseconds(untagged, percent));
        });
        assertRefused(
                () -> HdrHistograms.latencyOfLog(log, NANOSECONDS),
                "tags in " + log + " must be the same for all intervals but was ['' (no tag), READ-rt, WRITE-rt]:"
                        + " read one of them with latencyOfLog(log, tag, unit)");
        assertRefused(
                () -> HdrHistograms.latencyOfLog(log, "READ", NANOSECONDS),
                "tag must be one of ['' (no tag), READ-rt, WRITE-rt] in " + log + " but was 'READ'");
    }

    /**
     * RC-HLOG 5: three intervals of the first format, of HdrHistogram's own tests, whose greatest values stand beside
     * them.
     */
    @Test
    void latencyOfLog_firstFormat() throws IOException {
        Path log = Files.writeString(directory.resolve("v0.hlog"), """
                #[Histogram log format version 1.01]
                "StartTimestamp","EndTimestamp","Interval_Max","Interval_Compressed_Histogram"
                0.042,5.004,0.115,HISTiQAAAEV42pNpmdzBwMDAxAAGfgoMDMxuBjsWQLgMQt4QmrkKQvNugkq8g9KKUJoHSjMzoAJGhlEwCkbBKBgFo2AUDDkAANEpBrU=
                5.046,5.000,1.294,HISTiQAAAEh42pNpmdzBwMDAxAAGfgoMDMxuBjsWQLgMQm5QBhuEYraF0LyuEJoxFypvA6UFoTQzwygYBZQDxtEgGAWjYBSMgoEBAItJBaw=
                10.046,5.000,3.113,HISTiQAAAEZ42pNpmdzBwMDAxAAGfgoMDMxuBjsWQLgMQlFQBiMqzX8RQjNJQMVDobQwlGZCo0fB8ASMo0EwGs+jYDS+R8HwBAC+mAXU
                """);
        assertThat(HdrHistograms.latencyOfLog(log, NANOSECONDS).toString()).contains("greatest 3.1 ms");
    }

    /** The second format: words of eight bytes, one for each value, here 40 of 7, 50 of 11 and 10 of 300. */
    @Test
    void latencyOfLog_secondFormat() throws IOException {
        ByteBuffer counts = ByteBuffer.allocate(40 + 8 * 301);
        counts.putInt(0x1c849381).putInt(8 * 301).putInt(0).putInt(3).putLong(1).putLong(3_600_000);
        counts.putDouble(1);
        counts.putLong(40 + 8 * 7, 40).putLong(40 + 8 * 11, 50).putLong(40 + 8 * 300, 10);
        Deflater deflater = new Deflater();
        deflater.setInput(counts.array());
        deflater.finish();
        byte[] packed = new byte[4096];
        int length = deflater.deflate(packed);
        deflater.end();
        ByteBuffer whole = ByteBuffer.allocate(8 + length).putInt(0x1c849382).putInt(length);
        whole.put(packed, 0, length);
        String line = "0.1,1.0,0.3," + Base64.getEncoder().encodeToString(whole.array());
        Path log = Files.writeString(directory.resolve("v1.hlog"), line + "\n");
        Latency latency = HdrHistograms.latencyOfLog(log, MICROSECONDS);
        assertThat(latency.percentile(40)).isEqualTo(us(7));
        assertThat(latency.percentile(90)).isEqualTo(us(11));
        assertThat(latency.percentile(91)).isEqualTo(us(300));
    }

    /** HdrHistogram #136: an interval may begin before the one that stands above it. */
    @Test
    void latencyOfLog_nonMonotonic() throws IOException {
        List<String> lines =
                new ArrayList<>(Files.readAllLines(log(recorded(300, 29), recorded(500, 31), recorded(70, 37))));
        Latency inOrder = HdrHistograms.latencyOfLog(directory.resolve("latency.hlog"), NANOSECONDS);
        Collections.reverse(lines.subList(lines.size() - 3, lines.size()));
        Path log = Files.write(directory.resolve("reversed.hlog"), lines);
        assertThat(HdrHistograms.latencyOfLog(log, NANOSECONDS).percentile(99)).isEqualTo(inOrder.percentile(99));
        assertThat(HdrHistograms.latencyOfLog(log, NANOSECONDS)).hasToString(inOrder.toString());
    }

    /** RC-HLOG 6: microseconds read as nanoseconds are seen. */
    @Test
    void latencyOfLog_showsTheGreatest() throws IOException {
        Histogram histogram = new Histogram(3);
        histogram.recordValueWithCount(900, 9_990);
        histogram.recordValueWithCount(66_000, 10);
        assertThat(HdrHistograms.latencyOfLog(log(histogram), MICROSECONDS))
                .hasToString("p50 900 µs, p99 900 µs, greatest 66 ms");
        assertThat(HdrHistograms.latencyOfLog(log(histogram), NANOSECONDS))
                .hasToString("p50 900 ns, p99 900 ns, greatest 66 µs");
    }

    private static TimeSpan percentileOf(Path log, String tag, double percent) {
        return HdrHistograms.latencyOfLog(log, tag, NANOSECONDS).percentile(percent);
    }

    private static TimeSpan inNanoseconds(Histogram histogram, double percent) {
        return TimeSpan.of((double) histogram.getValueAtPercentile(percent), NANOSECONDS);
    }

    /** RC-HLOG 1 and 2. */
    @Test
    void latencyOfLog_refusesOtherFiles() throws IOException {
        Path missing = directory.resolve("missing.hlog");
        assertThatThrownBy(() -> HdrHistograms.latencyOfLog(missing, NANOSECONDS))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("cannot read " + missing + ": ");

        Path table = Files.writeString(directory.resolve("table.csv"), "a,b,c\n1,2,3\n");
        assertRefused(
                () -> HdrHistograms.latencyOfLog(table, NANOSECONDS),
                "cannot read line 1 of " + table + ": this is no interval of a log of histograms");

        Path empty = log();
        assertRefused(
                () -> HdrHistograms.latencyOfLog(empty, NANOSECONDS),
                "log " + empty + " must be one with intervals but was one without: it has no interval");

        Path nothingRecorded = log(new Histogram(3));
        assertRefused(
                () -> HdrHistograms.latencyOfLog(nothingRecorded, NANOSECONDS),
                "intervals in " + nothingRecorded + " must be such that one holds a value but was empty");

        DoubleHistogram parts = new DoubleHistogram(3);
        parts.recordValue(0.5);
        Path doubles = log(parts);
        assertRefused(
                () -> HdrHistograms.latencyOfLog(doubles, NANOSECONDS),
                "cannot read line 3 of " + doubles + ": the histogram must hold whole values but does not");
    }

    /** RC-HLOG 3: cut anywhere within the last interval, of which nothing may be read as if it were all. */
    @Test
    void latencyOfLog_refusesALogCutShort() throws IOException {
        Path log = log(recorded(300, 29), recorded(200, 31));
        String text = Files.readString(log).stripTrailing();
        Path cut = directory.resolve("cut.hlog");
        for (int end = text.lastIndexOf('\n') + 2; end < text.length(); end += 7) {
            Files.writeString(cut, text.substring(0, end));
            assertThatThrownBy(() -> HdrHistograms.latencyOfLog(cut, NANOSECONDS))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("cannot read line 4 of " + cut + ": ");
        }
    }

    /** RC-HLOG 8: damages are refused in the library's words, or have changed nothing that counts. */
    @Test
    void latencyOfLog_damaged() throws IOException {
        Histogram tagged = recorded(400, 37);
        tagged.setTag("READ-st");
        Histogram again = recorded(150, 41);
        again.setTag("READ-st");
        byte[] good = Files.readAllBytes(log(tagged, again));
        Random random = new Random(43);
        Path damaged = directory.resolve("damaged.hlog");
        int refused = 0;
        for (int i = 0; i < 1500; i++) {
            Files.write(damaged, damaged(good, random));
            try {
                HdrHistograms.latencyOfLog(damaged, NANOSECONDS);
            } catch (IllegalArgumentException e) {
                refused++;
                assertThat(e).hasMessageContaining(damaged.toString()).hasMessageNotContaining("Exception");
            }
        }
        assertThat(refused).isGreaterThan(1000);
    }

    /** One to four bytes changed, a piece taken out, or all from somewhere on. */
    private static byte[] damaged(byte[] good, Random random) {
        int at = random.nextInt(good.length);
        int kind = random.nextInt(3);
        if (kind == 0) {
            return Arrays.copyOf(good, at);
        }
        byte[] bytes = good.clone();
        if (kind == 1) {
            for (int n = random.nextInt(4); n >= 0; n--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            return bytes;
        }
        int to = Math.min(good.length, at + 1 + random.nextInt(30));
        System.arraycopy(good, to, bytes, at, good.length - to);
        return Arrays.copyOf(bytes, good.length - (to - at));
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
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
