package dev.estimator.slo;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.graph.Bound.Side;
import dev.estimator.internal.input.Refusal;
import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import java.io.Serializable;

/**
 * An objective that counts good slices of time, in place of good requests: a minute is good if enough of its requests
 * are.
 *
 * <p>Within a good slice errors cost nothing, and a bad one costs all of itself. So a few errors at all times can stay
 * unnoticed, and a quiet night weighs as much as the busy hour. With even traffic, {@code objective × slice objective}
 * of the requests are sure to be good, which {@link #goodRequestsAtLeast()} states.
 *
 * @param slo the share of slices that must be good, and the window
 * @param slice how long a slice is, above zero
 * @param sliceObjective the share of requests that must be good in a slice, above 0 %; at 100 % any failure makes a
 *     slice bad
 * @see "OpenSLO specification, version 1, budgetingMethod Timeslices: timeSliceTarget, timeSliceWindow"
 */
public record Timeslices(Slo slo, TimeSpan slice, Availability sliceObjective) implements Serializable {
    /**
     * Checks the inputs.
     *
     * @param slo the share of slices that must be good, and the window
     * @param slice how long a slice is, above zero
     * @param sliceObjective the share of requests that must be good in a slice, above 0 %; at 100 % any failure makes a
     *     slice bad
     */
    public Timeslices {
        requireNonNull(slo, "slo");
        TimeSpan some = Refusal.aboveZero(Refusal.named(slice, "slice"), "slice");
        slice = Refusal.kept(some, "slice", Side.PART, slo.window());
        sliceObjective = Refusal.named(sliceObjective, "sliceObjective", "slice objective");
        Refusal.unless(
                sliceObjective.unavailability().value() < 1,
                "sliceObjective",
                "above 0%",
                sliceObjective,
                "at 0% every slice is good");
        sliceObjective = Refusal.kept(sliceObjective, "sliceObjective", Side.ABOVE, Availability.of(0));
    }

    /**
     * Obtains an objective over slices.
     *
     * @param slo the share of slices that must be good, and the window
     * @param slice how long a slice is; a whole number of them must make the window
     * @param sliceObjective the share of requests that must be good in a slice for it to be good, above 0 %
     * @return the objective
     * @throws IllegalArgumentException if the slices do not fill the window, or the objective of a slice is 0 %
     */
    public static Timeslices of(Slo slo, TimeSpan slice, Availability sliceObjective) {
        return new Timeslices(slo, slice, sliceObjective);
    }

    /**
     * Returns how many slices the window has.
     *
     * @return {@code ⌊window ÷ slice⌋}, where a quotient that is whole but for rounding counts as whole
     */
    public Count slices() {
        return slo().window().div(slice).floor().named("slices");
    }

    /**
     * Returns how many slices may be bad.
     *
     * @return {@code ⌊slices × (1 − objective)⌋}
     */
    public Count allowedBadSlices() {
        return slices().times(slo().errorBudget()).floor().named("allowed bad slices");
    }

    /**
     * Returns whether a slice is bad.
     *
     * @param errorRate the share of its requests that fail
     * @return whether {@code error rate > 1 − slice objective}; a rate that differs from the limit by rounding only is
     *     not
     */
    public boolean isBad(Share errorRate) {
        return requireNonNull(errorRate, "errorRate").value() > sliceErrors().value() * (1 + 1e-12);
    }

    /**
     * Returns the share of slices that is good, given the bad ones.
     *
     * @param badSlices the bad slices in the window
     * @return {@code 1 − bad slices ÷ slices}
     * @throws IllegalArgumentException if there are more bad slices than slices
     */
    public Availability goodSlices(Count badSlices) {
        Count some = Refusal.named(badSlices, "badSlices", "bad slices");
        Share bad = Refusal.kept(some, "badSlices", Side.AT_MOST, slices())
                .div(slices())
                .toShare()
                .named("part of slices that is bad");
        return Availability.ofUnavailability(bad).named("good slices");
    }

    /**
     * Returns how much of the budget a number of bad slices spends. The budget itself is not rounded to whole slices.
     *
     * @param badSlices the bad slices in the window
     * @return {@code bad slices ÷ (slices × (1 − objective))}; above 1 if the budget is overspent
     */
    public Ratio spent(Count badSlices) {
        return Refusal.named(badSlices, "badSlices", "bad slices")
                .div(slices().times(slo().errorBudget()).named("budget in slices"))
                .named("budget spent");
    }

    /**
     * Returns the longest outage within one slice that costs nothing, under even traffic.
     *
     * @return {@code slice × (1 − slice objective)}
     */
    public TimeSpan unnoticedOutage() {
        return slice.times(sliceErrors()).named("unnoticed outage");
    }

    /**
     * Returns how many requests are sure to be good if the objective is met and traffic is even. The rest may fail: as
     * many as a good slice allows in each of those, and all requests of bad slices.
     *
     * @return {@code objective × slice objective}
     */
    public Availability goodRequestsAtLeast() {
        return slo().objective().times(sliceObjective).named("good requests at least");
    }

    private Share sliceErrors() {
        return sliceObjective.unavailability().named("allowed errors in a slice");
    }

    /** Returns the budget in slices and in requests, as in '43 of 43,200 slices of 1 min may be bad ...'. */
    @Override
    public String toString() {
        return slo().label() + ": " + allowedBadSlices() + " of " + slices() + " slices of " + slice()
                + " may have less than " + sliceObjective() + " good; " + goodRequestsAtLeast()
                + " of requests are sure to be";
    }
}
