package dev.estimator.internal.queueing;

/**
 * Exact mean value analysis of users who go round single servers.
 *
 * @param throughput how often they go round
 * @param latency how long they are at the servers each time
 * @see "M. Reiser and S. S. Lavenberg, Mean-Value Analysis of Closed Multichain Queuing Networks, J. ACM 27(2), 1980"
 */
public record MeanValues(double throughput, double latency) {
    /** One step for each user. */
    public static final double MOST_USERS = 1e6;

    /** Solves it, NaN where there is none: a user who comes finds as many in line as there would be without him. */
    public static MeanValues of(double users, double thinkTime, double... demands) {
        if (!(users >= 1 && users <= MOST_USERS && users == Math.rint(users))) {
            return new MeanValues(Double.NaN, Double.NaN);
        }
        double[] present = new double[demands.length];
        double throughput = 0;
        double latency = 0;
        for (int n = 1; n <= users; n++) {
            latency = 0;
            for (int k = 0; k < demands.length; k++) {
                latency += demands[k] * (1 + present[k]);
            }
            throughput = n / (thinkTime + latency);
            for (int k = 0; k < demands.length; k++) {
                present[k] = throughput * demands[k] * (1 + present[k]);
            }
        }
        return new MeanValues(throughput, latency);
    }
}
