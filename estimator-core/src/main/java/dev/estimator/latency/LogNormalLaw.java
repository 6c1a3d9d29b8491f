package dev.estimator.latency;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;

/**
 * A log-normal law.
 *
 * @param mu the mean of the logarithm
 * @param sigma the standard deviation of the logarithm
 */
record LogNormalLaw(double mu, double sigma) implements LatencyLaw {
    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    /** The law with this median and this 99th percentile. */
    static LogNormalLaw through(double p50, double p99) {
        return new LogNormalLaw(Math.log(p50), (Math.log(p99) - Math.log(p50)) / score(0.01));
    }

    /**
     * The law with this mean, of which a time is exceeded with a probability: {@code μ + σ²/2 = ln m} and {@code μ + zσ
     * = ln t}, of whose two solutions this is the one with the lighter tail. NaN if there is none.
     */
    static double sigmaOf(double mean, double time, double share) {
        double z = score(share);
        double above = Math.log(time / mean);
        double root = Math.sqrt(z * z - 2 * above);
        double sigma = z > 0 ? 2 * above / (z + root) : z + root;
        return sigma > 0 ? sigma : Double.NaN;
    }

    /** The greatest ratio that a percentile above the median can have to the mean. */
    static double mostTimesMean(double share) {
        double z = score(share);
        return Math.exp(z * z / 2);
    }

    static LogNormalLaw withMean(double mean, double sigma) {
        return new LogNormalLaw(Math.log(mean) - sigma * sigma / 2, sigma);
    }

    private static double score(double share) {
        return STANDARD.inverseSurvivalProbability(share);
    }

    @Override
    public double slower(double time) {
        return time <= 0 ? 1 : STANDARD.survivalProbability((Math.log(time) - mu) / sigma);
    }

    @Override
    public double exceededBy(double share) {
        return Math.exp(mu + sigma * score(share));
    }

    @Override
    public @Nullable Transform transform() {
        boolean isUsual = sigma >= Mellin.LEAST_SIGMA && sigma <= Mellin.MOST_SIGMA;
        return isUsual ? new Transform.LogNormal(new Mellin.Series(mu, sigma)) : null;
    }

    @Override
    public double mean() {
        return Math.exp(mu + sigma * sigma / 2);
    }

    @Override
    public double variance() {
        return mean() * mean() * Math.expm1(sigma * sigma);
    }
}
