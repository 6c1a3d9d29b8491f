package dev.estimator.internal.queueing;

/**
 * The M/M/c+M queue, in which everyone gives up after a while; it has an answer at any load.
 *
 * <p>As in {@link FiniteLine} the states with somebody waiting are taken relative to that with all servers busy and nobody waiting;
 * with j waiting it is {@code a/(c + θ) × a/(c + 2θ) × … × a/(c + jθ)}.
 *
 * @param waitProbability the share of time, and of requests, in which all servers are busy
 * @param waiting how many wait on average
 * @see "C. Palm, Research on Telephone Traffic Carried by Full Availability Groups, Tele 1, 1957"
 */
public record Impatient(double waitProbability, double waiting) {
    private static final double NEGLIGIBLE = 1e-18;
    private static final double LARGE = 0x1p500;
    private static final int MOST_TERMS = 100_000_000;

    /**
     * Solves the queue; NaN where there is no answer.
     *
     * @param impatience θ, service time ÷ patience
     */
    public static Impatient of(double servers, double load, double impatience) {
        double blocking = Erlang.blocking(servers, load);
        if (!(servers > 0 && impatience > 0 && impatience < Double.POSITIVE_INFINITY) || Double.isNaN(blocking)) {
            return new Impatient(Double.NaN, Double.NaN);
        }
        double fewer = (1 - blocking) / blocking; // the states with a free server
        double term = 1;
        double busy = 1;
        double waiting = 0;
        for (int j = 1; j <= MOST_TERMS; j++) {
            double ratio = load / (servers + j * impatience);
            term *= ratio;
            busy += term;
            waiting += j * term;
            if (ratio < 1 && j * term <= NEGLIGIBLE * (1 - ratio) * waiting) {
                break;
            }
            if (waiting > LARGE) {
                term /= LARGE;
                busy /= LARGE;
                waiting /= LARGE;
                fewer /= LARGE;
            }
        }
        return new Impatient(busy / (fewer + busy), waiting / (fewer + busy));
    }
}
