package dev.estimator.slo;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.graph.Bound.Side;
import dev.estimator.internal.input.Refusal;
import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Share;
import java.io.Serializable;

/**
 * A service level indicator: how many of all events were bad, such as requests that failed or were too slow, or minutes
 * of downtime.
 *
 * <p>Indicators of several services add up event by event, so that each weighs as much as its requests; their
 * percentages do not.
 *
 * @param failed the bad events, at most all
 * @param total all events, good and bad, above zero
 * @see "B. Beyer et al. (eds.), The Site Reliability Workbook, O'Reilly 2018, chapter 2"
 */
public record Sli(Count failed, Count total) implements Serializable {
    /**
     * Checks the inputs.
     *
     * @param failed the bad events, at most all
     * @param total all events, good and bad, above zero
     */
    public Sli {
        total = Refusal.aboveZero(Refusal.named(total, "total"), "total");
        failed = Refusal.kept(Refusal.named(failed, "failed"), "failed", Side.AT_MOST, total);
    }

    /**
     * Obtains an indicator.
     *
     * @param failed the bad events
     * @param total all events, good and bad, above zero
     * @return the indicator
     * @throws IllegalArgumentException if there are no events, or fewer than failed
     */
    public static Sli of(Count failed, Count total) {
        return new Sli(failed, total);
    }

    /**
     * Returns the part of the events that was bad.
     *
     * @return {@code failed ÷ total}
     */
    public Share errorRate() {
        return failed.div(total).toShare().named("error rate");
    }

    /**
     * Returns the part of the events that was good.
     *
     * @return {@code 1 − failed ÷ total}, with all the digits of the failures
     */
    public Availability availability() {
        return Availability.ofUnavailability(errorRate()).named("availability");
    }

    /**
     * Returns whether an objective is met: compared with all digits, so that 99.8996 % is not 99.9 %.
     *
     * @param slo the objective
     * @return whether {@code failed ÷ total ≤ 1 − objective}
     */
    public boolean meets(Slo slo) {
        return errorRate().compareTo(requireNonNull(slo, "slo").errorBudget()) <= 0;
    }

    /**
     * Returns the indicator of both.
     *
     * @param other that of another service, or of another time
     * @return failed and total events of both
     */
    public Sli plus(Sli other) {
        return of(failed().plus(requireNonNull(other, "other").failed()), total().plus(other.total()));
    }

    /** Returns the indicator, as in '99.92% (3.1 nines): 800 of 1M failed'. */
    @Override
    public String toString() {
        return availability() + ": " + failed() + " of " + total() + " failed";
    }
}
