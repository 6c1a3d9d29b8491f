package dev.estimator.quantity;

import static dev.estimator.Refusals.assertNoAnswer;
import static dev.estimator.Refusals.assertRefused;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.billion;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.mbPerSecond;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Quantities.thousand;
import static dev.estimator.quantity.Quantities.trillion;
import static dev.estimator.quantity.Quantities.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            10M                 | 1e7      | 10M
            10 M                | 1e7      | 10M
            1_000_000           | 1000000  | 1M
            1,000,000           | 1000000  | 1M
            2e9                 | 2e9      | 2bn
            5k                  | 5000     | 5,000
            5K                  | 5000     | 5,000
            5 thousand          | 5000     | 5,000
            1.5M                | 1500000  | 1.5M
            7 mn                | 7e6      | 7M
            7 mio               | 7e6      | 7M
            3bn                 | 3e9      | 3bn
            3G                  | 3e9      | 3bn
            3 bn users          | 3e9      | 3bn users
            3 billion users     | 3e9      | 3bn users
            4T                  | 4e12     | 4tn
            4tn                 | 4e12     | 4tn
            2.1T records        | 2.1e12   | 2.1tn records
            4 trillion          | 4e12     | 4tn
            500 million posts   | 5e8      | 500M posts
            5 k users           | 5000     | 5,000 users
            12k                 | 12000    | 12k
            5   users           | 5        | 5 users
            16 lakh users       | 1600000  | 1.6M users
            2 crore             | 2e7      | 20M
            3 lakh crore        | 3e12     | 3tn
            4 Lakh Crore        | 4e12     | 4tn
            3.5 Trillion        | 3.5e12   | 3.5tn
            2.17 quadrillion IDs | 2.17e15 | 2,170tn IDs
            9.2 quintillion     | 9.2e18   | 9.2e18
            1.2 Cr users        | 1.2e7    | 12M users
            62^7 keys           | 3521614606208 | 3.5tn keys
            3 pavilions         | 3        | 3 pavilions
            40 Million users    | 4e7      | 40M users
            7 Thousand          | 7000     | 7,000
            4 thousand crore    | 4e10     | 40bn
            six hundred crore   | 6e9      | 6bn
            12,50,000 users     | 1250000  | 1.25M users
            1,23,45,678         | 12345678 | 12M
            5 S3 objects        | 5        | 5 S3 objects
            30 days             | 30       | 30 days
            5 x                 | 5        | 5 x
            2.5                 | 2.5      | 2.5
            0                   | 0        | 0
            5 users (registered)| 5        | 5 users (registered)
            9007199254740993    | 9007199254740993 | 9,010tn
            """)
    void parse_spelling(String text, String value, String summary) {
        assertEquals(Exact.of(value), Count.parse(text).value());
        assertEquals(summary, Count.parse(text).toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            5m users            | 2  | "m" could mean M (million) or 0.001 (milli): write the one you mean
            5 b                 | 3  | "b" could mean bn (billion) or bits: write the one you mean
            1,000M users        | 1  | "1,000" could mean 1.000 or 1000: write the one you mean, without a comma
            1,5                 | 1  | "1,5" could mean 1.5 or 15: write the one you mean, without a comma
            5kusers             | 2  | "kusers" is not a multiple that is known here: leave a space before a noun
            5e3e3               | 4  | "e" is not a multiple that is known here: leave a space before a noun
            5GB                 | 2  | "GB" is not a multiple that is known here: leave a space before a noun
            5 GB                | 3  | "GB" is a unit of another quantity, not a noun
            5 Mbps              | 3  | "Mbps" is a unit of another quantity, not a noun
            5 ms                | 3  | "ms" is a unit of another quantity, not a noun
            5 USD               | 3  | "USD" is a unit of another quantity, not a noun
            5 million million   | 11 | "million" is not a multiple that is known here, nor a noun
            5 millions          | 3  | "millions" is not a multiple that is known here, nor a noun
            5 k k               | 5  | "k" is not a multiple that is known here, nor a noun
            5 MM users          | 3  | "MM" is not a multiple that is known here, nor a noun
            5 users (7 users)   | 3  | "users (7 users)" has another amount in brackets, or nothing
            5 users ()          | 3  | "users ()" has another amount in brackets, or nothing
            5 users (thousand)  | 3  | "thousand" is not a multiple that is known here, nor a noun
            5 kiB               | 3  | "kiB" is like a unit of data, so it is no noun
            5 crore lakh        | 9  | "lakh" is not a multiple that is known here, nor a noun
            5 dozen crore       | 9  | "crore" is not a multiple that is known here, nor a noun
            12,50,00            | 1  | "12,50" could mean 12.50 or 1250: write the one you mean, without a comma
            5 hundreds          | 3  | "hundreds" is not a multiple that is known here, nor a noun
            5 dozens of eggs    | 3  | "dozens" is not a multiple that is known here, nor a noun
            5 users/s           | 3  | "users/s" is a rate, not a noun: it belongs into a Qps
            5 users per day     | 3  | "users per day" is a rate, not a noun: it belongs into a Qps
            5 000               | 3  | "000" is not a noun: it must begin with a letter
            5 000 users         | 3  | "000 users" is not a noun: it must begin with a letter
            5 .5                | 3  | ".5" is not a noun: it must begin with a letter
            5%                  | 2  | "%" is not a noun: it must begin with a letter
            5 -6                | 3  | "-6" is not a noun: it must begin with a letter
            1e-400 users        | 13 | the amount is too small for any quantity, though it is not zero
            5 × 3               | 3  | "× 3" is not a noun: it must begin with a letter
            1/2                 | 2  | "/2" is not a noun: it must begin with a letter
            1:2                 | 2  | ":2" is not a noun: it must begin with a letter
            5 $                 | 3  | "$" is not a noun: it must begin with a letter
            5.5.5               | 1  | a number was expected
            users               | 1  | a number was expected
            NaN                 | 1  | a number was expected
            ٣                   | 1  | a number was expected
            -5 users            | 1  | the amount is negative, which no quantity can be
            ``                  | 1  | a number is missing
            1e308 T             | 8  | the amount is too large for any quantity
            """)
    void parse_refused(String text, int position, String problem) {
        assertRefused(
                "cannot read \"" + text + "\" as Count: at position " + position + " " + problem
                        + "; write for example 1_000_000, 2e9, 10M or 500 million posts",
                () -> Count.parse(text));
    }

    @Test
    void of_eachUnit() {
        assertEquals(3e3, thousand(3).value());
        assertEquals(5e6, million(5).value());
        assertEquals(7e9, billion(7).value());
        assertEquals(11e12, trillion(11).value());
    }

    @Test
    void of_badNoun() {
        assertRefused("noun must not be blank", () -> count(5, " "));
        assertRefused(
                "noun must be readable after a number but \"million\" is not a multiple that is known here, nor a noun",
                () -> count(5, "million dollars"));
        assertRefused(
                "noun must be readable after a number but \"4K videos\" is not a noun: it must begin with a letter",
                () -> count(5, "4K videos"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0         | 0
            4.9E-324  | 4.9e-324
            1E-9      | 1e-9
            0.25      | 0.25
            40        | 40
            999.4     | 999
            999.5     | 1k
            2500000   | 2.5M
            999.6E9   | 1tn
            1E15      | 1,000tn
            1E20      | 1e20
            """)
    void toString_value(double value, String text) {
        assertEquals(text, count(value).toString());
    }

    @Test
    void toString_noun() {
        assertEquals("500M posts", count(500e6, "posts").toString());
        assertEquals("5.0E8 posts", count(500e6, "posts").toLongString());
    }

    @Test
    void noun_survivesSumsSharesAndMultiples() {
        Count posts = count(300, "posts");
        assertEquals("400 posts", posts.plus(count(100, "posts")).toString());
        assertEquals("400", posts.plus(count(100, "users")).toString());
        assertEquals("200 posts", posts.minus(count(100, "posts")).toString());
        assertEquals("900 posts", posts.times(3).toString());
        assertEquals("450 posts", posts.times(Ratio.of(1.5)).toString());
        assertEquals("75 posts", posts.times(Share.of(0.25)).toString());
        assertEquals("600 posts", posts.div(0.5).toString());
        assertEquals("301 posts", posts.plus(count(0.5, "posts")).ceil().toString());
    }

    @Test
    void noun_isNoPartOfEquality() {
        assertEquals(count(5), count(5, "posts"));
        assertEquals(count(5).hashCode(), count(5, "posts").hashCode());
    }

    @Test
    void format_unitOfChoice() {
        assertEquals("5000k", million(5).format(Units.THOUSANDS));
        assertEquals("1234", count(1234).format(Units.ONES));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "75, 75, 75",
        "75.025, 76, 75",
        "0.1, 1, 0",
        "120.00000000000001, 120, 120",
        "99.99999999999999, 100, 100",
        "1e15, 1e15, 1e15",
        "1.0000001, 2, 1"
    })
    void ceilAndFloor(double value, double ceiling, double floor) {
        assertEquals(ceiling, count(value).ceil().value());
        assertEquals(floor, count(value).floor().value());
    }

    /** Where people count servers, a division in doubles answers as one on paper does. */
    @Property
    void ceilAndFloor_ofDecimalQuotients(
            @ForAll @IntRange(min = 1, max = 2_000_000) int demand,
            @ForAll @IntRange(min = 1, max = 99_999) int limit,
            @ForAll @IntRange(min = 1, max = 99) int percent) {
        Count servers = count(demand / 100.0).div(limit / 10.0).div(Share.ofPercent(percent));
        BigDecimal top = new BigDecimal(demand).movePointLeft(2);
        BigDecimal bottom = new BigDecimal(limit).movePointLeft(1).multiply(new BigDecimal(percent).movePointLeft(2));
        assertEquals(
                top.divide(bottom, 0, RoundingMode.CEILING).doubleValue(),
                servers.ceil().value());
        assertEquals(
                top.divide(bottom, 0, RoundingMode.FLOOR).doubleValue(),
                servers.floor().value());
    }

    @Property
    void ceilAndFloor_ofWholeMultiples(
            @ForAll @IntRange(min = 1, max = 100_000) int whole,
            @ForAll(supplier = Generators.Written.class) double size) {
        Count parts = count(
                        new BigDecimal(whole).multiply(BigDecimal.valueOf(size)).doubleValue())
                .div(size);
        assertEquals(whole, parts.ceil().value());
        assertEquals(whole, parts.floor().value());
    }

    @Test
    void ceil_knownCases() {
        assertEquals(count(120), count(3720).div(100).div(0.31).ceil());
        assertEquals(count(76), count(3001).div(40).ceil());
        assertEquals(count(75), count(3000).div(40).ceil());
    }

    @Test
    void per_period() {
        assertEquals(qps(2000), count(7000).per(seconds(3.5)));
    }

    @Test
    void div_rate() {
        assertEquals(seconds(3.5), count(7000).div(qps(2000)));
    }

    @Test
    void div_count() {
        assertEquals(Ratio.of(3.5), count(7000).div(count(2000)));
    }

    @Test
    void times_count() {
        assertEquals(count(21_000), count(7000).times(count(3)));
    }

    /** What each has is counted, and where that has no noun these themselves. */
    @Test
    void times_countKeepsTheNoun() {
        assertEquals("36 servers", count(12, "servers").times(count(3)).toString());
        assertEquals("36 servers", count(3).times(count(12, "servers")).toString());
        assertEquals("36 servers", count(12, "racks").times(count(3, "servers")).toString());
        assertEquals(
                "36 servers",
                assume("fleet", count(12, "servers")).times(count(3)).toString());
    }

    /** It was '140 topics', for what messages are of was taken for users. */
    @Test
    void times_ofSoManyForEach() {
        Count users = count(300, "users");
        Count each = Count.parse("7 messages per user");
        assertThat(users.times(each)).hasToString("2,100 messages");
        assertThat(each.times(users)).hasToString("2,100 messages");
        assertThat(each.times(count(20, "topics"))).hasToString("140");
    }

    /** It was '30 topics', '48 racks' and '300 GPUs/s'; of tokens × messages/s each order had another noun. */
    @Test
    void times_ofNounsThatAreNeither() {
        Count replicas = count(3, "partitions").times(count(2, "replicas"));
        assertEquals("6", replicas.toString());
        assertEquals("30", replicas.times(count(5, "topics")).toString());
        Count copies = assume("partitions", count(3, "partitions")).times(count(2, "replicas"));
        assertEquals("30", copies.named("copies").times(count(5, "topics")).toString());
        assertEquals("60", replicas.times(count(2)).times(count(5, "topics")).toString());
        assertEquals("30", count(5, "topics").times(replicas).toString());
        assertEquals(
                "30 replicas", replicas.withNoun("replicas").times(count(5)).toString());
        assertEquals("15", count(3, "partitions").times(count(5, "topics")).toString());
        assertEquals("48", count(12, "servers").times(count(4, "racks")).toString());
        assertEquals("48 GPUs", count(12, "servers").times(count(4, "GPUs")).toString());
        assertEquals("48", count(12, "GPUs").times(count(4, "servers")).toString());
        Qps gpus = qps(100).withNoun("GPUs");
        assertEquals("300/s", gpus.times(count(3, "shards")).toString());
        assertEquals("300/s", count(3, "shards").times(gpus).toString());
        assertEquals(
                "30k/s",
                count(300, "tokens").times(qps(100).withNoun("messages")).toString());
        assertEquals(
                "300 posts/s",
                qps(100).withNoun("users").times(count(3, "posts")).toString());
        assertEquals(
                "300 posts/s",
                count(3, "posts").times(qps(100).withNoun("users")).toString());
    }

    @Test
    void times_size() {
        assertEquals(kb(21_000), count(7000).times(kb(3)));
    }

    @Test
    void times_rate() {
        assertEquals(qps(21_000), count(7000).times(qps(3)));
    }

    @Test
    void times_bandwidth() {
        assertEquals(mbPerSecond(21), count(7).times(mbPerSecond(3)));
    }

    @Test
    void times_time() {
        assertEquals(ms(21), count(7).times(ms(3)));
    }

    @Test
    void times_price() {
        assertEquals(2.8, million(7).times(usd(0.4).per(million(1))).amount(), 1e-15);
    }

    @Test
    void per_zero() {
        assertNoAnswer(
                "7,000 ÷ 0 s has no answer: the divisor is zero",
                () -> count(7000).per(seconds(0)));
        assertNoAnswer(
                "posts (7,000 posts) ÷ 0 req/s has no answer: the divisor is zero",
                () -> assume("posts", count(7000, "posts")).div(qps(0)));
    }

    @Test
    void minus_belowZero() {
        assertNoAnswer(
                "3 posts − 7 posts would be below zero, which no Count can be",
                () -> count(3, "posts").minus(count(7, "posts")));
    }

    @Test
    void times_tooLarge() {
        assertNoAnswer(
                "1e200 × 1e170 QB is too large for any Bytes",
                () -> count(1e200).times(bytes(1e200)));
    }

    @Test
    void div_underflowsToZero() {
        assertEquals(gb(0), gb(1e-300).div(count(1e300)));
    }

    @Test
    void one_isWrittenAsOneOfThem() {
        assertEquals("1 server", count(1, "servers").toString());
        assertEquals("3 servers", Count.parse("1 server").times(count(3)).toString());
        assertEquals("1 GPU", count(1, "GPUs").toString());
        assertEquals("3 vCPUs", Count.parse("1 vCPU").times(count(3)).toString());
        assertEquals("1 IO", count(1, "IO").toString());
        assertEquals("1 query", count(1, "query").toString());
        assertEquals("1 queries", count(1, "queries").toString()); // nobody can be sure what one of them is called
        assertEquals("1 days", count(1, "days").toString()); // '1 day' is a time
    }

    /**
     * It was '168T tokens' of FLOP. What each server or user has is counted; of other things only their author knows.
     */
    @Test
    void times_countOfOtherThings() {
        Count tokens = assume("tokens", count(2400, "tokens"));
        assertEquals("168tn", tokens.times(count(70e9, "parameters")).toString());
        assertEquals("168tn", count(70e9, "parameters").times(tokens).toString());
        assertEquals(
                "168 TFLOP",
                tokens.times(count(70e9, "parameters")).withNoun("FLOP").toString());
        assertEquals("7,200 tokens", tokens.times(count(3)).toString());
        assertEquals("15M posts", count(3e6, "users").times(count(5, "posts")).toString());
        assertEquals(
                "384 vCPUs", count(12, "web servers").times(count(32, "vCPUs")).toString());
    }

    /** It was '1,800 topics' where a number stood between the factors. */
    @Test
    void times_ofThreeNouns_hasNoneInAnyOrder() {
        Count partitions = count(4, "partitions");
        Count replicas = count(3, "replicas");
        Count topics = Quantities.assume("topics", count(60, "topics"));
        assertThat(partitions.times(replicas).times(2.5).times(count(60, "topics")))
                .hasToString("1,800");
        assertThat(partitions.times(topics).times(2.5).times(replicas)).hasToString("1,800");
        assertThat(topics.times(replicas).times(count(2)).times(partitions)).hasToString("1,440");
        assertThat(count(2).times(topics)).hasToString("120 topics");
        assertThat(topics.times(2.5).times(count(2))).hasToString("300 topics");
    }
}
