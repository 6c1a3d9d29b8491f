package dev.estimator.internal.engine;

import dev.estimator.internal.range.Gauss;
import dev.estimator.internal.range.Rule;
import java.util.function.DoubleUnaryOperator;

/**
 * A log-normal value times a value of which a few weighted points are known: {@code P(X ≤ x) = Σ wᵢ Φ((ln x − μ − tᵢ) ÷
 * σ)}.
 *
 * @param mu the mean of the normal part of the logarithm
 * @param sigma its standard deviation, above zero
 * @param rest points and weights of the rest of the logarithm
 * @param moments the moments of the product
 */
record Mixture(double mu, double sigma, Rule rest, Moments moments) implements LogLaw {
    private static final double TOLERANCE = 1e-13;
    private static final double FARTHEST = 12;

    @Override
    public double cumulativeLog(double y) {
        double sum = 0;
        for (int i = 0; i < rest.points().length; i++) {
            sum += rest.weights()[i] * Gauss.cumulative((y - mu - rest.points()[i]) / sigma);
        }
        return Math.min(1, sum);
    }

    @Override
    public double densityLog(double y) {
        double sum = 0;
        for (int i = 0; i < rest.points().length; i++) {
            sum += rest.weights()[i] * Gauss.density((y - mu - rest.points()[i]) / sigma);
        }
        return sum / sigma;
    }

    @Override
    public double quantileLog(double p) {
        double reach = spread();
        double start = mu + meanOfRest() + Gauss.quantile(p) * reach;
        double atStart = cumulativeLog(start) - p;
        double low = start;
        for (double at = atStart; at > 0 && start - low < FARTHEST * reach; at = cumulativeLog(low) - p) {
            low -= reach;
        }
        double high = start;
        for (double at = atStart; at < 0 && high - start < FARTHEST * reach; at = cumulativeLog(high) - p) {
            high += reach;
        }
        return Roots.of(new Excess(this, p), low, high, start, TOLERANCE * Math.max(1, Math.abs(start)));
    }

    /** By how much the probability of a value or a smaller one is above another. */
    private record Excess(Mixture law, double p) implements DoubleUnaryOperator {
        @Override
        public double applyAsDouble(double y) {
            return law.cumulativeLog(y) - p;
        }
    }

    @Override
    public double spread() {
        double mean = meanOfRest();
        double variance = sigma * sigma;
        for (int i = 0; i < rest.points().length; i++) {
            double off = rest.points()[i] - mean;
            variance += rest.weights()[i] * off * off;
        }
        return Math.sqrt(variance);
    }

    private double meanOfRest() {
        double sum = 0;
        for (int i = 0; i < rest.points().length; i++) {
            sum += rest.weights()[i] * rest.points()[i];
        }
        return sum;
    }
}
