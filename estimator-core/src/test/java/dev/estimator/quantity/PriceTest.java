package dev.estimator.quantity;

import static dev.estimator.Near.assertNear;
import static dev.estimator.Refusals.assertNoAnswer;
import static dev.estimator.Refusals.assertRefused;
import static dev.estimator.quantity.Quantities.DAY;
import static dev.estimator.quantity.Quantities.HOUR;
import static dev.estimator.quantity.Quantities.MONTH;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.eur;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.mbPerSecond;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.money;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Quantities.tb;
import static dev.estimator.quantity.Quantities.usd;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            $0.02/GB        | 0.02/1e9            | USD
            0.02 USD per GB | 0.02/1e9            | USD
            €5/TB           | 5/1e12              | EUR
            EUR 5/TiB       | 5/1099511627776     | EUR
            $5k/PB          | 5000/1e15           | USD
            $3/2 GB         | 1.5/1e9             | USD
            $5/8 Gbit       | 5/1e9               | USD
            0 CHF/GB        | 0                   | CHF
            2.5E-11 USD/B   | 2.5e-11             | USD
            $0.02/GB ($20/TB) | 0.02/1e9          | USD
            """)
    void parse_data(String text, String perByte, String currency) {
        Price<Bytes> price = Price.parse(text, Bytes.class);
        assertEquals(Exact.of(perByte) + " " + currency + "/B", price.toLongString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            $0.4/1M         | 0.4/1e6 | USD
            $0.4/M          | 0.4/1e6 | USD
            $0.4 per 1M     | 0.4/1e6 | USD
            $0.4 per million| 0.4/1e6 | USD
            15 EUR each     | 15      | EUR
            15 EUR/1        | 15      | EUR
            $5/1k           | 5/1e3   | USD
            $5/1bn          | 5/1e9   | USD
            $5/2_000        | 5/2e3   | USD
            $5/1,000,000    | 5/1e6   | USD
            """)
    void parse_count(String text, String perThing, String currency) {
        Price<Count> price = Price.parse(text, Count.class);
        assertEquals(Exact.of(perThing) + " " + currency + "/1", price.toLongString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            $0.02            | 6  | what the price is for is missing
            $5 each          | 4  | what the price is for is missing
            $0.02/0 GB       | 11 | division by zero
            $0.02/GB/month   | 9  | this is a price for a time as well, which Rent.parse reads
            $0.023/GB-month  | 10 | this is a price for a time as well, which Rent.parse reads
            $0.02/GB-page    | 9  | "-page" is not understood
            $0.02 per GB month | 14 | "month" is not understood
            $0.02/Gb         | 7  | "Gb" could mean GB (bytes) or Gbit (bits): write the one you mean
            $0.02/month      | 7  | "month" is not a unit that is known here
            $5//GB           | 4  | the unit is missing
            5/GB             | 2  | the currency is missing or unknown
            $0.02/GB ($0.03/GB) | 10 | the value in brackets is another one
            $5/GB (5 EUR/GB) | 7 | the value in brackets is another one
            $0.02/GB (list)  | 10 | "list" in brackets is not understood: leave it out
            -$5/GB           | 1  | the amount is negative, which no quantity can be
            ``               | 1  | a number is missing
            """)
    void parse_dataRefused(String text, int position, String problem) {
        assertRefused(
                "cannot read \"" + text + "\" as Price<Bytes>: at position " + position + " " + problem
                        + "; write for example $0.02/GB",
                () -> Price.parse(text, Bytes.class));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            15 EUR          | 7  | what the price is for is missing
            15 EUR/         | 8  | what the price is for is missing
            $5/GB           | 4  | "GB" is a unit of another quantity, not a noun
            $5/B            | 4  | "B" could mean bn (billion) or bytes: write the one you mean
            $5/m            | 4  | "m" could mean M (million) or 0.001 (milli): write the one you mean
            $5/0            | 5  | division by zero
            15 EUR each each| 13 | "each" is not understood
            15 EUR each/2   | 12 | "/2" is not understood
            $3/request (list) | 12 | "list" in brackets is not understood: leave it out
            $3/1000 requests (list price 2) | 18 | "list price 2" in brackets is not understood: leave it out
            2 CHF/1k users (registered) | 16 | "registered" in brackets is not understood: leave it out
            $3/MTok         | 4  | "MTok" is a multiple and a noun in one word: write them apart, as in 1M tokens
            $3/1Mtok        | 5  | "Mtok" is a multiple and a noun in one word: write them apart, as in 1M tokens
            $3/mtok         | 4  | "mtok" is a multiple and a noun in one word: write them apart, as in 1M tokens
            $3/1 ktokens    | 6  | "ktokens" is a multiple and a noun in one word: write them apart, as in 1k tokens
            $3/Gtok         | 4  | "Gtok" is a multiple and a noun in one word: write them apart, as in 1bn tokens
            $3/BTOKENS      | 4  | "BTOKENS" is a multiple and a noun in one word: write them apart, as in 1bn tokens
            $3/kchars       | 4  | "kchars" is not a multiple that is known here, nor a noun
            $3/Mcalls       | 4  | "Mcalls" is not a multiple that is known here, nor a noun
            """)
    void parse_countRefused(String text, int position, String problem) {
        assertRefused(
                "cannot read \"" + text + "\" as Price<Count>: at position " + position + " " + problem
                        + "; write for example $0.40/1M or 15 EUR each",
                () -> Price.parse(text, Count.class));
    }

    @Test
    void parse_ofSomethingElse() {
        assertRefused("of must be Bytes.class or Count.class but was Qps.class", () -> Price.parse("$5/GB", Qps.class));
    }

    @Test
    void toString_data() {
        assertEquals("$0.02/GB", usd(0.02).per(gb(1)).toString());
        assertEquals("€5/TB", eur(5).per(tb(1)).toString());
        assertEquals("$0.02/TiB", Price.parse("$0.02/TiB", Bytes.class).toString());
        assertEquals("$0/GB", usd(0).per(gb(1)).toString());
        assertEquals("1,234 CHF/GB", money(1234, "CHF").per(gb(1)).toString());
        assertEquals("$4.94e-309/PB", usd(Double.MIN_VALUE).per(bytes(1)).toString());
        assertEquals("1.7E308 USD/B", usd(1.7e308).per(bytes(1)).toString());
    }

    @Test
    void toString_count() {
        assertEquals("$0.40/1M", usd(0.4).per(million(1)).toString());
        assertEquals("€15 each", eur(15).per(count(1)).toString());
        assertEquals("$0.0123 each", usd(0.0123).per(count(1)).toString());
        assertEquals("$1.2345/1k", usd(1.2345).per(count(1000)).toString());
        assertEquals("$7/1bn", usd(7).per(count(1e9)).toString());
        assertEquals("$0 each", usd(0).per(count(1)).toString());
    }

    /** A price says what it is for as it was typed, and so it is read again. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            $0.19/1M tokens               | $0.19/1M tokens
            $0.19 per million tokens      | $0.19/1M tokens
            $60/1M output tokens          | $60/1M output tokens
            $600/1M tokens                | $600/1M tokens
            $3/request                    | $3/request
            $3/1k requests                | $3/1k requests
            $0.4/1M request               | $0.40/1M requests
            0.02 CHF/query                | 0.02 CHF/query
            €2/bn queries                 | €2/1bn queries
            $5/1k address                 | $5/1k address
            $5/1 addresses                | $5/1 addresses
            $2/GPU                        | $2/GPU
            $2/1M GPUs                    | $2/1M GPUs
            $2/1k SMS                     | $2/1k SMS
            $3/1 days                     | $3/1 days
            $0.1 to $0.3/1M tokens        | $0.173/1M tokens ($0.10 … $0.30)
            $0.1/1M tokens … $0.3/1M tokens | $0.173/1M tokens ($0.10 … $0.30)
            """)
    void noun_isKept(String text, String written) {
        Price<Count> price = Price.parse(text, Count.class);
        assertEquals(written, price.toString());
        assertEquals(written, Price.parse(price.toString(), Count.class).toString());
        assertEquals(written, assume("price", price).toString());
    }

    /** One of many, where it is sure what one is called; else it stays as it was given. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            requests        | $3/request
            messages        | $3/message
            tokens          | $3/token
            queues          | $3/queue
            GPUs            | $3/GPU
            vCPUs           | $3/vCPU
            request         | $3/request
            query           | $3/query
            cache           | $3/cache
            address         | $3/address
            active user     | $3/active user
            SMS             | $3/SMS
            user-months     | $3/user-month
            half-hours      | $3/half-hour
            GPU-hours       | $3/GPU-hour
            hour of use     | $3/hour of use
            caches          | $3/1 caches
            batches         | $3/1 batches
            movies          | $3/1 movies
            cookies         | $3/1 cookies
            queries         | $3/1 queries
            buses           | $3/1 buses
            databases       | $3/1 databases
            aliases         | $3/1 aliases
            alias           | $3/1 alias
            bias            | $3/1 bias
            canvas          | $3/1 canvas
            gas             | $3/1 gas
            lens            | $3/1 lens
            contact-lens    | $3/1 contact-lens
            news            | $3/1 news
            status          | $3/1 status
            analytics       | $3/1 analytics
            axes            | $3/1 axes
            boxes           | $3/1 boxes
            indices         | $3/1 indices
            quizzes         | $3/1 quizzes
            heroes          | $3/1 heroes
            halves          | $3/1 halves
            people          | $3/1 people
            data            | $3/1 data
            output tokens   | $3/1 output tokens
            seconds of audio | $3/1 seconds of audio
            Lambda GB-seconds | $3/1 Lambda GB-seconds
            EC2 hours       | $3/1 EC2 hours
            H100s           | $3/1 H100s
            days            | $3/1 days
            per             | $3/per
            users (new)     | $3/user
            """)
    void noun_ofOne(String noun, String written) {
        assertPrinted(written, usd(3).per(count(1, noun)));
    }

    /** Many of one, as in {@link #noun_ofOne}. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            request         | $0.40/1M requests
            message         | $0.40/1M messages
            per             | $0.40/1M per
            tokens          | $0.40/1M tokens
            caches          | $0.40/1M caches
            GPU-hours       | $0.40/1M GPU-hours
            user-months     | $0.40/1M user-months
            people          | $0.40/1M people
            sheep           | $0.40/1M sheep
            data            | $0.40/1M data
            metadata        | $0.40/1M metadata
            percent         | $0.40/1M percent
            women           | $0.40/1M women
            software        | $0.40/1M software
            traffic         | $0.40/1M traffic
            query           | $0.40/1M query
            cache           | $0.40/1M caches
            box             | $0.40/1M box
            leaf            | $0.40/1M leaf
            SMS             | $0.40/1M SMS
            GPU             | $0.40/1M GPUs
            hour of use     | $0.40/1M hour of use
            output token    | $0.40/1M output token
            """)
    void noun_ofMany(String noun, String written) {
        assertPrinted(written, usd(0.4).per(count(1e6, noun)));
    }

    /** A single letter has no plural, and a remark in brackets is no part of a noun. */
    @Test
    void noun_ofManyThatHasNone() {
        assertPrinted("$4/1bn x", usd(4).per(count(1e9, "x")));
        assertPrinted("$0.40/1M users", usd(0.4).per(count(1e6, "users (new)")));
    }

    private static void assertPrinted(String written, Price<Count> price) {
        assertEquals(written, price.toString());
        Price<Count> again = Price.parse(written, Count.class);
        assertNear(price.value, again.value, 1e-15);
        assertEquals(written, again.toString());
    }

    /** What a price is for a noun of and a time is for the rent of it to say. */
    @Test
    void noun_endsInTime() {
        assertEquals(usd(3).per(count(1, "user-month")), Price.parse("$3/user-month", Count.class));
        assertEquals(usd(3).per(count(1, "users")).per(MONTH), Rent.parse("$3/user-month", Count.class));
        assertEquals(usd(3).per(count(1, "GPU-hour")).per(MONTH), Rent.parse("$3/GPU-hour/month", Count.class));
        assertRefused(
                "cannot read \"$3/user/month\" as Price<Count>: at position 8 this is a price for a time as well, which"
                        + " Rent.parse reads; write for example $0.40/1M or 15 EUR each",
                () -> Price.parse("$3/user/month", Count.class));
    }

    /** The nouns of two prices that are added are one, or there is none. */
    @Test
    void noun_inCalculations() {
        Price<Count> out = usd(15).per(count(1e6, "tokens"));
        Price<Count> in = usd(3).per(count(1e6, "tokens"));
        assertEquals("$18/1M tokens", out.plus(in).toString());
        assertEquals("$18/1M", out.plus(usd(3).per(count(1e6, "calls"))).toString());
        assertEquals("$7.50/1M tokens", out.div(2).toString());
        assertEquals("$30/1M tokens", assume("out", out).times(2).p95().toString());
        assertEquals("$45", out.times(count(3e6, "tokens")).toString());
        assertEquals("1.5E-5 USD/1 tokens", out.toLongString());
        assertEquals(out, Price.parse(out.toLongString(), Count.class));
        assertEquals("$15.00/1M tokens", out.format(4));
        assertEquals(
                """
                assumed
                  price = $15/1M tokens
                calculated
                  cost = 2bn tokens × price
                       = 2bn tokens × $15/1M tokens
                       = $30k
                """.strip(),
                count(2e9, "tokens").times(assume("price", out)).explain().toString());
    }

    /** What a server costs in an hour and what it handles in a second is the cost of a million tokens. */
    @Test
    void costPerMillionTokens() {
        assertEquals("$0.20/1M tokens", usd(200).per(count(1e9, "tokens")).toString());
        Qps tokens = count(2_500, "tokens").per(seconds(1));
        // 4 / (2500 × 3600) = 4.444e-7
        assertEquals(4.0 / 9_000_000, usd(4).per(HOUR).div(tokens).times(count(1)).value, 1e-18);
        assertEquals("$0.444/1M tokens", usd(4).per(HOUR).div(tokens).toString());
        assertEquals("$0.444/1M requests", usd(4).per(HOUR).div(qps(2_500)).toString());
        assertEquals(
                "$0.444/1M tokens",
                assume("fleet", usd(4).per(HOUR)).div(tokens).toString());
        // 500 / (730 × 3600 s × 40 MB/s) = 4.756e-12
        assertEquals("$4.76/TB", usd(500).per(MONTH).div(mbPerSecond(40)).toString());
    }

    @Test
    void times_amount() {
        assertEquals(usd(0.5), usd(0.02).per(gb(1)).times(gb(25)));
        assertEquals(eur(75), eur(15).per(count(1)).times(count(5)));
    }

    @Test
    void timesFlow_isMoneyPerTime() {
        assertEquals(usd(10).per(seconds(1)), mbPerSecond(125).times(usd(80).per(gb(1))));
        assertEquals(eur(5).per(seconds(1)), qps(1200).times(eur(1).per(count(240))));
    }

    @Test
    void currency() {
        assertEquals("CHF", money(3, "CHF").per(gb(2)).currency());
    }

    @Test
    void mixedCurrencies() {
        Price<Bytes> inDollars = usd(3).per(gb(1));
        Price<Bytes> inEuros = eur(2).per(gb(1));
        String message = "currencies must be the same but were USD and EUR: convert one at a rate of your choice";
        assertRefused(message, () -> inDollars.plus(inEuros));
        assertRefused(message, () -> inDollars.div(inEuros));
        assertRefused(message, () -> inDollars.compareTo(inEuros));
    }

    @Test
    void equals_paidForMatters() {
        assertNotEquals((Object) usd(3).per(count(1)), usd(3).per(seconds(1)));
        assertNotEquals((Object) usd(3).per(count(1)), usd(3).per(bytes(1)));
        assertNotEquals(usd(3).per(count(1)), eur(3).per(count(1)));
    }

    @Test
    void times_tooLarge() {
        assertNoAnswer(
                "traffic (1e270 QB) × $1e194/GB is too large for any Money",
                () -> assume("traffic", bytes(1e300)).times(usd(1e185).per(bytes(1))));
    }

    /** A noun may end in a time: what an hour of a GPU costs is a price of GPU-hours, and a rent of GPUs. */
    @Test
    void gpuHours_printAndRead() {
        Price<Count> price = usd(2).per(count(1, "GPU-hours"));
        assertEquals("$2/GPU-hour", price.toString());
        assertEquals(price, Price.parse("$2/GPU-hour", Count.class));
        assertEquals(price.per(DAY), Rent.parse("$2/GPU-hour/day", Count.class));
        assertEquals(usd(2).per(count(1, "GPUs")).per(HOUR), Rent.parse("$2/GPU-hour", Count.class));
        assertEquals("$70/1M GPU-hours", usd(7).per(count(100_000, "GPU-hours")).toString());
        assertEquals(
                "$70/1M GPU-hours", Price.parse("$70/1M GPU-hours", Count.class).toString());
    }
}
