package dev.estimator.flow;

import dev.estimator.internal.graph.Bound.Side;
import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.input.Unbuilt;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Formula;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.TimeSpan;
import java.io.Serializable;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A queue that fills in a burst, or while consumers are down, and drains afterwards.
 *
 * <p>Messages flow like water: rates are even, and the backlog is the difference of two rates times a time. Random
 * arrivals, which cause waiting even without a burst, are left out.
 *
 * @see "D. Yanacek, Avoiding Insurmountable Queue Backlogs, Amazon Builders' Library 2019"
 * @see "G. F. Newell, Applications of Queueing Theory, 2nd edition 1982, chapter 2, for the fluid approximation"
 */
@Value.Immutable
@SuppressWarnings("exports") // Value is needed at build time only
public abstract class Backlog implements WithBacklog, Serializable {
    private static final long serialVersionUID = 1L;
    private static final String NEVER = "never drained";

    Backlog() {}

    /**
     * Returns the arrival rate before and after the burst.
     *
     * @return the normal arrival rate
     */
    public abstract Qps arrivalRate();

    /**
     * Returns the arrival rate in the burst.
     *
     * @return the rate; the normal arrival rate unless set, as in an outage of consumers
     */
    public abstract Optional<Qps> burstRate();

    /**
     * Returns how long the burst, or the outage, lasts.
     *
     * @return the length of the burst
     */
    public abstract TimeSpan burstLength();

    /**
     * Returns how many consumers there are.
     *
     * @return the consumers
     */
    public abstract Count consumers();

    /**
     * Returns how many consumers work during the burst; all of them unless set, and none in an outage.
     *
     * @return the consumers in the burst, at most all
     */
    public abstract Optional<Count> consumersInBurst();

    /**
     * Returns the rate at which a consumer takes messages.
     *
     * @return the rate of each consumer, above zero
     */
    public abstract Qps ratePerConsumer();

    @Value.Check
    void check() {
        rateNamed();
        workingNamed();
        consumersNamed();
    }

    /**
     * Returns the rate at which all consumers together take messages: {@code consumers × rate of each}.
     *
     * @return the greatest throughput
     */
    public Qps capacity() {
        return rateNamed().times(consumersNamed()).named("capacity");
    }

    /**
     * Returns how many messages wait after the burst: {@code (burst rate − capacity in the burst) × burst length}, or
     * none.
     *
     * @return the backlog
     */
    public Count messages() {
        Qps inBurst = capacityInBurst();
        return burstNamed()
                .max(inBurst)
                .minus(inBurst)
                .times(burstLength().orNamed("burst length"))
                .named("backlog");
    }

    /**
     * Returns how much space the backlog takes up.
     *
     * @param messageSize the size of a message, with what the queue adds
     * @return {@code messages × size}
     */
    public Bytes size(Bytes messageSize) {
        return messages()
                .times(Refusal.named(messageSize, "messageSize", "message size"))
                .named("backlog size");
    }

    /**
     * Returns how long it takes after the burst until nothing waits: {@code backlog ÷ (capacity − arrival rate)}, and
     * no time if nothing waits.
     *
     * @return the time to drain
     * @throws ArithmeticException if consumers take no more than arrives: then the backlog never drains
     */
    public TimeSpan drainTime() {
        return TimeSpan.computed("{0} ÷ ({1} − {2})", new Drain(), messages(), capacity(), arrivalNamed())
                .named("drain time");
    }

    /**
     * Returns the longest wait of a message, first come first served: {@code backlog ÷ capacity} for the last message
     * of the burst; in an outage of consumers {@code backlog ÷ burst rate} for the first one, if that is longer.
     *
     * @return the age of the oldest message when a consumer takes it: the shortest retention that loses nothing
     * @throws ArithmeticException if more arrives after the burst than consumers take: then the wait grows for ever
     */
    public TimeSpan longestWait() {
        return TimeSpan.computed(
                        "(max({0}, {1}) − {1}) × {2} ÷ min({0}, {3})",
                        new LongestWait(),
                        burstNamed(),
                        capacityInBurst(),
                        burstLength().orNamed("burst length"),
                        capacity(),
                        arrivalNamed())
                .named("longest wait");
    }

    /**
     * Returns how long messages must be kept so that nothing is lost, with a margin.
     *
     * @param margin how many times as long to be safe, at least 1
     * @return {@code longest wait × margin}
     * @throws IllegalArgumentException if the margin is below 1
     * @throws ArithmeticException if more arrives after the burst than consumers take: then nothing is long enough
     */
    public TimeSpan retention(Ratio margin) {
        Ratio longer = Refusal.atLeast(Refusal.named(margin, "margin"), "margin", 1);
        return longestWait().times(longer).named("retention needed");
    }

    /**
     * Returns how many consumers are enough to drain in a time after the burst. If all of them work in the burst, that
     * is {@code ⌈(burst rate × burst length + arrival rate × time) ÷ (rate of each × (burst length + time))⌉}; if
     * {@link #consumersInBurst} is set, that number works in the burst however many there are in all, and
     * {@code ⌈(backlog + arrival rate × time) ÷ (rate of each × time)⌉} are enough, at least those in the burst.
     *
     * @param time the time to drain in, above zero
     * @return the consumers, whole
     * @throws IllegalArgumentException if the time is zero, or the burst is below the normal rate and all work in it
     */
    public Count consumersToDrainIn(TimeSpan time) {
        TimeSpan within = Refusal.aboveZero(Refusal.named(time, "time", "time to drain"), "time");
        return workingNamed()
                .map(working -> consumersAfter(within, working))
                .orElseGet(() -> consumersThroughout(within))
                .named("consumers needed");
    }

    private Count consumersThroughout(TimeSpan within) {
        Qps burst = Refusal.kept(burstNamed(), "burstRate", Side.AT_LEAST, arrivalNamed());
        TimeSpan length = burstLength().orNamed("burst length");
        Count work = burst.times(length).plus(arrivalNamed().times(within)).named("messages until then");
        Count each = rateNamed().times(length.plus(within)).named("messages each takes");
        return work.div(each).ceil();
    }

    private Count consumersAfter(TimeSpan within, Count working) {
        Count work = messages().plus(arrivalNamed().times(within)).named("messages after the burst");
        Count each = rateNamed().times(within).named("messages each takes");
        return work.div(each).ceil().max(working).ceil();
    }

    /**
     * Returns the backlog and when it is gone, as in '360k messages after the burst, longest wait 6 min, drained in 30
     * min'.
     */
    @Override
    public String toString() {
        String noun = Inside.kind(messages()).label() == null ? " messages" : "";
        String backlog = messages() + noun + " after the burst, ";
        int spare = capacity().compareTo(arrivalRate());
        if (spare < 0) {
            return backlog + "never drained: waits grow for ever, as arrivals of " + arrivalRate() + " are more than "
                    + capacity();
        }
        return spare > 0 || messages().value() == 0
                ? backlog + "longest wait " + waitBeside(drainTime().toString())
                : backlog + "longest wait " + longestWait() + ", never drained: arrivals of " + arrivalRate()
                        + " leave nothing of " + capacity();
    }

    /** The longest wait and the time to drain; in how many cases neither has an end is said once, as the last. */
    private String waitBeside(String drained) {
        String wait = longestWait().toString();
        return (drained.contains(NEVER + " in ") ? wait.replaceFirst("[,:] " + NEVER + " in .*", "") : wait)
                + ", drained in " + drained;
    }

    /**
     * Begins a backlog.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects arrivals and consumers. */
    public static final class Builder extends ImmutableBacklog.Builder {
        Builder() {}

        /** Returns what is being built, and that {@code build()} is still to be called. */
        @Override
        public String toString() {
            return Unbuilt.of("backlog");
        }
    }

    private Qps arrivalNamed() {
        return arrivalRate().orNamed("arrival rate");
    }

    private Qps burstNamed() {
        return burstRate().map(rate -> rate.orNamed("burst rate")).orElseGet(this::arrivalNamed);
    }

    private Qps capacityInBurst() {
        return workingNamed()
                .map(working -> rateNamed().times(working).named("capacity in the burst"))
                .orElseGet(this::capacity);
    }

    private Count consumersNamed() {
        Count all = Refusal.aboveZero(consumers().orNamed("consumers"), "consumers");
        return inBurst()
                .map(working -> Refusal.kept(all, "consumers", Side.AT_LEAST, working))
                .orElse(all);
    }

    private Optional<Count> workingNamed() {
        Count all = consumers().orNamed("consumers");
        return inBurst().map(working -> Refusal.kept(working, "consumersInBurst", Side.AT_MOST, all));
    }

    private Optional<Count> inBurst() {
        return consumersInBurst().map(working -> working.orNamed("consumers in the burst"));
    }

    private Qps rateNamed() {
        return Refusal.aboveZero(ratePerConsumer().orNamed("rate per consumer"), "ratePerConsumer");
    }

    /** The time to drain, at the capacity that arrivals leave over. */
    private record Drain() implements Formula {
        @Override
        public double apply(double... inputs) {
            double spare = inputs[1] - inputs[2];
            boolean isEmpty = inputs[0] == 0 && spare >= 0;
            return isEmpty ? 0 : spare > 0 ? inputs[0] / spare : Double.POSITIVE_INFINITY;
        }

        @Override
        public Direction direction(int input) {
            return input == 1 ? Direction.FALLING : Direction.RISING;
        }

        @Override
        public String condition() {
            return "the capacity must be above the arrival rate, or the backlog never drains";
        }

        @Override
        public String beyond() {
            return NEVER;
        }
    }

    /**
     * The longest wait: the backlog divided by the slower of two rates; infinite if arrivals exceed the capacity for
     * ever. It is made of rates and not of the backlog, so that it only rises with the burst.
     */
    private record LongestWait() implements Formula {
        @Override
        public double apply(double... inputs) {
            double fuller = inputs[0] - inputs[1];
            boolean isBounded = inputs[4] <= inputs[3];
            return !isBounded
                    ? Double.POSITIVE_INFINITY
                    : fuller <= 0 ? 0 : fuller * inputs[2] / Math.min(inputs[0], inputs[3]);
        }

        @Override
        public Direction direction(int input) {
            return input == 1 || input == 3 ? Direction.FALLING : Direction.RISING;
        }

        @Override
        public String condition() {
            return "the capacity must not be below the arrival rate, or the wait grows for ever";
        }

        @Override
        public String beyond() {
            return NEVER;
        }
    }
}
