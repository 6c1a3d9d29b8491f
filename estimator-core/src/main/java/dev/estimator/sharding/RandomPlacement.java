package dev.estimator.sharding;

import dev.estimator.internal.input.Percentile;
import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.numeric.Occupancy;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Formula;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import java.util.Objects;

/**
 * Items placed on servers at random, by a hash or a die: balls in bins, and how many the fullest bin gets.
 *
 * <p>All items weigh the same. Probabilities of the fullest server are exact to 1e-10, absolutely: one below that has no right digit. Counts
 * that are not whole, as drawn from a range, are taken to the nearest whole number. A single answer takes from milliseconds to a few seconds, the longer the more
 * items there are on a handful of servers; a range takes thousands of them.
 *
 * @param items how many items are placed, whole, from 1 to a million
 * @param servers on how many servers, whole, from 1 to a million
 * @see "M. Mitzenmacher and E. Upfal, Probability and Computing, 2nd edition 2017, chapter 5"
 */
public record RandomPlacement(Count items, Count servers) {
    private static final double MOST = 1e6;

    /**
     * Obtains a placement.
     *
     * @param items how many items, whole, from 1 to a million
     * @param servers on how many servers, whole, from 1 to a million
     * @throws IllegalArgumentException if there are fewer or more, or they are not whole
     */
    public RandomPlacement {
        Objects.requireNonNull(items, "items");
        Objects.requireNonNull(servers, "servers");
        Refusal.unless(isCount(items.value()), "items", "between 1 and a million", items);
        Refusal.unless(isCount(servers.value()), "servers", "between 1 and a million", servers);
        Inputs.whole(items, "items");
        Inputs.whole(servers, "servers");
    }

    /**
     * Obtains a placement.
     *
     * @param items how many items, whole, from 1 to a million
     * @param servers on how many servers, whole, from 1 to a million
     * @return the placement
     * @throws IllegalArgumentException if there are fewer or more, or they are not whole
     */
    public static RandomPlacement of(Count items, Count servers) {
        return new RandomPlacement(items, servers);
    }

    /**
     * Returns how many items a server has on average: {@code items ÷ servers}.
     *
     * @return the mean load
     */
    public Count mean() {
        return Count.computed("{0} ÷ {1}", new MeanLoad(), itemsNamed(), serversNamed())
                .named("mean load");
    }

    /**
     * Returns how many items the fullest server has on average: {@code Σ (1 − P(max ≤ k))}.
     *
     * @return the mean of the greatest load
     */
    public Count fullest() {
        return Count.computed("balls in bins, mean of the fullest", new Mean(), itemsNamed(), serversNamed())
                .named("fullest server");
    }

    /**
     * Returns how many items the fullest server has at most, with so many percent of all placements.
     *
     * @param percent the percentile, between 0 and 100, exclusive
     * @return the least number of items that is enough
     * @throws IllegalArgumentException if the percentile is not between 0 and 100
     */
    public Count fullestAt(double percent) {
        return Count.computed(
                        "balls in bins, " + Percentile.name(percent) + " of the fullest",
                        new FullestAt(percent),
                        itemsNamed(),
                        serversNamed())
                .named("fullest server at " + Percentile.name(percent));
    }

    /**
     * Returns how many times the mean load the fullest server has, on average.
     *
     * @return {@code fullest ÷ mean}
     */
    public Ratio imbalance() {
        return fullest().div(mean()).named("imbalance");
    }

    /**
     * Returns how likely no server has more items than that.
     *
     * @param limit the items that fit on a server
     * @return the probability that all fit, to 1e-10 absolutely
     */
    public Share allFit(Count limit) {
        return Share.computed(
                        "balls in bins, P(fullest ≤ {2}) of {0} on {1}, to 1e-10",
                        new AtMost(), itemsNamed(), serversNamed(), limit.orNamed("limit"))
                .named("all fit");
    }

    /**
     * Returns which part of the servers has no item, on average: {@code (1 − 1 ÷ servers)^items}.
     *
     * @return the share of empty servers
     */
    public Share empty() {
        return Share.computed("(1 − 1 ÷ {1})^{0}", new Empty(), itemsNamed(), serversNamed())
                .named("empty servers");
    }

    /** Returns the fullest, as in '1M items on 100 servers: fullest 10.25k on average, ×1.03 the mean, p99 10.3k'. */
    @Override
    public String toString() {
        return items() + " items on " + servers() + " servers: fullest " + fullest() + " on average, "
                + Multiple.of(imbalance()) + " the mean, p99 " + fullestAt(99);
    }

    private Count itemsNamed() {
        return items().orNamed("items");
    }

    private Count serversNamed() {
        return servers().orNamed("servers");
    }

    private static boolean isCount(double number) {
        return number >= 1 && number <= MOST;
    }

    private static final String CONDITION = "items and servers must be between 1 and a million";

    private static boolean areCounts(double... inputs) {
        return isCount(Math.rint(inputs[0])) && isCount(Math.rint(inputs[1]));
    }

    /** Of items and servers. */
    private interface OfCounts extends Formula {
        @Override
        default String condition() {
            return CONDITION;
        }
    }

    /** Of the same, by enumeration. */
    private interface OfOccupancy extends OfCounts {
        @Override
        default boolean isSlow() {
            return true;
        }
    }

    /** The mean of all. */
    private record MeanLoad() implements OfCounts {
        @Override
        public double apply(double... inputs) {
            return areCounts(inputs) ? Math.rint(inputs[0]) / Math.rint(inputs[1]) : Double.NaN;
        }
    }

    /** The mean of the fullest. */
    private record Mean() implements OfOccupancy {
        @Override
        public double apply(double... inputs) {
            return areCounts(inputs) ? Occupancy.meanOfMax(Math.rint(inputs[0]), Math.rint(inputs[1])) : Double.NaN;
        }
    }

    /**
     * A percentile of the fullest.
     *
     * @param percent which percentile, of 100
     */
    private record FullestAt(double percent) implements OfOccupancy {
        @Override
        public double apply(double... inputs) {
            return areCounts(inputs)
                    ? Occupancy.quantileOfMax(Math.rint(inputs[0]), Math.rint(inputs[1]), percent / 100)
                    : Double.NaN;
        }
    }

    /** How likely all fit. */
    private record AtMost() implements OfOccupancy {
        @Override
        public double apply(double... inputs) {
            int limit = (int) Math.min(MOST, Math.floor(inputs[2]));
            return areCounts(inputs) ? Occupancy.atMost(limit, Math.rint(inputs[0]), Math.rint(inputs[1])) : Double.NaN;
        }
    }

    /** Every item falls elsewhere. */
    private record Empty() implements OfCounts {
        @Override
        public double apply(double... inputs) {
            return areCounts(inputs)
                    ? Math.exp(Math.rint(inputs[0]) * Math.log1p(-1 / Math.rint(inputs[1])))
                    : Double.NaN;
        }
    }
}
