package dev.estimator.slo;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.graph.Bound.Side;
import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.numeric.Rounding;
import dev.estimator.internal.text.Percent;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import java.io.Serializable;

/**
 * What is left of an error budget after a part of the window, and how long it will last.
 *
 * <p>For a window that began on a date, {@code elapsed} is the time since then; requests are taken to come at the same
 * rate in the rest. A rolling window has elapsed as a whole: pass the window itself. An overspent budget has nothing
 * left and is exhausted now. If a range makes it overspent in some cases, those count as 0 in what is left; in
 * {@link #overspent()} all others count as 0.
 *
 * @param slo the objective
 * @param errorRate the share of requests, or of time, that was bad so far
 * @param elapsed how much of the window has gone by, above zero and at most the window; all of it if the window is
 *     rolling
 * @see "B. Beyer et al. (eds.), The Site Reliability Workbook, O'Reilly 2018, chapters 2 and 5"
 */
public record ErrorBudget(Slo slo, Share errorRate, TimeSpan elapsed) implements Serializable {
    /**
     * Obtains a budget from the error rate so far.
     *
     * @param slo the objective
     * @param errorRate the share of requests, or of time, that was bad so far
     * @param elapsed how much of the window has gone by, above zero; all of it if the window is rolling
     * @return the budget
     * @throws IllegalArgumentException if the time is zero or longer than the window
     */
    public static ErrorBudget of(Slo slo, Share errorRate, TimeSpan elapsed) {
        return new ErrorBudget(slo, errorRate, elapsed);
    }

    /**
     * Obtains a budget from the failed requests so far.
     *
     * @param slo the objective
     * @param sli failed and total requests so far
     * @param elapsed how much of the window has gone by, above zero; all of it if the window is rolling
     * @return the budget
     * @throws IllegalArgumentException if the time is zero or longer than the window
     */
    public static ErrorBudget of(Slo slo, Sli sli, TimeSpan elapsed) {
        return of(slo, requireNonNull(sli, "sli").errorRate(), elapsed);
    }

    /**
     * Obtains a budget from the time down so far.
     *
     * @param slo the objective
     * @param downtime the time down so far
     * @param elapsed how much of the window has gone by, above zero; all of it if the window is rolling
     * @return the budget
     * @throws IllegalArgumentException if {@code elapsed} is zero or longer than the window, or shorter than the time
     *     down
     */
    public static ErrorBudget ofDowntime(Slo slo, TimeSpan downtime, TimeSpan elapsed) {
        TimeSpan observed = observed(slo, elapsed);
        TimeSpan down = Refusal.kept(Refusal.named(downtime, "downtime"), "downtime", Side.AT_MOST, observed);
        return of(slo, down.div(observed).toShare().named("error rate"), observed);
    }

    /**
     * Checks the inputs.
     *
     * @param slo the objective
     * @param errorRate the share of requests, or of time, that was bad so far
     * @param elapsed how much of the window has gone by
     */
    public ErrorBudget {
        requireNonNull(errorRate, "errorRate");
        elapsed = observed(slo, elapsed);
    }

    private static TimeSpan observed(Slo slo, TimeSpan elapsed) {
        TimeSpan some = Refusal.aboveZero(Refusal.named(elapsed, "elapsed"), "elapsed");
        return Refusal.kept(
                some, "elapsed", Side.AT_MOST, requireNonNull(slo, "slo").window());
    }

    /**
     * Returns how many times as fast as the objective allows the budget was spent so far.
     *
     * @return {@code error rate ÷ (1 − objective)}
     */
    public BurnRate burnRate() {
        return BurnRate.ofErrorRate(slo(), errorRate());
    }

    /**
     * Returns how much of the window's budget is spent.
     *
     * @return {@code burn rate × elapsed ÷ window}; above 1 if the budget is overspent
     */
    public Ratio spent() {
        return burnRate().rate().times(elapsed.div(slo().window())).named("budget spent");
    }

    /**
     * Returns whether more than the whole budget is spent.
     *
     * @return whether {@code spent > 1}
     */
    public boolean isOverspent() {
        return Rounding.part(spent().value()) > 1;
    }

    /**
     * Returns how much of the budget is left.
     *
     * @return {@code 1 − spent}; 0 if it is overspent
     */
    public Share left() {
        return spent().min(Ratio.of(1)).toShare().complement().named("budget left");
    }

    /**
     * Returns how much more than the whole budget is spent.
     *
     * @return {@code spent − 1}, in budgets of the window; 0 if it is not overspent
     */
    public Ratio overspent() {
        return spent().max(Ratio.of(1)).minus(Ratio.of(1)).named("budget overspent");
    }

    /**
     * Returns how long everything may still be down.
     *
     * @return {@code left × window × (1 − objective)}; 0 if the budget is overspent
     */
    public TimeSpan downtimeLeft() {
        return slo().allowedDowntime().times(left()).named("downtime left");
    }

    /**
     * Returns how long the rest of the budget lasts, from now on, at the burn rate so far.
     *
     * @return {@code left × window ÷ burn rate}; 0 if nothing is left
     * @throws ArithmeticException if it lasts until the window ends, which at a burn rate of 1 or less it does
     */
    public TimeSpan timeToExhaustion() {
        return timeToExhaustion(burnRate().rate());
    }

    /**
     * Returns how long the rest of the budget lasts, from now on, at another burn rate, such as that of an incident. In
     * a rolling window, what was spent before stays spent in the meantime.
     *
     * @param burnRate the burn rate from now on
     * @return {@code left × window ÷ burn rate}; 0 if nothing is left
     * @throws ArithmeticException if it lasts until the window ends, in a rolling window at a burn rate of 1 or less
     */
    public TimeSpan timeToExhaustion(Ratio burnRate) {
        return TimeSpan.computed(
                        "{0} × {1} ÷ {2}",
                        new RemainingLasts(),
                        left(),
                        slo().window(),
                        Refusal.named(burnRate, "burnRate", "burn rate"),
                        elapsed)
                .named("time to exhaustion");
    }

    /**
     * Returns the rest of the budget, as in '99.9% (3 nines) over 30 d, after 10 d: 53.7% of the budget left, 23 min of
     * downtime; gone in 12 d ...'.
     */
    @Override
    public String toString() {
        return slo().label() + ", after " + elapsed() + ": " + (isOverspent() ? over() : remains()) + " a burn rate of "
                + burnRate().rate();
    }

    private String over() {
        return "budget overspent, " + Percent.of(spent().value()) + " of it used, "
                + slo().allowedDowntime().times(overspent()) + " too much, at";
    }

    private String remains() {
        return left() + " of the budget left, " + downtimeLeft() + " of downtime" + outlook();
    }

    private String outlook() {
        if (spent().isUncertain()) {
            return ", at"; // a range: the budget is gone now in some cases, and lasts in others
        }
        try {
            return "; gone in " + timeToExhaustion() + " at";
        } catch (ArithmeticException lasts) {
            return "; it lasts at";
        }
    }
}
