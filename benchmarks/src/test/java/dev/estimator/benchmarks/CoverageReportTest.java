package dev.estimator.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class CoverageReportTest {
    /** As guide and help say of drawn ends: usually within 1 %, rarely 2 %; also of a range from 1 to 1,000. */
    @Test
    void run_endsAreNear() {
        var out = new PrintStream(new ByteArrayOutputStream(), true, UTF_8);
        var rows = new CoverageReport(20, out).run("sum");

        assertThat(rows).extracting(CoverageReport.Row::model).contains("narrow sum", "even sum", "wide sum");
        assertThat(rows)
                .allMatch(row -> row.ends().within(0.01) >= 0.9 && row.ends().farthest() <= 0.02);
    }

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
