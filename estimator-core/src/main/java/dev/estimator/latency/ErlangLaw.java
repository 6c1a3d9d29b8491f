package dev.estimator.latency;

import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * The sum of independent exponential times alike; of one, the exponential law.
 *
 * @param terms how many, a whole number
 * @param meanOfEach the mean of each
 */
record ErlangLaw(double terms, double meanOfEach) implements LatencyLaw {
    @Override
    public double slower(double time) {
        if (time <= 0) {
            return 1;
        }
        return terms == 1 ? Math.exp(-time / meanOfEach) : gamma().survivalProbability(time);
    }

    @Override
    public double exceededBy(double share) {
        return terms == 1 ? -meanOfEach * Math.log(share) : PercentileSearch.exceededBy(this, share, 0, most(share));
    }

    /** The union bound: at least one of the terms exceeds its proportional part of the time. */
    private double most(double share) {
        return terms * meanOfEach * Math.log(terms / share);
    }

    @Override
    public double mean() {
        return terms * meanOfEach;
    }

    @Override
    public double variance() {
        return terms * meanOfEach * meanOfEach;
    }

    @Override
    public Transform transform() {
        Transform one = new Transform.Exponential(meanOfEach);
        return terms == 1 ? one : new Transform.Alike(terms, one);
    }

    private GammaDistribution gamma() {
        return GammaDistribution.of(terms, meanOfEach);
    }
}
