package dev.estimator.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands in brackets behind a value, in every type; and texts that are too long to be one. */
class BracketsTest {
    /** A type with one of its units. */
    private record Type(String unit, Function<String, ? extends Quantity<?>> reader) {}

    private static final List<Type> TYPES = List.of(
            new Type("%s req/s", Qps::parse),
            new Type("%s GB", Bytes::parse),
            new Type("%s MB/s", Bandwidth::parse),
            new Type("%s h", TimeSpan::parse),
            new Type("%s users", Count::parse),
            new Type("×%s", Ratio::parse),
            new Type("%s%%", Share::parse),
            new Type("%s%%", Availability::parse),
            new Type("$%s", Money::parse),
            new Type("$%s/GB", text -> Price.parse(text, Bytes.class)),
            new Type("$%s each", text -> Price.parse(text, Count.class)),
            new Type("$%s/h", Spending::parse),
            new Type("%s TB-month", StoredBytes::parse),
            new Type("$%s/GB-month", text -> Rent.parse(text, Bytes.class)),
            new Type("$%s/h each", text -> Rent.parse(text, Count.class)));

    /**
     * With four digits each the two are no roundings of one number as soon as they differ, so one of them would be
     * dropped.
     */
    @Property(tries = 500)
    void parse_anotherValueIsRefused(
            @ForAll @IntRange(max = 14) int type,
            @ForAll @IntRange(min = 1000, max = 9999) int amount,
            @ForAll @IntRange(min = 2, max = 500) int more) {
        String other = BigDecimal.valueOf(amount + more, 3).toPlainString();
        String text = text(type, BigDecimal.valueOf(amount, 3).toPlainString());
        Function<String, ?> reader = TYPES.get(type).reader();
        assertThatIllegalArgumentException().isThrownBy(() -> reader.apply(text + " (" + text(type, other) + ")"));
        assertThatIllegalArgumentException().isThrownBy(() -> reader.apply(text(type, other) + " (" + text + ")"));
        assertThatIllegalArgumentException().isThrownBy(() -> reader.apply(text + " ()"));
    }

    /**
     * The same is read; of a finer value and its rounding the finer one is taken, whichever comes first. A count is
     * refused.
     */
    @Property(tries = 500)
    void parse_finerValueIsTaken(
            @ForAll @IntRange(max = 14) int type, @ForAll @DoubleRange(min = 1, max = 9.9) double x) {
        Assume.that(type != 4);
        boolean isAvailability = type == 7;
        String fine = BigDecimal.valueOf(Math.round(x * 1000), 3).toPlainString();
        String rounded = isAvailability
                ? fine
                : BigDecimal.valueOf(Math.round(x * 1000), 3)
                        .setScale(1, RoundingMode.HALF_UP)
                        .toPlainString();
        Type of = TYPES.get(type);
        double expected = of.reader().apply(text(type, fine)).value;
        for (List<String> pair : List.of(List.of(fine, rounded), List.of(rounded, fine), List.of(fine, fine))) {
            String text = text(type, pair.get(0)) + " (" + text(type, pair.get(1)) + ")";
            assertThat(of.reader().apply(text).value).as(text).isCloseTo(expected, within(1e-12 * expected));
        }
    }

    static Stream<String> longTexts() {
        String many = "9".repeat(1_000_000);
        return Stream.of(
                many,
                "9".repeat(100_000) + " users",
                "0." + many,
                "$" + many,
                "1" + ",999".repeat(300_000),
                many + ",5",
                "5 " + "x".repeat(1_000_000),
                "5 req " + "abc ".repeat(200_000) + "/s",
                "5 GB (" + many + ")",
                "5" + "-6".repeat(300_000),
                "5 … " + many,
                "5 users (" + "a".repeat(900_000) + ")",
                "P" + many + "D",
                "1 − 0." + many,
                " ".repeat(1_000_000),
                "(".repeat(500_000),
                // at the greatest length that is read at all
                "7".repeat(990),
                "7 " + "y".repeat(990),
                "7,".repeat(490),
                "7 GB (" + "z".repeat(900) + ")",
                "Z".repeat(990) + " 7",
                "7-".repeat(490),
                "7" + " … 8".repeat(240));
    }

    /**
     * Answered or refused at once, as a square of the length would take hours, in a message that repeats little of it.
     */
    @Timeout(30)
    @ParameterizedTest
    @MethodSource("longTexts")
    void parse_longText(String text) {
        for (Type type : TYPES) {
            try {
                assertThat(type.reader().apply(text).toString()).hasSizeLessThan(2000);
            } catch (IllegalArgumentException e) {
                assertThat(e.getMessage()).hasSizeLessThan(330);
                for (int i = 0; i + 42 < text.length() && i < 2000; i += 20) {
                    assertThat(e.getMessage()).doesNotContain(text.substring(i, i + 42));
                }
            }
        }
    }

    private static String text(int type, String amount) {
        return TYPES.get(type).unit().formatted(amount);
    }
}
