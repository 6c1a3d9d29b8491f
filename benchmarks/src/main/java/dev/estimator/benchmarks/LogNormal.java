package dev.estimator.benchmarks;

import java.util.random.RandomGenerator;

/** A log-normal number as it is drawn without a library. */
record LogNormal(double mu, double sigma) {
    private static final double Z95 = 1.6448536269514722;

    /** With 90 % between the two. */
    static LogNormal between(double low, double high) {
        double a = Math.log(low);
        double b = Math.log(high);
        return new LogNormal((a + b) / 2, (b - a) / (2 * Z95));
    }

    double draw(RandomGenerator random) {
        return Math.exp(mu + sigma * random.nextGaussian());
    }
}
