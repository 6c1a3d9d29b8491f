package dev.estimator.queueing;

import static dev.estimator.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErlangFormulasTest {
    /** Python's mpmath 1.3.0 with 40 digits, by the recurrence {@code B ← aB/(k + aB)}, which the code does not use. */
    @ParameterizedTest
    @CsvSource({
        "0, 3.5, 1.0, NaN",
        "1, 0.25, 0.2, 0.25",
        "2, 1, 0.2, 0.333333333333333333",
        "5, 4, 0.199066874027993779, 0.554112554112554113",
        "5, 6, 0.360400444938820912, NaN",
        "9, 3.782537258807226, 0.00999999999999999786, 0.0171256072077179973",
        "10, 2.75, 0.000435827954953688297, 0.000601042646037504987",
        "10, 1e-09, 2.75573191964285886e-97, 2.75573191991843205e-97",
        "30, 0.001, 3.76621952555273228e-123, 3.76634507038841189e-123",
        "100, 84.1, 0.0100717050709610729, 0.0601402447629481075",
        "100, 250.5, 0.603394559621816496, NaN",
        "100, 2000000.0, 0.999950000025001225, NaN",
        "1000, 950.25, 0.00370089868140611478, 0.0694785521638371679",
        "1000, 1000, 0.0248119176461604079, NaN",
        "1000, 500.5, 2.72301103064546107e-86, 5.45147353482574789e-86",
        "1000, 300, 1.69147633689781807e-221, 2.41639476699688295e-221",
        "50000, 49000.5, 7.14698331751153948e-8, 3.57526677135141804e-6",
        "1000000, 999000.25, 0.000287513965046442297, 0.223402649478947505",
        "1000000, 1000000, 0.000797460306855561014, NaN",
        "1000000, 1100000.5, 0.0909185929926371004, NaN",
        "1000000, 980000, 3.68332965437763591e-92, 1.84166482718881796e-90",
        "1000000, 965000.5, 1.69432291441558827e-276, 4.84099176964124708e-275",
        "1000000, 2000000.0, 0.500000499998000016, NaN",
    })
    void blockingAndWaitProbability(double servers, double load, double blocking, double waitProbability) {
        assertNear(blocking, ErlangFormulas.blocking(servers, load));
        if (load < servers) {
            assertNear(waitProbability, ErlangFormulas.waitProbability(servers, load));
        } else {
            assertThat(ErlangFormulas.waitProbability(servers, load)).isNaN();
        }
    }

    /** By the same recurrence 2.09e-309 and 2.93e-333, below what a double holds with all its digits. */
    @ParameterizedTest
    @CsvSource({"12, 1e-25", "1000, 212.5", "1000000, 1e-9", "1000000, 500000", "3, 0"})
    void blocking_belowAnyDouble(double servers, double load) {
        assertThat(ErlangFormulas.blocking(servers, load)).isBetween(0.0, Double.MIN_NORMAL);
        assertThat(ErlangFormulas.waitProbability(servers, load)).isBetween(0.0, Double.MIN_NORMAL);
    }

    /** 4.9³/6 ÷ (1 + 4.9 + 4.9²/2 + 4.9³/6); with the load cut to 4, as others do, it would be 32/71. */
    @Test
    void blocking_ofAFractionalLoad() {
        assertNear(117.649 / 225.079, ErlangFormulas.blocking(3, 4.9));
        assertNear(32.0 / 71, ErlangFormulas.blocking(3, 4));
    }

    /** As above, by halving an interval 140 times. */
    @ParameterizedTest
    @CsvSource({
        "1, 0.2, 0.25",
        "9, 0.01, 3.7825372588072261",
        "1, 1e-300, 1.0e-300",
        "5, 1e-12, 0.010392953152380034",
        "17, 0.97, 565.63766496915059",
        "100, 1e-6, 60.74559748890505",
        "1000, 0.001, 930.32512686419625",
        "1000, 1e-300, 234.0096337371413",
        "20000, 0.02, 20362.544226826437",
    })
    void greatestLoad(double servers, double blocking, double load) {
        assertNear(load, ErlangFormulas.greatestLoad(servers, blocking));
    }

    /** How many digits there are in 1 − B limits those of the answer. */
    @ParameterizedTest
    @CsvSource({"3, 0.9999, 29998.999933334415"})
    void greatestLoad_nearlyAllTurnedAway(double servers, double blocking, double load) {
        assertNear(load, ErlangFormulas.greatestLoad(servers, blocking), 1e-11);
    }

    @ParameterizedTest
    @CsvSource({"4, 0, 0", "0, 0.5, NaN", "4, 1, NaN", "4, -0.1, NaN", "4, NaN, NaN", "2.5, 0.5, NaN"})
    void greatestLoad_edges(double servers, double blocking, double expected) {
        assertEquals(expected, ErlangFormulas.greatestLoad(servers, blocking));
    }

    @ParameterizedTest
    @CsvSource({"2.5, 1", "-1, 1", "NaN, 1", "1e10, 1", "3, -1", "3, NaN", "3, Infinity", "Infinity, 1"})
    void blocking_noAnswer(double servers, double load) {
        assertThat(ErlangFormulas.blocking(servers, load)).isNaN();
        assertThat(ErlangFormulas.waitProbability(servers, load)).isNaN();
    }

    /** R's queueing has {@code C_erlang(5, 6)} = 1.55: a queue that grows for ever has no share that waits. */
    @ParameterizedTest
    @CsvSource({"5, 6", "5, 5", "0, 0"})
    void waitProbability_unstable(double servers, double load) {
        assertThat(ErlangFormulas.waitProbability(servers, load)).isNaN();
    }
}
