package dev.estimator.caching;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.hours;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.ns;
import static dev.estimator.quantity.Quantities.perHour;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Units.GB;
import static dev.estimator.quantity.Units.KB;
import static dev.estimator.quantity.Units.MB_PER_SECOND;
import static dev.estimator.quantity.Units.MILLISECONDS;
import static dev.estimator.quantity.Units.NANOSECONDS;
import static dev.estimator.quantity.Units.PER_SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CacheLevelsTest {
    private static final CacheLevels BASE = CacheLevels.builder()
            .level("browser", percent(30), ms(1))
            .level("CDN", percent(80), ms(20))
            .level("Redis", percent(90), ms(2))
            .originTime(ms(50))
            .build();

    /**
     * The example of Hennessy and Patterson, Computer Architecture, 5th edition, appendix B.3: of 1000 references 40
     * miss in the first and 20 in the second cache, lookups take 1 and 10 cycles and the memory 200. The average access
     * takes 5.4 cycles; the global miss ratio is 2 %.
     */
    @Test
    void effectiveLatency_hennessyPatterson() {
        CacheLevels memory = CacheLevels.builder()
                .level("L1", percent(96), ns(1))
                .level("L2", percent(50), ns(10))
                .originTime(ns(200))
                .build();
        assertNear(5.4, memory.effectiveLatency().to(NANOSECONDS));
        assertNear(0.02, memory.missRatio().value());
    }

    /** 1 + 0.7 × (20 + 0.2 × (2 + 0.1 × 50)). */
    @Test
    void effectiveLatency() {
        assertNear(15.98, BASE.effectiveLatency().to(MILLISECONDS));
    }

    @Test
    void effectiveLatency_ofRange() {
        CacheLevels unsure = CacheLevels.builder()
                .level("CDN", percent(75), assume("edge", between(ms(10), ms(40)), "monitoring"))
                .level("Redis", percent(90), ms(2))
                .originTime(ms(60))
                .build();
        assertThat(unsure.effectiveLatency().explain()).hasToString("""
                assumed
                  edge               = 20 ms (10 … 40)  (monitoring)
                  lookup in Redis    = 2 ms
                  origin             = 60 ms
                  hit ratio of Redis = 90%
                  hit ratio of CDN   = 75%
                calculated
                  latency from Redis on = lookup in Redis + origin × (1 − hit ratio of Redis)
                                        = 2 ms + 60 ms × (1 − 90%)
                                        = 8 ms
                  effective latency = edge + latency from Redis on × (1 − hit ratio of CDN)
                                    = 20 ms + 8 ms × (1 − 75%)
                                    = 22 ms (12 … 42)""");
    }

    /** Reference vector rv-ce-01: here a miss takes 50 ms in all. Had the lookup come before it, it would be 6 ms. */
    @Test
    void effectiveLatency_ofHitAndMiss() {
        assertNear(5.9, CacheLevels.effectiveLatency(percent(90), ms(1), ms(50)).to(MILLISECONDS));
        CacheLevels lookup = CacheLevels.builder()
                .level("L", percent(90), ms(1))
                .originTime(ms(50))
                .build();
        assertNear(6, lookup.effectiveLatency().to(MILLISECONDS));
    }

    @Test
    void effectiveLatency_notKnown() {
        assertThatThrownBy(() ->
                        CacheLevels.builder().level("CDN", percent(80)).build().effectiveLatency())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("originTime is not set: it is needed for the effective latency");
        assertThatThrownBy(() -> CacheLevels.builder()
                        .level("CDN", percent(80))
                        .originTime(ms(50))
                        .build()
                        .effectiveLatency())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("lookup time of CDN is not set: it is needed for the effective latency");
    }

    @Test
    void residualLoad() {
        assertNear(140, BASE.residualLoad(qps(10_000)).to(PER_SECOND));
        assertNear(7000, BASE.residualLoad("browser", qps(10_000)).to(PER_SECOND));
        assertNear(1400, BASE.residualLoad("CDN", qps(10_000)).to(PER_SECOND));
        assertNear(140, BASE.residualLoad("Redis", qps(10_000)).to(PER_SECOND));
        assertNear(0.986, BASE.hitRatio().value());
    }

    @Test
    void residualLoad_noSuchLevel() {
        assertThatThrownBy(() -> BASE.residualLoad("disk", qps(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("level must be one of [browser, CDN, Redis] but was 'disk'");
    }

    @Test
    void loads_toString() {
        assertThat(BASE.loads(qps(10_000)).get(1))
                .hasToString("CDN: 7k req/s arrive, 5.6k req/s answered, 1.4k req/s go on");
    }

    @Test
    void hitRatio_allOrNothing() {
        CacheLevels all = CacheLevels.builder()
                .level("a", percent(0))
                .level("b", percent(100))
                .level("c", percent(40))
                .build();
        assertThat(all.hitRatio()).isEqualTo(percent(100));
        assertThat(all.residualLoad(qps(10))).isEqualTo(qps(0));
    }

    @Test
    void levels_noneOrTwice() {
        assertThatThrownBy(() -> CacheLevels.builder().build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no level is set: add at least one with level(name, hit ratio)");
        assertThatThrownBy(() -> CacheLevels.builder()
                        .level("CDN", percent(1))
                        .level("CDN", percent(2))
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("level must be a name that no other level has but was 'CDN'");
        assertThatThrownBy(() -> CacheLevels.builder().level(" ", percent(1)).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("name of a level must not be blank");
    }

    @Test
    void toString_answers() {
        assertThat(BASE)
                .hasToString("browser 30%, CDN 80%, Redis 90%: 98.6% hits, 1.4% reach the origin, 16 ms on average");
        assertThat(CacheLevels.builder().level("CDN", percent(80)).build())
                .hasToString("CDN 80%: 80% hits, 20% reach the origin");
        assertThat(BASE.levels().get(1)).hasToString("CDN 80% hits in 20 ms");
        assertThat(CacheLevels.builder())
                .hasToString("levels of caches, not built yet: go on with what is known, end with build()");
    }

    private static final CacheLevels CDN =
            CacheLevels.builder().level("CDN", percent(90), percent(95)).build();

    /**
     * Printed at calcsimpler.com, CDN offload rate: of 12,000,000 requests 2,100,000 go to the origin, an offload of
     * 82.5 %, and of 95,000 GB 19,500, which is 79.47 % of the bytes. Here they are those of an hour.
     */
    @Test
    void residual_printed() {
        CacheLevels cdn = CacheLevels.builder()
                .level("CDN", percent(82.5), percent(79.47))
                .build();
        assertNear(2.1e6 / 3600, cdn.residualLoad(perHour(12e6)).to(PER_SECOND));
        double gigabytes = cdn.residualBandwidth(perHour(12e6), gb(95_000 / 12e6))
                .times(hours(1))
                .to(GB);
        assertThat(gigabytes).isCloseTo(19_500, within(95_000 * 0.00005));
    }

    @Test
    void residual_byRequestsAndByBytes() {
        assertNear(1000, CDN.residualLoad(qps(10_000)).to(PER_SECOND));
        assertNear(10, CDN.residualBandwidth(qps(10_000), kb(20)).to(MB_PER_SECOND));
        assertNear(10, CDN.residualMeanSize(kb(20)).to(KB));
    }

    /** Behind 5 % of the bytes another level takes 60 % of them, as of requests. */
    @Test
    void residual_ofSeveralLevels() {
        CacheLevels two = CacheLevels.builder()
                .level("CDN", percent(90), percent(95))
                .level("shield", percent(60))
                .build();
        assertNear(4, two.residualBandwidth(qps(10_000), kb(20)).to(MB_PER_SECOND));
        assertNear(10, two.residualMeanSize(kb(20)).to(KB));
        assertThat(two).hasToString("CDN 90%, shield 60%: 96% hits, 4% reach the origin, 2% of the bytes");
    }

    @Test
    void byteHitRatio_asThatOfRequests() {
        CacheLevels alike = CacheLevels.builder().level("CDN", percent(70)).build();
        assertNear(6, alike.residualBandwidth(qps(400), kb(50)).to(MB_PER_SECOND));
        assertNear(50, alike.residualMeanSize(kb(50)).to(KB));
    }

    @Test
    void hitRatio_all() {
        CacheLevels.Builder builder = CacheLevels.builder();
        CacheLevels all =
                CacheLevels.builder().level("CDN", percent(100), percent(100)).build();
        assertThat(all.residualLoad(qps(10_000))).isEqualTo(qps(0));
        assertThatThrownBy(() -> all.residualMeanSize(kb(20))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> builder.level("CDN", percent(100), percent(95)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("byteHitRatio must be 100% if no request is missed but was 95%");
    }

    @Test
    void residualBandwidth_explain() {
        var page = assume("page", between(kb(10), kb(40)), "crawl");
        assertThat(CDN.residualBandwidth(qps(10_000), page).explain()).hasToString("""
                assumed
                  request rate          = 10,000 req/s
                  page                  = 20 kB (10 … 40)  (crawl)
                  byte hit ratio of CDN = 95%
                calculated
                  bandwidth to users = request rate × page
                                     = 10,000 req/s × 20 kB
                                     = 200 MB/s (100 … 400)
                  byte miss ratio = 1 − byte hit ratio of CDN
                                  = 1 − 95%
                                  = 5%
                  residual bandwidth = bandwidth to users × byte miss ratio
                                     = 200 MB/s × 5%
                                     = 10 MB/s (5 … 20)""");
    }
}
