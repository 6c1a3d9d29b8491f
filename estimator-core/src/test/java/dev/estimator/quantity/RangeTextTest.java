package dev.estimator.quantity;

import static dev.estimator.Near.assertNear;
import static dev.estimator.Refusals.assertRefused;
import static dev.estimator.quantity.Quantities.MONTH;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.usd;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ranges in text, of every type, as people write them and as they are printed. */
class RangeTextTest {
    private static final List<String> TYPES = List.of(
            "Qps",
            "Tokens",
            "Objects",
            "Bytes",
            "Bandwidth",
            "TimeSpan",
            "StoredBytes",
            "Count",
            "Users",
            "GpuHours",
            "Ratio",
            "Share",
            "Availability",
            "Money",
            "PriceOfData",
            "PriceOfThings",
            "Spending",
            "RentOfData",
            "RentOfThings");

    private static final Map<String, Function<String, ? extends Quantity<?>>> READERS = Map.ofEntries(
            Map.entry("Qps", Qps::parse),
            Map.entry("Tokens", Qps::parse),
            Map.entry("Objects", Qps::parse),
            Map.entry("GpuHours", Count::parse),
            Map.entry("Users", Count::parse),
            Map.entry("Bytes", Bytes::parse),
            Map.entry("Bandwidth", Bandwidth::parse),
            Map.entry("TimeSpan", TimeSpan::parse),
            Map.entry("StoredBytes", StoredBytes::parse),
            Map.entry("Count", Count::parse),
            Map.entry("Ratio", Ratio::parse),
            Map.entry("Share", Share::parse),
            Map.entry("Availability", Availability::parse),
            Map.entry("Money", Money::parse),
            Map.entry("PriceOfData", text -> Price.parse(text, Bytes.class)),
            Map.entry("PriceOfThings", text -> Price.parse(text, Count.class)),
            Map.entry("Spending", Spending::parse),
            Map.entry("RentOfData", text -> Rent.parse(text, Bytes.class)),
            Map.entry("RentOfThings", text -> Rent.parse(text, Count.class)));

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
            Count        | 5 Million to 20 Million    | 5M            | 20M
            Count        | 4 Lakh to 2 Crore         | 400k          | 20M
            Money        | $3 Million to $7 Million  | $3M           | $7M
            Count        | 3 lakh crore to 8 lakh crore | 3tn        | 8tn
            Count        | 12,50,000 … 1,37,50,000   | 1.25M         | 13.75M
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
            Spending     | $10-20/month              | $10/month     | $20/month
            StoredBytes  | 2 to 9 TB-month           | 2 TB-month    | 9 TB-month
            RentOfData   | $0.02-0.03/GB-month       | $0.02/GB-month | $0.03/GB-month
            RentOfThings | $15 to $20/month each     | $15/month each | $20/month each
            TimeSpan     | 1m30s to 2h0m             | 90 s          | 2 h
            TimeSpan     | 20 ms (12 … 45)           | 12 ms         | 45 ms
            Qps          | 5k/s … 7k/s tokens        | 5k req/s      | 7k req/s
            Money        | $1B to $3B                | $1bn          | $3bn
            Count        | five to ten users         | 5 users       | 10 users
            Count        | half a million to a million | 500k        | 1M
            Count        | a user to seven users     | 1 user        | 7 users
            Count        | a dozen to two dozen eggs | 12 eggs       | 24 eggs
            Count        | ninety to a hundred users | 90 users      | 100 users
            Count        | ninety thousand to a hundred thousand users | 90k users | 100k users
            Count        | ten to two hundred million | 10         | 200M
            Count        | 800k to two million       | 800k          | 2M
            Count        | 800 to 2k                 | 800           | 2k
            Count        | between 5 and 7 users     | 5 users       | 7 users
            Count        | From 5M to twenty million | 5M            | 20M
            Qps          | once to twice a day       | 1/day         | 2/day
            Qps          | once a day to twice an hour | 1/day       | 48/day
            Qps          | five to seven writes per second | 5 writes/s | 7 writes/s
            Bytes        | half a TB to two TB       | 500 GB        | 2 TB
            Bytes        | between half a GB and 3 GB | 500 MB       | 3 GB
            Bandwidth    | one to three Gbit/s       | 1 Gbit/s      | 3 Gbit/s
            TimeSpan     | an hour to two hours      | 1 h           | 2 h
            TimeSpan     | half an hour to three days | 30 min       | 72 h
            TimeSpan     | a day to a fortnight      | 1 d           | 14 d
            Ratio        | twice to five times       | 2             | 5
            Share        | five to ten percent       | 5%            | 10%
            Availability | two to four nines         | 99%           | 99.99%
            Money        | five to seven dollars     | $5            | $7
            Money        | a million dollars to two million dollars | $1M | $2M
            Money        | between five and seven EUR | €5           | €7
            Spending     | five to nine dollars a month | $5/month   | $9/month
            PriceOfData  | three to four dollars/TB  | $3/TB         | $4/TB
            PriceOfThings| one to two dollars each   | $1 each       | $2 each
            StoredBytes  | two to nine TB-months     | 2 TB-month    | 9 TB-month
            RentOfData   | one to two dollars/GB-month | $1/GB-month | $2/GB-month
            RentOfThings | five to nine dollars/month each | $5/month each | $9/month each
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
            Count        | 5 to 10M          | 1  | "5" could mean 5 or 5M: write the one you mean
            Count        | 5-10 million      | 1  | "5" could mean 5 or 5 million: write the one you mean
            Share        | 0.1-20%           | 1  | "0.1" could mean 0.1 or 0.1%: write the one you mean
            Share        | 0.1 to 20 percent | 1  | "0.1" could mean 0.1 or 0.1 percent: write the one you mean
            Share        | 0.1% to 0.5       | 9  | "0.5" could mean 0.5 or 0.5%: write the one you mean
            Ratio        | 1.5-200%          | 1  | "1.5" could mean 1.5 or 1.5%: write the one you mean
            Availability | 0.9 … 99.9%       | 1  | "0.9" could mean 0.9 or 0.9%: write the one you mean
            Money        | $5-10k            | 1  | "$5" could mean $5 or $5k: write the one you mean
            Count        | five to ten million users | 1 | "five" could mean five or five million: write the one you mean
            Count        | between five and 10M | 9 | "five" could mean five or fiveM: write the one you mean
            Count        | two to five hundred million users | 1 | "two" could mean two or two hundred million: write the one you mean
            Count        | a few to ten users | 1 | a number was expected
            Count        | between 5 to 10 users | 1 | a number was expected
            Count        | 20M - 5M          | 1  | the range is not possible: low must be below high but they were 20M and 5M
            Count        | users 7 (20M to 5M) | 1 | a number was expected
            Qps          | 7 req/s (20 to 5)  | 10 | the range is not possible: low must be below high but they were 20 req/s and 5 req/s
            Count        | 30M (5M … 20M)    | 1  | the range is not possible: mid must be between 5M and 20M but was 30M; the nearest that is possible is just below 20M
            Count        | 5M to 20X         | 9  | "X" is not a multiple that is known here: leave a space before a noun
            Bytes        | 5 GB to 7 Gb      | 11 | "Gb" could mean GB (bytes) or Gbit (bits): write the one you mean
            Bytes        | 5-7 Gb            | 5  | "Gb" could mean GB (bytes) or Gbit (bits): write the one you mean
            Bytes        | 5 to 7            | 7  | the unit is missing
            TimeSpan     | 20 ms (1,200 … 7,500 mm) | 22 | "mm" is not a unit that is known here
            TimeSpan     | 5 m (2 … 7)       | 3  | "m" could mean min (minutes) or month (730 h): write the one you mean
            TimeSpan     | 1h30m to 2m       | 11 | "m" could mean min (minutes) or month (730 h): write the one you mean
            Money        | $5 … 7 EUR        | 8  | "EUR" is not understood
            Money        | ABC 5 … 7         | 1  | "ABC" is not an ISO 4217 currency code
            Bandwidth    | 5 MB/s … 7 MB/m   | 15 | "m" could mean min (minutes) or month (730 h): write the one you mean
            """)
    void parse_refusedRange(String type, String text, int position, String problem) {
        assertSlip(type, text, position, problem);
    }

    /** '10M ± 30%' is 90 % between 7M and 13M, the best guess being 10M, as of plusOrMinus. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Count        | 10M ± 30%                 | 7M            | 10M         | 13M
            Count        | 10M users +/- 3 percent   | 9.7M users    | 10M users   | 10.3M users
            Qps          | 5k tokens/s±20%           | 4k tokens/s   | 5k tokens/s | 6k tokens/s
            Bytes        | 3 GB +-50%                | 1.5 GB        | 3 GB        | 4.5 GB
            Bandwidth    | 2 Gbit/s ± 10%            | 1.8 Gbit/s    | 2 Gbit/s    | 2.2 Gbit/s
            TimeSpan     | 20 ms ± 25 %              | 15 ms         | 20 ms       | 25 ms
            Ratio        | ×5 ± 4%                   | ×4.8          | ×5          | ×5.2
            Money        | $3k ± 7%                  | $2790         | $3k         | $3210
            PriceOfData  | $0.02/GB ± 50%            | $0.01/GB      | $0.02/GB    | $0.03/GB
            PriceOfThings| $4 each ± 75%             | $1 each       | $4 each     | $7 each
            Spending     | $20/month ± 5%            | $19/month     | $20/month   | $21/month
            RentOfData   | $0.02/GB-month ± 50%      | $0.01/GB-month | $0.02/GB-month | $0.03/GB-month
            RentOfThings | $8/h each ± 25%           | $6/h each     | $8/h each   | $10/h each
            """)
    void parse_around(String type, String text, String low, String middle, String high) {
        Quantity<?> range = read(type, text);
        assertNear(value(read(type, low)), value(range.p5()), 1e-9);
        assertNear(value(read(type, middle)), value(range), 1e-12);
        assertNear(value(read(type, high)), value(range.p95()), 1e-9);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Share        | 10% ± 3%          | 5  | "± 3%" could mean 3% of the value or so many percentage points: write the two ends
            Availability | 99.9% +/- 0.05%   | 7  | "± 0.05%" could mean 0.05% of the value or so many percentage points: write the two ends
            Ratio        | 250% ± 20%        | 6  | "± 20%" could mean 20% of the value or so many percentage points: write the two ends
            Count        | 10M ± 2M          | 5  | "± 2M" is not a percentage, as in 10 ± 30%: write the two ends, as in 7 to 13
            Count        | 10M ± 0.3         | 5  | "± 0.3" is not a percentage, as in 10 ± 30%: write the two ends, as in 7 to 13
            Count        | 10M ± 300%        | 7  | 300% is more than the whole
            Count        | 10M ± 100%        | 5  | the range is not possible: part must be above 0% and below 100% but was 100%: state the range itself with between(low, high)
            Count        | 10M ± 0%          | 5  | the range is not possible: part must be above 0% and below 100% but was 0%
            Bytes        | 5 Gb ± 30%        | 3  | "Gb" could mean GB (bytes) or Gbit (bits): write the one you mean
            Bytes        | 5 GB ± 30% GB     | 12 | "GB" is not understood
            Bytes        | ± 30%             | 1  | a number is missing
            Count        | 0 ± 30%           | 3  | the range is not possible: value must be above zero but was 0
            """)
    void parse_refusedAround(String type, String text, int position, String problem) {
        assertSlip(type, text, position, problem);
    }

    private static void assertSlip(String type, String text, int position, String problem) {
        var slip = assertThrows(QuantityFormatException.class, () -> read(type, text));
        assertEquals(problem, slip.problem());
        assertEquals(position, slip.position());
        assertEquals(text, slip.text());
        assertThat(slip.getMessage())
                .startsWith("cannot read \"" + text + "\" as ")
                .endsWith(": at position " + position + " " + problem + "; write for example " + slip.examples());
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

    /** What is printed of a range between numbers of two digits, of any type and shape, is read as what prints so. */
    @Property(tries = 1500)
    void parse_readsWhatIsPrinted(
            @ForAll @IntRange(max = 18) int type,
            @ForAll @IntRange(min = 10, max = 99) int lowDigits,
            @ForAll @IntRange(min = 10, max = 99) int midDigits,
            @ForAll @IntRange(min = 10, max = 99) int highDigits,
            @ForAll @IntRange(max = 7) int size,
            @ForAll @IntRange(max = 3) int width) {
        String name = TYPES.get(type);
        double low = of(lowDigits, size);
        double high = of(highDigits, size + width);
        double mid = of(midDigits, size + width / 2);
        Assume.that(high > 1.2 * low);
        Assume.that(!name.equals("TimeSpan") || high < 6e10); // minutes do not keep two digits of seconds
        assertReads(name, range(name, low, high));
        if (low < mid && mid < high) {
            assertReads(name, range(name, low, mid, high));
        }
    }

    /** As {@link #parse_readsWhatIsPrinted} of numbers with as many digits as they happen to have. */
    @Property(tries = 1500)
    void parse_readsWhatIsPrintedOfAny(
            @ForAll @IntRange(max = 18) int type,
            @ForAll @DoubleRange(min = -2, max = 8) double size,
            @ForAll @DoubleRange(min = 1.3, max = 800) double width) {
        double low = Math.pow(10, size);
        Quantity<?> range = range(TYPES.get(type), low, low * width);
        Assume.that(!isShorterByTheHour(range.toString()));
        assertReads(TYPES.get(type), range);
    }

    /**
     * '$565/month ($219 … $1,460)' reads as '$0.774/h ($0.30 … $2)', the shorter of two texts that are both exact: a
     * month has 730 hours.
     */
    private static boolean isShorterByTheHour(String text) {
        return text.contains("/month")
                && Pattern.compile("[\\d.,]+(?=[kM]?(?: …|\\)))")
                        .matcher(text)
                        .results()
                        .allMatch(end -> Long.parseLong(end.group().replaceAll("[.,]", "")) % 73 == 0);
    }

    /** A value that only its digits put below a unit is in that unit, as what is read of them would be. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PriceOfThings | 1.1497e2 | 8.694e3 | $1/1k ($0.115 … $8.69)
            PriceOfThings | 4.48e3   | 2.23e4  | $0.01 each ($0.00448 … $0.0223)
            PriceOfThings | 4.4e3    | 2.271e4 | $9.996/1k ($4.40 … $22.71)
            PriceOfData   | 4.48e-6  | 2.23e-5 | €0.01/TB (€0.00448 … €0.0223)
            """)
    void parse_ofAPriceThatRoundsUpToAUnit(String type, double low, double high, String text) {
        assertReads(type, range(type, low, high));
        assertEquals(text, range(type, low, high).toString());
    }

    @Test
    void parse_ofARateThatRoundsToOneInTenSeconds() {
        assertReads("Qps", range("Qps", 0.013491, 0.72931));
        assertEquals("0.1 req/s (0.013 … 0.73)", range("Qps", 0.013491, 0.72931).toString());
    }

    /** 0.065 to 0.17 a second are 234 to 612 an hour, too, with a digit more. */
    @Test
    void parse_ofARateThatIsExactByTheHour() {
        assertReads("Qps", range("Qps", 0.0651234, 0.1712345));
        assertEquals("0.11 req/s (0.065 … 0.17)", range("Qps", 0.065, 0.17).toString());
    }

    /** Two digits of 99.52 are 100; 99.5 would be read as a trifle less, of which they are 99. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Qps       | 4.89779e0 | 9.952288e1 | 22 req/s (4.9 … 100)
            Objects   | 4.89779e0 | 9.952288e1 | 22 S3 objects/s (4.9 … 100)
            Qps       | 4.89779e3 | 9.952288e4 | 22k req/s (4.9k … 100k)
            Bytes     | 4.89779e6 | 9.952288e7 | 22 GB (4.9 … 100)
            TimeSpan  | 4.89779e6 | 9.952288e7 | 22 ms (4.9 … 100)
            Bandwidth | 9.952288e1 | 9.6e2 | 309 MB/s (100 … 960)
            """)
    void parse_ofAnEndThatRoundsToAHundred(String type, double low, double high, String text) {
        assertEquals(text, range(type, low, high).toString());
        assertReads(type, range(type, low, high));
    }

    /** The low end is 0.1249 GB-month: 0.12 beside 122 is more than a thousandth, 125 MB-month is less. */
    @Test
    void parse_whereOnlyRoundingPutsEndsApart() {
        assertReads("StoredBytes", range("StoredBytes", of(38, 0), of(37, 3)));
        assertReads("Bytes", range("Bytes", 124.901e3, 122e6));
        assertEquals("3.9 GB (0.125 … 122)", range("Bytes", 124.901e3, 122e6).toString());
    }

    /** Nobody writes '0k'; √(50 × 300) = 122.5, and 120 less are 2.5, or 22.5 of 100. */
    @Test
    void toString_fromNothing() {
        Qps arrivals = assume("arrivals", between(qps(50_000), qps(300_000)));
        Count users = assume("users", between(count(50_000, "users"), count(300_000, "users")));
        Money bill = assume("bill", between(usd(50_000), usd(300_000)));
        assertThat(arrivals.max(qps(100_000)).minus(qps(100_000))).hasToString("22k req/s (0 … 200k)");
        assertThat(users.max(count(100_000, "users")).minus(count(100_000, "users")))
                .hasToString("22k users (0 … 200k)");
        assertThat(bill.max(usd(100_000)).minus(usd(100_000))).hasToString("$22.5k ($0 … $200k)");
        assertThat(bill.max(usd(110_000)).minus(usd(110_000)).per(MONTH)).hasToString("$12.5k/month ($0 … $190k)");
        assertThat(arrivals.times(10).max(qps(1_200_000)).minus(qps(1_200_000))).hasToString("25k req/s (0 … 1.8M)");
    }

    /** It was '889 (702 … 1,000)'; beside an end of two digits, or one that is in thousands too, two stay. */
    @Test
    void toString_acrossAThousandOfAUnit() {
        assertEquals("856 req/s (702 … 1,040)", times(702.1, 1042.3));
        assertEquals("541 req/s (281 … 1,040)", times(280.7, 1042.3));
        assertEquals("290 req/s (81 … 1,000)", times(80.7, 1042.3));
    }

    private static String times(double low, double high) {
        return between(qps(low), qps(high)).times(Quantities.ratio(1.0001)).toString();
    }

    /** 220.95 is neither of its ends. */
    @Test
    void toString_narrow_isNoEnd() {
        assertEquals(
                "220.95 ms (220.9 … 221)", range("TimeSpan", 220.9e6, 221e6).toString());
    }

    /**
     * Ends within half a percent of each other are one number where they were calculated, and stay where they were
     * typed.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            298    | 299    | 298 ms (298 … 299) | 298 ms
            298    | 298.3  | 298.1 ms (298 … 298.3) | 298 ms
            41.98  | 42.02  | 42 ms (41.98 … 42.02) | 42 ms
            6      | 6.001  | 6.0005 ms (6 … 6.001) | 6 ms
            100    | 100.6  | 100.3 ms (100 … 100.6) | 100 ms (100 … 101)
            """)
    void toString_narrow(double low, double high, String typed, String calculated) {
        TimeSpan range = between(Quantities.ms(low), Quantities.ms(high));
        assertEquals(typed, range.toString());
        assertEquals(calculated, range.plus(Quantities.ms(0)).toString());
        assertEquals(calculated, range.times(2).div(2).toString());
    }

    /** 42.002 is 0.6 % of the way from 42 to 42.31, and the digit that tells them apart is of no use. */
    @Test
    void toString_narrowWithTheBestGuessAtItsEnd() {
        TimeSpan range = between(Quantities.ms(42), Quantities.ms(42.002), Quantities.ms(42.31));
        assertEquals("42.002 ms (42 … 42.31)", range.toString());
        assertEquals("42 ms (42 … 42.31)", range.times(2).div(2).toString());
    }

    /** What is left of 100 % is what tells shares apart: of 0.05 % and of 0.02 % nobody says that they are one. */
    @Test
    void toString_narrowNearAHundredPercent() {
        Share range = between(Quantities.percent(99.95), Quantities.percent(99.98));
        assertThat(range.times(Quantities.percent(100)).toString()).contains("(99.95% … 99.98%)");
    }

    /** The medians of 0.1037 % and 0.1052 % down lie between the two, and no end is 99.9 %. */
    @Test
    void toString_narrow_ofAvailability() {
        Availability range = between(Quantities.percentUp(99.8948), Quantities.percentUp(99.8963));
        assertThat(range.times(Quantities.percentUp(100))).hasToString("99.8956% (99.8948% … 99.8963%)");
    }

    /** Of what is down two digits are read: it was '99.99992502% (99.99992455% … 99.99992502%)'. */
    @Test
    void toString_ofAvailabilityWithinOnePercent_isOneNumber() {
        Availability range = between(
                Availability.ofUnavailability(Share.of(7.545e-7)), Availability.ofUnavailability(Share.of(7.498e-7)));
        assertThat(range.times(Quantities.percentUp(100))).hasToString("99.999925% (6.1 nines)");
    }

    /** It was '329 ms (329 … 197,000)'. */
    @Test
    void toString_ofFarEnds_isOnTwoScales() {
        Ratio factor = between(Ratio.of(0.001), Ratio.of(600)).max(Ratio.of(1));
        assertThat(Quantities.ms(329).times(factor)).hasToString("329 ms (329 ms … 3.3 min)");
        assertThat(Quantities.kb(329).times(factor)).hasToString("329 kB (329 kB … 197 MB)");
        assertThat(Quantities.ms(129).times(factor)).hasToString("129 ms (129 … 77,400)");
    }

    private static void assertReads(String type, Quantity<?> range) {
        Quantity<?> again = read(type, range.toString());
        if (again instanceof Count || again instanceof Ratio) {
            assertSameNumbers(again, read(type, again.toString()));
        } else {
            assertEquals(range.toString(), again.toString());
        }
    }

    /** A range of a type, through all points; those of an availability fall. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // all of one type
    private static Quantity<?> range(String type, double... points) {
        List<Quantity> of = new ArrayList<>();
        Arrays.stream(points).forEach(point -> of.add(type.equals("Availability") ? 0 : of.size(), of(type, point)));
        return of.size() == 2 ? between(of.get(0), of.get(1)) : between(of.get(0), of.get(1), of.get(2));
    }

    private static double of(int digits, int exponent) {
        return BigDecimal.valueOf(digits, 1 - exponent).doubleValue();
    }

    /** Of a count and a ratio 1.2k is read as the whole 1,200. */
    private static void assertSameNumbers(Quantity<?> expected, Quantity<?> actual) {
        assertEquals(expected.toString(), actual.toString());
        assertNear(value(expected), value(actual), 1e-9);
        assertNear(value(expected.p5()), value(actual.p5()), 1e-9);
        assertNear(value(expected.p95()), value(actual.p95()), 1e-9);
    }

    private static Quantity<?> of(String type, double value) {
        return switch (type) {
            case "Qps" -> Quantities.qps(value);
            case "Tokens" -> count(value, "tokens").per(Quantities.SECOND);
            case "Objects" -> count(value, "S3 objects").per(Quantities.SECOND);
            case "GpuHours" -> count(value, "GPU-hours");
            case "Bytes" -> Quantities.kb(value);
            case "Bandwidth" -> Quantities.mbPerSecond(value);
            case "TimeSpan" -> Quantities.ns(value);
            case "StoredBytes" -> Quantities.gb(value).times(Quantities.DAY);
            case "Count" -> count(value);
            case "Users" -> count(value, "daily users");
            case "Ratio" -> Quantities.ratio(value);
            case "Share" -> Share.of(value * 1e-11);
            case "Availability" -> Availability.ofUnavailability(value * 1e-11);
            case "Money" -> Quantities.usd(value);
            case "PriceOfData" -> Quantities.eur(value).per(Quantities.gb(1));
            case "PriceOfThings" -> Quantities.usd(value).per(million(1));
            case "Spending" -> Quantities.usd(value).per(Quantities.MONTH);
            case "RentOfData" ->
                Quantities.money(value, "CHF").per(Quantities.gb(1)).per(Quantities.MONTH);
            case "RentOfThings" -> Quantities.usd(value).per(count(1)).per(Quantities.HOUR);
            default -> throw new AssertionError(type);
        };
    }

    /** What is printed of a range is read with the same ends and the same best guess. */
    @Property(tries = 300)
    void parse_readsEndsAndBestGuess(
            @ForAll @DoubleRange(min = -3, max = 9) double size,
            @ForAll @DoubleRange(min = 1.5, max = 1000) double width,
            @ForAll @IntRange(max = 5) int type) {
        double low = Math.pow(10, size);
        switch (type) {
            case 0 -> assertNearTheSame(between(Quantities.qps(low), Quantities.qps(low * width)), Qps::parse);
            case 1 -> assertNearTheSame(between(Quantities.bytes(low), Quantities.bytes(low * width)), Bytes::parse);
            case 2 ->
                assertNearTheSame(
                        between(Bandwidth.of(low, Units.B_PER_SECOND), Bandwidth.of(low * width, Units.B_PER_SECOND)),
                        Bandwidth::parse);
            case 3 ->
                assertNearTheSame(between(Quantities.seconds(low), Quantities.seconds(low * width)), TimeSpan::parse);
            case 4 -> assertNearTheSame(between(count(low, "users"), count(low * width, "users")), Count::parse);
            default -> assertNearTheSame(between(Quantities.usd(low), Quantities.usd(low * width)), Money::parse);
        }
    }

    private static <Q extends Amount<Q>> void assertNearTheSame(Q range, Function<String, Q> reader) {
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

    @Test
    void parse_twoNouns() {
        assertThatThrownBy(() -> Count.parse("5 apples to 9 pears"))
                .isInstanceOf(QuantityFormatException.class)
                .hasMessageContaining("at position 13 \"pears\" is another noun than \"apples\"");
        assertThatThrownBy(() -> Qps.parse("5k tokens/s to 9k words/s")).isInstanceOf(QuantityFormatException.class);
        assertThat(Count.parse("5 to 9 pears")).hasToString("6.7 pears (5 … 9)");
    }
}
