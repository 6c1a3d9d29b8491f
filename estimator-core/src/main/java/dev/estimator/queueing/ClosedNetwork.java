package dev.estimator.queueing;

import java.util.Arrays;

/**
 * Exact solution of users who go round stages of one or several servers each, with exponential service times.
 *
 * <p>Stages of one server each are solved by {@link MeanValueAnalysis}. With several, the normalizing constants G of
 * the product form are built up stage by stage, as ratios of neighbours: {@code G(n) = Σ x(j) G'(n − j)} with
 * {@code x(j) = Dʲ ÷ j!} up to c servers, and {@code D ÷ c} times the one before from there on. All terms are positive,
 * so that no digits are lost; divided by G(n) they are probabilities, too small for a double only where they do not
 * count.
 *
 * @param throughput how often users go round
 * @param waits how long they wait in line at each stage, each time round
 * @see "J. P. Buzen, Computational Algorithms for Closed Queueing Networks with Exponential Servers, Communications of
 *     the ACM 16(9), 1973"
 * @see "W. J. Gordon and G. F. Newell, Closed Queuing Systems with Exponential Servers, Operations Research 15(2),
 *     1967"
 */
@SuppressWarnings("ArrayRecordComponent") // it never leaves the package and is never compared
record ClosedNetwork(double throughput, double[] waits) {
    /** With more, all probabilities that lead to those that count could be too small for a double: e^−c. */
    static final double MOST_SERVERS = 500;

    /** Computes the solution; of NaN if the users or servers are not whole numbers. */
    static ClosedNetwork of(double users, double thinkTime, double[] demands, double[] servers) {
        if (!isPossible(users, servers)) {
            double[] none = new double[demands.length];
            Arrays.fill(none, Double.NaN);
            return new ClosedNetwork(Double.NaN, none);
        }
        if (Arrays.stream(servers).allMatch(c -> c == 1)) {
            return MeanValueAnalysis.of(users, thinkTime, demands);
        }
        int n = (int) users;
        double[] waits = new double[demands.length];
        double throughput = 0;
        for (int last = 0; last < demands.length; last++) {
            double[] ratios = delay(n, thinkTime);
            for (int k = 0; k < demands.length; k++) {
                if (k != last) {
                    new Stage(demands[k], servers[k], n).add(ratios);
                }
            }
            double line = new Stage(demands[last], servers[last], n).add(ratios);
            throughput = 1 / ratios[n];
            waits[last] = line / throughput;
        }
        return new ClosedNetwork(throughput, waits);
    }

    private static boolean isPossible(double users, double... servers) {
        return users >= 1
                && users <= MeanValueAnalysis.MOST_USERS
                && users == Math.rint(users)
                && Arrays.stream(servers).allMatch(c -> c >= 1 && c <= MOST_SERVERS && c == Math.rint(c));
    }

    /** {@code G(n) ÷ G(n − 1)} of thinking alone: {@code Z ÷ n}. */
    private static double[] delay(int users, double thinkTime) {
        double[] ratios = new double[users + 1];
        for (int n = 1; n <= users; n++) {
            ratios[n] = thinkTime / n;
        }
        return ratios;
    }

    /** A stage while it is added to others, for as many users as were added. */
    private static final class Stage {
        private final double demand;

        /** How likely so many are at the stage, fewer than it has servers. */
        private final double[] present;

        /** How likely as many as servers are there, or more. */
        private double busy;

        private double line;

        Stage(double demand, double servers, int users) {
            this.demand = demand;
            present = new double[(int) Math.min(servers, users + 1.0)]; // more are never busy
            present[0] = 1;
        }

        /** Turns the ratios without the stage into those with it, and returns the mean line of all users. */
        double add(double[] ratios) {
            int c = present.length;
            double each = demand / c;
            for (int n = 1; n < ratios.length; n++) {
                line = each * (line + busy);
                busy = each * (present[c - 1] + busy);
                for (int j = c - 1; j > 0; j--) {
                    present[j] = present[j - 1] * demand / j;
                }
                present[0] *= ratios[n];
                ratios[n] = Arrays.stream(present).sum() + busy;
                divide(ratios[n]);
            }
            return line;
        }

        private void divide(double ratio) {
            line /= ratio;
            busy /= ratio;
            for (int j = 0; j < present.length; j++) {
                present[j] /= ratio;
            }
        }
    }
}
