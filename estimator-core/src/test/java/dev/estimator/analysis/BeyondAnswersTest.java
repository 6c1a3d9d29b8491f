package dev.estimator.analysis;

import static dev.estimator.analysis.Questions.drivers;
import static dev.estimator.quantity.Quantities.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.estimator.quantity.Qps;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.quantity.Units;
import dev.estimator.queueing.ErlangC;
import org.junit.jupiter.api.Test;

/** Comparisons, sweeps and drivers of a wait that is beyond every number where the rate is above 100 req/s. */
class BeyondAnswersTest {
    private static final Qps RATE = assume("rate", between(qps(40), qps(120)));
    private static final TimeSpan WAIT =
            ErlangC.of(RATE, ms(10), count(1)).meanWait().named("wait");
    private static final TimeSpan EVERY = ErlangC.of(assume("rate", uniform(qps(101), qps(160))), ms(10), count(1))
            .meanWait()
            .named("wait");

    @Test
    void scenarios() {
        assertThat(Scenarios.of(WAIT)
                        .with("less", change -> change.given("rate", qps(60)))
                        .with("more", change -> change.given("rate", between(qps(60), qps(140)))))
                .hasToString("""
                        wait
                          base  p50 23 ms, p95 beyond any number: overloaded in 13.6% of cases
                          less  15 ms                                                            ×0.665 (×0 … ×2.25)
                          more  p50 110 ms, p95 beyond any number: overloaded in 36.8% of cases""");
        assertThat(Scenarios.of(EVERY).with("less", change -> change.given("rate", qps(60))))
                .hasToString("""
                        wait
                          base  beyond any number: overloaded in every case
                          less  15 ms""");
    }

    @Test
    void sweep_bestGuesses() { // 0.9 ÷ 0.1 and 0.5 ÷ 0.5 of 10 ms
        SweepTable table = Sweep.of(WAIT).over(RATE).evaluate(SweepColumn.of(RATE, Units.PER_SECOND, 50, 90, 110));
        assertThat(table.values(WAIT, Units.MILLISECONDS)[0]).isCloseTo(10, within(1e-9));
        assertThat(table.values(WAIT, Units.MILLISECONDS)[1]).isCloseTo(90, within(1e-9));
        assertThat(table.at(WAIT, 2)).hasToString("beyond any number");
        assertThat(table).hasToString("3 rows of wait");
    }

    /** The service takes 8 to 12 ms: at 90 req/s it is overloaded where that is above 11.11 ms, in 15.38 % of cases. */
    @Test
    void sweep_percentiles() {
        TimeSpan service = assume("service", between(ms(8), ms(12)));
        TimeSpan wait = ErlangC.of(RATE, service, count(1)).meanWait();
        SweepTable table = Sweep.of(wait)
                .over(RATE)
                .withPercentiles(5.0, 84.0, 85.5)
                .evaluate(SweepColumn.of(RATE, Units.PER_SECOND, 50, 90, 130));
        assertThat(table.percentile(wait, 5, 0).to(Units.MILLISECONDS)).isCloseTo(5.333, within(0.05)); // 8 ms
        assertThat(table.percentile(wait, 84, 1).isBeyond()).isFalse();
        assertThat(table.percentile(wait, 85.5, 1).isBeyond()).isTrue();
        assertThat(table.percentile(wait, 5, 2)).hasToString("beyond any number");
    }

    @Test
    void calibration() {
        assertThat(Calibration.of(WAIT, ms(20)))
                .hasToString("wait: measured 20 ms is at the 45th percentile of 6.7 ms … beyond any number: inside");
        assertThat(Calibration.of(EVERY, ms(20)))
                .hasToString("wait: measured 20 ms is below the 1st percentile of beyond any number: guessed too high");
    }

    /** The rank of the result is that of the rate, as far as there are ranks. */
    @Test
    void drivers_ofTheRank() {
        assertThat(drivers(WAIT).isRanked()).isTrue();
        assertThat(drivers(WAIT).isLogarithmic()).isFalse();
        assertThat(drivers(WAIT)).hasToString("""
                what drives wait
                  rate  100% ████████████████████  6.7 ms … beyond any number
                  shares of the variance of the rank, for some cases are beyond any number""");
        assertThat(drivers(EVERY).note()).isEqualTo("none of these makes a difference");
    }
}
