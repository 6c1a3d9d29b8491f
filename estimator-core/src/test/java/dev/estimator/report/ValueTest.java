package dev.estimator.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueTest {
    @ParameterizedTest
    @CsvSource({
        "7 req/s, 7 req/s, ''",
        "7 req/s (5 … 9), 7 req/s, 5 … 9",
        "99.97% (3.5 nines), 99.97%, 3.5 nines",
        "118 (no range: a.min(b) is f(x)), 118, no range: a.min(b) is f(x)",
        "'', '', ''"
    })
    void mainAndRemark(String text, String main, String remark) {
        Value value = Pages.number(7, text);
        assertThat(value.main()).isEqualTo(main);
        assertThat(value.remark()).isEqualTo(remark);
    }

    /** In the unit of the text, if the amounts are near each other, and an availability as the share of time up. */
    @Test
    void textOf() {
        assertThat(new Value("Bytes", "B", 1, null, "1 B").textOf(3e12)).isEqualTo("3 TB");
        assertThat(new Value("TimeSpan", "s", 1, null, "1 s").textOf(0.25)).isEqualTo("0.25 s");
        assertThat(new Value("Availability", "share of time down", 0, null, "100%").textOf(0.005))
                .isEqualTo("99.5% (2.3 nines)");
        assertThat(new Value("Count", "posts", 1, null, "1").textOf(12)).isEqualTo("12 posts");
        assertThat(new Value("Money", "EUR", 1, null, "€1").textOf(12)).isEqualTo("€12");
    }
}
