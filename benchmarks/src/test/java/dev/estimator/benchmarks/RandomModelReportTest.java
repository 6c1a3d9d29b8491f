package dev.estimator.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class RandomModelReportTest {
    /** Few models and draws; the same ones in each run. */
    @Test
    void run() {
        var text = new ByteArrayOutputStream();
        var tallies = new RandomModelReport(1 << 14, new PrintStream(text, true, UTF_8)).run(40, 1);

        assertThat(tallies).containsKeys("p5", "p99.9", "probability", "beyond", "mean", "deviation");
        var medians = requireNonNull(tallies.get("p50"));
        assertThat(medians.exact).isPositive();
        assertThat(medians.drawn).isPositive();
        assertThat(tallies)
                .allSatisfy(
                        (figure, tally) -> assertThat(tally.wrong).as(figure).isZero());
        assertThat(text.toString(UTF_8)).contains("40 models");
    }

    /** What disagrees is printed with the number of the model, which alone prints the model again. */
    @Test
    void oneModel() {
        var text = new ByteArrayOutputStream();
        new RandomModelReport(1 << 12, new PrintStream(text, true, UTF_8)).run(1, 83);
        assertThat(text.toString(UTF_8)).startsWith("ErlangC of 1, mean wait with a = between(20.0, 48.0)");
    }
}
