package dev.estimator.analysis;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.numeric.Rounding;
import dev.estimator.quantity.Quantities;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.quantity.Units;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Turns dates into the time since a start, and back. What grows by the month or the year is counted in months of the
 * calendar, long or short, and in parts of the month that has begun; anything else in days.
 *
 * @param start the day from which it counts
 * @param isMonthly whether months are counted
 */
record GrowthCalendar(LocalDate start, boolean isMonthly) {
    /** A day that is nearly over, but for the last digits of a quotient, is over. */
    private static final double FORGIVEN_DAYS = 1e-9;

    /** Obtains the calendar for a growth, which counts months if its period is a whole number of them. */
    static GrowthCalendar of(LocalDate start, TimeSpan period) {
        double months = period.to(Units.MONTHS);
        return new GrowthCalendar(start, months >= 1 && Rounding.floor(months) == Rounding.ceil(months));
    }

    /** Nobody plans for later, and the calendar of {@link LocalDate} has an end. */
    static void require(LocalDate date) {
        if (requireNonNull(date, "date").getYear() > Growth.ReachedDate.LAST_YEAR) {
            throw new IllegalArgumentException("date must be at most in the year 9999 but was " + date);
        }
    }

    TimeSpan until(LocalDate date) {
        require(date);
        if (date.isBefore(start)) {
            throw new IllegalArgumentException("date must not be before the start, " + start + ", but was " + date);
        }
        if (!isMonthly) {
            return Quantities.days((double) ChronoUnit.DAYS.between(start, date));
        }
        long months = wholeMonths(date);
        double days = (double) ChronoUnit.DAYS.between(start.plusMonths(months), date);
        return Quantities.months(months + days / daysOfMonth(months));
    }

    /**
     * The last day on which no more than that time has passed; never, or a day before that, if no calendar goes so far.
     */
    LocalDate after(TimeSpan time) {
        if (time.isBeyond()) {
            return Growth.ReachedDate.NEVER;
        }
        double months = time.to(Units.MONTHS);
        if (months >= ChronoUnit.MONTHS.between(start, Growth.ReachedDate.NEVER)) {
            return Growth.ReachedDate.NEVER.minusDays(1);
        }
        if (!isMonthly) {
            return start.plusDays((long) Rounding.floor(time.to(Units.DAYS) + FORGIVEN_DAYS));
        }
        long whole = (long) Rounding.floor(months);
        double days = Math.max(0, months - whole) * daysOfMonth(whole);
        return start.plusMonths(whole).plusDays((long) (days + FORGIVEN_DAYS));
    }

    /** From 31 January it is a month until 28 February, as for an invoice, though the 31st has not come. */
    private long wholeMonths(LocalDate date) {
        long months = ChronoUnit.MONTHS.between(start, date);
        return start.plusMonths(months + 1).isAfter(date) ? months : months + 1;
    }

    private double daysOfMonth(long months) {
        return (double) ChronoUnit.DAYS.between(start.plusMonths(months), start.plusMonths(months + 1));
    }
}
