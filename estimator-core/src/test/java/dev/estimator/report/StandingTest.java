package dev.estimator.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTest {
    private static final Value VALUE = new Value("Bytes", "B", 4e13, null, "40 TB");

    private static Block.Fit fit(boolean isKept, double probability) {
        return new Block.Fit("size", "size ≤ 30 TB", VALUE, VALUE, true, isKept, probability, "");
    }

    /** A check demands 95 % unless told otherwise. */
    @ParameterizedTest
    @CsvSource({
        "true, 1, KEPT",
        "true, 0.95, KEPT",
        "true, 0.9499, AT_RISK",
        "true, 0.3, AT_RISK",
        "false, 0.7, LIKELY_BROKEN",
        "false, 0.051, LIKELY_BROKEN",
        "false, 0.049, BROKEN",
        "false, 0, BROKEN"
    })
    void of(boolean isKept, double probability, Standing expected) {
        assertThat(Standing.of(fit(isKept, probability))).isEqualTo(expected);
    }

    @Test
    void worst() {
        Block.Fit kept = fit(true, 1);
        Block.Fit risk = fit(true, 0.6);
        Block.Fit broken = fit(false, 0);
        assertThat(words()).isEmpty();
        assertThat(words(kept)).containsExactly("✓ limit kept");
        assertThat(words(kept, kept)).containsExactly("✓ all 2 limits kept");
        assertThat(words(risk, kept, risk)).containsExactly("! 2 of 3 limits at risk");
        assertThat(words(risk, broken, kept)).containsExactly("✗ 1 of 3 limits broken");
        assertThat(words(fit(false, 0.4), kept)).containsExactly("✗ 1 of 2 limits likely broken");
    }

    private static Stream<String> words(Block.Fit... fits) {
        return Standing.worst(List.of(fits)).map(Standing.Badge::words).stream();
    }
}
