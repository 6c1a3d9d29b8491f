package dev.estimator.queueing;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.input.Refusal;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Formula;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import java.io.Serializable;

/**
 * Servers without a line before them: a request that finds all of them busy is turned away.
 *
 * <p>Lines, connections, threads, licences. Requests come independently of each other; how long they take may vary in
 * any way about its mean. The load may be above the servers, and need not be whole: it is how many servers would be
 * busy if nobody were turned away, {@code arrival rate × service time}, in erlangs.
 *
 * @param load how many servers the requests would keep busy if none were turned away, in erlangs, not always whole
 * @param servers how many servers there are, a whole number
 * @see "A. K. Erlang, Solution of some Problems in the Theory of Probabilities of Significance in Automatic Telephone
 *     Exchanges, 1917"
 * @see "B. A. Sevastyanov, An Ergodic Theorem for Markov Processes and Its Application to Telephone Systems with
 *     Refusals, 1957"
 */
public record ErlangB(Count load, Count servers) implements Serializable {
    private static final String BLOCKING = "Erlang B";
    private static final String CONDITION = "the servers must be a whole number up to a billion";

    /**
     * Checks the inputs.
     *
     * @param load how many servers the requests would keep busy if none were turned away, in erlangs, not always whole
     * @param servers how many servers there are, a whole number
     */
    public ErlangB {
        load = Refusal.named(load, "load");
        servers = QueueInputs.wholeNumber(Refusal.named(servers, "servers"), "servers");
    }

    /**
     * Obtains servers and the requests that come to them.
     *
     * @param arrivalRate how many requests come
     * @param serviceTime how long a server is busy with one, on average
     * @param servers how many servers there are, a whole number up to a billion
     * @return the servers with their load, {@code arrival rate × service time}
     * @throws IllegalArgumentException if the servers are not a whole number
     */
    public static ErlangB of(Qps arrivalRate, TimeSpan serviceTime, Count servers) {
        return ofLoad(ErlangC.load(arrivalRate, serviceTime), servers);
    }

    /**
     * Obtains servers and the load that is offered to them.
     *
     * @param load arrival rate × service time, in erlangs
     * @param servers how many servers there are, a whole number up to a billion
     * @return the servers with their load
     * @throws IllegalArgumentException if the servers are not a whole number
     */
    public static ErlangB ofLoad(Count load, Count servers) {
        return new ErlangB(load, servers);
    }

    /**
     * Returns which part of the requests is turned away: {@code B = (aᶜ/c!) ÷ Σ aᵏ/k!}, k from 0 to c.
     *
     * @return the blocking probability
     */
    public Share blocking() {
        return Share.computed(BLOCKING, new Blocking(), servers, load).named("blocking");
    }

    /**
     * Returns the part of the load that is served: {@code a × (1 − B)}, how many servers are busy on average. It is
     * computed in one step, as with a load far above the servers nothing would be left of 1 − B.
     *
     * @return the carried load, in erlangs
     */
    public Count carriedLoad() {
        return Count.computed("carried in " + BLOCKING, new Carried(), servers, load)
                .named("carried load");
    }

    /**
     * Returns how busy a server is: {@code carried load ÷ servers}.
     *
     * @return the utilization
     * @throws ArithmeticException if there are no servers
     */
    public Share utilization() {
        return QueueInputs.utilization(carriedLoad(), servers);
    }

    /**
     * Returns how much these servers can be offered until too much is turned away: Erlang B solved for the load.
     *
     * @param servers how many, a whole number from 1 to a billion
     * @param blocking the part of the requests that may be turned away, below 100 %
     * @return the greatest load, in erlangs
     * @throws IllegalArgumentException if there are no servers or everything may be turned away
     */
    public static Count greatestLoad(Count servers, Share blocking) {
        Count some = QueueInputs.atLeastOne(Refusal.named(servers, "servers"), "servers");
        Refusal.unless(
                requireNonNull(blocking, "blocking").value() < 1,
                "blocking",
                "below 100%, or there is no greatest load,",
                blocking);
        return Count.computed(
                        "load at which " + BLOCKING + " of {0} is {1}",
                        new GreatestLoad(),
                        some,
                        Refusal.named(blocking, "blocking"))
                .named("greatest load");
    }

    /**
     * Returns how many servers are needed for no more than so much to be turned away: Erlang B solved for the servers.
     *
     * @param load arrival rate × service time, in erlangs
     * @param blocking the part of the requests that may be turned away, above 0 %
     * @return the fewest servers, whole
     * @throws IllegalArgumentException if nothing may be turned away
     * @throws ArithmeticException if a billion servers are too few
     */
    public static Count fewestServers(Count load, Share blocking) {
        Refusal.unless(
                requireNonNull(blocking, "blocking").value() > 0,
                "blocking",
                "above 0%, which no number of servers reaches,",
                blocking);
        return Count.computed(
                        "fewest with " + BLOCKING + " of {0} ≤ {1}",
                        new FewestServers(),
                        Refusal.named(load, "load"),
                        Refusal.named(blocking, "blocking"))
                .named("servers");
    }

    /** Returns what is turned away, as in '9 servers for a load of 3.8: 1% is turned away'. */
    @Override
    public String toString() {
        return QueueInputs.servers(servers()) + " for a load of " + load() + ": " + blocking() + " is turned away";
    }

    /** Of servers and load. */
    private interface OfServersAndLoad extends Formula {
        @Override
        default String condition() {
            return CONDITION;
        }
    }

    /** Of servers and load. */
    private record Blocking() implements OfServersAndLoad {
        @Override
        public double apply(double... inputs) {
            return ErlangFormulas.blocking(inputs[0], inputs[1]);
        }

        @Override
        public Direction direction(int input) {
            return input == 0 ? Direction.FALLING : Direction.RISING;
        }
    }

    /** Of servers and load. */
    private record Carried() implements OfServersAndLoad {
        @Override
        public double apply(double... inputs) {
            return ErlangFormulas.carried(inputs[0], inputs[1]);
        }

        @Override
        public Direction direction(int input) {
            return Direction.RISING;
        }
    }

    /** Of servers and blocking. */
    private record GreatestLoad() implements Formula {
        @Override
        public double apply(double... inputs) {
            return ErlangFormulas.greatestLoad(inputs[0], inputs[1]);
        }

        @Override
        public Direction direction(int input) {
            return Direction.RISING;
        }

        @Override
        public String condition() {
            return "the servers must be a whole number from 1 to a billion, and blocking below 100%";
        }
    }

    /** Of load and blocking. */
    private record FewestServers() implements Formula {
        @Override
        public double apply(double... inputs) {
            return EnoughServers.forBlocking(inputs[0], inputs[1]);
        }

        @Override
        public Direction direction(int input) {
            return input == 0 ? Direction.RISING : Direction.FALLING;
        }

        @Override
        public String condition() {
            return "blocking must be above 0%, and within reach of a billion servers";
        }
    }
}
