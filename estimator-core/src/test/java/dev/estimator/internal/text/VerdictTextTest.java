package dev.estimator.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTextTest {
    @ParameterizedTest
    @CsvSource({
        "fails, 0.894, 0, 'fails: kept in 89.4% of cases, 95% needed'",
        "holds, 0.9978, 0.0008, 'holds: kept in 99.78% ± 0.08% of cases, 95% needed'",
        "undecided, 0.951, 0.002, 'undecided: kept in 95.1% ± 0.2% of cases, too near to 95% to tell'",
        "fails, 0.94996, 0, 'fails: kept in just below 95% of cases, 95% needed'",
        "holds, 1, 0, 'holds: kept in every case, 95% needed'",
        "holds, 1, 0.0004, 'holds: kept in every case drawn, 95% needed'",
        "fails, 0, 0.0004, 'fails: kept in no case drawn, 95% needed'",
        "fails, 0, 0, 'fails: kept in no case, 95% needed'",
        "fails, 0.0003, 0.0005, 'fails: kept in less than 0.08% of cases, 95% needed'",
        "holds, 0.9997, 0.00045, 'holds: kept in over 99.92% of cases, 95% needed'",
        "fails, 0.164869, 0.00000002, 'fails: kept in 16.5% of cases, 95% needed'",
        "holds, 0.99999995, 0, 'holds: kept in over 99.9999% of cases, 95% needed'",
        "fails, 3e-9, 0, 'fails: kept in less than 0.0001% of cases, 95% needed'"
    })
    void of(String verdict, double share, double error, String expected) {
        assertThat(VerdictText.of(verdict, share, error, 0.95)).isEqualTo(expected);
    }

    /** A share just below 95 % read '95%', as of five digits and more four were written. */
    @ParameterizedTest
    @CsvSource({
        "0.95, 95%",
        "0.9533, 95.3%",
        "0.94974, 94.97%",
        "0.949999999, 94.9999999%",
        "0.99998, 99.998%",
        "0.0099996, 0.99996%",
        "0.9499999999999999, 95%"
    })
    void exactly(double share, String expected) {
        assertThat(VerdictText.exactly(share)).isEqualTo(expected);
    }
}
