package dev.estimator.latency;

import java.util.stream.DoubleStream;

/**
 * A law through percentiles that also has a known mean: as many requests as it takes have the least, or the greatest,
 * times that the percentiles allow. Where the greatest time is not known, those beyond the last percentile may make up
 * for what is missing.
 *
 * @param law how the times are distributed
 * @param openStart that of the percentiles
 * @param mean the known mean
 */
record FittedLaw(LatencyLaw law, double openStart, double mean) implements LatencyLaw {
    /** The mean must be possible for the percentiles. */
    static FittedLaw of(PercentileLaw law, double mean) {
        double own = law.ended().mean();
        boolean isLess = mean < own;
        if (mean == own || (!isLess && law.openEnd() > 0)) {
            return new FittedLaw(law, law.openStart(), mean);
        }
        double farthest = isLess ? leastMean(law) : mostMean(law);
        LatencyLaw ends = isLess ? law.least() : law.most();
        double share = Math.min(1, (mean - own) / (farthest - own));
        return new FittedLaw(new TwoWayMixture(share, ends, law), law.openStart(), mean);
    }

    static double leastMean(PercentileLaw law) {
        return law.ended().least().mean();
    }

    static double mostMean(PercentileLaw law) {
        return law.openEnd() > 0 ? Double.POSITIVE_INFINITY : law.most().mean();
    }

    @Override
    public double slower(double time) {
        return law.slower(time);
    }

    @Override
    public double exceededBy(double share) {
        return law.exceededBy(share);
    }

    @Override
    public DoubleStream singleTimes() {
        return law.singleTimes();
    }
}
