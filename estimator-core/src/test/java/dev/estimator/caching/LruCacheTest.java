package dev.estimator.caching;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.thousand;
import static dev.estimator.quantity.Units.B;
import static dev.estimator.quantity.Units.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LruCacheTest {
    private static final LruCache MOST_POPULAR = LruCache.of(Popularity.of(million(1), ratio(1)), thousand(200));

    /** Of a percentile by the default number of samples. */
    private static final double SAMPLING = 5e-4;

    private static final Popularity HUNDRED = Popularity.of(count(100), ratio(0.8));
    private static final LruCache BASE = LruCache.of(HUNDRED, count(40));

    /**
     * The cache of the tests of the simulator Icarus (github icarus-sim/icarus, test_cacheperf.py): characteristic time
     * 72.1 to 72.3, hit ratio about 0.64. The digits are mpmath's.
     */
    @Test
    void hitRatio_icarus() {
        assertNear(0.645411939175729, BASE.hitRatio().value(), 1e-12);
        assertNear(72.21092163814689, BASE.characteristicTime().value(), 1e-12);
    }

    @Test
    void characteristicTime_atARate() {
        assertNear(72.21092163814689 / 4, BASE.characteristicTime(qps(4)).to(SECONDS), 1e-12);
    }

    @Test
    void hitRatio_noneAndAll() {
        assertThat(LruCache.of(BASE.popularity(), count(0)).hitRatio()).isEqualTo(percent(0));
        assertThat(LruCache.of(BASE.popularity(), count(100)).hitRatio()).isEqualTo(percent(100));
        assertThat(LruCache.of(BASE.popularity(), count(300)).hitRatio()).isEqualTo(percent(100));
    }

    @Test
    void characteristicTime_noneAndAll() {
        assertThat(LruCache.of(BASE.popularity(), count(0)).characteristicTime())
                .isEqualTo(count(0));
        assertThatThrownBy(() -> LruCache.of(BASE.popularity(), count(100)).characteristicTime())
                .isInstanceOf(ArithmeticException.class)
                .hasMessage(
                        "characteristic time of Che's approximation(items (100), Zipf exponent (×0.8), cached items (100)) has no answer:"
                                + " the cache must be too small for all items, or none is ever dropped");
    }

    @Test
    void hitRatio_explain() {
        assertThat(BASE.hitRatio().explain()).hasToString("""
                assumed
                  items         = 100
                  Zipf exponent = ×0.8
                  cached items  = 40
                calculated
                  hit ratio = Che's approximation(items, Zipf exponent, cached items)
                            = Che's approximation(100, 0.8, 40)
                            = 64.54%""");
    }

    /** Rising with the cache, so its ends are those of the range, as far as sampling knows them. */
    @Test
    void hitRatio_ofRange() {
        LruCache unsure = LruCache.of(BASE.popularity(), assume("what fits", between(count(20), count(50)), "trial"));
        assertNear(
                LruCache.of(BASE.popularity(), count(20)).hitRatio().value(),
                unsure.hitRatio().p5().value(),
                SAMPLING);
        assertNear(
                LruCache.of(BASE.popularity(), count(50)).hitRatio().value(),
                unsure.hitRatio().p95().value(),
                SAMPLING);
        assertThat(unsure.hitRatio().explain().toString())
                .contains("what fits     = 31.62 (20 … 50)  (trial)")
                .contains("hit ratio = Che's approximation(items, Zipf exponent, what fits)");
    }

    /** King's formula over all orders of three of five items, mpmath 1.3.0. */
    @Test
    void exactHitRatio_king() {
        LruCache few = LruCache.of(Popularity.of(count(5), ratio(0.8)), count(3));
        assertNear(0.6783345845651034, few.exactHitRatio().value());
        assertThat(few.hitRatio().value()).isBetween(0.66, 0.678);
        assertThat(LruCache.of(few.popularity(), count(5)).exactHitRatio()).isEqualTo(percent(100));
        assertThat(LruCache.of(few.popularity(), count(0)).exactHitRatio()).isEqualTo(percent(0));
    }

    @Test
    void exactHitRatio_tooMany() {
        assertThatThrownBy(BASE::exactHitRatio)
                .isInstanceOf(ArithmeticException.class)
                .hasMessage(
                        "exact LRU(items (100), Zipf exponent (×0.8), cached items (40)) has no answer: items and cached"
                                + " items must be whole numbers, and the items at most 16");
        LruCache half = LruCache.of(Popularity.of(count(5), ratio(0.8)), count(2.5));
        assertThatThrownBy(half::exactHitRatio).hasMessageContaining("must be whole numbers");
    }

    @Test
    void ofHitRatio_inverse() {
        LruCache wanted = LruCache.ofHitRatio(Popularity.of(million(10), ratio(0.9)), percent(85));
        assertNear(0.85, wanted.hitRatio().value(), 1e-12);
        assertThat(LruCache.ofHitRatio(HUNDRED, percent(0)).cachedItems()).isEqualTo(count(0));
        assertNear(100, LruCache.ofHitRatio(HUNDRED, percent(100)).cachedItems().value());
    }

    /** The 40 items that give 64.5 %. */
    @Test
    void memory_ofAWantedHitRatio() {
        LruCache wanted = LruCache.ofHitRatio(HUNDRED, percent(64.5411939175729));
        assertNear(40 * 2100, wanted.memory(kb(2).plus(bytes(100))).to(B), 1e-12);
        assertThat(wanted.memory(kb(2)).explain()).hasToString("""
                assumed
                  items             = 100
                  Zipf exponent     = ×0.8
                  wanted hit ratio  = 64.54%
                  memory of an item = 2 kB
                calculated
                  cached items = items for a hit ratio by Che's approximation(items, Zipf exponent, wanted hit ratio)
                               = items for a hit ratio by Che's approximation(100, 0.8, 64.54%)
                               = 40
                  cache memory = cached items × memory of an item
                               = 40 × 2 kB
                               = 80 kB""");
    }

    @Test
    void ofMemory_wholeObjects() {
        assertThat(LruCache.ofMemory(HUNDRED, bytes(1000), bytes(300)).cachedItems())
                .isEqualTo(count(3));
        assertThatThrownBy(() -> LruCache.ofMemory(HUNDRED, gb(1), bytes(0)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("cache memory (1 GB) ÷ memory of an item (0 B) has no answer: the divisor is zero");
    }

    @Test
    void toString_answers() {
        assertThat(LruCache.of(Popularity.of(million(1), ratio(1)), thousand(100)))
                .hasToString("LRU of 100k, Zipf 1 over 1M: 77.9% hits (Che's approximation)");
    }

    /**
     * The least popular of 1e30 items, at exponent 10, has 1e-300 of the requests; of more it would soon be no number.
     */
    @Test
    void hitRatio_mostObjects() {
        Popularity most = Popularity.of(count(1e30), ratio(10));
        assertThat(LruCache.of(most, count(1e29)).hitRatio().value()).isCloseTo(1, within(1e-10));
        assertThatThrownBy(() -> Popularity.of(count(1e40), most.exponent()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("items must be at most 1e30 but was 1e40");
    }

    /**
     * math.stackexchange.com/questions/2711585, a store that caches its best of 10,000 titles: the first has 0.10217 of
     * requests.
     */
    @Test
    void bestHitRatio_printed() {
        LruCache first = LruCache.of(Popularity.of(thousand(10), ratio(1)), count(1));
        assertThat(first.bestHitRatio().value()).isCloseTo(0.10217, within(5e-6));
    }

    /** mpmath 1.3.0: H(200000) ÷ H(1000000). */
    @Test
    void bestHitRatio() {
        assertNear(0.888177136728429, MOST_POPULAR.bestHitRatio().value());
    }

    @Test
    void bestHitRatio_noneAndAll() {
        assertThat(LruCache.of(MOST_POPULAR.popularity(), count(0)).bestHitRatio())
                .isEqualTo(percent(0));
        assertThat(LruCache.of(MOST_POPULAR.popularity(), million(3)).bestHitRatio())
                .isEqualTo(percent(100));
    }

    @Test
    void bestHitRatio_ofRange() {
        LruCache unsure =
                LruCache.of(MOST_POPULAR.popularity(), assume("what fits", between(thousand(100), thousand(400))));
        assertThat(unsure.bestHitRatio().explain()).hasToString("""
                assumed
                  items         = 1M
                  Zipf exponent = ×1
                  what fits     = 200k (100k … 400k)
                calculated
                  best hit ratio = H(min(what fits, items), Zipf exponent) ÷ H(items, Zipf exponent)
                                 = H(min(200k, 1M), 1) ÷ H(1M, 1)
                                 = 88.82% (84% … 93.6%)""");
    }

    @Test
    void bestHitRatio_inverse() {
        Popularity items = MOST_POPULAR.popularity();
        assertNear(200_000, items.topFor(percent(88.8177136728429)).value(), 1e-11);
    }

    @Test
    void ofMemory_noObjectSize() {
        assertThatThrownBy(() -> LruCache.ofMemory(MOST_POPULAR.popularity(), bytes(1000), bytes(0)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("cache memory (1 kB) ÷ memory of an item (0 B) has no answer: the divisor is zero");
    }
}
