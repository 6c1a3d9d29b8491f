package dev.estimator.caching;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.input.SerialRecord;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Formula;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;

/**
 * A cache in which an item expires some time after it was fetched, or after its last request.
 *
 * <p>Requests come at random, in a Poisson process. Unless a {@link #popularity()} is set, the cache holds one item,
 * and the rate is that of requests for it; with one, the rate is that of requests for all items together. Memory is
 * taken to hold everything that has not expired.
 *
 * @param requestRate the rate of requests that come to the cache
 * @param ttl the time after which an item expires
 * @param isRenewed whether each request makes the time begin anew, and not only the fetch after a miss
 * @param popularity the items that share the requests, and how; empty for a single item
 * @see "J. Jung, A. W. Berger and H. Balakrishnan, Modeling TTL-based Internet Caches, INFOCOM 2003"
 * @see "N. Choungmo Fofack et al., Performance Evaluation of Hierarchical TTL-based Cache Networks, Computer Networks
 *     65 (2014)"
 */
public record TtlCache(Qps requestRate, TimeSpan ttl, boolean isRenewed, Optional<Popularity> popularity)
        implements Serializable {
    /**
     * Checks that no component is null.
     *
     * @param requestRate the rate of requests that come to the cache
     * @param ttl the time after which an item expires
     * @param isRenewed whether each request makes the time begin anew, and not only the fetch after a miss
     * @param popularity the items that share the requests, and how; empty for a single item
     */
    public TtlCache {
        requestRate = Refusal.named(requestRate, "requestRate", "request rate");
        ttl = Refusal.named(ttl, "ttl", "time to live");
        Objects.requireNonNull(popularity, "popularity");
    }

    /**
     * Obtains a cache whose items expire a time after they were fetched, as in HTTP and DNS.
     *
     * @param requestRate the rate of requests
     * @param ttl the time to live
     * @return the cache, of a single item
     */
    public static TtlCache setAtFill(Qps requestRate, TimeSpan ttl) {
        return new TtlCache(requestRate, ttl, false, Optional.empty());
    }

    /**
     * Obtains a cache whose items expire a time after their last request, as sessions do.
     *
     * @param requestRate the rate of requests
     * @param ttl the time to live
     * @return the cache, of a single item
     */
    public static TtlCache renewedOnAccess(Qps requestRate, TimeSpan ttl) {
        return new TtlCache(requestRate, ttl, true, Optional.empty());
    }

    /**
     * Returns the cache with many items in place of one.
     *
     * @param newPopularity the items that share the requests, and how
     * @return the changed cache
     */
    public TtlCache withPopularity(Popularity newPopularity) {
        return new TtlCache(
                requestRate, ttl, isRenewed, Optional.of(Objects.requireNonNull(newPopularity, "newPopularity")));
    }

    /**
     * Returns the time to live, set at fill, that gives one item a wanted hit ratio: {@code h ÷ (1 − h) ÷ rate}.
     *
     * @param requestRate the rate of requests for the item, above zero
     * @param hitRatio the wanted hit ratio, below 100 %
     * @return the time to live
     * @throws IllegalArgumentException if the hit ratio is 100 %
     * @throws ArithmeticException if there are no requests
     */
    public static TimeSpan ttlSetAtFill(Qps requestRate, Share hitRatio) {
        Share hits = wanted(hitRatio);
        return Count.of(1)
                .times(hits.div(hits.complement()))
                .div(Refusal.named(requestRate, "requestRate", "request rate"))
                .named("time to live");
    }

    /**
     * Returns the time to live, renewed on access, that gives one item a wanted hit ratio: {@code −ln(1 − h) ÷ rate}.
     *
     * @param requestRate the rate of requests for the item, above zero
     * @param hitRatio the wanted hit ratio, below 100 %
     * @return the time to live
     * @throws IllegalArgumentException if the hit ratio is 100 %
     * @throws ArithmeticException if there are no requests
     */
    public static TimeSpan ttlRenewedOnAccess(Qps requestRate, Share hitRatio) {
        return Count.computed("−ln(1 − {0})", new RequestsForHitRatio(), wanted(hitRatio))
                .div(Refusal.named(requestRate, "requestRate", "request rate"))
                .named("time to live");
    }

    private static Share wanted(Share hitRatio) {
        Refusal.unless(
                requireNonNull(hitRatio, "hitRatio").value() < 1,
                "hitRatio",
                "below 100%, which takes for ever,",
                hitRatio);
        return hitRatio.orNamed("wanted hit ratio");
    }

    /**
     * Returns the share of requests that the cache answers: for one item {@code rT ÷ (1 + rT)} if the time is set at
     * fill, {@code 1 − e^(−rT)} if it is renewed; for many, its mean over all requests.
     *
     * @return the hit ratio
     */
    public Share hitRatio() {
        Share hits = popularity().map(this::meanHitRatio).orElseGet(this::ofOneObject);
        return hits.named("hit ratio");
    }

    /**
     * Returns the rate at which items are fetched: for one item {@code r ÷ (1 + rT)} if the time is set at fill,
     * {@code r e^(−rT)} if it is renewed; for many, their sum. It is {@code rate × (1 − hit ratio)}, but keeps its
     * digits for hit ratios near 100 %.
     *
     * @return the load behind the cache
     */
    public Qps residualLoad() {
        return requestRate.times(missRatio()).named("residual load");
    }

    /**
     * Returns how many items the cache holds on average: each for the share of time that its hit ratio says.
     *
     * @return the items that have not expired; below 1 for a single one
     */
    public Count cachedItems() {
        Count cached = popularity()
                .map(p -> Count.computed(
                        "items in a cache with expiry",
                        new Many(isRenewed(), false),
                        p.items(),
                        p.exponent(),
                        requests()))
                .orElseGet(() -> Count.of(1).times(hitRatio()));
        return cached.named("cached items");
    }

    /**
     * Returns the cache and its hit ratio, as in 'TTL 1 min set at fill, 0.1 req/s: 86% hits, 0.014 req/s behind it'.
     */
    @Override
    public String toString() {
        String how = isRenewed() ? " renewed on access, " : " set at fill, ";
        String items = popularity().map(p -> ", " + p.law()).orElse("");
        String held = popularity().map(p -> ", " + cachedItems() + " cached").orElse("");
        return "TTL " + ttl() + how + requestRate() + items + ": " + hitRatio() + " hits, " + residualLoad()
                + " behind it" + held;
    }

    private Share ofOneObject() {
        return isRenewed()
                ? Share.computed("1 − e^−{0}", new Renewed(), requests())
                : requests().div(requests().plus(Count.of(1))).toShare();
    }

    private Share missRatio() {
        Share misses = popularity()
                .map(p -> Share.computed(
                        "miss ratio with expiry", new ManyMisses(isRenewed()), p.items(), p.exponent(), requests()))
                .orElseGet(() -> isRenewed()
                        ? Share.computed("e^−{0}", new Misses(true), requests())
                        : Count.of(1).div(requests().plus(Count.of(1))).toShare());
        return misses.named("miss ratio");
    }

    private Share meanHitRatio(Popularity items) {
        return Share.computed(
                "hit ratio with expiry", new Many(isRenewed(), true), items.items(), items.exponent(), requests());
    }

    private Count requests() {
        return requestRate.times(ttl).named("requests in a time to live");
    }

    /** The input is the number of requests in a time to live. */
    private record Renewed() implements Formula {
        @Override
        public double apply(double... in) {
            return -Math.expm1(-in[0]);
        }

        @Override
        public Direction direction(int input) {
            return Direction.RISING;
        }
    }

    /**
     * The input is the number of requests in a time to live.
     *
     * @param isRenewed whether a hit makes the item stay longer
     */
    private record Misses(boolean isRenewed) implements Formula {
        @Override
        public double apply(double... in) {
            return isRenewed ? Math.exp(-in[0]) : 1 / (1 + in[0]);
        }

        @Override
        public Direction direction(int input) {
            return Direction.FALLING;
        }
    }

    /**
     * The miss ratio. The inputs are the items, the exponent and the requests in a time to live.
     *
     * @param isRenewed whether a hit makes the item stay longer
     */
    private record ManyMisses(boolean isRenewed) implements Formula {
        @Override
        public double apply(double... in) {
            if (!Popularity.isPossible(in[0], in[1])) {
                return Double.NaN;
            }
            Misses one = new Misses(isRenewed);
            double misses = RankGroups.of(in[0], in[1]).meanOfRequests(share -> one.apply(share * in[2]));
            return Math.max(0, Math.min(misses, 1)); // rounding may take it out of 0 to 1
        }

        @Override
        public Direction direction(int input) {
            return input == 0 ? Direction.RISING : input == 1 ? Direction.UNKNOWN : Direction.FALLING;
        }

        @Override
        public String condition() {
            return Popularity.CONDITION;
        }
    }

    /** The input is the hit ratio. */
    private record RequestsForHitRatio() implements Formula {
        @Override
        public double apply(double... in) {
            return in[0] < 1 ? -Math.log1p(-in[0]) : Double.NaN;
        }

        @Override
        public Direction direction(int input) {
            return Direction.RISING;
        }

        @Override
        public String condition() {
            return "the hit ratio must be below 100%";
        }
    }

    /**
     * The hit ratio, or the items held. The inputs are the items, the exponent and the requests in a time to live.
     *
     * @param isRenewed whether a hit makes the item stay longer
     * @param isOfRequests whether requests are weighed, not items
     */
    private record Many(boolean isRenewed, boolean isOfRequests) implements Formula {
        @Override
        public double apply(double... in) {
            if (!Popularity.isPossible(in[0], in[1])) {
                return Double.NaN;
            }
            return isRenewed ? renewed(in[0], in[1], in[2]) : setAtFill(in[0], in[1], in[2]);
        }

        @Override
        public Direction direction(int input) {
            if (input == 2) {
                return Direction.RISING;
            }
            if (input == 0) {
                return isOfRequests ? Direction.FALLING : Direction.RISING;
            }
            return isOfRequests ? Direction.UNKNOWN : Direction.FALLING;
        }

        private double renewed(double items, double exponent, double requests) {
            Che che = Che.of(items, exponent);
            return isOfRequests ? che.hitRatio(requests) : che.objects(requests);
        }

        private double setAtFill(double items, double exponent, double requests) {
            RankGroups groups = RankGroups.of(items, exponent);
            return isOfRequests
                    ? groups.meanOfRequests(share -> share * requests / (1 + share * requests))
                    : groups.sumOfObjects(share -> share * requests / (1 + share * requests));
        }

        @Override
        public String condition() {
            return Popularity.CONDITION;
        }
    }

    private Object writeReplace() {
        return SerialRecord.of(this);
    }
}
