package dev.estimator.internal.text;

import dev.estimator.internal.numeric.Rounding;
import dev.estimator.internal.unit.Scale;
import java.math.BigDecimal;
import java.util.List;

/** Numbers as text, and the choice of a readable unit. */
final class Numerals {
    static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final BigDecimal SMALLEST_PLAIN = new BigDecimal("0.001");
    private static final BigDecimal LARGEST_PLAIN = new BigDecimal("10000000");

    /** Below this a whole number has six digits at most. */
    private static final double LARGEST_WHOLE = 1e6;

    /** Above this whole thousands are written as such: 5,000, but 12k. */
    private static final double FEW_THOUSANDS = 1e4;

    private static final String TRILLIONS = "tn";

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private Numerals() {}

    /** Whether a number of things is whole, and small enough that people write all of its digits. */
    static boolean isWhole(double value) {
        return Math.rint(value) < LARGEST_WHOLE && Rounding.ceil(value) == Rounding.floor(value);
    }

    /** A whole number: '1,563', '12k'. */
    static String whole(double value) {
        BigDecimal whole = decimal(Math.rint(value));
        BigDecimal[] thousands = whole.divideAndRemainder(THOUSAND);
        return value >= FEW_THOUSANDS && thousands[1].signum() == 0
                ? plain(thousands[0].stripTrailingZeros()) + "k"
                : grouped(whole);
    }

    /** The number with its shortest digits and no zeros at its end. */
    static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros();
    }

    /** A rounded amount; scientific where plain digits would be unreadable. */
    static String write(BigDecimal rounded) {
        return isScientific(rounded) ? scientific(rounded) : plain(rounded);
    }

    private static boolean isScientific(BigDecimal rounded) {
        return rounded.signum() != 0
                && (rounded.compareTo(SMALLEST_PLAIN) < 0 || rounded.compareTo(LARGEST_PLAIN) >= 0);
    }

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.toPlainString();
    }

    /** As {@link #write}, with a comma between thousands; for reading only. */
    static String grouped(BigDecimal rounded) {
        return groupedAs(rounded, rounded);
    }

    /** As {@link #grouped}, and scientific if another amount is that it stands beside. */
    static String groupedAs(BigDecimal other, BigDecimal rounded) {
        return isScientific(other) && rounded.signum() != 0 ? scientific(rounded) : groupedPlain(rounded);
    }

    /** As {@link #grouped}, with all digits however many there are. */
    static String groupedPlain(BigDecimal number) {
        return withCommas(plain(number));
    }

    private static String withCommas(String text) {
        int end = text.indexOf('.') < 0 ? text.length() : text.indexOf('.');
        var grouped = new StringBuilder(text);
        for (int i = end - 3; i > 0; i -= 3) {
            grouped.insert(i, ',');
        }
        return grouped.toString();
    }

    private static String scientific(BigDecimal rounded) {
        BigDecimal number = rounded.stripTrailingZeros();
        int exponent = number.precision() - number.scale() - 1;
        return plain(number.movePointLeft(exponent)) + "e" + exponent;
    }

    /**
     * The unit in which the rounded amount has the fewest digits before the point: chosen after rounding, so that
     * 999,960 B is 1 MB and not 1000 kB.
     */
    static Scale readable(List<Scale> ascending, double value, Precision precision) {
        for (int i = 0; i < ascending.size() - 1; i++) {
            Scale next = ascending.get(i + 1);
            if (next.fromCanonical(value) >= 1) {
                continue;
            }
            Scale unit = ascending.get(i);
            double step = unit.fromCanonical(next.toCanonical(1));
            if (precision.round(unit.fromCanonical(value)).doubleValue() < step) {
                return unit;
            }
        }
        return orOnes(ascending.get(ascending.size() - 1), value, precision);
    }

    /** A unit, or ones if there are a million trillions, which have a power of ten: '1,582tn', but '2e18'. */
    static Scale orOnes(Scale unit, double most, Precision precision) {
        double amount = unit.fromCanonical(most);
        boolean isBeyond = isTrillions(unit)
                && amount < Double.POSITIVE_INFINITY
                && precision.round(amount).compareTo(MILLION) >= 0;
        return isBeyond
                ? new Scale(unit.symbol().substring(TRILLIONS.length()), unit.factor() / 1e12, unit.divisor())
                : unit;
    }

    /** The unit of nothing, which has no multiple: '0 req/s', and not '0k req/s'. */
    static Scale ofNothing(Scale unit) {
        return new Scale(unit.symbol().replaceFirst("^(k|M|bn|tn)\\b", ""), unit.factor(), unit.divisor());
    }

    static boolean isTrillions(Scale unit) {
        return unit.symbol().startsWith(TRILLIONS);
    }

    /** The value, or one of the next unit if it rounds to as many as that has: 23.7 h are 1 d, and not 0.99 d. */
    static double settled(List<Scale> ascending, double value, Precision precision) {
        Scale unit = readable(ascending, value, precision);
        boolean isLess = precision.round(unit.fromCanonical(value)).compareTo(BigDecimal.ONE) < 0;
        return isLess && !unit.equals(ascending.get(0)) ? unit.toCanonical(1) : value;
    }
}
