package dev.estimator.queueing;

import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.input.Unbuilt;
import dev.estimator.internal.queueing.Impatient;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Formula;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import org.immutables.value.Value;

/**
 * One line before several equal servers, in which everyone gives up after a while: M/M/c+M, Erlang A.
 *
 * <p>Callers hang up, clients time out. It has an answer at any load, as those who give up make room. Patience is exponential and
 * independent of the line.
 *
 * @see "O. Garnett, A. Mandelbaum and M. Reiman, Designing a Call Center with Impatient Customers, Manufacturing & Service Operations Management 4(3), 2002"
 */
@Value.Immutable
@SuppressWarnings("exports") // Value is needed at build time only
public abstract class ErlangA implements WithErlangA {
    ErlangA() {}

    /**
     * Returns how many requests come.
     *
     * @return the arrival rate, above zero
     */
    public abstract Qps arrivalRate();

    /**
     * Returns how long a server is busy with a request, on average.
     *
     * @return the mean service time, above zero
     */
    public abstract TimeSpan serviceTime();

    /**
     * Returns how long requests would wait in line, on average, before they give up.
     *
     * @return the mean patience, above zero
     */
    public abstract TimeSpan patience();

    /**
     * Returns how many servers there are.
     *
     * @return the servers, a whole number, at least 1
     */
    public abstract Count servers();

    @Value.Check
    void check() {
        rateNamed();
        timeNamed();
        patienceNamed();
        serversNamed();
    }

    /**
     * Returns how many servers would be busy on average if nobody gave up: {@code a = λ × S}, in erlangs.
     *
     * @return the load, which may be above the servers
     */
    public Count load() {
        return ErlangC.load(rateNamed(), timeNamed());
    }

    /**
     * Returns which part of the requests finds all servers busy.
     *
     * @return the probability of a wait
     */
    public Share waitProbability() {
        return Share.computed("Erlang A", Step.WAIT_PROBABILITY, serversNamed(), load(), impatience())
                .named("wait probability");
    }

    /**
     * Returns how many stand in line on average.
     *
     * @return the mean length of the line
     */
    public Count meanQueue() {
        return Count.computed("waiting in Erlang A", Step.LINE, serversNamed(), load(), impatience())
                .named("mean queue");
    }

    /**
     * Returns the mean time in line of all requests, also those that give up or do not wait, by Little's law: {@code Wq = Lq ÷ λ}.
     *
     * @return the mean wait
     */
    public TimeSpan meanWait() {
        return meanQueue().div(rateNamed()).named("mean wait");
    }

    /**
     * Returns which part of the requests gives up: {@code P = Wq ÷ patience}, as whoever waits gives up at a constant rate.
     *
     * @return the probability of giving up
     */
    public Share abandonment() {
        return meanWait().div(patienceNamed()).toShare().named("abandonment");
    }

    /**
     * Returns how many requests are served: {@code X = carried load ÷ S}, which is {@code λ × (1 − P)}.
     *
     * @return the throughput
     */
    public Qps throughput() {
        return carriedLoad().per(timeNamed()).named("throughput");
    }

    /**
     * Returns how busy a server is: {@code ρ = carried load ÷ c}.
     *
     * @return the utilization
     */
    public Share utilization() {
        return carriedLoad().div(serversNamed()).toShare().named("utilization");
    }

    /** Returns who gives up, as in '50 servers at 93%: 3.1% give up, 3.7 s mean wait'. */
    @Override
    public String toString() {
        return Asked.servers(servers()) + " at " + utilization() + ": " + abandonment() + " give up, " + meanWait()
                + " mean wait";
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
    public static final class Builder extends ImmutableErlangA.Builder {
        Builder() {}

        /** Says how to go on. */
        @Override
        public String toString() {
            return Unbuilt.of("queue of the impatient");
        }
    }

    private Qps rateNamed() {
        return Refusal.aboveZero(arrivalRate().orNamed("arrival rate"), "arrivalRate");
    }

    private TimeSpan timeNamed() {
        return Refusal.aboveZero(serviceTime().orNamed("service time"), "serviceTime");
    }

    private TimeSpan patienceNamed() {
        return Refusal.aboveZero(patience().orNamed("patience"), "patience");
    }

    private Count serversNamed() {
        return Asked.atLeastOne(servers().orNamed("servers"), "servers");
    }

    private Ratio impatience() {
        return timeNamed().div(patienceNamed()).named("impatience");
    }

    /** How many servers are busy on average; λ(1 − P) would cancel where nearly all give up. */
    private Count carriedLoad() {
        return Count.computed("carried in Erlang A", Step.CARRIED, serversNamed(), load(), impatience())
                .named("carried load");
    }

    /** Of servers, load and impatience. */
    private enum Step implements Formula {
        WAIT_PROBABILITY,
        LINE,
        CARRIED;

        @Override
        public double apply(double... inputs) {
            Impatient queue = Impatient.of(inputs[0], inputs[1], inputs[2]);
            return switch (this) {
                case WAIT_PROBABILITY -> queue.waitProbability();
                case LINE -> queue.waiting();
                case CARRIED -> queue.carried();
            };
        }

        @Override
        public Direction direction(int input) {
            return switch (this) {
                case WAIT_PROBABILITY, LINE -> input == 1 ? Direction.RISING : Direction.FALLING;
                case CARRIED -> input < 2 ? Direction.RISING : Direction.FALLING;
            };
        }

        @Override
        public String condition() {
            return "the servers must be a whole number, the patience above zero, and the line not too long to be added up";
        }
    }
}
