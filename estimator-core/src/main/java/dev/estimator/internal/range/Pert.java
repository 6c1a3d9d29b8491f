package dev.estimator.internal.range;

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

    private BetaDistribution beta() {
        return BetaDistribution.of(1 + 4 * ((mode - low) / (high - low)), 1 + 4 * ((high - mode) / (high - low)));
    }
}
