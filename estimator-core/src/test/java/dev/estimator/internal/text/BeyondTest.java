package dev.estimator.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.estimator.internal.unit.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BeyondTest {
    /**
     * Another simulation finds 15.3 %, and a probability beside it 84.7 %: the third digit of what is drawn says
     * nothing.
     */
    @ParameterizedTest
    @CsvSource({
        "0.151, false, 15%",
        "0.153, false, 15%",
        "0.151, true, 15.1%",
        "0.0234, false, 2.3%",
        "0.9912, false, 99.12%"
    })
    void words_digitsThatDrawsTell(double share, boolean isExact, String text) {
        assertThat(new Beyond(share, isExact, "overloaded").words()).isEqualTo("overloaded in " + text + " of cases");
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
        var never = new Beyond(0, true, "");
        assertThat(never.range(QuantityWriter::range, Kind.TIME, value, p5, p50, p95))
                .isEqualTo(text);
    }
}
