package dev.estimator.latency;

import java.util.stream.DoubleStream;

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
    public boolean isOnGrid() {
        return law.isOnGrid();
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
