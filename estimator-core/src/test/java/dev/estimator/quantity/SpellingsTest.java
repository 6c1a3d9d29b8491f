package dev.estimator.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Spellings that people use, each with the one reading it has, in canonical units. */
class SpellingsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            10^6/day               | 11.574074074074074
            2 × 10^6/day           | 23.148148148148148
            2 x 10⁶ req/day        | 23.148148148148148
            4 times a day          | 4.6296296296296294e-5
            1000 requests a second | 1000
            60 writes an hour      | 0.016666666666666666
            100 ops/s              | 100
            100 ops per minute     | 1.6666666666666667
            ~5k req/s              | 5000
            1e6/day                | 11.574074074074074
            1.5 million per day    | 17.36111111111111
            10k rps                | 10000
            1 kQPS                 | 1000
            5krps                  | 5000
            2 MIOPS                | 2e6
            once an hour           | 2.777777777777778e-4
            twice a day            | 2.3148148148148147e-5
            a million requests/day | 11.574074074074074
            463 peak QPS           | 463
            5 million daily        | 57.870370370370374
            90 hourly requests     | 0.025
            420 orders every minute | 7
            6 calls every 5 minutes | 0.02
            ca. 5k req/s           | 5000
            about 5k req/s         | 5000
            approx. 5k req/s       | 5000
            """)
    void qps(String text, double perSecond) {
        assertThat(Qps.parse(text).to(Units.PER_SECOND)).isCloseTo(perSecond, within(1e-15 * perSecond));
    }

    /** What stands before QPS and the like, and what is short for things in a second. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            50,000 segment RPS            | 50k segment requests/s
            2k write QPS                  | 2k write requests/s
            700 sustained write TPS       | 700 writes/s
            3k read IOPS                  | 3k read IOPS
            25 fps                        | 25 frames/s
            40k PPS                       | 40k packets/s
            9k EPS                        | 9k events/s
            20,000 eps average            | 20k events/s
            7k writes/s at peak           | 7k writes/s
            580/sec peak                  | 580/s
            1 heartbeat/5s                | 0.2 heartbeats/s
            50,000 renewals/year          | 50k renewals/y
            12k peak rps                  | 12k req/s
            86.4 million daily page views | 1k page views/s
            8.64 million writes daily     | 100 writes/s
            """)
    void qps_noun(String text, String written) {
        assertThat(Qps.parse(text)).hasToString(written);
        assertThat(Qps.parse(written)).hasToString(written);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            5M daily active users | these are so many, and no rate: Count.parse reads them
            6M daily users        | these are so many, and no rate: Count.parse reads them
            7 Gbps each           | is a unit of another quantity
            3k reads/sec each     | this is of each
            10B/day               | "B" could mean
            5/day per user        | this is of each
            20k+ req/s            | "+" makes it a limit
            """)
    void qps_refused(String text, String problem) {
        assertThatThrownBy(() -> Qps.parse(text)).hasMessageContaining(problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            5 million bytes per second | 5 MB/s (40 Mbit/s)
            5 GB daily                 | 5 GB/d
            10 TB/year                 | 10 TB/y
            2.5 TB/month               | 2.5 TB/month
            1.5 Exabits/day            | 187.5 PB/d
            3 TB every hour            | 3 TB/h
            """)
    void bandwidth(String text, String written) {
        assertThat(Bandwidth.parse(text)).hasToString(written);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            20 mbps          | "mbps" could mean Mbps or MBps
            5 Mbps per video | this is of each
            """)
    void bandwidth_refused(String text, String problem) {
        assertThatThrownBy(() -> Bandwidth.parse(text)).hasMessageContaining(problem);
    }

    @Test
    void prices() {
        assertThat(Price.parse("$0.045 per-GB", Bytes.class)).hasToString("$0.045/GB");
        assertThat(Rent.parse("$0.10 per GB monthly", Bytes.class)).hasToString("$0.10/GB-month");
        assertThat(Rent.parse("$5 per user monthly", Count.class)).hasToString("$5/user-month ($0.00685/h each)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            10^9 bytes         | 1e9
            3.5 × 10^12 B      | 3.5e12
            2^20 B             | 1048576
            2¹⁰ B              | 1024
            1 TB (10^12 bytes) | 1e12
            ≈ 10 TB            | 1e13
            ~10 TB             | 1e13
            circa 10 TB        | 1e13
            roughly 10 TB      | 1e13
            half a terabyte    | 5e11
            a gigabyte         | 1e9
            64-bit             | 8
            5 million bytes    | 5e6
            3 thousand bits    | 375
            2 KB on average    | 2000
            7 TB total         | 7e12
            1¼ GB              | 1.25e9
            ½ TB               | 5e11
            """)
    void bytes(String text, double bytes) {
        assertThat(Bytes.parse(text).to(Units.B)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            10^6          | 1e6
            3x10^12       | 3e12
            5·10^3 users  | 5000
            2^32          | 4294967296
            1.5 × 10⁻² km | 0.015
            8 x H100      | 8
            9 H100+ nodes | 9
            500 k         | 5e5
            4 vCPU        | 4
            2^20          | 1048576
            a million     | 1e6
            half a million| 5e5
            three servers | 3
            1.5 mln       | 1.5e6
            ca. 5k        | 5e3
            """)
    void count(String text, double number) {
        assertThat(Count.parse(text).to(Units.ONES)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1.2bn min     | 72e9
            20M h         | 72e9
            5k days       | 432e6
            2.5 million s | 2.5e6
            1 quarter     | 7884000
            01:30:00      | 5400
            100:00:01.5   | 360001.5
            an hour       | 3600
            a day         | 86400
            half an hour  | 1800
            2 weeks       | 1209600
            a fortnight   | 1209600
            two days      | 172800
            18-hour       | 64800
            7-day         | 604800
            1¾ h          | 6300
            """)
    void timeSpan(String text, double seconds) {
        assertThat(TimeSpan.parse(text).to(Units.SECONDS)).isEqualTo(seconds);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1/2       | 0.5
            2.5 times | 2.5
            3 times   | 3
            10^3      | 1000
            3x        | 3
            half      | 0.5
            twice     | 2
            """)
    void ratio(String text, double factor) {
        assertThat(Ratio.parse(text).value()).isEqualTo(factor);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            19/20        | 0.95
            1 in 1000    | 0.001
            3 in 10,000  | 0.0003
            5 ppm        | 5e-6
            10^-3        | 0.001
            half         | 0.5
            1/4          | 0.25
            """)
    void share(String text, double part) {
        assertThat(Share.parse(text).value()).isEqualTo(part);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            3 9s  | 3 nines
            5 9s  | 5 nines
            3.5 9s| 3.5 nines
            five nines | 5 nines
            99.95% uptime | 99.95%
            """)
    void availability(String text, String same) {
        assertThat(Availability.parse(text)).isEqualTo(Availability.parse(same));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            $5M a year          | $5M/y ($417k/month)
            $4 an hour          | $4/h ($2.92k/month)
            $5M/y ($417k/month) | $5M/y ($417k/month)
            $60k/quarter        | $20k/month ($27.40/h)
            $0.0000381/s        | $0.13716/h ($100/month)
            $40,000 monthly     | $40k/month ($54.79/h)
            $12,000 annually    | $12k/y ($1k/month)
            """)
    void spending(String text, String written) {
        assertThat(Spending.parse(text)).hasToString(written);
        assertThat(Spending.parse(written)).hasToString(written);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            US$5      | $5
            $3MM      | $3M
            $2.5mm    | $2.5M
            US$3 mln  | $3M
            ₹86 lakh  | ₹8.6M
            ₹5 to ₹20 | ₹10 (₹5 … ₹20)
            five dollars | $5
            7 million euros | €7M
            half a million dollars | $500k
            $0.00001667 | $0.00001667
            """)
    void money(String text, String written) {
        assertThat(Money.parse(text)).hasToString(written);
        assertThat(Money.parse(written)).hasToString(written);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1–2 TB             | 1 TB to 2 TB
            ca. 1 to 2 TB      | 1 TB to 2 TB
            ~1-2 TB            | 1 TB to 2 TB
            """)
    void range(String text, String same) {
        assertThat(Bytes.parse(text)).hasToString(Bytes.parse(same).toString());
    }

    /** Two readings: both are named. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1:30  | 1 h 30 min or 1 min 30 s
            30 m  | min (minutes) or month
            """)
    void timeSpan_twoReadings(String text, String readings) {
        assertThatThrownBy(() -> TimeSpan.parse(text)).hasMessageContaining(readings);
    }

    /** Numbers in words, as far as people write them so. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            seven users          | 7 users
            seventeen users      | 17 users
            twenty users         | 20 users
            Seventy users        | 70 users
            ninety million users | 90M users
            a dozen servers      | 12 servers
            5 hundred posts      | 500 posts
            three hundred posts  | 300 posts
            a hundred thousand posts | 100k posts
            two hundred million  | 200M
            twenty five users    | 25 users
            Twenty-five users    | 25 users
            ninety-nine million users | 99M users
            twenty five-year plans | 20 five-year plans
            thirty-two hundred users | 3,200 users
            16-core              | 16 cores
            4 × NVIDIA H100      | 4 NVIDIA H100
            """)
    void count_inWords(String text, String written) {
        assertThat(Count.parse(text)).hasToString(written);
    }

    /** One reader of numbers: what a count may be, a size, a time, money and a rate may. */
    @Test
    void number_inWordsOfAnyType() {
        assertThat(Bytes.parse("a hundred GB")).hasToString("100 GB");
        assertThat(Bytes.parse("two hundred GB to five hundred GB")).hasToString("316 GB (200 … 500)");
        assertThat(Bytes.parse("twenty-five GB")).hasToString("25 GB");
        assertThat(TimeSpan.parse("three hundred ms")).hasToString("300 ms");
        assertThat(Money.parse("five hundred dollars")).hasToString("$500");
        assertThat(Qps.parse("twenty five req/s")).hasToString("25 req/s");
        assertThat(Qps.parse("four hundred thousand req/s")).hasToString("400k req/s");
        assertThat(Price.parse("$3/hundred requests", Count.class)).hasToString("$0.03/request");
        assertThat(Share.parse("3 in a hundred")).hasToString("3%");
        assertThatThrownBy(() -> Money.parse("dollars 5")).hasMessageContaining("currency");
        assertThatThrownBy(() -> Bytes.parse("2 hundred hundred GB")).isInstanceOf(QuantityFormatException.class);
    }

    /** Words that make something else of a number: a few are not one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a few users",
                "a lot of users",
                "a couple of users",
                "a third",
                "two thirds of users",
                "nine tenths",
                "one two",
                "twenty five two",
                "twenty five thirds",
                "2 hundred hundred",
                "two hundred hundred users",
                "three hundred dozen",
                "two hundred and fifty users",
                "two hundred fifty users",
                "1,563 hundred",
                "dozens of users",
                "15-minute window",
                "2× baseline",
                "10M changes/sec each",
                "1,600 queries/sec per GPU",
                "100K ops/sec+",
                "3B rows"
            })
    void count_changedByTheNextWord(String text) {
        assertThatThrownBy(() -> Count.parse(text)).isInstanceOf(QuantityFormatException.class);
    }

    @Test
    void count_nounThatBeginsLikeANumber() {
        assertThat(Count.parse("a third-party call")).hasToString("1 third-party call");
        assertThat(Count.parse("ten tenants")).hasToString("10 tenants");
    }

    @Test
    void availability_twoReadings() {
        assertThatThrownBy(() -> Availability.parse("99,9%")).hasMessageContaining("could mean 99.9 or 999");
        assertThat(Share.parse("10 to 20%")).hasToString("14.3% (10% … 20%)");
    }
}
