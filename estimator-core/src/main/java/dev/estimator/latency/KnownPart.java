package dev.estimator.latency;

import java.util.stream.DoubleStream;

/**
 * The requests of a law of which it is known how long they take, without the others.
 *
 * @param law the law
 * @param open the share of the others
 */
record KnownPart(LatencyLaw law, double open) implements LatencyLaw {
    @Override
    public double slower(double time) {
        return Math.max(0, law.slower(time) - open) / (1 - open);
    }

    @Override
    public double exceededBy(double share) {
        return law.exceededBy(open + share * (1 - open));
    }

    @Override
    public double unknown() {
        return law.unknown() / (1 - open);
    }

    @Override
    public double openStart() {
        return (law.openStart() - open) / (1 - open);
    }

    /** Never called, because the mean of the law is not known. */
    @Override
    public double mean() {
        return Double.NaN;
    }

    @Override
    public DoubleStream singleTimes() {
        return law.singleTimes();
    }
}
