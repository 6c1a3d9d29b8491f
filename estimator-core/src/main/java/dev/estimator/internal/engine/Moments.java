package dev.estimator.internal.engine;

import dev.estimator.internal.range.Rule;
import java.util.function.DoubleUnaryOperator;

/**
 * The mean of a value and of its square, relative to the squared mean, so that products of independent values multiply
 * both.
 */
record Moments(double mean, double meanOfSquares) {
    static final Moments ONE = new Moments(1, 1);
    static final Moments UNKNOWN = new Moments(Double.NaN, Double.NaN);

    /** The moments of a function of a value. */
    static Moments of(Rule rule, DoubleUnaryOperator function) {
        double[] values = new double[rule.points().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = function.applyAsDouble(rule.points()[i]);
        }
        return of(new Rule(values, rule.weights()));
    }

    /** The moments of a value. */
    static Moments of(Rule rule) {
        double mean = 0;
        double squares = 0;
        for (int i = 0; i < rule.points().length; i++) {
            double x = rule.points()[i];
            mean += rule.weights()[i] * x;
            squares += rule.weights()[i] * x * x;
        }
        return new Moments(mean, squares / (mean * mean));
    }

    /** Of a log-normal value whose logarithm has the given mean and standard deviation. */
    static Moments ofLogNormal(double mu, double sigma) {
        return new Moments(Math.exp(mu + sigma * sigma / 2), Math.exp(sigma * sigma));
    }

    Moments times(Moments other) {
        return new Moments(mean * other.mean, meanOfSquares * other.meanOfSquares);
    }

    boolean isKnown() {
        return !Double.isNaN(mean);
    }

    double standardDeviation() {
        return mean == 0 ? 0 : mean * Math.sqrt(Math.max(0, meanOfSquares - 1));
    }
}
