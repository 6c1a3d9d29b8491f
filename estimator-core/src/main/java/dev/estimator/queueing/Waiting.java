package dev.estimator.queueing;

import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * What waiting is like in an M/M/c queue, served first come first served, in which time is measured in service times.
 *
 * <p>All of it follows from the share C that waits and the servers that are free on average, {@code c − a}, which is
 * how fast a line shrinks: a wait is longer than t with probability {@code C e^{−(c − a)t}}.
 *
 * @see "D. Gross, J. F. Shortle, J. M. Thompson and C. M. Harris, Fundamentals of Queueing Theory, 4th ed., 2008,
 *     section 2.3"
 */
final class Waiting {
    private static final double RELATIVE = 1e-15;
    private static final double ABSOLUTE = 1e-15;
    private static final double FUNCTION_VALUE = 0;
    private static final int MOST_EVALUATIONS = 1000;

    private Waiting() {}

    /** The mean wait of all, also those that do not wait. */
    static double mean(double waitProbability, double free) {
        return waitProbability / free;
    }

    /** How likely a wait is longer than t. */
    static double tail(double waitProbability, double free, double time) {
        return waitProbability * Math.exp(-free * time);
    }

    /** The wait that so large a share exceeds. */
    static double exceededBy(double share, double waitProbability, double free) {
        return waitProbability <= share ? 0 : Math.log(waitProbability / share) / free;
    }

    /** How likely wait and service together are longer than t. */
    static double latencyTail(double waitProbability, double free, double time) {
        return Math.exp(logLatencyTail(waitProbability, free, time));
    }

    /** The time that wait and service together exceed in so large a share. */
    static double latencyExceededBy(double share, double waitProbability, double free) {
        double log = Math.log(share);
        double low = -log; // service alone
        double high = 2 * low;
        while (logLatencyTail(waitProbability, free, high) > log) {
            high *= 2;
        }
        return logLatencyTail(waitProbability, free, low) <= log
                ? low
                : new BrentSolver(RELATIVE, ABSOLUTE, FUNCTION_VALUE)
                        .solve(MOST_EVALUATIONS, t -> logLatencyTail(waitProbability, free, t) - log, low, high);
    }

    /**
     * The logarithm of {@code e^{−t}[1 + C(1 − e^{−td})/d]}, d = c − a − 1. With the larger of {@code e^{−t}} and
     * {@code e^{−t(c − a)}} taken out of the second term, neither can overflow; at d = 0 that is {@code C t e^{−t}}.
     */
    private static double logLatencyTail(double waitProbability, double free, double time) {
        double d = Math.abs(free - 1);
        double both = d == 0 ? time : -Math.expm1(-time * d) / d;
        double slower = Math.min(1, free);
        double waited = waitProbability * both;
        return -slower * time + Math.log(Math.exp(-(1 - slower) * time) + waited);
    }
}
