package dev.estimator.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.estimator.internal.unit.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BeyondTest {
    /** Of draws it is said how far it may be off, as wherever else a probability stands. */
    @ParameterizedTest
    @CsvSource({
        "0.153, 0.147, 0.159, in 15.3% ± 0.6% of cases",
        "0.151, 0.151, 0.151, in 15.1% of cases",
        "0.9912, 0.9902, 0.9918, in 99.1% ± 0.1% of cases",
        "1, 0.99, 1, in every case"
    })
    void words_howFarTheyMayBeOff(double share, double low, double high, String text) {
        assertThat(Beyond.of(share, low, high, "overloaded").words()).isEqualTo("overloaded " + text);
    }

    /** A best guess that lies outside of a range too narrow to be read is not told from its median. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0.29300001 | 0.293  | 0.293  | 0.293  | 293 ms
            0.293      | 0.2931 | 0.2932 | 0.2933 | 293 ms
            0.293      | 0.301  | 0.302  | 0.303  | p50 302 ms (301 … 303), best guess 293 ms
            0.2        | 0.293  | 0.293  | 0.293  | p50 293 ms, best guess 200 ms
            0.5        | 0.1    | 0.2    | 0.4    | p50 200 ms (100 … 400), best guess 500 ms
            0.2        | 0.1    | 0.2    | 0.4    | 200 ms (100 … 400)
            """)
    void range_besideItsBestGuess(double value, double p5, double p50, double p95, String text) {
        var never = Beyond.NONE;
        assertThat(never.range(QuantityWriter::range, Kind.TIME, value, p5, p50, p95))
                .isEqualTo(text);
    }
}
