package dev.estimator.queueing;

import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.input.Unbuilt;
import dev.estimator.internal.queueing.FiniteLine;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Formula;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import org.immutables.value.Value;

/**
 * Servers with a line of limited length: M/M/c/K. A request that finds all places taken is turned away.
 *
 * <p>A connection limit, a bounded thread pool. It has an answer at any load, also where a line without end would grow for ever. With no
 * place to wait it is {@link ErlangB}, with very many it is {@link ErlangC}.
 *
 * @see "D. Gross, J. F. Shortle, J. M. Thompson and C. M. Harris, Fundamentals of Queueing Theory, 4th ed., 2008, section 2.5"
 */
@Value.Immutable
@SuppressWarnings("exports") // Value is needed at build time only
public abstract class FiniteQueue implements WithFiniteQueue {
    private static final String CONDITION =
            "servers and capacity must be whole numbers, and the capacity at least the servers";

    FiniteQueue() {}

    /**
     * Returns how many requests come, also those that are turned away.
     *
     * @return the arrival rate
     */
    public abstract Qps arrivalRate();

    /**
     * Returns how long a server is busy with a request, on average.
     *
     * @return the mean service time, above zero
     */
    public abstract TimeSpan serviceTime();

    /**
     * Returns how many servers there are.
     *
     * @return the servers, c, a whole number, at least 1
     */
    public abstract Count servers();

    /**
     * Returns how many requests there is room for, in service and in line together.
     *
     * @return the places, K, a whole number, at least the servers
     */
    public abstract Count capacity();

    @Value.Check
    void check() {
        Refusal.aboveZero(serviceTime(), "serviceTime");
        Asked.atLeastOne(servers(), "servers");
        Asked.wholeNumber(capacity(), "capacity");
        Refusal.unless(
                capacity().value() >= servers().value(),
                "capacity",
                "at least servers, which is " + servers() + ",",
                capacity(),
                "it counts those in service too");
    }

    /**
     * Returns how many servers would be busy on average if none were turned away: {@code a = λ × S}.
     *
     * @return the load, in erlangs
     */
    public Count load() {
        return ErlangC.load(arrivalRate(), serviceTime());
    }

    /**
     * Returns which part of the requests is turned away: the share of time in which all places are taken.
     *
     * @return the blocking probability
     */
    public Share blocking() {
        return share("full", new Full()).named("blocking");
    }

    /**
     * Returns the share of time in which nobody is there; 0 where it is below what a double can hold.
     *
     * @return the probability of no requests
     */
    public Share emptyProbability() {
        return share("empty", new Empty()).named("empty probability");
    }

    /**
     * Returns how many requests are served: {@code X = λ × (1 − blocking)}.
     *
     * @return the throughput
     */
    public Qps throughput() {
        return arrivalRate()
                .orNamed("arrival rate")
                .times(blocking().complement())
                .named("throughput");
    }

    /**
     * Returns how busy a server is: {@code ρ = X × S ÷ c}.
     *
     * @return the utilization
     */
    public Share utilization() {
        return throughput()
                .times(serviceTime().orNamed("service time"))
                .div(servers().orNamed("servers"))
                .toShare()
                .named("utilization");
    }

    /**
     * Returns how many stand in line on average: {@code Lq = Σ (n − c) pₙ}, n from c to K.
     *
     * @return the mean length of the line
     */
    public Count meanQueue() {
        return Count.computed(
                        "waiting in M/M/c/K",
                        new Line(),
                        load(),
                        servers().orNamed("servers"),
                        capacity().orNamed("capacity"))
                .named("mean queue");
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
        return meanWait().plus(serviceTime().orNamed("service time")).named("mean latency");
    }

    /**
     * Returns how many are in line or in service on average: {@code L = Lq + X × S}.
     *
     * @return the concurrency
     */
    public Count meanInSystem() {
        return meanQueue()
                .plus(throughput().times(serviceTime().orNamed("service time")))
                .named("mean in system");
    }

    /** Returns what becomes of the requests, as in '2 servers at 69%, 5 places: 8.5% turned away, 0.63 in line on average'. */
    @Override
    public String toString() {
        return Asked.servers(servers()) + " at " + utilization() + ", " + capacity() + " places: " + blocking()
                + " turned away, " + meanQueue() + " in line on average";
    }

    /**
     * Begins a queue.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the numbers of a queue. */
    public static final class Builder extends ImmutableFiniteQueue.Builder {
        Builder() {}

        /** Says how to go on. */
        @Override
        public String toString() {
            return Unbuilt.of("queue with limited room");
        }
    }

    private Share share(String state, Formula formula) {
        return Share.computed(
                "P(" + state + ") of M/M/c/K",
                formula,
                load(),
                servers().orNamed("servers"),
                capacity().orNamed("capacity"));
    }

    /** Of load, servers and capacity, like the others. */
    private record Full() implements Formula {
        @Override
        public double apply(double... inputs) {
            return FiniteLine.of(inputs[1], inputs[2], inputs[0]).full();
        }

        @Override
        public String condition() {
            return CONDITION;
        }
    }

    /** The probability that nobody is there. */
    private record Empty() implements Formula {
        @Override
        public double apply(double... inputs) {
            return FiniteLine.empty(inputs[1], inputs[2], inputs[0]);
        }

        @Override
        public String condition() {
            return CONDITION;
        }
    }

    /** How many wait. */
    private record Line() implements Formula {
        @Override
        public double apply(double... inputs) {
            return FiniteLine.of(inputs[1], inputs[2], inputs[0]).waiting();
        }

        @Override
        public String condition() {
            return CONDITION;
        }
    }
}
