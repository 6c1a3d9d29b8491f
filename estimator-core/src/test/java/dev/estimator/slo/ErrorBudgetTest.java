package dev.estimator.slo;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Quantities.minutes;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Units.DAYS;
import static dev.estimator.quantity.Units.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.estimator.quantity.Share;
import dev.estimator.quantity.Simulation;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ErrorBudgetTest {
    private static final Slo SLO = Slo.of(percentUp(99.9), days(30));

    /** 20 of the 43.2 min are spent, in a third of the window: 25/54, a burn rate of 25/18. */
    private static final ErrorBudget BASE = ErrorBudget.ofDowntime(SLO, minutes(20), days(10));

    /**
     * Site Reliability Engineering, chapter 3: a problem that fails 0.0002 % of a quarter's queries at 99.999 % spends
     * 20 % of it.
     */
    @Test
    void spent_sreBook() {
        ErrorBudget quarter = ErrorBudget.of(Slo.of(percentUp(99.999), days(91)), percent(0.0002), days(91));
        assertNear(0.2, quarter.spent().value());
        assertNear(0.8, quarter.left().value());
    }

    @Test
    void downtime() {
        assertNear(25 / 54.0, BASE.spent().value());
        assertNear(25 / 18.0, BASE.burnRate().rate().value());
        assertNear(29 / 54.0, BASE.left().value());
        assertNear(23.2, BASE.downtimeLeft().to(MINUTES));
        assertThat(BASE.isOverspent()).isFalse();
    }

    /** 43.2 min at 2 min a day last 21.6 d, of which 10 are over. */
    @Test
    void timeToExhaustion() {
        assertNear(11.6, BASE.timeToExhaustion().to(DAYS));
    }

    /** At 14.4 the 23.2 min left are gone after 23.2 min ÷ 1.44 %. */
    @Test
    void timeToExhaustion_atAnotherBurnRate() {
        assertNear(23.2 / 0.0144, BASE.timeToExhaustion(ratio(14.4)).to(MINUTES));
        assertNear(
                23.2 / 0.0144,
                ErrorBudget.of(SLO, BASE.errorRate().times(percent(100.0 / 3)), days(30))
                        .timeToExhaustion(ratio(14.4))
                        .to(MINUTES),
                1e-12);
    }

    /** 40 min in 20 d: 3.2 min are left for 10 d, which even a burn rate of 0.5 spends, in 3.2 min ÷ 0.05 % = 4.4 d. */
    @Test
    void timeToExhaustion_slowlyButLittleIsLeft() {
        ErrorBudget little = ErrorBudget.ofDowntime(SLO, minutes(40), days(20));
        assertNear(6400, little.timeToExhaustion(ratio(0.5)).to(MINUTES));
    }

    @Test
    void timeToExhaustion_afterTheWindow() {
        assertNoAnswer(
                () -> ErrorBudget.ofDowntime(SLO, minutes(10), days(10)).timeToExhaustion(),
                "budget left (76.85%) × window (30 d) ÷ burn rate (×0.6944) has no answer: what is left lasts until the window"
                        + " ends");
        assertNoAnswer(
                () -> BASE.timeToExhaustion(ratio(0)),
                "budget left (53.7%) × window (30 d) ÷ burn rate (×0) has no answer: what is left lasts until the window ends");
    }

    /** At exactly the rate that is allowed it ends with the window, fixed or rolling. */
    @Test
    void timeToExhaustion_atBurnRateOne() {
        ErrorBudget exact = ErrorBudget.ofDowntime(SLO, minutes(14.4), days(10));
        assertNear(1, exact.burnRate().rate().value());
        assertNoAnswer(
                exact::timeToExhaustion,
                "budget left (66.67%) × window (30 d) ÷ burn rate (×1) has no answer: what is left lasts until the window ends");
        assertNoAnswer(
                () -> ErrorBudget.ofDowntime(SLO, minutes(10), days(30)).timeToExhaustion(ratio(1)),
                "budget left (76.85%) × window (30 d) ÷ burn rate (×1) has no answer: what is left lasts until the window ends");
    }

    @Test
    void overspent() {
        ErrorBudget over =
                ErrorBudget.of(SLO, BASE.errorRate().plus(BASE.errorRate()).plus(BASE.errorRate()), BASE.elapsed());
        assertThat(over.isOverspent()).isTrue();
        assertNear(7 / 18.0, over.overspent().value(), 1e-12);
        assertNear(0, over.left().value());
        assertNear(0, over.downtimeLeft().to(MINUTES));
        assertNear(0, over.timeToExhaustion().to(MINUTES));
        assertNear(0, over.timeToExhaustion(ratio(0.3)).to(MINUTES));
        assertNear(0, BASE.overspent().value());
    }

    /** Of a rolling window too what is overspent is gone, however slowly it is spent from now on. */
    @Test
    void overspent_rollingWindow() {
        ErrorBudget over = ErrorBudget.ofDowntime(SLO, minutes(54), days(30));
        assertNear(0.25, over.overspent().value(), 1e-12);
        assertNear(0, over.timeToExhaustion(ratio(0.5)).to(MINUTES));
    }

    /**
     * 5 to 60 min of 43.2: in 11.3 % of cases more is spent than there was, and nothing is left; in Φ(ln(14.4 ÷ √300) ÷
     * (ln 12 ÷ 3.29)) = 40.3 % the burn rate is below 1. Between them the budget is gone after 30 d ÷ burn rate − 10 d.
     */
    @Test
    void overspent_inSomeCases() {
        ErrorBudget budget = ErrorBudget.ofDowntime(SLO, between(minutes(5), minutes(60)), days(10));
        assertNear(0, budget.left().p5().value());
        assertNear(1 - Math.sqrt(300) / 43.2, budget.left().p50().value(), 1e-4);
        assertNear(1 - 5 / 43.2, budget.left().p95().value(), 1e-3);
        assertNear(0, budget.overspent().p50().value());
        assertNear(60 / 43.2 - 1, budget.overspent().p95().value(), 1e-2);
        assertNear(
                30 / (Math.sqrt(300) / 14.4) - 10,
                budget.timeToExhaustion().p50().to(DAYS),
                1e-2);
        assertNear(0, budget.timeToExhaustion().p5().to(DAYS));
        assertThat(budget.timeToExhaustion())
                .hasToString("p50 15 d, p95 beyond any number: not used up in 40.3% of cases");
    }

    /** All of it and no more: nothing left, nothing too much. */
    @Test
    void spent_exactly() {
        ErrorBudget all = ErrorBudget.ofDowntime(SLO, minutes(43.2), days(10));
        assertThat(all.isOverspent()).isFalse();
        assertNear(0, all.left().value());
        assertNear(0, all.timeToExhaustion().to(DAYS));
    }

    /** 300 of a million in a rolling window of 99.9 % are 30 % of it. */
    @Test
    void of_requests() {
        ErrorBudget budget = ErrorBudget.of(SLO, Sli.of(count(300), count(1e6)), days(30));
        assertNear(0.3, budget.spent().value());
        assertThat(budget)
                .hasToString(
                        "99.9% (3 nines) over 30 d, after 30 d: 70% of the budget left, 30 min of downtime; it lasts at a"
                                + " burn rate of ×0.3");
    }

    @Test
    void left_explain() {
        assertThat(BASE.left().explain()).hasToString("""
                assumed
                  downtime  = 20 min
                  elapsed   = 10 d
                  objective = 99.9%
                  window    = 30 d
                calculated
                  error rate = downtime ÷ elapsed
                             = 20 min ÷ 10 d
                             = 0.1389%
                  error budget = 1 − objective
                               = 1 − 99.9%
                               = 0.1%
                  burn rate = error rate ÷ error budget
                            = 0.1389% ÷ 0.1%
                            = ×1.389
                  budget spent = burn rate × elapsed ÷ window
                               = 1.389 × 10 d ÷ 30 d
                               = ×0.463
                  budget left = 1 − min(budget spent, 1)
                              = 1 − min(0.463, 1)
                              = 53.7%""");
    }

    /** 2 to 60 min are 4.6 to 139 % of the budget, so that nothing is left at the upper end. */
    @Test
    void spent_range() {
        ErrorBudget budget = ErrorBudget.ofDowntime(SLO, between(minutes(2), minutes(60)), days(10));
        assertNear(2 / 43.2, budget.spent().p5().value(), 1e-6);
        assertNear(60 / 43.2, budget.spent().p95().value(), 1e-6);
        assertThat(budget)
                .hasToString(
                        "99.9% (3 nines) over 30 d, after 10 d: 74.6% (0% … 95.4%) of the budget left, 32 min (0 … 41)"
                                + " of downtime, at a burn rate of ×0.761 (×0.139 … ×4.17)");
    }

    @Test
    void toString_saysWhatIsLeft() {
        assertThat(BASE)
                .hasToString(
                        "99.9% (3 nines) over 30 d, after 10 d: 53.7% of the budget left, 23 min of downtime; gone in 12 d at"
                                + " a burn rate of ×1.39");
        assertThat(ErrorBudget.ofDowntime(SLO, minutes(60), days(10)))
                .hasToString(
                        "99.9% (3 nines) over 30 d, after 10 d: budget overspent, 139% of it used, 17 min too much, at a"
                                + " burn rate of ×4.17");
    }

    @Test
    void elapsed_notInTheWindow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ErrorBudget.of(SLO, BASE.errorRate(), days(31)))
                .withMessage("elapsed must be at most window, which is 30 d, but was 31 d");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ErrorBudget.of(SLO, BASE.errorRate(), seconds(0)))
                .withMessage("elapsed must be above zero but was 0 s");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ErrorBudget.ofDowntime(SLO, minutes(6), minutes(5)))
                .withMessage("downtime must be at most elapsed, which is 5 min, but was 6 min");
    }

    private static void assertNoAnswer(ThrowingCallable call, String message) {
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(call).withMessage(message);
    }

    /** One part in a million above the budget of 0.1 %. */
    @Test
    void toString_overspentByLittle() {
        Slo slo = Slo.of(percentUp(99.9), days(30));
        assertThat(ErrorBudget.of(slo, percent(0.1000001), days(30)).toString()).contains("100.0001% of it used");
    }

    /** Of 43.2 min 5 to 30 are spent: no draws. */
    @Test
    void left_ofARangeIsExact() {
        Share left = ErrorBudget.ofDowntime(SLO, between(minutes(5), minutes(30)), days(10))
                .left();
        assertThat(Simulation.of(left).isExact()).isTrue();
        assertNear(1 - 30 / 43.2, left.p5().value(), 1e-9);
        assertNear(1 - 5 / 43.2, left.p95().value(), 1e-9);
    }
}
