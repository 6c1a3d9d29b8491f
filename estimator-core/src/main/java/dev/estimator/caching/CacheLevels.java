package dev.estimator.caching;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.input.Unbuilt;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.immutables.value.Value;

/**
 * Caches that are asked one after the other, the next only on a miss, and the origin behind them.
 *
 * <p>The hit ratio of each is that of the requests that reach it. Behind another cache it is lower than alone, for what
 * is popular has been answered before.
 *
 * @see "J. L. Hennessy and D. A. Patterson, Computer Architecture: A Quantitative Approach, 5th ed., 2011, appendix
 *     B.3"
 */
@Value.Immutable(copy = false)
@SuppressWarnings("exports") // Value is needed at build time only
public abstract class CacheLevels {
    CacheLevels() {}

    /**
     * Returns the caches in the order in which they are asked.
     *
     * @return the levels, at least one, each with a name of its own
     */
    public abstract List<CacheLevel> levels();

    /**
     * Returns what the origin takes for a request that missed everywhere, without the lookups before.
     *
     * @return the time; needed for the effective latency
     */
    public abstract Optional<TimeSpan> originTime();

    @Value.Check
    void check() {
        if (levels().isEmpty()) {
            throw new IllegalStateException("no level is set: add at least one with level(name, hit ratio)");
        }
        Set<String> names = new HashSet<>();
        for (CacheLevel level : levels()) {
            Refusal.unreadable(level.name(), "name of a level");
            Refusal.unless(
                    names.add(level.name()), "level", "a name that no other level has", "'" + level.name() + "'");
        }
    }

    /**
     * Returns the share of requests that none of the caches answers: {@code Π (1 − hᵢ)}.
     *
     * @return the miss ratio of all levels
     */
    public Share missRatio() {
        return levels().stream()
                .map(level -> level.hitRatio().complement())
                .reduce(Share::times)
                .orElseThrow()
                .named("miss ratio");
    }

    /**
     * Returns the share of requests that one of the caches answers: {@code 1 − Π (1 − hᵢ)}.
     *
     * @return the hit ratio of all levels together
     */
    public Share hitRatio() {
        return missRatio().complement().named("hit ratio");
    }

    /**
     * Returns the load on the origin: {@code rate × Π (1 − hᵢ)}.
     *
     * @param requestRate the rate of requests to the first level
     * @return the rate of requests that no cache answers
     */
    public Qps residualLoad(Qps requestRate) {
        return Refusal.named(requestRate, "requestRate", "request rate")
                .times(missRatio())
                .named("residual load");
    }

    /**
     * Returns the load behind one of the levels.
     *
     * @param level its name
     * @param requestRate the rate of requests to the first level
     * @return the rate of requests that neither it nor a level before it answers
     * @throws IllegalArgumentException if there is no such level
     */
    public Qps residualLoad(String level, Qps requestRate) {
        return loads(requestRate).get(indexOf(level)).residual();
    }

    /**
     * Returns what comes to each level, what it answers and what goes on.
     *
     * @param requestRate the rate of requests to the first level
     * @return the loads in the order of the levels
     */
    public List<CacheLoad> loads(Qps requestRate) {
        List<CacheLoad> loads = new ArrayList<>();
        Qps arriving = Refusal.named(requestRate, "requestRate", "request rate");
        for (CacheLevel level : levels()) {
            Qps residual = arriving.times(level.hitRatio().complement()).named("load behind " + level.name());
            Qps answered = arriving.times(level.hitRatio()).named("answered by " + level.name());
            loads.add(new CacheLoad(level.name(), arriving, answered, residual));
            arriving = residual;
        }
        return List.copyOf(loads);
    }

    /**
     * Returns what a request takes on average, if every level that it reaches costs a lookup: {@code t₁ + (1 − h₁) ×
     * (t₂ + (1 − h₂) × (… + origin))}.
     *
     * @return the mean latency
     * @throws IllegalStateException if the lookup time of a level or the time of the origin is not set
     * @see "J. L. Hennessy and D. A. Patterson, Computer Architecture: A Quantitative Approach, 5th ed., 2011, appendix
     *     B.3"
     */
    public TimeSpan effectiveLatency() {
        TimeSpan time = required(originTime(), "originTime").orNamed("origin");
        for (int i = levels().size() - 1; i >= 0; i--) {
            CacheLevel level = levels().get(i);
            TimeSpan lookup = required(level.lookupTime(), "lookup time of " + level.name());
            time = lookup.plus(time.times(level.hitRatio().complement()))
                    .named(i == 0 ? "effective latency" : "latency from " + level.name() + " on");
        }
        return time;
    }

    /**
     * Returns what a request takes on average, from what a hit and what a miss takes in all: {@code h × hit + (1 − h) ×
     * miss}.
     *
     * @param hitRatio the share of requests that are hits
     * @param hit what a hit takes
     * @param miss what a miss takes from beginning to end, with the lookup that was in vain
     * @return the mean latency
     */
    public static TimeSpan effectiveLatency(Share hitRatio, TimeSpan hit, TimeSpan miss) {
        Share hits = Refusal.named(hitRatio, "hitRatio", "hit ratio");
        return Refusal.named(hit, "hit")
                .times(hits)
                .plus(Refusal.named(miss, "miss").times(hits.complement()))
                .named("effective latency");
    }

    /** Returns what gets through, as in 'CDN 90%, Redis 80%: 98% hits, 2% reach the origin, 21 ms on average'. */
    @Override
    public String toString() {
        String each = levels().stream()
                .map(level -> level.name() + " " + level.hitRatio())
                .collect(Collectors.joining(", "));
        boolean isTimed = originTime().isPresent()
                && levels().stream().allMatch(level -> level.lookupTime().isPresent());
        return each + ": " + hitRatio() + " hits, " + missRatio() + " reach the origin"
                + (isTimed ? ", " + effectiveLatency() + " on average" : "");
    }

    /**
     * Begins levels of caches.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the caches in the order in which they are asked. */
    public static final class Builder extends ImmutableCacheLevels.Builder {
        Builder() {}

        /**
         * Adds the cache that is asked next.
         *
         * @param name what it is
         * @param hitRatio the share of the requests that reach it that it answers
         * @return this builder
         */
        public Builder level(String name, Share hitRatio) {
            return addLevels(new CacheLevel(name, hitRatio, Optional.empty()));
        }

        /**
         * Adds the cache that is asked next.
         *
         * @param name what it is
         * @param hitRatio the share of the requests that reach it that it answers
         * @param lookupTime what asking it takes, hit or miss
         * @return this builder
         */
        public Builder level(String name, Share hitRatio, TimeSpan lookupTime) {
            return addLevels(new CacheLevel(name, hitRatio, Optional.of(requireNonNull(lookupTime, "lookupTime"))));
        }

        /** Says how to go on. */
        @Override
        public String toString() {
            return Unbuilt.of("levels of caches");
        }
    }

    private int indexOf(String level) {
        List<String> names = levels().stream().map(CacheLevel::name).toList();
        Refusal.unless(names.contains(requireNonNull(level, "level")), "level", "one of " + names, "'" + level + "'");
        return names.indexOf(level);
    }

    private static TimeSpan required(Optional<TimeSpan> time, String name) {
        return time.orElseThrow(
                () -> new IllegalStateException(name + " is not set: it is needed for the effective latency"));
    }
}
