package dev.estimator.internal.engine;

import dev.estimator.internal.range.Rule;
import java.util.Arrays;

/**
 * Replaces many weighted points by few that average every polynomial of low degree alike: Gauss's rule for a discrete
 * measure, by Stieltjes' procedure and the eigenvalues of the Jacobi matrix.
 *
 * @see "W. Gautschi, Orthogonal Polynomials: Computation and Approximation, Oxford 2004, sections 2.2 and 3.1"
 */
final class GaussRule {
    /** Points closer together than this, relative to their range, are one. */
    private static final double VANISHING = 1e-13;

    private GaussRule() {}

    /** A rule of at most n points for the points and weights of another. */
    static Rule compress(Rule rule, int n) {
        double[] points = rule.points();
        if (points.length <= n) {
            return rule;
        }
        double center = 0;
        double variance = 0;
        for (int i = 0; i < points.length; i++) {
            center += rule.weights()[i] * points[i];
        }
        for (int i = 0; i < points.length; i++) {
            variance += rule.weights()[i] * (points[i] - center) * (points[i] - center);
        }
        double scale = Math.sqrt(variance);
        if (!(scale > VANISHING * Math.max(1, Math.abs(center)))) {
            return new Rule(new double[] {center}, new double[] {1});
        }
        return jacobi(rule, center, scale, n);
    }

    /** The sum of two independent values, in few points. */
    static Rule sum(Rule a, Rule b, int n) {
        double[] points = new double[a.points().length * b.points().length];
        double[] weights = new double[points.length];
        int k = 0;
        for (int i = 0; i < a.points().length; i++) {
            for (int j = 0; j < b.points().length; j++) {
                points[k] = a.points()[i] + b.points()[j];
                weights[k++] = a.weights()[i] * b.weights()[j];
            }
        }
        return compress(new Rule(points, weights), n);
    }

    private static Rule jacobi(Rule rule, double center, double scale, int n) {
        int size = rule.points().length;
        double[] x = new double[size];
        double[] before = new double[size];
        double[] current = new double[size];
        for (int i = 0; i < size; i++) {
            x[i] = (rule.points()[i] - center) / scale;
            current[i] = 1;
        }
        double[] diagonal = new double[n];
        double[] beside = new double[n - 1];
        double[] moments = moments(rule.weights(), x, current);
        double norm = moments[0];
        int found = 0;
        for (int k = 0; k < n; k++) {
            double alpha = moments[1] / norm;
            diagonal[k] = alpha;
            found++;
            if (k == n - 1) {
                break;
            }
            double beta = k == 0 ? 0 : beside[k - 1] * beside[k - 1];
            for (int i = 0; i < size; i++) {
                double next = (x[i] - alpha) * current[i] - beta * before[i];
                before[i] = current[i];
                current[i] = next;
            }
            moments = moments(rule.weights(), x, current);
            double ratio = moments[0] / norm;
            if (!(ratio > VANISHING)) {
                break; // there are no more distinct points
            }
            beside[k] = Math.sqrt(ratio);
            norm = moments[0];
        }
        return eigen(Arrays.copyOf(diagonal, found), Arrays.copyOf(beside, found - 1), center, scale);
    }

    /**
     * The sums of the squares of some values, and of the squares times x; in one loop they need not wait for each
     * other.
     */
    private static double[] moments(double[] weights, double[] x, double[] values) {
        double squares = 0;
        double timesX = 0;
        for (int i = 0; i < values.length; i++) {
            squares += weights[i] * values[i] * values[i];
            timesX += weights[i] * x[i] * values[i] * values[i];
        }
        return new double[] {squares, timesX};
    }

    private static Rule eigen(double[] diagonal, double[] beside, double center, double scale) {
        Rule scaled = JacobiMatrix.rule(diagonal, beside);
        double[] points = scaled.points();
        for (int i = 0; i < points.length; i++) {
            points[i] = center + scale * points[i];
        }
        return scaled;
    }
}
