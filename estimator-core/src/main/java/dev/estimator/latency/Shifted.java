package dev.estimator.latency;

import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * A law with a constant before it.
 *
 * @param constant the time that is added
 * @param law the rest
 */
record Shifted(double constant, LatencyLaw law) implements LatencyLaw {
    static LatencyLaw of(double constant, LatencyLaw law) {
        if (law instanceof Constant rest) {
            return new Constant(constant + rest.time());
        }
        return constant == 0 ? law : new Shifted(constant, law);
    }

    @Override
    public double slower(double time) {
        return time < constant ? 1 : law.slower(time - constant);
    }

    @Override
    public double exceededBy(double share) {
        return constant + law.exceededBy(share);
    }

    @Override
    public double unknown() {
        return law.unknown();
    }

    @Override
    public double openStart() {
        return law.openStart();
    }

    @Override
    public boolean isOnGrid(double share) {
        return law.isOnGrid(share);
    }

    @Override
    public @Nullable Transform transform() {
        Transform rest = law.transform();
        return rest == null ? null : new Transform.Added(List.of(new Transform.Delay(constant), rest));
    }

    @Override
    public boolean isInverted() {
        return law.isInverted();
    }

    @Override
    public LatencyLaw tabulated(Workings workings) {
        return isInverted() ? of(constant, law.tabulated(workings)) : this;
    }

    @Override
    public double mean() {
        return constant + law.mean();
    }

    @Override
    public double variance() {
        return law.variance();
    }

    @Override
    public DoubleStream singleTimes() {
        return law.singleTimes().map(time -> constant + time);
    }
}
