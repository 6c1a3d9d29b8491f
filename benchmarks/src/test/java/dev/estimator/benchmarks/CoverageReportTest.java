package dev.estimator.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class CoverageReportTest {
    /** A maximum of five uniform ranges: at least 15 of 20 intervals hold the truth but once in 40,000. */
    @Test
    void run() {
        var text = new ByteArrayOutputStream();
        var rows = new CoverageReport(20, new PrintStream(text, true, UTF_8)).run("five");

        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).cells()).hasSize(10).allMatch(cell -> cell.share() >= 0.75);
        assertThat(text.toString(UTF_8)).contains("| maximum of five |");
    }
}
