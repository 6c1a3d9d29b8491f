package dev.estimator.queueing;

import dev.estimator.internal.graph.Bound.Side;
import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.input.Refusal;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Formula;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import java.io.Serializable;

/**
 * Servers without a line, asked by so few sources that none of them asks while it is served: Engset's model.
 *
 * <p>How much of the time all servers are busy and which part of the requests is turned away differ, as fewer sources
 * ask while others are served. With very many sources that ask very rarely both are those of {@link ErlangB}.
 *
 * @param sources how many sources there are, a whole number up to a billion, at least 1
 * @param ratePerIdleSource how often a source asks while it is not served; one that is turned away goes on as before
 * @param serviceTime how long a server is busy with a request, on average, above zero
 * @param servers how many servers there are, a whole number up to a million
 * @see "T. O. Engset, Die Wahrscheinlichkeitsrechnung zur Bestimmung der Wähleranzahl in automatischen
 *     Fernsprechämtern, ETZ 39, 1918"
 */
public record Engset(Count sources, Qps ratePerIdleSource, TimeSpan serviceTime, Count servers)
        implements Serializable {
    private static final String CONDITION =
            "the sources must be a whole number up to a billion, and the servers up to a million";

    /**
     * Checks the inputs.
     *
     * @param sources how many sources there are, a whole number up to a billion, at least 1
     * @param ratePerIdleSource how often a source asks while it is not served; one that is turned away goes on as
     *     before
     * @param serviceTime how long a server is busy with a request, on average, above zero
     * @param servers how many servers there are, a whole number up to a million
     */
    public Engset {
        sources = QueueInputs.atLeastOne(Refusal.named(sources, "sources"), "sources");
        ratePerIdleSource = Refusal.named(ratePerIdleSource, "ratePerIdleSource", "rate per idle source");
        serviceTime = Refusal.aboveZero(Refusal.named(serviceTime, "serviceTime", "service time"), "serviceTime");
        Count some = QueueInputs.wholeNumber(Refusal.named(servers, "servers"), "servers");
        servers = Refusal.kept(some, "servers", Side.AT_MOST, Count.of(FiniteSource.MOST_SERVERS));
    }

    /**
     * Obtains a model of few sources.
     *
     * @param sources how many sources there are, a whole number up to a billion, at least 1
     * @param ratePerIdleSource how often a source asks while it is not served; one that is turned away goes on as
     *     before
     * @param serviceTime how long a server is busy with a request, on average, above zero
     * @param servers how many servers there are, a whole number up to a million
     * @return the model
     * @throws IllegalArgumentException if an input is not as said
     */
    public static Engset of(Count sources, Qps ratePerIdleSource, TimeSpan serviceTime, Count servers) {
        return new Engset(sources, ratePerIdleSource, serviceTime, servers);
    }

    /**
     * Returns the share of time in which all servers are busy, as one sees it who looks from outside: {@code C(N, c) βᶜ
     * ÷ Σ C(N, k) βᵏ}, β being the load of an idle source.
     *
     * @return the time congestion
     */
    public Share timeCongestion() {
        return congestion(0).named("time congestion");
    }

    /**
     * Returns which part of the requests is turned away: the time congestion with one source less, which is what the
     * asking one sees.
     *
     * @return the call congestion
     */
    public Share callCongestion() {
        return congestion(1).named("call congestion");
    }

    /**
     * Returns how many servers are busy on average: {@code Y = N u ÷ (1 + u)}, {@code u = β × accepted}, accepted being
     * what is not turned away.
     *
     * @return the carried load, in erlangs
     */
    public Count carriedLoad() {
        Share accepted = engset("1 − Engset of one source less", new Accepted()).named("accepted");
        Ratio carried = loadPerIdleSource().times(accepted).named("carried per idle source");
        return Inside.ofNothingNamed(sources.times(carried.div(Ratio.of(1).plus(carried))))
                .named("carried load");
    }

    /**
     * Returns what is turned away, as in '4 servers for 10 sources: 5.7% is turned away, all are busy 9.2% of the
     * time'.
     */
    @Override
    public String toString() {
        return QueueInputs.servers(servers()) + " for " + QueueInputs.whole(sources()) + " sources: " + callCongestion()
                + " is turned away, all are busy " + timeCongestion() + " of the time";
    }

    private Ratio loadPerIdleSource() {
        return ratePerIdleSource.times(serviceTime).toRatio().named("load per idle source");
    }

    private Share congestion(int served) {
        return engset(served == 0 ? "Engset" : "Engset of one source less", new Congestion(served));
    }

    private Share engset(String notation, Formula formula) {
        return Share.computed(notation, formula, sources, servers, loadPerIdleSource());
    }

    /** Of sources, servers and the load of an idle source. */
    private interface OfSources extends Formula {
        @Override
        default String condition() {
            return CONDITION;
        }
    }

    /**
     * Of sources, servers and the load of an idle source.
     *
     * @param served how many sources less there are for a request that comes
     */
    private record Congestion(int served) implements OfSources {
        @Override
        public double apply(double... inputs) {
            return FiniteSource.timeCongestion(inputs[0] - served, inputs[1], inputs[2]);
        }

        @Override
        public Direction direction(int input) {
            return input == 1 ? Direction.FALLING : Direction.RISING;
        }
    }

    /** What is not turned away, of the same; not as 1 − congestion, which has no digits left where almost all is. */
    private record Accepted() implements OfSources {
        @Override
        public double apply(double... inputs) {
            return FiniteSource.timeWithoutCongestion(inputs[0] - 1, inputs[1], inputs[2]);
        }

        @Override
        public Direction direction(int input) {
            return input == 1 ? Direction.RISING : Direction.FALLING;
        }
    }
}
