package dev.estimator.slo;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.graph.Bound.Side;
import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.input.Unbuilt;
import dev.estimator.internal.text.Percent;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import java.io.Serializable;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An alert that fires when a part of the error budget has been spent within a time, and is still being spent.
 *
 * <p>The mean error rate over both windows must reach the threshold: the long window shows that the errors matter, the
 * short one that they are not over yet. The answers are those of continuous measurement; add the interval of
 * evaluation.
 *
 * @see "B. Beyer et al. (eds.), The Site Reliability Workbook, O'Reilly 2018, chapter 5, 'Multiwindow, Multi-Burn-Rate
 *     Alerts'"
 */
@Value.Immutable
@SuppressWarnings("exports") // Value is needed at build time only
public abstract class Alert implements WithAlert, Serializable {
    private static final long serialVersionUID = 1L;

    private static final double SHORT_WINDOWS = 12;

    Alert() {}

    /**
     * Returns the objective whose budget is watched.
     *
     * @return the objective
     */
    public abstract Slo slo();

    /**
     * Returns the part of the budget that is spent when the alert fires.
     *
     * @return above zero
     */
    public abstract Share budgetSpent();

    /**
     * Returns the time over which that part is spent.
     *
     * @return the long window, at most that of the objective
     */
    public abstract TimeSpan longWindow();

    /**
     * Returns the short window that was set.
     *
     * @return at most the long window; nothing unless set
     */
    public abstract Optional<TimeSpan> statedShortWindow();

    /**
     * Returns the time over which the threshold must be reached as well, so that the alert ends soon after the errors
     * do.
     *
     * @return the short window that was set, else a twelfth of the long one
     */
    public TimeSpan shortWindow() {
        return statedShortWindow()
                .orElseGet(() -> Refusal.aboveZero(withinWindow().div(SHORT_WINDOWS), "shortWindow"));
    }

    /**
     * Returns this alert with another short window.
     *
     * @param shortWindow the short window, at most the long one
     * @return the alert
     */
    public Alert withShortWindow(TimeSpan shortWindow) {
        return withStatedShortWindow(requireNonNull(shortWindow, "shortWindow"));
    }

    /**
     * Returns how urgent the alert is.
     *
     * @return such as 'page' or 'ticket'; 'page' unless set
     */
    @Value.Default
    public String severity() {
        return "page";
    }

    @Value.Check
    void check() {
        budgetNamed();
        shortNamed();
        longNamed();
        Refusal.unreadable(severity(), "severity");
    }

    /**
     * Returns the burn rate at which the alert begins to fire.
     *
     * @return {@code budget spent × window ÷ long window}
     */
    public BurnRate burnRate() {
        return BurnRate.ofBudget(slo(), budgetNamed(), longNamed());
    }

    private Share budgetNamed() {
        return Refusal.aboveZero(budgetSpent().orNamed("budget spent"), "budgetSpent");
    }

    private TimeSpan longNamed() {
        return Refusal.kept(withinWindow(), "longWindow", Side.AT_LEAST, anyShort());
    }

    private TimeSpan withinWindow() {
        return Refusal.kept(longWindow().orNamed("long window"), "longWindow", Side.AT_MOST, slo().window());
    }

    private TimeSpan shortNamed() {
        return Refusal.kept(
                anyShort(), "shortWindow", Side.AT_MOST, longWindow().orNamed("long window"));
    }

    private TimeSpan anyShort() {
        return Refusal.aboveZero(shortWindow().orNamed("short window"), "shortWindow");
    }

    /**
     * Returns the error rate at which the alert begins to fire.
     *
     * @return {@code burn rate × (1 − objective)}; above 1 if the alert cannot fire
     */
    public Ratio threshold() {
        return burnRate().neededErrorRate().named("alert threshold");
    }

    /**
     * Returns whether any error rate can reach the threshold. At 90 %, a burn rate of 14.4 is an error rate of 144 %.
     *
     * @return whether the threshold is at most 100 %
     */
    public boolean canFire() {
        return burnRate().isPossible();
    }

    /**
     * Returns whether an error rate that goes on makes the alert fire. Nothing is rounded before the comparison.
     *
     * @param errorRate the share of requests that fail
     * @return whether it is at least the threshold
     */
    public boolean firesAt(Share errorRate) {
        return UntilFiring.isReached(
                threshold().value(), requireNonNull(errorRate, "errorRate").value());
    }

    /**
     * Returns how long errors go on before the alert fires.
     *
     * @param errorRate the share of requests that fail, at least the threshold
     * @return {@code long window × threshold ÷ error rate}
     * @throws ArithmeticException if the error rate is below the threshold
     */
    public TimeSpan detectionTime(Share errorRate) {
        return TimeSpan.computed(
                        "{0} × {1} ÷ {2}",
                        new UntilFiring(),
                        longNamed(),
                        threshold(),
                        Refusal.named(errorRate, "errorRate", "error rate"))
                .named("detection time");
    }

    /**
     * Returns how long the alert goes on after errors that lasted for the short window at least.
     *
     * @param errorRate the share of requests that failed, at least the threshold
     * @return {@code short window × (1 − threshold ÷ error rate)}
     * @throws ArithmeticException if the error rate is below the threshold
     */
    public TimeSpan resetTime(Share errorRate) {
        Ratio threshold = threshold();
        Share errors = Refusal.named(errorRate, "errorRate", "error rate");
        Share firing = Refusal.answerable(errors, "errorRate", Side.AT_LEAST, threshold);
        return shortNamed().times(threshold.div(firing).toShare().complement()).named("reset time");
    }

    /**
     * Returns when the alert fires, as in 'page at ×14.4, 1.44% of requests failing over 1 h and 5 min: 2% of the
     * budget spent'.
     */
    @Override
    public String toString() {
        return severity() + " at " + burnRate().rate() + ", "
                + Percent.of(threshold().value()) + " of requests failing over "
                + longWindow() + " and " + shortWindow() + ": "
                + (canFire() ? budgetSpent() + " of the budget spent" : "cannot fire");
    }

    /**
     * Begins an alert.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the numbers of an alert. */
    public static final class Builder extends ImmutableAlert.Builder {
        Builder() {}

        /**
         * Sets the short window.
         *
         * @param shortWindow at most the long window
         * @return this builder
         */
        public Builder shortWindow(TimeSpan shortWindow) {
            return statedShortWindow(requireNonNull(shortWindow, "shortWindow"));
        }

        /** Returns what is being built, and that {@code build()} is still to be called. */
        @Override
        public String toString() {
            return Unbuilt.of("alert");
        }
    }
}
