package dev.estimator.caching;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.input.Refusal;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Formula;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;

/**
 * A cache that holds a number of objects and evicts the least recently used (LRU).
 *
 * <p>Requests are independent of each other. By Che's approximation an object stays for the same characteristic time T
 * after its last request: {@code Σ (1 − e^(−pᵢT)) = C} for C cached objects, and the hit ratio is {@code Σ pᵢ (1 −
 * e^(−pᵢT))}. With eight cached objects it is within a percentage point of the exact value, and closer with more; with
 * one or two, and an exponent well above 1, it may be seven points off. For few objects there is
 * {@link #exactHitRatio()}.
 *
 * @param popularity how often each object is requested
 * @param cachedObjects how many objects the cache holds; all of them or more if everything fits
 * @see "H. Che, Y. Tung and Z. Wang, Hierarchical Web Caching Systems: Modeling, Design and Experimental Results, IEEE
 *     JSAC 20 (2002)"
 * @see "C. Fricker, P. Robert and J. Roberts, A Versatile and Accurate Approximation for LRU Cache Performance, ITC 24
 *     (2012)"
 */
public record LruCache(Popularity popularity, Count cachedObjects) {
    /**
     * Checks the inputs.
     *
     * @param popularity how often each object is requested
     * @param cachedObjects how many objects the cache holds; all of them or more if everything fits
     */
    public LruCache {
        requireNonNull(popularity, "popularity");
        cachedObjects = Refusal.named(cachedObjects, "cachedObjects", "cached objects");
    }

    /**
     * Obtains a cache that holds a number of objects.
     *
     * @param popularity how often each object is requested
     * @param cachedObjects how many it holds
     * @return the cache
     */
    public static LruCache of(Popularity popularity, Count cachedObjects) {
        return new LruCache(popularity, cachedObjects);
    }

    /**
     * Obtains the smallest cache that reaches a hit ratio, by Che's approximation.
     *
     * @param popularity how often each object is requested
     * @param hitRatio the share of requests that it is to answer; 100 % needs all objects
     * @return the cache; its {@link #cachedObjects()} are not rounded
     */
    public static LruCache ofHitRatio(Popularity popularity, Share hitRatio) {
        Count objects = Count.computed(
                "objects for a hit ratio by Che's approximation",
                LruFormula.OBJECTS_FOR_HIT_RATIO,
                requireNonNull(popularity, "popularity").objects(),
                popularity.exponent(),
                Refusal.named(hitRatio, "hitRatio", "wanted hit ratio"));
        return of(popularity, objects.named("cached objects"));
    }

    /**
     * Obtains the cache that fits into memory: {@code ⌊memory ÷ size of an object⌋} objects.
     *
     * @param popularity how often each object is requested
     * @param memory what there is for objects
     * @param perObject what each takes, with its key and the overhead; above zero
     * @return the cache
     * @throws ArithmeticException if an object takes nothing
     */
    public static LruCache ofMemory(Popularity popularity, Bytes memory, Bytes perObject) {
        return of(
                popularity,
                Refusal.named(memory, "memory", "cache memory")
                        .div(Refusal.named(perObject, "perObject", "memory of an object"))
                        .floor()
                        .named("cached objects"));
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
                        popularity().objects(),
                        popularity().exponent(),
                        cachedObjects)
                .named("hit ratio");
    }

    /**
     * Returns the share of requests that the cache answers, exactly, for 16 objects at most: over all sets of objects
     * that it may hold.
     *
     * @return the hit ratio
     * @throws ArithmeticException if there are more than 16 objects, or their numbers are not whole
     * @see "W. F. King, Analysis of Demand Paging Algorithms, IFIP Congress 1971"
     */
    public Share exactHitRatio() {
        return Share.computed(
                        "exact LRU",
                        LruFormula.EXACT_HIT_RATIO,
                        popularity().objects(),
                        popularity().exponent(),
                        cachedObjects)
                .named("exact hit ratio");
    }

    /**
     * Returns the share of requests that the best cache of this size answers, which always holds the most popular
     * objects, as if all frequencies were known (perfect LFU): {@code H(C, α) ÷ H(N, α)}; 100 % if everything fits. It
     * is the upper bound for independent requests, and the hit ratio with pinning or prefetching.
     * {@link Popularity#topFor} says how many objects a hit ratio needs.
     *
     * @return the greatest hit ratio
     * @see "L. Breslau et al., Web Caching and Zipf-like Distributions: Evidence and Implications, INFOCOM 1999"
     */
    public Share bestHitRatio() {
        return popularity().drawnBy(cachedObjects.min(popularity().objects())).named("best hit ratio");
    }

    /**
     * Returns for how many requests, to all objects together, the cache remembers an object that none of them is for.
     * It is the T of Che's approximation, {@code Σ (1 − e^(−pᵢT)) = C}.
     *
     * @return the characteristic time in requests
     * @throws ArithmeticException if everything fits, so that nothing is ever dropped
     */
    public Count characteristicTime() {
        return Count.computed(
                        "characteristic time of Che's approximation",
                        LruFormula.CHARACTERISTIC_TIME,
                        popularity().objects(),
                        popularity().exponent(),
                        cachedObjects)
                .named("requests until dropped");
    }

    /**
     * Returns how long an object stays after its last request: {@code characteristic time ÷ request rate}.
     *
     * @param requestRate the rate of requests to all objects together, above zero
     * @return the time until it is evicted
     * @throws ArithmeticException if there are no requests, or everything fits
     */
    public TimeSpan characteristicTime(Qps requestRate) {
        Qps rate = Refusal.named(requestRate, "requestRate", "request rate");
        return characteristicTime().div(rate).named("time until dropped");
    }

    /**
     * Returns the memory of the objects held: {@code cached objects × size of an object}.
     *
     * @param perObject what each takes, with its key and the overhead
     * @return the memory
     */
    public Bytes memory(Bytes perObject) {
        return cachedObjects
                .times(Refusal.named(perObject, "perObject", "memory of an object"))
                .named("cache memory");
    }

    /** Returns the size and the hit ratio, as in 'LRU of 100k, Zipf 1 over 1M: 78% hits (Che's approximation)'. */
    @Override
    public String toString() {
        return "LRU of " + cachedObjects() + ", " + popularity().law() + ": " + hitRatio()
                + " hits (Che's approximation)";
    }

    /** Formulas of a cache. The inputs are the objects, the exponent, and the cached objects or the hit ratio. */
    private enum LruFormula implements Formula {
        HIT_RATIO(Popularity.CONDITION),
        CHARACTERISTIC_TIME("the cache must be too small for all objects, or none is ever dropped"),
        OBJECTS_FOR_HIT_RATIO(Popularity.CONDITION),
        EXACT_HIT_RATIO(
                "objects and cached objects must be whole numbers, and the objects at most " + ExactLru.MOST_OBJECTS);

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
            return switch (this) {
                case HIT_RATIO -> fits ? 1 : hitRatio(Che.of(in[0], in[1]), in[2]);
                case CHARACTERISTIC_TIME ->
                    in[2] < in[0] ? Che.of(in[0], in[1]).timeForObjects(in[2]) : Double.POSITIVE_INFINITY;
                case OBJECTS_FOR_HIT_RATIO -> objects(Che.of(in[0], in[1]), in[2]);
                case EXACT_HIT_RATIO -> {
                    boolean isWhole = in[0] == Math.rint(in[0]) && in[2] == Math.rint(in[2]);
                    if (!isWhole || in[0] > ExactLru.MOST_OBJECTS) {
                        yield Double.NaN;
                    }
                    yield fits ? 1 : ExactLru.hitRatio((int) in[0], in[1], (int) in[2]);
                }
            };
        }

        @Override
        public Direction direction(int input) {
            return switch (this) {
                case HIT_RATIO, CHARACTERISTIC_TIME -> input == 0 ? Direction.FALLING : Direction.RISING;
                case OBJECTS_FOR_HIT_RATIO -> input == 1 ? Direction.FALLING : Direction.RISING;
                case EXACT_HIT_RATIO ->
                    input == 0 ? Direction.FALLING : input == 1 ? Direction.UNKNOWN : Direction.RISING;
            };
        }

        private static double hitRatio(Che che, double objects) {
            return che.hitRatio(che.timeForObjects(objects));
        }

        private static double objects(Che che, double hitRatio) {
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
