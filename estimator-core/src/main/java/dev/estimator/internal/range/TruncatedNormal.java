package dev.estimator.internal.range;

/**
 * A normal distribution without the part below zero, and for parts of a whole without the part above one.
 *
 * @param mean the mean before truncation
 * @param sd the standard deviation before truncation
 * @param most the greatest value, 1 or infinity
 */
public record TruncatedNormal(double mean, double sd, double most) implements Shape {
    @Override
    public double quantile(double p) {
        return Math.max(0, mean + sd * Gauss.quantile(below() + p * inside()));
    }

    @Override
    public double quantileFromTop(double q) {
        return Math.min(most, mean - sd * Gauss.quantile(above() + q * inside()));
    }

    @Override
    public double cumulative(double x) {
        if (x < 0 || x >= most) {
            return x < 0 ? 0 : 1;
        }
        return (Gauss.cumulative((x - mean) / sd) - below()) / inside();
    }

    /** The share of the normal distribution that is cut off. */
    public double cutOff() {
        return below() + above();
    }

    private double below() {
        return Gauss.cumulative(-mean / sd);
    }

    private double above() {
        return most == Double.POSITIVE_INFINITY ? 0 : Gauss.cumulative((mean - most) / sd);
    }

    private double inside() {
        return 1 - below() - above();
    }
}
