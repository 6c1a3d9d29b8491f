package dev.estimator.internal.engine;

/**
 * A number that was computed from draws, and how far it may be off.
 *
 * @param value the number
 * @param low the lower end of its 95 % confidence interval
 * @param high the upper end
 * @param isExact whether it was computed without draws; then both ends are the value. A ceiling can have both ends the
 *     same and still come from draws.
 */
public record Estimate(double value, double low, double high, boolean isExact) {
    public static Estimate exact(double value) {
        return new Estimate(value, value, value, true);
    }

    static Estimate drawn(double value, double low, double high) {
        return new Estimate(value, low, high, false);
    }

    /** A number that the draws cannot show. */
    static Estimate unknown() {
        return drawn(Double.NaN, Double.NaN, Double.NaN);
    }

    public boolean isKnown() {
        return !Double.isNaN(value);
    }

    /** The 95 % interval of Student's distribution for a standard error. */
    static Estimate around(double value, double standardError) {
        double off = Replicates.T95 * standardError;
        return drawn(value, value - off, value + off);
    }

    /** The larger half of the interval, relative to the value. */
    double relativeHalfWidth() {
        if (!(value < Double.POSITIVE_INFINITY)) {
            return isKnown() ? 0 : 1;
        }
        double half = Math.max(high - value, value - low);
        return half == 0 ? 0 : half / Math.abs(value);
    }

    /** The complement of a probability. */
    public Estimate complement() {
        return new Estimate(1 - value, 1 - high, 1 - low, isExact);
    }

    Estimate through(Chain chain) {
        double a = chain.apply(low);
        double b = chain.apply(high);
        return new Estimate(chain.apply(value), Math.min(a, b), Math.max(a, b), isExact);
    }

    Estimate within(double least, double most) {
        return new Estimate(
                value, Math.min(Math.max(low, least), most), Math.min(Math.max(high, least), most), isExact);
    }
}
