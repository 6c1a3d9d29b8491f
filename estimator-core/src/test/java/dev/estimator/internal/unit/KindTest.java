package dev.estimator.internal.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KindTest {
    @ParameterizedTest
    @MethodSource("kinds")
    void unit(Kind kind, String type, String unit) {
        assertThat(kind.unit()).isEqualTo(unit);
        assertThat(kind.dimension().typeName()).isEqualTo(type);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void of_readsBack(Kind kind, String type, String unit) {
        assertThat(Kind.of(type, unit)).isEqualTo(kind);
    }

    static Stream<Arguments> kinds() {
        return Stream.of(
                Arguments.of(Kind.RATE, "Qps", "req/s"),
                Arguments.of(Kind.DATA, "Bytes", "B"),
                Arguments.of(Kind.BANDWIDTH, "Bandwidth", "B/s"),
                Arguments.of(Kind.TIME, "TimeSpan", "s"),
                Arguments.of(Kind.STORED, "StoredBytes", "B·s"),
                Arguments.of(Kind.COUNT, "Count", ""),
                Arguments.of(Kind.count("posts"), "Count", "posts"),
                Arguments.of(Kind.count("posts / day"), "Count", "posts / day"),
                Arguments.of(Kind.RATIO, "Ratio", ""),
                Arguments.of(Kind.SHARE, "Share", ""),
                Arguments.of(Kind.AVAILABILITY, "Availability", "share of time down"),
                Arguments.of(new Kind(Dimension.MONEY, "EUR"), "Money", "EUR"),
                Arguments.of(new Kind(Dimension.DATA_PRICE, "USD"), "Price<Bytes>", "USD/B"),
                Arguments.of(new Kind(Dimension.COUNT_PRICE, "JPY"), "Price<Count>", "JPY/1"),
                Arguments.of(new Kind(Dimension.SPENDING, "CHF"), "Spending", "CHF/s"),
                Arguments.of(new Kind(Dimension.DATA_RENT, "GBP"), "Rent<Bytes>", "GBP/B·s"),
                Arguments.of(new Kind(Dimension.COUNT_RENT, "SEK"), "Rent<Count>", "SEK/1·s"),
                Arguments.of(new Kind(Dimension.COUNT_PRICE, "USD", "1M tokens"), "Price<Count>", "USD/1 1M tokens"),
                Arguments.of(new Kind(Dimension.COUNT_RENT, "USD", "vCPU"), "Rent<Count>", "USD/1 vCPU·s"));
    }

    @Test
    void kinds_areAllOfThem() {
        assertThat(kinds().map(arguments -> ((Kind) arguments.get()[0]).dimension())
                        .distinct())
                .containsExactlyElementsOf(Arrays.asList(Dimension.values()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "qps", "Price", "Money in EUR"})
    void of_unknownType(String type) {
        assertThatThrownBy(() -> Kind.of(type, "s"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("type must be one of the quantities but was '" + type + "'");
    }

    /** A page that somebody else wrote may say anything. */
    @ParameterizedTest
    @CsvSource({
        "Qps, req/min",
        "Bytes, ''",
        "Ratio, posts",
        "Price<Bytes>, /B",
        "Price<Bytes>, EUR/s",
        "Money, ''",
        "Price<Count>, 'USD/1 '",
        "Rent<Count>, USD/1 ·s"
    })
    void of_unitOfAnother(String type, String unit) {
        assertThatThrownBy(() -> Kind.of(type, unit))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unit must be that of " + type + " but was '" + unit + "'");
    }
}
