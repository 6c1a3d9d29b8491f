package dev.estimator.internal.engine;

/**
 * A number that was computed from draws, and how far it may be off.
 *
 * @param value the number
 * @param low the lower end of its 95 % confidence interval
 * @param high the upper end; all three are the same if the number is exact
 */
public record Estimate(double value, double low, double high) {
    public static Estimate exact(double value) {
        return new Estimate(value, value, value);
    }

    /** As many standard errors as Student's distribution asks for, on each side. */
    static Estimate around(double value, double standardError) {
        double off = Replicates.T95 * standardError;
        return new Estimate(value, value - off, value + off);
    }

    public boolean isExact() {
        return low == high;
    }

    public double standardError() {
        return (high - low) / (2 * Replicates.T95);
    }

    /** The larger half of the interval, relative to the value. */
    double relativeHalfWidth() {
        double half = Math.max(high - value, value - low);
        return half == 0 ? 0 : half / Math.abs(value);
    }

    Estimate through(Chain chain) {
        double a = chain.apply(low);
        double b = chain.apply(high);
        return new Estimate(chain.apply(value), Math.min(a, b), Math.max(a, b));
    }

    Estimate within(double least, double most) {
        return new Estimate(value, Math.min(Math.max(low, least), most), Math.min(Math.max(high, least), most));
    }
}
