package dev.estimator.queueing;

import static dev.estimator.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HalfinWhittTest {
    /** mpmath with 50 digits, by halving an interval. */
    @ParameterizedTest
    @CsvSource({
        "1e-300, 37.047115916338499",
        "1e-12, 7.0371693979277469",
        "0.001, 3.1152601548072627",
        "0.05, 1.7398362717905035",
        "0.2, 1.0615162754187176",
        "0.5, 0.50605446898918076",
        "0.8, 0.1728065077965553",
    })
    void beta(double waitProbability, double beta) {
        assertNear(beta, HalfinWhitt.beta(waitProbability), 3e-13);
        assertNear(waitProbability, HalfinWhitt.waitProbability(beta), 1e-12);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -1, 2, Double.NaN})
    void beta_noAnswer(double waitProbability) {
        assertThat(HalfinWhitt.beta(waitProbability)).isNaN();
    }
}
