package dev.estimator.queueing;

/**
 * Exact mean value analysis of users who go round single servers.
 *
 * @see "M. Reiser and S. S. Lavenberg, Mean-Value Analysis of Closed Multichain Queuing Networks, J. ACM 27(2), 1980"
 */
final class MeanValueAnalysis {
    /** One step for each user. */
    static final double MOST_USERS = 1e6;

    private MeanValueAnalysis() {}

    /** Computes the solution: an arriving user sees the queue as it would be on average with one user fewer. */
    static ClosedNetwork of(double users, double thinkTime, double... demands) {
        double[] present = new double[demands.length];
        double[] waits = new double[demands.length];
        double throughput = 0;
        for (int n = 1; n <= users; n++) {
            double latency = 0;
            for (int k = 0; k < demands.length; k++) {
                waits[k] = demands[k] * present[k];
                latency += demands[k] + waits[k];
            }
            throughput = n / (thinkTime + latency);
            for (int k = 0; k < demands.length; k++) {
                present[k] = throughput * (demands[k] + waits[k]);
            }
        }
        return new ClosedNetwork(throughput, waits);
    }
}
