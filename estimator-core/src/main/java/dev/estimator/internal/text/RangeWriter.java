package dev.estimator.internal.text;

import static dev.estimator.internal.text.Precision.CLOSER;
import static dev.estimator.internal.text.Precision.DERIVATION;
import static dev.estimator.internal.text.Precision.ENDS;
import static dev.estimator.internal.text.Precision.SUMMARY;

import dev.estimator.internal.unit.Dimension;
import dev.estimator.internal.unit.Kind;
import dev.estimator.internal.unit.Scale;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes values with the two ends of their ranges.
 *
 * <p>All three are on one scale, that of the value: '2 GB (0.9 … 4.4)'. Only ends that are further apart than a factor
 * of 1,000 are each on their own: '40 MB (300 kB … 5 GB)', and the other end of none: '74k (0 … 3.1M)'. Ends that
 * somebody typed have all of their digits, up to four, '907k (610k … 1,350k)', or five where four would make one of
 * them the value, and those of an assumption up to seven; others have two, or four where two do not tell them apart;
 * where four do not, there is no range to be read and the value stands alone. So it does where a calculation leads to
 * ends within half a percent of each other: of three digits the last is worth between a tenth of a percent and one, so
 * that such a range is about as wide as what rounding takes away anyway; of two, as of what is down, within one
 * percent. What was typed so stays. A value that four digits would put outside of its ends has as many as they have, so
 * that it stands between them. Availabilities of more than seven nines are counted in nines: '10 nines (9 … 11)'.
 */
final class RangeWriter {
    /** Ends that are further apart have scales of their own. */
    static final double ONE_SCALE = 1000;

    /** An end from here on has a scale of its own: nobody reads '329 ms (329 … 197,000)'. */
    private static final double MOST_ON_ONE = 100_000;

    /** Of a product in floating point. */
    static final double NOISE = 1e-9;

    /** Ends that are nearer to each other than this part of them are one number, unless somebody typed them. */
    private static final double ONE_NUMBER = 0.005;

    /** As above, of what is down, of which two digits are written. */
    private static final double ONE_REST = 0.01;

    /** What is this part of a range away from its end stands there for all that a reader can tell. */
    private static final double AT_END = 0.05;

    /** From here on a number of things is not written with all its digits. */
    private static final double MANY = 1e6;

    private static final double NEAR_ONE = 0.99;

    private static final double FOUR_DIGITS = 10_000;

    /** From here on a factor has no digits after the point. */
    private static final double LEAST_WHOLE = 100;

    /** Tenths of thousands or more. */
    private static final Pattern MULTIPLE = Pattern.compile("\\.\\d+[kMbt]");

    private static final Precision MORE = Precision.of(DERIVATION.digits() + 1);

    private final Kind kind;
    private final double value;
    private final double low;
    private final double high;

    /** How many digits somebody may have typed of the ends; 0 if nobody did. */
    private final int mostTyped;

    private final boolean isGiven;

    private RangeWriter(Kind kind, double value, double low, double high, int mostTyped) {
        this.kind = kind;
        this.value = value;
        this.high = high;
        this.mostTyped = mostTyped;
        this.isGiven = mostTyped > 0;
        this.low = low;
    }

    /**
     * If only the low end as it is written by itself puts both ends on one scale, it is taken to be exactly that:
     * 0.1249 GB are '125 MB', less than a thousand times below 122 GB, and '0.12 GB', which is more.
     */
    private RangeWriter settled() {
        double alone = alone(low);
        return isOnOneScale(low) || !isOnOneScale(alone) ? this : new RangeWriter(kind, value, alone, high, mostTyped);
    }

    private double alone(double end) {
        Precision ends = Precision.ofEnds(kind);
        Scale unit = scale(end, ends);
        return unit == null ? end : unit.toCanonical(rounded(ends, unit, end));
    }

    static String summary(Kind kind, double value, double low, double high, int mostTyped) {
        var range = new RangeWriter(
                        kind, QuantityWriter.settled(kind, value, Precision.ofEnds(kind)), low, high, mostTyped)
                .settled();
        Precision ends = range.ends();
        return range.written(
                range.notation(ends), range.notation(DERIVATION), ends, ends, QuantityWriter.summary(kind, value));
    }

    static String stated(Kind kind, double value, double low, double high, int mostTyped) {
        var range = new RangeWriter(kind, value, low, high, mostTyped).settled();
        RangeNotation notation = range.notation(DERIVATION);
        return range.written(notation, notation, DERIVATION, range.ends(), QuantityWriter.stated(kind, value));
    }

    /** As {@link #stated}, with four digits of the ends too, which stand beside others with as many. */
    static String close(Kind kind, double value, double low, double high) {
        var range = new RangeWriter(kind, value, low, high, 0).settled();
        return range.isOneNumber() ? QuantityWriter.stated(kind, value) : range.narrow(range.notation(DERIVATION));
    }

    /** In units in which both ends are exact. */
    static String exact(
            Kind kind, List<Scale> units, Precision precision, int mostTyped, double value, double low, double high) {
        var range = new RangeWriter(kind, value, low, high, mostTyped);
        String alone = ExactUnits.write(kind, units, value, precision);
        if (!range.isOnOneScale()) {
            RangeNotation apart = (amount, digits) -> ExactUnits.write(kind, units, amount, digits);
            return range.written(apart, apart, precision, Precision.ofEnds(kind), alone);
        }
        Scale readable = ExactUnits.readable(units, value);
        Scale unit =
                range.areCounted(readable, precision) ? readable : ChosenText.prefixed(readable, kind, value, SUMMARY);
        RangeNotation notation = range.in(unit);
        return range.written(notation, notation, precision, range.ends(unit), alone);
    }

    /** In a unit of the author's choice, or with as many digits. */
    static String chosen(Kind kind, NumberFormat format, double value, double low, double high) {
        var range = new RangeWriter(kind, value, low, high, 0).settled();
        Scale unit = format.unit();
        Precision precision = format.precision();
        RangeNotation notation = unit != null
                ? range.in(unit, precision)
                : range.isOfAllDigits(precision) ? range.in(MoneyText.ONES) : range.notation(precision);
        return range.joined(notation, precision, precision);
    }

    /** Whether all digits before the point were asked for, of amounts that are else in thousands. */
    private boolean isOfAllDigits(Precision precision) {
        return List.of(low, value, high).stream()
                .allMatch(amount -> ChosenText.isPlain(kind, amount, precision.digits()));
    }

    private RangeNotation in(Scale unit, Precision precision) {
        if (MoneyText.isPrice(kind)) {
            Scale paid = Scale.of(unit.symbol(), unit.divisor());
            return (amount, digits) -> MoneyText.like(kind, paid, value, amount, digits);
        }
        Scale shown = areCounted(unit, precision) ? unit : ChosenText.prefixed(unit, kind, value, precision);
        boolean isPlain = kind.isSize()
                ? ChosenText.isPlain(BigDecimal.valueOf(1 + shown.fromCanonical(Math.max(low, high))))
                : shown.symbol().isEmpty() && ChosenText.isPlain(BigDecimal.valueOf(shown.fromCanonical(value)));
        return isPlain
                ? (amount, digits) -> QuantityWriter.inSameUnit(
                        RangeNotation.rounded(kind, shown, amount, digits), BigDecimal.ONE, shown, kind)
                : in(shown);
    }

    /** Whether both ends of a rate were counted one by one, and four digits show all: '2,647/h (1,234 … 5,678)'. */
    private boolean areCounted(Scale unit, Precision precision) {
        return kind.dimension() == Dimension.RATE
                && precision.digits() >= DERIVATION.digits()
                && unit.fromCanonical(high) < FOUR_DIGITS
                && QuantityWriter.isOfAFewThousand(unit.fromCanonical(low))
                && QuantityWriter.isOfAFewThousand(unit.fromCanonical(high));
    }

    /** As many digits as somebody typed, if so many may have been; else the usual ones. */
    private Precision ends() {
        return isOnOneScale() ? ends(scale(Precision.ofEnds(kind))) : Precision.ofEnds(kind);
    }

    private Precision ends(@Nullable Scale unit) {
        Precision usual = Precision.ofEnds(kind);
        int digits = Math.max(digitsOf(unit, low), digitsOf(unit, high));
        if (!isGiven || isNearOne() || digits <= usual.digits() || digits > mostTyped) {
            return usual;
        }
        return digits == DERIVATION.digits() ? DERIVATION : Precision.of(digits);
    }

    /** Of what is at most 1 the digits that matter may be those of the rest. */
    private boolean isNearOne() {
        boolean isPart = kind.dimension() == Dimension.SHARE && Math.max(low, high) <= NEAR_ONE;
        return kind.dimension().largest() == 1 && !isPart;
    }

    private int digitsOf(@Nullable Scale unit, double end) {
        double amount = MoneyText.isPrice(kind) ? end * paid(CLOSER).factor() : end;
        return ExactUnits.digitsOf(unit == null ? amount : unit.fromCanonical(end));
    }

    /** In one way, or with four digits in another. */
    private String written(
            RangeNotation notation, RangeNotation derived, Precision precision, Precision ends, String alone) {
        if (isOneNumber()) {
            return alone;
        }
        if (ends.digits() > DERIVATION.digits()) {
            return typed(notation, ends);
        }
        if (ends.equals(DERIVATION) || !isTold(notation, ends) || isLikeEnd(notation, ends)) {
            return isTold(derived, DERIVATION) ? narrow(derived) : alone;
        }
        return joined(notation, isBetween(ends) ? precision : ends, ends);
    }

    /** With more than four digits of the ends, and four of the value if these tell it from both. */
    private String typed(RangeNotation notation, Precision ends) {
        RangeNotation plain = isInOnes(notation) ? in(ones()) : notation;
        double middle = rounded(DERIVATION, scale(DERIVATION), value);
        boolean isBetween = middle > amount(Math.min(low, high)) && middle < amount(Math.max(low, high));
        return joined(plain, isBetween ? DERIVATION : ends, ends);
    }

    private double amount(double end) {
        Scale unit = scale(DERIVATION);
        return unit == null ? end : unit.fromCanonical(end);
    }

    /**
     * Whether all digits before the point are written, as they are of one number alone: '$1,234.56', '12,345 req/s'.
     */
    private boolean isInOnes(RangeNotation notation) {
        Dimension dimension = kind.dimension();
        boolean isRate = notation instanceof RangeNotation.InUnit in && Dimension.RATES_PER_SECOND.contains(in.unit());
        return (isRate || dimension == Dimension.MONEY || QuantityWriter.isCounted(kind))
                && !kind.hasPrefixes()
                && low >= 1
                && high < MANY;
    }

    private Scale ones() {
        return kind.dimension() == Dimension.RATE ? Dimension.RATES_PER_SECOND.get(0) : MoneyText.ONES;
    }

    /** Whether nobody typed it, and it is too narrow to be read; near 100 % by what is left of that. */
    private boolean isOneNumber() {
        double least = Math.min(value, Math.min(low, high));
        double most = Math.max(value, Math.max(low, high));
        double size = kind.dimension() == Dimension.SHARE ? Math.min(most, 1 - least) : most;
        double part = kind.dimension() == Dimension.AVAILABILITY ? ONE_REST : ONE_NUMBER;
        return !isGiven && most - least < part * size;
    }

    /**
     * With four digits; a value that would look like one of its ends has five, '220.95 ms (220.9 … 221)', unless it is
     * as good as that end: '42 ms (42 … 42.31)'.
     */
    private String narrow(RangeNotation notation) {
        String middle = notation.of(value, DERIVATION);
        boolean isLikeOne = isApart(low)
                && isApart(high)
                && (middle.equals(notation.of(low, DERIVATION)) || middle.equals(notation.of(high, DERIVATION)));
        Scale unit = notation instanceof RangeNotation.InUnit in ? in.unit() : scale(DERIVATION);
        int digits = Math.max(digitsOf(unit, low), digitsOf(unit, high));
        boolean isTyped = isGiven && digits == MORE.digits();
        return joined(notation, isLikeOne ? MORE : DERIVATION, isLikeOne && isTyped ? MORE : DERIVATION);
    }

    /** Whether the value is further from an end than a small part of the range, or somebody typed both. */
    private boolean isApart(double end) {
        return isGiven || Math.abs(value - end) > AT_END * Math.abs(high - low);
    }

    /**
     * Whether the value would look like an end that somebody typed, which is rounded: '$1k ($0.999k … $1k)'; or like
     * that of a share from which it is far: '99.9% (99.89% … 99.9%)'.
     */
    private boolean isLikeEnd(RangeNotation notation, Precision precision) {
        boolean isBetween = isGiven
                ? low < value && value < high
                : kind.dimension().largest() == 1 && isApart(low) && isApart(high);
        return isBetween && (isLike(notation, precision, low) || isLike(notation, precision, high));
    }

    private boolean isLike(RangeNotation notation, Precision precision, double end) {
        String rounded = notation.of(end, precision);
        return rounded.equals(notation.of(value, precision)) && !rounded.equals(notation.of(end, MORE));
    }

    private boolean isTold(RangeNotation notation, Precision precision) {
        return !notation.of(low, precision).equals(notation.of(high, precision));
    }

    /** Whether the value with all its digits stands between its ends as they are rounded. */
    private boolean isBetween(Precision ends) {
        Scale unit = scale(DERIVATION);
        double from = rounded(ends, unit, Math.min(low, high));
        double to = rounded(ends, unit, Math.max(low, high));
        double middle = rounded(DERIVATION, unit, value);
        return middle >= from && middle <= to;
    }

    private static double rounded(Precision precision, @Nullable Scale unit, double value) {
        return value == Double.POSITIVE_INFINITY
                ? value
                : precision
                        .round(unit == null ? value : unit.fromCanonical(value))
                        .doubleValue();
    }

    /** Of the ends as they are rounded there, so that what was read again is on as many scales. */
    private boolean isOnOneScale() {
        return isOnOneScale(low);
    }

    private boolean isOnOneScale(double lowEnd) {
        Precision ends = Precision.ofEnds(kind);
        Scale unit = scale(ends);
        double middle = rounded(ends, unit, value);
        double least = lowEnd > 0 ? Math.min(rounded(ends, unit, lowEnd), middle) : middle;
        double most = Math.max(rounded(ends, unit, high), middle);
        return most < (unit == null || middle >= ONE_SCALE ? Double.POSITIVE_INFINITY : MOST_ON_ONE)
                && most <= ONE_SCALE * least * (1 + NOISE)
                && !(lowEnd == 0 && isThousandsOfMultiple(ends, unit));
    }

    /** Whether the high end would be in thousands of thousands or more, beside nothing that has no multiple. */
    private boolean isThousandsOfMultiple(Precision ends, @Nullable Scale unit) {
        boolean isPrice = MoneyText.isPrice(kind);
        double times = isPrice ? paid(ends).factor() : 1;
        Scale scale = isPrice ? Numerals.readable(Dimension.THOUSANDS, value * times, ends) : unit;
        return scale != null
                && !Numerals.ofNothing(scale).equals(scale)
                && rounded(ends, scale, high * times) >= ONE_SCALE;
    }

    /** What a price and its ends are for. */
    private Scale paid(Precision precision) {
        return isGiven ? MoneyText.unit(kind, value, low, high, precision) : MoneyText.unit(kind, value, precision);
    }

    private RangeNotation notation(Precision precision) {
        if (MoneyText.isPrice(kind)) {
            boolean isOnOne = isOnOneScale();
            Scale unit = paid(precision);
            return (amount, digits) -> MoneyText.like(kind, unit, isOnOne ? value : amount, amount, digits);
        }
        if (kind.isUtilization()) {
            return in(Kind.PERCENT);
        }
        if (QuantityWriter.isCounted(kind) && !kind.hasPrefixes() && isWhole()) {
            return RangeNotation.whole(kind, low, value, high);
        }
        if (kind.dimension() == Dimension.AVAILABILITY && AvailabilityText.isOfManyNines(value)) {
            return AvailabilityText::inNines;
        }
        Scale unit = isOnOneScale() ? scale(precision) : null;
        return unit == null ? new RangeNotation.Apart(kind, mostTyped) : in(unit, ofThousand(unit, precision));
    }

    /** The next multiple of what has one at its number, else the unit itself. */
    private Scale ofThousand(Scale unit, Precision precision) {
        boolean isMultiple = !kind.hasPrefixes() && !Numerals.ofNothing(unit).equals(unit);
        Scale next = isMultiple ? scale(unit.toCanonical(ONE_SCALE), precision) : null;
        return next == null ? unit : next;
    }

    private boolean isWhole() {
        return Numerals.isWhole(value) && Numerals.isWhole(low) && Numerals.isWhole(high);
    }

    /** The scale of the value; none where there are no scales. */
    private @Nullable Scale scale(Precision precision) {
        return scale(value, precision);
    }

    private @Nullable Scale scale(double amount, Precision precision) {
        if (kind.isUtilization()) {
            return Kind.PERCENT;
        }
        Dimension dimension = kind.dimension();
        if (kind.isSize()) {
            return Numerals.readable(QuantityWriter.units(kind), amount, precision);
        }
        if (dimension == Dimension.TIME) {
            return TimeText.isInMonths(amount) ? null : Numerals.readable(Dimension.TIMES, amount, precision);
        }
        if (dimension == Dimension.RATE) {
            return QuantityWriter.rateUnit(kind, amount, isPlain(precision), precision);
        }
        if (!QuantityWriter.isCounted(kind) && dimension != Dimension.MONEY) {
            return null;
        }
        return isPlain(precision)
                ? Dimension.THOUSANDS.get(0)
                : Numerals.readable(QuantityWriter.thousands(kind), amount, precision);
    }

    /** Whether steps of a calculation are written with all digits before the point: 2,315 and not 2.315k. */
    private boolean isPlain(Precision precision) {
        return precision == DERIVATION && QuantityWriter.shortForm(value) && Math.max(low, high) < MANY;
    }

    private RangeNotation in(Scale unit) {
        return in(unit, unit);
    }

    private RangeNotation in(Scale unit, Scale ofThousand) {
        double most = Math.max(value, Math.max(low, high));
        return new RangeNotation.InUnit(kind, Numerals.orOnes(unit, most, ENDS), value, ofThousand);
    }

    private String joined(RangeNotation notation, Precision ofValue, Precision ofEnds) {
        String middle = notation.of(value, ofValue);
        String from = notation.of(low, ofEnds);
        String to = notation.of(high, isOfThree(notation, ofEnds) ? CLOSER : ofEnds);
        if (from.equals(to)) {
            return middle;
        }
        if (isGiven || middle.indexOf('.') >= 0 || !areCloser(ofEnds)) {
            return RangeNotation.joined(kind, middle, from, to);
        }
        String wholeFrom = whole(notation, low, from);
        String wholeTo = whole(notation, high, to);
        boolean areTold = !wholeFrom.equals(middle) && !wholeTo.equals(middle);
        return areTold
                ? RangeNotation.joined(kind, middle, wholeFrom, wholeTo)
                : RangeNotation.joined(kind, middle, from, to);
    }

    /**
     * Whether the low end has three digits before the point, and so the other that is in thousands: '889 (702 …
     * 1,040)', and '969k (900k … 1,040k)', since both are on the scale of the value.
     */
    private boolean isOfThree(RangeNotation notation, Precision ofEnds) {
        double from = notation instanceof RangeNotation.InUnit in ? in.unit().fromCanonical(low) : 0;
        return ofEnds == ENDS && from >= LEAST_WHOLE && from < ONE_SCALE;
    }

    /** Whether the ends may have more digits than two, which the author did not ask for. */
    private boolean areCloser(Precision ofEnds) {
        boolean isOfMoney = kind.dimension() == Dimension.MONEY || MoneyText.isPrice(kind);
        boolean isFactor = kind.dimension() == Dimension.RATIO && value >= LEAST_WHOLE;
        return (isOfMoney || isFactor)
                && List.of(CLOSER, DERIVATION, Precision.IN_UNIT).contains(ofEnds);
    }

    /** Without cents beside a middle that has none, '$148 ($86 … $264)'; below $10 to the cent, '$2.44'. */
    private String whole(RangeNotation notation, double end, String text) {
        int point = text.indexOf('.');
        int digits = (int) text.substring(0, Math.max(0, point))
                .chars()
                .filter(Character::isDigit)
                .count();
        boolean isAlone = notation instanceof RangeNotation.OneByOne || (low == 0 && !isOnOneScale());
        boolean isOfMore = isAlone && MULTIPLE.matcher(text).find();
        return point < 0 || isOfMore ? text : notation.of(end, Precision.of(Math.max(2, digits)));
    }
}
