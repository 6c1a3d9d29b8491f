package dev.estimator.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.estimator.benchmarks.AccuracyReport.Size;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class AccuracyReportTest {
    /** Few seeds and draws; the same seeds in each run. */
    private static final Size SMALL = new Size(8, 1 << 12, 1 << 16, 1 << 18, 40, 1 << 10);

    @Test
    void run() {
        var text = new ByteArrayOutputStream();
        var result = new AccuracyReport(SMALL, new PrintStream(text, true, UTF_8)).run();

        assertThat(result.lines())
                .extracting(line -> line.model() + " " + line.method())
                .containsExactly(
                        "capacity-10 exact",
                        "capacity-10 sampled",
                        "capacity-10 plain",
                        "uploads split",
                        "uploads sampled",
                        "uploads plain",
                        "uploads wide split",
                        "uploads wide sampled",
                        "uploads wide plain");
        assertThat(result.lines().get(3).p95().isReached()).isTrue();
        assertThat(result.lines().get(3).p95().samples())
                .isLessThan(result.lines().get(5).p95().samples());
        assertThat(result.coverage()).hasSize(10).allMatch(c -> c.part() >= 0.75 && c.part() <= 1);
        assertThat(text.toString(UTF_8)).contains("storage within 0.1 %", "hold the reference");
    }
}
