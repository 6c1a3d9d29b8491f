package dev.estimator.queueing;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Units.MILLISECONDS;
import static dev.estimator.quantity.Units.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.estimator.latency.Latency;
import dev.estimator.quantity.Quantities;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Service times as distributions, and percentiles of the wait. */
class GeneralQueueWaitTest {
    /** Pollaczek and Khinchine: 8 × E(S²) ÷ (2 × 0.2) for 50 ms (three of four) and 250 ms, E(S²) = 17,500 ms². */
    @Test
    void serviceTime_measured() {
        GeneralQueue queue = GeneralQueue.builder()
                .arrivalRate(qps(8))
                .serviceTime(Latency.measured(Map.of(ms(50), 3L, ms(250), 1L)))
                .build();
        assertNear(350, queue.meanWait().to(MILLISECONDS));
        assertNear(0.75, queue.serviceVariability().value());
        assertNear(100, queue.serviceTime().to(MILLISECONDS));
    }

    @Test
    void serviceTime_exponentialIsExact() {
        GeneralQueue queue = GeneralQueue.builder()
                .arrivalRate(qps(40))
                .serviceTime(Latency.exponential(ms(100)))
                .servers(count(5))
                .build();
        assertThat(queue.isExact()).isTrue();
        assertNear(12_800.0 / 231, queue.meanWait().to(MILLISECONDS));
    }

    @Test
    void serviceTime_unknownMean() {
        Latency open = Latency.ofPercentiles(Map.of(50, ms(5), 99, ms(40)));
        assertThatThrownBy(() -> GeneralQueue.builder().serviceTime(open))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("no maximum");
    }

    @Test
    void erlangC_exponentialLatency() {
        assertThat(ErlangC.of(qps(40), Latency.exponential(ms(100)), count(5)))
                .isEqualTo(ErlangC.of(qps(40), ms(100), count(5)));
    }

    /** Another law, also one of variability 1: half of the times are zero. */
    @Test
    void erlangC_anotherLaw() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ErlangC.of(qps(40), Latency.ofP50P99(ms(70), ms(400)), count(7)))
                .withMessage("serviceTime must be exponential, as Latency.exponential(mean) is, but was p50 70 ms,"
                        + " p99 400 ms: any other is a GeneralQueue:"
                        + " GeneralQueue.builder().arrivalRate(...).serviceTime(latency).servers(...).build()");
        Latency halfZero = Latency.measured(Map.of(ms(0), 1L, ms(200), 1L));
        assertThatIllegalArgumentException().isThrownBy(() -> ErlangC.of(qps(40), halfZero, count(7)));
    }

    @ParameterizedTest
    @CsvSource({"70, 10, 1", "290, 10, 3", "1200, 7, 12"})
    void waitPercentile_exponential(double rate, double ms, int servers) {
        GeneralQueue queue = GeneralQueue.builder()
                .arrivalRate(qps(rate))
                .serviceTime(ms(ms))
                .servers(count(servers))
                .build();
        ErlangC exact = ErlangC.of(qps(rate), ms(ms), count(servers));
        for (double percent : new double[] {10, 60, 95, 99.9}) {
            assertNear(
                    exact.waitPercentile(percent).to(SECONDS),
                    queue.waitPercentile(percent).to(SECONDS),
                    1e-9);
        }
    }

    /**
     * M/D/c with 1 s of service, exact: the law of G. J. Franx, A Simple Solution for the M/D/c Waiting Time
     * Distribution, Operations Research Letters 29, 2001, of the numbers in system by a linear system in Python
     * (NumPy). Servers, utilization, p95, p99, p99.9 of the wait.
     */
    @ParameterizedTest
    @CsvSource({
        "1,  0.8,  6.620325,  10.355887, 15.700268",
        "2,  0.8,  3.201757,  5.069551,  7.741742",
        "2,  0.9,  6.95555,   10.840332, 16.398198",
        "5,  0.8,  1.190609,  1.937439,  3.006322",
        "5,  0.95, 5.688366,  8.852678,  13.379786",
        "20, 0.8,  0.236884,  0.423113,  0.689992",
        "20, 0.9,  0.609121,  0.997639,  1.553427"
    })
    void waitPercentile_constantService(int servers, double utilization, double p95, double p99, double p999) {
        GeneralQueue queue = queue(servers, utilization, 0);
        assertThat(queue.waitPercentile(95).to(SECONDS)).isCloseTo(p95, withinPercentage(14));
        assertThat(queue.waitPercentile(99).to(SECONDS)).isCloseTo(p99, withinPercentage(6));
        assertThat(queue.waitPercentile(99.9).to(SECONDS)).isCloseTo(p999, withinPercentage(7));
    }

    /**
     * Log-normal service of mean 1 s: two simulations of 60 million requests each, written in C, which differ by less
     * than 2 %. Up to a variability of 2 p99 is up to 13 % high; at 4 a third.
     */
    @ParameterizedTest
    @CsvSource({
        "3, 0.9, 0.25, 1, 5.75, 9.04,  3",
        "2, 0.7, 2,    5, 6.24, 11.66, 13",
        "5, 0.8, 4,   12, 5.57, 10.73, 35"
    })
    void waitPercentile_logNormalService(
            int servers, double utilization, double variability, double near, double p95, double p99, double farther) {
        GeneralQueue queue = queue(servers, utilization, variability);
        assertThat(queue.waitPercentile(95).to(SECONDS)).isCloseTo(p95, withinPercentage(near + 1));
        assertThat(queue.waitPercentile(99).to(SECONDS)).isCloseTo(p99, withinPercentage(farther));
    }

    @Test
    void waitPercentile_saysThatItIsAnApproximation() {
        assertThat(queue(3, 0.9, 0.25).waitPercentile(99).explain().toString())
                .contains("approximate", "waits are two exponentials of the right mean");
        assertThat(queue(3, 0.9, 1).waitPercentile(99).explain().toString()).doesNotContain("two exponentials");
    }

    /** As of M/M/c: overload in the cases above 100 req/s, of log-uniform odds, is an answer. */
    @Test
    void waitPercentile_overloaded() {
        GeneralQueue queue = GeneralQueue.builder()
                .arrivalRate(between(qps(40), qps(120)))
                .serviceTime(ms(10))
                .serviceVariability(ratio(2))
                .build();
        assertThat(queue.waitPercentile(99))
                .hasToString("p50 274 ms, p95 beyond any number: overloaded in 13.6% of cases");
    }

    private static GeneralQueue queue(int servers, double utilization, double variability) {
        return GeneralQueue.builder()
                .arrivalRate(qps(servers * utilization))
                .serviceTime(seconds(1))
                .servers(count(servers))
                .serviceVariability(ratio(variability))
                .build();
    }

    /** Requests every 20 ms that take 9 ms each never meet. */
    @Test
    void waitPercentile_ofClockwork() {
        GeneralQueue queue = GeneralQueue.builder()
                .arrivalRate(Quantities.qps(50))
                .serviceTime(Latency.of(Quantities.ms(9)))
                .servers(Quantities.count(1))
                .arrivalVariability(Quantities.ratio(0))
                .build();
        assertThat(queue.waitPercentile(99)).isEqualTo(Quantities.ms(0));
        assertThat(queue.latency().p99()).isEqualTo(Quantities.ms(9));
    }
}
