package dev.estimator.queueing;

import dev.estimator.internal.numeric.Binomial;
import java.util.Arrays;

/**
 * A queue to which several come at once, M^[X]/M/c: batches at random times, exponential service. Of each batch some
 * come to this line as the binomial law says, if its members are spread over several lines at random.
 *
 * <p>How many are there follows from cuts between states: {@code min(n, c) μ p(n) = λ Σ p(j) P(X > n − 1 − j)} over j
 * below n. Nothing is subtracted, and the states are scaled, so that rare waits are as precise as frequent ones.
 *
 * @see "M. L. Chaudhry and J. G. C. Templeton, A First Course in Bulk Queues, Wiley 1983"
 */
final class Batches {
    private static final int MOST_STATES = 2_000_000;
    private static final double RARE = 1e-14;
    private static final double HUGE = 1e200;
    private static final double TINY = 1e-150;

    /** No wait that may happen is rarer, so that the mean of those that wait is a number still. */
    private static final double RAREST = 1e-250;

    private final double[] more;
    private final double[] atLeast;
    private final int servers;
    private double[] states;

    /** What a state is to be multiplied with to be comparable with the sum of all. */
    private double scale = 1;

    private double all = 1;

    /** Members of a batch that have to wait, and requests in line, both summed over states as those are scaled. */
    private double waiting;

    private double line;

    private Batches(int servers, double[] more) {
        this.servers = servers;
        this.more = more;
        this.atLeast = atLeast(more);
        this.states = new double[Math.max(1024, 4 * (servers + more.length))];
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
        var queue = new Batches(servers, more(batch, 1 / lines));
        queue.solve(load / queue.mean());
        return queue;
    }

    private double mean() {
        return atLeast[0];
    }

    private void solve(double batches) {
        states[0] = 1;
        waiting = waitingAt(0);
        int n = 0;
        while (n < servers + more.length || states[n] * mean() > RARE * Math.min(waiting, line)) {
            n++;
            if (n == MOST_STATES) {
                waiting = Double.NaN;
                return;
            }
            if (n == states.length) {
                states = Arrays.copyOf(states, 2 * n);
            }
            double flow = 0;
            for (int k = 0; k < Math.min(more.length, n); k++) {
                flow += states[n - 1 - k] * more[k];
            }
            states[n] = batches * flow / Math.min(n, servers);
            all += states[n] * scale;
            waiting += states[n] * waitingAt(n);
            line += states[n] * Math.max(0, n - servers);
            rescale(n);
        }
    }

    /** How many members of a batch have to wait where so many are there. */
    private double waitingAt(int n) {
        int free = Math.max(0, servers - n);
        return free < atLeast.length ? atLeast[free] : 0;
    }

    /** Before they are too large or too small for numbers. */
    private void rescale(int n) {
        int first = Math.max(0, n + 1 - more.length);
        if (all > HUGE) {
            multiply(first, n, 1 / HUGE);
            all /= HUGE;
        } else if (Math.max(states[n], waiting) < TINY
                && Arrays.stream(states, first, n).allMatch(state -> state < TINY)) {
            multiply(first, n, 1 / TINY);
            scale *= TINY;
        }
    }

    private void multiply(int first, int last, double factor) {
        for (int i = first; i <= last; i++) {
            states[i] *= factor;
        }
        waiting *= factor;
        line *= factor;
    }

    /** How likely more than k of a batch come to this line. */
    private static double[] more(int batch, double share) {
        double[] more = new double[batch];
        for (int k = 0; k < batch; k++) {
            more[k] = share == 1 ? 1 : Binomial.moreThan(k, batch, share);
        }
        return more;
    }

    /** Sums of what comes from a place on. */
    private static double[] atLeast(double[] more) {
        double[] sums = more.clone();
        for (int k = sums.length - 2; k >= 0; k--) {
            sums[k] += sums[k + 1];
        }
        return sums;
    }

    /** How likely a member of a batch has to wait. */
    double waitProbability() {
        return waiting == 0 ? 0 : Math.max(RAREST, Math.min(1, waiting / mean() / all * scale));
    }

    /** The mean wait in service times, by Little's law. */
    double meanWait(double load) {
        return waiting == 0 ? 0 : line / waiting * mean() / load * waitProbability();
    }
}
