package dev.estimator.slo;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Quantities.hours;
import static dev.estimator.quantity.Quantities.minutes;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Quantities.uniform;
import static dev.estimator.quantity.Units.MINUTES;
import static dev.estimator.quantity.Units.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.estimator.quantity.Share;
import dev.estimator.quantity.Simulation;
import dev.estimator.quantity.TimeSpan;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class AlertTest {
    private static final Slo SLO = Slo.of(percentUp(99.9), days(30));

    private static final Alert BASE = Alert.builder()
            .slo(SLO)
            .budgetSpent(percent(2))
            .longWindow(hours(1))
            .build();

    @Test
    void shortWindow_aTwelfth() {
        assertNear(5, BASE.shortWindow().to(MINUTES));
        assertNear(7, BASE.withShortWindow(minutes(7)).shortWindow().to(MINUTES));
    }

    /** The default is a part of the long window, and keeps its rule. */
    @Test
    void shortWindow_ofAWindowPutInLater() {
        TimeSpan window = assume("watched", hours(2));
        TimeSpan answer = Alert.builder()
                .slo(SLO)
                .budgetSpent(percent(5))
                .longWindow(window)
                .build()
                .shortWindow();
        assertNear(20.0, answer.given(window, hours(4)).to(MINUTES));
        assertThatThrownBy(() -> answer.given(window, days(31)))
                .hasMessage("longWindow must be at most window, which is 30 d, but was 31 d");
    }

    /** Where it was not set it follows the long window, also of an alert that is changed. */
    @Test
    void shortWindow_ofAnAlertWithAnotherLongWindow() {
        assertNear(15.0, BASE.withLongWindow(hours(3)).shortWindow().to(MINUTES));
        assertNear(
                7,
                BASE.withShortWindow(minutes(7))
                        .withLongWindow(hours(3))
                        .shortWindow()
                        .to(MINUTES));
    }

    @Test
    void threshold() {
        assertNear(14.4, BASE.burnRate().rate().value());
        assertNear(0.0144, BASE.threshold().value());
    }

    /**
     * The budget of 90 % is 10 %, so 14.4 is 144 %; 93.055… % is where everything failing just reaches it: 1 − 1 ÷
     * 14.4.
     */
    @Test
    void canFire() {
        assertThat(BASE.canFire()).isTrue();
        assertThat(at(90).canFire()).isFalse();
        assertNear(1.44, at(90).threshold().value());
        assertThat(at(93.05).canFire()).isFalse();
        assertThat(at(93.06).canFire()).isTrue();
    }

    /** A burn rate of 100 at 99 % is 100 %, whatever the last bits. */
    @Test
    void canFire_atTheLimit() {
        Alert limit = Alert.builder()
                .slo(Slo.of(percentUp(99), days(30)))
                .budgetSpent(percent(100))
                .longWindow(hours(7.2))
                .build();
        assertNear(1, limit.threshold().value());
        assertThat(limit.canFire()).isTrue();
        assertThat(limit.firesAt(percent(100))).isTrue();
    }

    private static Alert at(double percent) {
        return BASE.withSlo(Slo.of(percentUp(percent), days(30)));
    }

    /** slo-generator rounds the burn rate to one decimal first: 14.36 would pass for 14.4. */
    @Test
    void firesAt_isNotRounded() {
        assertThat(BASE.firesAt(percent(1.436))).isFalse();
        assertThat(BASE.firesAt(percent(1.44))).isTrue();
        assertThat(BASE.firesAt(percent(1.444))).isTrue();
    }

    /**
     * The Site Reliability Workbook, chapter 5, tables 5-1, 5-2 and 5-5, for 99.9 % and a complete outage: 10 min at a
     * burn rate of 1 notice it after 0.6 s; 36 h, in which that spends 5 % of the budget, after 2 min 10 s; 5 % in 1 h
     * are a burn rate of 36, and the alert goes on for 58 min.
     */
    @Test
    void workbook() {
        Alert tenMinutes = BASE.withLongWindow(minutes(10)).withBudgetSpent(percent(100 / 4320.0));
        assertNear(1, tenMinutes.burnRate().rate().value());
        assertNear(0.6, tenMinutes.detectionTime(percent(100)).to(SECONDS));
        Alert slow = BASE.withLongWindow(hours(36)).withBudgetSpent(percent(5));
        assertThat(slow.detectionTime(percent(100)).to(SECONDS)).isCloseTo(130, within(0.5));
        Alert hour = BASE.withBudgetSpent(percent(5)).withShortWindow(hours(1));
        assertNear(36, hour.burnRate().rate().value());
        assertThat(hour.resetTime(percent(100)).to(MINUTES)).isCloseTo(58, within(0.5));
    }

    /** There: (1 − SLO) ÷ error ratio × window × burn rate, at a burn rate of 36 and in an hour 2.16 min. */
    @Test
    void detectionTime() {
        Alert burn36 = BASE.withBudgetSpent(percent(5));
        assertNear(36, burn36.burnRate().rate().value());
        assertNear(129.6, burn36.detectionTime(percent(100)).to(SECONDS));
        assertNear(8.64, BASE.detectionTime(percent(10)).to(MINUTES));
        assertNear(60, BASE.detectionTime(percent(1.44)).to(MINUTES));
    }

    /** Errors for the detection time spend the alert's part of the budget: 8.64 min at 10 % are 0.864 of 43.2 min. */
    @Test
    void budgetSpent_whenItFires() {
        Share errors = percent(10);
        double spent = BurnRate.ofErrorRate(SLO, errors)
                .budgetSpentIn(BASE.detectionTime(errors))
                .value();
        assertNear(0.02, spent);
    }

    /** Of 5 min the mean falls from 10 to 1.44 % after 8.56/10 of them; from 1.44 % at once. */
    @Test
    void resetTime() {
        assertNear(4.28, BASE.resetTime(percent(10)).to(MINUTES));
        assertNear(0, BASE.resetTime(percent(1.44)).to(MINUTES));
    }

    @Test
    void detectionTime_never() {
        String reason = "alert threshold (×0.0144)";
        assertNoAnswer(
                () -> BASE.detectionTime(percent(1)),
                "long window (1 h) × " + reason
                        + " ÷ error rate (1%) has no answer: the error rate is below the threshold, and"
                        + " the alert does not fire");
        assertNoAnswer(
                () -> BASE.resetTime(percent(0)),
                "errorRate must be at least alert threshold, which is 0.0144, but was 0%");
    }

    @Test
    void detectionTime_explain() {
        assertThat(BASE.detectionTime(between(percent(5), percent(20))).explain())
                .hasToString("""
                assumed
                  long window  = 1 h
                  window       = 30 d
                  budget spent = 2%
                  objective    = 99.9%
                  error rate   = 10.29% (5% … 20%)
                calculated
                  burn rate = window ÷ long window × budget spent
                            = 30 d ÷ 1 h × 2%
                            = ×14.4
                  error budget = 1 − objective
                               = 1 − 99.9%
                               = 0.1%
                  alert threshold = burn rate × error budget
                                  = 14.4 × 0.1%
                                  = ×0.0144
                  detection time = long window × alert threshold ÷ error rate
                                 = 1 h × 0.0144 ÷ 10.29%
                                 = 8.396 min (4.3 … 17)""");
    }

    @Test
    void toString_saysWhen() {
        assertThat(BASE)
                .hasToString("page at ×14.4, 1.44% of requests failing over 1 h and 5 min: 2% of the budget spent");
        assertThat(at(90)).hasToString("page at ×14.4, 144% of requests failing over 1 h and 5 min: cannot fire");
        assertThat(Alert.builder()).hasToString("alert, not built yet: go on with what is known, end with build()");
    }

    @Test
    void windows_notInOrder() {
        assertRefused(
                () -> BASE.withLongWindow(days(31)), "longWindow must be at most window, which is 30 d, but was 31 d");
        assertRefused(
                () -> BASE.withShortWindow(hours(2)),
                "shortWindow must be at most long window, which is 1 h, but was 2 h");
        assertRefused(() -> BASE.withShortWindow(seconds(0)), "shortWindow must be above zero but was 0 s");
    }

    @Test
    void budgetSpent_none() {
        assertRefused(() -> BASE.withBudgetSpent(percent(0)), "budgetSpent must be above 0% but was 0%");
    }

    @Test
    void severity_blank() {
        assertRefused(() -> BASE.withSeverity(" "), "severity must not be blank");
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }

    private static void assertNoAnswer(ThrowingCallable call, String message) {
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(call).withMessage(message);
    }

    /** 2 % of 30 d in 1.4399 h is a burn rate of 10.0007, which at 90 % is a little more than everything. */
    @Test
    void toString_cannotFireByLittle() {
        Alert alert = Alert.builder()
                .slo(Slo.of(percentUp(90), days(30)))
                .budgetSpent(percent(2))
                .longWindow(hours(1.4399))
                .build();
        assertThat(alert.toString()).contains("100.01% of requests failing").endsWith("cannot fire");
    }

    /** 5 min × (1 − 1.44 % ÷ 5 %) and ÷ 23 %: no draws. */
    @Test
    void resetTime_ofARangeIsExact() {
        TimeSpan reset = BASE.resetTime(uniform(percent(4), percent(24)));
        assertThat(Simulation.of(reset).isExact()).isTrue();
        assertNear(5 * (1 - 1.44 / 5), reset.p5().to(MINUTES), 1e-9);
        assertNear(5 * (1 - 1.44 / 23), reset.p95().to(MINUTES), 1e-9);
    }
}
