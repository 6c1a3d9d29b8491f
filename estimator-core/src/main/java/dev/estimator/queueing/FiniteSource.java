package dev.estimator.queueing;

/** Engset's formula, in which a source does not ask again while it is served. */
final class FiniteSource {
    /** One step for each server. */
    static final double MOST_SERVERS = 1e6;

    private FiniteSource() {}

    /**
     * The share of time in which all servers are busy: {@code E ← (N − k + 1)βE/(k + (N − k + 1)βE)} for each server k.
     *
     * @param load β, what an idle source offers: rate × service time
     */
    static double timeCongestion(double sources, double servers, double load) {
        if (!isPossible(sources, servers, load)) {
            return Double.NaN;
        }
        double offered = offeredToLast(sources, servers, load);
        return servers == 0 ? 1 : offered / (servers + offered);
    }

    /** The complement of the {@link #timeCongestion}, with all its digits where next to nothing is accepted. */
    static double timeWithoutCongestion(double sources, double servers, double load) {
        if (!isPossible(sources, servers, load)) {
            return Double.NaN;
        }
        return servers == 0 ? 0 : servers / (servers + offeredToLast(sources, servers, load));
    }

    private static boolean isPossible(double sources, double servers, double load) {
        return ErlangFormulas.isPossible(sources)
                && ErlangFormulas.isPossible(servers)
                && servers <= MOST_SERVERS
                && load >= 0
                && load < Double.POSITIVE_INFINITY;
    }

    /**
     * What is offered to the last server while all others are busy, {@code (N − c + 1)βE} with the congestion of one
     * server less; 0 if there are fewer sources.
     */
    private static double offeredToLast(double sources, double servers, double load) {
        double offered = 0;
        double congestion = sources < servers ? 0 : 1;
        for (double k = 1; k <= servers && congestion > 0; k++) {
            offered = (sources - k + 1) * load * congestion;
            congestion = offered / (k + offered);
        }
        return congestion > 0 ? offered : 0;
    }
}
