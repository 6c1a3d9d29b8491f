package dev.estimator.internal.queueing;

/** Engset's formula, for so many sources that none of them asks while it is served. */
public final class FiniteSource {
    /** One step for each server. */
    public static final double MOST_SERVERS = 1e6;

    private FiniteSource() {}

    /**
     * The share of time in which all servers are busy: {@code E ← (N − k + 1)βE/(k + (N − k + 1)βE)} for each server k.
     *
     * @param load β, what an idle source offers: rate × service time
     */
    public static double timeCongestion(double sources, double servers, double load) {
        if (!(Erlang.isPossible(sources)
                && Erlang.isPossible(servers)
                && servers <= MOST_SERVERS
                && load >= 0
                && load < Double.POSITIVE_INFINITY)) {
            return Double.NaN;
        }
        if (sources < servers) {
            return 0;
        }
        double congestion = 1;
        for (double k = 1; k <= servers && congestion > 0; k++) {
            double offered = (sources - k + 1) * load * congestion;
            congestion = offered / (k + offered);
        }
        return congestion;
    }
}
