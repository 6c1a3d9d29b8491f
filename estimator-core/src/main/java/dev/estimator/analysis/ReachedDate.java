package dev.estimator.analysis;

import java.time.LocalDate;

/**
 * The day on which a limit is reached, such as '2029-07-25 (2028-01-01 … 2033-05-06)'. Made by {@link Growth#reachedOn}.
 *
 * @param date the best guess
 * @param p5 the early end of its 90 % range: with 5 % probability the limit is reached by then; the date itself if that is
 *     certain
 * @param p95 the late end; what is beyond every calendar is {@link LocalDate#MAX}
 */
public record ReachedDate(LocalDate date, LocalDate p5, LocalDate p95) {
    private static final int LAST_YEAR = 9999;

    /** Returns the day, with its 90 % range if it is uncertain. */
    @Override
    public String toString() {
        return p5.equals(p95) ? text(date) : text(date) + " (" + text(p5) + " … " + text(p95) + ")";
    }

    private static String text(LocalDate date) {
        return date.getYear() > LAST_YEAR ? "after the year " + LAST_YEAR : date.toString();
    }
}
