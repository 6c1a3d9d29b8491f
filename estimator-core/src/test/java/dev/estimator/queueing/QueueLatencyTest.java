package dev.estimator.queueing;

import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Units.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.estimator.latency.Latency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Waits and latencies of queues as distributions that compose with others. */
class QueueLatencyTest {
    /** M/M/c: the same as its percentiles by formula. */
    @ParameterizedTest
    @CsvSource({"70, 10, 1", "290, 10, 3", "1200, 7, 12"})
    void erlangC_asItsFormulas(double rate, double ms, int servers) {
        ErlangC queue = ErlangC.of(qps(rate), ms(ms), count(servers));
        Latency waiting = queue.waiting();
        Latency latency = queue.latency();
        for (double percent : new double[] {60, 95, 99.9}) {
            assertThat(waiting.percentile(percent).to(SECONDS))
                    .isCloseTo(queue.waitPercentile(percent).to(SECONDS), within(1e-9));
            assertThat(latency.percentile(percent).to(SECONDS))
                    .isCloseTo(queue.latencyPercentile(percent).to(SECONDS), withinPercentage(0.05));
        }
        assertThat(waiting.mean().to(SECONDS)).isCloseTo(queue.meanWait().to(SECONDS), within(1e-12));
        assertThat(latency.mean().to(SECONDS)).isCloseTo(queue.meanLatency().to(SECONDS), within(1e-5));
    }

    /**
     * M/G/1 with log-normal service of mean 1 s: exact from the transform of Pollaczek and Khinchine, inverted on a
     * grid of 20 ms in Python (NumPy). Utilization, service variability, p95 and p99 of wait and service.
     */
    @ParameterizedTest
    @CsvSource({
        "0.5,  0.81, 5.62, 9.16",
        "0.5,  1.66, 8.02, 14.80",
        "0.75, 0.25, 7.64, 11.48",
        "0.75, 0.81, 11.24, 17.62",
        "0.75, 1.66, 16.82, 28.24",
        "0.9,  0.25, 18.88, 28.78",
        "0.9,  1.66, 41.40, 65.30"
    })
    void generalQueue_nearTheExactLaw(double utilization, double variability, double p95, double p99) {
        Latency latency = queue(utilization, variability).latency();
        assertThat(latency.p95().to(SECONDS)).isCloseTo(p95, withinPercentage(3));
        assertThat(latency.p99().to(SECONDS)).isCloseTo(p99, withinPercentage(5.5));
    }

    /** The mean is exact for one server. */
    @Test
    void generalQueue_mean() {
        GeneralQueue queue = queue(0.75, 4);
        assertThat(queue.waiting().mean().to(SECONDS)).isCloseTo(7.5, within(1e-9));
        assertThat(queue.meanWait().to(SECONDS)).isCloseTo(7.5, within(1e-12));
    }

    /** Where all take as long there is no spread of the service; M/D/1 at 50 %: 0.5 s mean wait. */
    @Test
    void generalQueue_constantService() {
        assertThat(queue(0.5, 0).latency().mean().to(SECONDS)).isCloseTo(1.5, within(1e-4));
        assertThat(GeneralQueue.service(seconds(3), ratio(0)).p99().to(SECONDS)).isEqualTo(3);
    }

    /** A log-normal law has the mean and the variability that were asked for: median 1 ÷ √(1 + v). */
    @Test
    void service_logNormal() {
        Latency service = GeneralQueue.service(seconds(1), ratio(1.66));
        assertThat(service.p50().to(SECONDS)).isCloseTo(1 / Math.sqrt(2.66), within(1e-12));
        assertThat(service.mean().to(SECONDS)).isCloseTo(1, within(1e-9));
    }

    private static GeneralQueue queue(double utilization, double variability) {
        return GeneralQueue.builder()
                .arrivalRate(qps(utilization))
                .serviceTime(seconds(1))
                .serviceVariability(ratio(variability))
                .build();
    }
}
