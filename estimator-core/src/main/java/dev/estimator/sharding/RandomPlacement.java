package dev.estimator.sharding;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.input.Percentile;
import dev.estimator.internal.input.Refusal;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Formula;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import java.io.Serializable;

/**
 * Items that are placed on servers at random, as by a hash: balls in bins, and how many the fullest bin gets.
 *
 * <p>Whether random identifiers collide is the same question: of k items on n servers, is each alone?
 * {@code allFit(count(1))} and {@code overfull(count(1))} are exact for any sizes.
 *
 * <p>All items weigh the same. Probabilities of the fullest server are exact to 1e-10, absolutely, up to a million
 * items and servers; beyond, they are approximations that take servers as independent, except for a limit of 1. Counts
 * that are not whole, as drawn from a range, are rounded to the nearest whole number. A single answer takes from
 * milliseconds to a few seconds, longest for many items on few servers; a range takes thousands of answers.
 *
 * @param items how many items there are
 * @param servers how many servers there are, at least 1
 * @see "M. Mitzenmacher and E. Upfal, Probability and Computing, 2nd edition 2017, chapter 5"
 */
public record RandomPlacement(Count items, Count servers) implements Serializable {
    private static final String FEW =
            "items and servers must be between 1 and a million: of more ask allFit(limit) or overfull(limit)";

    /** Up to this many items and servers, probabilities are computed exactly. */
    private static final double MOST = 1e6;

    /**
     * Below this probability servers are nearly independent: taking them so gives P(overfull) to five digits, which the
     * exact calculation does not.
     */
    private static final double SURELY = 1e-5;

    /**
     * Obtains a placement.
     *
     * @param items how many items, whole, at least 1
     * @param servers on how many servers, whole, at least 1
     * @throws IllegalArgumentException if there are none, or they are not whole
     */
    public RandomPlacement {
        items = Refusal.whole(Refusal.atLeast(Refusal.named(items, "items"), "items", 1), "items");
        servers = Refusal.whole(Refusal.atLeast(Refusal.named(servers, "servers"), "servers", 1), "servers");
    }

    /**
     * Obtains a placement.
     *
     * @param items how many items, whole, at least 1
     * @param servers on how many servers, whole, at least 1
     * @return the placement
     * @throws IllegalArgumentException if there are none, or they are not whole
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
        return Count.computed("{0} ÷ {1}", PlacementFormula.MEAN_LOAD, items, servers)
                .named("mean load");
    }

    /**
     * Returns how many items the fullest server has on average: {@code Σ (1 − P(max ≤ k))}.
     *
     * @return the mean of the greatest load
     * @throws ArithmeticException if there are more than a million items or servers
     */
    public Count fullest() {
        return Count.computed("balls in bins, mean of the fullest", PlacementFormula.FULLEST, items, servers)
                .named("fullest server");
    }

    /**
     * Returns a percentile, over all placements, of the items on the fullest server.
     *
     * @param percent the percentile, between 0 and 100, exclusive
     * @return the least number of items that is enough
     * @throws IllegalArgumentException if the percentile is not between 0 and 100
     * @throws ArithmeticException if there are more than a million items or servers
     */
    public Count fullestAt(double percent) {
        return Count.computed(
                        "balls in bins, " + Percentile.name(percent) + " of the fullest",
                        new FullestAt(percent),
                        items,
                        servers)
                .named("fullest server at " + Percentile.name(percent));
    }

    /**
     * Returns how many times the mean load the fullest server has, on average.
     *
     * @return {@code fullest ÷ mean}
     * @throws ArithmeticException if there are more than a million items or servers
     */
    public Ratio imbalance() {
        return fullest().div(mean()).named("imbalance");
    }

    /**
     * Returns how likely no server has more items than the limit.
     *
     * @param limit the items that fit on a server; with 1, whether all identifiers differ
     * @return the probability that all fit: {@code Π (1 − i ÷ servers)} for a limit of 1
     */
    public Share allFit(Count limit) {
        return Share.computed(notation("≤", limit), PlacementFormula.FITS, items, servers, limit.orNamed("limit"))
                .named("all fit");
    }

    /**
     * Returns how likely some server has more items than the limit, with the digits that {@code 1 − allFit} would lose.
     *
     * @param limit the items that fit on a server; with 1, whether two identifiers are the same
     * @return the probability that not all fit
     */
    public Share overfull(Count limit) {
        return Share.computed(notation(">", limit), PlacementFormula.OVERFULL, items, servers, limit.orNamed("limit"))
                .named("overfull");
    }

    /**
     * Returns how many items may be placed until two share a server: how many identifiers until two are the same.
     *
     * @param servers on how many servers, or how many identifiers there are, at least 1
     * @param collision how likely two may be on one, above 0 % and below 100 %
     * @return the greatest whole number of items of which each is alone with a probability of at least {@code 1 −
     *     collision}
     * @throws ArithmeticException if there is no server, or the probability is 0 % or 100 %
     */
    public static Count itemsUntil(Count servers, Share collision) {
        return Count.computed(
                        "most items on {1} with P(two on one) ≤ {0}",
                        PlacementFormula.MOST_ALONE,
                        Refusal.named(collision, "collision"),
                        Refusal.named(servers, "servers"))
                .named("items until a collision");
    }

    private String notation(String comparison, Count limit) {
        String question = "balls in bins, P(fullest " + comparison + " {2}) of {0} on {1}";
        return question
                + (requireNonNull(limit, "limit").value() < 2
                        ? ""
                        : areMany(items.value(), servers.value())
                                ? ", approximation as if servers were independent"
                                : ", to 1e-10");
    }

    /**
     * Returns which part of the servers has no item, on average: {@code (1 − 1 ÷ servers)^items}.
     *
     * @return the share of empty servers
     */
    public Share empty() {
        return Share.computed("(1 − 1 ÷ {1})^{0}", PlacementFormula.EMPTY, items, servers)
                .named("empty servers");
    }

    /**
     * Returns the load of the fullest server, as in '1M items on 100 servers: fullest 10.25k on average, ×1.03 the
     * mean, p99 10.3k', or, for very many servers, how likely two items share one.
     */
    @Override
    public String toString() {
        String placed = items() + " items on " + servers() + " servers: ";
        if (areMany(items.value(), servers.value())) {
            return placed + "two on one with " + overfull(Count.of(1));
        }
        return placed + "fullest " + fullest() + " on average, " + Multiple.of(imbalance()) + " the mean, p99 "
                + fullestAt(99);
    }

    private static boolean areMany(double items, double servers) {
        return items > MOST || servers > MOST;
    }

    /** Formulas of a placement. The inputs are the items and the servers. */
    private enum PlacementFormula implements Formula {
        MEAN_LOAD,
        EMPTY,
        FULLEST,
        /** The third input is a limit. */
        FITS,
        /** The third input is a limit. */
        OVERFULL,
        /** The inputs are the probability of a collision and the servers. */
        MOST_ALONE;

        @Override
        public double apply(double... inputs) {
            double servers = Math.rint(inputs[1]);
            if (!(servers >= 1)) {
                return Double.NaN;
            }
            if (this == MOST_ALONE) {
                return inputs[0] > 0 && inputs[0] < 1 ? Collision.mostAlone(servers, inputs[0]) : Double.NaN;
            }
            double items = Math.rint(inputs[0]);
            if (!(items >= 1)) {
                return Double.NaN;
            }
            if (this == MEAN_LOAD) {
                return items / servers;
            }
            if (this == EMPTY) {
                return Math.exp(items * Math.log1p(-1 / servers));
            }
            if (this == FULLEST) {
                return areMany(items, servers) ? Double.NaN : Occupancy.meanOfMax(items, servers);
            }
            return fits(items, servers, Math.floor(inputs[2]));
        }

        @Override
        public Direction direction(int input) {
            boolean isRising = this == MOST_ALONE || (input == 0) != (this == EMPTY || this == FITS);
            return isRising ? Direction.RISING : Direction.FALLING;
        }

        private double fits(double items, double servers, double limit) {
            boolean isOver = this == OVERFULL;
            if (limit * servers < items) {
                return isOver ? 1 : 0;
            }
            double logFits = limit == 1
                    ? Collision.logAllAlone(items, servers)
                    : servers * Math.log1p(-Collision.moreThan(limit, items, servers));
            if (limit == 1 || areMany(items, servers) || logFits > -SURELY) {
                return isOver ? -Math.expm1(logFits) : Math.exp(logFits);
            }
            double fits = Occupancy.atMost((int) Math.min(MOST, limit), items, servers);
            return isOver ? 1 - fits : fits;
        }

        @Override
        public String condition() {
            return this == FULLEST
                    ? FEW
                    : this == MOST_ALONE
                            ? "there must be a server, and a probability above 0% and below 100%"
                            : "items and servers must be at least 1";
        }

        @Override
        public boolean isSlow() {
            return this == FULLEST || this == FITS || this == OVERFULL;
        }
    }

    /**
     * A percentile of the items on the fullest server. The inputs are the items and the servers.
     *
     * @param percent which percentile, of 100
     */
    private record FullestAt(double percent) implements Formula {
        @Override
        public double apply(double... inputs) {
            double items = Math.rint(inputs[0]);
            double servers = Math.rint(inputs[1]);
            return items >= 1 && servers >= 1 && !areMany(items, servers)
                    ? Occupancy.quantileOfMax(items, servers, percent / 100)
                    : Double.NaN;
        }

        @Override
        public Direction direction(int input) {
            return input == 0 ? Direction.RISING : Direction.FALLING;
        }

        @Override
        public String condition() {
            return FEW;
        }

        @Override
        public boolean isSlow() {
            return true;
        }
    }
}
