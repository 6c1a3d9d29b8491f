package dev.estimator.caching;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.input.Refusal;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Share;

/**
 * A cache that holds the most popular objects and never changes, as if all frequencies were known: perfect LFU.
 *
 * <p>If requests are independent of each other, no cache answers more of them with as many objects. So it is the bound
 * for an {@link LruCache}, and what pinning or prefetching gives.
 *
 * @param popularity how often the objects are asked for
 * @param cachedObjects how many objects the cache holds; all of them or more if everything fits
 * @see "L. Breslau et al., Web Caching and Zipf-like Distributions: Evidence and Implications, INFOCOM 1999"
 */
public record MostPopularCache(Popularity popularity, Count cachedObjects) {
    /**
     * Checks the inputs.
     *
     * @param popularity how often the objects are asked for
     * @param cachedObjects how many objects the cache holds; all of them or more if everything fits
     */
    public MostPopularCache {
        requireNonNull(popularity, "popularity");
        cachedObjects = Refusal.named(cachedObjects, "cachedObjects", "cached objects");
    }

    /**
     * Obtains a cache of the most popular objects.
     *
     * @param popularity how often objects are asked for
     * @param cachedObjects how many it holds
     * @return the cache
     */
    public static MostPopularCache of(Popularity popularity, Count cachedObjects) {
        return new MostPopularCache(popularity, cachedObjects);
    }

    /**
     * Obtains the cache that is as large as a wanted hit ratio needs.
     *
     * @param popularity how often objects are asked for
     * @param hitRatio the share of requests that it is to answer
     * @return the cache; its {@link #cachedObjects()} are not rounded
     */
    public static MostPopularCache ofHitRatio(Popularity popularity, Share hitRatio) {
        return of(
                requireNonNull(popularity, "popularity"),
                popularity
                        .drawing(Refusal.named(hitRatio, "hitRatio", "wanted hit ratio"))
                        .named("cached objects"));
    }

    /**
     * Obtains the cache that fits into memory: {@code ⌊memory ÷ size of an object⌋} objects.
     *
     * @param popularity how often objects are asked for
     * @param memory what there is for objects
     * @param perObject what each takes, with its key and the overhead; above zero
     * @return the cache
     * @throws ArithmeticException if an object takes nothing
     */
    public static MostPopularCache ofMemory(Popularity popularity, Bytes memory, Bytes perObject) {
        return of(popularity, CacheSize.objects(memory, perObject));
    }

    /**
     * Returns the share of requests that the cache answers: {@code H(C, α) ÷ H(N, α)}; 100 % if everything fits.
     *
     * @return the hit ratio
     */
    public Share hitRatio() {
        return popularity().drawnBy(cachedObjects.min(popularity().objects())).named("hit ratio");
    }

    /**
     * Returns the memory of the objects held: {@code cached objects × size of an object}.
     *
     * @param perObject what each takes, with its key and the overhead
     * @return the memory
     */
    public Bytes memory(Bytes perObject) {
        return CacheSize.memory(cachedObjects, perObject);
    }

    /** Returns the size and what it gives, as in 'the most popular 100k, Zipf 1 over 1M: 84% hits'. */
    @Override
    public String toString() {
        return "the most popular " + cachedObjects() + ", " + popularity().law() + ": " + hitRatio() + " hits";
    }
}
