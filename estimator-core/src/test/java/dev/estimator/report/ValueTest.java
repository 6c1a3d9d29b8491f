package dev.estimator.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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

    /** Marks of a histogram whose range is below 1 % were the same text three times. */
    @ParameterizedTest
    @CsvSource({
        "Money, USD, $668k, 667.9e3, 668e3, 668.2e3, '[$667.9k, $668k, $668.2k]'",
        "Qps, req/s, 8.3k req/s, 8298, 8300, 8302, '[8.298k req/s, 8.3k req/s, 8.302k req/s]'",
        "TimeSpan, s, 8 ms, 0.007999, 0.008, 0.008001, '[7.999 ms, 8 ms, 8.001 ms]'",
        "Availability, share of time down, 99.9% (3 nines), 1.0002e-3, 1e-3, 9.998e-4, '[99.89998%, 99.9%, 99.90002%]'",
        "TimeSpan, s, 8 ms, 0.004, 0.008, 0.016, '[4 ms, 8 ms, 16 ms]'",
        "TimeSpan, s, 8 ms, 0.008, 0.008, 0.008, '[8 ms, 8 ms, 8 ms]'",
        "TimeSpan, s, 8 ms, 0.008, 0.008, 0.008000000000000002, '[8 ms, 8 ms, 8 ms]'"
    })
    void textsOf(String type, String unit, String text, double low, double middle, double high, String texts) {
        Value value = new Value(type, unit, middle, null, text);
        assertThat(value.textsOf(List.of(low, middle, high))).hasToString(texts);
    }
}
