package dev.estimator.analysis;

import static dev.estimator.analysis.Questions.largest;
import static dev.estimator.analysis.Questions.limit;
import static dev.estimator.analysis.Questions.smallest;
import static dev.estimator.quantity.Quantities.DAY;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.correlated;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Quantities.eur;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.tb;
import static dev.estimator.quantity.Quantities.usd;
import static dev.estimator.quantity.Quantities.years;
import static dev.estimator.quantity.Units.B;
import static dev.estimator.quantity.Units.DAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTest {
    private static final double Z95 = 1.6448536269514722;

    private static final Count USERS = assume("daily active users", million(10));
    private static final Qps RATE = USERS.times(count(20)).per(DAY).named("rate");
    private static final Count SERVERS = RATE.div(qps(70)).ceil().named("servers");
    private static final Bytes STORED = USERS.times(kb(30)).named("stored");

    private static final Count GUESSED = assume("users", between(million(5), million(20)));
    private static final Ratio PEAK = assume("peak", between(ratio(2), ratio(5)));
    private static final Bytes TRAFFIC = GUESSED.times(kb(1)).times(PEAK).named("traffic");

    private static final TimeSpan RETENTION = assume("retention", years(3));
    private static final Bytes LOG = gb(500).per(DAY).times(RETENTION).named("log");

    private static final Share HITS = assume("hit ratio", percent(80));
    private static final Qps MISSES = HITS.complement().times(qps(1000)).named("misses");

    private static final Availability DATABASE = assume("database", percentUp(99.9));
    private static final Availability SERVICE =
            DATABASE.times(assume("web", percentUp(99.9))).named("service");

    private static final Bytes USED = assume("used", tb(3));
    private static final Bytes LEFT = tb(10).minus(USED).named("left");

    /** 7,680 B, which is 7.5 KiB: beside what was typed in kB, it is in kB. */
    @Test
    void suchThat_inUnitsOfAssumption() {
        Bytes page = assume("page", kb(2.3));
        Solution<Bytes> solution =
                largest(page).suchThat(limit(page.times(count(25))).atMost(kb(192)));
        assertThat(solution.orThrow().to(B)).isEqualTo(7680);
        assertThat(solution.orThrow()).hasToString("7.7 kB");
        assertThat(solution.toString()).contains("7.68 kB").doesNotContain("iB");
    }

    @Test
    void suchThat_linear() {
        Solution<Count> solution = largest(USERS).suchThat(limit(STORED).atMost(tb(0.6)));
        assertThat(solution.orThrow().value()).isCloseTo(2e7, within(2e7 * 1e-15));
        assertThat(solution.room().orElseThrow().value()).isCloseTo(2, within(1e-14));
        assertThat(solution)
                .hasToString("daily active users can be 20M at most, room for ×2: then stored ≤ 600 GB binds");
    }

    /** The name says what is counted. */
    @Test
    void suchThat_nounInTheName_standsOnce() {
        Count hosts = assume("busy hosts", count(400, "hosts"));
        Bytes logs = hosts.times(gb(3)).named("logs");
        assertThat(largest(hosts).suchThat(limit(logs).atMost(tb(2.1))).toString())
                .startsWith("busy hosts can be 700 at most, room for ×1.75");
    }

    /**
     * 40 servers serve 2,800 requests in a second, of 20 for each user and day: 12,096,000 users. A ceiling forgives
     * 1e-12 of rounding.
     */
    @Test
    void suchThat_ceiling() {
        Solution<Count> solution = largest(USERS).suchThat(limit(SERVERS).atMost(count(40)));
        double most = solution.orThrow().value();
        assertThat(most).isCloseTo(12_096_000, within(12_096_000 * 2e-12));
        assertThat(SERVERS.given(USERS, count(most))).isEqualTo(count(40));
        assertThat(SERVERS.given(USERS, count(most * (1 + 1e-11)))).isEqualTo(count(41));
        assertThat(solution)
                .hasToString("daily active users can be 12.09M at most, room for ×1.21: then servers ≤ 40 binds");
    }

    /** More than 39 servers are needed from the first user on that 39 cannot serve. */
    @Test
    void suchThat_ceilingAtLeast() {
        double least = smallest(USERS)
                .suchThat(limit(SERVERS).atLeast(count(40)))
                .orThrow()
                .value();
        assertThat(least).isCloseTo(39 * 70 * 86_400 / 20.0, within(1e-4));
        assertThat(SERVERS.given(USERS, count(least))).isEqualTo(count(40));
        assertThat(SERVERS.given(USERS, count(least * (1 - 1e-11)))).isEqualTo(count(39));
    }

    @Test
    void suchThat_severalLimits() {
        Limit<Count> servers = limit(SERVERS).atMost(count(40));
        Limit<Bytes> stored = limit(STORED).atMost(gb(330));
        Solution<Count> solution = largest(USERS).suchThat(servers, stored);
        assertThat(solution.binding()).contains(stored);
        assertThat(solution.orThrow().value()).isCloseTo(1.1e7, within(1e-6));
        assertThat(largest(USERS).suchThat(stored, servers)).isEqualTo(solution);
        assertThat(largest(USERS)
                        .suchThat(servers, limit(STORED).atMost(gb(390)))
                        .binding())
                .contains(servers);
    }

    @Test
    void suchThat_limitFromBothSides() {
        Limit<Bytes> atMost = limit(STORED).atMost(gb(600));
        Limit<Bytes> atLeast = limit(STORED).atLeast(gb(60));
        assertThat(largest(USERS).suchThat(atLeast, atMost).binding()).contains(atMost);
        Solution<Count> least = smallest(USERS).suchThat(atLeast, atMost);
        assertThat(least.binding()).contains(atLeast);
        assertThat(least).hasToString("daily active users can be 2M at least, down to ×0.2: then stored ≥ 60 GB binds");
    }

    /** {@code p95 = users × 1 kB × √10 × e^(1.645 σ)} with {@code σ = ln 2.5 ÷ (2 × 1.645)}: p95 of the peak is 5. */
    @ParameterizedTest
    @CsvSource({"95, 5", "5, 2", "50, 3.1622776601683795", "99.9, 13.343"})
    void withConfidence_ofAProduct(double confidence, double peak) {
        Count most = largest(GUESSED)
                .withConfidence(percent(confidence))
                .suchThat(limit(TRAFFIC).atMost(gb(100)))
                .orThrow();
        double z = new NormalDistribution().inverseCumulativeProbability(confidence / 100);
        double expected = 1e8 / (Math.sqrt(10) * Math.exp(z * Math.log(2.5) / (2 * Z95)));
        assertThat(most.value()).isCloseTo(expected, within(1e-6 * expected));
        if (confidence < 99) {
            assertThat(most.value()).isCloseTo(1e8 / peak, within(1e-6 * expected));
        }
    }

    @Test
    void withConfidence_atLeast() {
        Solution<Count> solution = smallest(GUESSED)
                .withConfidence(percent(95))
                .suchThat(limit(TRAFFIC).atLeast(gb(100)));
        assertThat(solution.orThrow().value()).isCloseTo(1e8 / 2, within(50.0));
        assertThat(solution)
                .hasToString(
                        "users can be 50M at least with 95% confidence, ×5 the best guess: then traffic ≥ 100 GB binds");
    }

    @Test
    void withConfidence_text() {
        assertThat(largest(GUESSED)
                        .withConfidence(percent(95))
                        .suchThat(limit(TRAFFIC).atMost(gb(100))))
                .hasToString("users can be 20M at most with 95% confidence, room for ×2: then traffic ≤ 100 GB binds");
        assertThat(largest(GUESSED)
                        .withConfidence(percent(95))
                        .suchThat(limit(TRAFFIC).atMost(kb(0))))
                .hasToString("no largest users with 95% confidence: traffic ≤ 0 B never holds between 10 and 10tn:"
                        + " traffic is at least 50 kB there at that confidence");
    }

    /**
     * At the confidence, what was found keeps to the limit and a little more does not: drawn, so with the same draws.
     */
    @Test
    void withConfidence_drawn() {
        Bytes both = TRAFFIC.plus(assume("rest", between(gb(10), gb(30)))).named("both");
        Count most = largest(GUESSED)
                .withConfidence(percent(90))
                .suchThat(limit(both).atMost(gb(100)))
                .orThrow();
        assertThat(both.given(GUESSED, most).percentile(90)).isLessThanOrEqualTo(gb(100));
        assertThat(both.given(GUESSED, most.times(1.0001)).percentile(90)).isGreaterThan(gb(100));
    }

    /** Where the assumption is too small to matter the percentile stays as it is, whatever its last digits do. */
    @Test
    void withConfidence_flatAtOneEnd() {
        Bytes both = TRAFFIC.max(assume("rest", between(gb(10), gb(30))))
                .times(between(ratio(1), ratio(2)))
                .named("both");
        Solution<Count> solution = largest(GUESSED)
                .withConfidence(percent(90))
                .suchThat(limit(both).atMost(gb(100)));
        assertThat(solution.value()).isPresent();
    }

    /** What moves together with the assumption still does when that is given: its range stays. */
    @Test
    void withConfidence_correlated() {
        Bytes traffic = GUESSED.times(kb(1)).times(correlated(PEAK, GUESSED, 0.8));
        Count most = largest(GUESSED)
                .withConfidence(percent(95))
                .suchThat(limit(traffic).atMost(gb(100)))
                .orThrow();
        assertThat(most.value()).isCloseTo(1e8 / 5, within(1e5));
    }

    @Test
    void suchThat_retention() {
        Solution<TimeSpan> solution = largest(RETENTION).suchThat(limit(LOG).atMost(tb(900)));
        assertThat(solution.orThrow().to(DAYS)).isCloseTo(1800, within(1e-9));
        assertThat(solution)
                .hasToString("retention can be 4 y 11 months at most, room for ×1.64: then log ≤ 900 TB binds");
        assertThat(largest(RETENTION).suchThat(limit(LOG).atMost(tb(5))))
                .hasToString("retention can be 10 d at most, ×0.00913 the best guess: then log ≤ 5 TB binds");
    }

    @Test
    void suchThat_share() {
        Solution<Share> solution = smallest(HITS).suchThat(limit(MISSES).atMost(qps(100)));
        assertThat(solution.orThrow().value()).isCloseTo(0.9, within(1e-15));
        assertThat(solution.room()).isEmpty();
        assertThat(solution).hasToString("hit ratio can be 90% at least: then misses ≤ 100 req/s binds");
        assertThat(largest(HITS).suchThat(limit(MISSES).atLeast(qps(100))))
                .hasToString("hit ratio can be 90% at most: then misses ≥ 100 req/s binds");
        assertThat(largest(HITS).suchThat(limit(MISSES).atMost(qps(100))))
                .hasToString("no largest hit ratio: the limits hold for anything up to 99.9999%");
        assertThat(smallest(HITS).suchThat(limit(MISSES).atLeast(qps(100))))
                .hasToString("no smallest hit ratio: the limits hold for anything down to 0.0001%");
    }

    /** 99.5 ÷ 99.9 = 99.5996. */
    @Test
    void suchThat_availability() {
        Solution<Availability> solution =
                smallest(DATABASE).suchThat(limit(SERVICE).atLeast(percentUp(99.5)));
        assertThat(solution.orThrow().value()).isCloseTo(0.995 / 0.999, within(1e-15));
        assertThat(solution).hasToString("database can be 99.5996% at least: then service ≥ 99.5% (2.3 nines) binds");
        assertThat(largest(DATABASE).suchThat(limit(SERVICE).atMost(percentUp(99.5))))
                .hasToString("database can be 99.5995% at most: then service ≤ 99.5% (2.3 nines) binds");
        assertThat(largest(DATABASE).suchThat(limit(SERVICE).atLeast(percentUp(99.5))))
                .hasToString("no largest database: the limits hold for anything up to 99.9999% (6 nines)");
        assertThat(smallest(DATABASE).suchThat(limit(SERVICE).atLeast(percentUp(99.95))))
                .hasToString(
                        "no smallest database: service ≥ 99.95% (3.3 nines) never holds between 0.0001% and 99.9999% (6 nines):"
                                + " service is at most 99.9% (3 nines) there");
        assertThat(largest(DATABASE)
                        .suchThat(
                                limit(SERVICE).atLeast(percentUp(99.5)),
                                limit(SERVICE).atMost(percentUp(99))))
                .hasToString("no largest database: service ≥ 99.5% (2.3 nines) asks for at least 99.6% (2.4 nines),"
                        + " service ≤ 99% (2 nines) for at most 99.1% (2 nines)");
    }

    @Test
    void withConfidence_availability() {
        Availability service = DATABASE.times(assume("web", between(percentUp(99.8), percentUp(99.98))))
                .named("service");
        Availability least = smallest(DATABASE)
                .withConfidence(percent(95))
                .suchThat(limit(service).atLeast(percentUp(99.5)))
                .orThrow();
        assertThat(least.value()).isCloseTo(0.995 / 0.998, within(1e-8));
    }

    /** The limit is on the downtime, which falls as the availability rises. */
    @Test
    void suchThat_downtime() {
        TimeSpan down = SERVICE.downtime(days(1000)).named("downtime");
        Solution<Availability> solution =
                smallest(DATABASE).suchThat(limit(down).atMost(days(3)));
        assertThat(solution.orThrow().value()).isCloseTo(0.997 / 0.999, within(1e-15));
    }

    @Test
    void suchThat_conflict() {
        assertThat(largest(USERS)
                        .suchThat(limit(STORED).atMost(gb(300)), limit(RATE).atLeast(qps(5000))))
                .hasToString("no largest daily active users: rate ≥ 5k/s asks for at least 21.6M, stored ≤ 300 GB for"
                        + " at most 10M");
        assertThat(largest(HITS)
                        .suchThat(limit(MISSES).atMost(qps(100)), limit(MISSES).atLeast(qps(200))))
                .hasToString("no largest hit ratio: misses ≤ 100 req/s asks for at least 90%, misses ≥ 200 req/s for at"
                        + " most 80%");
    }

    @Test
    void suchThat_neverHolds() {
        Solution<Count> solution = largest(USERS).suchThat(limit(SERVERS).atMost(count(0)));
        assertThat(solution)
                .hasToString("no largest daily active users: servers ≤ 0 never holds between 10 and 10tn: servers is at"
                        + " least 1 there");
        assertThat(solution.value()).isEmpty();
        assertThat(solution.binding()).isEmpty();
        assertThat(solution.room()).isEmpty();
        assertThatThrownBy(solution::orThrow)
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("no largest daily active users: servers ≤ 0 never holds between 10 and 10tn: servers is at"
                        + " least 1 there");
        assertThat(smallest(USED).suchThat(limit(LEFT).atLeast(tb(20))))
                .hasToString(
                        "no smallest used: left ≥ 20 TB never holds between 3 MB and 10 TB: left is at most 10 TB there");
    }

    @Test
    void suchThat_holdsEverywhere() {
        assertThat(largest(USERS).suchThat(limit(SERVERS).atLeast(count(1))))
                .hasToString("no largest daily active users: the limits hold for anything up to 10tn");
        assertThat(smallest(USERS).suchThat(limit(SERVERS).atMost(count(40))))
                .hasToString("no smallest daily active users: the limits hold for anything down to 10");
    }

    @Test
    void suchThat_notMonotone() {
        Ratio x = assume("x", ratio(3));
        Ratio bump = Ratio.computed("{0} ÷ (1 + {0}²)", v -> v[0] / (1 + v[0] * v[0]), x)
                .named("bump");
        assertThat(largest(x).suchThat(limit(bump).atMost(ratio(0.2))))
                .hasToString("no largest x: bump neither rises nor falls steadily between ×3e-6 and ×3M, so no single"
                        + " value divides what fits from what does not");
    }

    /** Beyond 10 TB nothing is left; that is no fault of the limit. */
    @Test
    void suchThat_noAnswerBeyond() {
        Solution<Bytes> solution = largest(USED).suchThat(limit(LEFT).atMost(tb(5)));
        assertThat(solution.orThrow().to(B)).isCloseTo(1e13, within(20.0));
        assertThat(solution.binding()).isEmpty();
        assertThat(solution).hasToString("used can be 10 TB at most, room for ×3.33: beyond it there is no answer");
        assertThat(smallest(USED).suchThat(limit(LEFT).atMost(tb(5))))
                .hasToString("used can be 5 TB at least, ×1.67 the best guess: then left ≤ 5 TB binds");
        assertThat(largest(USED).suchThat(limit(LEFT).atLeast(tb(4))))
                .hasToString("used can be 6 TB at most, room for ×2: then left ≥ 4 TB binds");
    }

    /**
     * At the best guess there is an answer, but with confidence there is none: the other range always has draws above
     * it.
     */
    @Test
    void suchThat_noAnswerAnywhere() {
        Bytes reserve = assume("reserve", between(tb(4), tb(5)));
        Bytes left = tb(4.5).minus(reserve).minus(USED.min(kb(1))).named("left");
        assertThat(largest(USED)
                        .withConfidence(percent(90))
                        .suchThat(limit(left).atMost(tb(5))))
                .hasToString("no largest used with 90% confidence: left has no answer at any of 42 places looked at"
                        + " between 3 MB and 3 EB: at the best guess 4.5 TB − reserve would be below zero in 7,594 of 16,384"
                        + " draws, which no Bytes can be: to stop at zero take away no more than there is,"
                        + " a.minus(b.min(a))");
    }

    /** At $2.19 each $20 buy 9.132 and $11 need 5.02, of what comes in whole things 9 and 6. */
    @Test
    void suchThat_ofWholeThings_saysAWholeNumber() {
        Count gpus = assume("GPUs of a replica", count(8));
        var cost = gpus.times(usd(2.19)).named("cost");
        assertThat(largest(gpus).suchThat(limit(cost).atMost(usd(20))))
                .hasToString("GPUs of a replica can be 9 at most, room for ×1.13: then cost ≤ $20 binds");
        assertThat(smallest(gpus).suchThat(limit(cost).atLeast(usd(11))))
                .hasToString("GPUs of a replica can be 6 at least, down to ×0.75: then cost ≥ $11 binds");
    }

    @Test
    void suchThat_ofZero_looksAroundOne() {
        Count none = assume("none", count(0));
        Solution<Count> solution = largest(none).suchThat(limit(none.times(4)).atMost(count(10)));
        assertThat(solution.orThrow().value()).isCloseTo(2.5, within(1e-15));
        assertThat(solution.room()).isEmpty();
        assertThat(solution).hasToString("none can be 2.5 at most: then the count ≤ 10 binds");
    }

    @Test
    void suchThat_ofAnUnnamedRange() {
        Bytes size = between(kb(2), kb(8));
        assertThat(largest(size).suchThat(limit(size.times(3)).atMost(kb(27))))
                .hasToString("4 kB (2 … 8) can be 9 kB at most, room for ×2.25: then the size ≤ 27 kB binds");
    }

    @Test
    void suchThat_refused() {
        assertRefused(
                "limits must not be empty: without a limit there is nothing to find",
                () -> largest(USERS).suchThat());
        assertRefused(
                "limits must be on quantities that depend on the assumption but log does not",
                () -> largest(USERS)
                        .suchThat(limit(STORED).atMost(tb(1)), limit(LOG).atMost(tb(1))));
    }

    @Test
    void assumption_refused() {
        assertRefused(
                "assumption must be an assumption or a range but 2 kB is a plain number: make one with assume(name,"
                        + " value)",
                () -> largest(kb(2)));
        assertRefused("assumption must be an assumption or a range but 300 GB is a result", () -> smallest(STORED));
    }

    @Test
    void confidence_refused() {
        assertRefused(
                "confidence must be above 0% and below 100% but was 0%",
                () -> largest(USERS).withConfidence(percent(0)));
        assertRefused(
                "confidence must be above 0% and below 100% but was 100%: nothing uncertain is certain",
                () -> largest(USERS).withConfidence(percent(100)));
    }

    @Test
    void bound_refused() {
        assertRefused(
                "bound must be a number but was 20 kB (10 … 40): limit their ratio instead, as in"
                        + " limit(used.div(available)).atMost(ratio(1))",
                () -> limit(STORED).atMost(between(kb(10), kb(40))));
        assertRefused(
                "currencies must be the same but were USD and EUR: convert one at a rate of your choice",
                () -> limit(assume("cost", usd(3))).atLeast(eur(3)));
    }

    private static void assertRefused(String message, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    /** What a search without confidence leaves open: other ranges, not that of the assumption itself. */
    @Test
    void largest_byBestGuesses() {
        Count users = assume("users", between(count(100), count(900)));
        Count each = assume("each", between(count(2), count(8)));
        assertThat(largest(users)
                        .suchThat(limit(users.times(count(4)).named("rows")).atMost(count(4000))))
                .hasToString("users can be 1,000 at most, room for ×3.33: then rows ≤ 4,000 binds");
        assertThat(largest(users)
                        .suchThat(limit(users.times(each).named("rows")).atMost(count(4000))))
                .hasToString("users can be 1,000 at most, room for ×3.33: then rows ≤ 4,000 binds, all else at its best"
                        + " guess");
    }

    /** At a prompt a question shows that it is none of the answers. */
    @Test
    void toString_saysWhatToAsk() {
        var kept = assume("days kept", days(14));
        assertThat(largest(kept)).hasToString("largest days kept, asked by .suchThat(limit(...))");
        assertThat(smallest(kept).withConfidence(percent(95)))
                .hasToString("smallest days kept, asked by .suchThat(limit(...))");
    }
}
