package dev.estimator.flow;

import dev.estimator.internal.graph.Bound.Side;
import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.input.Unbuilt;
import dev.estimator.internal.text.Percent;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Formula;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import org.immutables.value.Value;

/** Instances that are restarted in batches, while the others carry the load. */
@Value.Immutable
@SuppressWarnings("exports") // Value is needed at build time only
public abstract class RollingRestart implements WithRollingRestart {
    RollingRestart() {}

    /**
     * Returns how many instances there are, n.
     *
     * @return the instances, above zero
     */
    public abstract Count instances();

    /**
     * Returns how many are down at the same time, b.
     *
     * @return the batch, above zero and below the instances
     */
    public abstract Count batch();

    /**
     * Returns how long a batch is down: to drain, stop, start, and be warm again.
     *
     * @return the time to restart
     */
    public abstract TimeSpan restartTime();

    /**
     * Returns how much the instances are used when all are up, u.
     *
     * @return the utilization
     */
    public abstract Share utilization();

    @Value.Check
    void check() {
        batchNamed();
    }

    /**
     * Returns how much of the capacity is left during the restart: {@code (n − b) ÷ n}.
     *
     * @return the share of capacity
     */
    public Share capacityLeft() {
        return left().div(instancesNamed()).toShare().named("capacity left");
    }

    /**
     * Returns how much the instances that are left are used: {@code u × n ÷ (n − b)}.
     *
     * @return the utilization during the restart; above 1 if the rest cannot carry the load
     */
    public Ratio utilizationMeanwhile() {
        return utilizationNamed().div(capacityLeft()).named("utilization meanwhile");
    }

    /**
     * Returns how many batches there are: {@code ⌈n ÷ b⌉}.
     *
     * @return the batches, whole
     */
    public Count batches() {
        return instancesNamed().div(batchNamed()).ceil().named("batches");
    }

    /**
     * Returns how long it takes until all are restarted: {@code ⌈n ÷ b⌉ × restart time}.
     *
     * @return the duration
     */
    public TimeSpan duration() {
        return batches().times(restartTime().orNamed("restart time")).named("duration");
    }

    /**
     * Returns how many may be down at once so that the others are used no more than that: {@code ⌊n × (1 − u ÷ limit)⌋}.
     *
     * @param limit the greatest utilization, above the utilization when all are up
     * @return the largest batch, whole; 0 if not even one may be down
     * @throws ArithmeticException if the utilization is above the limit already, or the limit is 0 %
     */
    public Count largestBatch(Share limit) {
        Share spare = Share.computed("1 − {0} ÷ {1}", new Spare(), utilizationNamed(), Refusal.named(limit, "limit"));
        return instancesNamed().times(spare.named("share to spare")).floor().named("largest batch");
    }

    /**
     * Returns how many instances are needed so that a batch of the same size may be down at that utilization:
     * {@code ⌈n × u ÷ limit⌉ + b}.
     *
     * @param limit the greatest utilization, above 0 %
     * @return the instances, whole
     * @throws ArithmeticException if the limit is 0 %
     */
    public Count instancesFor(Share limit) {
        return instancesNamed()
                .times(utilizationNamed())
                .div(Refusal.named(limit, "limit"))
                .ceil()
                .plus(batchNamed())
                .named("instances needed");
    }

    /** Returns the restart, as in '3 of 12 at a time: 75% left, used at 80%, all done in 8 min'. */
    @Override
    public String toString() {
        String plan = batch() + " of " + instances() + " at a time: " + capacityLeft() + " left, ";
        boolean fits = utilization().value() <= capacityLeft().value();
        return plan
                + (fits
                        ? "used at " + Percent.of(utilizationMeanwhile().value())
                        : "too little for a utilization of " + utilization())
                + ", all done in " + duration();
    }

    /**
     * Begins a rolling restart.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the instances and the batch. */
    public static final class Builder extends ImmutableRollingRestart.Builder {
        Builder() {}

        /** Says how to go on. */
        @Override
        public String toString() {
            return Unbuilt.of("rolling restart");
        }
    }

    private Count left() {
        return instancesNamed().minus(batchNamed()).named("instances left");
    }

    private Count instancesNamed() {
        return Refusal.aboveZero(instances().orNamed("instances"), "instances");
    }

    private Count batchNamed() {
        Count above = Refusal.aboveZero(batch().orNamed("batch"), "batch");
        return Refusal.kept(above, "batch", Side.BELOW, instancesNamed());
    }

    private Share utilizationNamed() {
        return utilization().orNamed("utilization");
    }

    /** What the limit leaves. */
    private record Spare() implements Formula {
        @Override
        public double apply(double... inputs) {
            return inputs[0] <= inputs[1] ? 1 - inputs[0] / inputs[1] : Double.NaN;
        }

        @Override
        public Direction direction(int input) {
            return input == 0 ? Direction.FALLING : Direction.RISING;
        }

        @Override
        public String condition() {
            return "the utilization must be at most the limit when all are up";
        }
    }
}
