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
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/**
 * A fixed number of users, each of whom sends a request, waits for the answer, thinks, and sends the next: a load test
 * with virtual users, a pool of workers.
 *
 * <p>A request needs each stage for some time in all, its demand; a stage is a single server with a line before it. The
 * bounds hold however times vary; throughput and latency are exact for exponential service times.
 *
 * @see "E. D. Lazowska, J. Zahorjan, G. S. Graham and K. C. Sevcik, Quantitative System Performance, 1984, chapters 5
 *     and 6"
 */
@Value.Immutable
@SuppressWarnings("exports") // Value is needed at build time only
public abstract class ClosedSystem implements WithClosedSystem {
    ClosedSystem() {}

    /**
     * Returns how long a request needs each stage in all its visits, without waiting: {@code D = visits × service
     * time}.
     *
     * @return at least one demand, above zero, by the name of its stage
     */
    public abstract Map<String, TimeSpan> demands();

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
    }

    /**
     * Returns the requests that are answered, by exact mean value analysis.
     *
     * @return the throughput
     * @see "M. Reiser and S. S. Lavenberg, Mean-Value Analysis of Closed Multichain Queuing Networks, J. ACM 27(2),
     *     1980"
     */
    public Qps throughput() {
        return Qps.computed("exact MVA", MeanValue.THROUGHPUT, inputs()).named("throughput");
    }

    /**
     * Returns the mean time from request to answer, by exact mean value analysis; by Little's law it is {@code R = N ÷
     * X − Z}.
     *
     * @return the mean latency
     */
    public TimeSpan meanLatency() {
        return TimeSpan.computed("exact MVA", MeanValue.LATENCY, inputs()).named("mean latency");
    }

    /**
     * Returns how busy a stage is: {@code U = X × D}.
     *
     * @param stage its name
     * @return the utilization
     * @throws IllegalArgumentException if there is no such stage
     */
    public Share utilization(String stage) {
        TimeSpan demand = named().get(requireNonNull(stage, "stage"));
        if (demand == null) {
            throw new IllegalArgumentException(
                    "stage must be one of " + demands().keySet() + " but was '" + stage + "'");
        }
        return throughput().times(demand).toRatio().toShare().named(stage + " utilization");
    }

    /**
     * Returns the throughput that cannot be exceeded: {@code min(1 ÷ D max, N ÷ (D + Z))}, D being the sum of the
     * demands.
     *
     * @return the bound
     */
    public Qps throughputBound() {
        Qps ofUsers = Inside.ofRequests(usersNamed().per(total().plus(thinkTimeNamed())));
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
     * @return the name of the one with the largest demand; the first of several
     */
    public String bindingStage() {
        TimeSpan largest = largest();
        return demands().entrySet().stream()
                .filter(demand -> demand.getValue().compareTo(largest) >= 0)
                .findFirst()
                .orElseThrow()
                .getKey();
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
        Builder() {}

        /**
         * Adds a stage.
         *
         * @param name what it is
         * @param demand how long a request needs it in all its visits, above zero
         * @return this builder
         */
        public Builder stage(String name, TimeSpan demand) {
            return putDemands(requireNonNull(name, "name"), requireNonNull(demand, "demand"));
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
        inputs.addAll(named().values());
        return inputs.toArray(new Quantity<?>[0]);
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
        return named().values().stream().reduce(TimeSpan::max).orElseThrow();
    }

    private Qps bottleneckCapacity() {
        return Inside.ofRequests(Count.of(1).per(largest())).named("bottleneck capacity");
    }

    private TimeSpan total() {
        return named().values().stream().reduce(TimeSpan::plus).orElseThrow().named("demand");
    }

    /** Of users, think time and demands. */
    private enum MeanValue implements Formula {
        THROUGHPUT,
        LATENCY;

        private static final int DEMANDS = 2;

        @Override
        public double apply(double... inputs) {
            double[] demands = Arrays.copyOfRange(inputs, DEMANDS, inputs.length);
            MeanValueAnalysis found = MeanValueAnalysis.of(inputs[0], inputs[1], demands);
            return this == THROUGHPUT ? found.throughput() : found.latency();
        }

        @Override
        public Direction direction(int input) {
            return switch (this) {
                case THROUGHPUT -> input == 0 ? Direction.RISING : Direction.FALLING;
                case LATENCY -> input == 1 ? Direction.FALLING : Direction.RISING;
            };
        }

        @Override
        public String condition() {
            return "the users must be a whole number from 1 to a million";
        }

        @Override
        public boolean isSlow() {
            return true;
        }
    }
}
