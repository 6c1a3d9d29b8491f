package dev.estimator.latency;

import java.util.stream.DoubleStream;

/**
 * A law of which a share of the requests take longer than anything that is known.
 *
 * @param share the share of these requests
 * @param rest how long the others take
 * @param mean the mean of all, which may be known all the same; else infinite
 */
record OpenEnded(double share, LatencyLaw rest, double mean) implements LatencyLaw {
    /** At the very share the greatest of what is known would be asked for, which on a grid is its edge. */
    private static final double ROUNDING = 1e-9;

    @Override
    public double slower(double time) {
        return share + (1 - share) * rest.slower(time);
    }

    @Override
    public double exceededBy(double tail) {
        return tail <= share * (1 + ROUNDING)
                ? Double.POSITIVE_INFINITY
                : rest.exceededBy((tail - share) / (1 - share));
    }

    @Override
    public double unknown() {
        return (1 - share) * rest.unknown();
    }

    @Override
    public double openStart() {
        return share + (1 - share) * rest.openStart();
    }

    @Override
    public DoubleStream singleTimes() {
        return rest.singleTimes();
    }

    @Override
    public boolean isOnGrid(double share) {
        return rest.isOnGrid(share);
    }
}
