package dev.estimator.queueing;

import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Units.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchQueueTest {
    private static BatchQueue of(double rate, double ms, int servers, int batch, double lines) {
        return new BatchQueue(qps(rate), ms(ms), count(servers), batch, count(lines));
    }

    /** A fan-out of 8 into a pool of 8 that is 70 % busy: 11.99 ms by the cuts; a simulation of events says 11.77. */
    @Test
    void meanWait_fanOutIntoOnePool() {
        BatchQueue pool = of(560, 10, 8, 8, 1);
        assertThat(pool.meanWait().to(MILLISECONDS)).isCloseTo(11.99, within(0.005));
        assertThat(pool).hasToString("8 servers at 70%, 8 at once: 12 ms mean wait");
    }

    /** One server: {@code E[W] = m (ρ + (b − 1) ÷ 2) ÷ (1 − ρ)}. */
    @ParameterizedTest
    @CsvSource({"70, 10, 1", "70, 10, 3", "35, 20, 8", "90, 10, 20"})
    void meanWait_oneServer(double rate, double ms, int batch) {
        double busy = rate * ms / 1e3;
        double expected = ms * (busy + (batch - 1) / 2.0) / (1 - busy);
        assertThat(of(rate, ms, 1, batch, 1).meanWait().to(MILLISECONDS)).isCloseTo(expected, within(1e-6 * expected));
    }

    /** Pollaczek and Khinchine for batches (Burke 1975): {@code m (ρ (1 + cs²) + b − 1) ÷ 2 (1 − ρ)}. */
    @ParameterizedTest
    @CsvSource({"70, 10, 1, 0.5", "70, 10, 3, 0", "35, 20, 8, 2.5", "90, 10, 20, 4"})
    void meanWait_oneServerOfAnyService(double rate, double ms, int batch, double variability) {
        double busy = rate * ms / 1e3;
        double expected = ms * (busy * (1 + variability) + batch - 1) / 2 / (1 - busy);
        var queue = new BatchQueue(qps(rate), ms(ms), count(1), batch, count(1), ratio(variability));
        assertThat(queue.meanWait().to(MILLISECONDS)).isCloseTo(expected, within(1e-6 * expected));
        assertThat(queue.meanWait().explain().toString()).contains("(M[X]/G/1, Burke)");
    }

    /** In service times, by a simulation of three million requests (log-normal service times), seed 42. */
    @ParameterizedTest
    @CsvSource({
        "8, 8, 70, 0.25, 1.2057, 6.780", "8, 8, 70, 2, 1.2233, 7.939", "8, 4, 90, 0.25, 2.2835, 12.410",
        "4, 3, 70, 2, 1.1354, 8.453", "8, 20, 70, 0, 3.7986, 17.885", "4, 3, 90, 0, 3.3806, 17.480"
    })
    void waits_simulated(int servers, int batch, double percent, double variability, double mean, double p99) {
        double rate = servers * percent;
        var queue = new BatchQueue(qps(rate), ms(10), count(servers), batch, count(1), ratio(variability));
        assertThat(queue.meanWait().to(MILLISECONDS) / 10).isCloseTo(mean, withinPercentage(9));
        assertThat(queue.waiting().p99().to(MILLISECONDS) / 10).isCloseTo(p99, withinPercentage(9.5));
        assertThat(queue.meanWait().explain().toString()).contains("approximation of M[X]/G/c, exact for one server");
    }

    /** One at a time, or spread so far that two never meet: M/M/c. */
    @ParameterizedTest
    @CsvSource({"1, 1, 1e-9", "5, 1e7, 1e-5"})
    void oneByOne_isErlangC(int batch, double lines, double error) {
        ErlangC alone = ErlangC.of(qps(560), ms(10), count(8));
        BatchQueue queue = of(560, 10, 8, batch, lines);
        assertThat(queue.meanWait().to(MILLISECONDS)).isCloseTo(alone.meanWait().to(MILLISECONDS), within(error));
        assertThat(queue.waitProbability().value())
                .isCloseTo(alone.waitProbability().value(), within(error));
    }

    /** Waits so rare that one less what is served at once says nothing of them; by the cuts, in exact fractions. */
    @ParameterizedTest
    @CsvSource({
        "55.555555555555556, 32, 2, 1, 9.962312571176122e-33, 0.033327588196560426",
        "55.555555555555556, 32, 2, 9, 5.975961796716256e-45, 0.03198924606905214",
        "2.5, 4, 3, 2, 0.00026176542305939715, 0.27514651774028637",
        "2.5e-28, 32, 2, 1, 0, 0.03216911764705882",
        "2.5e-7, 2, 8, 1, 0.750000000125, 1.750000001203125"
    })
    void rareWaits(double rate, int servers, int batch, double lines, double waits, double ofThose) {
        BatchQueue queue = of(rate, 4, servers, batch, lines);
        double share = queue.waitProbability().value();
        assertThat(share).isCloseTo(waits, within(Math.max(1e-12 * waits, 1e-200)));
        assertThat(queue.meanWait().to(MILLISECONDS) / 4 / share).isCloseTo(ofThose, withinPercentage(1e-9));
    }

    /** It was '0 ÷ 0 = p50 beyond any number: overloaded in 56% of cases'. */
    @ParameterizedTest
    @CsvSource({"1", "0.25", "2"})
    void rareWaits_areExplained(double variability) {
        var queue = new BatchQueue(
                between(qps(20), qps(90)),
                ms(4),
                between(count(24), count(40)).ceil(),
                2,
                count(9),
                ratio(variability));
        assertThat(queue.waiting().p99().explain().toString())
                .contains("mean wait of those that wait = ")
                .doesNotContain("overloaded", "beyond any number", "÷ 0%");
        assertThat(new BatchQueue(qps(0), ms(4), count(8), 2, count(1)).waitProbability())
                .hasToString("0%");
    }

    @Test
    void overload_isAnAnswer() {
        var queue = new BatchQueue(between(qps(130), qps(250)), ms(10), count(2), 4, count(1));
        assertThat(queue.meanWait().toString()).contains("overloaded");
        assertThat(queue.waiting().p99().toString()).contains("overloaded");
        var constant = new BatchQueue(between(qps(130), qps(250)), ms(10), count(2), 4, count(1), ratio(0));
        assertThat(constant.meanWait().toString()).contains("overloaded");
    }

    @Test
    void refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(5, 10, 1, 0, 1))
                .withMessage("batch must be between 1 and 10000 but was 0");
    }
}
