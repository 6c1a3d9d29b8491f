package dev.estimator.queueing;

import dev.estimator.internal.input.Refusal;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Formula;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import java.io.Serializable;

/**
 * One line before several equal servers, in which everyone gives up after a while: M/M/c+M, Erlang A.
 *
 * <p>Callers hang up, clients time out. It has an answer at any load, as those who give up make room. Patience is
 * exponential and independent of the line.
 *
 * @param arrivalRate how many requests come, above zero
 * @param serviceTime how long a server is busy with a request, on average, above zero
 * @param servers how many servers there are, a whole number, at least 1
 * @param patience how long requests would wait in line, on average, before they give up, above zero
 * @see "O. Garnett, A. Mandelbaum and M. Reiman, Designing a Call Center with Impatient Customers, Manufacturing &
 *     Service Operations Management 4(3), 2002"
 */
public record ErlangA(Qps arrivalRate, TimeSpan serviceTime, Count servers, TimeSpan patience) implements Serializable {
    /**
     * Checks the inputs.
     *
     * @param arrivalRate how many requests come, above zero
     * @param serviceTime how long a server is busy with a request, on average, above zero
     * @param servers how many servers there are, a whole number, at least 1
     * @param patience how long requests would wait in line, on average, before they give up, above zero
     */
    public ErlangA {
        arrivalRate = Refusal.aboveZero(Refusal.named(arrivalRate, "arrivalRate", "arrival rate"), "arrivalRate");
        serviceTime = Refusal.aboveZero(Refusal.named(serviceTime, "serviceTime", "service time"), "serviceTime");
        servers = QueueInputs.atLeastOne(Refusal.named(servers, "servers"), "servers");
        patience = Refusal.aboveZero(Refusal.named(patience, "patience"), "patience");
    }

    /**
     * Obtains a queue of the impatient.
     *
     * @param arrivalRate how many requests come, above zero
     * @param serviceTime how long a server is busy with a request, on average, above zero
     * @param servers how many servers there are, a whole number, at least 1
     * @param patience how long requests would wait in line, on average, before they give up, above zero
     * @return the queue
     * @throws IllegalArgumentException if an input is not as said
     */
    public static ErlangA of(Qps arrivalRate, TimeSpan serviceTime, Count servers, TimeSpan patience) {
        return new ErlangA(arrivalRate, serviceTime, servers, patience);
    }

    /**
     * Returns how many servers would be busy on average if nobody gave up: {@code a = λ × S}, in erlangs.
     *
     * @return the load, which may be above the servers
     */
    public Count load() {
        return ErlangC.load(arrivalRate, serviceTime);
    }

    /**
     * Returns which part of the requests finds all servers busy.
     *
     * @return the probability of a wait
     */
    public Share waitProbability() {
        return Share.computed("Erlang A", ErlangAFormula.WAIT_PROBABILITY, servers, load(), impatience())
                .named("wait probability");
    }

    /**
     * Returns how many stand in line on average.
     *
     * @return the mean length of the line
     */
    public Count meanQueue() {
        return Count.computed("waiting in Erlang A", ErlangAFormula.LINE, servers, load(), impatience())
                .named("mean queue");
    }

    /**
     * Returns the mean time in line of all requests, also those that give up or do not wait, by Little's law: {@code Wq
     * = Lq ÷ λ}.
     *
     * @return the mean wait
     */
    public TimeSpan meanWait() {
        return meanQueue().div(arrivalRate).named("mean wait");
    }

    /**
     * Returns which part of the requests gives up: {@code P = Wq ÷ patience}, as whoever waits gives up at a constant
     * rate.
     *
     * @return the probability of giving up
     */
    public Share abandonment() {
        return meanWait().div(patience).toShare().named("abandonment");
    }

    /**
     * Returns how many requests are served: {@code X = carried load ÷ S}, which is {@code λ × (1 − P)}.
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

    /** Returns who gives up, as in '50 servers at 93%: 3.1% give up, 3.7 s mean wait'. */
    @Override
    public String toString() {
        return QueueInputs.servers(servers()) + " at " + utilization() + ": " + abandonment() + " give up, "
                + QueueInputs.meanWait(meanWait());
    }

    private Ratio impatience() {
        return serviceTime.div(patience).named("impatience");
    }

    /** How many servers are busy on average; λ(1 − P) would cancel where nearly all give up. */
    private Count carriedLoad() {
        return Count.computed("carried in Erlang A", ErlangAFormula.CARRIED, servers, load(), impatience())
                .named("carried load");
    }

    /** Of servers, load and impatience. */
    private enum ErlangAFormula implements Formula {
        WAIT_PROBABILITY,
        LINE,
        CARRIED;

        @Override
        public double apply(double... inputs) {
            ImpatientQueue queue = ImpatientQueue.of(inputs[0], inputs[1], inputs[2]);
            return this == WAIT_PROBABILITY
                    ? queue.waitProbability()
                    : this == LINE ? queue.waiting() : queue.carried();
        }

        @Override
        public Direction direction(int input) {
            boolean isRising = this == CARRIED ? input < 2 : input == 1;
            return isRising ? Direction.RISING : Direction.FALLING;
        }

        @Override
        public String condition() {
            return "the servers must be a whole number, the patience above zero, and the line not too long to be added up";
        }
    }
}
