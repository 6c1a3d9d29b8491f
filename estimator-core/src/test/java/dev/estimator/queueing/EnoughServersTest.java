package dev.estimator.queueing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnoughServersTest {
    /** mpmath with 30 digits: all numbers of servers tried from the first, by the recurrence. */
    @ParameterizedTest
    @CsvSource({
        "WAIT_PROBABILITY, 12.5, 0, 0.2, 17",
        "MEAN_WAIT, 12.5, 0, 0.0001, 26",
        "MEAN_WAIT, 12.5, 0, 3.5, 13",
        "WAIT_TAIL, 12.5, 0, 0.2, 17",
        "WAIT_TAIL, 12.5, 0.01, 0.01, 22",
        "WAIT_TAIL, 12.5, 2.5, 0.001, 15",
        "WAIT_TAIL, 12.5, 0.25, 0.2, 16",
        "LATENCY_TAIL, 12.5, 4.61, 0.01, 21",
        "LATENCY_TAIL, 12.5, 20, 0.05, 13",
        "WAIT_PROBABILITY, 1000.5, 0, 0.2, 1035",
        "MEAN_WAIT, 1000.5, 0, 0.0001, 1080",
        "MEAN_WAIT, 1000.5, 0, 3.5, 1001",
        "WAIT_TAIL, 1000.5, 0.01, 0.01, 1069",
        "WAIT_TAIL, 1000.5, 2.5, 0.001, 1004",
        "WAIT_TAIL, 1000.5, 0.25, 0.2, 1007",
        "LATENCY_TAIL, 1000.5, 4.61, 0.01, 1038",
        "LATENCY_TAIL, 1000.5, 20, 0.05, 1001",
        "WAIT_PROBABILITY, 1000000, 0, 0.2, 1001062",
        "MEAN_WAIT, 1000000, 0, 0.0001, 1001293",
        "MEAN_WAIT, 1000000, 0, 3.5, 1000001",
        "WAIT_TAIL, 1000000, 0.01, 0.01, 1000406",
        "WAIT_TAIL, 1000000, 2.5, 0.001, 1000003",
        "WAIT_TAIL, 1000000, 0.25, 0.2, 1000007",
        "LATENCY_TAIL, 1000000, 4.61, 0.01, 1000168",
        "LATENCY_TAIL, 1000000, 20, 0.05, 1000001",
    })
    void forWait(WaitMeasure measure, double load, double time, double limit, double expected) {
        assertThat(EnoughServers.forWait(load, measure, time, limit)).isEqualTo(expected);
        // The rule is meant for many servers; here it is never off by more than three.
        assertThat(EnoughServers.bySquareRoot(load, measure, time, limit)).isCloseTo(expected, within(3.0));
    }

    @ParameterizedTest
    @CsvSource({
        "12.5, 0.01, 21",
        "12.5, 1e-9, 40",
        "12.5, 0.6, 6",
        "1000.5, 0.01, 1030",
        "1000.5, 1e-9, 1187",
        "1000.5, 0.6, 401",
        "1000000, 0.01, 990099",
        "1000000, 1e-9, 1005083",
        "1000000, 0.6, 400001",
        // B(2, 1) is one fifth
        "1, 0.2, 2",
        "1, 0.19999, 3",
        "1, 1, 0",
        "0, 0.5, 1",
        // 1e-270 ÷ 30! is 3.8e-303, and 1e-261 ÷ 29! is 1.1e-292
        "1e-9, 1e-300, 30",
    })
    void forBlocking(double load, double blocking, double expected) {
        assertThat(EnoughServers.forBlocking(load, blocking)).isEqualTo(expected);
    }

    /** Service alone is longer than 4.6 of its means in 1.005 % of cases: no number of servers helps. */
    @Test
    void forWait_noNumberIsEnough() {
        assertThat(EnoughServers.forWait(12.5, WaitMeasure.LATENCY_TAIL, 4.6, 0.01))
                .isPositive()
                .isInfinite();
        assertThat(EnoughServers.bySquareRoot(12.5, WaitMeasure.LATENCY_TAIL, 4.6, 0.01))
                .isPositive()
                .isInfinite();
    }

    @ParameterizedTest
    @CsvSource({
        "WAIT_PROBABILITY, 12.5, 0, 1",
        "WAIT_PROBABILITY, 12.5, 0, 0",
        "MEAN_WAIT, 12.5, 0, 0",
        "MEAN_WAIT, 12.5, 0, NaN",
        "MEAN_WAIT, 2e9, 0, 1",
        "MEAN_WAIT, NaN, 0, 1",
        "WAIT_TAIL, 12.5, -1, 0.01",
    })
    void forWait_noAnswer(WaitMeasure measure, double load, double time, double limit) {
        assertThat(EnoughServers.forWait(load, measure, time, limit)).isNaN();
        assertThat(EnoughServers.bySquareRoot(load, measure, time, limit)).isNaN();
    }

    @ParameterizedTest
    @CsvSource({"-1, 0.5", "5, 0", "5, 1.1", "NaN, 0.5", "5, NaN", "Infinity, 0.5", "1e12, 0.01"})
    void forBlocking_noAnswer(double load, double blocking) {
        assertThat(EnoughServers.forBlocking(load, blocking)).isNaN();
    }
}
