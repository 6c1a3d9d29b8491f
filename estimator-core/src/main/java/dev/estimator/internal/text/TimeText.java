package dev.estimator.internal.text;

import static dev.estimator.internal.text.Precision.DERIVATION;
import static dev.estimator.internal.text.Precision.SUMMARY;

import dev.estimator.internal.unit.Dimension;
import dev.estimator.internal.unit.Scale;
import java.math.BigDecimal;
import java.util.List;

/**
 * Lengths of time: '20 ms', '3 months', '730 h'. One below a thousandth of a nanosecond is as good as none: it is
 * written 'below 0.001 ns', which nothing reads back, for it is no number.
 */
final class TimeText {
    private static final List<Scale> DERIVED_TIMES = Dimension.TIMES.subList(0, Dimension.TIMES.size() - 1);
    private static final List<Scale> SECONDS_AND_UP = DERIVED_TIMES.subList(3, DERIVED_TIMES.size());
    private static final double DAY = 86_400;
    private static final double MONTH = 2_628_000;
    private static final int YEAR_MONTHS = 12;
    private static final double LEAST = 1e-12;

    /** A mean year of 365.2425 d is shown as that. */
    private static final int EXACT_DIGITS = 7;

    private TimeText() {}

    /** As an answer, with two digits; whole months, which are not whole days, in months. */
    static String summary(double value) {
        if (value < LEAST) {
            return none(value);
        }
        if (isInMonths(value)) {
            double months = value / MONTH;
            return (int) months + (months == 1 ? " month" : " months");
        }
        return QuantityWriter.spaced(Dimension.TIMES, value, SUMMARY);
    }

    static String in(double value, Precision precision) {
        return value < LEAST ? none(value) : QuantityWriter.spaced(Dimension.TIMES, value, precision);
    }

    private static String none(double value) {
        return value == 0 ? "0 s" : "below 0.001 ns";
    }

    static boolean isInMonths(double value) {
        double months = value / MONTH;
        return months >= 1 && months < YEAR_MONTHS && isWhole(months) && !isWhole(value / DAY);
    }

    /**
     * The largest unit in which it is exact, so that a reader sees which month or year was meant: 30 d, 730 h, 1,825 d.
     */
    static String derivation(double value) {
        if (value < LEAST) {
            return none(value);
        }
        for (int i = SECONDS_AND_UP.size() - 1; i >= 0; i--) {
            Scale unit = SECONDS_AND_UP.get(i);
            double amount = unit.fromCanonical(value);
            if (amount >= 1 && amount < mostOf(unit, value) && QuantityWriter.digits(amount) <= EXACT_DIGITS) {
                return Numerals.grouped(BigDecimal.valueOf(amount)) + " " + unit.symbol();
            }
        }
        return QuantityWriter.spaced(DERIVED_TIMES, value, DERIVATION);
    }

    /** People count days and seconds in thousands, but not minutes, nor hours except of whole months. */
    private static double mostOf(Scale unit, double value) {
        return switch (unit.symbol()) {
            case "d", "s" -> 1e7;
            case "h" -> isWhole(value / MONTH) ? 1e4 : 1000;
            default -> 1000;
        };
    }

    private static boolean isWhole(double amount) {
        return amount == Math.rint(amount);
    }
}
