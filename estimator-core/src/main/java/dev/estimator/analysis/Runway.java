package dev.estimator.analysis;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.graph.Grown;
import dev.estimator.internal.numeric.Rounding;
import dev.estimator.quantity.Simulation;
import dev.estimator.quantity.Summary;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.quantity.Units;

/**
 * The time for which something still fits, in everyday words: 'fits 9 y 3 months'.
 *
 * <p>A year has 365 d and a month a twelfth of that; parts of a month are dropped, so that nobody is promised too much.
 *
 * @param time the best guess, a plain number; beyond any number if it fits for ever
 * @param p5 the low end of its 90 % range, a plain number; the time itself if that is certain
 * @param p95 the high end
 * @param neverReached in what share of cases it fits for ever
 * @param when there is as much as was asked about: 'now', or 'in 7 y' of a storage that grows until then, or 'now, with
 *     disk as in 7 y' of a sum of which that is a part
 */
public record Runway(TimeSpan time, TimeSpan p5, TimeSpan p95, Probability neverReached, String when) {
    private static final int YEAR_MONTHS = 12;
    private static final int MOST_YEARS = 1000;

    /**
     * Checks that no component is null.
     *
     * @param time the best guess, a plain number; beyond any number if it fits for ever
     * @param p5 the low end of its 90 % range, a plain number; the time itself if that is certain
     * @param p95 the high end
     * @param neverReached in what share of cases it fits for ever
     * @param when there is as much as was asked about: 'now' or 'in 7 y'
     */
    public Runway {
        requireNonNull(time, "time");
        requireNonNull(p5, "p5");
        requireNonNull(p95, "p95");
        requireNonNull(neverReached, "neverReached");
        requireNonNull(when, "when");
    }

    /**
     * Obtains the words for a time.
     *
     * @param time how long it fits, such as from {@link Growth#runway}; may be a range
     * @return the time with its 90 % range
     * @throws ArithmeticException if the time has no answer for some values of its ranges
     */
    public static Runway of(TimeSpan time) {
        return of(time, Grown.when(requireNonNull(time, "time")).words());
    }

    /** The words for a time for which fits what is there at some time: 'now' or 'in 7 y'. */
    static Runway of(TimeSpan time, String when) {
        return of(Simulation.of(time).summary(time)).of(when);
    }

    /**
     * Obtains the words for a time that was simulated.
     *
     * @param time how long it fits
     * @return the time with its 90 % range
     */
    public static Runway of(Summary<TimeSpan> time) {
        return new Runway(
                requireNonNull(time, "time").bestGuess(),
                time.p5(),
                time.p95(),
                new Probability(time.probabilityBeyond()),
                Grown.NOW);
    }

    private Runway of(String other) {
        return new Runway(time, p5, p95, neverReached, other);
    }

    /**
     * Returns whether it fits at all.
     *
     * @return whether the best guess is above zero
     */
    public boolean isFitting() {
        return time.to(Units.DAYS) > 0;
    }

    /**
     * Returns 'fits 9 y 3 months', for a range 'fits 9 y 3 months (4 y … 21 y 1 month)'; 'does not fit now', or 'does
     * not fit what there is in 7 y (fits 0 months … 2 months)' if as much is only there then; or, if the limit may
     * never be reached, 'fits 9 y 3 months (4 y … for ever), for ever in 12% of cases'.
     */
    @Override
    public String toString() {
        String best = isFitting()
                ? "fits " + words(time)
                : "does not fit " + (when.equals(Grown.NOW) ? "" : "what there is ") + when;
        String range = p5.compareTo(p95) == 0
                ? best
                : best + " (" + (isFitting() ? "" : "fits ") + words(p5) + " … " + words(p95) + ")";
        return range + Growth.ReachedDate.inSome(range.endsWith("for ever") ? "" : ", for ever", neverReached);
    }

    /** Years and months, rounded down. */
    static String words(TimeSpan time) {
        if (time.isBeyond()) {
            return "for ever";
        }
        double total = Rounding.floor(Math.min(time.to(Units.MONTHS), YEAR_MONTHS * MOST_YEARS));
        if (total >= YEAR_MONTHS * MOST_YEARS) {
            return "more than " + MOST_YEARS + " years";
        }
        int years = (int) total / YEAR_MONTHS;
        int months = (int) total % YEAR_MONTHS;
        if (years == 0) {
            return months > 0 ? monthText(months) : time.to(Units.DAYS) > 0 ? "less than a month" : "0 months";
        }
        return years + " y" + (months > 0 ? " " + monthText(months) : "");
    }

    private static String monthText(int months) {
        return months + (months == 1 ? " month" : " months");
    }
}
