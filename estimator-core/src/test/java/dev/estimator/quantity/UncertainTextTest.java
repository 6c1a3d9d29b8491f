package dev.estimator.quantity;

import static dev.estimator.Refusals.assertNoAnswer;
import static dev.estimator.Refusals.assertRefused;
import static dev.estimator.quantity.Quantities.DAY;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.assumeDefault;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.correlated;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.eur;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.gbPerSecond;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.measured;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.nines;
import static dev.estimator.quantity.Quantities.normal;
import static dev.estimator.quantity.Quantities.oneOf;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.pert;
import static dev.estimator.quantity.Quantities.plusOrMinus;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Quantities.tb;
import static dev.estimator.quantity.Quantities.triangular;
import static dev.estimator.quantity.Quantities.uniform;
import static dev.estimator.quantity.Quantities.usd;
import static dev.estimator.quantity.Uncertain.PAGE;
import static dev.estimator.quantity.Uncertain.TRAFFIC;
import static dev.estimator.quantity.Uncertain.USERS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.estimator.Serial;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How ranges and what was computed from some are written and explained. */
class UncertainTextTest {
    static List<Arguments> written() {
        return List.of(
                Arguments.of("6.9k req/s (2.4k … 20k)", between(qps(2400), qps(20_000))),
                Arguments.of(
                        "10/d (2 … 50)", between(count(2).per(DAY), count(50).per(DAY))),
                Arguments.of("15 TB (0.9 … 250)", between(gb(900), tb(250))),
                Arguments.of("23 TB (0.9 … 250)", between(gb(900), tb(23), tb(250))),
                Arguments.of("3 GB/s (1 … 9)", between(gbPerSecond(1), gbPerSecond(9))),
                Arguments.of("77 ms (20 … 300)", between(ms(20), ms(300))),
                Arguments.of("245 ms (20 … 3,000)", between(ms(20), seconds(3))),
                Arguments.of("6M (3M … 12M)", between(million(3), million(12))),
                Arguments.of("3.2 posts (2 … 5)", between(count(2, "posts"), count(5, "posts"))),
                Arguments.of("×3.16 (×2 … ×5)", between(ratio(2), ratio(5))),
                Arguments.of("21.4% (10% … 40%)", between(percent(10), percent(40))),
                Arguments.of("99.9% (99% … 99.99%)", between(percentUp(99), percentUp(99.99))),
                Arguments.of("10 nines (9 … 11)", between(nines(9), nines(11))),
                Arguments.of(
                        "9.7 nines (8.96 … 9.96)", between(nines(9), nines(11)).times(nines(10))),
                Arguments.of("8.3 nines (7 … 9)", between(nines(7), nines(8.3), nines(9))),
                Arguments.of("22.5 nines (20 … 25)", between(nines(20), nines(25))),
                Arguments.of("99.9968% (50% … 99.9999999%)", between(percentUp(50), nines(9))),
                Arguments.of("99.99968% (99.999% … 99.9999%)", between(nines(5), nines(6))),
                Arguments.of("$4.74k ($0.9k … $25k)", between(usd(900), usd(25_000))),
                Arguments.of("€4.58 (€3 … €7)", between(eur(3), eur(7))),
                Arguments.of("$2/GB ($1 … $4)", between(usd(1).per(gb(1)), usd(4).per(gb(1)))),
                Arguments.of("$2/1M ($1 … $4)", between(usd(1).per(million(1)), usd(4).per(million(1)))),
                Arguments.of("1.5 kB (0.15 … 2.85)", uniform(kb(0), kb(3))),
                // two ends that look alike have more digits
                Arguments.of("28,930 req/s (28,830 … 29,030)", between(qps(28_830), qps(29_030))),
                Arguments.of("80 kB (79.95 … 80.05)", between(kb(79.95), kb(80.05))),
                Arguments.of("50% (49.99% … 50.01%)", between(percent(49.99), percent(50.01))),
                Arguments.of("3.7 kB (1.6 … 7.3)", triangular(kb(1), kb(2), kb(9))),
                Arguments.of("5.5 kB (3.6 … 8.3)", pert(kb(3), kb(5), kb(11))),
                Arguments.of("7 kB (2.3 … 12)", normal(kb(7), kb(3))),
                Arguments.of("80 kB (60 … 100)", plusOrMinus(kb(80), percent(25))),
                Arguments.of("3 kB (1 kB … 2 MB)", oneOf(kb(1), kb(3), kb(2000))),
                Arguments.of("40 ms (30 … 70)", measured(List.of(ms(30), ms(70), ms(40)))));
    }

    @ParameterizedTest
    @MethodSource("written")
    void toString_eachType(String text, Quantity<?> range) {
        assertEquals(text, range.toString());
    }

    @Test
    void toString_ofAResult() {
        // 6M × 20 ÷ 1 d × 3.16: the logarithms of 12 ÷ 3 and of 5 ÷ 2 add up as squares
        assertEquals("4.4k req/s (1.9k … 10k)", TRAFFIC.peakQps().toString());
        assertEquals("6M (3M … 12M)", USERS.toString());
    }

    @Test
    void toLongString_isTheBestGuess() {
        assertEquals("40000.0 B", between(kb(20), kb(40), kb(70)).toLongString());
    }

    @Test
    void explain_model() {
        assertEquals("""
                assumed
                  users            = 6M (3M … 12M)     (launch plan)
                  actions per user = 20
                  peak to average  = ×3.162 (×2 … ×5)
                not set, so left at the default
                  active window = 1 d  (requests come around the clock)
                calculated
                  requests per day = users × actions per user
                                   = 6M × 20
                                   = 120M (60M … 240M)
                  rate while active = requests per day ÷ active window
                                    = 120M ÷ 1 d
                                    = 1,389 req/s (694 … 2,780)
                  peak rate = rate while active × peak to average
                            = 1,389 req/s × 3.162
                            = 4,392 req/s (1,900 … 10,000)""", TRAFFIC.peakQps().explain().toString());
    }

    @Test
    void explain_unnamedRange() {
        assertEquals("""
                assumed
                  users = 6M (3M … 12M)  (launch plan)
                calculated
                  size = users × 40 kB (20 … 80)
                       = 6M × 40 kB
                       = 240 GB (90 … 640)""", USERS.times(PAGE).explain().toString());
    }

    @Test
    void explain_default() {
        Ratio copies = assumeDefault("copies", uniform(ratio(2), ratio(4)), "rule of thumb");
        assertEquals("""
                not set, so left at the default
                  copies = ×3 (×2.1 … ×3.9)  (rule of thumb)
                calculated
                  ratio = copies × 2
                        = 3 × 2
                        = ×6 (×4.2 … ×7.8)""", copies.times(2).explain().toString());
    }

    @Test
    void explain_correlated() {
        Qps rate = assume("rate", between(qps(20), qps(80)));
        Bytes page = correlated(PAGE, rate, 0.5).named("page");
        assertEquals("""
                assumed
                  rate = 40 req/s (20 … 80)
                  page = 40 kB (20 … 80)
                calculated
                  bandwidth = rate × page
                            = 40 req/s × 40 kB
                            = 1.6 MB/s (0.48 … 5.3)""", rate.times(page).explain().toString());
    }

    @Test
    void parse_rangeIsRead() {
        for (Quantity<?> range :
                written().stream().map(a -> (Quantity<?>) a.get()[1]).toList()) {
            assertEquals(range.toString(), parse(range, range.toString()).toString());
        }
    }

    private static Quantity<?> parse(Quantity<?> like, String text) {
        return switch (like.kind().dimension()) {
            case RATE -> Qps.parse(text);
            case DATA -> Bytes.parse(text);
            case BANDWIDTH -> Bandwidth.parse(text);
            case TIME -> TimeSpan.parse(text);
            case STORED -> StoredBytes.parse(text);
            case COUNT -> Count.parse(text);
            case RATIO -> Ratio.parse(text);
            case SHARE -> Share.parse(text);
            case AVAILABILITY -> Availability.parse(text);
            case MONEY -> Money.parse(text);
            case DATA_PRICE -> Price.parse(text, Bytes.class);
            case COUNT_PRICE -> Price.parse(text, Count.class);
            case SPENDING -> Spending.parse(text);
            case DATA_RENT -> Rent.parse(text, Bytes.class);
            case COUNT_RENT -> Rent.parse(text, Count.class);
        };
    }

    @Test
    void noun_thatReadsLikeARange() {
        assertRefused(
                "noun must be readable after a number but \"posts (2 … 5)\" reads like a range, not a noun",
                () -> count(3, "posts (2 … 5)"));
    }

    @ParameterizedTest
    @MethodSource("written")
    void serialForm_ofRanges(String text, Quantity<?> range) {
        Quantity<?> again = Serial.roundTrip(range);
        assertEquals(text, again.toString());
        for (double percent : new double[] {0.1, 5, 37, 95, 99.9}) {
            assertEquals(range.percentile(percent), again.percentile(percent));
        }
    }

    @Test
    void minus_belowZero() {
        Bytes free = gb(10).named("disk").minus(between(gb(5), gb(15)).named("used"));
        String reason =
                "disk − used would be below zero in 5,461 of 16,384 draws, which no Bytes can be: to stop at zero take"
                        + " away no more than there is, a.minus(b.min(a))";
        assertNoAnswer(reason, free::p5);
        assertEquals("1.3 GB (no range: " + reason + ")", free.toString());
        assertEquals("""
                assumed
                  disk = 10 GB
                  used = 8.66 GB (5 … 15)
                calculated
                  size = disk − used
                       = 10 GB − 8.66 GB
                       = 1.34 GB (no range: %s)""".formatted(reason), free.explain().toString());
    }

    @Test
    void minus_stoppedAtZero() {
        Bytes disk = gb(10).named("disk");
        Bytes used = between(gb(5), gb(15));
        assertEquals("1.3 GB (0 … 5)", disk.minus(used.min(disk)).toString());
    }

    @Test
    void plus_aboveTheWhole() {
        Share both = percent(90).plus(between(percent(5), percent(15)));
        assertNoAnswer("90% + 8.79% would be above 1 in 5,723 of 16,384 draws, which no Share can be", both::p95);
    }
}
