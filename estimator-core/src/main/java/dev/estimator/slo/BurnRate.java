package dev.estimator.slo;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.text.Percent;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import java.io.Serializable;

/**
 * How many times as fast as the objective allows an error budget is spent: at 1 it lasts exactly the window, at 14.4
 * one of 30 d is empty after 2.08 d, and 2 % of it after an hour.
 *
 * @param slo the objective whose budget is spent
 * @param rate how many times as fast as it allows, not rounded; 0 if nothing fails
 * @see "B. Beyer et al. (eds.), The Site Reliability Workbook, O'Reilly 2018, chapter 5, 'Alert on Burn Rate'"
 */
public record BurnRate(Slo slo, Ratio rate) implements Serializable {
    /**
     * Checks the inputs.
     *
     * @param slo the objective whose budget is spent
     * @param rate how many times as fast as it allows, not rounded; 0 if nothing fails
     */
    public BurnRate {
        requireNonNull(slo, "slo");
        rate = Refusal.named(rate, "rate", "burn rate");
    }

    /**
     * Obtains a burn rate.
     *
     * @param slo the objective whose budget is spent
     * @param rate how many times as fast as it allows
     * @return the burn rate
     */
    public static BurnRate of(Slo slo, Ratio rate) {
        return new BurnRate(slo, rate);
    }

    /**
     * Obtains the burn rate at an error rate: {@code error rate ÷ (1 − objective)}.
     *
     * @param slo the objective whose budget is spent
     * @param errorRate the share of requests that fail
     * @return the burn rate
     */
    public static BurnRate ofErrorRate(Slo slo, Share errorRate) {
        return of(
                requireNonNull(slo, "slo"),
                Refusal.named(errorRate, "errorRate", "error rate")
                        .div(slo.errorBudget())
                        .named("burn rate"));
    }

    /**
     * Obtains the burn rate that spends a part of the budget in a time: {@code budget spent × window ÷ time}.
     *
     * @param slo the objective whose budget is spent
     * @param budgetShare the part of the whole window's budget
     * @param time the time in which it is spent, above zero
     * @return the burn rate
     * @throws IllegalArgumentException if the time is zero
     */
    public static BurnRate ofBudget(Slo slo, Share budgetShare, TimeSpan time) {
        TimeSpan within = Refusal.aboveZero(Refusal.named(time, "time"), "time");
        return of(
                requireNonNull(slo, "slo"),
                slo.window()
                        .div(within)
                        .times(Refusal.named(budgetShare, "budgetShare", "budget spent"))
                        .named("burn rate"));
    }

    /**
     * Obtains the burn rate that empties a full budget in a time: {@code window ÷ time}.
     *
     * @param slo the objective whose budget is spent
     * @param time the time in which all of it is spent, above zero
     * @return the burn rate
     * @throws IllegalArgumentException if the time is zero
     */
    public static BurnRate ofExhaustion(Slo slo, TimeSpan time) {
        TimeSpan within = Refusal.aboveZero(Refusal.named(time, "time", "time to exhaustion"), "time");
        return of(requireNonNull(slo, "slo"), slo.window().div(within).named("burn rate"));
    }

    /**
     * Returns whether any error rate is high enough for this burn rate: everything failing burns at {@code 1 ÷ (1 −
     * objective)}, and nothing burns faster.
     *
     * @return whether {@code rate × (1 − objective) ≤ 100 %}
     */
    public boolean isPossible() {
        return PossibleErrorRate.isPossible(neededErrorRate().value());
    }

    /**
     * Returns the share of requests that fail at this burn rate.
     *
     * @return {@code rate × (1 − objective)}
     * @throws ArithmeticException if more than all requests would have to fail; then it is not {@link #isPossible()}
     */
    public Share errorRate() {
        return Share.computed("{0} × {1}", new PossibleErrorRate(), rate, slo().errorBudget())
                .named("error rate");
    }

    /** The error rate, which may be above 100 %. */
    Ratio neededErrorRate() {
        return rate.times(slo().errorBudget());
    }

    /**
     * Returns how much of the window's budget is spent in a time.
     *
     * @param time the time
     * @return {@code rate × time ÷ window}; above 1 if the budget does not last that long
     */
    public Ratio budgetSpentIn(TimeSpan time) {
        return rate.times(Refusal.named(time, "time").div(slo().window())).named("budget spent");
    }

    /**
     * Returns how long a full budget lasts.
     *
     * @return {@code window ÷ rate}, at most the window
     * @throws ArithmeticException if the rate is below 1: then the budget outlasts its window
     */
    public TimeSpan timeToExhaustion() {
        return TimeSpan.computed("{0} ÷ {1}", new FullBudgetLasts(), slo().window(), rate)
                .named("time to exhaustion");
    }

    /** Returns the rate and what it means, as in '×14.4: 1.44% of requests fail, a full budget lasts 2.1 d of 30 d'. */
    @Override
    public String toString() {
        String lasts = rate().value() < 1
                ? "the budget outlasts its " + slo().window()
                : "a full budget lasts " + timeToExhaustion() + (rate().isUncertain() ? ", of " : " of ")
                        + slo().window();
        return rate() + " for " + slo().objective() + ": "
                + (isPossible() ? errorRate() + " of requests fail, " + lasts : impossible());
    }

    private String impossible() {
        return "impossible, " + Percent.of(neededErrorRate().value()) + " of requests would have to fail";
    }
}
