package dev.estimator.internal.engine;

import dev.estimator.internal.range.Gauss;
import java.util.Arrays;

/** Very many weighted points that stand for a distribution. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record WeightedPoints(double[] at, double[] weights) {
    private static final double FARTHEST_SCORE = 8;

    static WeightedPoints ofNormal(double mu, double sigma, int n) {
        double[] at = new double[n];
        double[] weights = new double[n];
        double width = 2 * FARTHEST_SCORE / n;
        double below = 0;
        for (int i = 0; i < n; i++) {
            double to = -FARTHEST_SCORE + (i + 1) * width;
            double p = Gauss.cumulative(to);
            at[i] = mu + sigma * (to - width / 2);
            weights[i] = p - below;
            below = p;
        }
        return new WeightedPoints(at, weights);
    }

    static WeightedPoints equallyLikely(double[] at) {
        double[] weights = new double[at.length];
        Arrays.fill(weights, 1.0 / at.length);
        return new WeightedPoints(at, weights);
    }

    double least() {
        return Arrays.stream(at).min().orElseThrow();
    }

    double range() {
        return Arrays.stream(at).max().orElseThrow() - least();
    }

    double spread() {
        double mean = 0;
        double squares = 0;
        for (int i = 0; i < at.length; i++) {
            mean += weights[i] * at[i];
        }
        for (int i = 0; i < at.length; i++) {
            squares += weights[i] * (at[i] - mean) * (at[i] - mean);
        }
        return Math.sqrt(squares);
    }

    /** Onto a grid that begins at the least point, each point to its two neighbours. */
    void shareOut(double step, double[] grid) {
        double least = least();
        for (int i = 0; i < at.length; i++) {
            double position = (at[i] - least) / step;
            int cell = (int) position;
            double beyond = position - cell;
            grid[cell] += weights[i] * (1 - beyond);
            grid[cell + 1] += weights[i] * beyond;
        }
    }
}
