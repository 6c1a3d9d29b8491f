package dev.estimator.flow;

import dev.estimator.internal.graph.Bound.Side;
import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.text.Percent;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import java.io.Serializable;

/**
 * Instances that are restarted in batches, while the others carry the load.
 *
 * @param instances how many instances there are, n, above zero
 * @param batch how many are down at the same time, b, above zero and below the instances
 * @param restartTime how long a batch is down: to drain, stop, start, and be warm again
 * @param utilization how much the instances are used when all are up, u
 */
public record RollingRestart(Count instances, Count batch, TimeSpan restartTime, Share utilization)
        implements Serializable {
    /**
     * Checks the inputs.
     *
     * @param instances how many instances there are, n, above zero
     * @param batch how many are down at the same time, b, above zero and below the instances
     * @param restartTime how long a batch is down: to drain, stop, start, and be warm again
     * @param utilization how much the instances are used when all are up, u
     */
    public RollingRestart {
        Count all = Refusal.aboveZero(Refusal.named(instances, "instances"), "instances");
        Count some = Refusal.aboveZero(Refusal.named(batch, "batch"), "batch");
        instances = all;
        batch = Refusal.kept(some, "batch", Side.BELOW, all);
        restartTime = Refusal.named(restartTime, "restartTime", "restart time");
        utilization = Refusal.named(utilization, "utilization");
    }

    /**
     * Obtains a rolling restart.
     *
     * @param instances how many instances there are, n, above zero
     * @param batch how many are down at the same time, b, above zero and below the instances
     * @param restartTime how long a batch is down: to drain, stop, start, and be warm again
     * @param utilization how much the instances are used when all are up, u
     * @return the restart
     * @throws IllegalArgumentException if an input is not as said
     */
    public static RollingRestart of(Count instances, Count batch, TimeSpan restartTime, Share utilization) {
        return new RollingRestart(instances, batch, restartTime, utilization);
    }

    /**
     * Returns how much of the capacity is left during the restart: {@code (n − b) ÷ n}.
     *
     * @return the share of capacity
     */
    public Share capacityLeft() {
        return left().div(instances).toShare().named("capacity left");
    }

    /**
     * Returns the utilization of the remaining instances: {@code u × n ÷ (n − b)}.
     *
     * @return the utilization during the restart; above 1 if the rest cannot carry the load
     */
    public Ratio utilizationMeanwhile() {
        return utilization.div(capacityLeft()).named("utilization meanwhile");
    }

    /**
     * Returns how many batches there are: {@code ⌈n ÷ b⌉}.
     *
     * @return the batches, whole
     */
    public Count batches() {
        return instances.div(batch).ceil().named("batches");
    }

    /**
     * Returns how long it takes until all are restarted: {@code ⌈n ÷ b⌉ × restart time}.
     *
     * @return the duration
     */
    public TimeSpan duration() {
        return batches().times(restartTime).named("duration");
    }

    /**
     * Returns how many instances may be down at once without overloading the others: {@code ⌊n × (1 − u ÷ limit)⌋}.
     *
     * @param limit the greatest utilization, above the utilization when all are up
     * @return the largest batch, whole; 0 if not even one may be down
     * @throws ArithmeticException if the utilization is above the limit already, or the limit is 0 %
     */
    public Count largestBatch(Share limit) {
        Share most = Refusal.answerable(Refusal.named(limit, "limit"), "limit", Side.AT_LEAST, utilization);
        Share spare = utilization.div(most).toShare().complement().named("share to spare");
        return instances.times(spare).floor().named("largest batch");
    }

    /**
     * Returns how many instances are needed to keep the utilization to a limit while a batch of the same size is down:
     * {@code ⌈n × u ÷ limit⌉ + b}.
     *
     * @param limit the greatest utilization, above 0 %
     * @return the instances, whole
     * @throws ArithmeticException if the limit is 0 %
     */
    public Count instancesFor(Share limit) {
        return instances
                .times(utilization)
                .div(Refusal.named(limit, "limit"))
                .ceil()
                .plus(batch)
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

    private Count left() {
        return instances.minus(batch).named("instances left");
    }
}
