package dev.estimator.queueing;

/**
 * The M/M/c+M queue, in which everyone gives up after a while; it has an answer at any load.
 *
 * <p>As in {@link FiniteLine} the states with somebody waiting are taken relative to that with all servers busy and
 * nobody waiting; with j waiting it is {@code a/(c + θ) × a/(c + 2θ) × … × a/(c + jθ)}.
 *
 * @param waitProbability the share of time, and of requests, in which all servers are busy
 * @param waiting how many wait on average
 * @param carried how many servers are busy on average
 * @see "C. Palm, Research on Telephone Traffic Carried by Full Availability Groups, Tele 1, 1957"
 */
record ImpatientQueue(double waitProbability, double waiting, double carried) {
    private static final ImpatientQueue NONE = new ImpatientQueue(Double.NaN, Double.NaN, Double.NaN);
    private static final double NEGLIGIBLE = 1e-18;
    private static final int MOST_TERMS = 100_000_000;

    /** Of e^−100 nothing is left beside 1, even for each of a billion servers. */
    private static final double CERTAIN = 2 * 100;

    /**
     * Solves the queue; NaN where there is no answer, or more lengths of the line count than can be added up.
     *
     * @param impatience θ, service time ÷ patience
     */
    static ImpatientQueue of(double servers, double load, double impatience) {
        double freeOdds = ErlangFormulas.freeOdds(servers, load);
        if (!(servers > 0 && impatience > 0 && impatience < Double.POSITIVE_INFINITY) || Double.isNaN(freeOdds)) {
            return NONE;
        }
        return isAlwaysBusy(servers, load, impatience)
                ? new ImpatientQueue(1, (load - servers) / impatience, servers)
                : summed(servers, load, impatience, freeOdds);
    }

    /**
     * Whether there is always a line, so long that as many give up as are too many. Its likeliest length is {@code m =
     * (a − c)/θ}, and none is less likely than that by {@code Π (c + jθ)/a ≤ e^(−θm²/2a)}.
     */
    private static boolean isAlwaysBusy(double servers, double load, double impatience) {
        return load > servers && (load - servers) / load * ((load - servers) / impatience) > CERTAIN;
    }

    private static ImpatientQueue summed(double servers, double load, double impatience, double freeOdds) {
        double term = 1;
        double lines = 0;
        double waiting = 0;
        for (int j = 1; j <= MOST_TERMS; j++) {
            double ratio = load / (servers + j * impatience);
            term *= ratio;
            lines += term;
            waiting += j * term;
            if (ratio < 1 && j * term <= NEGLIGIBLE * (1 - ratio) * waiting) {
                double all = freeOdds + 1 + lines;
                double free = 1 / (1 + (1 + lines) / freeOdds);
                double carried = load * free + servers * (lines / all); // n pₙ = a pₙ₋₁ up to all servers
                return new ImpatientQueue((1 + lines) / all, waiting / all, Math.min(servers, carried));
            }
        }
        return NONE;
    }
}
