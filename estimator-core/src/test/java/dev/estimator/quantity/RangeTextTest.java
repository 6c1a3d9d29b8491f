package dev.estimator.quantity;

import static dev.estimator.Near.assertNear;
import static dev.estimator.Refusals.assertRefused;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.million;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Map;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ranges in text, of every type, as people write them and as they are printed. */
class RangeTextTest {
    private static final Map<String, Function<String, ? extends Quantity<?>>> READERS = Map.ofEntries(
            Map.entry("Qps", Qps::parse),
            Map.entry("Bytes", Bytes::parse),
            Map.entry("Bandwidth", Bandwidth::parse),
            Map.entry("TimeSpan", TimeSpan::parse),
            Map.entry("Count", Count::parse),
            Map.entry("Ratio", Ratio::parse),
            Map.entry("Share", Share::parse),
            Map.entry("Availability", Availability::parse),
            Map.entry("Money", Money::parse),
            Map.entry("PriceOfData", text -> Price.parse(text, Bytes.class)),
            Map.entry("PriceOfThings", text -> Price.parse(text, Count.class)),
            Map.entry("Spending", Spending::parse));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Count        | 5M to 20M                 | 5M            | 20M
            Count        | 5M … 20M                  | 5M            | 20M
            Count        | 5M...20M                  | 5M            | 20M
            Count        | 5M-20M                    | 5M            | 20M
            Count        | 5M – 20M users            | 5M users      | 20M users
            Count        | 7-9                       | 7             | 9
            Count        | 1e3-2e6                   | 1e3           | 2e6
            Count        | 1e-3-2e-1                 | 1e-3          | 2e-1
            Count        | 3 lakh to 2 crore         | 300k          | 20M
            Qps          | 5 to 7 req/s              | 5 req/s       | 7 req/s
            Qps          | 2k/day - 3k/day           | 2k/day        | 3k/day
            Qps          | 6.9k req/s (2.4k … 20k)   | 2.4k req/s    | 20k req/s
            Bytes        | 5-10 GB                   | 5 GB          | 10 GB
            Bytes        | 512Mi-2Gi                 | 512 MiB       | 2 GiB
            Bytes        | 900 MB to 1.5 TB          | 900 MB        | 1.5 TB
            Bandwidth    | 110 MB/s (50 … 250)       | 50 MB/s       | 250 MB/s
            Bandwidth    | 1-10GbE                   | 1 Gbit/s      | 10 Gbit/s
            TimeSpan     | 2 … 3 ms                  | 2 ms          | 3 ms
            TimeSpan     | 30 s to 1 h 30 min        | 30 s          | 90 min
            TimeSpan     | 8 min (30 s … 2 h)        | 30 s          | 2 h
            Ratio        | ×3 (×2 … ×4.5)            | 2             | 4.5
            Ratio        | 2 to 3x                   | 2             | 3
            Share        | 5-10%                     | 5%            | 10%
            Share        | 0.5-0.9%                  | 0.5%          | 0.9%
            Share        | 1-2%                      | 1%            | 2%
            Share        | 10% to 0.5                | 10%           | 50%
            Share        | 0.02 to 0.03              | 2%            | 3%
            Availability | 99.9% to 99.99%           | 99.9%         | 99.99%
            Availability | 2 to 3 nines              | 99%           | 99.9%
            Money        | $5-10                     | $5            | $10
            Money        | $5 to $70                 | $5            | $70
            Money        | 2k … 3k CHF               | 2000 CHF      | 3000 CHF
            PriceOfData  | $0.02 to $0.03/GB         | $0.02/GB      | $30/TB
            PriceOfThings| $0.4/1M … $2/1M           | $0.4/1M       | $2/1M
            Spending  | $10-20/month              | $10/month     | $20/month
            """)
    void parse_range(String type, String text, String low, String high) {
        Quantity<?> range = read(type, text);
        assertNear(value(read(type, low)), value(range.p5()), 1e-9);
        assertNear(value(read(type, high)), value(range.p95()), 1e-9);
        assertThat(range.isUncertain()).isTrue();
    }

    /** What is no rounding of the middle of the two is the median, as it says. */
    @Test
    void parse_bentRange() {
        Count bent = Count.parse("12M (5M … 20M)");
        assertNear(12e6, bent.value());
        assertNear(5e6, bent.p5().value(), 1e-9);
        assertNear(12e6, bent.p50().value(), 1e-9);
        assertNear(20e6, bent.p95().value(), 1e-9);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Count | 5 to 10M     | cannot read "5 to 10M": "5" could mean 5 or 5M: write the one you mean
            Count | 5-10 million | cannot read "5-10 million": "5" could mean 5 or 5 million: write the one you mean
            Share | 0.1-20%      | cannot read "0.1-20%": "0.1" could mean 0.1 or 0.1%: write the one you mean
            Share | 0.1 to 20 percent | cannot read "0.1 to 20 percent": "0.1" could mean 0.1 or 0.1 percent: write the one you mean
            Share | 0.1% to 0.5  | cannot read "0.1% to 0.5": "0.5" could mean 0.5 or 0.5%: write the one you mean
            Ratio | 1.5-200%     | cannot read "1.5-200%": "1.5" could mean 1.5 or 1.5%: write the one you mean
            Availability | 0.9 … 99.9% | cannot read "0.9 … 99.9%": "0.9" could mean 0.9 or 0.9%: write the one you mean
            Money | $5-10k       | cannot read "$5-10k": "$5" could mean $5 or $5k: write the one you mean
            Count | 20M - 5M     | low must be below high but they were 20M and 5M
            Count | 30M (5M … 20M) | mid must be between 5M and 20M but was 30M; the nearest that is possible is just below 20M
            """)
    void parse_refusedRange(String type, String text, String message) {
        assertRefused(message, () -> read(type, text));
    }

    /** A hyphen, a 'to' and brackets of a noun are no ranges. */
    @Test
    void parse_noRange() {
        assertEquals("5 S3-2 objects", Count.parse("5 S3-2 objects").toString());
        assertEquals("5 ready to go", Count.parse("5 ready to go").toString());
        assertEquals("5 read-writes", Count.parse("5 read-writes").toString());
        assertThat(Availability.parse("1 - 1e-11").isUncertain()).isFalse();
    }

    @Test
    void between_equal() {
        Count five = million(5);
        assertSame(five, between(five, million(5)));
        assertEquals(million(3), Count.parse("3M (3M … 3M)"));
        assertEquals(million(3), Count.parse("3M to 3M"));
        Count named = Quantities.assume("n", count(3));
        assertRefused(
                "low must be a plain number but 3 has been named, calculated or is a range itself",
                () -> between(named, count(3)));
    }

    /** What is printed of a range is read with the same ends and the same best guess. */
    @Property(tries = 300)
    void parse_readsWhatIsPrinted(
            @ForAll @DoubleRange(min = -3, max = 9) double size,
            @ForAll @DoubleRange(min = 1.5, max = 1000) double width,
            @ForAll @IntRange(max = 5) int type) {
        double low = Math.pow(10, size);
        switch (type) {
            case 0 -> assertRoundTrip(between(Quantities.qps(low), Quantities.qps(low * width)), Qps::parse);
            case 1 -> assertRoundTrip(between(Quantities.bytes(low), Quantities.bytes(low * width)), Bytes::parse);
            case 2 ->
                assertRoundTrip(
                        between(Bandwidth.of(low, Units.B_PER_SECOND), Bandwidth.of(low * width, Units.B_PER_SECOND)),
                        Bandwidth::parse);
            case 3 ->
                assertRoundTrip(between(Quantities.seconds(low), Quantities.seconds(low * width)), TimeSpan::parse);
            case 4 -> assertRoundTrip(between(count(low, "users"), count(low * width, "users")), Count::parse);
            default -> assertRoundTrip(between(Quantities.usd(low), Quantities.usd(low * width)), Money::parse);
        }
    }

    private static <Q extends Amount<Q>> void assertRoundTrip(Q range, Function<String, Q> reader) {
        Q again = reader.apply(range.toString());
        assertNear(value(range), value(again), 0.11);
        assertNear(value(range.p5()), value(again.p5()), 0.051);
        assertNear(value(range.p95()), value(again.p95()), 0.051);
    }

    private static Quantity<?> read(String type, String text) {
        return requireNonNull(READERS.get(type)).apply(text);
    }

    private static double value(Quantity<?> quantity) {
        return quantity.value;
    }
}
