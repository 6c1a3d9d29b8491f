package dev.estimator.sharding;

import dev.estimator.internal.input.Percentile;
import dev.estimator.internal.input.Refusal;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Formula;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import java.io.Serializable;

/**
 * How evenly consistent hashing spreads keys over servers that have several points on the ring each.
 *
 * <p>Points are spread at random, so the share of a server is beta distributed: {@code Beta(v, v (n − 1))} with v
 * points on each of n servers. These are shares of the ring: how many keys fall into them, and how hot those are, adds
 * to the spread.
 *
 * @param servers how many servers share the ring, n, at least 2
 * @param virtualNodes how many points each server has on the ring, v, at least 1
 * @see "D. Karger et al., Consistent Hashing and Random Trees, STOC 1997"
 * @see "G. DeCandia et al., Dynamo: Amazon's Highly Available Key-value Store, SOSP 2007, section 4.2, for virtual
 *     nodes"
 */
public record ConsistentHashing(Count servers, Count virtualNodes) implements Serializable {
    private static final double LOW = 0.5;
    private static final double HIGH = 99.5;

    /**
     * Checks the inputs.
     *
     * @param servers how many servers share the ring, n, at least 2
     * @param virtualNodes how many points each server has on the ring, v, at least 1
     */
    public ConsistentHashing {
        servers = Refusal.atLeast(Refusal.named(servers, "servers"), "servers", 2);
        virtualNodes = Refusal.atLeast(Refusal.named(virtualNodes, "virtualNodes", "virtual nodes"), "virtualNodes", 1);
    }

    /**
     * Obtains a ring.
     *
     * @param servers how many servers share it, at least 2
     * @param virtualNodes how many points each has, at least 1
     * @return the ring
     * @throws IllegalArgumentException if there are fewer
     */
    public static ConsistentHashing of(Count servers, Count virtualNodes) {
        return new ConsistentHashing(servers, virtualNodes);
    }

    /**
     * Returns how far the load of a server is from the mean, as a standard deviation: {@code √((n − 1) ÷ (v n + 1))} of
     * the mean, about {@code 1 ÷ √v}.
     *
     * @return the relative standard deviation
     */
    public Share deviation() {
        return Share.computed("√(({0} − 1) ÷ ({1} × {0} + 1))", HashingFormula.DEVIATION, servers, virtualNodes)
                .named("relative deviation");
    }

    /**
     * Returns a percentile, over the servers, of the load as a multiple of the mean load.
     *
     * @param percent the percentile, between 0 and 100, exclusive; 0.5 and 99.5 hold 99 % of the servers between them
     * @return the percentile of the beta distribution, times n
     * @throws IllegalArgumentException if the percentile is not between 0 and 100
     */
    public Ratio loadAt(double percent) {
        return Ratio.computed(
                        Percentile.name(percent) + " of a server's load",
                        new LoadQuantile(percent),
                        servers,
                        virtualNodes)
                .named("load at " + Percentile.name(percent));
    }

    /**
     * Returns a percentile, over all rings, of the load of the fullest server, as a multiple of the mean load. It is an
     * approximation: it takes the shares as independent although they add up to one. At the median it is too low by 0.6
     * % for 100 points on each of 10 servers, by 3 % for 5 points and by 7 % for a single one, and by less for more
     * servers. Where it would fall below the mean, at low percentiles of few servers, the answer is the mean, ×1.
     *
     * @param percent the percentile, between 0 and 100, exclusive; 50 is the median
     * @return the percentile of the greatest of n loads
     * @throws IllegalArgumentException if the percentile is not between 0 and 100
     */
    public Ratio busiestAt(double percent) {
        return Ratio.computed(
                        Percentile.name(percent) + " of the busiest load, approximation as if independent",
                        new Busiest(percent),
                        servers,
                        virtualNodes)
                .named("busiest load at " + Percentile.name(percent));
    }

    /**
     * Returns how many points each server needs for a relative standard deviation of the loads: {@code ⌈((n − 1) ÷
     * deviation² − 1) ÷ n⌉}.
     *
     * @param deviation the relative standard deviation to reach, above 0 %
     * @return the virtual nodes of a server, whole
     * @throws ArithmeticException if the deviation is 0 %
     */
    public Count virtualNodesFor(Share deviation) {
        return Ratio.computed(
                        "(({0} − 1) ÷ {1}² − 1) ÷ {0}",
                        HashingFormula.NODES, servers, Refusal.named(deviation, "deviation"))
                .ceil()
                .named("virtual nodes needed");
    }

    /**
     * Returns which part of all keys moves when a server joins: {@code 1 ÷ (n + 1)}, where a hash modulo the number of
     * servers would move n of n + 1 parts.
     *
     * @return the mean share of keys that move
     */
    public Share movedByJoin() {
        return Count.of(1).div(servers.plus(Count.of(1))).toShare().named("moved when a server joins");
    }

    /**
     * Returns the spread, as in '10 servers × 100 points: ± 9.5%, 99% of servers between ×0.77 and ×1.26, busiest
     * ×1.15'.
     */
    @Override
    public String toString() {
        return servers() + " servers × " + virtualNodes() + " points: ± " + deviation() + ", 99% of servers between "
                + Multiple.of(loadAt(LOW)) + " and " + Multiple.of(loadAt(HIGH)) + ", busiest "
                + Multiple.of(busiestAt(50));
    }

    private enum HashingFormula implements Formula {
        /** The relative standard deviation, from the variance of the beta distribution. */
        DEVIATION,
        /** The points of each server: the deviation solved for v. */
        NODES;

        @Override
        public double apply(double... inputs) {
            return this == DEVIATION
                    ? Math.sqrt((inputs[0] - 1) / (inputs[1] * inputs[0] + 1))
                    : Math.max(1, ((inputs[0] - 1) / (inputs[1] * inputs[1]) - 1) / inputs[0]);
        }

        @Override
        public Direction direction(int input) {
            return input == 0 ? Direction.RISING : Direction.FALLING;
        }

        @Override
        public String condition() {
            return this == NODES ? "the deviation must be above 0%" : "";
        }
    }

    /**
     * A quantile of the beta distribution.
     *
     * @param percent which percentile, of 100
     */
    private record LoadQuantile(double percent) implements Formula {
        @Override
        public double apply(double... inputs) {
            return quantile(inputs[0], inputs[1], (100 - percent) / 100);
        }

        @Override
        public Direction direction(int input) {
            return Direction.UNKNOWN;
        }

        @Override
        public String condition() {
            return CONDITION;
        }
    }

    /**
     * The load that all n servers stay below with a probability; never less than the mean.
     *
     * @param percent which percentile, of 100
     */
    private record Busiest(double percent) implements Formula {
        @Override
        public double apply(double... inputs) {
            return Math.max(1, quantile(inputs[0], inputs[1], -Math.expm1(Math.log(percent / 100) / inputs[0])));
        }

        @Override
        public Direction direction(int input) {
            return Direction.UNKNOWN;
        }

        @Override
        public String condition() {
            return CONDITION;
        }
    }

    private static final String CONDITION = "there must be more than one server and a virtual node";

    private static double quantile(double servers, double nodes, double above) {
        return servers > 1 && nodes > 0 ? BetaQuantile.ofMean(nodes, nodes * (servers - 1), above) : Double.NaN;
    }
}
