package dev.estimator.analysis;

import dev.estimator.internal.numeric.Rounding;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.quantity.Units;
import java.time.LocalDate;

/**
 * The day on which a limit is reached, such as '2029-07-25 (2028-01-01 … 2033-05-06)'.
 *
 * @param date the best guess
 * @param p5 the early end of its 90 % range: with 5 % probability the limit is reached by then; the date itself if that is
 *     certain
 * @param p95 the late end; what is beyond every calendar is {@link LocalDate#MAX}
 */
public record ReachedDate(LocalDate date, LocalDate p5, LocalDate p95) {
    private static final int LAST_YEAR = 9999;

    /**
     * Obtains the day on which a runway ends.
     *
     * @param start the day from which it counts
     * @param runway how long something fits
     * @return so many whole days after the start
     */
    public static ReachedDate of(LocalDate start, Runway runway) {
        return new ReachedDate(after(start, runway.time()), after(start, runway.p5()), after(start, runway.p95()));
    }

    /** Returns the day, with its 90 % range if it is uncertain. */
    @Override
    public String toString() {
        return p5.equals(p95) ? text(date) : text(date) + " (" + text(p5) + " … " + text(p95) + ")";
    }

    private static LocalDate after(LocalDate start, TimeSpan time) {
        double days = Rounding.floor(time.to(Units.DAYS));
        long left = LocalDate.MAX.toEpochDay() - start.toEpochDay();
        return start.plusDays((long) Math.min(days, (double) left));
    }

    private static String text(LocalDate date) {
        return date.getYear() > LAST_YEAR ? "after the year " + LAST_YEAR : date.toString();
    }
}
