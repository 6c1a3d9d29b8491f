package dev.estimator.slo;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Quantities.hours;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Units.HOURS;
import static dev.estimator.quantity.Units.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class AlertPolicyTest {
    private static final Slo SLO = Slo.of(percentUp(99.9), days(30));
    private static final AlertPolicy BASE = AlertPolicy.of(SLO);

    /**
     * The Site Reliability Workbook, chapter 5, the parameters recommended for 99.9 %: long and short window, burn
     * rate, budget.
     */
    @Test
    void of_workbook() {
        assertAlert(BASE.alerts().get(0), "page", 1, 5, 14.4, 0.02);
        assertAlert(BASE.alerts().get(1), "page", 6, 30, 6, 0.05);
        assertAlert(BASE.alerts().get(2), "ticket", 72, 360, 1, 0.10);
        assertThat(BASE.alerts()).hasSize(3);
        assertThat(BASE.alertsThatCannotFire()).isEmpty();
    }

    private static void assertAlert(
            Alert alert, String severity, double hours, double minutes, double burnRate, double budget) {
        assertThat(alert.severity()).isEqualTo(severity);
        assertNear(hours, alert.longWindow().to(HOURS));
        assertNear(minutes, alert.shortWindow().to(MINUTES));
        assertNear(burnRate, alert.burnRate().rate().value());
        assertNear(budget, alert.budgetSpent().value());
    }

    @Test
    void toString_table() {
        assertThat(BASE).hasToString("""
                alerts on 99.9% (3 nines) over 30 d
                alert   over  and     budget spent  burn rate  error rate  outage noticed after
                page    1 h   5 min   2%            ×14.4      1.44%       52 s
                page    6 h   30 min  5%            ×6         0.6%        2.2 min
                ticket  3 d   6 h     10%           ×1         0.1%        4.3 min""");
    }

    /** 14.4 × 10 % is 144 %; 60 % is reached by everything after 0.6 × 6 h. */
    @Test
    void toString_cannotFire() {
        AlertPolicy weak = AlertPolicy.of(Slo.of(percentUp(90), SLO.window()));
        assertThat(weak.alertsThatCannotFire()).containsExactly(weak.alerts().get(0));
        assertThat(weak).hasToString("""
                alerts on 90% (1 nine) over 30 d
                alert   over  and     budget spent  burn rate  error rate  outage noticed after
                page    1 h   5 min   2%            ×14.4      144%        never: cannot fire
                page    6 h   30 min  5%            ×6         60%         3.6 h
                ticket  3 d   6 h     10%           ×1         10%         7.2 h""");
    }

    /** 10 % of 7 d in 3 d is slower than the objective allows. */
    @Test
    void toString_week() {
        assertThat(AlertPolicy.of(Slo.of(percentUp(99.95), days(7)))).hasToString("""
                alerts on 99.95% (3.3 nines) over 7 d
                alert   over  and     budget spent  burn rate  error rate  outage noticed after
                page    1 h   5 min   2%            ×3.36      0.168%      6 s
                page    6 h   30 min  5%            ×1.4       0.07%       15 s
                ticket  3 d   6 h     10%           ×0.233     0.0117%     30 s; fires though the budget would last""");
    }

    /** At 1 % the hour is not enough; the six are reached after 6 h × 0.6, before the 3 d after 7.2 h. */
    @Test
    void firstToFire() {
        List<Alert> alerts = BASE.alerts();
        assertThat(BASE.firstToFire(percent(5))).contains(alerts.get(0));
        assertThat(BASE.firstToFire(percent(1))).contains(alerts.get(1));
        assertThat(BASE.firstToFire(percent(0.1))).contains(alerts.get(2));
        assertThat(BASE.firstToFire(percent(0.09))).isEmpty();
    }

    /** Sloth, examples/windows/7d.yaml: 8 % in 1 h of 7 d. */
    @Test
    void of_ownAlerts() {
        Alert own = Alert.builder()
                .slo(Slo.of(percentUp(99.9), days(7)))
                .budgetSpent(percent(8))
                .longWindow(hours(1))
                .severity("wake up")
                .build();
        assertThat(AlertPolicy.of(own)).hasToString("""
                alerts on 99.9% (3 nines) over 7 d
                alert    over  and    budget spent  burn rate  error rate  outage noticed after
                wake up  1 h   5 min  8%            ×13.4      1.34%       48 s""");
    }

    @Test
    void of_differentObjectives() {
        Alert other = BASE.alerts().get(0).withSlo(Slo.of(SLO.objective(), days(28)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AlertPolicy.of(BASE.alerts().get(1), other))
                .withMessage(
                        "alerts must be on one objective but were on 99.9% (3 nines) over 30 d and on 99.9% (3 nines)"
                                + " over 28 d");
    }

    @Test
    void alerts_none() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AlertPolicy(List.of()))
                .withMessage("alerts must not be empty");
    }

    @Test
    void of_shortWindow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AlertPolicy.of(Slo.of(SLO.objective(), days(1))))
                .withMessage("longWindow must be at most window, which is 1 d, but was 3 d");
    }
}
