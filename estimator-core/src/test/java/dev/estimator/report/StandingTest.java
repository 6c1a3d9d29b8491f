package dev.estimator.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StandingTest {
    private static final Value VALUE = new Value("Bytes", "B", 4e13, null, "40 TB");

    private static final Block.Fit HOLDS = fit("holds: 99%, exact");
    private static final Block.Fit OPEN = fit("undecided: 95% ± 0.5%, too near to 95% to tell");
    private static final Block.Fit FAILS = fit("fails: 41%, exact, below 95%");

    private static Block.Fit fit(String text) {
        return new Block.Fit("size", "size ≤ 30 TB", VALUE, VALUE, true, true, 0.5, text);
    }

    @Test
    void badge_isTheTextWithASign() {
        assertThat(Standing.badge(OPEN))
                .isEqualTo(new Standing.Badge("? undecided: 95% ± 0.5%, too near to 95% to tell", "warn"));
    }

    @Test
    void worst() {
        assertThat(words()).isEmpty();
        assertThat(words(HOLDS)).containsExactly("✓ limit holds");
        assertThat(words(HOLDS, HOLDS)).containsExactly("✓ both limits hold");
        assertThat(words(OPEN, HOLDS, OPEN)).containsExactly("? 2 of 3 limits are undecided");
        assertThat(words(OPEN, FAILS, HOLDS)).containsExactly("✗ 1 of 3 limits fails");
        assertThat(words(FAILS)).containsExactly("✗ limit fails");
    }

    private static Stream<String> words(Block.Fit... fits) {
        return Standing.worst(List.of(fits)).map(Standing.Badge::words).stream();
    }
}
