package dev.estimator.system;

import dev.estimator.internal.graph.Inside;
import dev.estimator.quantity.Formula;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Simulation;
import dev.estimator.quantity.TimeSpan;
import java.util.Optional;

/** How long visits wait where a resource is full that has no line: not at all, or without an end. */
record Endless() implements Formula {
    /**
     * That wait, of the hottest shard or of others; none where no such resource is full in any case, or one is in all,
     * which is told elsewhere.
     */
    static Optional<TimeSpan> of(Load load, Demand demand) {
        if (load.sizing().isAlwaysEnough()) {
            return Optional.empty();
        }
        String name = load.component().name();
        return busy(load, demand)
                .filter(Quantity::isUncertain)
                .map(most -> TimeSpan.computed(
                                "nothing, endless where {0} ≥ 100%",
                                new Endless(), Inside.asUtilization(most).named(name + " utilization"))
                        .named("wait where " + name + " is full"))
                .filter(Endless::isPossible);
    }

    /** Whether a resource without a line is full in some cases, or in all; of what is sent to all it may be. */
    static boolean isPossible(Load load) {
        if (!load.hasFixedInstances() || !load.isVisited()) {
            return false;
        }
        boolean isToAll = load.component().traits().bandwidth().isPresent()
                && load.demand().isCallingAll();
        return isToAll
                || busy(load, load.demand()).filter(Endless::isFull).isPresent()
                || of(load, load.demand()).isPresent();
    }

    private static Optional<Ratio> busy(Load load, Demand demand) {
        return demand.refusing()
                .map(resource -> resource.utilization(load.instances()))
                .reduce(Ratio::max);
    }

    private static boolean isFull(Ratio busy) {
        return !busy.isUncertain() && busy.value() >= 1;
    }

    private static boolean isPossible(TimeSpan wait) {
        return Simulation.of(wait).summary(wait).probabilityBeyond().value().value() > 0;
    }

    @Override
    public double apply(double... inputs) {
        return inputs[0] < 1 ? 0 : Double.POSITIVE_INFINITY;
    }

    @Override
    public Direction direction(int input) {
        return Direction.RISING;
    }

    @Override
    public String condition() {
        return "no resource may be full";
    }

    @Override
    public String beyond() {
        return Resource.OVERLOADED;
    }
}
