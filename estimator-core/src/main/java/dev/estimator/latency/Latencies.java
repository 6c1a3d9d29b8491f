package dev.estimator.latency;

import dev.estimator.quantity.TimeSpan;

/** Short ways to write a latency, for static imports; for others see {@link Latency}. */
public final class Latencies {
    private Latencies() {}

    /**
     * Obtains a latency that is always the same.
     *
     * @param time how long every request takes
     * @return the latency
     */
    public static Latency latency(TimeSpan time) {
        return Latency.of(time);
    }

    /**
     * Obtains a log-normal latency from its median and its 99th percentile.
     *
     * @param p50 the median, above zero
     * @param p99 the 99th percentile, above the median
     * @return the latency
     * @throws IllegalArgumentException if not {@code 0 < p50 < p99}
     */
    public static Latency latencyP50P99(TimeSpan p50, TimeSpan p99) {
        return Latency.ofP50P99(p50, p99);
    }
}
