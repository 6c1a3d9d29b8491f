package dev.estimator.latency;

import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * One law for a part of the requests and another for the rest.
 *
 * @param share the part of the requests that go the first way
 * @param first how long those take
 * @param other how long the others take
 */
record TwoWayMixture(double share, LatencyLaw first, LatencyLaw other) implements LatencyLaw {
    /** Whether the others take no time. */
    boolean isSometimes() {
        return other instanceof Constant fixed && fixed.time() == 0;
    }

    @Override
    public double slower(double time) {
        return share * first.slower(time) + (1 - share) * other.slower(time);
    }

    @Override
    public double exceededBy(double tail) {
        if (isSometimes()) {
            return tail >= share * first.slower(0) ? 0 : first.exceededBy(tail / share);
        }
        double a = first.exceededBy(tail);
        double b = other.exceededBy(tail);
        return PercentileSearch.exceededBy(this, tail, Math.min(a, b), Math.max(a, b));
    }

    @Override
    public @Nullable Transform transform() {
        Transform a = first.transform();
        Transform b = other.transform();
        return a == null || b == null ? null : new Transform.Either(share, a, b);
    }

    @Override
    public boolean isInverted() {
        return first.isInverted() || other.isInverted();
    }

    @Override
    public LatencyLaw tabulated(Workings workings) {
        return isInverted() ? new TwoWayMixture(share, first.tabulated(workings), other.tabulated(workings)) : this;
    }

    @Override
    public double unknown() {
        return share * first.unknown() + (1 - share) * other.unknown();
    }

    @Override
    public double openEnd() {
        return share * first.openEnd() + (1 - share) * other.openEnd();
    }

    @Override
    public double openStart() {
        return share * first.openStart() + (1 - share) * other.openStart();
    }

    @Override
    public double mean() {
        return part(share, first) + part(1 - share, other);
    }

    @Override
    public double variance() {
        return variance(share, first.mean(), first.variance(), other.mean(), other.variance());
    }

    /** Within the branches and between them. */
    static double variance(double share, double mean, double variance, double otherMean, double otherVariance) {
        if (share == 0 || share == 1) {
            return share == 0 ? otherVariance : variance;
        }
        double apart = mean - otherMean;
        return share * variance + (1 - share) * otherVariance + share * (1 - share) * apart * apart;
    }

    /** The mean of a branch that is never taken does not count, even if it is infinite. */
    private static double part(double share, LatencyLaw law) {
        return share == 0 ? 0 : share * law.mean();
    }

    @Override
    public boolean isOnGrid(double share) {
        return first.isOnGrid(share) || other.isOnGrid(share);
    }

    @Override
    public DoubleStream singleTimes() {
        return DoubleStream.concat(first.singleTimes(), other.singleTimes());
    }
}
