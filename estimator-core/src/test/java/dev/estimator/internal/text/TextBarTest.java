package dev.estimator.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextBarTest {
    /** A block for each 5 %; half of one is rounded up. */
    @ParameterizedTest
    @CsvSource({
        "0, ' 0% ', 0",
        "0.024, ' 2% ', 0",
        "0.025, ' 3% ', 1",
        "0.094, ' 9% ', 2",
        "0.43, '43% ', 9",
        "0.5, '50% ', 10",
        "0.974, '97% ', 19",
        "0.996, '100% ', 20",
        "1, '100% ', 20",
        "1.4, '140% ', 20",
        "25, '2500% ', 20"
    })
    void of(double share, String percent, int blocks) {
        assertThat(TextBar.of(share)).isEqualTo(percent + "█".repeat(blocks) + " ".repeat(20 - blocks));
    }

    /** What follows in the next column stands below each other, but for a whole and more. */
    @Property
    void of_width(@ForAll @DoubleRange(min = 0, max = 0.99) double share) {
        assertThat(TextBar.of(share)).hasSize("43% ".length() + 20);
    }
}
