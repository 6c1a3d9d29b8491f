package dev.estimator.queueing;

import dev.estimator.internal.numeric.Binomial;
import java.util.Arrays;

/**
 * A queue to which several come at once, M^[X]/M/c: batches at random times, exponential service. Of each batch some
 * come to this line as the binomial law says, if its members are spread over several lines at random.
 *
 * <p>How many are there follows from cuts between states: {@code min(n, c) μ p(n) = λ Σ p(j) P(X > n − 1 − j)} over j
 * below n.
 *
 * @see "M. L. Chaudhry and J. G. C. Templeton, A First Course in Bulk Queues, Wiley 1983"
 */
final class Batches {
    private static final int MOST_STATES = 2_000_000;
    private static final double RARE = 1e-14;
    private static final double HUGE = 1e200;

    /** The mean number in the system. */
    private final double meanInSystem;

    /** How likely a member of a batch has to wait. */
    private final double waitProbability;

    private Batches(double meanInSystem, double waitProbability) {
        this.meanInSystem = meanInSystem;
        this.waitProbability = waitProbability;
    }

    /**
     * Solves the queue.
     *
     * @param load busy servers on average, below servers
     * @param servers how many there are
     * @param batch how many come at once
     * @param lines over how many lines they are spread, of which this is one
     */
    static Batches of(double load, int servers, int batch, double lines) {
        double[] more = more(batch, 1 / lines);
        double mean = Arrays.stream(more).sum();
        double batches = load / mean; // per service time
        double[] states = new double[Math.max(1024, 4 * (servers + batch))];
        states[0] = 1;
        double all = 1;
        int n = 0;
        while (states[n] > RARE * all || n < servers + batch) {
            n++;
            if (n == MOST_STATES) {
                return new Batches(Double.NaN, Double.NaN);
            }
            if (n == states.length) {
                states = Arrays.copyOf(states, 2 * n);
            }
            double flow = 0;
            for (int k = 0; k < Math.min(batch, n); k++) {
                flow += states[n - 1 - k] * more[k];
            }
            states[n] = batches * flow / Math.min(n, servers);
            all += states[n];
            if (all > HUGE) {
                for (int i = 0; i <= n; i++) {
                    states[i] /= HUGE;
                }
                all /= HUGE;
            }
        }
        return of(Arrays.copyOf(states, n + 1), all, servers, more, mean);
    }

    private static Batches of(double[] states, double all, int servers, double[] more, double mean) {
        double inSystem = 0;
        double free = 0; // members that find a server free
        for (int n = 0; n < states.length; n++) {
            inSystem += n * states[n] / all;
            for (int k = 0; k < Math.min(more.length, servers - n); k++) {
                free += states[n] / all * more[k];
            }
        }
        return new Batches(inSystem, Math.max(0, 1 - free / mean));
    }

    /** How likely more than k of a batch come to this line. */
    private static double[] more(int batch, double share) {
        double[] more = new double[batch];
        for (int k = 0; k < batch; k++) {
            more[k] = share == 1 ? 1 : Binomial.moreThan(k, batch, share);
        }
        return more;
    }

    double meanInSystem() {
        return meanInSystem;
    }

    double waitProbability() {
        return waitProbability;
    }
}
