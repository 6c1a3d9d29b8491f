package dev.estimator.quantity;

import static dev.estimator.Refusals.assertNoAnswer;
import static dev.estimator.Refusals.assertRefused;
import static dev.estimator.quantity.Quantities.MONTH;
import static dev.estimator.quantity.Quantities.YEAR;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.eur;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.hours;
import static dev.estimator.quantity.Quantities.months;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.tb;
import static dev.estimator.quantity.Quantities.tib;
import static dev.estimator.quantity.Quantities.usd;
import static dev.estimator.quantity.Quantities.years;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RentTest {
    private static final Rent<Bytes> OBJECTS = usd(0.023).per(gb(1)).per(MONTH);
    private static final Rent<Count> PROCESSORS = usd(0.04).per(count(1)).per(hours(1));

    /** 5 TB × $0.023 × 12 = $1,380; 10 vCPU × 730 h × $0.04 = $292. */
    @Test
    void times_amountAndTime() {
        assertThat(tb(5).times(OBJECTS).times(YEAR).amount()).isCloseTo(1380, within(1e-9));
        assertThat(OBJECTS.times(years(1)).times(tb(5)).amount()).isCloseTo(1380, within(1e-9));
        assertThat(Rent.parse("$0.023/GB-month", Bytes.class)
                        .times(tb(5))
                        .times(YEAR)
                        .amount())
                .isCloseTo(1380, within(1e-9));
        assertThat(count(10).times(PROCESSORS).times(hours(730)).amount()).isCloseTo(292, within(1e-9));
        assertThat(count(10).times(hours(730)).times(usd(0.04).per(hours(1))).amount())
                .isCloseTo(292, within(1e-9)); // vCPU-hours
        assertThat(PROCESSORS.times(months(1)).times(count(10)).amount()).isCloseTo(292, within(1e-9));
    }

    /** $1,000 ÷ 5,000; the noun was lost, '$0.20/month'. */
    @Test
    void per_countOfSpending() {
        Rent<Count> each = usd(1_000).per(MONTH).per(count(5_000, "hosts"));
        assertThat(each).hasToString("$0.20/host-month ($0.000274/h each)");
        assertThat(each).isEqualTo(Rent.parse("$0.20/host-month", Count.class));
        assertThat(usd(1_000).per(MONTH).per(count(4_000))).hasToString("$0.25/month each ($0.000342/h each)");
        Rent<Count> assumed = assume("bill", usd(1_000).per(MONTH)).per(assume("hosts", count(5_000, "hosts")));
        assertThat(assumed.explain().toString()).contains("bill ÷ hosts").contains("= $0.20/host-month");
        assertThat(assumed.times(count(30, "hosts"))).hasToString("$6/month");
        assertNoAnswer(
                "$1k/month ÷ 0 has no answer: the divisor is zero",
                () -> usd(1_000).per(MONTH).per(count(0)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            $0.023/GB-month     | 0.023/1e9*2628000
            $0.023/GB/month     | 0.023/1e9*2628000
            0.25 USD per TB per y | 0.25/1e12*31536000
            $3/100 GiB-h        | 0.03/1073741824*3600
            2.5E-17 USD/B·s     | 2.5e-17
            $0.05/GB-month       | 0.05/1e9*2628000
            """)
    void parse_data(String text, String expected) {
        Rent<Bytes> rent = Rent.parse(text, Bytes.class);
        assertThat(((Quantity<?>) rent).value)
                .isCloseTo(new java.math.BigDecimal(Exact.of(expected)).doubleValue(), within(1e-28));
        assertThat(rent.currency()).isEqualTo("USD");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0.04 EUR/vCPU-hour  | 0.04/3600
            €0.04/h each        | 0.04/3600
            €29.2/month each (€0.04/h each) | 29.2/2628000
            €5/1k-y             | 0.005/31536000
            €7/2-d              | 3.5/86400
            €5/1M-month         | 0.000005/2628000
            €5/M-month          | 0.000005/2628000
            €5/million/month    | 0.000005/2628000
            €5 per million per month | 0.000005/2628000
            €5/k-month          | 0.005/2628000
            5 EUR/bn-y          | 0.000000005/31536000
            €5/user/month       | 5/2628000
            €0.2/IOPS-month     | 0.2/2628000
            """)
    void parse_count(String text, String expected) {
        Rent<Count> rent = Rent.parse(text, Count.class);
        assertThat(((Quantity<?>) rent).value)
                .isCloseTo(new java.math.BigDecimal(Exact.of(expected)).doubleValue(), within(1e-19));
        assertThat(rent.currency()).isEqualTo("EUR");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            $0.023/GB       | 10 | for how long is missing
            $0.023/GB-      | 11 | the unit is missing
            $0.023/GB-page  | 11 | "page" is not a unit that is known here
            $0.023/month    | 8  | "month" is not a unit that is known here
            $0.02/GB-month ($0.03/GB-month) | 16 | the value in brackets is another one
            """)
    void parse_refused(String text, int position, String problem) {
        assertRefused(
                "cannot read \"" + text + "\" as Rent<Bytes>: at position " + position + " " + problem
                        + "; write for example $0.023/GB-month",
                () -> Rent.parse(text, Bytes.class));
    }

    @Test
    void parse_ofSomethingElse() {
        assertRefused(
                "of must be Bytes.class or Count.class but was Qps.class", () -> Rent.parse("$5/GB-d", Qps.class));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            $5/month        | 4 | "month" is a unit of time: what the price is for is missing
            $5/hour-month   | 4 | "hour" is a unit of time: what the price is for is missing
            $5/TB-month     | 4 | "TB" is a unit of another quantity, not a noun
            $5/Gbps-month   | 4 | "Gbps" is a unit of another quantity, not a noun
            $5/EUR-month    | 4 | "EUR" is a unit of another quantity, not a noun
            $5/gb-month     | 4 | "gb" is like a unit of data, so it is no noun
            $5/m-month      | 4 | "m" could mean M (million) or 0.001 (milli): write the one you mean
            $5/B-month      | 4 | "B" could mean bn (billion) or bytes: write the one you mean
            $5/milion/month | 4 | "milion" is not a multiple that is known here, nor a noun
            $5/-month       | 4 | what the price is for is missing
            $5/million      | 11 | for how long is missing
            """)
    void parse_count_refused(String text, int position, String problem) {
        assertRefused(
                "cannot read \"" + text + "\" as Rent<Count>: at position " + position + " " + problem
                        + "; write for example $15/month each or 0.04 USD/vCPU-hour",
                () -> Rent.parse(text, Count.class));
    }

    /** So is the 'month' of a range, whose ends leave out what the middle ends with. */
    @Test
    void parse_range() {
        Rent<Count> range = Rent.parse("$8.66/month each ($5/month … $15/month)", Count.class);
        assertThat(range.times(count(1)).times(MONTH).p95().amount()).isCloseTo(15, within(1e-9));
        assertThat(range).hasToString("$8.66/month each ($5 … $15)");
    }

    @Test
    void toString_inMonths() {
        assertThat(OBJECTS).hasToString("$0.023/GB-month");
        assertThat(usd(3).per(tib(1)).per(YEAR)).hasToString("$0.25/TiB-month");
        assertThat(PROCESSORS).hasToString("$0.04/h each ($29.20/month each)");
        assertThat(OBJECTS.plus(OBJECTS.times(ratio(3)))).hasToString("$0.092/GB-month");
    }

    @Test
    void explained() {
        Spending disks = assume("stored", tb(50))
                .times(assume("price of storage", OBJECTS))
                .named("storage");
        assertThat(disks.explain()).hasToString("""
                assumed
                  stored           = 50 TB
                  price of storage = $0.023/GB-month
                calculated
                  storage = stored × price of storage
                          = 50 TB × $0.023/GB-month
                          = $1.15k/month""");
        assertThat(disks.given("stored", tb(10)).times(MONTH)).isEqualTo(usd(230));
    }

    @Test
    void refused() {
        assertNoAnswer(
                "$5/GB ÷ 0 s has no answer: the divisor is zero",
                () -> usd(5).per(gb(1)).per(hours(0)));
        assertRefused(
                "currencies must be the same but were USD and EUR: convert one at a rate of your choice",
                () -> OBJECTS.plus(eur(2).per(bytes(1)).per(MONTH)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            $0.04/vCPU-hour             | $0.04/vCPU-hour ($29.20/month each)
            $15/month per server        | $15/server-month ($0.0205/h each)
            $15/user/month              | $15/user-month ($0.0205/h each)
            $8 per active user per month| $8/active user-month ($0.011/h each)
            $15/1k users/month          | $0.015/user-month ($0.0000205/h each)
            $15 to $20/machine-month    | $17.32/machine-month ($15 … $20)
            """)
    void noun_isKept(String text, String written) {
        Rent<Count> rent = Rent.parse(text, Count.class);
        assertThat(rent).hasToString(written);
        assertThat(Rent.parse(rent.toString(), Count.class)).hasToString(written);
        assertThat(rent.times(ratio(2)).toString())
                .contains(written.substring(written.indexOf('/'), written.indexOf('-')));
        assertThat(rent.isUncertain()
                        || Rent.parse(rent.toLongString(), Count.class).equals(rent))
                .isTrue();
    }

    /** What is kept for a time keeps its noun in the price of that time, and the other way round. */
    @Test
    void noun_ofPriceAndTime() {
        Price<Count> yearly = Rent.parse("$7/seat-month", Count.class).times(YEAR);
        assertThat(yearly).hasToString("$84/seat");
        assertThat(yearly.per(YEAR)).hasToString("$7/seat-month ($0.00959/h each)");
    }

    /** Nouns that begin or end with a time are read as they are printed. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            users             | $3/user-month ($0.00411/h each)
            caches            | $3/1 caches-month ($0.00411/h each)
            user-months       | $3/user-month-month ($0.00411/h each)
            EC2 hour          | $3/EC2 hour-month ($0.00411/h each)
            EC2 hours         | $3/1 EC2 hours-month ($0.00411/h each)
            hour of use       | $3/1 hour of use-month ($0.00411/h each)
            seconds of audio  | $3/1 seconds of audio-month ($0.00411/h each)
            Lambda GB-seconds | $3/1 Lambda GB-seconds-month ($0.00411/h each)
            users (new)       | $3/user-month ($0.00411/h each)
            days              | $3/1 days-month ($0.00411/h each)
            per               | $3/per-month ($0.00411/h each)
            """)
    void noun_isRead(String noun, String written) {
        Rent<Count> rent = usd(3).per(count(1, noun)).per(MONTH);
        assertThat(rent).hasToString(written);
        assertThat(Rent.parse(written, Count.class)).isEqualTo(rent).hasToString(written);
    }

    /** 0.023 × 1,000; × 1.073741824; 0.04 × 730. No unit of a rent could be named. */
    @Test
    void format_inUnits() {
        assertThat(OBJECTS.format(Units.COST_PER_GB_MONTH)).isEqualTo("$0.023/GB-month");
        assertThat(OBJECTS.format(Units.COST_PER_TB_MONTH)).isEqualTo("$23/TB-month");
        assertThat(OBJECTS.format(Units.COST_PER_GIB_MONTH, 3)).isEqualTo("$0.0247/GiB-month");
        assertThat(PROCESSORS.format(Units.COST_EACH_PER_HOUR)).isEqualTo("$0.04/h each");
        assertThat(PROCESSORS.format(Units.COST_EACH_PER_MONTH)).isEqualTo("$29.20/month each");
        assertThat(Rent.parse("$0.04/vCPU-hour", Count.class).format(Units.COST_EACH_PER_HOUR))
                .isEqualTo("$0.04/vCPU-hour");
        Rent<Count> servers = usd(0.35).per(count(1)).per(hours(1));
        assertThat(servers.format(Units.COST_EACH_PER_MONTH)).isEqualTo("$256/month each"); // 255.5, was $255
        assertThat(usd(1234.56).per(Quantities.pib(1))).hasToString("$1,234.56/PiB"); // was $1.10/TB
        assertThat(usd(6.25).per(tib(1)).format(Units.COST_PER_TIB)).isEqualTo("$6.25/TiB");
        assertThat(usd(6.25).per(tib(1)).format(Units.COST_PER_GIB, 3)).isEqualTo("$0.00610/GiB");
    }
}
