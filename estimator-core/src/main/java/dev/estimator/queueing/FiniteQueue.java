package dev.estimator.queueing;

import dev.estimator.internal.input.Refusal;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Formula;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import java.io.Serializable;

/**
 * Servers with a line of limited length: M/M/c/K. A request that finds all places taken is turned away.
 *
 * <p>A connection limit, a bounded thread pool. It has an answer at any load, also where a line without end would grow
 * for ever. With no place to wait it is {@link ErlangB}, with very many it is {@link ErlangC}.
 *
 * @param arrivalRate how many requests come, also those that are turned away
 * @param serviceTime how long a server is busy with a request, on average, above zero
 * @param servers how many servers there are, c, a whole number, at least 1
 * @param capacity how many requests there is room for, in service and in line together, K, a whole number, at least the
 *     servers
 * @see "D. Gross, J. F. Shortle, J. M. Thompson and C. M. Harris, Fundamentals of Queueing Theory, 4th ed., 2008,
 *     section 2.5"
 */
public record FiniteQueue(Qps arrivalRate, TimeSpan serviceTime, Count servers, Count capacity)
        implements Serializable {
    /**
     * Checks the inputs.
     *
     * @param arrivalRate how many requests come, also those that are turned away
     * @param serviceTime how long a server is busy with a request, on average, above zero
     * @param servers how many servers there are, c, a whole number, at least 1
     * @param capacity how many requests there is room for, in service and in line together, K, a whole number, at least
     *     the servers
     */
    public FiniteQueue {
        arrivalRate = Refusal.named(arrivalRate, "arrivalRate", "arrival rate");
        serviceTime = Refusal.aboveZero(Refusal.named(serviceTime, "serviceTime", "service time"), "serviceTime");
        servers = QueueInputs.atLeastOne(Refusal.named(servers, "servers"), "servers");
        capacity = QueueInputs.wholeNumber(Refusal.named(capacity, "capacity"), "capacity");
        Refusal.unless(
                capacity.value() >= servers.value(),
                "capacity",
                "at least servers, which is " + servers + ",",
                capacity,
                "it counts those in service too");
    }

    /**
     * Obtains a queue with limited room.
     *
     * @param arrivalRate how many requests come, also those that are turned away
     * @param serviceTime how long a server is busy with a request, on average, above zero
     * @param servers how many servers there are, c, a whole number, at least 1
     * @param capacity how many requests there is room for, in service and in line together, K, a whole number, at least
     *     the servers
     * @return the queue
     * @throws IllegalArgumentException if an input is not as said
     */
    public static FiniteQueue of(Qps arrivalRate, TimeSpan serviceTime, Count servers, Count capacity) {
        return new FiniteQueue(arrivalRate, serviceTime, servers, capacity);
    }

    /**
     * Returns how many servers would be busy on average if none were turned away: {@code a = λ × S}.
     *
     * @return the load, in erlangs
     */
    public Count load() {
        return ErlangC.load(arrivalRate, serviceTime);
    }

    /**
     * Returns which part of the requests is turned away: the share of time in which all places are taken.
     *
     * @return the blocking probability
     */
    public Share blocking() {
        return share("full", FiniteQueueFormula.FULL).named("blocking");
    }

    /**
     * Returns the share of time in which nobody is there; 0 where it is below what a double can hold.
     *
     * @return the probability of no requests
     */
    public Share emptyProbability() {
        return share("empty", FiniteQueueFormula.EMPTY).named("empty probability");
    }

    /**
     * Returns how many requests are served: {@code X = carried load ÷ S}, which is {@code λ × (1 − blocking)}.
     *
     * @return the throughput
     */
    public Qps throughput() {
        return QueueInputs.throughput(carriedLoad(), serviceTime, arrivalRate);
    }

    /**
     * Returns how busy a server is: {@code ρ = carried load ÷ c}.
     *
     * @return the utilization
     */
    public Share utilization() {
        return QueueInputs.utilization(carriedLoad(), servers);
    }

    /**
     * Returns how many stand in line on average: {@code Lq = Σ (n − c) pₙ}, n from c to K.
     *
     * @return the mean length of the line
     */
    public Count meanQueue() {
        return count("waiting", FiniteQueueFormula.LINE).named("mean queue");
    }

    /**
     * Returns the mean wait of those that are not turned away, by Little's law: {@code Wq = Lq ÷ X}.
     *
     * @return the mean wait
     * @throws ArithmeticException if no requests come
     */
    public TimeSpan meanWait() {
        return meanQueue().div(throughput()).named("mean wait");
    }

    /**
     * Returns the mean time from coming to leaving of those that are not turned away: {@code R = Wq + S}.
     *
     * @return the mean latency
     * @throws ArithmeticException if no requests come
     */
    public TimeSpan meanLatency() {
        return meanWait().plus(serviceTime).named("mean latency");
    }

    /**
     * Returns how many are in line or in service on average: {@code L = Lq + carried load}.
     *
     * @return the concurrency
     */
    public Count meanInSystem() {
        return meanQueue().plus(carriedLoad()).named("mean in system");
    }

    /**
     * Returns what becomes of the requests, as in '2 servers at 69%, 5 places: 8.5% turned away, 0.63 in line on
     * average'.
     */
    @Override
    public String toString() {
        return QueueInputs.servers(servers()) + " at " + utilization() + ", " + capacity() + " places: " + blocking()
                + " turned away, " + meanQueue() + " in line on average";
    }

    /** How many servers are busy on average; λ(1 − blocking) would cancel where nearly all are turned away. */
    private Count carriedLoad() {
        return count("carried", FiniteQueueFormula.CARRIED).named("carried load");
    }

    private Share share(String state, FiniteQueueFormula step) {
        return Share.computed("P(" + state + ") of M/M/c/K", step, inputs());
    }

    private Count count(String what, FiniteQueueFormula step) {
        return Count.computed(what + " in M/M/c/K", step, inputs());
    }

    private Quantity<?>[] inputs() {
        return new Quantity<?>[] {load(), servers, capacity};
    }

    /** Of load, servers and capacity. */
    private enum FiniteQueueFormula implements Formula {
        FULL,
        EMPTY,
        LINE,
        CARRIED;

        @Override
        public double apply(double... inputs) {
            double load = inputs[0];
            if (this == EMPTY) {
                return FiniteLine.empty(inputs[1], inputs[2], load);
            }
            FiniteLine line = FiniteLine.of(inputs[1], inputs[2], load);
            return this == FULL ? line.full() : this == LINE ? line.waiting() : line.carried();
        }

        @Override
        public Direction direction(int input) {
            boolean isRising = this == CARRIED
                    || (this == FULL && input == 0)
                    || (this == EMPTY && input == 1)
                    || (this == LINE && input != 1);
            return isRising ? Direction.RISING : Direction.FALLING;
        }

        @Override
        public String condition() {
            return "servers and capacity must be whole numbers, and the capacity at least the servers";
        }
    }
}
