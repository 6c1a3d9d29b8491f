package dev.estimator.queueing;

/**
 * Exact mean value analysis of users who go round single servers.
 *
 * @param throughput how often they go round
 * @param latency how long they are at the servers each time
 * @see "M. Reiser and S. S. Lavenberg, Mean-Value Analysis of Closed Multichain Queuing Networks, J. ACM 27(2), 1980"
 */
record MeanValueAnalysis(double throughput, double latency) {
    /** One step for each user. */
    static final double MOST_USERS = 1e6;

    /** Computes the solution, or NaN: an arriving user sees the queue as it would be on average with one user fewer. */
    static MeanValueAnalysis of(double users, double thinkTime, double... demands) {
        if (!(users >= 1 && users <= MOST_USERS && users == Math.rint(users))) {
            return new MeanValueAnalysis(Double.NaN, Double.NaN);
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
        return new MeanValueAnalysis(throughput, latency);
    }
}
