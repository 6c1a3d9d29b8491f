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
    /** A day that lacks no more than this, the rounding error of a quotient, counts as over. */
    private static final double FORGIVEN_DAYS = 1e-9;

    /** Obtains the calendar for a growth, which counts months if its period is a whole number of them. */
    static GrowthCalendar of(LocalDate start, TimeSpan period) {
        double months = period.to(Units.MONTHS);
        return new GrowthCalendar(start, months >= 1 && Rounding.floor(months) == Rounding.ceil(months));
    }

    /** Refuses a date that is too far away to plan for, since the calendar of {@link LocalDate} has an end. */
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
     * The last day by which no more than the given time has passed; {@link LocalDate#MAX}, which reads 'never', or the
     * day before it if no calendar goes that far.
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

    /** Counts whole months as invoices do: from 31 January to 28 February is a month. */
    private long wholeMonths(LocalDate date) {
        long months = ChronoUnit.MONTHS.between(start, date);
        return start.plusMonths(months + 1).isAfter(date) ? months : months + 1;
    }

    private double daysOfMonth(long months) {
        return (double) ChronoUnit.DAYS.between(start.plusMonths(months), start.plusMonths(months + 1));
    }
}
