package dev.estimator.queueing;

import static dev.estimator.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitingTest {
    /**
     * mpmath: wait and service folded by numerical integration with 25 digits. Of 2 and 1, and of 5 and 4, d is zero.
     */
    @ParameterizedTest
    @CsvSource({
        "1, 0.75, 3, 0.47236655274101471",
        "2, 1, 2.5, 0.15048916414381446",
        "5, 4, 4, 0.058911340668093056",
        "5, 4.5, 0.1, 0.97558459888710713",
        "12, 10, 7, 0.0013212973036101463",
        "12, 10.999999, 3, 0.15342897975837094",
        "40, 25.5, 1.5, 0.22321609490223016",
        "3, 2.9375, 80, 0.006906104657545293",
    })
    void latencyTail(double servers, double load, double time, double expected) {
        double waitProbability = ErlangFormulas.waitProbability(servers, load);
        assertNear(expected, Waiting.latencyTail(waitProbability, servers - load, time));
        assertNear(time, Waiting.latencyExceededBy(expected, waitProbability, servers - load), 2e-13);
    }

    /**
     * Of one server latency is exponential at rate 1 − ρ: ln 1000 ÷ 2⁻¹⁶, far beyond where the terms of the formula
     * overflow.
     */
    @Test
    void latencyExceededBy_oneServerNearlyFull() {
        double free = 0x1p-16;
        assertNear(Math.log(1000) / free, Waiting.latencyExceededBy(0.001, 1 - free, free));
    }

    /** Where hardly anyone waits it is the service alone. */
    @Test
    void latencyExceededBy_noWait() {
        assertThat(Waiting.latencyExceededBy(0.01, 0, 5)).isEqualTo(-Math.log(0.01));
    }

    @Test
    void exceededBy_moreThanWait() {
        assertThat(Waiting.exceededBy(0.05, 0.04, 2)).isZero();
        assertNear(Math.log(8) / 2, Waiting.exceededBy(0.05, 0.4, 2));
    }
}
