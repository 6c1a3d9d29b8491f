package dev.estimator.sharding;

import static dev.estimator.quantity.Quantities.ratio;

import dev.estimator.internal.input.Refusal;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Formula;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import java.io.Serializable;

/**
 * Shards of which one has the hottest key, tenant or partition; the rest of the load is spread evenly over all.
 *
 * <p>The load of one key cannot be split, so each further shard helps less: this is Amdahl's law, with the hottest key
 * as the serial part.
 *
 * @param hottest which part of the whole load the hottest key has, h
 * @param shards how many shards there are, n, whole, at least 1
 * @see "G. M. Amdahl, Validity of the Single Processor Approach to Achieving Large Scale Computing Capabilities, AFIPS
 *     1967"
 */
public record HotShard(Share hottest, Count shards) implements Serializable {
    /**
     * Checks the inputs.
     *
     * @param hottest which part of the whole load the hottest key has, h
     * @param shards how many shards there are, n, whole, at least 1
     */
    public HotShard {
        hottest = Refusal.named(hottest, "hottest", "hottest key");
        shards = Refusal.whole(Refusal.atLeast(Refusal.named(shards, "shards"), "shards", 1), "shards");
    }

    /**
     * Obtains shards with a hot one.
     *
     * @param hottest which part of the whole load the hottest key has
     * @param shards how many shards there are, whole, at least 1
     * @return the shards
     * @throws IllegalArgumentException if there is no shard, or a part of one
     */
    public static HotShard of(Share hottest, Count shards) {
        return new HotShard(hottest, shards);
    }

    /**
     * Returns which part of the whole load the busiest shard has: {@code h + (1 − h) ÷ n}.
     *
     * @return the share of the busiest shard
     */
    public Share busiest() {
        Share key = hottest;
        return key.plus(key.complement().div(shards)).named("busiest shard");
    }

    /**
     * Returns how many times the mean load the busiest shard has: {@code n × busiest}.
     *
     * @return the imbalance, at least 1
     */
    public Ratio imbalance() {
        return shards.toRatio().times(busiest()).named("imbalance");
    }

    /**
     * Returns the capacity of all shards, in multiples of one shard, when the busiest is full: {@code 1 ÷ busiest}.
     *
     * @return the gain by sharding, at most the shards
     */
    public Ratio gain() {
        return ratio(1).div(busiest()).named("gain by sharding");
    }

    /**
     * Returns the capacity, in multiples of one shard, that no number of shards exceeds: {@code 1 ÷ h}.
     *
     * @return the greatest gain
     * @throws ArithmeticException if the hottest key has 0 % of the load
     */
    public Ratio greatestGain() {
        return ratio(1).div(hottest).named("greatest gain");
    }

    /**
     * Returns how many shards are needed for the busiest to have no more than a share of the load: {@code ⌈(1 − h) ÷
     * (busiest − h)⌉}.
     *
     * @param busiest the part of the whole load that a shard can carry, above that of the hottest key
     * @return the shards, whole
     * @throws ArithmeticException if the hottest key alone has as much: then splitting does not help
     */
    public Count shardsFor(Share busiest) {
        return Ratio.computed(
                        "(1 − {0}) ÷ ({1} − {0})",
                        new ShardsForBusiest(), hottest, Refusal.named(busiest, "busiest", "wanted busiest"))
                .ceil()
                .named("shards needed");
    }

    /**
     * Returns the number of shards beyond which more help little: {@code ⌈1 ÷ h⌉}, where the hottest key is as heavy as
     * an even share of the load. There the gain is half of the greatest, and with twice as many shards two thirds.
     *
     * @return the shards up to which splitting is worth while
     * @throws ArithmeticException if the hottest key has 0 % of the load, so that any number is worth while
     */
    public Count worthwhile() {
        return greatestGain().ceil().named("worthwhile shards");
    }

    /**
     * Returns the same shards with the hottest key split into several keys, as by a random suffix. One of the parts is
     * then the hottest key, and the others are spread evenly over all shards, as the rest of the load is. With 50 % in
     * two parts on 4 shards, the busiest has {@code 25 % + 75 % ÷ 4}, 43.75 %. If the parts are made to fall on
     * different shards it has {@code h ÷ parts + (1 − h) ÷ n}, 37.5 %, and if both fall on one shard 62.5 %.
     *
     * @param parts into how many keys, whole, at least 1
     * @return the shards with a hottest key of {@code h ÷ parts}
     * @throws IllegalArgumentException if there is no part, or the number is not whole
     */
    public HotShard splitInto(Count parts) {
        Count all = Refusal.whole(Refusal.atLeast(Refusal.named(parts, "parts"), "parts", 1), "parts");
        return of(hottest.div(all).named("hottest part"), shards);
    }

    /**
     * Returns the imbalance, as in '16 shards, hottest key 10%: busiest has 15.6%, ×2.5 the mean; worth while up to
     * 10'.
     */
    @Override
    public String toString() {
        String answer = shards() + " shards, hottest key " + hottest() + ": busiest has " + busiest() + ", "
                + imbalance() + " the mean";
        return hottest().value() > 0 ? answer + "; worth while up to " + worthwhile() : answer;
    }

    /** The shards that are needed: the load of the busiest, solved for n. */
    private record ShardsForBusiest() implements Formula {
        @Override
        public double apply(double... inputs) {
            double room = inputs[1] - inputs[0];
            return room > 0 ? (1 - inputs[0]) / room : Double.POSITIVE_INFINITY;
        }

        @Override
        public Direction direction(int input) {
            return input == 0 ? Direction.RISING : Direction.FALLING;
        }

        @Override
        public String condition() {
            return "the hottest key alone has as much, and cannot be split";
        }

        @Override
        public String beyond() {
            return "no number is enough";
        }
    }
}
