package dev.estimator.internal.queueing;

/**
 * Exact mean value analysis of users who go round single servers.
 *
 * @see "M. Reiser and S. S. Lavenberg, Mean-Value Analysis of Closed Multichain Queuing Networks, J. ACM 27(2), 1980"
 */
public final class MeanValues {
    /** One step for each user. */
    public static final double MOST_USERS = 1e6;

    private MeanValues() {}

    /** The throughput: a user who comes finds as many in line as there would be without him. */
    public static double throughput(double users, double thinkTime, double... demands) {
        if (!(users >= 1 && users <= MOST_USERS && users == Math.rint(users))) {
            return Double.NaN;
        }
        double[] present = new double[demands.length];
        double throughput = 0;
        for (int n = 1; n <= users; n++) {
            double round = thinkTime;
            for (int k = 0; k < demands.length; k++) {
                round += demands[k] * (1 + present[k]);
            }
            throughput = n / round;
            for (int k = 0; k < demands.length; k++) {
                present[k] = throughput * demands[k] * (1 + present[k]);
            }
        }
        return throughput;
    }
}
