package dev.estimator.queueing;

import static dev.estimator.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiniteLineTest {
    /** mpmath with 60 digits: all states added up. */
    @ParameterizedTest
    @CsvSource({
        "1, 1, 0.3, 0.76923076923076924, 0.23076923076923076, 0.0",
        "1, 10, 1.0, 0.090909090909090909, 0.090909090909090909, 4.0909090909090909",
        "1, 100000, 1.0000001, 9.9499838349894932e-6, 1.0049982830049596e-5, 50082.334866937797",
        "2, 5, 1.5, 0.17933450087565674, 0.085113835376532399, 0.63362521891418564",
        "2, 5, 2.0, 0.090909090909090909, 0.18181818181818182, 1.0909090909090909",
        "3, 40, 2.9999999999, 0.0055710306444844472, 0.025069637866753826, 17.623955427377522",
        "3, 40, 7.5, 1.6119010928195058e-17, 0.6000000000000001, 36.333333333333341",
        "10, 10, 12.25, 1.4880169728573026e-5, 0.31203674511513271, 0.0",
        "10, 200, 8.5, 0.00014649649687399021, 3.0892236404766955e-15, 3.0025473956533959",
        "50, 1000, 49.99, 3.9543698738865943e-24, 0.00094544234477049032, 455.43664664546845",
        "4, 20000, 4.001, 1.5905241875347063e-7, 0.00025163440615020129, 16131.779881357634",
        "4, 20000, 3.999, 2.3606933932504677e-5, 1.695603949102144e-6, 3861.172934281319",
        "7, 5000, 900.0, 0, 0.99222222222222222, 4992.9921612541993",
        "1, 3, 1e-30, 1.0, 1.0e-90, 1.0e-60",
    })
    void of(double servers, double capacity, double load, double empty, double full, double waiting) {
        FiniteLine line = FiniteLine.of(servers, capacity, load);
        assertNear(full, line.full(), 1e-12);
        assertNear(waiting, line.waiting(), 1e-12);
        assertNear(empty, FiniteLine.empty(servers, capacity, load), 1e-12);
    }

    @ParameterizedTest
    @CsvSource({"0, 3, 1", "4, 3, 1", "2.5, 3, 1", "2, 3.5, 1", "2, 3, NaN", "2, NaN, 1", "2, 3, -1"})
    void of_noAnswer(double servers, double capacity, double load) {
        assertThat(FiniteLine.of(servers, capacity, load).full()).isNaN();
        assertThat(FiniteLine.of(servers, capacity, load).waiting()).isNaN();
        assertThat(FiniteLine.empty(servers, capacity, load)).isNaN();
    }
}
