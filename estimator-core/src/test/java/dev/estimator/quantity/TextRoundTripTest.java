package dev.estimator.quantity;

import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.hours;
import static dev.estimator.quantity.Quantities.mbPerSecond;
import static dev.estimator.quantity.Quantities.money;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Quantities.tib;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written can be read: exactly from the exact text, within its rounding from the summary. */
class TextRoundTripTest {
    /** Two digits: 1.05 becomes 1.1. */
    private static final double TWO_DIGITS = 0.05;

    /** Three digits: 1.005 becomes 1.01. */
    private static final double THREE_DIGITS = 0.005;

    private static final String[] CURRENCIES = {"USD", "EUR", "GBP", "CHF", "JPY"};

    @Property
    void qps_reads(@ForAll(supplier = Generators.Any.class) double value) {
        assertReads(qps(value), Qps::parse, TWO_DIGITS);
    }

    @Property
    void bytes_reads(@ForAll(supplier = Generators.Any.class) double value) {
        assertReads(bytes(value), Bytes::parse, TWO_DIGITS);
    }

    @Property
    void bandwidth_reads(@ForAll(supplier = Generators.Any.class) double value) {
        assertReads(Bandwidth.of(value, Units.B_PER_SECOND), Bandwidth::parse, TWO_DIGITS);
    }

    @Property
    void timeSpan_reads(@ForAll(supplier = Generators.Any.class) double value) {
        TimeSpan time = seconds(value);
        if (value > 0 && value < 1e-12) {
            assertEquals("below 0.001 ns", time.toString());
            assertEquals(time, TimeSpan.parse(time.toLongString()));
            assertThrows(IllegalArgumentException.class, () -> TimeSpan.parse(time.toString()));
        } else {
            assertReads(time, TimeSpan::parse, TWO_DIGITS);
        }
    }

    @Property
    void storedBytes_reads(@ForAll(supplier = Generators.Any.class) double value) {
        Assume.that(value == 0 || value > 1e-300); // in months the smallest numbers have no digits left
        assertReads(bytes(value).times(seconds(1)), StoredBytes::parse, TWO_DIGITS);
    }

    @Property
    void count_reads(
            @ForAll(supplier = Generators.Any.class) double value,
            @ForAll(supplier = Generators.Noun.class) String noun) {
        assertReads(count(value), Count::parse, TWO_DIGITS);
        assertReads(count(value, noun), Count::parse, TWO_DIGITS);
        String exact = count(value, noun).toLongString();
        assertEquals(exact, Count.parse(exact).toLongString());
    }

    @Property
    void ratio_reads(@ForAll(supplier = Generators.Any.class) double value) {
        assertReads(ratio(value), Ratio::parse, THREE_DIGITS);
    }

    @Property
    void money_reads(@ForAll(supplier = Generators.Any.class) double value, @ForAll @IntRange(max = 4) int currency) {
        assertReads(money(value, CURRENCIES[currency]), Money::parse, THREE_DIGITS);
    }

    @Property
    void price_reads(
            @ForAll(supplier = Generators.Any.class) double value,
            @ForAll @IntRange(max = 4) int currency,
            @ForAll(supplier = Generators.Noun.class) String noun) {
        Money money = money(value, CURRENCIES[currency]);
        assertReads(money.per(bytes(1)), text -> Price.parse(text, Bytes.class), THREE_DIGITS);
        assertReads(money.per(count(1)), text -> Price.parse(text, Count.class), THREE_DIGITS);
        assertReads(money.per(seconds(1)), Spending::parse, THREE_DIGITS);
        Price<Count> ofNoun = money.per(count(1, noun));
        assertReads(ofNoun, text -> Price.parse(text, Count.class), THREE_DIGITS);
        if (value == 0 || value > 1e-300) { // the smallest numbers have no digits left
            assertPrintsAgain(ofNoun, text -> Price.parse(text, Count.class));
        }
        assertReads(ofNoun.per(seconds(1)), text -> Rent.parse(text, Count.class), THREE_DIGITS);
        assertReads(money.per(bytes(1)).per(seconds(1)), text -> Rent.parse(text, Bytes.class), THREE_DIGITS);
        assertReads(money.per(count(1)).per(seconds(1)), text -> Rent.parse(text, Count.class), THREE_DIGITS);
    }

    /** A range of what is paid, from the ends as they are printed: those of '$8.66/month each ($5 … $15)' are short. */
    @Property
    void rangeOfPrices_reads(
            @ForAll(supplier = Generators.Written.class) double value,
            @ForAll @DoubleRange(min = 1.05, max = 5000) double width,
            @ForAll @IntRange(max = 4) int currency,
            @ForAll(supplier = Generators.Noun.class) String noun) {
        Money low = money(value, CURRENCIES[currency]);
        Money high = low.times(ratio(width));
        assertRangeReads(low, high, Money::parse);
        assertRangeReads(low.per(bytes(7)), high.per(bytes(7)), text -> Price.parse(text, Bytes.class));
        assertRangeReads(low.per(count(7)), high.per(count(7)), text -> Price.parse(text, Count.class));
        assertRangeReads(low.per(count(7, noun)), high.per(count(7, noun)), text -> Price.parse(text, Count.class));
        assertRangeReads(low.per(hours(7)), high.per(hours(7)), Spending::parse);
        assertRangeReads(
                low.per(bytes(7)).per(hours(2)),
                high.per(bytes(7)).per(hours(2)),
                text -> Rent.parse(text, Bytes.class));
        assertRangeReads(
                low.per(count(7)).per(hours(2)),
                high.per(count(7)).per(hours(2)),
                text -> Rent.parse(text, Count.class));
    }

    private static <Q extends Amount<Q>> void assertRangeReads(Q low, Q high, Function<String, Q> parse) {
        Q range = between(low, high);
        Q again = parse.apply(range.toString());
        assertEquals(
                1, ((Quantity<?>) again.p5()).value / ((Quantity<?>) low).value, 1.01 * THREE_DIGITS, range::toString);
        assertEquals(
                1,
                ((Quantity<?>) again.p95()).value / ((Quantity<?>) high).value,
                1.01 * THREE_DIGITS,
                range::toString);
    }

    @Property
    void share_reads(@ForAll(supplier = Generators.Part.class) double value) {
        Share share = Share.of(value);
        assertEquals(share, Share.parse(share.toLongString()));
        if (value > 0 && value < 1e-14) {
            assertEquals("below 1e-12%", share.toString());
            assertThrows(IllegalArgumentException.class, () -> Share.parse(share.toString()));
            return;
        }
        // Three digits; close to 1, two digits of the rest.
        double rounding = THREE_DIGITS * value + Double.MIN_VALUE;
        double ofTheRest = TWO_DIGITS * (1 - value) + Math.ulp(1.0);
        assertEquals(value, Share.parse(share.toString()).value(), value > 0.99 ? ofTheRest : rounding);
    }

    @Property
    void availability_reads(@ForAll(supplier = Generators.Part.class) double down) {
        Availability availability = Availability.ofUnavailability(down);
        assertEquals(availability, Availability.parse(availability.toLongString()));
        double again =
                Availability.parse(availability.toString()).unavailability().value();
        double smaller = Math.min(down, 1 - down);
        assertEquals(down, again, TWO_DIGITS * smaller + (down > 0.5 ? Math.ulp(1.0) : 0) + Double.MIN_VALUE);
    }

    /** Ranges of availabilities, of which those of many nines are counted in nines. */
    @Property
    void rangeOfAvailabilities_reads(
            @ForAll @DoubleRange(min = 0.01, max = 30) double nines,
            @ForAll @DoubleRange(min = 0.1, max = 20) double more) {
        Availability low = Availability.ofUnavailability(Math.pow(10, -nines));
        Availability high = Availability.ofUnavailability(Math.pow(10, -nines - more));
        Availability range = between(low, high);
        Availability again = Availability.parse(range.toString());
        assertEquals(range.toString(), again.toString());
        assertEquals(low.nines(), again.p5().nines(), 0.025, range::toString);
        assertEquals(high.nines(), again.p95().nines(), 0.025, range::toString);
    }

    /** Up to the largest double the exact text reads back, and everything can be written. */
    @Property
    void hugeValues_areWritten(@ForAll(supplier = Generators.Huge.class) double value) {
        assertReadsExactly(value, Quantities::qps, Qps::parse);
        assertReadsExactly(value, Quantities::bytes, Bytes::parse);
        assertReadsExactly(value, v -> Bandwidth.of(v, Units.B_PER_SECOND), Bandwidth::parse);
        assertReadsExactly(value, Quantities::seconds, TimeSpan::parse);
        assertReadsExactly(value, Quantities::count, Count::parse);
        assertReadsExactly(value, Quantities::ratio, Ratio::parse);
        assertReadsExactly(value, Quantities::usd, Money::parse);
        assertReadsExactly(value, v -> money(v, "EUR").per(bytes(1)), t -> Price.parse(t, Bytes.class));
    }

    /** Of every type, as people type it and of any size: what is printed is read as what prints so. */
    @Property(tries = 2000)
    void printed_printsAgain(
            @ForAll(supplier = Generators.Typical.class) double value,
            @ForAll(supplier = Generators.Noun.class) String noun) {
        assertStaysAsRead(qps(value), Qps::parse);
        assertStaysAsRead(qps(value).times(ratio(1 / 86_400.0)), Qps::parse);
        assertStaysAsRead(count(value, noun).per(hours(1)), Qps::parse);
        assertPrintsAgain(bytes(value), Bytes::parse);
        assertPrintsAgain(tib(value), Bytes::parse);
        assertStaysAsRead(mbPerSecond(value), Bandwidth::parse);
        assertStaysAsRead(bytes(value).per(days(1)), Bandwidth::parse);
        assertStaysAsRead(seconds(value), TimeSpan::parse);
        assertStaysAsRead(days(value), TimeSpan::parse);
        assertPrintsAgain(gb(value).times(hours(1)), StoredBytes::parse);
        assertPrintsAgain(tib(value).times(days(365)), StoredBytes::parse);
        assertStaysAsRead(count(value), Count::parse);
        assertStaysAsRead(count(value, noun), Count::parse);
        assertStaysAsRead(ratio(value), Ratio::parse);
        assertPrintsAgain(money(value, "USD"), Money::parse);
        assertStaysAsRead(money(value, "CHF").per(hours(1)), Spending::parse);
    }

    /** Of exact texts the shortest number wins, so that none is longer than it was typed: '36 h' was '1.5 d'. */
    @Property(tries = 2000)
    void times_noLongerThanTyped(
            @ForAll @IntRange(min = 10, max = 9_999) int tenths, @ForAll("timeUnits") String unit) {
        String number = BigDecimal.valueOf(tenths, 1).stripTrailingZeros().toPlainString();
        String printed = TimeSpan.parse(number + " " + unit).toString();
        int length = printed.replace(",", "").indexOf(' ');
        assertTrue(length <= number.length(), () -> number + " " + unit + ": " + printed);
    }

    @Provide
    Arbitrary<String> timeUnits() {
        return Arbitraries.of("ns", "µs", "ms", "s", "min", "h", "d", "y");
    }

    @Property
    void printedParts_printAgain(@ForAll(supplier = Generators.Part.class) double value) {
        Assume.that(value == 0 || value > 1e-14);
        assertPrintsAgain(Share.of(value), Share::parse);
        assertPrintsAgain(Availability.ofUnavailability(value), Availability::parse);
    }

    /**
     * Of what is said in two ways the finer is read: '1 GB/s (8.1 Gbit/s)' as 8.1 Gbit/s; '1.6k' of 1562.5 is read as
     * 1,600, '6 req/min' of a little less as 0.1 req/s, and '1.5 d' of 1.47 d as 36 h. It is printed so, and read so
     * again.
     */
    private static <Q extends Quantity<Q>> void assertStaysAsRead(Q quantity, Function<String, Q> parse) {
        assertPrintsAgain(parse.apply(quantity.toString()), parse);
    }

    /** What was read of a printed text is printed in the same words. */
    private static <Q extends Quantity<Q>> void assertPrintsAgain(Q quantity, Function<String, Q> parse) {
        assertEquals(quantity.toString(), parse.apply(quantity.toString()).toString());
    }

    private static <Q extends Amount<Q>> void assertReads(Q quantity, Function<String, Q> parse, double rounding) {
        assertEquals(quantity, parse.apply(quantity.toLongString()));
        double again = ((Quantity<?>) parse.apply(quantity.toString())).value;
        double value = ((Quantity<?>) quantity).value;
        // What is written is rounded, and what is read again: the smallest doubles are far apart.
        assertEquals(value, again, rounding * value + Double.MIN_VALUE, quantity::toString);
    }

    /** Of thirteen digits the cents were right, but those behind them were taken for noise of a calculation. */
    @ParameterizedTest
    @ValueSource(doubles = {944_714_188.7501, 944_714_188.75, 6_123_456_789.0203})
    void longMoney_isNotRounded(double value) {
        assertReadsExactly(value, Quantities::usd, Money::parse);
    }

    private static <Q extends Amount<Q>> void assertReadsExactly(
            double value, DoubleFunction<Q> of, Function<String, Q> parse) {
        Q quantity = of.apply(value);
        assertEquals(quantity, parse.apply(quantity.toLongString()));
        Q read = parse.apply(quantity.toLongString());
        if (!quantity.toString().equals(read.toString())) {
            assertEquals(quantity, parse.apply(read.toString()), "of few digits, none is rounded when it is read");
        }
    }

    /** Commas between thousands, as they are printed, in every type. */
    @Test
    void thousands_areRead() {
        assertEquals(qps(8086), Qps.parse("8,086 req/s"));
        assertEquals(days(1825), TimeSpan.parse("1,825 d"));
        assertEquals(tib(2227), Bytes.parse("2,227 TiB"));
        assertEquals(count(1563), Count.parse("1,563 servers"));
        assertEquals(mbPerSecond(12_345.5), Bandwidth.parse("12,345.5 MB/s"));
        assertEquals(money(1_234_567.89, "USD"), Money.parse("$1,234,567.89"));
        assertEquals(money(1234, "CHF").per(gb(1)), Price.parse("1,234 CHF/GB", Bytes.class));
        assertEquals(money(5, "USD").per(count(1000)), Price.parse("$5/1,000", Count.class));
        assertEquals(ratio(4096), Ratio.parse("×4,096"));
        assertEquals(count(18_67_700), Count.parse("18,67,700"));
        assertEquals(money(71_20_543.5, "INR"), Money.parse("₹71,20,543.50"));
        assertThrows(IllegalArgumentException.class, () -> Bytes.parse("0,123 GB"));
        assertThrows(IllegalArgumentException.class, () -> Bytes.parse("1,50,00 B"));
        assertThrows(IllegalArgumentException.class, () -> Bytes.parse("1234,567 B"));
    }

    @Test
    void spellings_ofMoneyAndLargeSizes() {
        assertEquals(money(5, "EUR"), Money.parse("5 €"));
        assertEquals(money(1.5e6, "GBP"), Money.parse("1.5M£"));
        assertEquals("$10 ($5 … $20)", Money.parse("$10 (5 … 20)").toString());
        assertEquals(money(3, "USD").per(count(1)), Price.parse("$3/request", Count.class));
        assertEquals(money(0.19, "USD").per(count(1e6)), Price.parse("$0.19/1M tokens", Count.class));
        assertEquals(money(0.19, "USD").per(count(1e6)), Price.parse("$0.19 per million tokens", Count.class));
        assertEquals(Math.pow(2, 70), Bytes.parse("1 ZiB").to(Units.B));
        assertEquals(Math.pow(2, 81), Bytes.parse("2 YiB").to(Units.B));
        assertThrows(IllegalArgumentException.class, () -> Price.parse("$3/GB", Count.class));
    }

    /** What is printed of a given value is that value, if it was typed with no more digits than are kept. */
    @Property
    void typed_isReadExactly(@ForAll @IntRange(min = 1, max = 9999) int digits, @ForAll @IntRange(max = 5) int shift) {
        double amount = digits * Math.pow(10, shift);
        assertEquals(
                money(digits / 100.0, "USD"),
                Money.parse(money(digits / 100.0, "USD").toString()));
        assertEquals(ratio(digits % 1000), Ratio.parse(ratio(digits % 1000).toString()));
        Bytes size = bytes(amount);
        assertEquals(size.to(Units.B), Bytes.parse(stated(size)).to(Units.B), 1e-12 * amount);
        Qps rate = qps(amount).times(ratio(1 / 86_400.0));
        assertEquals(amount, Qps.parse(stated(rate)).to(Units.PER_DAY), 1e-9 * amount);
        Bandwidth flow = size.per(days(1));
        assertEquals(amount, Bandwidth.parse(stated(flow)).times(days(1)).to(Units.B), 1e-9 * amount);
    }

    @SuppressWarnings("unchecked") // a quantity is of its own type
    private static <Q extends Quantity<Q>> String stated(Quantity<?> quantity) {
        return Quantities.assume("given", (Q) quantity)
                .explain()
                .assumptions()
                .get(0)
                .stated();
    }
}
