package dev.estimator.quantity;

import static dev.estimator.Refusals.assertNoAnswer;
import static dev.estimator.Refusals.assertRefused;
import static dev.estimator.quantity.Quantities.MONTH;
import static dev.estimator.quantity.Quantities.YEAR;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.gib;
import static dev.estimator.quantity.Quantities.hours;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Quantities.tb;
import static dev.estimator.quantity.Quantities.tib;
import static dev.estimator.quantity.Quantities.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoredBytesTest {
    /**
     * Amazon S3 FAQ, "How will I be charged and billed": 100 GiB for 15 days and 100 TiB for 16 days of March are
     * 52,900 GB-months of 744 h; 51,200 at $0.023 and the rest at $0.022 cost $1,215.
     */
    @Test
    void plus_asItIsBilled() {
        StoredBytes march = gib(100).times(days(15)).plus(tib(100).times(days(16)));
        StoredBytes one = gib(1).times(hours(744));
        assertThat(march.div(one).value()).isCloseTo(52_900, within(1e-9));
        StoredBytes tier = one.times(51_200);
        Money bill = tier.times(usd(0.023).per(one))
                .plus(march.minus(tier).times(usd(0.022).per(one)));
        assertThat(bill.amount()).isCloseTo(1215, within(1e-9));
    }

    /** 60 GB for a year are 720 GB-months, at $0.023 that is $16.56; as much as by spending over time. */
    @Test
    void times_rent() {
        StoredBytes year = gb(60).times(YEAR);
        Rent<Bytes> rent = usd(23).per(tb(1).times(MONTH));
        assertThat(rent).hasToString("$0.023/GB-month");
        assertThat(year.to(Units.GB_MONTH)).isCloseTo(720, within(1e-9));
        assertThat(year.times(rent).amount()).isCloseTo(16.56, within(1e-9));
        assertThat(gb(60).times(rent).times(YEAR).amount()).isCloseTo(16.56, within(1e-9));
        assertThat(YEAR.times(gb(60))).isEqualTo(year);
    }

    @Test
    void div() {
        StoredBytes stored = tb(7).times(days(2));
        assertThat(stored.div(days(14))).isEqualTo(tb(1));
        assertThat(stored.div(gb(500))).isEqualTo(days(28));
    }

    @Test
    void toString_inMonths() {
        assertThat(gb(500).times(MONTH)).hasToString("500 GB-month");
        assertThat(tb(3).times(YEAR)).hasToString("36 TB-month");
        assertThat(kb(3).times(hours(1))).hasToString("4.1 B-month"); // 3,000 ÷ 730
        assertThat(gib(64).times(MONTH)).hasToString("64 GiB-month");
        assertThat(assume("memory", gib(64)).times(days(91.25))).hasToString("192 GiB-month");
        assertThat(between(gb(2), gb(8)).times(MONTH)).hasToString("4 GB-month (2 … 8)");
        assertThat(tb(5).times(YEAR).format(Units.GB_MONTH)).isEqualTo("60,000 GB-month");
        assertThat(bytes(7).times(seconds(11)).toLongString()).isEqualTo("77.0 B·s");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            500 GB-month      | 500*1e9*2628000
            2.5 TB-months     | 2.5*1e12*2628000
            3 TiB-hours       | 3*1099511627776*3600
            7 GB·d            | 7*1e9*86400
            77.0 B·s          | 77
            36 TB-month (36,000 GB-month) | 36*1e12*2628000
            """)
    void parse(String text, String expected) {
        double value = ((Quantity<?>) StoredBytes.parse(text)).value;
        assertThat(value).isEqualTo(new BigDecimal(Exact.of(expected)).doubleValue());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            5 GB        | 5 | for how long is missing
            20 TB/hour  | 6 | this is a bandwidth, which Bandwidth.parse reads: write GB-month for what is kept
            3 TB per day | 6 | this is a bandwidth, which Bandwidth.parse reads: write GB-month for what is kept
            5 months    | 3 | "months" is not a unit that is known here
            5 GB-pages  | 6 | "pages" is not a unit that is known here
            5 gb-month  | 3 | "gb" could mean GB (bytes) or Gbit (bits): write the one you mean
            """)
    void parse_refused(String text, int position, String problem) {
        assertRefused(
                "cannot read \"" + text + "\" as StoredBytes: at position " + position + " " + problem
                        + "; write for example 500 GB-month or 20 TB-hours",
                () -> StoredBytes.parse(text));
    }

    @Test
    void explained() {
        StoredBytes backups =
                assume("backups", tb(50)).times(assume("kept", days(73))).named("stored");
        assertThat(backups.times(assume("price", usd(0.01).per(gb(1)).per(MONTH)))
                        .named("bill")
                        .explain())
                .hasToString("""
                        assumed
                          backups = 50 TB
                          kept    = 73 d
                          price   = $0.01/GB-month
                        calculated
                          stored = backups × kept
                                 = 50 TB × 73 d
                                 = 120 TB-month
                          bill = stored × price
                               = 120 TB-month × $0.01/GB-month
                               = $1.2k""");
        assertThat(backups.given("kept", days(365)).to(Units.TB_MONTH)).isCloseTo(600, within(1e-9));
    }

    @Test
    void refused() {
        assertNoAnswer(
                "36 TB-month ÷ 0 B has no answer: the divisor is zero",
                () -> tb(3).times(YEAR).div(bytes(0)));
        assertNoAnswer("$5 ÷ 0 B-month has no answer: the divisor is zero", () -> usd(5).per(bytes(0).times(MONTH)));
    }
}
