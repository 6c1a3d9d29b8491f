package dev.estimator.analysis;

import static java.util.Objects.requireNonNull;

import dev.estimator.quantity.Share;
import java.time.LocalDate;

/**
 * The day on which a limit is reached, such as '2029-07-25 (2028-01-01 … 2033-05-06)'. Made by
 * {@link Growth#reachedOn}.
 *
 * @param date the best guess; {@link LocalDate#MAX} is never
 * @param p5 the early end of its 90 % range: with 5 % probability the limit is reached by then; the date itself if that
 *     is certain
 * @param p95 the late end
 * @param never in what share of cases it is never reached
 */
public record ReachedDate(LocalDate date, LocalDate p5, LocalDate p95, Share never) {
    static final int LAST_YEAR = 9999;
    static final LocalDate NEVER = LocalDate.MAX;

    /**
     * Checks that all is there.
     *
     * @param date the best guess; {@link LocalDate#MAX} is never
     * @param p5 the early end of its 90 % range
     * @param p95 the late end
     * @param never in what share of cases it is never reached
     */
    public ReachedDate {
        requireNonNull(date, "date");
        requireNonNull(p5, "p5");
        requireNonNull(p95, "p95");
        requireNonNull(never, "never");
    }

    /**
     * Returns the day, with its 90 % range if it is uncertain: '2029-07-25 (2028-01-01 … never), never in 12% of
     * cases'.
     */
    @Override
    public String toString() {
        String range = p5.equals(p95) ? text(date) : text(date) + " (" + text(p5) + " … " + text(p95) + ")";
        return range + inSome(range.equals("never") ? "" : ", never", never);
    }

    /** 'never in 12% of cases', but nothing if that is always so or not at all. */
    static String inSome(String word, Share cases) {
        return cases.value() > 0 && cases.value() < 1 ? word + " in " + cases + " of cases" : "";
    }

    private static String text(LocalDate date) {
        if (date.equals(NEVER)) {
            return "never";
        }
        return date.getYear() > LAST_YEAR ? "after the year " + LAST_YEAR : date.toString();
    }
}
