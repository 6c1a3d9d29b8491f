package dev.estimator.internal.latency;

import java.util.stream.DoubleStream;

/**
 * One law for a part of the requests and another for the rest.
 *
 * @param share the part of the requests that go the first way
 * @param first how long those take
 * @param other how long the others take
 */
record Either(double share, Law first, Law other) implements Law {
    @Override
    public double slower(double time) {
        return share * first.slower(time) + (1 - share) * other.slower(time);
    }

    @Override
    public double exceededBy(double tail) {
        double a = first.exceededBy(tail);
        double b = other.exceededBy(tail);
        return Search.exceededBy(this, tail, Math.min(a, b), Math.max(a, b));
    }

    @Override
    public double unknown() {
        return share * first.unknown() + (1 - share) * other.unknown();
    }

    @Override
    public double openStart() {
        return share * first.openStart() + (1 - share) * other.openStart();
    }

    @Override
    public double mean() {
        return part(share, first) + part(1 - share, other);
    }

    /** Where nobody goes it does not matter that the mean is infinite. */
    private static double part(double share, Law law) {
        return share == 0 ? 0 : share * law.mean();
    }

    @Override
    public boolean isOnGrid() {
        return first.isOnGrid() || other.isOnGrid();
    }

    @Override
    public DoubleStream singleTimes() {
        return DoubleStream.concat(first.singleTimes(), other.singleTimes());
    }
}
