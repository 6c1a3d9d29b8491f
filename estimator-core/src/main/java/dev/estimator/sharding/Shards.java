package dev.estimator.sharding;

import static dev.estimator.quantity.Quantities.assumeDefault;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.ratio;
import static java.util.Objects.requireNonNull;

import dev.estimator.internal.engine.Engine;
import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.graph.Node;
import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.input.Unbuilt;
import dev.estimator.internal.numeric.Rounding;
import dev.estimator.internal.text.VerdictText;
import dev.estimator.quantity.Amount;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Formula;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import org.immutables.value.Value;

/**
 * How many shards are needed, by the resource that binds, if they are unevenly loaded and cannot be split again soon.
 *
 * <p>Servers share their load, and one can be added at any time. Shards differ: the busiest, with {@link #skew()} times
 * the mean load, must still hold after the {@link #growth()} until the next split.
 */
@Value.Immutable
@SuppressWarnings({"exports", "serial"}) // Value is needed at build time only; lists are serializable
public abstract class Shards implements WithShards, Serializable {
    private static final long serialVersionUID = 1L;

    Shards() {}

    /**
     * Returns the resources that limit a shard.
     *
     * @return the limits, at least one, with different names
     */
    public abstract List<Limit> limits();

    /**
     * Returns how much of a shard may be used, above 0 %; 70 % unless set.
     *
     * @return the target utilization of the busiest shard
     */
    @Value.Default
    public Share targetUtilization() {
        return assumeDefault("target utilization", percent(70), "leaves room to move data while it is served");
    }

    /**
     * Returns how many times the mean load the busiest shard has; 1 unless set.
     *
     * @return the imbalance, at least 1, such as that of a ring or of a hot key; it counts as no more than the number
     *     of shards
     */
    @Value.Default
    public Ratio skew() {
        return assumeDefault("skew", ratio(1), "evenly spread keys");
    }

    /**
     * Returns the factor by which demand grows before the shards are split again; 1 unless set.
     *
     * @return the growth, at least 1
     */
    @Value.Default
    public Ratio growth() {
        return assumeDefault("growth", ratio(1), "sized for today");
    }

    @Value.Check
    void check() {
        if (limits().isEmpty()) {
            throw new IllegalStateException("no limit is set: add at least one with limit(name, demand, perShard)");
        }
        Refusal.unless(
                limits().stream().map(Limit::name).distinct().count() == limits().size(),
                "limits",
                "of different names",
                Refusal.names(limits(), Limit::name));
        limits().forEach(limit -> Refusal.unreadable(limit.name(), "name of a limit"));
        Refusal.aboveZero(targetUtilization(), "targetUtilization");
        namedSkew();
        namedGrowth();
    }

    /**
     * Returns how many shards one resource needs: {@code ⌈demand × growth × skew ÷ per shard ÷ target utilization⌉},
     * and one if everything fits on one, since no shard can have more than everything.
     *
     * @param limit the name of the limit
     * @return the shards, whole
     * @throws IllegalArgumentException if there is no such limit
     */
    public Count needed(String limit) {
        return Ratio.computed(
                        "{0} × {1}, or 1 if all fits on one", new ShardsNeeded(), evenly(find(limit)), namedSkew())
                .ceil()
                .named("shards by " + limit);
    }

    /**
     * Returns how many shards are needed: the most that any resource needs.
     *
     * @return the shards, whole
     */
    public Count needed() {
        return limits().stream()
                .map(limit -> needed(limit.name()))
                .reduce(Count::max)
                .orElseThrow()
                .named("shards needed");
    }

    /**
     * Returns the resource that needs the most shards.
     *
     * @return the name of the limit that binds
     */
    public String bindingLimit() {
        return limits().stream()
                .max(Comparator.comparing(Limit::load))
                .map(Limit::name)
                .orElseThrow();
    }

    /**
     * Returns how much of a resource the busiest shard uses today: {@code demand × skew ÷ (per shard × shards)}, where
     * the skew counts as no more than the number of shards.
     *
     * @param limit the name of the limit
     * @return the utilization of the busiest shard, before growth
     * @throws IllegalArgumentException if there is no such limit
     */
    public Share busiest(String limit) {
        return find(limit)
                .load()
                .times(namedSkew().div(needed().toRatio()).min(ratio(1)))
                .toShare()
                .named("busiest shard by " + limit);
    }

    /** Returns the shards and what binds, as in '24 shards, bound by writes: busiest at 65% today'. */
    @Override
    public String toString() {
        Count needed = needed();
        return needed + (needed.value() == 1 ? " shard" : " shards") + ", " + binding() + ": busiest at "
                + busiest(bindingLimit()) + " today";
    }

    /**
     * Begins shards.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the demands and limits of shards. */
    public static final class Builder extends ImmutableShards.Builder {
        Builder() {}

        /**
         * Adds a resource: data, writes, reads.
         *
         * @param name what it is
         * @param demand how much of it is needed in all, today
         * @param perShard how much of it one shard has, above zero
         * @param <Q> the type of quantity
         * @return this builder
         * @throws ArithmeticException if a shard has none of it
         */
        public <Q extends Amount<Q>> Builder limit(String name, Q demand, Q perShard) {
            Ratio load = Refusal.named(demand, "demand", name + " demand")
                    .div(Refusal.named(perShard, "perShard", name + " per shard"));
            return addLimits(new Limit(name, load));
        }

        /** Returns what is being built, and that {@code build()} is still to be called. */
        @Override
        public String toString() {
            return Unbuilt.of("shards");
        }
    }

    private Ratio evenly(Limit limit) {
        return limit.load()
                .times(namedGrowth())
                .div(targetUtilization().orNamed("target utilization"))
                .named("full shards of " + limit.name());
    }

    private String binding() {
        Limit most = find(bindingLimit());
        List<Node> loads =
                limits().stream().map(limit -> Inside.node(limit.load())).toList();
        return VerdictText.boundBy(most.name(), Engine.mayBeExceeded(Inside.node(most.load()), loads));
    }

    private Ratio namedSkew() {
        return Refusal.atLeast(skew().orNamed("skew"), "skew", 1);
    }

    private Ratio namedGrowth() {
        return Refusal.atLeast(growth().orNamed("growth"), "growth", 1);
    }

    private Limit find(String name) {
        return Refusal.find(limits(), Limit::name, "limit", name);
    }

    /**
     * The shards that one resource needs. With fewer shards than the skew the busiest has everything, so they are
     * enough only if one would be.
     */
    private record ShardsNeeded() implements Formula {
        @Override
        public double apply(double... inputs) {
            return Rounding.ceil(inputs[0]) <= 1 ? 1 : inputs[0] * inputs[1];
        }

        @Override
        public Direction direction(int input) {
            return Direction.RISING;
        }
    }

    /**
     * A resource that limits a shard.
     *
     * @param name what it is: data, writes, reads
     * @param load how many full shards the demand would fill
     */
    public record Limit(String name, Ratio load) implements Serializable {
        /**
         * Checks that no component is null.
         *
         * @param name what it is: data, writes, reads
         * @param load how many full shards the demand would fill
         */
        public Limit {
            requireNonNull(name, "name");
            requireNonNull(load, "load");
        }
    }
}
