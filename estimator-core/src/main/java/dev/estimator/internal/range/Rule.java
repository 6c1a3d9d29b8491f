package dev.estimator.internal.range;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * Points and their weights: the mean of a function is the weighted sum of its values there.
 *
 * @param points where the function is evaluated
 * @param weights how much each counts; they add up to 1
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Rule(double[] points, double[] weights) {
    /**
     * Steps in a unit of normal score; with a normal weight the trapezoidal rule converges faster than any power of its
     * step.
     */
    private static final int STEPS_FOR_ONE = 8;

    private static final double FARTHEST = 8.25;

    /** The highest score of a rule; the mean of a value that grows too fast for it is out of reach. */
    private static final double FARTHEST_AT_ALL = 35;

    /**
     * The trapezoidal rule over normal scores: from −8.25 to 8.25, and on the upper side farther, by as much as
     * weighting with the square of the value moves the weight upwards.
     */
    static Rule overScores(Shape shape) {
        double growth = Math.log(shape.at(FARTHEST) / shape.at(FARTHEST - 1));
        double reach = growth > 0 ? Math.min(FARTHEST_AT_ALL, FARTHEST + 2 * growth) : FARTHEST;
        int below = (int) (FARTHEST * STEPS_FOR_ONE);
        int above = (int) (reach * STEPS_FOR_ONE);
        double[] points = new double[below + above + 1];
        double[] weights = new double[points.length];
        for (int i = 0; i < points.length; i++) {
            double z = (i - below) / (double) STEPS_FOR_ONE;
            int aside = Math.abs(i - below);
            points[i] = shape.at(z, aside <= below ? Scores.TAILS[aside] : Gauss.cumulative(-z));
            weights[i] = aside <= below ? Scores.WEIGHTS[aside] : weight(z);
        }
        return new Rule(points, weights);
    }

    private static double weight(double z) {
        return Gauss.density(z) / STEPS_FOR_ONE;
    }

    /** Of the scores that the rules of all shapes have in common, from zero downwards. */
    private static final class Scores {
        static final double[] WEIGHTS = new double[(int) (FARTHEST * STEPS_FOR_ONE) + 1];

        /** The probability of a lower score. */
        static final double[] TAILS = new double[WEIGHTS.length];

        static {
            for (int i = 0; i < TAILS.length; i++) {
                double z = -i / (double) STEPS_FOR_ONE;
                WEIGHTS[i] = weight(z);
                TAILS[i] = Gauss.cumulative(z);
            }
        }
    }

    /** Gauss and Legendre's rule for an integral over an interval. */
    static Rule legendre(int n, double from, double to) {
        GaussIntegrator unit = new GaussIntegratorFactory().legendre(n, from, to);
        double[] points = new double[n];
        double[] weights = new double[n];
        for (int i = 0; i < n; i++) {
            points[i] = unit.getPoint(i);
            weights[i] = unit.getWeight(i);
        }
        return new Rule(points, weights);
    }

    Rule weighted(DoubleUnaryOperator density) {
        double[] changed = weights.clone();
        for (int i = 0; i < changed.length; i++) {
            changed[i] *= density.applyAsDouble(points[i]);
        }
        return new Rule(points, changed);
    }

    Rule and(Rule other) {
        return new Rule(concatenated(points, other.points), concatenated(weights, other.weights));
    }

    private static double[] concatenated(double[] a, double[] b) {
        double[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }
}
