package dev.estimator.internal.latency;

import com.google.common.primitives.ImmutableDoubleArray;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A law through known percentiles: log-normal between any two that follow each other, and beyond the first and the last as beside
 * them.
 *
 * @param scores the normal score of each percentile, in ascending order
 * @param logs the logarithm of each time, in ascending order
 */
record Percentiles(ImmutableDoubleArray scores, ImmutableDoubleArray logs) implements Law {
    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    /** The law of times that are exceeded with the given shares, at least two. */
    static Percentiles through(ImmutableDoubleArray shares, double[] times) {
        ImmutableDoubleArray.Builder scores = ImmutableDoubleArray.builder(times.length);
        ImmutableDoubleArray.Builder logs = ImmutableDoubleArray.builder(times.length);
        for (int i = 0; i < times.length; i++) {
            scores.add(STANDARD.inverseSurvivalProbability(shares.get(i)));
            logs.add(Math.log(times[i]));
        }
        return new Percentiles(scores.build(), logs.build());
    }

    @Override
    public double slower(double time) {
        return time <= 0 ? 1 : STANDARD.survivalProbability(along(logs, scores, Math.log(time)));
    }

    @Override
    public double exceededBy(double share) {
        return Math.exp(along(scores, logs, STANDARD.inverseSurvivalProbability(share)));
    }

    private static double along(ImmutableDoubleArray from, ImmutableDoubleArray to, double value) {
        int i = 0;
        while (i < from.length() - 2 && from.get(i + 1) < value) {
            i++;
        }
        double slope = (to.get(i + 1) - to.get(i)) / (from.get(i + 1) - from.get(i));
        return to.get(i) + slope * (value - from.get(i));
    }

    @Override
    public double mean() {
        return Mean.of(this);
    }
}
