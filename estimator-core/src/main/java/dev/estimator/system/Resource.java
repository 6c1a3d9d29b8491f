package dev.estimator.system;

import dev.estimator.internal.input.SerialRecord;
import dev.estimator.model.Servers;
import dev.estimator.quantity.Amount;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Formula;
import dev.estimator.quantity.Quantities;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A resource of which an instance has a limited amount.
 *
 * @param kind what it is
 * @param name such as 'workers'
 * @param demand what all visits take together, apart from those of every instance
 * @param perInstance how much an instance has
 * @param onEach the part of an instance that visits of every instance take, whatever the number of instances
 * @param <Q> the type of both
 */
record Resource<Q extends Amount<Q>>(Kind kind, String name, Q demand, Q perInstance, Optional<Ratio> onEach)
        implements Serializable {
    /** The kinds of limited resources of an instance. */
    enum Kind {
        WORKERS,
        REQUESTS,
        THREADS,
        NETWORK,
        NETWORK_IN,
        NETWORK_OUT,
        /** Any other resource, which the user has named. */
        OTHER;

        String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        /** Whether more traffic fills it. */
        boolean grows() {
            return this != OTHER;
        }

        /** Whether it has a fixed capacity and refuses the rest; threads that wait for others do not. */
        boolean carries() {
            return grows() && this != THREADS;
        }

        boolean isNetwork() {
            return this == NETWORK || this == NETWORK_IN || this == NETWORK_OUT;
        }

        static List<String> growing() {
            return Arrays.stream(values()).filter(Kind::grows).map(Kind::label).toList();
        }
    }

    /** The word for an endless wait. */
    static final String OVERLOADED = "overloaded";

    static final String OF_HOTTEST = " of the hottest shard";

    private static final String OR_IDLE = "{0}, or {1} without waits where others are overloaded";

    /** With its name, as in 'api workers'. */
    String of(String component) {
        return component + " " + name;
    }

    /** The load in instances, as if each were full. */
    Ratio shared() {
        return demand.div(perInstance);
    }

    /** The load in instances that are full, of which one part is used on each. */
    Ratio full() {
        Ratio each = onEach.orElse(Quantities.ratio(0));
        double left = 1 - each.value();
        return left == 1 ? shared() : left > 0 ? needed(Share.of(1), each) : shared().times(1e9);
    }

    private Ratio needed(Share target, Ratio each) {
        return Ratio.computed("max(1, {0} ÷ ({1} − {2}))", new Needed(), shared(), target, each);
    }

    /** The load of one shard, if there are shards. */
    Resource<Q> ofShard(Optional<Count> shards) {
        return shards.map(all -> new Resource<>(kind, name, demand.div(all.toRatio()), perInstance, onEach))
                .orElse(this);
    }

    /** As in 'workers of the hottest shard'. */
    Resource<Q> ofHottest() {
        return new Resource<>(kind, name + OF_HOTTEST, demand, perInstance, onEach);
    }

    /**
     * Where they wait without an end for others that are overloaded, more of them are of no use: how many are in use if
     * nobody waits says how full they are themselves.
     */
    static Ratio orIdle(Ratio use, Ratio idle) {
        return Ratio.computed(OR_IDLE, new UnlessEndless(), use, idle);
    }

    String endless() {
        return "the " + name + " wait without an end for others that are overloaded";
    }

    /** The same of instances, of which no number is enough for threads that wait without an end. */
    static Count orIdle(Count instances, Count idle) {
        return Count.computed(OR_IDLE, new UnlessEndless(), instances, idle);
    }

    Ratio utilization(Count instances) {
        Ratio part = kind == Kind.THREADS || instances.value() == 0
                ? Ratio.computed("{0} ÷ {1}", new Use(), shared(), instances)
                : shared().div(instances.toRatio());
        return onEach.map(part::plus).orElse(part);
    }

    void limit(Servers.Builder servers, Share target, String component) {
        if (demand.isBeyond() && !demand.isUncertain()) {
            throw new ArithmeticException("no number of instances of " + component + " is enough: " + endless());
        }
        String label = of(component);
        if (onEach.isEmpty()) {
            servers.limit(label, demand, perInstance);
            return;
        }
        Ratio each = onEach.get();
        if (!each.isUncertain() && !target.isUncertain() && each.value() >= target.value()) {
            throw new ArithmeticException("no number of instances of " + component
                    + " is enough: what each of them must do takes " + NumberCells.percent(each) + " of its " + name
                    + " alone, and the target is " + target + "; shard it");
        }
        servers.limit(
                label, needed(target, each).named(label + " needed"), Quantities.ratio(1), Quantities.percent(100));
    }

    /** A part that is nothing of none, and stays beyond every number where as many instances would be needed. */
    private record Use() implements Formula {
        @Override
        public double apply(double... inputs) {
            return inputs[0] == 0 || inputs[0] == Double.POSITIVE_INFINITY ? inputs[0] : inputs[0] / inputs[1];
        }

        @Override
        public Direction direction(int input) {
            return input == 0 ? Direction.RISING : Direction.FALLING;
        }

        @Override
        public String beyond() {
            return OVERLOADED;
        }
    }

    /** The first, or the second where the first has no end. */
    private record UnlessEndless() implements Formula {
        @Override
        public double apply(double... inputs) {
            return Double.isInfinite(inputs[0]) ? inputs[1] : inputs[0];
        }

        @Override
        public Direction direction(int input) {
            return Direction.UNKNOWN;
        }

        @Override
        public String beyond() {
            return OVERLOADED;
        }
    }

    /** Of what is shared, the target, and what each instance must do anyway, for which there must be one. */
    private record Needed() implements Formula {
        @Override
        public double apply(double... inputs) {
            double left = inputs[1] - inputs[2];
            return left > 0 ? Math.max(1, inputs[0] / left) : Double.POSITIVE_INFINITY;
        }

        @Override
        public Direction direction(int input) {
            return input == 1 ? Direction.FALLING : Direction.RISING;
        }

        @Override
        public String beyond() {
            return "no number is enough";
        }
    }

    private Object writeReplace() {
        return SerialRecord.of(this);
    }
}
