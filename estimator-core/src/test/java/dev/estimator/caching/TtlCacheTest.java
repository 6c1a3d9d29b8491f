package dev.estimator.caching;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.minutes;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Units.PER_SECOND;
import static dev.estimator.quantity.Units.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TtlCacheTest {
    private static final TtlCache BASE = TtlCache.setAtFill(qps(0.1), seconds(60));
    private static final TtlCache RENEWED = TtlCache.renewedOnAccess(qps(0.1), seconds(60));

    /**
     * An LRU cache by Che's approximation is a TTL cache whose time begins anew. Printed in the tests of the simulator
     * Icarus (github icarus-sim/icarus, test_cacheperf.py): of 100 items, Zipf 0.8, 40 stay for 72.1 to 72.3 requests,
     * with about 0.64 hits.
     */
    @Test
    void popularity_icarus() {
        Popularity hundred = Popularity.of(count(100), ratio(0.8));
        TtlCache lru = TtlCache.renewedOnAccess(qps(1), seconds(72.2)).withPopularity(hundred);
        assertThat(lru.cachedItems().value()).isCloseTo(40, within(0.05));
        assertThat(lru.hitRatio().value()).isCloseTo(0.64, within(0.01));
    }

    /**
     * Reference vector rv-tt-01 by the formula of Jung, Berger and Balakrishnan, INFOCOM 2003: 6/7; and {@code 1 −
     * e^−6} by mpmath.
     */
    @Test
    void hitRatio_bothWays() {
        assertNear(6.0 / 7, BASE.hitRatio().value());
        assertNear(0.9975212478233336, RENEWED.hitRatio().value());
    }

    @Test
    void hitRatio_neverAndAtOnce() {
        assertThat(TtlCache.setAtFill(qps(0), seconds(60)).hitRatio()).isEqualTo(percent(0));
        assertThat(TtlCache.renewedOnAccess(qps(0.1), seconds(0)).hitRatio()).isEqualTo(percent(0));
        assertThat(TtlCache.renewedOnAccess(qps(0.1), seconds(0)).residualLoad())
                .isEqualTo(qps(0.1));
    }

    /** One fetch, then 60 s in which six are answered. */
    @Test
    void residualLoad() {
        assertNear(0.1 / 7, BASE.residualLoad().to(PER_SECOND));
    }

    /** One fetch in a time to live, of a century; and 20 e^(−40) a second, mpmath 1.3.0. */
    @Test
    void residualLoad_nextToAllHits() {
        TtlCache century = TtlCache.setAtFill(qps(1e10), days(36_525));
        assertNear(1 / (36_525 * 86_400.0), century.residualLoad().to(PER_SECOND));
        TtlCache sessions = TtlCache.renewedOnAccess(qps(20), seconds(2));
        assertNear(8.496708510583178e-17, sessions.residualLoad().to(PER_SECOND));
        Popularity same = Popularity.of(count(4), ratio(0));
        assertNear(
                4 / (36_525 * 86_400.0),
                century.withPopularity(same).residualLoad().to(PER_SECOND));
        assertNear(
                20 * Math.exp(-10), sessions.withPopularity(same).residualLoad().to(PER_SECOND));
    }

    @Test
    void residualLoad_explain() {
        assertThat(BASE.residualLoad().explain().toString())
                .contains("miss ratio = 1 ÷ (requests in a time to live + 1)")
                .contains("residual load = request rate × miss ratio");
        assertThat(RENEWED.residualLoad().explain().toString()).contains("miss ratio = e^−requests in a time to live");
    }

    @Test
    void cachedItems_ofOne() {
        assertNear(6.0 / 7, BASE.cachedItems().value());
    }

    /** Three items with 6/11, 3/11 and 2/11 of 0.11 requests a second, for 100 s: 6, 3 and 2 requests each. */
    @Test
    void popularity_byHand() {
        Popularity three = Popularity.of(count(3), ratio(1));
        TtlCache filled = TtlCache.setAtFill(qps(0.11), seconds(100)).withPopularity(three);
        assertNear(
                (6 * 6.0 / 7 + 3 * 3.0 / 4 + 2 * 2.0 / 3) / 11,
                filled.hitRatio().value());
        assertNear(6.0 / 7 + 3.0 / 4 + 2.0 / 3, filled.cachedItems().value());
        TtlCache renewed = TtlCache.renewedOnAccess(qps(0.11), seconds(100)).withPopularity(three);
        double misses = (6 * Math.exp(-6) + 3 * Math.exp(-3) + 2 * Math.exp(-2)) / 11;
        assertNear(1 - misses, renewed.hitRatio().value());
        assertNear(
                3 - Math.exp(-6) - Math.exp(-3) - Math.exp(-2),
                renewed.cachedItems().value());
    }

    @Test
    void popularity_ofOneObject() {
        Popularity one = Popularity.of(count(1), ratio(0.7));
        assertNear(6.0 / 7, BASE.withPopularity(one).hitRatio().value());
        assertNear(0.9975212478233336, RENEWED.withPopularity(one).hitRatio().value());
    }

    /** h ÷ (1 − h) ÷ r = 3 ÷ 0.1 s; −ln 0.25 ÷ 0.1 s. */
    @Test
    void ttl_forAHitRatio() {
        assertNear(30, TtlCache.ttlSetAtFill(qps(0.1), percent(75)).to(SECONDS));
        assertNear(
                13.862943611198906,
                TtlCache.ttlRenewedOnAccess(qps(0.1), percent(75)).to(SECONDS));
    }

    @Test
    void ttl_forEveryHit() {
        assertThatThrownBy(() -> TtlCache.ttlSetAtFill(qps(0.1), percent(100)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("hitRatio must be below 100%, which takes for ever, but was 100%");
        assertThatThrownBy(() -> TtlCache.ttlRenewedOnAccess(qps(0.1), percent(100)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("hitRatio must be below 100%, which takes for ever, but was 100%");
        assertThatThrownBy(() -> TtlCache.ttlSetAtFill(qps(0), percent(75))).isInstanceOf(ArithmeticException.class);
    }

    /** A rate of 0.05 to 0.2 requests a second: 3 to 12 in a time to live. */
    @Test
    void hitRatio_explain() {
        TtlCache unsure =
                TtlCache.setAtFill(assume("requests for the page", between(qps(0.05), qps(0.2)), "log"), seconds(60));
        assertThat(unsure.hitRatio().explain()).hasToString("""
                assumed
                  requests for the page = 0.1 req/s (0.05 … 0.2)  (log)
                  time to live          = 1 min
                calculated
                  requests in a time to live = requests for the page × time to live
                                             = 0.1 req/s × 1 min
                                             = 6 (3 … 12)
                  hit ratio = requests in a time to live ÷ (requests in a time to live + 1)
                            = 6 ÷ (6 + 1)
                            = 85.71% (75% … 92.3%)""");
    }

    @Test
    void toString_answers() {
        assertThat(BASE).hasToString("TTL 1 min set at fill, 0.1 req/s: 85.7% hits, 51 req/h behind it");
        assertThat(RENEWED).hasToString("TTL 1 min renewed on access, 0.1 req/s: 99.75% hits, 21 req/d behind it");
        assertThat(TtlCache.setAtFill(qps(500), minutes(5)).withPopularity(Popularity.of(million(1), ratio(1))))
                .hasToString(
                        "TTL 5 min set at fill, 500 req/s, Zipf 1 over 1M: 68.2% hits, 159 req/s behind it, 48k cached");
    }
}
