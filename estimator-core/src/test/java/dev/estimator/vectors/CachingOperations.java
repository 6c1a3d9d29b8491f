package dev.estimator.vectors;

import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Units.SECONDS;

import dev.estimator.caching.BloomFilter;
import dev.estimator.caching.CacheLevels;
import dev.estimator.caching.LruCache;
import dev.estimator.caching.Popularity;
import dev.estimator.caching.TtlCache;
import dev.estimator.quantity.Share;
import dev.estimator.vectors.Operations.Operation;
import java.util.Map;

/** The operations of the vectors about caching. */
final class CachingOperations {
    private static final double BITS_IN_A_BYTE = 8;

    static final Map<String, Operation> ALL = Map.of(
            "bloom.bits", CachingOperations::bits,
            "bloom.falsePositive", CachingOperations::falsePositive,
            "cache.che", CachingOperations::che,
            "cache.effectiveLatency", CachingOperations::effectiveLatency,
            "cache.ttl", CachingOperations::ttl);

    private CachingOperations() {}

    private static Map<String, Double> bits(Inputs in) {
        BloomFilter filter = BloomFilter.of(in.count("items"), Share.of(in.number("falsePositive")));
        return Map.of(
                "bits",
                filter.leastBits().value() / BITS_IN_A_BYTE,
                "hashesExact",
                filter.exactHashes().value());
    }

    private static Map<String, Double> falsePositive(Inputs in) {
        Share share = BloomFilter.falsePositives(ratio(in.number("bitsPerItem")), in.count("hashes"));
        return Map.of("falsePositive", share.value());
    }

    private static Map<String, Double> che(Inputs in) {
        LruCache cache =
                LruCache.of(Popularity.of(in.count("objects"), ratio(in.number("zipf"))), in.count("cacheObjects"));
        return Map.of(
                "characteristicTime", cache.characteristicTime().value(),
                "hitRatio", cache.hitRatio().value());
    }

    private static Map<String, Double> effectiveLatency(Inputs in) {
        Share hits = Share.of(in.number("hitRatio"));
        return Map.of(
                "mean",
                CacheLevels.effectiveLatency(hits, in.time("hit"), in.time("miss"))
                        .to(SECONDS));
    }

    private static Map<String, Double> ttl(Inputs in) {
        boolean isRenewed = in.json().get("renewOnAccess").getAsBoolean();
        TtlCache cache = isRenewed
                ? TtlCache.renewedOnAccess(in.rate("rate"), in.time("ttl"))
                : TtlCache.setAtFill(in.rate("rate"), in.time("ttl"));
        return Map.of("hitRatio", cache.hitRatio().value());
    }
}
