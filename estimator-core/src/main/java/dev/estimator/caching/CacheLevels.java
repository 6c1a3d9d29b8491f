package dev.estimator.caching;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.graph.Bound.Side;
import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.input.SerialRecord;
import dev.estimator.internal.input.Unbuilt;
import dev.estimator.internal.text.LineList;
import dev.estimator.quantity.Bandwidth;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.immutables.value.Value;

/**
 * Caches that are looked up one after the other, the next only on a miss, and the origin behind them.
 *
 * <p>The hit ratio of each is that of the requests that reach it. Behind another cache it is lower than alone, as that
 * one has answered the popular requests. A content delivery network is a level too. It answers different shares of
 * requests and of bytes: large files are requested more often, or expire less, than pages. The origin's network is
 * sized by bytes, its servers by requests.
 *
 * @see "J. L. Hennessy and D. A. Patterson, Computer Architecture: A Quantitative Approach, 5th ed., 2011, appendix
 *     B.3"
 */
@Value.Immutable(copy = false)
@SuppressWarnings({"exports", "serial"}) // Value is needed at build time only; lists are serializable
public abstract class CacheLevels implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final Share ALL = Share.of(1);

    CacheLevels() {}

    /**
     * Returns the caches in the order in which they are looked up.
     *
     * @return the levels, at least one, each with a name of its own
     */
    public abstract List<Level> levels();

    /**
     * Returns how long the origin takes for a request that missed in all caches, without their lookups.
     *
     * @return the time; needed for the effective latency
     */
    public abstract Optional<TimeSpan> originTime();

    /**
     * One of the caches.
     *
     * @param name the name of the level, such as 'CDN'
     * @param hitRatio the share of the requests that reach it that it answers
     * @param byteHitRatio the share of the bytes of those requests that it delivers, its offload of bytes; that of
     *     requests if there is none
     * @param lookupTime what asking it takes, hit or miss; not needed for loads
     */
    public record Level(String name, Share hitRatio, Optional<Share> byteHitRatio, Optional<TimeSpan> lookupTime)
            implements Serializable {
        /**
         * Names the numbers after the level.
         *
         * @param name what it is
         * @param hitRatio the share of the requests that reach it that it answers
         * @param byteHitRatio the share of the bytes of those requests that it delivers
         * @param lookupTime what asking it takes, hit or miss
         * @throws IllegalArgumentException if it answers all requests but does not deliver all bytes
         */
        public Level {
            Share requests = Refusal.named(hitRatio, "hitRatio", "hit ratio of " + requireNonNull(name, "name"));
            Optional<Share> bytes = requireNonNull(byteHitRatio, "byteHitRatio")
                    .map(share -> share.orNamed("byte hit ratio of " + name));
            boolean isAll = requests.value() == 1;
            boolean mayBeAll = bytes.isEmpty() || bytes.get().value() == 1;
            Refusal.unless(mayBeAll || !isAll, "byteHitRatio", "100% if no request is missed", bytes.orElse(requests));
            hitRatio = mayBeAll ? requests : Refusal.kept(requests, "hitRatio", Side.BELOW, ALL);
            byteHitRatio = isAll ? bytes.map(share -> Refusal.kept(share, "byteHitRatio", Side.AT_LEAST, ALL)) : bytes;
            lookupTime = requireNonNull(lookupTime, "lookupTime").map(time -> time.orNamed("lookup in " + name));
        }

        /** Returns the level, as in 'CDN 90% hits in 20 ms'. */
        @Override
        public String toString() {
            return name + " " + hitRatio + " hits"
                    + byteHitRatio.map(bytes -> ", " + bytes + " of bytes").orElse("")
                    + lookupTime.map(time -> " in " + time).orElse("");
        }

        private Share missedBytes() {
            return byteHitRatio.orElse(hitRatio).complement();
        }

        private Object writeReplace() {
            return SerialRecord.of(this);
        }
    }

    /**
     * The rates of requests that arrive at a level, are answered there, and go on to the next.
     *
     * @param level the name of the level
     * @param arriving the rate of requests that reach it
     * @param answered the rate of those that it answers
     * @param residual the rate of those that go on to what is behind it
     */
    public record Load(String level, Qps arriving, Qps answered, Qps residual) implements Serializable {
        /**
         * Checks that no component is null.
         *
         * @param level the name of the level
         * @param arriving the rate of requests that reach it
         * @param answered the rate of those that it answers
         * @param residual the rate of those that go on to what is behind it
         */
        public Load {
            requireNonNull(level, "level");
            requireNonNull(arriving, "arriving");
            requireNonNull(answered, "answered");
            requireNonNull(residual, "residual");
        }

        /** Returns the three rates, as in 'CDN: 10k req/s arrive, 9k req/s answered, 1k req/s go on'. */
        @Override
        public String toString() {
            return level + ": " + arriving + " arrive, " + answered + " answered, " + residual + " go on";
        }
    }

    @Value.Check
    void check() {
        if (levels().isEmpty()) {
            throw new IllegalStateException("no level is set: add at least one with level(name, hit ratio)");
        }
        Set<String> names = new HashSet<>();
        for (Level level : levels()) {
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
     * Returns the bandwidth that the origin has to deliver: {@code request rate × mean size × Π (1 − byte hit ratioᵢ)}.
     *
     * @param requestRate the rate of requests to the first level
     * @param meanSize the mean size of a response, over all requests
     * @return the bandwidth from the origin to the last level
     */
    public Bandwidth residualBandwidth(Qps requestRate, Bytes meanSize) {
        Bandwidth all = Refusal.named(requestRate, "requestRate", "request rate")
                .times(Refusal.named(meanSize, "meanSize", "mean size"))
                .named("bandwidth to users");
        return all.times(byteMissRatio()).named("residual bandwidth");
    }

    /**
     * Returns the mean size of the responses of the origin: {@code mean size × Π (1 − byte hit ratioᵢ) ÷ Π (1 − hᵢ)}.
     *
     * @param meanSize the mean size of a response, over all requests
     * @return the size; that of all responses if each level answers the same share of bytes and of requests
     * @throws ArithmeticException if no request reaches the origin
     */
    public Bytes residualMeanSize(Bytes meanSize) {
        return Refusal.named(meanSize, "meanSize", "mean size")
                .times(byteMissRatio().div(missRatio()))
                .named("mean size at the origin");
    }

    /**
     * Returns for each level the requests that arrive, that it answers, and that go on.
     *
     * @param requestRate the rate of requests to the first level
     * @return the loads in the order of the levels
     */
    public List<Load> loads(Qps requestRate) {
        List<Load> loads = new ArrayList<>();
        Qps arriving = Refusal.named(requestRate, "requestRate", "request rate");
        for (Level level : levels()) {
            Qps residual = arriving.times(level.hitRatio().complement()).named("load behind " + level.name());
            Qps answered = arriving.times(level.hitRatio()).named("answered by " + level.name());
            loads.add(new Load(level.name(), arriving, answered, residual));
            arriving = residual;
        }
        return new LineList<>(loads);
    }

    /**
     * Returns how long a request takes on average, if every level that it reaches costs a lookup: {@code t₁ + (1 − h₁)
     * × (t₂ + (1 − h₂) × (… + origin))}.
     *
     * @return the mean latency
     * @throws IllegalStateException if the lookup time of a level or the time of the origin is not set
     * @see "J. L. Hennessy and D. A. Patterson, Computer Architecture: A Quantitative Approach, 5th ed., 2011, appendix
     *     B.3"
     */
    public TimeSpan effectiveLatency() {
        TimeSpan time = required(originTime(), "originTime").orNamed("origin");
        for (int i = levels().size() - 1; i >= 0; i--) {
            Level level = levels().get(i);
            TimeSpan lookup = required(level.lookupTime(), "lookup time of " + level.name());
            time = lookup.plus(time.times(level.hitRatio().complement()))
                    .named(i == 0 ? "effective latency" : "latency from " + level.name() + " on");
        }
        return time;
    }

    /**
     * Returns how long a request takes on average, from the total times of a hit and of a miss: {@code h × hit + (1 −
     * h) × miss}.
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

    /**
     * Returns the levels and the requests that pass them, as in 'CDN 90%, Redis 80%: 98% hits, 2% reach the origin, 21
     * ms on average'.
     */
    @Override
    public String toString() {
        String each = levels().stream()
                .map(level -> level.name() + " " + level.hitRatio())
                .collect(Collectors.joining(", "));
        boolean isTimed = originTime().isPresent()
                && levels().stream().allMatch(level -> level.lookupTime().isPresent());
        boolean isOfBytes =
                levels().stream().anyMatch(level -> level.byteHitRatio().isPresent());
        return each + ": " + hitRatio() + " hits, " + missRatio() + " reach the origin"
                + (isOfBytes ? ", " + byteMissRatio() + " of the bytes" : "")
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

    /** Collects the caches in the order in which they are looked up. */
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
            return addLevels(new Level(name, hitRatio, Optional.empty(), Optional.empty()));
        }

        /**
         * Adds the next cache, with its share of bytes, as known of a content delivery network.
         *
         * @param name what it is
         * @param hitRatio the share of the requests that reach it that it answers, its offload
         * @param byteHitRatio the share of the bytes of those requests that it delivers, its offload of bytes
         * @return this builder
         * @throws IllegalArgumentException if it answers all requests but does not deliver all bytes
         */
        public Builder level(String name, Share hitRatio, Share byteHitRatio) {
            requireNonNull(byteHitRatio, "byteHitRatio");
            return addLevels(new Level(name, hitRatio, Optional.of(byteHitRatio), Optional.empty()));
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
            return addLevels(
                    new Level(name, hitRatio, Optional.empty(), Optional.of(requireNonNull(lookupTime, "lookupTime"))));
        }

        /** Returns what is being built, and that {@code build()} is still to be called. */
        @Override
        public String toString() {
            return Unbuilt.of("levels of caches");
        }
    }

    private Share byteMissRatio() {
        return levels().stream()
                .map(Level::missedBytes)
                .reduce(Share::times)
                .orElseThrow()
                .named("byte miss ratio");
    }

    private int indexOf(String level) {
        List<String> names = levels().stream().map(Level::name).toList();
        Refusal.unless(names.contains(requireNonNull(level, "level")), "level", "one of " + names, "'" + level + "'");
        return names.indexOf(level);
    }

    private static TimeSpan required(Optional<TimeSpan> time, String name) {
        return time.orElseThrow(
                () -> new IllegalStateException(name + " is not set: it is needed for the effective latency"));
    }
}
