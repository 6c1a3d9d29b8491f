package dev.estimator.slo;

import dev.estimator.internal.input.Refusal;
import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import java.io.Serializable;

/**
 * A service level objective, such as '99.9% over 30 d': the share of events that must be good, and the window over
 * which they are counted.
 *
 * <p>The rest, {@code 1 − objective}, may be bad: it is the error budget. It is spent in time down or in failed
 * requests; both are the same budget if requests come evenly. The window is part of the objective: 99.9 % are 43.2 min
 * down in 30 d, and 10.08 min in 7 d.
 *
 * @param objective the share that must be good, above 0 % and below 100 %
 * @param window the time over which it is counted, rolling or from a date on, above zero
 * @see "B. Beyer et al. (eds.), Site Reliability Engineering, O'Reilly 2016, chapters 3 and 4"
 */
public record Slo(Availability objective, TimeSpan window) implements Serializable {
    /**
     * Checks the inputs.
     *
     * @param objective the share that must be good, above 0 % and below 100 %
     * @param window the time over which it is counted, rolling or from a date on, above zero
     */
    public Slo {
        objective = Refusal.named(objective, "objective");
        double bad = objective.unavailability().value();
        Refusal.unless(
                bad > 0,
                "objective",
                "below 100%",
                objective,
                "at 100% there is no error budget, and any failure breaks it");
        Refusal.unless(bad < 1, "objective", "above 0%", objective, "at 0% nothing can break it");
        objective = Refusal.between(objective, "objective", Availability.of(0), Availability.of(1));
        window = Refusal.aboveZero(Refusal.named(window, "window"), "window");
    }

    /**
     * Obtains an objective.
     *
     * @param objective the share of time or of requests that must be good, above 0 % and below 100 %
     * @param window the time over which it is counted, above zero
     * @return the objective
     * @throws IllegalArgumentException if the objective is 0 % or 100 %, or the window is zero
     */
    public static Slo of(Availability objective, TimeSpan window) {
        return new Slo(objective, window);
    }

    /**
     * Returns the error budget: the share that may be bad.
     *
     * @return {@code 1 − objective}
     */
    public Share errorBudget() {
        return objective.unavailability().named("error budget");
    }

    /**
     * Returns how long everything may be down in the window, if that is all the budget is spent on.
     *
     * @return {@code window × (1 − objective)}
     */
    public TimeSpan allowedDowntime() {
        return window.times(errorBudget()).named("allowed downtime");
    }

    /**
     * Returns how many of the window's requests may fail.
     *
     * @param requests how many there are in the window
     * @return {@code requests × (1 − objective)}, not rounded; {@link Count#floor()} makes whole requests of it
     */
    public Count allowedFailures(Count requests) {
        return Refusal.named(requests, "requests").times(errorBudget()).named("allowed failures");
    }

    /**
     * Returns how many requests may fail in the window at a request rate.
     *
     * @param requestRate the mean request rate over the window
     * @return {@code request rate × window × (1 − objective)}
     */
    public Count allowedFailures(Qps requestRate) {
        return allowedFailures(Refusal.named(requestRate, "requestRate", "request rate")
                .times(window)
                .named("requests"));
    }

    /** The objective and the window alone. */
    String label() {
        return objective + " over " + window;
    }

    /**
     * Returns the objective and what it allows, as in '99.9% (3 nines) over 30 d: may be down for 43 min, or fail 1 of
     * 1k requests'.
     */
    @Override
    public String toString() {
        return label() + ": may be down for " + allowedDowntime() + ", or fail 1 of " + oneOf() + " requests";
    }

    private Count oneOf() {
        return Count.of(1).div(errorBudget());
    }
}
