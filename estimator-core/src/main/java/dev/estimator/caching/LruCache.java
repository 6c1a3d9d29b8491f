package dev.estimator.caching;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.input.Refusal;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Formula;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import java.io.Serializable;

/**
 * A cache that holds a number of items and evicts the least recently used (LRU).
 *
 * <p>Requests are independent of each other. By Che's approximation an item stays for the same characteristic time T
 * after its last request: {@code Σ (1 − e^(−pᵢT)) = C} for C cached items, and the hit ratio is {@code Σ pᵢ (1 −
 * e^(−pᵢT))}. With eight cached items it is within a percentage point of the exact value, and closer with more; with
 * one or two, and an exponent well above 1, it may be seven points off. For few items there is
 * {@link #exactHitRatio()}.
 *
 * @param popularity how often each item is requested
 * @param cachedItems how many items the cache holds; all of them or more if everything fits
 * @see "H. Che, Y. Tung and Z. Wang, Hierarchical Web Caching Systems: Modeling, Design and Experimental Results, IEEE
 *     JSAC 20 (2002)"
 * @see "C. Fricker, P. Robert and J. Roberts, A Versatile and Accurate Approximation for LRU Cache Performance, ITC 24
 *     (2012)"
 */
public record LruCache(Popularity popularity, Count cachedItems) implements Serializable {
    /**
     * Checks the inputs.
     *
     * @param popularity how often each item is requested
     * @param cachedItems how many items the cache holds; all of them or more if everything fits
     */
    public LruCache {
        requireNonNull(popularity, "popularity");
        cachedItems = Refusal.named(cachedItems, "cachedItems", "cached items");
    }

    /**
     * Obtains a cache that holds a number of items.
     *
     * @param popularity how often each item is requested
     * @param cachedItems how many it holds
     * @return the cache
     */
    public static LruCache of(Popularity popularity, Count cachedItems) {
        return new LruCache(popularity, cachedItems);
    }

    /**
     * Obtains the smallest cache that reaches a hit ratio, by Che's approximation.
     *
     * @param popularity how often each item is requested
     * @param hitRatio the share of requests that it is to answer; 100 % needs all items
     * @return the cache; its {@link #cachedItems()} are not rounded
     */
    public static LruCache ofHitRatio(Popularity popularity, Share hitRatio) {
        Count items = Count.computed(
                "items for a hit ratio by Che's approximation",
                LruFormula.OBJECTS_FOR_HIT_RATIO,
                requireNonNull(popularity, "popularity").items(),
                popularity.exponent(),
                Refusal.named(hitRatio, "hitRatio", "wanted hit ratio"));
        return of(popularity, items.named("cached items"));
    }

    /**
     * Obtains the cache that fits into memory: {@code ⌊memory ÷ size of an item⌋} items.
     *
     * @param popularity how often each item is requested
     * @param memory what there is for items
     * @param perObject what each takes, with its key and the overhead; above zero
     * @return the cache
     * @throws ArithmeticException if an item takes nothing
     */
    public static LruCache ofMemory(Popularity popularity, Bytes memory, Bytes perObject) {
        return of(
                popularity,
                Refusal.named(memory, "memory", "cache memory")
                        .div(Refusal.named(perObject, "perObject", "memory of an item"))
                        .floor()
                        .named("cached items"));
    }

    /**
     * Returns the share of requests that the cache answers, by Che's approximation: {@code Σ pᵢ (1 − e^(−pᵢT))}. It is
     * 100 % if everything fits, once each object has been requested.
     *
     * @return the hit ratio
     * @see "H. Che, Y. Tung and Z. Wang, Hierarchical Web Caching Systems: Modeling, Design and Experimental Results,
     *     IEEE JSAC 20 (2002)"
     */
    public Share hitRatio() {
        return Share.computed(
                        "Che's approximation",
                        LruFormula.HIT_RATIO,
                        popularity().items(),
                        popularity().exponent(),
                        cachedItems)
                .named("hit ratio");
    }

    /**
     * Returns the share of requests that the cache answers, exactly, for 16 items at most: over all sets of items that
     * it may hold.
     *
     * @return the hit ratio
     * @throws ArithmeticException if there are more than 16 items, or their numbers are not whole
     * @see "W. F. King, Analysis of Demand Paging Algorithms, IFIP Congress 1971"
     */
    public Share exactHitRatio() {
        return Share.computed(
                        "exact LRU",
                        LruFormula.EXACT_HIT_RATIO,
                        popularity().items(),
                        popularity().exponent(),
                        cachedItems)
                .named("exact hit ratio");
    }

    /**
     * Returns the share of requests that the best cache of this size answers, which always holds the most popular
     * items, as if all frequencies were known (perfect LFU): {@code H(C, α) ÷ H(N, α)}; 100 % if everything fits. It is
     * the upper bound for independent requests, and the hit ratio with pinning or prefetching.
     * {@link Popularity#topFor} says how many items a hit ratio needs.
     *
     * @return the greatest hit ratio
     * @see "L. Breslau et al., Web Caching and Zipf-like Distributions: Evidence and Implications, INFOCOM 1999"
     */
    public Share bestHitRatio() {
        return popularity().drawnBy(cachedItems.min(popularity().items())).named("best hit ratio");
    }

    /**
     * Returns for how many requests, to all items together, the cache remembers an item that none of them is for. It is
     * the T of Che's approximation, {@code Σ (1 − e^(−pᵢT)) = C}.
     *
     * @return the characteristic time in requests
     * @throws ArithmeticException if everything fits, so that nothing is ever dropped
     */
    public Count characteristicTime() {
        return Count.computed(
                        "characteristic time of Che's approximation",
                        LruFormula.CHARACTERISTIC_TIME,
                        popularity().items(),
                        popularity().exponent(),
                        cachedItems)
                .named("requests until dropped");
    }

    /**
     * Returns how long an item stays after its last request: {@code characteristic time ÷ request rate}.
     *
     * @param requestRate the rate of requests to all items together, above zero
     * @return the time until it is evicted
     * @throws ArithmeticException if there are no requests, or everything fits
     */
    public TimeSpan characteristicTime(Qps requestRate) {
        Qps rate = Refusal.named(requestRate, "requestRate", "request rate");
        return characteristicTime().div(rate).named("time until dropped");
    }

    /**
     * Returns the memory of the items held: {@code cached items × size of an item}.
     *
     * @param perObject what each takes, with its key and the overhead
     * @return the memory
     */
    public Bytes memory(Bytes perObject) {
        return cachedItems
                .times(Refusal.named(perObject, "perObject", "memory of an item"))
                .named("cache memory");
    }

    /** Returns the size and the hit ratio, as in 'LRU of 100k, Zipf 1 over 1M: 78% hits (Che's approximation)'. */
    @Override
    public String toString() {
        return "LRU of " + cachedItems() + ", " + popularity().law() + ": " + hitRatio()
                + " hits (Che's approximation)";
    }

    /** Formulas of a cache. The inputs are the items, the exponent, and the cached items or the hit ratio. */
    private enum LruFormula implements Formula {
        HIT_RATIO(Popularity.CONDITION),
        CHARACTERISTIC_TIME("the cache must be too small for all items, or none is ever dropped"),
        OBJECTS_FOR_HIT_RATIO(Popularity.CONDITION),
        EXACT_HIT_RATIO("items and cached items must be whole numbers, and the items at most " + ExactLru.MOST_OBJECTS);

        private final String condition;

        LruFormula(String condition) {
            this.condition = condition;
        }

        @Override
        public double apply(double... in) {
            if (!Popularity.isPossible(in[0], in[1])) {
                return Double.NaN;
            }
            boolean fits = in[2] >= in[0];
            if (this == OBJECTS_FOR_HIT_RATIO) {
                return items(Che.of(in[0], in[1]), in[2]);
            }
            if (this == EXACT_HIT_RATIO) {
                boolean isWhole = in[0] == Math.rint(in[0]) && in[2] == Math.rint(in[2]);
                if (!isWhole || in[0] > ExactLru.MOST_OBJECTS) {
                    return Double.NaN;
                }
                return fits ? 1 : ExactLru.hitRatio((int) in[0], in[1], (int) in[2]);
            }
            if (fits) {
                return this == HIT_RATIO ? 1 : Double.POSITIVE_INFINITY;
            }
            Che che = Che.of(in[0], in[1]);
            return this == HIT_RATIO ? hitRatio(che, in[2]) : che.timeForObjects(in[2]);
        }

        @Override
        public Direction direction(int input) {
            if (this == EXACT_HIT_RATIO && input == 1) {
                return Direction.UNKNOWN;
            }
            return input == (this == OBJECTS_FOR_HIT_RATIO ? 1 : 0) ? Direction.FALLING : Direction.RISING;
        }

        private static double hitRatio(Che che, double items) {
            return che.hitRatio(che.timeForObjects(items));
        }

        private static double items(Che che, double hitRatio) {
            return che.objects(che.timeForHitRatio(hitRatio));
        }

        @Override
        public String condition() {
            return condition;
        }

        @Override
        public String beyond() {
            return this == CHARACTERISTIC_TIME ? "never dropped" : "";
        }

        @Override
        public boolean isSlow() {
            return this == EXACT_HIT_RATIO;
        }
    }
}
