package dev.estimator.internal.range;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * A beta distribution between two bounds whose mean is {@code (low + 4 mode + high) ÷ 6}.
 *
 * @param low the least value
 * @param mode the most likely value
 * @param high the greatest value
 * @see "D. G. Malcolm et al., Application of a Technique for Research and Development Program Evaluation, Operations
 *     Research 7 (1959)"
 */
public record Pert(double low, double mode, double high) implements Shape {
    @Override
    public double quantile(double p) {
        return low + (high - low) * beta().inverseCumulativeProbability(p);
    }

    @Override
    public double quantileFromTop(double q) {
        return low + (high - low) * beta().inverseSurvivalProbability(q);
    }

    @Override
    public double cumulative(double x) {
        return beta().cumulativeProbability((x - low) / (high - low));
    }

    @Override
    public double lowest() {
        return low;
    }

    @Override
    public double highest() {
        return high;
    }

    @Override
    public DoubleUnaryOperator curve() {
        var fromLow = new BetaCurve(towardsLow(), towardsHigh());
        var fromHigh = new BetaCurve(towardsHigh(), towardsLow());
        return z -> {
            if (Math.abs(z) > BetaCurve.FARTHEST) {
                return at(z);
            }
            return z < 0 ? low + (high - low) * fromLow.at(z) : high - (high - low) * fromHigh.at(-z);
        };
    }

    private BetaDistribution beta() {
        return BetaDistribution.of(towardsLow(), towardsHigh());
    }

    private double towardsLow() {
        return 1 + 4 * ((mode - low) / (high - low));
    }

    private double towardsHigh() {
        return 1 + 4 * ((high - mode) / (high - low));
    }
}
