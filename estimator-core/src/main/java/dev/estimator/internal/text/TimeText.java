package dev.estimator.internal.text;

import static dev.estimator.internal.text.Precision.DERIVATION;
import static dev.estimator.internal.text.Precision.SUMMARY;

import dev.estimator.internal.unit.Dimension;
import dev.estimator.internal.unit.Scale;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lengths of time: '20 ms', '3 months', '730 h'. One below a thousandth of a nanosecond is as good as none: it is
 * written 'below 0.001 ns', which nothing reads back, for it is no number.
 */
final class TimeText {
    private static final List<Scale> DERIVED_TIMES = Dimension.TIMES.subList(0, Dimension.TIMES.size() - 1);
    private static final List<Scale> SECONDS_AND_UP = DERIVED_TIMES.subList(3, DERIVED_TIMES.size());
    private static final double MONTH = 2_628_000;
    private static final double YEAR = 12 * MONTH;

    /** Up to here people say months, '15 months', unless it is as short in years: '1.5 y'. */
    private static final int MOST_MONTHS = 24;

    private static final int DIGITS_OF_YEARS = 3;

    /** In seconds: what comes of it stays in seconds, as the 300,000 s of three such days. */
    private static final double ROUGH_DAY = 1e5;

    private static final double LEAST = 1e-12;

    /** Of these, and of a few ms, people write thousands with all digits. */
    private static final Set<String> COUNTED_ONE_BY_ONE = Set.of("s", "d");

    private static final Set<String> COUNTED_SHORT = Set.of("s", "min");

    private static final double LEAST_COUNTED = 1000;

    private static final double MOST_COUNTED = 10_000;

    private static final int DIGITS_OF_COUNTED = 4;

    private static final double MOST = 1e7;

    /** So many letters longer is what people would rather write. */
    private static final int UNCOUNTED = 3;

    /** A mean year of 365.2425 d is shown as that. */
    private static final int EXACT_DIGITS = 7;

    private TimeText() {}

    /** As an answer, with two digits; whole months, which are not whole days, in months. */
    static String summary(double value) {
        if (value < LEAST) {
            return none(value);
        }
        return isInMonths(value) ? months(value) : QuantityWriter.spaced(Dimension.TIMES, value, SUMMARY);
    }

    static String in(double value, Precision precision) {
        return value < LEAST ? none(value) : QuantityWriter.spaced(Dimension.TIMES, value, precision);
    }

    private static String none(double value) {
        return value == 0 ? "0 s" : "below 0.001 ns";
    }

    /**
     * Whether what it is written as is no round number of thousands of seconds or minutes, as a calculation leaves:
     * 3,599 s are typed, and so is a round day.
     */
    static boolean isCustomary(double value) {
        boolean isTyped = value == ROUGH_DAY || value == Double.POSITIVE_INFINITY;
        @Nullable Scale unit = isTyped ? null : ExactUnits.ofOne(Dimension.TIME, value, SUMMARY);
        if (unit == null || !COUNTED_SHORT.contains(unit.symbol())) {
            return true;
        }
        double amount = unit.fromCanonical(value);
        return amount < LEAST_COUNTED || (amount < MOST_COUNTED && ExactUnits.digitsOf(amount) == DIGITS_OF_COUNTED);
    }

    static boolean isInMonths(double value) {
        boolean isInYears = value >= YEAR && ExactUnits.digitsOf(value / YEAR) < DIGITS_OF_YEARS;
        return areMonths(value) && !isInYears;
    }

    /** Whether it is a number of months, in which people would tell it beside others. */
    static boolean areMonths(double value) {
        double months = ExactUnits.quotient(value / MONTH).doubleValue();
        return months >= 1 && months <= MOST_MONTHS && isWhole(months);
    }

    private static String months(double value) {
        long months = Math.round(value / MONTH);
        return months + (months == 1 ? " month" : " months");
    }

    /**
     * As a step that was calculated, with four digits. Several years or months are that, but one of them says how long
     * it is: '7 y', '3 months', '730 h', '365 d'. What is short in a smaller unit is written in it: '25 h', but '2.222
     * h'.
     */
    static String derivation(double value) {
        return exact(value, value % ROUGH_DAY == 0)
                .orElseGet(() -> QuantityWriter.spaced(DERIVED_TIMES, value, DERIVATION));
    }

    private static Optional<String> exact(double value, boolean isRough) {
        if (value < LEAST) {
            return Optional.of(none(value));
        }
        if (isInMonths(value) && value > MONTH) {
            return Optional.of(months(value));
        }
        double years = value / YEAR;
        int ofYears = isRough || isWhole(years) ? DIGITS_OF_YEARS : 0;
        if (years > 1 && QuantityWriter.digits(years) <= ofYears) {
            return Optional.of(Numerals.grouped(Numerals.decimal(years)) + " y");
        }
        for (int i = SECONDS_AND_UP.size() - 1; i >= 0; i--) {
            Scale unit = SECONDS_AND_UP.get(i);
            double amount = unit.fromCanonical(value);
            boolean isCounted =
                    unit.symbol().equals("d") || (isRough && unit.symbol().equals("s"));
            if (amount >= 1
                    && amount < (isCounted ? MOST : LEAST_COUNTED)
                    && QuantityWriter.digits(amount) <= EXACT_DIGITS) {
                return Optional.of(Numerals.grouped(Numerals.decimal(amount)) + " " + unit.symbol());
            }
        }
        return Optional.empty();
    }

    /** What somebody typed: '7 y', '2.5 y', '36 h', '8,000 s'; one month or year says how long it is. */
    static String typed(double value) {
        boolean areMonths = isInMonths(value) && value > MONTH;
        @Nullable Scale unit = areMonths || value == YEAR ? null : shortest(value, EXACT_DIGITS);
        return unit == null ? derivation(value) : number(unit, value) + " " + unit.symbol();
    }

    /**
     * The unit in which an exact number is the shortest: '36 h' and not 1.5 d, '90 s', '252 h'. The letters of the unit
     * are not part of it, for ten minutes are not '600 s'. Of two that are as short the one with fewer digits is taken,
     * '1,500 h' and '6.5 d', then the shorter unit, '150 s', but of longer numbers the larger, '10.08 min'. Null if
     * none says it in so many digits.
     */
    static @Nullable Scale shortest(double value, int mostDigits) {
        @Nullable Scale best = null;
        int least = Integer.MAX_VALUE;
        for (int i = Dimension.TIMES.size() - 1; i >= 0; i--) {
            Scale unit = Dimension.TIMES.get(i);
            int length = isSaid(unit, value, mostDigits) ? length(unit, value) : Integer.MAX_VALUE;
            if (length < least) {
                least = length;
                best = unit;
            }
        }
        return best;
    }

    private static boolean isSaid(Scale unit, double value, int mostDigits) {
        if (unit.fromCanonical(value) >= MOST) {
            return false; // also beyond every number
        }
        double amount = ExactUnits.quotient(unit.fromCanonical(value)).doubleValue();
        return amount >= 1 && (amount < LEAST_COUNTED || isWhole(amount)) && ExactUnits.digitsOf(amount) <= mostDigits;
    }

    private static int length(Scale unit, double value) {
        double amount = unit.fromCanonical(value);
        int digits = ExactUnits.digitsOf(amount);
        double most = unit.symbol().equals("ms") ? MOST_COUNTED : LEAST_COUNTED;
        boolean isRound = digits < DIGITS_OF_COUNTED && unit.symbol().equals("h");
        boolean isUncounted = amount >= most && !isRound && !COUNTED_ONE_BY_ONE.contains(unit.symbol());
        int length = Numerals.plain(ExactUnits.quotient(amount)).length() + (isUncounted ? UNCOUNTED : 0);
        int letters = length < DIGITS_OF_COUNTED ? unit.symbol().length() : 0;
        return 100 * length + 10 * digits + letters;
    }

    private static String number(Scale unit, double value) {
        return Numerals.groupedPlain(ExactUnits.quotient(unit.fromCanonical(value)));
    }

    private static boolean isWhole(double amount) {
        return amount == Math.rint(amount);
    }
}
