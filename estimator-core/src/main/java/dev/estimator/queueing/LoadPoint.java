package dev.estimator.queueing;

import dev.estimator.internal.input.Refusal;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Qps;

/**
 * What a load test measured at one load.
 *
 * @param concurrency the mean number of requests in flight, or of processors, above zero
 * @param throughput the throughput at that load, above zero
 */
public record LoadPoint(Count concurrency, Qps throughput) {
    /**
     * Refuses what cannot have been measured.
     *
     * @param concurrency the mean number of requests in flight, or of processors, above zero
     * @param throughput the throughput at that load, above zero
     */
    public LoadPoint {
        Refusal.aboveZero(concurrency, "concurrency");
        Refusal.aboveZero(throughput, "throughput");
        Refusal.unless(!concurrency.isUncertain(), "concurrency", "one measured number", concurrency);
        Refusal.unless(!throughput.isUncertain(), "throughput", "one measured number", throughput);
    }

    /** Returns the point, as in '35: 12k req/s'. */
    @Override
    public String toString() {
        return concurrency + ": " + throughput;
    }
}
