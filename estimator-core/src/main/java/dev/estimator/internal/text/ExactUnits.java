package dev.estimator.internal.text;

import static dev.estimator.internal.text.Precision.SUMMARY;

import com.google.common.primitives.Doubles;
import dev.estimator.internal.unit.Dimension;
import dev.estimator.internal.unit.Kind;
import dev.estimator.internal.unit.Scale;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values as they were given, although no unit is kept: what the usual unit cannot say without rounding is written in
 * another one that can, '64 GiB' and not '69 GB', '1 GB/d' and not '12 kB/s', '25 h' and not '1 d'. The speeds of links
 * are written in bits.
 */
public final class ExactUnits {
    /** The digits that a quotient has of its own; what follows is noise. */
    private static final int QUOTIENT_DIGITS = 13;

    /** The first digits of the speeds of links: 1, 10 and 100 Gbit/s, 2.5 and 25. */
    private static final Set<BigDecimal> LINKS = Set.of(BigDecimal.ONE, BigDecimal.valueOf(25));

    /** 1 Mbit/s, in bytes. */
    private static final double LEAST_LINK = 1e6 / 8;

    private static final BigInteger FIVE = BigInteger.valueOf(5);

    private static final double NOISE = 1e-13;

    private static final double LARGEST = 1000;

    private static final double LARGEST_WHOLE = 1e6;

    /** From here on people say "per second". */
    static final double LEAST_PER_SECOND = 0.1;

    /** Digits with which people write a size; and those that nobody writes, so that they come of another unit. */
    private static final int WRITTEN_DIGITS = 4;

    private static final int UNWRITTEN_DIGITS = 7;

    /** A rate that has no more by the second, nor fewer by the day, was stated so: 1,234.5 req/s, but 27k req/d. */
    private static final int DIGITS_OF_A_SECOND = 5;

    /** So many fewer do not happen by chance. */
    private static final int FEWER_DIGITS = 2;

    /** Seconds to days; nobody counts in years what is no whole number of them. */
    private static final List<List<Scale>> TIMES = List.of(
            Dimension.TIMES.subList(3, 4),
            Dimension.TIMES.subList(4, 5),
            Dimension.TIMES.subList(5, 6),
            Dimension.TIMES.subList(6, 7));

    private static final List<Scale> MONTHS = List.of(Scale.of("months", 2_628_000));

    /**
     * Bits first, then amounts in an hour or a day: of several that are exact the one with the fewest digits is taken.
     */
    private static final List<List<Scale>> LINKS_AND_FLOWS = linksAndFlows();

    private ExactUnits() {}

    private static List<List<Scale>> linksAndFlows() {
        List<List<Scale>> all = new ArrayList<>(Dimension.FLOWS);
        all.add(0, Dimension.BITS_PER_SECOND);
        return List.copyOf(all);
    }

    /**
     * As {@link #of(Dimension, double...)}, of links and rates in the unit that they remember, of what was calculated
     * only in binary units or in no such.
     */
    static List<Scale> of(Kind kind, double... values) {
        boolean isRemembered = kind.dimension() == Dimension.BANDWIDTH || kind.dimension() == Dimension.RATE;
        if (isRemembered && kind.writtenIn() != null) {
            return List.of(kind.writtenIn());
        }
        List<Scale> units = of(kind.dimension(), values);
        return units.isEmpty() || kind.mayBe(isBinary(units)) ? units : List.of();
    }

    /**
     * As {@link #of(Kind, double...)}, of the ends of a range, of which somebody may have typed so many digits that the
     * usual unit has more: 74.88 and 174.25 GB a month.
     */
    static List<Scale> ofEnds(Kind kind, int most, double low, double high) {
        List<Scale> units = of(kind, low, high);
        if (!units.isEmpty() || !Double.isFinite(low + high)) {
            return units;
        }
        List<Scale> typed = typed(kind.dimension(), most, low, high);
        return typed.isEmpty() || kind.mayBe(isBinary(typed)) ? typed : List.of();
    }

    private static List<Scale> typed(Dimension dimension, int most, double low, double high) {
        double least = Math.min(low, high);
        boolean areFarApart = Math.max(low, high) > RangeWriter.ONE_SCALE * least;
        List<Scale> usual = usual(dimension, least);
        List<Scale> best = List.of();
        if (areFarApart || usual.isEmpty() || digits(usual, low, high) <= UNWRITTEN_DIGITS) {
            return best;
        }
        boolean isOfTime = dimension == Dimension.TIME;
        for (List<Scale> units : othersOfEnds(dimension, least)) {
            boolean isTyped = digits(units, low, high) <= most && isReadable(units, low) && isReadable(units, high);
            int more = best.isEmpty() ? -1 : length(units, low, high) - length(best, low, high);
            if (isTyped && (more < 0 || (isOfTime && more == 0))) {
                best = units;
            }
        }
        return best;
    }

    private static boolean isReadable(List<Scale> units, double value) {
        double amount = readable(units, value).fromCanonical(value);
        return amount >= 1 && amount < LARGEST_WHOLE;
    }

    /**
     * The units in which all of the values are exact with the digits of a summary; none if the usual ones will do, or
     * none is better.
     */
    static List<Scale> of(Dimension dimension, double... values) {
        if (dimension == Dimension.TIME) {
            return times(values);
        }
        if (dimension == Dimension.BANDWIDTH && areLinks(values)) {
            return Dimension.BITS_PER_SECOND;
        }
        double least = Doubles.min(values);
        List<Scale> usual = usual(dimension, least);
        List<Scale> found = usual.isEmpty() ? List.of() : better(usual, othersOfEnds(dimension, least), values);
        boolean isBySecond = dimension == Dimension.RATE
                && !found.isEmpty()
                && digits(Dimension.RATES_PER_SECOND.subList(0, 1), values) <= digits(found, values);
        return isBySecond ? List.of() : found;
    }

    /** Months if each is a whole number of them and not all are years: '10 months (6 … 18)'. */
    private static List<Scale> times(double... values) {
        boolean areMonths = true;
        boolean isAnyInMonths = false;
        for (double value : values) {
            areMonths &= TimeText.areMonths(value);
            isAnyInMonths |= TimeText.isInMonths(value);
        }
        return areMonths && isAnyInMonths ? MONTHS : better(Dimension.TIMES, TIMES, values);
    }

    /**
     * The unit in which one value has two or three digits, the usual one first; else that in which it is whole and has
     * four, as of 1,825 PB; if more may be written, else that in which it has the fewest digits of up to four; else
     * null.
     */
    static @Nullable Scale ofOne(Dimension dimension, double value, Precision precision) {
        List<Scale> usual = usual(dimension, value);
        if (value == 0 || usual.isEmpty() || usual.get(usual.size() - 1).fromCanonical(value) >= LARGEST) {
            return null;
        }
        if (dimension == Dimension.TIME) {
            return TimeText.shortest(value, WRITTEN_DIGITS);
        }
        if (isUsual(dimension, usual, value)) {
            boolean isBySecond = dimension == Dimension.RATE && QuantityWriter.shortForm(value);
            return isBySecond ? usual.get(0) : readable(usual, value);
        }
        boolean isNearlyUsual = precision == SUMMARY && digits(readable(usual, value), value) < WRITTEN_DIGITS;
        List<Scale> exact = new ArrayList<>();
        List<Scale> others = new ArrayList<>();
        for (List<Scale> units : others(dimension, value)) {
            others.addAll(units);
            if (isExact(units, value)) {
                exact.addAll(units);
            }
        }
        Scale found = fewestDigits(exact, value);
        if (found != null
                && dimension == Dimension.BANDWIDTH
                && !isLink(value)
                && isTyped(readable(usual, value), value)) {
            return readable(usual, value); // 187.5 MB/s and not 675 GB/h
        }
        if (found == null && precision != SUMMARY && dimension == Dimension.RATE && isCountedByDay(value)) {
            return readable(Dimension.CLOCKS.get(0), value);
        }
        boolean isAnyTyped = precision != SUMMARY || dimension == Dimension.DATA || dimension == Dimension.BANDWIDTH;
        if (found == null && (isAnyTyped || !isNearlyUsual)) {
            found = fewestDigits(written(usual, value, isAnyTyped), value);
        }
        if (found == null && (isAnyTyped || !isNearlyUsual)) {
            found = fewestDigits(written(others, value, isAnyTyped), value);
        }
        return found;
    }

    /** Those in which people write the value. */
    private static List<Scale> written(List<Scale> units, double value, boolean isAnyTyped) {
        List<Scale> written = new ArrayList<>();
        for (Scale unit : units) {
            if (isAnyTyped ? isTyped(unit, value) : isOfFour(unit, value)) {
                written.add(unit);
            }
        }
        return written;
    }

    private static List<Scale> usual(Dimension dimension, double value) {
        if (dimension == Dimension.RATE) {
            return value >= LEAST_PER_SECOND ? Dimension.RATES_PER_SECOND : Dimension.RATES;
        }
        if (dimension == Dimension.TIME) {
            return TimeText.isInMonths(value) ? List.of() : Dimension.TIMES;
        }
        if (dimension == Dimension.BANDWIDTH) {
            return Dimension.BYTES_PER_SECOND;
        }
        if (dimension == Dimension.STORED) {
            return Dimension.BYTE_MONTHS;
        }
        return dimension == Dimension.DATA ? Dimension.BYTES : List.of();
    }

    private static List<List<Scale>> others(Dimension dimension, double value) {
        if (dimension == Dimension.RATE || dimension == Dimension.TIME) {
            return dimension == Dimension.RATE ? Dimension.CLOCKS : TIMES;
        }
        if (dimension == Dimension.BANDWIDTH) {
            return isLink(value) ? LINKS_AND_FLOWS : Dimension.FLOWS;
        }
        if (dimension == Dimension.STORED) {
            return List.of(Dimension.BINARY_BYTE_MONTHS);
        }
        return dimension == Dimension.DATA ? List.of(Dimension.BINARY_BYTES) : List.of();
    }

    /** Ends that were typed in bits remember that, unless they are of links. */
    private static List<List<Scale>> othersOfEnds(Dimension dimension, double value) {
        return dimension == Dimension.BANDWIDTH ? Dimension.FLOWS : others(dimension, value);
    }

    private static boolean isUsual(Dimension dimension, List<Scale> usual, double value) {
        boolean isBySecond = dimension == Dimension.RATE && value >= LEAST_PER_SECOND;
        return isBySecond
                ? digitsOf(value) <= Math.min(DIGITS_OF_A_SECOND, digitsOf(byDay(value)))
                : isExact(usual, value) && !(dimension == Dimension.BANDWIDTH && isLink(value));
    }

    /** Of those of up to four digits; a number of four is whole: 1,825 PB and not 1.825 EB, but 46.31 TB. */
    private static @Nullable Scale fewestDigits(List<Scale> units, double value) {
        Scale best = null;
        for (Scale unit : units) {
            if (isTyped(unit, value) && (best == null || isShorter(unit, best, value))) {
                best = unit;
            }
        }
        return best;
    }

    /** Ten thousands of a unit only where all are. */
    private static boolean isShorter(Scale a, Scale b, double value) {
        boolean isLong = a.fromCanonical(value) >= 10 * LARGEST;
        if (isLong != b.fromCanonical(value) >= 10 * LARGEST) {
            return !isLong;
        }
        int more = length(a, value) - length(b, value);
        int farther = rank(a, value) - rank(b, value);
        return more != 0
                ? more < 0
                : farther != 0 ? farther < 0 : isLong && a.fromCanonical(value) < b.fromCanonical(value);
    }

    private static boolean isTyped(Scale unit, double value) {
        double amount = quotient(unit.fromCanonical(value)).doubleValue();
        return amount >= 1
                && amount < (unit.symbol().contains("iB") ? 10 * LARGEST : LARGEST_WHOLE)
                && (amount < LARGEST || amount == Math.rint(amount))
                && digits(unit, value) <= WRITTEN_DIGITS;
    }

    private static int rank(Scale unit, double value) {
        return isOfFour(unit, value) ? 0 : quotient(unit.fromCanonical(value)).doubleValue() < LARGEST ? 1 : 2;
    }

    /** Whether the number would need a point in the next unit, as 1,825 and 4,800 MiB do and 4,800 MB do not. */
    private static boolean isOfFour(Scale unit, double value) {
        double amount = quotient(unit.fromCanonical(value)).doubleValue();
        return amount >= LARGEST
                && amount < 10 * LARGEST
                && amount == Math.rint(amount)
                && (unit.symbol().startsWith(" ") || !unit.symbol().contains(" "))
                && (digits(unit, value) == WRITTEN_DIGITS || unit.symbol().contains("iB"));
    }

    /** Whether a rate has so few digits by the day that it was a number of a day: 123,456. */
    private static boolean isCountedByDay(double value) {
        return byDay(value) >= 1 && digitsOf(byDay(value)) < UNWRITTEN_DIGITS;
    }

    private static double byDay(double rate) {
        return Dimension.CLOCKS.get(0).get(0).fromCanonical(rate);
    }

    private static List<Scale> better(List<Scale> usual, List<List<Scale>> others, double... values) {
        if (areExact(usual, values)) {
            return List.of();
        }
        List<Scale> best = List.of();
        for (List<Scale> units : others) {
            if (areExact(units, values) && (best.isEmpty() || length(units, values) < length(best, values))) {
                best = units;
            }
        }
        for (int i = 0; best.isEmpty() && i < others.size(); i++) {
            if (isBinary(others.get(i)) && areFarShorter(others.get(i), usual, values)) {
                best = others.get(i);
            }
        }
        return best;
    }

    /** Whether all of the values are exact in binary units, and in no others. */
    public static boolean isBinary(Kind kind, double... values) {
        List<Scale> units = of(kind.dimension(), values);
        return !units.isEmpty() && isBinary(units);
    }

    /** As {@link #isBinary}, of the ends of a range that was assumed. */
    public static boolean areBinaryEnds(Kind kind, double low, double high) {
        return isBinary(ofEnds(kind, AsTyped.MOST_DIGITS_READ, low, high));
    }

    /** Whether a result of counts and bytes is far shorter in binary units: '320 KiB' for 327.68 kB, but 2.56 kB. */
    public static boolean isShorterInBinary(Kind kind, double value) {
        if (!isBinary(kind, value)) {
            return false;
        }
        int inBinary = digits(Numerals.readable(of(kind.dimension(), value), value, SUMMARY), value);
        return digits(usual(kind.dimension(), value), value) - inBinary >= FEWER_DIGITS;
    }

    private static boolean isBinary(List<Scale> units) {
        return units.size() > 1 && units.get(1).symbol().startsWith("Ki");
    }

    /**
     * Whether a value, such as 4800 MiB, has four digits in some binary unit and so many in decimal ones that it cannot
     * come of them: a decimal size of up to six digits never is.
     */
    private static boolean isFarShorter(List<Scale> units, List<Scale> usual, double value) {
        boolean isShort = false;
        for (Scale unit : units.subList(1, units.size())) {
            isShort |= unit.fromCanonical(value) >= 1 && digits(unit, value) <= WRITTEN_DIGITS;
        }
        return isShort && digits(usual.get(0), value) >= UNWRITTEN_DIGITS;
    }

    private static boolean areFarShorter(List<Scale> units, List<Scale> usual, double... values) {
        boolean are = true;
        for (double value : values) {
            are &= isFarShorter(units, usual, value);
        }
        return are;
    }

    private static int digits(List<Scale> units, double... values) {
        int most = 0;
        for (double value : values) {
            most = Math.max(most, digits(readable(units, value), value));
        }
        return most;
    }

    private static int length(List<Scale> units, double... values) {
        int most = 0;
        for (double value : values) {
            most = Math.max(most, length(readable(units, value), value));
        }
        return most;
    }

    /**
     * The digits; one more of a 5 by the hour, for that is a 12 by the day: 120 GB/d and not 5 GB/h, but 3 GB/h. A year
     * is taken where little else will do, for 2.5 TB/month would be 30 TB/y.
     */
    private static int length(Scale unit, double value) {
        boolean isFive = unit.symbol().endsWith("B/h")
                && quotient(unit.fromCanonical(value)).unscaledValue().equals(FIVE);
        return digits(unit, value) + (isFive ? 1 : 0) + (isOfYear(unit) ? FEWER_DIGITS : 0);
    }

    static boolean isOfYear(Scale unit) {
        return unit.symbol().endsWith("B/y");
    }

    private static int digits(Scale unit, double value) {
        double amount = unit.fromCanonical(value);
        return digitsOf(amount);
    }

    static int digitsOf(double amount) {
        return amount < Double.POSITIVE_INFINITY
                ? quotient(amount).stripTrailingZeros().precision()
                : Integer.MAX_VALUE;
    }

    private static boolean areExact(List<Scale> units, double... values) {
        boolean are = true;
        for (double value : values) {
            are &= isExact(units, value);
        }
        return are;
    }

    private static boolean isExact(List<Scale> units, double value) {
        if (value == Double.POSITIVE_INFINITY) {
            return false;
        }
        double amount = quotient(readable(units, value).fromCanonical(value)).doubleValue();
        return value == 0
                || (amount >= 1 && amount < LARGEST && SUMMARY.round(amount).doubleValue() == amount);
    }

    /** In the most readable of the units. */
    static String write(Kind kind, List<Scale> units, double value, Precision precision) {
        Scale unit = ChosenText.prefixed(readable(units, value), kind, value, precision);
        return QuantityWriter.inSameUnit(precision.round(unit.fromCanonical(value)), unit, kind);
    }

    /** 1 GiB is not 1023.999 MiB. */
    static Scale readable(List<Scale> units, double value) {
        return Numerals.readable(units, value * (1 + NOISE), SUMMARY);
    }

    private static boolean areLinks(double... values) {
        boolean are = true;
        for (double value : values) {
            are &= isLink(value);
        }
        return are;
    }

    /** Whether it is the speed of a link, from 1 Mbit/s on, that bytes cannot say in two digits. */
    static boolean isLink(double bytesPerSecond) {
        if (!(bytesPerSecond >= LEAST_LINK && bytesPerSecond <= 1e15)) {
            return false;
        }
        BigDecimal bits = quotient(bytesPerSecond * 8).stripTrailingZeros();
        return LINKS.contains(new BigDecimal(bits.unscaledValue()));
    }

    /** Without the last digits that a division leaves. */
    static BigDecimal quotient(double amount) {
        return Precision.significant(amount, QUOTIENT_DIGITS);
    }
}
