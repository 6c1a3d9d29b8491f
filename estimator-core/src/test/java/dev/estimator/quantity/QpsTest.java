package dev.estimator.quantity;

import static dev.estimator.Refusals.assertNoAnswer;
import static dev.estimator.Refusals.assertRefused;
import static dev.estimator.quantity.Quantities.SECOND;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.mbPerSecond;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.perDay;
import static dev.estimator.quantity.Quantities.perHour;
import static dev.estimator.quantity.Quantities.perMinute;
import static dev.estimator.quantity.Quantities.perMonth;
import static dev.estimator.quantity.Quantities.perYear;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Quantities.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.estimator.Serial;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QpsTest {
    private static final String ACCEPTED = "; write for example 12k req/s, 1.5M/day or 200 writes per minute";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            12k req/s                    | 12000
            12 k req/s                   | 12000
            12k requests per second      | 12000
            5k IOPS                      | 5000
            500 rps                      | 500
            500rps                       | 500
            7 tps                        | 7
            3 qps                        | 3
            5/s                          | 5
            5 / s                        | 5
            5K/s                         | 5000
            1.5M/day                     | 1.5e6/86400
            1.5 million messages per day | 1.5e6/86400
            2.5bn/day                    | 2.5e9/86400
            5T events/s                  | 5e12
            200 writes per minute        | 200/60
            90 cache writes/h            | 90/3600
            5 read-requests/s            | 5
            7 S3 objects per minute      | 7/60
            9k users (registered)/h      | 9000/3600
            61 req/month                 | 61/2628000
            7 req/y                      | 7/31536000
            9/30d                        | 9/2592000
            9 per 1.5 weeks              | 9/907200
            1_000_000 req/day            | 1000000/86400
            1,000,000 req/day            | 1000000/86400
            2e9/day                      | 2e9/86400
            0 req/s                      | 0
            32.6bn req/d                 | 32.6e9/86400
            5 rpm                        | 5/60
            16 lakh/day                  | 1.6e6/86400
            3 crore requests/month       | 3e7/2628000
            1,00,000 req/day             | 1e5/86400
            5 Million/day                | 5e6/86400
            2.5 Billion requests per day | 2.5e9/86400
            2 lakh crore req/y           | 2e12/31536000
            12k req/s (12,000,000 req/1000 s) | 12000
            40 days/week                 | 40/604800
            """)
    void parse_spelling(String text, String perSecond) {
        assertEquals(Exact.of(perSecond), Qps.parse(text).to(Units.PER_SECOND));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            12kreq/s                 | 3  | "kreq" is not a multiple that is known here: leave a space before a noun
            5kreq/s                  | 2  | "kreq" is not a multiple that is known here: leave a space before a noun
            5 per day per user       | 11 | this is of each: read what stands before, and multiply it by how many there are
            5/day/user               | 6  | this is of each: read what stands before, and multiply it by how many there are
            12 kreq/s                | 4  | "kreq" is not a multiple that is known here, nor a noun
            12 Mops/s                | 4  | "Mops" is not a multiple that is known here, nor a noun
            12 kilo req/s            | 4  | "kilo" is not a multiple that is known here, nor a noun
            5 kk/s                   | 3  | "kk" is not a multiple that is known here, nor a noun
            5 k k/s                  | 5  | "k" is not a multiple that is known here, nor a noun
            5 М req/s                | 3  | "М" is not a multiple that is known here, nor a noun
            5 million million/day    | 11 | "million" is not a multiple that is known here, nor a noun
            5 crore crore req/day    | 9  | "crore" is not a multiple that is known here, nor a noun
            5 MBIT/s                 | 3  | "MBIT" is like a unit of data, so it is no noun
            5/s GB                   | 5  | "GB" is a unit of another quantity, not a noun
            5/s tokens kk            | 12 | "kk" is not a multiple that is known here, nor a noun
            5/s tokens/s             | 11 | "/s" is not understood
            5/s per user             | 5  | this is of each: read what stands before, and multiply it by how many there are
            5/s tokens per user      | 12 | this is of each: read what stands before, and multiply it by how many there are
            5 calls/s tokens         | 11 | "tokens" is not understood: leave it out
            5 rps tokens             | 7  | "tokens" is not understood: leave it out
            125 MEB/s                | 5  | "MEB" is like a unit of data, so it is no noun
            9 gib/s                  | 3  | "gib" is like a unit of data, so it is no noun
            9 GBYTES per hour        | 3  | "GBYTES" is like a unit of data, so it is no noun
            12k req/s (at noon)      | 11 | "at noon" in brackets is not understood: leave it out
            1e-400 req/s             | 13 | the amount is too small for any quantity, though it is not zero
            5 GB/s                   | 3  | "GB" is a unit of another quantity, not a noun
            5 Mbit/s                 | 3  | "Mbit" is a unit of another quantity, not a noun
            5 ms/s                   | 3  | "ms" is a unit of another quantity, not a noun
            5 USD/month              | 3  | "USD" is a unit of another quantity, not a noun
            5 B/s                    | 3  | "B" could mean bn (billion) or bytes: write the one you mean
            5B req/s                 | 2  | "B" could mean bn (billion) or bytes: write the one you mean
            1.5B/day                 | 4  | "B" could mean bn (billion) or bytes: write the one you mean
            32.6B req/d              | 5  | "B" could mean bn (billion) or bytes: write the one you mean
            5 B per day              | 3  | "B" could mean bn (billion) or bytes: write the one you mean
            1.5m/day                 | 4  | "m" could mean M (million) or 0.001 (milli): write the one you mean
            5 b/s                    | 3  | "b" could mean bn (billion) or bits: write the one you mean
            12                       | 3  | the period is missing
            12k                      | 4  | the period is missing
            12 req                   | 7  | the period is missing
            5%/s                     | 2  | the period is missing
            5 read-requests          | 16 | the period is missing
            12 req/                  | 8  | the unit is missing
            5 req/-1 d               | 7  | the unit is missing
            5 req/1 2 d              | 9  | the unit is missing
            5 req/m                  | 7  | "m" could mean min (minutes) or month (730 h): write the one you mean
            5 req/user               | 7  | "user" is not a unit that is known here
            5 per per s              | 7  | "per" is not a unit that is known here
            5/0 s                    | 3  | the period is zero
            5 req per 0 days         | 11 | the period is zero
            12k req/s/s              | 10 | "/s" is not understood
            5 rps per day            | 7  | "per day" is not understood
            5 req/5 min 5 s          | 13 | "5 s" is not understood
            12 req/s (13 req/day)    | 10 | the value in brackets is another one
            -5 req/s                 | 1  | the amount is negative, which no quantity can be
            iops                     | 1  | a number was expected
            NaN req/s                | 1  | a number was expected
            ``                       | 1  | a number is missing
            1e308k req/s             | 13 | the amount is too large for any quantity
            """)
    void parse_refused(String text, int position, String problem) {
        assertRefused(
                "cannot read \"" + text + "\" as Qps: at position " + position + " " + problem + ACCEPTED,
                () -> Qps.parse(text));
    }

    /** 4.32 million drivers who do 20 things a day do 1,000 a second; nothing but the noun changes. */
    @Test
    void withNoun() {
        Count drivers = assume("drivers", count(4.32e6, "drivers"));
        var traffic = dev.estimator.model.Traffic.builder()
                .dailyActiveUsers(drivers)
                .actionsPerUser(count(20))
                .peakToAverage(ratio(3))
                .build();
        Qps pings = traffic.peakQps().withNoun("GPS pings");
        assertThat(pings).hasToString("3k GPS pings/s").isEqualTo(traffic.peakQps());
        assertThat(pings.times(seconds(7))).hasToString("21k GPS pings");
        assertThat(pings.times(ratio(2)).times(kb(1))).hasToString("6 MB/s (48 Mbit/s)");
        assertThat(pings.given(drivers, count(8.64e6, "drivers"))).hasToString("6k GPS pings/s");
        assertThat(pings.explain().toString()).contains("peak rate = ").endsWith("= 3,000 GPS pings/s");
        assertThat(qps(1200).withNoun("messages")).hasToString("1.2k messages/s");
        assertThat(qps(1200).withNoun("messages").withNoun("requests")).hasToString("1.2k req/s");
        assertThat(assume("load", qps(1200)).withNoun("messages").times(ratio(2)))
                .hasToString("2.4k messages/s");
        assertThat(drivers.withNoun("couriers").times(ratio(2))).hasToString("8.6M couriers");
        assertRefused("noun must not be blank", () -> qps(1200).withNoun(" "));
    }

    @Test
    void of_eachUnit() {
        assertEquals(Exact.of("7/60"), perMinute(7).to(Units.PER_SECOND));
        assertEquals(Exact.of("11/3600"), perHour(11).to(Units.PER_SECOND));
        assertEquals(Exact.of("200e6/86400"), perDay(200e6).to(Units.PER_SECOND));
        assertEquals(Exact.of("13e6/2628000"), perMonth(13e6).to(Units.PER_SECOND));
        assertEquals(Exact.of("17e6/31536000"), perYear(17e6).to(Units.PER_SECOND));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0             | 0 req/s
            4.9E-324      | 1.6e-316 req/y
            1E-9          | 0.032 req/y
            1.2345E-4     | 11 req/d
            0.001         | 3.6 req/h
            0.0123        | 44 req/h
            0.0333        | 2 req/min
            0.0999        | 6 req/min
            0.1           | 0.1 req/s
            0.67          | 0.67 req/s
            0.996         | 0.996 req/s
            0.9962        | 1 req/s
            2.34          | 2.34 req/s
            2.345         | 2.3 req/s
            59.97         | 60 req/s
            999.4         | 999 req/s
            999.6         | 1k req/s
            12345         | 12k req/s
            999500        | 1M req/s
            1.5E9         | 1.5bn req/s
            1E15          | 1,000tn req/s
            1E20          | 1e20 req/s
            """)
    void toString_value(double perSecond, String text) {
        assertEquals(text, qps(perSecond).toString());
    }

    @Test
    void format_unitOfChoice() {
        assertEquals("107bn req/d", qps(1_234_567).format(Units.PER_DAY));
        assertEquals("31.5M req/month", qps(12).format(Units.PER_MONTH));
        assertEquals("0.2 req/min", qps(1).div(300).format(Units.PER_MINUTE));
    }

    @Test
    void times_time() {
        assertEquals(count(60), qps(1200).times(ms(50)));
    }

    @Test
    void times_size() {
        assertEquals(mbPerSecond(8.4), qps(1200).times(kb(7)));
    }

    @Test
    void times_count() {
        assertEquals(qps(3600), qps(1200).times(count(3)));
    }

    @Test
    void div_count() {
        assertEquals(qps(75), qps(1200).div(count(16)));
    }

    @Test
    void div_rate() {
        assertEquals(Ratio.of(2.4), qps(1200).div(qps(500)));
    }

    @Test
    void times_price() {
        assertEquals(usd(5).per(seconds(1)), qps(1200).times(usd(1).per(count(240))));
    }

    @Test
    void div_zero() {
        assertNoAnswer(
                "1,200 req/s ÷ 0 has no answer: the divisor is zero",
                () -> qps(1200).div(count(0)));
        assertNoAnswer("0 req/s ÷ 0 req/s has no answer: the divisor is zero", () -> qps(0).div(qps(0)));
    }

    @Test
    void times_tooLarge() {
        assertNoAnswer(
                "1e300 req/s × 1.157e295 d is too large for any Count",
                () -> qps(1e300).times(seconds(1e300)));
    }

    @Property
    void times_littlesLawBothWays(
            @ForAll(supplier = Generators.Everyday.class) double rate,
            @ForAll(supplier = Generators.Everyday.class) double stay) {
        Count present = qps(rate).times(seconds(stay));
        assertEquals(present, seconds(stay).times(qps(rate)));
        assertEquals(rate, present.per(seconds(stay)).to(Units.PER_SECOND), Math.ulp(rate));
        assertEquals(stay, present.div(qps(rate)).to(Units.SECONDS), Math.ulp(stay));
    }

    /** Of what nobody named it is so many a second; requests are those of qps and of a model of traffic. */
    @Test
    void noun() {
        Qps unnamed = count(6000).per(SECOND);
        Qps requests = qps(500);
        assertThat(List.of(
                        unnamed,
                        unnamed.times(ratio(2)),
                        unnamed.times(count(3)),
                        unnamed.div(count(3)),
                        unnamed.plus(unnamed),
                        unnamed.plus(requests),
                        requests.plus(unnamed),
                        requests.max(unnamed),
                        assume("rate", unnamed),
                        assume("users", count(7000)).per(SECOND),
                        mbPerSecond(8).div(kb(1)),
                        unnamed.named("rate").div(ratio(4))))
                .extracting(Object::toString)
                .containsExactly(
                        "6k/s", "12k/s", "18k/s", "2k/s", "12k/s", "6.5k/s", "6.5k/s", "6k/s", "6k/s", "7k/s", "8k/s",
                        "1.5k/s");
        assertThat(List.of(
                        requests,
                        requests.times(ratio(2)),
                        requests.times(count(3)),
                        requests.plus(requests),
                        count(700, "requests").per(SECOND),
                        assume("rate", requests).times(count(3)),
                        count(3).times(requests)))
                .extracting(Object::toString)
                .containsExactly(
                        "500 req/s", "1k req/s", "1.5k req/s", "1k req/s", "700 req/s", "1.5k req/s", "1.5k req/s");
        Qps tokens = count(900, "tokens").per(SECOND);
        assertThat(List.of(tokens.times(count(3)), tokens.div(count(3)), tokens.plus(requests)))
                .extracting(Object::toString)
                .containsExactly("2.7k tokens/s", "300 tokens/s", "1.4k/s");
        assertThat(unnamed).isEqualTo(qps(6000)).isEqualByComparingTo(qps(6000));
        assertThat(unnamed.times(days(1))).hasToString("518M");
        assertThat(unnamed.p95()).hasToString("6k/s");
    }

    @ParameterizedTest
    @CsvSource({
        "5k/s, 5k/s",
        "5k req/s, 5k req/s",
        "5k rps, 5k req/s",
        "5k qps, 5k req/s",
        "300 rpm, 5 req/s",
        "5k tps, 5k/s",
        "5k ops, 5k operations/s",
        "3k IOPS, 3k IOPS",
        "3k iops, 3k IOPS",
        "3k IO/s, 3k IOPS",
        "12 messages/h, 12 messages/h",
        "2/d, 2/d",
        "7k/s (0.9k … 40k), 7k/s (0.9k … 40k)",
        "3k IOPS (2k … 5k), 3k IOPS (2k … 5k)"
    })
    void parse_noun(String text, String printed) {
        Qps read = Qps.parse(text);
        assertThat(read).hasToString(printed);
        assertThat(Qps.parse(printed)).hasToString(printed);
        if (!read.isUncertain()) {
            assertThat(Qps.parse(read.toLongString())).hasToString(printed);
        }
    }

    @Test
    void noun_isSerialized() {
        for (Qps rate : List.of(
                count(6000).per(SECOND),
                qps(500),
                Qps.parse("3k IOPS"),
                assume("a", count(70).per(SECOND)))) {
            assertThat(Serial.roundTrip(rate)).hasToString(rate.toString());
        }
    }

    /** Requests that have tokens each are a rate of tokens. */
    @Test
    void times_countOfSomethingElse() {
        assertThat(Quantities.qps(100).times(Quantities.count(500, "tokens"))).hasToString("50k tokens/s");
        assertThat(Quantities.count(500, "tokens").times(Quantities.qps(100))).hasToString("50k tokens/s");
        assertThat(Quantities.count(6, "posts").per(Quantities.SECOND).times(Quantities.count(7)))
                .hasToString("42 posts/s");
        assertThat(Quantities.count(340, "messages").per(Quantities.SECOND).times(Quantities.count(300, "tokens")))
                .hasToString("102k tokens/s");
        assertThat(Quantities.million(3).times(Quantities.count(5, "posts"))).hasToString("15M posts");
    }

    /** It was '19k GPUs/s'. */
    @Test
    void times_ofStreamsWithANoun() {
        Qps each = Quantities.count(2400, "tokens").per(Quantities.SECOND);
        assertThat(Quantities.count(8, "GPUs").times(each)).hasToString("19,200 tokens/s");
        assertThat(Quantities.count(8, "GPUs")
                        .named("fleet")
                        .times(each)
                        .explain()
                        .toString())
                .contains("fleet × 2,400 tokens/s");
    }

    /** It was '156k FLOP/s' and '6.9 tokens/s'. */
    @Test
    void div_ofTheSameThings() {
        Qps gpu = Quantities.count(312e12, "FLOP").per(Quantities.SECOND);
        assertThat(gpu.div(Quantities.count(2e9, "FLOP"))).hasToString("156k/s");
        assertThat(gpu.div(Quantities.count(8, "GPUs"))).hasToString("39 TFLOP/s");
        assertThat(gpu.div(Quantities.count(8))).hasToString("39 TFLOP/s");
        assertThat(Quantities.qps(90).div(Quantities.count(6, "requests"))).hasToString("15/s");
        assertThat(Quantities.qps(90).div(Quantities.count(6, "shards"))).hasToString("15 req/s");
        assertThat(Quantities.count(70).per(Quantities.SECOND).div(Quantities.count(4, "shards")))
                .hasToString("17.5/s");
    }

    /** It was '800 GPUs/s', and '10k users/s' of users who ask once in 100 seconds. */
    @Test
    void times_countOfWhatServesOrAsks() {
        Qps each = assume("each", qps(100));
        assertThat(each.times(Quantities.count(8, "GPUs"))).hasToString("800 req/s");
        assertThat(Quantities.count(8, "GPUs").times(each)).hasToString("800 req/s");
        assertThat(Quantities.count(1e6, "daily users").times(qps(0.01))).hasToString("10k req/s");
        assertThat(Quantities.count(7).per(Quantities.SECOND).times(Quantities.count(6, "shards")))
                .hasToString("42/s");
        assertThat(each.times(Quantities.count(500, "tokens"))).hasToString("50k tokens/s");
    }

    /** They were '989tn FLOP/s' and '1.582e15 FLOP/s', which nobody writes. */
    @Test
    void toString_ofArithmetic() {
        Qps gpu = Quantities.count(989e12, "FLOP").per(Quantities.SECOND);
        assertThat(gpu).hasToString("989 TFLOP/s");
        assertThat(assume("gpu", gpu).times(1.6).explain().toString())
                .contains("= 989 TFLOP/s × 1.6", "= 1.582 PFLOP/s");
        assertThat(gpu.times(56.8).format(3)).isEqualTo("56.2 PFLOP/s");
        assertThat(gpu.format(Units.PER_SECOND)).isEqualTo("989 TFLOP/s");
        assertThat(between(gpu.times(0.3), gpu.times(0.6))).hasToString("419.6 TFLOP/s (296.7 … 593.4)");
        assertThat(Quantities.count(140e9, "FLOP")).hasToString("140 GFLOP");
        assertThat(between(Quantities.count(140e9, "FLOPs"), Quantities.count(350e9, "FLOPs")))
                .hasToString("221 GFLOPs (140 … 350)");
        assertThat(Quantities.count(23e3, "FLOP")).hasToString("23 kFLOP");
        assertThat(Quantities.count(3e24, "FLOP").withNoun("tokens")).hasToString("3e24 tokens");
        assertThat(Quantities.count(3e21, "FLOP")).hasToString("3 ZFLOP");
    }

    @Test
    void parse_ofArithmetic() {
        assertThat(Qps.parse("989 TFLOP/s"))
                .isEqualTo(Qps.parse("989tn FLOP/s"))
                .hasToString("989 TFLOP/s");
        assertThat(Qps.parse("1.5PFLOPs/s")).hasToString("1.5 PFLOPs/s");
        assertThat(Qps.parse("5000 FLOP/h")).hasToString("5 kFLOP/h");
        assertThat(Count.parse("140 GFLOP").value()).isEqualTo(140e9);
        assertThat(Qps.parse("150 TFLOP/s (100 … 1,200)")).hasToString("150 TFLOP/s (100 … 1,200)");
        assertThat(Count.parse("140 GFLOP to 350 GFLOP")).hasToString("221 GFLOP (140 … 350)");
        assertThatThrownBy(() -> Quantities.count(3, "TFLOP"))
                .hasMessageContaining("is a multiple and a noun in one word: the noun is FLOP");
    }

    /** It was refused as calculated. */
    @Test
    void withNoun_ofARangeThatIsThenAssumed() {
        Qps tokens = assume(
                "tokens", between(qps(1200), qps(2800)).withNoun("pieces").withNoun("tokens"), "a log");
        assertThat(tokens).hasToString("1.8k tokens/s (1.2k … 2.8k)");
        assertThat(tokens.p95()).hasToString("2.8k tokens/s");
        assertThat(assume("users", between(count(50), count(200)).withNoun("users"), "a log"))
                .hasToString("100 users (50 … 200)");
        assertRefused(
                "value must be a number or a range but 3.7k tokens/s (2.4k … 5.6k) has been named or calculated: assume"
                        + " what it was calculated from, or call named(\"twice\") on it",
                () -> assume(
                        "twice", between(qps(1200), qps(2800)).times(ratio(2)).withNoun("tokens")));
    }

    /** It was 1.4 req/s. */
    @Test
    void withNoun_keepsTheClock() {
        assertThat(Qps.parse("5000/h").withNoun("requests")).hasToString("5k req/h");
        assertThat(Qps.parse("7000/h").withNoun("jobs")).hasToString("7k jobs/h");
    }
}
