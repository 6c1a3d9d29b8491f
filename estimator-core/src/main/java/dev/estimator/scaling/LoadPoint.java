package dev.estimator.scaling;

import dev.estimator.internal.input.Refusal;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Units;

/**
 * What a load test measured at one load.
 *
 * @param concurrency the mean number of requests in flight, or of processors, above zero
 * @param throughput the throughput at that load, from 1e-100 to 1e100 req/s
 */
public record LoadPoint(Count concurrency, Qps throughput) {
    private static final double LEAST = 1e-100;
    private static final double MOST = 1e100;

    /**
     * Refuses what cannot have been measured.
     *
     * @param concurrency the mean number of requests in flight, or of processors, above zero
     * @param throughput the throughput at that load, from 1e-100 to 1e100 req/s
     */
    public LoadPoint {
        Refusal.aboveZero(concurrency, "concurrency");
        Refusal.aboveZero(throughput, "throughput");
        Refusal.unless(!concurrency.isUncertain(), "concurrency", "one measured number", concurrency);
        Refusal.unless(!throughput.isUncertain(), "throughput", "one measured number", throughput);
        double perSecond = throughput.to(Units.PER_SECOND);
        Refusal.unless(
                perSecond >= LEAST && perSecond <= MOST,
                "throughput",
                "from 1e-100 to 1e100 req/s, so that its square can be computed,",
                perSecond + " req/s");
    }

    /** Returns the point, as in '35: 12k req/s'. */
    @Override
    public String toString() {
        return concurrency + ": " + throughput;
    }
}
