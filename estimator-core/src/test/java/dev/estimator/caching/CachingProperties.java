package dev.estimator.caching;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Units.PER_SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.estimator.quantity.Share;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;

class CachingProperties {
    private static final double ROUNDING = 1e-12;

    @Property(tries = 200)
    void lru_risesWithTheCache(
            @ForAll @DoubleRange(min = 1, max = 1e7) double objects,
            @ForAll @DoubleRange(max = 3) double exponent,
            @ForAll @DoubleRange(max = 0.9) double part,
            @ForAll @DoubleRange(min = 0.01, max = 0.1) double more) {
        assertThat(lru(objects, exponent, part + more)).isGreaterThanOrEqualTo(lru(objects, exponent, part) - ROUNDING);
    }

    @Property(tries = 200)
    void lru_risesWithTheExponent(
            @ForAll @DoubleRange(min = 1, max = 1e7) double objects,
            @ForAll @DoubleRange(max = 3) double exponent,
            @ForAll @DoubleRange(max = 1) double part) {
        assertThat(lru(objects, exponent + 0.1, part)).isGreaterThanOrEqualTo(lru(objects, exponent, part) - ROUNDING);
    }

    /**
     * The chance to be there is at most one, and the more popular an object the likelier: no more than the most
     * popular, no less than all alike.
     */
    @Property(tries = 200)
    void lru_betweenAllAlikeAndTheMostPopular(
            @ForAll @DoubleRange(min = 1, max = 1e7) double objects,
            @ForAll @DoubleRange(max = 3) double exponent,
            @ForAll @DoubleRange(max = 1) double part) {
        // Below one object, or with a part of one beyond whole numbers, the two interpolate in their own ways.
        double cached = Math.floor(part * objects);
        Popularity popularity = Popularity.of(count(Math.floor(objects)), ratio(exponent));
        double lru = LruCache.of(popularity, count(cached)).hitRatio().value();
        double most = LruCache.of(popularity, count(cached)).bestHitRatio().value();
        assertThat(lru).isBetween(cached / Math.floor(objects) - ROUNDING, most + ROUNDING);
    }

    @Property(tries = 200)
    void lru_ofObjectsAllAlike(
            @ForAll @DoubleRange(min = 1, max = 1e7) double objects, @ForAll @DoubleRange(max = 1) double part) {
        assertThat(lru(objects, 0, part)).isCloseTo(part, within(1e-12));
    }

    @Property(tries = 200)
    void lru_ofHitRatioIsItsInverse(
            @ForAll @DoubleRange(min = 1, max = 1e7) double objects,
            @ForAll @DoubleRange(max = 3) double exponent,
            @ForAll @DoubleRange(min = 0.001, max = 0.999) @Scale(3) double hitRatio) {
        Popularity popularity = Popularity.of(count(objects), ratio(exponent));
        assertNear(
                hitRatio,
                LruCache.ofHitRatio(popularity, Share.of(hitRatio)).hitRatio().value(),
                1e-10);
    }

    @Property(tries = 200)
    void mostPopular_ofHitRatioIsItsInverse(
            @ForAll @DoubleRange(min = 1, max = 1e7) double objects,
            @ForAll @DoubleRange(max = 3) double exponent,
            @ForAll @DoubleRange(min = 0.001, max = 0.999) @Scale(3) double hitRatio) {
        Popularity popularity = Popularity.of(count(objects), ratio(exponent));
        assertThat(LruCache.of(popularity, popularity.topFor(Share.of(hitRatio)))
                        .bestHitRatio()
                        .value())
                .isCloseTo(hitRatio, within(ROUNDING));
    }

    @Property(tries = 200)
    void ofTop_drawsWhatWasSaid(
            @ForAll @DoubleRange(min = 100, max = 1e9) double objects,
            @ForAll @DoubleRange(min = 0.05, max = 0.5) double top,
            @ForAll @DoubleRange(min = 0.01, max = 0.9) double nearer) {
        Share requests = Share.of(top + (1 - top) * nearer);
        Popularity popularity = Popularity.ofTop(count(objects), Share.of(top), requests);
        assertNear(requests.value(), popularity.shareOfTop(Share.of(top)).value(), 1e-12);
    }

    /** To renew the time keeps objects longer; both are below what never expires. */
    @Property(tries = 200)
    void ttl_renewedHitsMore(
            @ForAll @DoubleRange(max = 1e5) double rate,
            @ForAll @DoubleRange(max = 1e5) double ttl,
            @ForAll @DoubleRange(max = 2) double exponent) {
        Popularity popularity = Popularity.of(count(100_000), ratio(exponent));
        TtlCache filled = TtlCache.setAtFill(qps(rate), seconds(ttl));
        TtlCache renewed = TtlCache.renewedOnAccess(qps(rate), seconds(ttl));
        assertThat(renewed.hitRatio().value())
                .isGreaterThanOrEqualTo(filled.hitRatio().value());
        assertThat(renewed.withPopularity(popularity).hitRatio().value())
                .isGreaterThanOrEqualTo(
                        filled.withPopularity(popularity).hitRatio().value() - ROUNDING);
        assertThat(renewed.withPopularity(popularity).cachedItems().value()).isLessThanOrEqualTo(100_000);
    }

    /** Each object that is fetched stays a time to live: fetches × time = objects held, by Little's law. */
    @Property(tries = 200)
    void ttl_fetchesTimesTimeAreTheObjectsHeld(
            @ForAll @DoubleRange(min = 0.01, max = 1e5) double rate,
            @ForAll @DoubleRange(min = 0.01, max = 1e4) double ttl,
            @ForAll @DoubleRange(max = 2) double exponent) {
        TtlCache cache = TtlCache.setAtFill(qps(rate), seconds(ttl))
                .withPopularity(Popularity.of(count(50_000), ratio(exponent)));
        double fetched = cache.residualLoad().times(cache.ttl()).value();
        // The residual load is rate × (1 − hits): as many digits are lost as the hit ratio has nines.
        assertThat(fetched).isCloseTo(cache.cachedItems().value(), within(1e-12 * rate * ttl + 1e-9));
    }

    @Property(tries = 200)
    void ttl_forAHitRatioIsItsInverse(
            @ForAll @DoubleRange(min = 0.01, max = 1e4) double rate,
            @ForAll @DoubleRange(min = 0.001, max = 0.999) @Scale(3) double hitRatio) {
        Share wanted = Share.of(hitRatio);
        assertNear(
                hitRatio,
                TtlCache.setAtFill(qps(rate), TtlCache.ttlSetAtFill(qps(rate), wanted))
                        .hitRatio()
                        .value());
        assertNear(
                hitRatio,
                TtlCache.renewedOnAccess(qps(rate), TtlCache.ttlRenewedOnAccess(qps(rate), wanted))
                        .hitRatio()
                        .value());
    }

    /** What arrives is answered or goes on, and what goes on arrives at the next. */
    @Property(tries = 200)
    void levels_loseNothing(@ForAll @Size(min = 1, max = 5) List<@DoubleRange(max = 1) Double> hitRatios) {
        CacheLevels.Builder builder = CacheLevels.builder();
        for (int i = 0; i < hitRatios.size(); i++) {
            builder.level("level " + i, Share.of(hitRatios.get(i)));
        }
        CacheLevels levels = builder.build();
        double arriving = 5000;
        double answered = 0;
        for (CacheLevels.Load load : levels.loads(qps(5000))) {
            assertThat(load.arriving().to(PER_SECOND)).isEqualTo(arriving);
            arriving = load.residual().to(PER_SECOND);
            answered += load.answered().to(PER_SECOND);
        }
        assertThat(answered + arriving).isCloseTo(5000, within(1e-8));
        assertThat(levels.residualLoad(qps(5000)).to(PER_SECOND)).isCloseTo(arriving, within(1e-8));
        assertThat(levels.hitRatio().value()).isCloseTo(answered / 5000, within(1e-12));
    }

    /** Whole hashes never need fewer bits than the optimum, and keep what was asked for. */
    @Property(tries = 200)
    void bloom_wholeHashesCostBits(
            @ForAll @DoubleRange(min = 1, max = 1e9) double items,
            @ForAll @DoubleRange(min = 1e-9, max = 0.9) @Scale(9) double falsePositives) {
        assertKeepsItsPromise(items, falsePositives);
    }

    /** Those that are computed exactly, and those just too large for it. */
    @Property(tries = 200)
    void bloom_ofFewItems(
            @ForAll @DoubleRange(min = 1, max = 1000) double items,
            @ForAll @DoubleRange(min = 1e-9, max = 0.9) @Scale(9) double falsePositives) {
        assertKeepsItsPromise(items, falsePositives);
    }

    private static void assertKeepsItsPromise(double items, double falsePositives) {
        BloomFilter filter = BloomFilter.of(count(items), Share.of(falsePositives));
        assertThat(filter.bits().value())
                .isGreaterThanOrEqualTo(filter.leastBits().value() * (1 - 1e-12));
        assertThat(filter.falsePositivesWith(count(items)).value()).isLessThanOrEqualTo(falsePositives * (1 + 1e-9));
        double exact = filter.exactHashes().value();
        double fewer = filter.bits().value() < 5000 ? 2 : 0; // so small a filter can do with fewer hashes
        assertThat(filter.hashes().value()).isBetween(Math.max(1, exact - 1 - fewer), exact + 1);
    }

    private static double lru(double objects, double exponent, double part) {
        return LruCache.of(Popularity.of(count(objects), ratio(exponent)), count(objects * part))
                .hitRatio()
                .value();
    }
}
