package dev.estimator.internal.range;

/**
 * Every value between the two is as likely as any other.
 *
 * @param low the least value
 * @param high the greatest value
 */
public record Uniform(double low, double high) implements Shape {
    @Override
    public double quantile(double p) {
        return low + p * (high - low);
    }

    @Override
    public double quantileFromTop(double q) {
        return high - q * (high - low);
    }

    @Override
    public double cumulative(double x) {
        return Math.max(0, Math.min(1, (x - low) / (high - low)));
    }

    @Override
    public double lowest() {
        return low;
    }

    @Override
    public double highest() {
        return high;
    }
}
