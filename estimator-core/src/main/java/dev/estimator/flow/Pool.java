package dev.estimator.flow;

import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.input.Percentile;
import dev.estimator.internal.input.Refusal;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Formula;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import java.io.Serializable;

/**
 * A pool of connections or threads; each request holds one of them for a while.
 *
 * <p>How many are in use on average is Little's law, {@code rate × hold time}. More are needed, as requests come at
 * random.
 *
 * @param rate how many requests come
 * @param holdTime how long each request holds a connection or thread on average, with all that it waits for meanwhile,
 *     above zero
 * @see "J. D. C. Little, A Proof for the Queuing Formula L = λW, Operations Research 9(3), 1961"
 */
public record Pool(Qps rate, TimeSpan holdTime) implements Serializable {
    private static final double HIGH = 99;

    /**
     * Obtains a pool.
     *
     * @param rate how many requests come
     * @param holdTime how long each holds a connection or thread, above zero
     * @throws IllegalArgumentException if the time is zero
     */
    public Pool {
        rate = Refusal.named(rate, "rate");
        holdTime = Refusal.aboveZero(Refusal.named(holdTime, "holdTime", "hold time"), "holdTime");
    }

    /**
     * Obtains a pool.
     *
     * @param rate how many requests come
     * @param holdTime how long each holds a connection or thread, above zero
     * @return the pool
     * @throws IllegalArgumentException if the time is zero
     */
    public static Pool of(Qps rate, TimeSpan holdTime) {
        return new Pool(rate, holdTime);
    }

    /**
     * Returns how many connections or threads are in use on average: {@code rate × hold time}.
     *
     * @return the mean number in use
     */
    public Count inUse() {
        return Inside.ofNothingNamed(rate.times(holdTime)).named("in use");
    }

    /**
     * Returns the size of a pool with a given utilization: {@code ⌈rate × hold time ÷ target⌉}.
     *
     * @param target how much of the pool may be in use on average, above 0 %
     * @return the size of the pool, whole
     * @throws IllegalArgumentException if the target is 0 %
     */
    public Count sizeAtUtilization(Share target) {
        Share wanted = Refusal.aboveZero(Refusal.named(target, "target", "target utilization"), "target");
        return inUse().div(wanted).ceil().named("pool size");
    }

    /**
     * Returns the size of a pool in which one is free for a percentage of the time: the percentile of the number in
     * use, which is Poisson distributed if requests come at random and the pool is unlimited (M/G/∞). In a pool of that
     * size a request waits about as rarely.
     *
     * @param percent how much of the time, between 0 and 100, exclusive
     * @return the size of the pool, whole
     * @throws IllegalArgumentException if the percentile is not between 0 and 100
     */
    public Count sizeAtPercentile(double percent) {
        return Count.computed(Percentile.name(percent) + " of M/G/∞", new InUse(percent), inUse())
                .named("pool size at " + Percentile.name(percent));
    }

    /**
     * Returns the greatest rate that a pool of a given size carries: {@code size × target ÷ hold time}.
     *
     * @param size how many connections or threads there are
     * @param target how much of them may be in use on average; 100 % is the limit that nothing passes
     * @return the greatest rate
     */
    public Qps greatestRate(Count size, Share target) {
        return Inside.ofRequests(Refusal.named(size, "size", "pool size")
                        .times(Refusal.named(target, "target", "target utilization"))
                        .per(holdTime))
                .named("greatest rate");
    }

    /**
     * Returns how many instances with a pool each a database can have: {@code ⌊limit ÷ size⌋}.
     *
     * @param limit how many connections the database takes
     * @param size how many each instance opens, above zero
     * @return the instances, whole
     * @throws ArithmeticException if the size is zero
     */
    public static Count instancesWithin(Count limit, Count size) {
        return Refusal.named(limit, "limit", "connection limit")
                .div(Refusal.named(size, "size", "pool size"))
                .floor()
                .named("greatest instances");
    }

    /**
     * Returns how many connections all instances open together.
     *
     * @param instances how many instances there are
     * @param size how many connections each opens
     * @return {@code instances × size}
     */
    public static Count connections(Count instances, Count size) {
        return Refusal.named(instances, "instances")
                .times(Refusal.named(size, "size", "pool size"))
                .named("connections in all");
    }

    /**
     * Returns the smallest pool in which threads that need several connections at once never wait for each other
     * forever: {@code threads × (connections each − 1) + 1}.
     *
     * @param threads how many threads there are, at least 1
     * @param connectionsEach how many connections each needs at the same time, at least 1
     * @return the size of the pool
     * @throws IllegalArgumentException if there are fewer
     * @see "B. Wooldridge, HikariCP wiki, About Pool Sizing, on pool-locking"
     */
    public static Count leastWithoutDeadlock(Count threads, Count connectionsEach) {
        Count all = Refusal.atLeast(Refusal.named(threads, "threads"), "threads", 1);
        Count each = Refusal.atLeast(
                Refusal.named(connectionsEach, "connectionsEach", "connections each"), "connectionsEach", 1);
        Count one = Count.of(1);
        return all.times(each.minus(one)).plus(one).named("least pool size");
    }

    /**
     * Returns how many are in use and how many are enough, as in '50 in use on average, 67 are enough 99% of the time'.
     */
    @Override
    public String toString() {
        String size = sizeAtPercentile(HIGH).toString();
        return inUse().isUncertain()
                ? "enough 99% of the time: " + size + "; in use on average: " + inUse()
                : inUse() + " in use on average, " + size + " are enough 99% of the time";
    }

    /**
     * A percentile of the number in use: Poisson, with the mean by Little's law.
     *
     * @param percent which percentile, of 100
     */
    private record InUse(double percent) implements Formula {
        @Override
        public double apply(double... inputs) {
            return inputs[0] == Double.POSITIVE_INFINITY ? inputs[0] : PoissonQuantile.of(inputs[0], percent / 100);
        }

        @Override
        public Direction direction(int input) {
            return Direction.RISING;
        }

        @Override
        public String beyond() {
            return "overloaded";
        }
    }
}
