package dev.estimator.caching;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.thousand;
import static dev.estimator.quantity.Units.B;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MostPopularCacheTest {
    private static final MostPopularCache BASE =
            MostPopularCache.of(Popularity.of(million(1), ratio(1)), thousand(200));

    /**
     * math.stackexchange.com/questions/2711585, a store that caches its best of 10,000 titles: the first has 0.10217 of
     * requests.
     */
    @Test
    void hitRatio_printed() {
        MostPopularCache first = MostPopularCache.of(Popularity.of(thousand(10), ratio(1)), count(1));
        assertThat(first.hitRatio().value()).isCloseTo(0.10217, within(5e-6));
    }

    /** mpmath 1.3.0: H(200000) ÷ H(1000000). */
    @Test
    void hitRatio() {
        assertNear(0.888177136728429, BASE.hitRatio().value());
    }

    @Test
    void hitRatio_noneAndAll() {
        assertThat(MostPopularCache.of(BASE.popularity(), count(0)).hitRatio()).isEqualTo(percent(0));
        assertThat(MostPopularCache.of(BASE.popularity(), million(3)).hitRatio())
                .isEqualTo(percent(100));
    }

    @Test
    void hitRatio_ofRange() {
        MostPopularCache unsure =
                MostPopularCache.of(BASE.popularity(), assume("what fits", between(thousand(100), thousand(400))));
        assertThat(unsure.hitRatio().explain()).hasToString("""
                assumed
                  objects       = 1M
                  Zipf exponent = ×1
                  what fits     = 200k (100k … 400k)
                calculated
                  hit ratio = H(min(what fits, objects), Zipf exponent) ÷ H(objects, Zipf exponent)
                            = H(min(200k, 1M), 1) ÷ H(1M, 1)
                            = 88.82% (84% … 93.6%)""");
    }

    @Test
    void ofHitRatio_inverse() {
        MostPopularCache wanted = MostPopularCache.ofHitRatio(BASE.popularity(), percent(88.8177136728429));
        assertNear(200_000, wanted.cachedObjects().value(), 1e-11);
        assertNear(4e8, wanted.memory(kb(2)).to(B), 1e-11);
    }

    @Test
    void ofMemory_wholeObjects() {
        assertThat(MostPopularCache.ofMemory(BASE.popularity(), bytes(1000), bytes(300))
                        .cachedObjects())
                .isEqualTo(count(3));
        assertThatThrownBy(() -> MostPopularCache.ofMemory(BASE.popularity(), bytes(1000), bytes(0)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("cache memory (1 kB) ÷ memory of an object (0 B) has no answer: the divisor is zero");
    }

    @Test
    void toString_answers() {
        assertThat(BASE).hasToString("the most popular 200k, Zipf 1 over 1M: 88.8% hits");
    }
}
