package dev.estimator.internal.text;

import static dev.estimator.internal.text.Precision.CLOSER;

import dev.estimator.internal.numeric.Rounding;
import dev.estimator.internal.unit.Dimension;
import dev.estimator.internal.unit.Kind;
import dev.estimator.internal.unit.Scale;
import java.math.BigDecimal;

/** Writes values in the unit, or with the digits, that an author wants. */
public final class ChosenText {
    static final int MOST_DIGITS = 15;
    private static final double NEAR_ONE = 0.99;
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final double LEAST_IN_THOUSANDS = 1e3;
    private static final double LEAST_IN_MILLIONS = 1e6;
    private static final double MOST_PLAIN = 1e15;
    private static final BigDecimal LEAST_GROUPED = BigDecimal.valueOf(10_000);

    private ChosenText() {}

    /** The value in the unit that the author wants: three significant digits, but whole from 100 on. */
    public static String in(Scale unit, Kind kind, double value) {
        double amount = amountIn(unit, value);
        if (kind.dimension() == Dimension.RATE && !kind.hasPrefixes()) {
            return QuantityWriter.attached(amount, CLOSER) + QuantityWriter.withNoun(kind, unit.symbol());
        }
        if (MoneyText.isPrice(kind)) {
            return MoneyText.inUnit(kind, amount, unit);
        }
        Precision precision = kind.hasPrefixes() ? CLOSER : Precision.IN_UNIT;
        Scale shown = prefixed(unit, kind, value, precision);
        return written(RangeNotation.rounded(kind, shown, value, precision), shown, kind);
    }

    /** The value as an author wants it on a page; things that are whole are so whatever was said of digits. */
    public static String in(Kind kind, NumberFormat format, double value) {
        Scale unit = format.unit();
        if (value == Double.POSITIVE_INFINITY) {
            return QuantityWriter.BEYOND;
        }
        if (unit != null && format.digits() == 0 && MoneyText.isPrice(kind)) {
            return range(kind, format, value, value, value); // in thousands, as ranges beside it
        }
        if (unit != null) {
            Scale prefixed = prefixed(unit, kind, value, format.precision());
            BigDecimal amount = RangeNotation.rounded(kind, prefixed, value, format.precision());
            return QuantityWriter.inSameUnit(
                    amount, mayBePlain(prefixed, kind) && isPlain(amount) ? BigDecimal.ONE : amount, prefixed, kind);
        }
        return QuantityWriter.isCounted(kind) && Numerals.isWhole(value)
                ? QuantityWriter.summary(kind, value)
                : in(kind, value, format.digits());
    }

    /** The value in its most readable unit, with at most so many significant digits. */
    static String in(Kind kind, double value, int digits) {
        if (kind.writtenIn() != null) {
            return QuantityWriter.withDigits(kind, digits, value, value, value);
        }
        return in(kind, value, false, digits);
    }

    /** The value in its most readable unit, with a number of significant digits; near 100 % they are of the rest. */
    private static String in(Kind kind, double value, boolean isPadded, int digits) {
        if (value == Double.POSITIVE_INFINITY) {
            return QuantityWriter.BEYOND;
        }
        if (isPlain(kind, value, digits)) {
            return QuantityWriter.inSameUnit(precision(isPadded, digits).round(value), MoneyText.ONES, kind);
        }
        if (kind.dimension() == Dimension.BANDWIDTH && ExactUnits.isLink(value) && isInBits(kind, value)) {
            return QuantityWriter.spaced(Dimension.BITS_PER_SECOND, value, precision(isPadded, digits));
        }
        boolean isNearOne = kind.dimension() == Dimension.SHARE && value > NEAR_ONE;
        return QuantityWriter.unremarked(
                QuantityWriter.in(kind, value, precision(isPadded, isNearOne ? digits + 1 : digits)));
    }

    /** Whether it is so when nobody says how many digits it has. */
    private static boolean isInBits(Kind kind, double value) {
        return QuantityWriter.unremarked(QuantityWriter.given(kind, value)).endsWith("bit/s");
    }

    private static Precision precision(boolean isPadded, int digits) {
        return isPadded ? Precision.padded(digits) : Precision.of(digits);
    }

    /**
     * As an author wants it who says how many digits are shown: zeros at the end too, '$4.50', but whole things are.
     */
    public static String padded(Kind kind, double value, int digits) {
        boolean isWhole = kind.dimension() == Dimension.COUNT && isWhole(value, digits);
        return in(kind, value, !isWhole, digits);
    }

    /** Who asks for all digits before the point wants no thousands: '$1,296' and not '$1.296k'. */
    static boolean isPlain(Kind kind, double value, int digits) {
        boolean isMoney = kind.dimension() == Dimension.MONEY;
        boolean isShort = isMoney || (QuantityWriter.isCounted(kind) && value < LEAST_IN_MILLIONS);
        return isShort && value >= LEAST_IN_THOUSANDS && value < Math.pow(10, digits);
    }

    /** As {@link #padded(Kind, double, int)} in the unit that the author wants. */
    public static String padded(Scale unit, Kind kind, double value, int digits) {
        double amount = amountIn(unit, value);
        boolean isMany = isInThousands(kind, amount, digits);
        Scale shown = isMany ? prefixed(unit, kind, value, Precision.of(digits)) : unit;
        boolean isThing = kind.dimension() == Dimension.COUNT || kind.dimension() == Dimension.DATA;
        boolean isWhole = isThing && unit.factor() == 1 && isWhole(amount, digits);
        Precision precision = isWhole ? Precision.of(digits) : Precision.padded(digits);
        return written(RangeNotation.rounded(kind, shown, value, precision), shown, kind);
    }

    /** Whether a number of things is whole, and short or written with all of its digits. */
    private static boolean isWhole(double value, int digits) {
        boolean areAllShown = value < Math.pow(10, digits) && Rounding.ceil(value) == Rounding.floor(value);
        return areAllShown || Numerals.isWhole(value);
    }

    /** Rates and times of which not all digits before the point were asked for: '1.2bn min'. */
    private static boolean isInThousands(Kind kind, double amount, int digits) {
        return amount >= Math.pow(10, digits) && (kind.dimension() == Dimension.RATE || isManyOfTime(kind, amount));
    }

    private static boolean isManyOfTime(Kind kind, double amount) {
        return kind.dimension() == Dimension.TIME && amount >= LEAST_IN_MILLIONS;
    }

    private static double amountIn(Scale unit, double value) {
        return Math.min(unit.fromCanonical(value), Double.MAX_VALUE);
    }

    private static String written(BigDecimal amount, Scale unit, Kind kind) {
        if (kind.dimension() == Dimension.COUNT) {
            return multiple(amount, unit);
        }
        if (kind.dimension() == Dimension.RATE) {
            return number(amount, unit) + QuantityWriter.withNoun(kind, unit.symbol());
        }
        return kind.dimension() == Dimension.RATIO || kind.dimension().isOfMoney()
                ? QuantityWriter.inSameUnit(amount, unit, kind)
                : QuantityWriter.timesOf(number(amount, unit), unit);
    }

    /** Rates are counted in thousands or more of a unit, times in millions or more: 2.99bn req/d, 1.2bn min. */
    static Scale prefixed(Scale unit, Kind kind, double value, Precision precision) {
        double amount = amountIn(unit, value);
        boolean isOfTime = isManyOfTime(kind, amount);
        if (kind.dimension() != Dimension.RATE && !isOfTime) {
            return unit;
        }
        Scale thousands = QuantityWriter.isOfAFewThousand(amount)
                ? MoneyText.ONES
                : Numerals.readable(QuantityWriter.thousands(kind), amount, precision);
        String symbol = thousands.symbol() + (isOfTime ? " " : "") + unit.symbol();
        return new Scale(symbol, thousands.factor() * unit.factor(), unit.divisor());
    }

    /** Not so many millions of a multiple: '2e18' and not '2,000,000tn'. */
    private static boolean mayBePlain(Scale unit, Kind kind) {
        return kind.isSize() || unit.symbol().isEmpty();
    }

    /** Whether an amount of a chosen unit has all of its digits: '182,500,000', and 2⁶⁰, but not 2.5e16. */
    static boolean isPlain(BigDecimal amount) {
        boolean isShort = amount.doubleValue() < MOST_PLAIN || amount.scale() >= 0;
        return isShort && amount.compareTo(BigDecimal.ONE) >= 0;
    }

    /** A value with the two ends of its range. */
    public static String range(Kind kind, NumberFormat format, double value, double low, double high) {
        return value == Double.POSITIVE_INFINITY && low == high
                ? QuantityWriter.BEYOND
                : RangeWriter.chosen(kind, format, value, low, high);
    }

    /** Two values with as many digits as tell them apart: '43.08 … 43.21', or '43 at both ends'. */
    public static String swing(Kind kind, double from, double to) {
        int digits = digitsOfSwing(kind, from, to);
        return digits > MOST_DIGITS
                ? QuantityWriter.summary(kind, from) + " at both ends"
                : apart(kind, from, digits) + " … " + apart(kind, to, digits);
    }

    /** As {@link #digitsToTell}, of which the usual ones must also leave something between the two. */
    public static int digitsOfSwing(Kind kind, double from, double to) {
        double between = (from + to) / 2;
        boolean isNothingBetween = between < Double.POSITIVE_INFINITY
                && (areAlike(kind, from, between, 0) || areAlike(kind, between, to, 0));
        return isNothingBetween ? moreDigitsToTell(kind, from, to) : digitsToTell(kind, from, to);
    }

    /** The fewest digits that tell two values apart, 0 if the usual ones do; more than there are if none do. */
    public static int digitsToTell(Kind kind, double a, double b) {
        return areAlike(kind, a, b, 0) ? moreDigitsToTell(kind, a, b) : 0;
    }

    /** Four or more: more may tell less, for 115,455 and 115,549 are 115k and 116k, but both 115.5k. */
    private static int moreDigitsToTell(Kind kind, double a, double b) {
        int digits = Precision.DERIVATION.digits();
        while (digits <= MOST_DIGITS && areAlike(kind, a, b, digits)) {
            digits++;
        }
        return digits;
    }

    private static boolean areAlike(Kind kind, double a, double b, int digits) {
        return apart(kind, a, digits).equals(apart(kind, b, digits));
    }

    private static String apart(Kind kind, double value, int digits) {
        return digits == 0 ? QuantityWriter.summary(kind, value) : in(kind, value, digits);
    }

    /** '1825M'; nothing is '0', and a million millions '1e12', for nobody counts the zeros before an 'M'. */
    private static String multiple(BigDecimal amount, Scale unit) {
        return amount.signum() == 0 || (!unit.symbol().isEmpty() && amount.compareTo(MILLION) >= 0)
                ? Numerals.write(amount.multiply(BigDecimal.valueOf(unit.factor())))
                : number(amount, unit) + unit.symbol();
    }

    /** With all digits, which have commas from five on: '1825' and '182,500,000'; but '2e25'. */
    private static String number(BigDecimal amount, Scale unit) {
        if (amount.compareTo(LEAST_GROUPED) < 0 && !Numerals.isTrillions(unit)) {
            return Numerals.plain(amount);
        }
        return isPlain(amount) ? Numerals.groupedPlain(amount) : Numerals.grouped(amount);
    }
}
