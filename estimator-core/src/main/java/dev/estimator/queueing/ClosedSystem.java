package dev.estimator.queueing;

import static dev.estimator.quantity.Quantities.assumeDefault;
import static dev.estimator.quantity.Quantities.seconds;
import static java.util.Objects.requireNonNull;

import dev.estimator.internal.graph.Bound.Side;
import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.input.Unbuilt;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Formula;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * A fixed number of users, each of whom sends a request, waits for the answer, thinks, and sends the next: a load test
 * with virtual users, a pool of workers.
 *
 * <p>A request needs each stage for some time in all, its demand; a stage is a server, or several alike, with one line
 * before it. The bounds hold however times vary; throughput and latency are exact for exponential service times.
 *
 * @see "E. D. Lazowska, J. Zahorjan, G. S. Graham and K. C. Sevcik, Quantitative System Performance, 1984, chapters 5
 *     and 6"
 */
@Value.Immutable
@SuppressWarnings({"exports", "serial"}) // Value is needed at build time only; lists are serializable
public abstract class ClosedSystem implements WithClosedSystem, Serializable {
    private static final long serialVersionUID = 1L;

    private static final int DEMANDS = 2;

    ClosedSystem() {}

    /**
     * Returns how long a request needs each stage in all its visits, without waiting: {@code D = visits × service
     * time}.
     *
     * @return at least one demand, above zero, by the name of its stage
     */
    public abstract Map<String, TimeSpan> demands();

    /**
     * Returns how many servers a stage has; those that are not in the map have one.
     *
     * @return the servers, whole numbers up to 500, at least 1, by the name of the stage
     */
    public abstract Map<String, Count> servers();

    /**
     * Returns how many users there are.
     *
     * @return the users, N, a whole number up to a million, at least 1
     */
    public abstract Count users();

    /**
     * Returns how long a user takes between an answer and the next request, on average; no time unless set.
     *
     * @return the think time, Z
     */
    @Value.Default
    public TimeSpan thinkTime() {
        return assumeDefault("think time", seconds(0), "none");
    }

    @Value.Check
    void check() {
        if (demands().isEmpty()) {
            throw new IllegalStateException("no demand is set: add at least one with stage(name, demand)");
        }
        named();
        usersNamed();
        servers().forEach((stage, servers) -> {
            demand(stage);
            serversNamed(stage);
        });
    }

    /**
     * Returns the requests that are answered, exactly: by mean value analysis, or by convolution if a stage has several
     * servers.
     *
     * @return the throughput
     * @see "M. Reiser and S. S. Lavenberg, Mean-Value Analysis of Closed Multichain Queuing Networks, J. ACM 27(2),
     *     1980"
     * @see "J. P. Buzen, Computational Algorithms for Closed Queueing Networks with Exponential Servers, Communications
     *     of the ACM 16(9), 1973"
     */
    public Qps throughput() {
        return Qps.computed(method(), new Throughput(hasServers()), inputs()).named("throughput");
    }

    /**
     * Returns the mean time from request to answer, as exact as {@link #throughput()}; by Little's law it is {@code R =
     * N ÷ X − Z}.
     *
     * @return the mean latency
     */
    public TimeSpan meanLatency() {
        return TimeSpan.computed(method(), new MeanLatency(hasServers()), inputs())
                .named("mean latency");
    }

    /**
     * Returns how long a request waits in the line of a stage, in all its visits, as exact as {@link #throughput()}.
     *
     * @param stage its name
     * @return the mean wait
     * @throws IllegalArgumentException if there is no such stage
     */
    public TimeSpan meanWait(String stage) {
        int place = List.copyOf(demands().keySet()).indexOf(requireNonNull(stage, "stage"));
        demand(stage);
        return TimeSpan.computed(method() + " of the wait at " + stage, new MeanWait(hasServers(), place), inputs())
                .named(stage + " mean wait");
    }

    /**
     * Returns how long a request is at a stage, waiting and served, in all its visits; all stages together are the
     * {@linkplain #meanLatency() latency}.
     *
     * @param stage its name
     * @return the mean time at the stage
     * @throws IllegalArgumentException if there is no such stage
     */
    public TimeSpan meanLatency(String stage) {
        return demand(stage).plus(meanWait(stage)).named(stage + " mean latency");
    }

    /**
     * Returns how many stand in the line of a stage on average, by Little's law; those that are served do not count.
     *
     * @param stage its name
     * @return the mean length of the line
     * @throws IllegalArgumentException if there is no such stage
     */
    public Count meanQueue(String stage) {
        return throughput().times(meanWait(stage)).named(stage + " mean queue");
    }

    /**
     * Returns how busy a server of a stage is: {@code U = X × D ÷ servers}.
     *
     * @param stage its name
     * @return the utilization
     * @throws IllegalArgumentException if there is no such stage
     */
    public Share utilization(String stage) {
        Count busy = throughput().times(demand(stage));
        Ratio each = serversNamed(stage).map(busy::div).orElseGet(busy::toRatio);
        return each.toShare().named(stage + " utilization");
    }

    /**
     * Returns the throughput that cannot be exceeded: {@code min(1 ÷ D max, N ÷ (D + Z))}, D being the sum of the
     * demands and D max the greatest, of several servers divided by their number.
     *
     * @return the bound
     */
    public Qps throughputBound() {
        Qps ofUsers = Inside.ofRequests(Inside.ofNothingNamed(usersNamed().per(total().plus(thinkTimeNamed()))));
        return bottleneckCapacity().min(ofUsers).named("throughput bound");
    }

    /**
     * Returns the mean latency that cannot be undercut: {@code max(D, N × D max − Z)}.
     *
     * @return the bound
     */
    public TimeSpan latencyBound() {
        TimeSpan thinkTime = thinkTimeNamed();
        TimeSpan queued = usersNamed().times(largest());
        return queued.max(thinkTime).minus(thinkTime).max(total()).named("latency bound");
    }

    /**
     * Returns with how many users the bounds meet, from which on they stand in line: {@code N* = (D + Z) ÷ D max}.
     *
     * @return the users, not always whole
     */
    public Count saturation() {
        return total().plus(thinkTimeNamed()).times(bottleneckCapacity()).named("saturation");
    }

    /**
     * Returns the stage that limits the throughput.
     *
     * @return the name of the one with the largest demand for each server; the first of several
     */
    public String bindingStage() {
        TimeSpan largest = largest();
        return demands().keySet().stream()
                .filter(stage -> ofEachServer(stage).compareTo(largest) >= 0)
                .findFirst()
                .orElseThrow();
    }

    /** Returns what the users get, as in '20 users: 4.8 req/s at 2.1 s, bound by disk from 12 users on'. */
    @Override
    public String toString() {
        return QueueInputs.whole(users()) + (users().value() == 1 ? " user: " : " users: ") + throughput() + " at "
                + meanLatency() + ", bound by " + bindingStage() + " from " + saturation() + " users on";
    }

    /**
     * Begins a system.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the demands and users of a system. */
    public static final class Builder extends ImmutableClosedSystem.Builder {
        private final Set<String> stages = new HashSet<>();

        Builder() {}

        /**
         * Adds a stage.
         *
         * @param name what it is
         * @param demand how long a request needs it in all its visits, above zero
         * @return this builder
         */
        public Builder stage(String name, TimeSpan demand) {
            if (!stages.add(requireNonNull(name, "name"))) {
                throw new IllegalArgumentException("stages must have different names but two were '" + name + "'");
            }
            return putDemands(name, requireNonNull(demand, "demand"));
        }

        /**
         * Adds a stage of several servers with one line before them.
         *
         * @param name what it is
         * @param demand how long a request needs one of the servers in all its visits, above zero
         * @param servers how many there are, a whole number up to 500, at least 1
         * @return this builder
         */
        public Builder stage(String name, TimeSpan demand, Count servers) {
            return stage(name, demand).putServers(name, requireNonNull(servers, "servers"));
        }

        /** Says how to go on. */
        @Override
        public String toString() {
            return Unbuilt.of("closed system");
        }
    }

    private Quantity<?>[] inputs() {
        List<Quantity<?>> inputs = new ArrayList<>();
        inputs.add(usersNamed());
        inputs.add(thinkTimeNamed());
        named().forEach((stage, demand) -> {
            inputs.add(demand);
            if (hasServers()) {
                inputs.add(serversNamed(stage).orElse(Count.of(1)));
            }
        });
        return inputs.toArray(new Quantity<?>[0]);
    }

    private boolean hasServers() {
        return !servers().isEmpty();
    }

    private String method() {
        return hasServers() ? "exact convolution" : "exact MVA";
    }

    private TimeSpan demand(String stage) {
        TimeSpan demand = named().get(requireNonNull(stage, "stage"));
        if (demand == null) {
            throw new IllegalArgumentException(
                    "stage must be one of " + demands().keySet() + " but was '" + stage + "'");
        }
        return demand;
    }

    private Optional<Count> serversNamed(String stage) {
        String name = stage + " servers";
        return Optional.ofNullable(servers().get(stage)).map(some -> {
            Count whole = QueueInputs.atLeastOne(some.orNamed(name), name);
            return Refusal.kept(whole, name, Side.AT_MOST, Count.of(ClosedNetwork.MOST_SERVERS));
        });
    }

    private TimeSpan ofEachServer(String stage) {
        TimeSpan demand = demand(stage);
        return serversNamed(stage).map(Count::toRatio).map(demand::div).orElse(demand);
    }

    private Map<String, TimeSpan> named() {
        Map<String, TimeSpan> named = new LinkedHashMap<>();
        demands().forEach((stage, demand) -> named.put(stage, named(stage + " demand", demand)));
        return named;
    }

    private static TimeSpan named(String name, TimeSpan demand) {
        return Refusal.aboveZero(demand.orNamed(name), name);
    }

    private TimeSpan thinkTimeNamed() {
        return thinkTime().orNamed("think time");
    }

    private Count usersNamed() {
        Count some = QueueInputs.atLeastOne(users().orNamed("users"), "users");
        return Refusal.kept(some, "users", Side.AT_MOST, Count.of(MeanValueAnalysis.MOST_USERS));
    }

    private TimeSpan largest() {
        return demands().keySet().stream()
                .map(this::ofEachServer)
                .reduce(TimeSpan::max)
                .orElseThrow();
    }

    private Qps bottleneckCapacity() {
        return Inside.ofRequests(Count.of(1).per(largest())).named("bottleneck capacity");
    }

    private TimeSpan total() {
        return named().values().stream().reduce(TimeSpan::plus).orElseThrow().named("demand");
    }

    /** Of users, think time and demands, each with its servers if a stage has several. */
    private interface OfNetwork extends Formula {
        boolean hasServers();

        default ClosedNetwork solved(double... inputs) {
            double[] demands = demands(inputs);
            double[] servers = new double[demands.length];
            for (int k = 0; k < servers.length; k++) {
                servers[k] = hasServers() ? inputs[place(k) + 1] : 1;
            }
            return ClosedNetwork.of(inputs[0], inputs[1], demands, servers);
        }

        default double[] demands(double... inputs) {
            double[] demands = new double[(inputs.length - DEMANDS) / each()];
            for (int k = 0; k < demands.length; k++) {
                demands[k] = inputs[place(k)];
            }
            return demands;
        }

        /** Where the demand of a stage is. */
        default int place(int stage) {
            return DEMANDS + stage * each();
        }

        private int each() {
            return hasServers() ? 2 : 1;
        }

        default boolean isServers(int input) {
            return hasServers() && input > DEMANDS && (input - DEMANDS) % 2 == 1;
        }

        @Override
        default String condition() {
            return "the users must be a whole number from 1 to a million, the servers one to 500";
        }

        @Override
        default boolean isSlow() {
            return true;
        }
    }

    /**
     * How often users go round.
     *
     * @param hasServers whether each demand is followed by its servers
     */
    private record Throughput(boolean hasServers) implements OfNetwork {
        @Override
        public double apply(double... inputs) {
            return solved(inputs).throughput();
        }

        @Override
        public Direction direction(int input) {
            return input == 0 || isServers(input) ? Direction.RISING : Direction.FALLING;
        }
    }

    /**
     * How long that takes without thinking.
     *
     * @param hasServers whether each demand is followed by its servers
     */
    private record MeanLatency(boolean hasServers) implements OfNetwork {
        @Override
        public double apply(double... inputs) {
            ClosedNetwork network = solved(inputs);
            double[] demands = demands(inputs);
            double latency = 0;
            for (int k = 0; k < demands.length; k++) {
                latency += demands[k] + network.waits()[k];
            }
            return latency;
        }

        @Override
        public Direction direction(int input) {
            return input == 1 || isServers(input) ? Direction.FALLING : Direction.RISING;
        }
    }

    /**
     * How long they wait at a stage.
     *
     * @param hasServers whether each demand is followed by its servers
     * @param stage its place
     */
    private record MeanWait(boolean hasServers, int stage) implements OfNetwork {
        @Override
        public double apply(double... inputs) {
            double[] waits = solved(inputs).waits();
            return stage < waits.length ? waits[stage] : Double.NaN;
        }

        @Override
        public Direction direction(int input) {
            return input == 0 || input == place(stage) ? Direction.RISING : Direction.UNKNOWN;
        }
    }
}
