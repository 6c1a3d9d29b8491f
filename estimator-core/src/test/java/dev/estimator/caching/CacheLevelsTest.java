package dev.estimator.caching;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.ns;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Units.MILLISECONDS;
import static dev.estimator.quantity.Units.NANOSECONDS;
import static dev.estimator.quantity.Units.PER_SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
}
