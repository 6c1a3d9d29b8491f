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

    /** From there on the series of {@link #upTo} has 13 digits. */
    private static final double STEEP = 30;

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

    /** Piece by piece: where {@code ln t = a + b z} it is {@code ∫ exp(a + b z) φ(z) dz}. */
    @Override
    public double mean() {
        int pieces = scores.length() - 1;
        double sum = 0;
        for (int i = 0; i < pieces; i++) {
            double b = (logs.get(i + 1) - logs.get(i)) / (scores.get(i + 1) - scores.get(i));
            double from = i == 0 ? Double.NEGATIVE_INFINITY : scores.get(i);
            double to = i == pieces - 1 ? Double.POSITIVE_INFINITY : scores.get(i + 1);
            sum += partOfMean(logs.get(i) - b * scores.get(i), b, from, to);
        }
        return sum;
    }

    /** {@code exp(a + b²/2) (Φ(to − b) − Φ(from − b))}; where b is large the first factor is too large and the other too small. */
    private static double partOfMean(double a, double b, double from, double to) {
        if (b > STEEP && to < Double.POSITIVE_INFINITY) {
            return upTo(a, b, to) - upTo(a, b, from);
        }
        double part = from > b
                ? STANDARD.survivalProbability(from - b) - STANDARD.survivalProbability(to - b)
                : STANDARD.cumulativeProbability(to - b) - STANDARD.cumulativeProbability(from - b);
        return Math.exp(a + b * b / 2) * part;
    }

    /** {@code exp(a + b²/2) Φ(z − b) = exp(a + b z) φ(z) × Φ(z − b) ÷ φ(z − b)}, the last by its series. */
    private static double upTo(double a, double b, double z) {
        if (z == Double.NEGATIVE_INFINITY) {
            return 0;
        }
        double x = b - z;
        double y = 1 / (x * x);
        double mills = (1 - y * (1 - 3 * y * (1 - 5 * y * (1 - 7 * y * (1 - 9 * y))))) / x;
        return Math.exp(a + b * z) * STANDARD.density(z) * mills;
    }
}
