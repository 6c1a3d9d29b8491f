package dev.estimator.slo;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Quantities.hours;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Units.DAYS;
import static dev.estimator.quantity.Units.HOURS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.estimator.quantity.Share;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BurnRateTest {
    private static final Slo BASE = Slo.of(percentUp(99.9), days(30));

    /**
     * The Site Reliability Workbook, chapter 5, the table of burn rates of 99.9 % in 30 d: the last is printed as 43
     * minutes.
     */
    @ParameterizedTest
    @CsvSource({"1, 0.1, 30", "2, 0.2, 15", "10, 1, 3", "1000, 100, 0.03"})
    void workbook(double burnRate, double errorPercent, double days) {
        BurnRate burn = BurnRate.of(BASE, ratio(burnRate));
        assertNear(errorPercent / 100, burn.errorRate().value());
        assertNear(days, burn.timeToExhaustion().to(DAYS));
        assertNear(
                burnRate,
                BurnRate.ofErrorRate(BASE, percent(errorPercent)).rate().value());
        assertNear(burnRate, BurnRate.ofExhaustion(BASE, days(days)).rate().value());
    }

    /** The Site Reliability Workbook, chapter 5: 2 % in 1 h, 5 % in 6 h and 10 % in 3 d of a month. */
    @ParameterizedTest
    @CsvSource({"2, 1, 14.4", "5, 6, 6", "10, 72, 1"})
    void ofBudget_workbook(double percent, double hours, double burnRate) {
        BurnRate burn = BurnRate.ofBudget(BASE, percent(percent), hours(hours));
        assertNear(burnRate, burn.rate().value());
        assertNear(percent / 100, burn.budgetSpentIn(hours(hours)).value());
    }

    /** Pages say 14.4 empties the month in two hours. It is 50 of them; an hour takes 2 %. */
    @Test
    void timeToExhaustion_isTwoDaysNotTwoHours() {
        BurnRate burn = BurnRate.of(BASE, ratio(14.4));
        assertNear(50, burn.timeToExhaustion().to(HOURS));
        assertNear(0.02, burn.budgetSpentIn(hours(1)).value());
        assertNear(0.04, burn.budgetSpentIn(hours(2)).value());
    }

    /** slo-generator rounds to one decimal before it compares: 14.44 would be 14.4, and not above it. */
    @Test
    void rate_isNotRounded() {
        BurnRate burn = BurnRate.ofErrorRate(BASE, percent(1.444));
        assertNear(14.44, burn.rate().value());
        assertThat(burn.rate()).isGreaterThan(ratio(14.4));
    }

    /** The budget of 90 % is 10 %, so 14.4 would be 144 % of requests. */
    @Test
    void isPossible() {
        BurnRate burn = BurnRate.of(Slo.of(percentUp(90), BASE.window()), ratio(14.4));
        assertThat(burn.isPossible()).isFalse();
        assertThat(BurnRate.of(BASE, ratio(14.4)).isPossible()).isTrue();
        assertThat(BurnRate.of(BASE, ratio(1000)).isPossible()).isTrue();
        assertThat(BurnRate.of(BASE, ratio(1000.001)).isPossible()).isFalse();
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(burn::errorRate)
                .withMessage(
                        "burn rate (×14.4) × error budget (10%) has no answer: no more than all requests can fail");
    }

    @Test
    void timeToExhaustion_never() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> BurnRate.of(BASE, ratio(0.5)).timeToExhaustion())
                .withMessage(
                        "window (30 d) ÷ burn rate (×0.5) has no answer: below a burn rate of 1 the budget outlasts its"
                                + " window");
    }

    @Test
    void rate_zero() {
        BurnRate none = BurnRate.ofErrorRate(BASE, Share.of(0));
        assertNear(0, none.rate().value());
        assertNear(0, none.budgetSpentIn(days(7)).value());
        assertThat(none).hasToString("×0 for 99.9% (3 nines): 0% of requests fail, the budget outlasts its 30 d");
    }

    @Test
    void timeToExhaustion_explain() {
        var errors = assume("errors", between(percent(0.5), percent(2)), "last incidents");
        BurnRate burn = BurnRate.ofErrorRate(BASE, errors);
        assertThat(burn.timeToExhaustion().explain()).hasToString("""
                assumed
                  window    = 30 d
                  errors    = 1.003% (0.5% … 2%)  (last incidents)
                  objective = 99.9%
                calculated
                  error budget = 1 − objective
                               = 1 − 99.9%
                               = 0.1%
                  burn rate = errors ÷ error budget
                            = 1.003% ÷ 0.1%
                            = ×10.03 (×5 … ×20)
                  time to exhaustion = window ÷ burn rate
                                     = 30 d ÷ 10.03
                                     = 2.992 d (1.5 … 6)""");
    }

    @Test
    void toString_saysWhatItMeans() {
        assertThat(BurnRate.of(BASE, ratio(14.4)))
                .hasToString("×14.4 for 99.9% (3 nines): 1.44% of requests fail, a full budget lasts 2.1 d of 30 d");
        assertThat(BurnRate.of(Slo.of(percentUp(90), BASE.window()), ratio(14.4)))
                .hasToString("×14.4 for 90% (1 nine): impossible, 144% of requests would have to fail");
    }

    @Test
    void time_zero() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BurnRate.ofBudget(BASE, percent(2), seconds(0)))
                .withMessage("time must be above zero but was 0 s");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BurnRate.ofExhaustion(BASE, seconds(0)))
                .withMessage("time must be above zero but was 0 s");
    }

    /** √(500 × 2000) × 0.1 % is 100 %, of which binary numbers leave 99.99999999999998 %. */
    @Test
    void errorRate_ofEverything() {
        BurnRate burn = BurnRate.of(Slo.of(percentUp(99.9), days(30)), between(ratio(500), ratio(2000)));
        assertNear(1, burn.errorRate().value(), 0);
        assertThat(burn.errorRate().toString()).startsWith("100% (");
    }

    @Test
    void toString_ofARange() {
        BurnRate burn = BurnRate.of(Slo.of(percentUp(99.9), days(30)), between(ratio(0.5), ratio(2)));
        assertThat(burn.toString())
                .endsWith("a full budget lasts p50 30 d, p95 beyond any number: not used up in 50% of cases, of 30 d");
    }
}
