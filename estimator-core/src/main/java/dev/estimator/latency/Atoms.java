package dev.estimator.latency;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The times that a law takes so often that a percentile can fall on one: constants, timeouts, measured times.
 *
 * @param times the times, as a law of their own
 * @param share how likely it takes one of them
 */
record Atoms(Points times, double share) {
    /** Rarer values do not show in a p99.9. */
    private static final double LEAST = 1e-4;

    private static final int MOST = 512;

    /** The relative rounding error of a time that was summed in another order. */
    private static final double ROUNDING = 1e-12;

    /** The atoms of a law; empty if no time is that frequent, or if too many are. */
    static @Nullable Atoms of(LatencyLaw law) {
        double[] candidates = distinct(law.singleTimes().sorted().toArray());
        if (candidates.length > MOST) {
            return null;
        }
        double[] weights =
                Arrays.stream(candidates).map(time -> weight(law, time)).toArray();
        double share = Arrays.stream(weights).sum();
        if (share == 0) {
            return null;
        }
        double[] times = new double[candidates.length];
        for (int i = 0; i < times.length; i++) {
            times[i] = weights[i] > 0 ? whereTaken(law, candidates[i], weights[i]) : 0;
        }
        return new Atoms(Points.of(times, weights), share);
    }

    private static double[] distinct(double... sorted) {
        return IntStream.range(0, sorted.length)
                .filter(i -> i == 0 || sorted[i] - sorted[i - 1] > 4 * ROUNDING * sorted[i])
                .mapToDouble(i -> sorted[i])
                .toArray();
    }

    private static double weight(LatencyLaw law, double time) {
        double weight = law.slower(time * (1 - ROUNDING)) - law.slower(time * (1 + ROUNDING));
        return weight >= LEAST ? weight : 0;
    }

    /** Finds the exact double at which the law itself has its step. */
    private static double whereTaken(LatencyLaw law, double time, double weight) {
        return law.exceededBy(law.slower(time * (1 + ROUNDING)) + weight / 2);
    }
}
