package dev.estimator.internal.engine;

/** What the differences between independent replicates say about their mean. */
public final class Replicates {
    /** The 97.5th percentile of Student's distribution with 15 degrees of freedom, for 16 replicates. */
    public static final double T95 = 2.131449545559323;

    private Replicates() {}

    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** The standard error of the mean. */
    static double standardError(double[] values) {
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (values.length - 1) / values.length);
    }
}
