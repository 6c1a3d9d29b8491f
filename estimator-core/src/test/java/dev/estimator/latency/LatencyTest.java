package dev.estimator.latency;

import static dev.estimator.Near.assertNear;
import static dev.estimator.Refusals.assertNoAnswer;
import static dev.estimator.Refusals.assertRefused;
import static dev.estimator.latency.Latencies.latency;
import static dev.estimator.latency.Latencies.latencyP50P99;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Quantities.us;
import static dev.estimator.quantity.Units.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.estimator.Serial;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.quantity.Units;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LatencyTest {
    private static final Latency AUTH = latencyP50P99(ms(5), ms(40)).named("auth");
    private static final Latency SEARCH = latencyP50P99(ms(12), ms(90)).named("search");
    private static final Latency ADS = latencyP50P99(ms(8), ms(200)).named("ads");
    private static final Latency CHECKOUT = Latency.inSequence(
                    AUTH, Latency.slowest(SEARCH, ADS), latency(ms(3)).named("network"))
            .named("checkout");

    @Test
    void of_isAlwaysTheSame() {
        Latency constant = latency(ms(5));
        assertThat(constant.p50()).isEqualTo(ms(5));
        assertThat(constant.p999()).isEqualTo(ms(5));
        assertThat(constant.mean()).isEqualTo(ms(5));
        assertThat(constant.shareWithin(ms(4.9)).value()).isZero();
        assertThat(constant.shareWithin(ms(5)).value()).isEqualTo(1);
        assertThat(constant.plus(ms(3)).p99().to(Units.SECONDS)).isEqualTo(0.008);
        assertThat(latency(ms(0)).p99().to(Units.SECONDS)).isZero();
    }

    @Test
    void ofP50P99_keepsThem() {
        assertNear(5, AUTH.p50().to(MILLISECONDS));
        assertNear(40, AUTH.p99().to(MILLISECONDS));
        assertNear(21.75221134479122, AUTH.p95().to(MILLISECONDS), 1e-9); // mpmath: 5*8**(z95/z99)
        assertNear(79.17726573458137, AUTH.p999().to(MILLISECONDS), 1e-9); // mpmath: 5*8**(z999/z99)
    }

    @Test
    void ofP50P99_outOfOrder() {
        assertRefused(
                "p50 must be above zero and below p99, which is 5 ms but was 40 ms",
                () -> latencyP50P99(ms(40), ms(5)));
        assertRefused(
                "p50 must be above zero and below p99, which is 5 ms but was 5 ms", () -> latencyP50P99(ms(5), ms(5)));
        assertRefused(
                "p50 must be above zero and below p99, which is 5 ms but was 0 s", () -> latencyP50P99(ms(0), ms(5)));
    }

    @Test
    void ofMeanAndPercentile_keepsBoth() {
        Latency latency = Latency.ofMeanAndPercentile(ms(10), 99, ms(80));
        assertNear(10, latency.mean().to(MILLISECONDS));
        assertNear(80, latency.p99().to(MILLISECONDS), 1e-12);
    }

    private static final String TAKES_BOTH =
            "; Latency.ofPercentiles takes a mean beside several percentiles, such as 100, the maximum";

    @Test
    void ofMeanAndPercentile_impossible() {
        assertRefused(
                "no log-normal latency has the mean 10 ms and the p99 8 ms: p99 must be above the mean and at most ×14.97 of it"
                        + TAKES_BOTH,
                () -> Latency.ofMeanAndPercentile(ms(10), 99, ms(8)));
        assertRefused(
                "no log-normal latency has the mean 10 ms and the p99 150 ms:"
                        + " p99 must be above the mean and at most ×14.97 of it" + TAKES_BOTH,
                () -> Latency.ofMeanAndPercentile(ms(10), 99, ms(150)));
        assertRefused(
                "no log-normal latency has the mean 10 ms and the p50 12 ms: p50 must be above zero and below the mean"
                        + TAKES_BOTH,
                () -> Latency.ofMeanAndPercentile(ms(10), 50, ms(12)));
        assertRefused("mean must be above zero but was 0 s", () -> Latency.ofMeanAndPercentile(ms(0), 99, ms(5)));
        assertRefused(
                "percent must be above 0 and below 100 but was 100.0",
                () -> Latency.ofMeanAndPercentile(ms(1), 100, ms(5)));
    }

    private static final String BEYOND =
            " has no answer: p50 must be above zero and below p99; the percentile of a sum must not be"
                    + " beyond about p99.9999999999, nor that far out if its times are too far apart or too many";

    @Test
    void percentile_ofASum_isKnownOnlySoFar() {
        Latency sum = latencyP50P99(ms(1), ms(9)).plus(AUTH);
        assertThat(sum.percentile(99.999999999)).isGreaterThan(sum.percentile(99.99999999));
        assertNoAnswer(
                "p99.99999999999 of (log-normal(p50 (1 ms), p99 (9 ms)) + log-normal(p50 of auth (5 ms), p99 of auth (40 ms))), approximation on a grid"
                        + BEYOND,
                () -> sum.percentile(99.99999999999));
    }

    /** A p99 of 10¹⁷ times the p50 does not fit: what fits is given, the rest refused. */
    @Test
    void percentile_ofASumTooFarApart() {
        Latency sum = latencyP50P99(ms(1e-9), ms(1e8)).plus(AUTH);
        assertThat(sum).hasToString("p50 5.7 ms, p99 unknown");
        String written =
                "(log-normal(p50 (0.001 ns), p99 (100,000 s)) + log-normal(p50 of auth (5 ms), p99 of auth (40 ms)))";
        String onGrid = ", approximation on a grid";
        assertNoAnswer("p99 of " + written + onGrid + BEYOND, sum::p99);
        assertNoAnswer(
                "share of " + written + " slower than time (11,570 d)" + onGrid + BEYOND,
                () -> sum.shareSlowerThan(ms(1e12)));
    }

    /** Nearly normal: {@code n m + z √n m}, and what skewness adds, {@code (z² − 1) m ÷ 3}. */
    @Test
    void inARow_ofMoreThanAnIntHolds() {
        Latency each = Latency.exponential(ms(1));
        double z = 2.3263478740408408;
        for (Latency many : new Latency[] {
            each.inARow(50_000).inARow(50_000), each.inARow(Integer.MAX_VALUE).plus(each.inARow(352_516_353))
        }) {
            assertNear(2.5e9, many.mean().to(MILLISECONDS));
            assertNear(2.5e9 - 1 / 3.0, many.p50().to(MILLISECONDS), 1e-12);
            assertNear(2.5e9 + z * 5e4 + (z * z - 1) / 3, many.p99().to(MILLISECONDS), 1e-11);
        }
    }

    @Test
    void plus_ofTimesNearTheEndOfTheDoubles() {
        for (double nanoseconds : new double[] {1e-250, 1e-300}) {
            TimeSpan p50 = TimeSpan.of(nanoseconds, Units.NANOSECONDS);
            Latency sum = latencyP50P99(p50, p50.times(10)).plus(AUTH);
            assertNear(5, sum.p50().to(MILLISECONDS), 1e-3);
            assertNear(40, sum.p99().to(MILLISECONDS), 1e-3);
            assertThat(latencyP50P99(p50, ms(1)).plus(AUTH)).hasToString("p50 unknown, p99 unknown");
        }
    }

    @Test
    void exponential() {
        Latency service = Latency.exponential(ms(10));
        assertNear(10 * Math.log(2), service.p50().to(MILLISECONDS));
        assertNear(1 - Math.exp(-2.5), service.shareWithin(ms(25)).value());
        assertRefused("mean must be above zero but was 0 s", () -> Latency.exponential(ms(0)));
    }

    @Test
    void ofPercentiles_goesThroughThem() {
        Latency latency = Latency.ofPercentiles(Map.of(50, ms(5), 95, ms(20), 99.9, ms(200)));
        assertNear(5, latency.p50().to(MILLISECONDS), 1e-12);
        assertNear(20, latency.p95().to(MILLISECONDS), 1e-12);
        assertNear(200, latency.p999().to(MILLISECONDS), 1e-12);
        assertThat(latency.p99()).isBetween(ms(20), ms(200));
        assertRefused("percentiles must be at least two but was 1", () -> Latency.ofPercentiles(Map.of(50, ms(5))));
        assertRefused(
                "p99 must be at least 20 ms but was 19 ms",
                () -> Latency.ofPercentiles(Map.of(50, ms(5), 95, ms(20), 99, ms(19))));
    }

    /** Fractions: 0.5^100 = 7.888609052210118e-31, and 1 + S + ... + S^99 = 2 (1 - 0.5^100). */
    @Test
    void tries_areCountedInOneStep() {
        Latency coin = Latency.measured(Map.of(ms(1), 1L, ms(3), 1L));
        assertNear(7.888609052210118e-31, coin.shareFailed(100, ms(2)).value(), 1e-14);
        assertNear(2, coin.meanTries(100, ms(2)).value(), 1e-14);
        assertThat(coin.shareFailed(10_000_000, ms(2)).value()).isZero();
        assertNear(2, coin.meanTries(10_000_000, ms(2)).value(), 1e-14);
        assertNear(10_000_000, latency(ms(5)).meanTries(10_000_000, ms(2)).value());
        assertThat(coin.meanTries(3, ms(2)).explain()).hasToString("""
                assumed
                  timeout = 2 ms
                calculated
                  share of tries that fail = share of measured slower than timeout
                                           = share of measured slower than 2 ms
                                           = 50%
                  mean tries = (1 − (share of tries that fail)^3) ÷ (1 − share of tries that fail)
                             = (1 − (50%)^3) ÷ (1 − 50%)
                             = ×1.75""");
    }

    @Test
    void ofPercentiles_refusesOneGivenTwice() {
        assertRefused(
                "p50 must be given once but was given twice",
                () -> Latency.ofPercentiles(Map.of(50, ms(5), 50.0, ms(6), 99, ms(20))));
    }

    @Test
    void measured_refusesRanges() {
        assertRefused(
                "time must be one measured number but was " + between(ms(1), ms(2)),
                () -> Latency.measured(Map.of(between(ms(1), ms(2)), 3L)));
    }

    @Test
    void measured_keepsTheSample() {
        Latency sample = Latency.measured(new double[] {4, 1, 2, 3, 100}, MILLISECONDS);
        assertThat(sample.p50()).isEqualTo(ms(3));
        assertThat(sample.p99()).isEqualTo(ms(100));
        assertNear(22, sample.mean().to(MILLISECONDS));
        assertThat(Latency.measured(Map.of(ms(1), 99L, ms(50), 1L)).p95()).isEqualTo(ms(1));
        assertThat(Latency.measured(Map.of(ms(1), 98L, ms(50), 2L)).p99()).isEqualTo(ms(50));
        assertRefused("requests must be at least 1 but was 0", () -> Latency.measured(new double[0], MILLISECONDS));
        assertRefused("count at 1 ms must be 0 or more but was -2", () -> Latency.measured(Map.of(ms(1), -2L)));
    }

    /**
     * Printed by HdrHistogram 2.2.2 for 1, 2, ... 1000 (ms), {@code outputPercentileDistribution(System.out, 1, 1.0)}.
     */
    @Test
    void ofHdrHistogram_readsThePrintedDistribution() {
        String text = """
                       Value     Percentile TotalCount 1/(1-Percentile)

                       1.000 0.000000000000          1           1.00
                     500.000 0.500000000000        500           2.00
                     750.000 0.750000000000        750           4.00
                     875.000 0.875000000000        875           8.00
                     938.000 0.937500000000        938          16.00
                     969.000 0.968750000000        969          32.00
                     985.000 0.984375000000        985          64.00
                     993.000 0.992187500000        993         128.00
                     997.000 0.996093750000        997         256.00
                     999.000 0.998046875000        999         512.00
                    1000.000 0.999023437500       1000        1024.00
                    1000.000 1.000000000000       1000
                #[Mean    =      500.500, StdDeviation   =      288.675]
                #[Max     =     1000.000, Total count    =         1000]
                #[Buckets =            1, SubBuckets     =         2048]
                """;
        Latency latency = Latency.ofHdrHistogram(text, MILLISECONDS);
        assertThat(latency.p50()).isEqualTo(ms(500));
        assertThat(latency.percentile(75)).isEqualTo(ms(750));
        assertThat(latency.percentile(60)).isEqualTo(ms(750)); // the next line
        assertThat(latency.percentile(99.99)).isEqualTo(ms(1000));
        assertRefused(
                "text must have lines with value, percentile and total count, as HdrHistogram prints them, but has none",
                () -> Latency.ofHdrHistogram("p99 = 5 ms", MILLISECONDS));
        String spectrum = "0.1 0.5 500\n0.5 0.99 990\n1 1.0 1000\n"; // RC-TIES 6
        assertRefused(
                "text must be one distribution but is two: another begins with '0.1 0.5 500'",
                () -> Latency.ofHdrHistogram(spectrum + spectrum, MILLISECONDS));
        // wrk2 prints six digits, which round to 1 before the end
        String rounded = "2 0.500000 2000000\n7 1.000000 3999999\n9 1.000000 4000000\n";
        assertThat(Latency.ofHdrHistogram(rounded, MILLISECONDS).percentile(75)).isEqualTo(ms(7));
    }

    /** Percentiles never add: 5 ms + 5 ms of p99 40 ms has a p99 of 58.6 ms, not 80 ms. */
    @Test
    void plus_doesNotAddPercentiles() {
        Latency two = AUTH.plus(AUTH);
        assertNear(58.636632, two.p99().to(MILLISECONDS), 1e-3); // 10⁸ draws, see latency-reference.txt
        assertNear(2 * AUTH.mean().to(Units.SECONDS), two.mean().to(Units.SECONDS));
    }

    @Test
    void inSequence_isTheSameWhetherPlusOrInARow() {
        Latency call = Latency.exponential(ms(10));
        assertThat(call.plus(call).plus(call).p99().to(Units.SECONDS))
                .isEqualTo(call.inARow(3).p99().to(Units.SECONDS));
        assertRefused("n must be at least 1 but was 0", () -> call.inARow(0));
        assertThat(call.inARow(1)).isEqualTo(call);
    }

    @Test
    void needing_ordersTheRequests() {
        assertRefused("k must be between 1 and n, which is 2, but was 3", () -> Latency.needing(3, AUTH, SEARCH));
        assertRefused("k must be between 1 and n, which is 5, but was 0", () -> AUTH.needing(0, 5));
        assertRefused("n must be at least 1 but was 0", () -> AUTH.fanOut(0));
        assertThat(AUTH.fanOut(1)).isEqualTo(AUTH);
        assertNear(AUTH.tied().p99().to(Units.SECONDS), AUTH.percentile(90).to(Units.SECONDS), 1e-12); // 0.1² = 1 %
    }

    /**
     * With one slow response in 100, a request that waits for 100 servers is slow in 63 % of cases; hedging after the
     * 95th percentile costs 5 % more requests. With one in 10,000 and 2,000 servers it is almost one in five.
     *
     * @see "J. Dean and L. A. Barroso, The Tail at Scale, Communications of the ACM 56(2), 2013"
     */
    @Test
    void theTailAtScale() {
        Latency leaf = latencyP50P99(ms(10), seconds(1));
        assertNear(
                0.6339676587267709, leaf.fanOut(100).shareSlowerThan(seconds(1)).value(), 1e-11); // 1 - 0.99**100
        assertThat(Latency.slowAtFanOut(percent(1), 100)).hasToString("63.4%");
        assertNear(0.1812774347344685, Latency.slowAtFanOut(percent(0.01), 2000).value(), 1e-11); // 1 - 0.9999**2000
        assertNear(0.05, leaf.extraLoadOfHedging(leaf.p95()).value(), 1e-12);
        assertThat(leaf.hedgedAfter(leaf.p95()).p999()).isLessThan(leaf.p999().div(5));
    }

    @Test
    void maxFanOut() {
        assertThat(Latency.maxFanOut(percent(1), percent(5)).value()).isEqualTo(5); // ⌊ln 0.95 ÷ ln 0.99⌋
        assertThat(Latency.maxFanOut(percent(6), percent(5)).value()).isZero();
        assertNoAnswer(
                "ln(1 − slow allowed (5%)) ÷ ln(1 − slow at each server (0%)) has no answer: servers must be slow sometimes,"
                        + " and the request must not always be allowed to be",
                () -> Latency.maxFanOut(percent(0), percent(5)));
    }

    @Test
    void slowAllowedAtEach_isTheLeafQuantile() {
        Share each = Latency.slowAllowedAtEach(percent(1), 100);
        assertNear(0.00010049830824166869, each.value(), 1e-13); // 1 - 0.99**0.01
        assertNear(0.01, Latency.slowAtFanOut(each, 100).value(), 1e-12);
    }

    @Test
    void withTimeout_endsThere() {
        assertThat(AUTH.withTimeout(ms(30)).p99()).isEqualTo(ms(30));
        assertNear(AUTH.p50().to(Units.SECONDS), AUTH.withTimeout(ms(30)).p50().to(Units.SECONDS));
        assertRefused("timeout must be above zero but was 0 s", () -> AUTH.withTimeout(ms(0)));
    }

    /** The place of the timeout moves with what comes before. */
    @Test
    void withTimeout_asAPart() {
        Latency limited = AUTH.withTimeout(ms(30));
        assertNear(0.034, limited.plus(ms(4)).p99().to(Units.SECONDS));
        assertNear(0.034, Latency.of(ms(4)).plus(limited).p99().to(Units.SECONDS));
        assertNear(0.037, AUTH.retried(1, ms(30), ms(9)).plus(ms(7)).p99().to(Units.SECONDS));
        assertThat(Latency.slowest(Latency.of(ms(4)), limited).p99()).isEqualTo(ms(30));
    }

    @Test
    void retried_failsLessOften() {
        Latency service = Latency.exponential(ms(10));
        double once = Math.exp(-2);
        assertNear(once * once * once, service.shareFailed(3, ms(20)).value());
        assertNear(1 + once + once * once, service.meanTries(3, ms(20)).value());
        assertThat(service.retried(3, ms(20), ms(7)).percentile(99.99).to(Units.SECONDS))
                .isEqualTo(0.074);
        assertRefused("tries must be at least 1 but was 0", () -> service.retried(0, ms(20), ms(7)));
        assertRefused("tries must be at least 1 but was -1", () -> service.shareFailed(-1, ms(20)));
    }

    @Test
    void cached_isAMixture() {
        Latency cache = Latency.cached(percent(90), latency(ms(1)), latency(ms(21)));
        assertThat(cache.percentile(89)).isEqualTo(ms(1));
        assertThat(cache.percentile(91)).isEqualTo(ms(21));
        assertNear(3, cache.mean().to(MILLISECONDS));
        assertNear(0.81, cache.plus(cache).shareWithin(ms(2)).value());
        assertRefused(
                "percent must be between 0 and 100 but was 101.0: as a factor ratio(2.01) is 101% more,"
                        + " ratio(1.01) that much",
                () -> percent(101));
    }

    /** By the union bound the p99 of two calls is at most the sum of their p99.5. */
    @Test
    void percentileWithoutIndependence_isAnUpperBound() {
        assertNear(
                AUTH.percentile(99.5).to(Units.SECONDS)
                        + SEARCH.percentile(99.5).to(Units.SECONDS),
                AUTH.plus(SEARCH).percentileWithoutIndependence(99).to(Units.SECONDS));
        assertNear(
                SEARCH.percentile(99.5).max(ADS.percentile(99.5)).to(Units.SECONDS),
                Latency.slowest(SEARCH, ADS).percentileWithoutIndependence(99).to(Units.SECONDS));
        assertNear(
                SEARCH.p99().min(ADS.p99()).to(Units.SECONDS),
                Latency.fastest(SEARCH, ADS).percentileWithoutIndependence(99).to(Units.SECONDS));
        assertNear(
                AUTH.percentile(99.99).to(Units.SECONDS),
                AUTH.fanOut(100).percentileWithoutIndependence(99).to(Units.SECONDS));
        assertNear(
                AUTH.p99().to(Units.SECONDS),
                AUTH.percentileWithoutIndependence(99).to(Units.SECONDS));
    }

    @Test
    void criticalPath_isPrintedTermByTerm() {
        assertThat(CHECKOUT.criticalPath()).hasToString("""
                        call                  mean    p50    p99     share
                        auth                  7.5 ms  5 ms   40 ms   18%
                        slowest(search, ads)  30 ms   18 ms  206 ms  74%
                          search              17 ms   12 ms  90 ms   32%
                          ads                 21 ms   8 ms   200 ms  42%
                        network               3 ms    3 ms   3 ms    7.3%
                        checkout              41 ms   29 ms  217 ms  100%
                        if the calls depend on each other: p99 at most 524 ms (union bound)""");
    }

    @Test
    void criticalPath_meansAddUp() {
        CriticalPath path = CHECKOUT.criticalPath();
        assertNear(
                path.total().mean().to(Units.SECONDS),
                path.terms().stream()
                        .mapToDouble(term -> term.mean().to(Units.SECONDS))
                        .sum());
        assertNear(
                1,
                path.terms().stream().mapToDouble(term -> term.share().value()).sum());
        assertThat(path.terms().get(1).atOnce())
                .extracting(CriticalPath.Term::name)
                .containsExactly("search", "ads");
        assertNear(
                path.terms().get(1).share().value(),
                path.terms().get(1).atOnce().stream()
                        .mapToDouble(term -> term.share().value())
                        .sum());
    }

    @Test
    void explain_showsTheComposition() {
        Latency latency = latencyP50P99(assume("p50 of db", ms(4), "dashboard"), ms(60))
                .plus(latency(between(us(200), us(800))).named("network"));
        assertThat(latency.p99().explain()).hasToString("""
                        assumed
                          p50 of db       = 4 ms                (dashboard)
                          p99             = 60 ms
                          time of network = 400 µs (200 … 800)
                        calculated
                          p99 latency = p99 of (log-normal(p50 of db, p99) + time of network)
                                      = p99 of (log-normal(4 ms, 60 ms) + 400 µs)
                                      = 60.4 ms (60 … 61)""");
    }

    /** Both timeouts were called 'timeout', and a what-if changed both. */
    @Test
    void named_oneWithATimeoutOrHedge_namesItsNumbers() {
        Latency auth = latencyP50P99(ms(3), ms(9)).withTimeout(ms(20)).named("auth");
        Latency cart = latencyP50P99(ms(4), ms(13)).withTimeout(ms(30)).named("cart");
        TimeSpan both = auth.plus(cart).p99();
        assertThat(both.explain().toString())
                .contains("p50 of auth", "p99 of cart", "timeout of auth = 20 ms", "timeout of cart = 30 ms");
        assertThat(both.given("timeout of auth", ms(5)).explain().toString())
                .contains("timeout of auth = 5 ms", "timeout of cart = 30 ms");
        assertThat(latencyP50P99(ms(3), ms(9))
                        .hedgedAfter(ms(7))
                        .named("feed")
                        .p99()
                        .explain()
                        .toString())
                .contains("hedge delay of feed");
    }

    /** The p99 of what is made of others is not what one of them was said to take. */
    @Test
    void named_composed_isNotThatOfItsParts() {
        Latency shards = latencyP50P99(ms(35), ms(260)).fanOut(24).named("query");
        assertThat(shards.p99().explain().toString())
                .contains("p50 = 35 ms", "p99 latency of query", "(p50, p99)")
                .doesNotContain("p50 of query");
        assertThat(AUTH.fanOut(3).named("all").p50().explain().toString()).contains("p99 of auth = 40 ms");
    }

    @Test
    void given_replacesAnAssumption() {
        TimeSpan p50 = assume("p50 of db", ms(4));
        TimeSpan p99 = latencyP50P99(p50, ms(60)).plus(ms(2)).percentile(50);
        assertNear(9, p99.given(p50, ms(7)).to(MILLISECONDS));
        assertNoAnswer(
                "p50 of (log-normal(p50 of db (70 ms), p99 (60 ms)) + time (2 ms)) has no answer: p50 must be above zero and"
                        + " below p99",
                () -> p99.given(p50, ms(70)));
    }

    /** One assumption is one draw, also if two latencies have it. */
    @Test
    void parameters_areSharedAssumptions() {
        TimeSpan hop = assume("hop", between(us(200), us(800)));
        TimeSpan twice = latency(hop).plus(latency(hop)).p99();
        assertNear(1600, twice.p95().to(Units.MICROSECONDS), 1e-3); // drawn; two draws would give 1,400
    }

    @Test
    void toString_isTheAnswer() {
        assertThat(latencyP50P99(ms(5), ms(40))).hasToString("p50 5 ms, p99 40 ms");
        assertThat(latency(ms(5))).hasToString("5 ms");
        assertThat(latencyP50P99(between(ms(3), ms(8)), ms(40))).hasToString("p50 4.9 ms (3 … 8), p99 40 ms");
        assertThat(CHECKOUT).hasToString("p50 29 ms, p99 217 ms");
    }

    @Test
    void equals_andSerialForm() {
        assertThat(latencyP50P99(ms(5), ms(40)).named("auth")).isEqualTo(AUTH).hasSameHashCodeAs(AUTH);
        assertThat(AUTH).isNotEqualTo(SEARCH);
        Latency read = Serial.roundTrip(CHECKOUT);
        assertThat(read).isEqualTo(CHECKOUT);
        assertThat(read.p99()).isEqualTo(CHECKOUT.p99());
        assertThat(Serial.roundTrip(CHECKOUT.p99())).isEqualTo(CHECKOUT.p99());
    }

    /** A call, and another one after 500 ms for one in a hundred: by 200,000 steps of integration. */
    @Test
    void percentile_ofTimeout() {
        double[] percents = {99.1, 99.3, 99.5, 99.9, 99.99};
        double[] integrated = {515.56, 518.28, 520.43, 526.85, 533.58};
        Latency atBestGuess = withTimeout(latencyP50P99(ms(10), ms(20)));
        Latency drawn = withTimeout(latencyP50P99(assume("median", between(ms(9.9999), ms(10.0001))), ms(20)));
        for (int i = 0; i < percents.length; i++) {
            assertNear(integrated[i], atBestGuess.percentile(percents[i]).to(MILLISECONDS), 2.5e-3);
            assertNear(integrated[i], drawn.percentile(percents[i]).p50().to(MILLISECONDS), 2.5e-3);
        }
    }

    private static Latency withTimeout(Latency call) {
        Latency second = Latency.mix(percent(1), latency(ms(500)).plus(call), latency(ms(0)));
        return Latency.inSequence(call, second);
    }
}
