package dev.estimator.queueing;

/**
 * The M/M/c/K queue: c servers that are offered a load of a, and K − c places to wait. It has an answer at any load.
 *
 * <p>Probabilities are taken relative to that of the state with all servers busy and nobody waiting, in which the
 * states below add up to 1/B of Erlang B and those above to {@code ρ + ρ² + … + ρ^(K − c)}. Of the busy servers the
 * states with a free one have a times their probability, as {@code n pₙ = a pₙ₋₁}.
 *
 * @param full the probability that all places are taken
 * @param waiting how many wait on average
 * @param carried how many servers are busy on average, added up from the states, as {@code 1 − full} would cancel
 * @see "D. Gross, J. F. Shortle, J. M. Thompson and C. M. Harris, Fundamentals of Queueing Theory, 4th ed., 2008,
 *     section 2.5"
 */
record FiniteLine(double full, double waiting, double carried) {
    private static final FiniteLine NONE = new FiniteLine(Double.NaN, Double.NaN, Double.NaN);
    private static final double NEGLIGIBLE = 1e-18;

    /** Computes the solution, or NaN if there is none. */
    static FiniteLine of(double servers, double capacity, double load) {
        double freeOdds = ErlangFormulas.freeOdds(servers, load);
        if (!(servers > 0 && capacity >= servers && ErlangFormulas.isPossible(capacity)) || Double.isNaN(freeOdds)) {
            return NONE;
        }
        long places = (long) (capacity - servers);
        if (load <= servers) {
            Sums sums = Sums.of(places, load / servers, (load - servers) / servers);
            double beyond = sums.ratio * sums.sum;
            double allBusy = 1 / (freeOdds + 1 + beyond);
            double free = 1 / (1 + (1 + beyond) / freeOdds);
            return new FiniteLine(
                    allBusy * sums.power,
                    allBusy * sums.ratio * sums.rising,
                    Math.min(servers, load * free + servers * beyond * allBusy));
        }
        // from the other end, where the largest probabilities are
        Sums sums = Sums.of(places, servers / load, (servers - load) / load);
        double full = 1 / (sums.power * (freeOdds + 1) + sums.sum);
        double carried = full * (load * freeOdds * sums.power + servers * sums.sum);
        return new FiniteLine(full, full * sums.falling, Math.min(servers, carried));
    }

    /**
     * The probability that nobody is there: one over the sum of the states relative to this one; 0 where a double
     * cannot hold it.
     */
    static double empty(double servers, double capacity, double load) {
        FiniteLine line = of(servers, capacity, load);
        if (Double.isNaN(line.full)) {
            return Double.NaN;
        }
        double term = 1;
        double sum = 0;
        for (double k = 1; k <= servers && sum < Double.POSITIVE_INFINITY; k++) {
            sum += term;
            term *= load / k;
            if (k > load && term < NEGLIGIBLE * sum) {
                return 1 / sum;
            }
        }
        Sums sums = Sums.of((long) (capacity - servers), load / servers, (load - servers) / servers);
        return 1 / (sum + term * (1 + sums.ratio * sums.sum));
    }

    /**
     * Sums over n powers of a ratio r, put together from those over half as many, of positive terms only: near r = 1
     * the closed forms lose all their digits.
     *
     * @param n how many
     * @param ratio r
     * @param power {@code r^n}
     * @param sum {@code 1 + r + … + r^(n−1)}
     * @param rising {@code 1 + 2r + … + n r^(n−1)}
     * @param falling {@code n + (n−1)r + … + r^(n−1)}
     */
    private record Sums(long n, double ratio, double log, double power, double sum, double rising, double falling) {
        static Sums of(long n, double ratio, double beyondOne) {
            double log = Math.abs(beyondOne) < 0.5 ? Math.log1p(beyondOne) : Math.log(ratio);
            if (n == 0) {
                return new Sums(0, ratio, log, 1, 0, 0, 0);
            }
            var one = new Sums(1, ratio, log, ratio, 1, 1, 1);
            Sums sums = one;
            for (long bit = Long.highestOneBit(n) >> 1; bit > 0; bit >>= 1) {
                sums = sums.then(sums);
                sums = (n & bit) == 0 ? sums : sums.then(one);
            }
            return sums;
        }

        Sums then(Sums next) {
            return new Sums(
                    n + next.n,
                    ratio,
                    log,
                    Math.exp((n + next.n) * log),
                    sum + power * next.sum,
                    rising + power * (next.rising + n * next.sum),
                    falling + next.n * sum + power * next.falling);
        }
    }
}
