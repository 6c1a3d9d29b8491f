package dev.estimator.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no quantity is a slip with a place, whatever the text, and never another exception. */
class QuantityFormatExceptionTest {
    private static final List<Function<String, ? extends Quantity<?>>> READERS = List.of(
            Qps::parse,
            Bytes::parse,
            Bandwidth::parse,
            TimeSpan::parse,
            Count::parse,
            Ratio::parse,
            Share::parse,
            Availability::parse,
            Money::parse,
            Spending::parse,
            StoredBytes::parse,
            text -> Price.parse(text, Bytes.class),
            text -> Price.parse(text, Count.class),
            text -> Rent.parse(text, Bytes.class),
            text -> Rent.parse(text, Count.class));

    private static final List<String> READABLE = List.of(
            "12k req/s",
            "10k/s tokens",
            "2k/day - 3k/day",
            "6.9k req/s (2.4k … 20k)",
            "5-10 GB",
            "512Mi to 2Gi",
            "64 GB (59.6 GiB)",
            "1 Gbit/s",
            "110 MB/s (50 … 250)",
            "20 ms (12 … 45)",
            "8 h 45 min",
            "1h 30m",
            "1m30s",
            "PT8H30M",
            "1,234,567 users",
            "10M ± 30%",
            "5 S3-2 objects",
            "×3 (×2 … ×4.5)",
            "100:1",
            "-10%",
            "0.5-0.9%",
            "99.95% (3.3 nines)",
            "1 − 1e-11",
            "1 - 1e-11",
            "$5-10",
            "2k … 3k CHF",
            "$0.02 to $0.03/GB",
            "$0.4/1M … $2/1M",
            "$10-20/month",
            "$0.023/GB-month",
            "$8.66/month each ($5/month … $15/month)",
            "$8.66/month each ($5 … $15)");

    private static final List<String> PIECES = List.of(
            "1",
            "0",
            "7.5",
            "1e308",
            "1e-400",
            ",",
            "1,500",
            "_",
            ".",
            "-",
            "−",
            "+",
            "±",
            "+/-",
            "…",
            "...",
            " to ",
            " - ",
            "/",
            ":",
            "%",
            " percent",
            "(",
            ")",
            "()",
            "$",
            "€",
            "USD",
            "XYZ",
            "×",
            "x",
            "k",
            "M",
            "m",
            "B",
            "b",
            "bn",
            "T",
            " GB",
            "Gb",
            "GiB",
            "bit",
            " req",
            "/s",
            " per ",
            " day",
            " h",
            "min",
            " s",
            " each",
            " nines",
            "PT",
            "H",
            " ",
            "\t",
            "\n",
            "\u00a0",
            "é",
            "人",
            "\uD83D\uDE00",
            "\uD83D",
            "NaN",
            "Infinity",
            "\u0000");

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.of(PIECES).list().ofMaxSize(9).map(list -> String.join("", list));
        Arbitrary<String> mutated = Arbitraries.of(READABLE)
                .flatMap(text -> Arbitraries.integers()
                        .between(0, text.length())
                        .flatMap(from -> Arbitraries.integers()
                                .between(from, Math.min(text.length(), from + 3))
                                .flatMap(to -> Arbitraries.of(PIECES)
                                        .injectNull(0.3)
                                        .map(piece -> text.substring(0, from)
                                                + (piece == null ? "" : piece)
                                                + text.substring(to)))));
        Arbitrary<String> spliced = Arbitraries.of(READABLE)
                .tuple2()
                .flatMap(pair -> Arbitraries.integers()
                        .between(0, 12)
                        .map(at -> pair.get1()
                                        .substring(0, Math.min(at, pair.get1().length()))
                                + pair.get2().substring(Math.min(at, pair.get2().length()))));
        return Arbitraries.oneOf(pieces, mutated, spliced, Arbitraries.strings().ofMaxLength(12));
    }

    @Property(tries = 5000)
    void parse_answersOrNamesAPlace(@ForAll("texts") String text, @ForAll @IntRange(max = 13) int type) {
        try {
            Quantity<?> quantity = READERS.get(type).apply(text);
            assertThat(quantity.value).isBetween(0.0, Double.MAX_VALUE);
        } catch (QuantityFormatException e) {
            assertEquals(text, e.text());
            assertThat(e.position()).isBetween(1, text.length() + 1);
            assertThat(e.problem()).isNotBlank();
            assertThat(e.examples()).isNotBlank();
            assertThat(e.getMessage()).contains("at position " + e.position() + " " + e.problem());
        }
    }

    /** What is wrong behind a text that is right is found behind it, also in a range and behind a '±'. */
    @Property(tries = 500)
    void position_isThatInTheWholeText(
            @ForAll @IntRange(min = 1, max = 999) int low,
            @ForAll @IntRange(min = 1, max = 9) int more,
            @ForAll @IntRange(max = 3) int spaces) {
        String start = " ".repeat(spaces) + low + " GB";
        assertPosition(start.length() + 2, start + " Gb");
        for (String between : List.of(" to ", "-", " … ", "...", " (" + low + " … ")) {
            String range = start + between + (low + more);
            assertPosition(range.length() + 2, range + " Gb" + (between.contains("(") ? ")" : ""));
        }
        assertPosition(start.length() + 4, start + " ± -" + more + "%");
    }

    private static void assertPosition(int position, String text) {
        assertEquals(
                position,
                assertThrows(QuantityFormatException.class, () -> Bytes.parse(text))
                        .position(),
                text);
    }

    @Test
    void message_saysAll() {
        var slip = assertThrows(QuantityFormatException.class, () -> TimeSpan.parse("2 h to 5m"));
        assertEquals("2 h to 5m", slip.text());
        assertEquals(9, slip.position());
        assertEquals("\"m\" could mean min (minutes) or month (730 h): write the one you mean", slip.problem());
        assertEquals("20 ms, 5 min, 6.5 h, 30d or 8 h 45 min", slip.examples());
        assertEquals(
                "cannot read \"2 h to 5m\" as TimeSpan: at position 9 \"m\" could mean min (minutes) or month (730 h): "
                        + "write the one you mean; write for example 20 ms, 5 min, 6.5 h, 30d or 8 h 45 min",
                slip.getMessage());
    }

    @Test
    void text_isWholeHoweverLong() {
        String text = "7".repeat(5000);
        var slip = assertThrows(QuantityFormatException.class, () -> Count.parse(text));
        assertEquals(text, slip.text());
        assertEquals("there are 5000 characters, more than 1000", slip.problem());
        assertEquals(1, slip.position());
    }

    /**
     * Of 10⁵ digits not one is read, which would take the JDK a second or more: refused in a tenth of that, however
     * they are written.
     */
    @ParameterizedTest
    @ValueSource(strings = {"%s", "1.%s", "%s GB", "%s to 9", "9 to %s", "9 ± %s%%", "1,%s", "1e%s", "-%s"})
    @Timeout(value = 500, unit = TimeUnit.MILLISECONDS)
    void manyDigits_areRefusedByTheirNumber(String form) {
        String text = String.format(Locale.ROOT, form, "123456789".repeat(11_112));
        var slip = assertThrows(QuantityFormatException.class, () -> Count.parse(text));
        assertThat(slip.text()).isEqualTo(text);
        assertThat(slip.problem()).matches("there are 1000\\d\\d characters, more than 1000");
        assertThat(slip.getMessage()).hasSizeLessThan(300);
    }

    /** A wrong class is a bug, and no slip of the text. */
    @Test
    @SuppressWarnings({"unchecked", "rawtypes"}) // what only raw types let through
    void parse_otherArguments() {
        assertThat(assertThrows(IllegalArgumentException.class, () -> Price.parse("$5/s", (Class) TimeSpan.class)))
                .isNotInstanceOf(QuantityFormatException.class);
    }
}
