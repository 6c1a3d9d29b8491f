package dev.estimator.internal.text;

import dev.estimator.internal.unit.Dimension;
import dev.estimator.internal.unit.Kind;
import dev.estimator.internal.unit.Scale;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A single number that somebody gave, written so that nothing is rounded away, although no unit is kept with it: '1,825
 * PB', '200 MiB/h', '1.5k req/d', '$1,234.56'. The usual unit is taken if two or three digits say all in it, else of
 * other units that one with the fewest digits, else up to four digits, in an answer only whole ones; a number that has
 * more is no typed one, but for money and shares, and is rounded as if it was calculated.
 */
public final class AsTyped {
    static final int MOST_DIGITS = 4;

    static final int USUAL_DIGITS = 3;

    /** Money and shares are typed with more digits than anything else. */
    static final int MOST_DIGITS_OF_MONEY = 6;

    /** Of what was read, since nobody calculated it. */
    static final int MOST_DIGITS_READ = 7;

    /** Of a number that was multiplied and divided. */
    private static final double NOISE = 1e-12;

    private static final double MINUTE = 60;

    /** Above this it is told in millions. */
    private static final double MILLION = 1e6;

    private static final int CENTS = 2;

    private static final double HOURS_OF_DAY = 24;

    private static final double NEAR_ONE = 0.99;

    private static final double HUNDRED = 100;

    private AsTyped() {}

    /** The number with its unit, without a remark in brackets; nothing if it is none that one types. */
    static Optional<String> bare(Kind kind, double value, Precision precision) {
        if (value == Double.POSITIVE_INFINITY || kind.isBySecond()) {
            return Optional.empty();
        }
        Dimension dimension = kind.dimension();
        if (dimension == Dimension.MONEY) {
            return money(value).map(amount -> MoneyText.signed(kind, MoneyText.number(kind, amount, MoneyText.ONES)));
        }
        if (dimension.isOfMoney()) {
            return MoneyText.typed(kind, value);
        }
        if (dimension == Dimension.SHARE) {
            return percentage(value);
        }
        if (dimension == Dimension.AVAILABILITY) {
            return value < 1 - NEAR_ONE ? without(value) : Optional.empty();
        }
        return QuantityWriter.isCounted(kind) ? Optional.empty() : inUnit(kind, value, precision);
    }

    /**
     * The kind in which all that stands beside a number is written, as that was typed: money by the year, rates by the
     * day, times in hours, sizes in GiB. What is far from it has its usual unit, but for a rate typed by another clock.
     *
     * @param kind how it is written elsewhere
     * @param ofTyped the kind of the number, with its unit if it remembers one
     * @param typed the number
     * @param other what stands beside it
     */
    public static Kind kind(Kind kind, Kind ofTyped, double typed, double other) {
        boolean isNear = other <= RangeWriter.ONE_SCALE * typed && typed <= RangeWriter.ONE_SCALE * other;
        boolean isByClock = kind.dimension() == Dimension.RATE && kind.writtenIn() != null;
        if (kind.dimension() == Dimension.RATE && ofTyped.writtenIn() != null) {
            return kind.in(ofTyped.writtenIn());
        }
        if (isByClock && typed < Double.POSITIVE_INFINITY) {
            Scale unit = ExactUnits.ofOne(Dimension.RATE, typed, Precision.DERIVATION);
            return kind.in(unit == null ? null : clock(unit));
        }
        if (!isNear || typed == Double.POSITIVE_INFINITY) {
            return kind;
        }
        if (MoneyText.isPrice(kind)) {
            Scale time = MoneyText.timeOf(ofTyped, typed);
            return kind.in(time == null ? null : Scale.per(time.symbol(), time.factor()));
        }
        Scale unit = ExactUnits.ofOne(kind.dimension(), typed, Precision.DERIVATION);
        if (unit == null) {
            return kind;
        }
        Dimension dimension = kind.dimension();
        if (dimension == Dimension.RATE) {
            return kind.in(clock(unit));
        }
        if (dimension == Dimension.BANDWIDTH) {
            @Nullable Scale usual = Dimension.BYTES_PER_SECOND.contains(unit) ? null : unit;
            return kind.in(ofTyped.writtenIn() != null ? ofTyped.writtenIn() : usual);
        }
        if (kind.isSize()) {
            return unit.symbol().contains("iB") ? kind.inBinaryUnits() : kind.isBinary() ? kind.in(unit) : kind;
        }
        return dimension != Dimension.TIME || (other != typed && isUsual(kind, unit, other)) ? kind : kind.in(unit);
    }

    /** Whether what stands beside it has its unit anyway, with few digits and with more. */
    private static boolean isUsual(Kind kind, Scale unit, double other) {
        return Stream.of(QuantityWriter.summary(kind, other), QuantityWriter.stated(kind, other))
                .allMatch(text -> unit.equals(UnitOfText.kindOf(kind, text).writtenIn()));
    }

    /** As it remembers that it was typed in a unit: in bits, of what reads as well in bytes, 375 MB/s. */
    public static Kind typedIn(Scale unit, Kind kind, double value) {
        return Dimension.BITS_PER_SECOND.contains(unit) && !ExactUnits.isLink(value) ? kind.in(unit) : kind;
    }

    /** As one end of a range remembers that it was typed in bits: 1 … 40 Gbit/s. */
    public static Kind kindOfEnds(Kind low, Kind high, double middle) {
        boolean areBits = isInBits(low) || isInBits(high);
        Kind shared = low.sharedWith(high);
        return areBits ? shared.in(Numerals.readable(Dimension.BITS_PER_SECOND, middle, Precision.SUMMARY)) : shared;
    }

    private static boolean isInBits(Kind kind) {
        return kind.writtenIn() != null && Dimension.BITS_PER_SECOND.contains(kind.writtenIn());
    }

    /**
     * As it remembers that it was typed by the minute, the hour or the month, if that is as short, 5 req/s and not 300
     * req/min: what is not whole by the second could as well have been typed by the day, and 50k req/h would be '1.2M
     * req/d'. Who types 100M a month, as who types 100M a day, asks how many that are in a second.
     */
    public static Kind typedFor(double seconds, Kind rate, double value) {
        int end = value < ExactUnits.LEAST_PER_SECOND ? 4 : 3;
        for (int i = 1; i < end; i++) { // no stream, which the first estimate of a program would wait for
            Scale unit = Dimension.CLOCKS.get(i).get(0);
            if (unit.divisor() == seconds && isAsShort(value * seconds, value)) {
                return rate.in(unit);
            }
        }
        return rate;
    }

    /** Whether so many in seconds or less are no rate of a day: 8 in 30 ms are 267/s, and 23.04M/d by chance. */
    public static boolean isBySecond(double seconds, double rate) {
        return seconds < MINUTE
                && seconds != 1
                && rate >= ExactUnits.LEAST_PER_SECOND
                && rate != Math.rint(rate)
                && ExactUnits.digitsOf(rate) > MOST_DIGITS;
    }

    private static boolean isAsShort(double byClock, double bySecond) {
        int digits = ExactUnits.digitsOf(byClock);
        int more = ExactUnits.digitsOf(bySecond) - digits;
        boolean isShort = digits <= MOST_DIGITS_READ && (more > 0 || (more == 0 && bySecond != Math.rint(bySecond)));
        return isShort && byClock >= 1;
    }

    /** As {@link #typedIn}, of a text that ends with its unit; what flows in an hour stays so if that is as short. */
    public static Kind typedAs(String text, Kind kind, double value) {
        String unit = text.strip().replaceFirst(".*[0-9 ]", "").replaceFirst("bps$", "bit/s");
        return Dimension.BITS_PER_SECOND.stream()
                .filter(bits -> bits.symbol().strip().equals(unit))
                .findFirst()
                .map(bits -> typedIn(bits, kind, value))
                .orElseGet(() -> Dimension.FLOWS.get(1).stream()
                        .filter(flow -> flow.symbol().equals(unit) && isAsShortAsByDay(flow, value))
                        .findFirst()
                        .map(kind::in)
                        .orElse(kind));
    }

    private static boolean isAsShortAsByDay(Scale byHour, double value) {
        int digits = ExactUnits.digitsOf(byHour.fromCanonical(value));
        return digits > USUAL_DIGITS && digits <= ExactUnits.digitsOf(byHour.fromCanonical(value) * HOURS_OF_DAY);
    }

    /** The kind in the unit in which a range that somebody gave is written: rent by the hour, links in bits. */
    public static Kind kindOfRange(Kind kind, boolean isAssumed, double value, double low, double high) {
        if (!Double.isFinite(value + low + high)) {
            return kind; // of a stream that was changed on its way
        }
        if (MoneyText.isPrice(kind)) {
            Scale unit = MoneyText.unit(kind, value, low, high, Precision.CLOSER);
            return unit.equals(MoneyText.unit(kind, value, Precision.CLOSER))
                    ? kind
                    : kind.in(Scale.per(unit.symbol(), unit.factor()));
        }
        List<Scale> units = ExactUnits.ofEnds(kind, isAssumed ? MOST_DIGITS_READ : MOST_DIGITS, low, high);
        return units.isEmpty() ? kind : kind.in(Numerals.readable(units, value, Precision.SUMMARY));
    }

    /** Whether a number that a program gave was typed there: a fraction and a long number come of its arithmetic. */
    public static boolean isGiven(double amount) {
        return amount == Math.rint(amount) && ExactUnits.digitsOf(amount) < MOST_DIGITS_READ;
    }

    /** Whether a number that was read needs more digits than a text of any number would have. */
    public static boolean hasMoreDigits(double value) {
        return ExactUnits.digitsOf(value) > 2;
    }

    /**
     * A number that was read or given with a noun: nobody calculated it. Where the usual text rounds it, all of its
     * digits are written, up to seven, in the usual unit if it has no more there, else in the one with the fewest.
     */
    public static String withAllDigits(Kind kind, double value) {
        return withAllDigits(kind, value, QuantityWriter.plain(kind, value));
    }

    /** As {@link #withAllDigits(Kind, double)} of what was assumed, whose usual text has up to four digits. */
    public static String assumed(Kind kind, double value, String usual) {
        if (value == Double.POSITIVE_INFINITY || ExactUnits.digitsOf(value) <= MOST_DIGITS) {
            return usual;
        }
        return MoneyText.isPrice(kind) && !isRead(kind, usual, value)
                ? firstRead(MoneyText.toTheCentFor(kind, value), kind, value).orElse(usual)
                : withAllDigits(kind, value, usual);
    }

    /** Whether up to seven digits tell an assumed size or flow in a binary unit, and in no decimal one: 103.68 GiB. */
    public static boolean isOnlyBinary(Kind kind, double value) {
        return kind.isSize()
                && ExactUnits.digitsOf(value) > MOST_DIGITS_READ
                && assumed(kind, value, "").contains("iB");
    }

    private static String withAllDigits(Kind kind, double value, String usual) {
        if (MoneyText.isPrice(kind) || isRead(kind, usual, value)) {
            return usual;
        }
        Stream<String> usualUnit = Stream.of(
                QuantityWriter.digitByDigit(kind, value),
                QuantityWriter.in(kind, value, Precision.of(MOST_DIGITS_READ)));
        Stream<String> inUnits = kind.dimension() == Dimension.MONEY
                ? Stream.concat(UnitOfText.inUnits(kind, value), MoneyText.toTheCent(kind, value))
                : UnitOfText.inUnits(kind, value);
        Stream<String> typed = kind.dimension() == Dimension.TIME ? Stream.of(TimeText.typed(value)) : Stream.empty();
        return firstRead(Stream.of(typed, usualUnit, inUnits).flatMap(texts -> texts), kind, value)
                .map(text -> text + QuantityWriter.remark(kind, value, text))
                .orElse(usual);
    }

    /** As {@link #assumed} among assumptions, where a rate stays by the day or the month that it was given for. */
    public static String stated(Kind kind, double value, String usual) {
        String text = assumed(kind, value, usual);
        return kind.dimension() == Dimension.RATE && kind.writtenIn() == null && !isRead(kind, text, value)
                ? firstRead(UnitOfText.byClock(kind, value), kind, value).orElse(text)
                : text;
    }

    private static Optional<String> firstRead(Stream<String> texts, Kind kind, double value) {
        return texts.filter(text -> kind.mayBe(text.contains("iB")) && isRead(kind, text, value))
                .findFirst();
    }

    private static boolean isRead(Kind kind, String text, double value) {
        try {
            double read = QuantityReader.read(QuantityWriter.unremarked(text), kind.dimension())
                    .value();
            return Math.abs(read - value) <= NOISE * value;
        } catch (UnreadableText e) {
            return false;
        }
    }

    /** A day of 'k req/d'; null if it is by the second. */
    private static @Nullable Scale clock(Scale unit) {
        return Stream.concat(Dimension.RATES.stream(), Dimension.CLOCKS.get(3).stream())
                .filter(rate -> unit.symbol().endsWith(rate.symbol().strip()))
                .findFirst()
                .filter(rate -> !Dimension.RATES_PER_SECOND.contains(rate))
                .orElse(null);
    }

    private static Optional<String> inUnit(Kind kind, double value, Precision precision) {
        boolean isRate = kind.dimension() == Dimension.RATE;
        @Nullable Scale remembered = isRate || kind.dimension() == Dimension.BANDWIDTH ? kind.writtenIn() : null;
        Scale unit = remembered != null
                ? ChosenText.prefixed(remembered, kind, value, Precision.of(MOST_DIGITS_READ))
                : ExactUnits.ofOne(kind.dimension(), value, precision);
        return unit == null || !kind.mayBe(unit.symbol().contains("iB"))
                ? Optional.empty()
                : Optional.of(QuantityWriter.inSameUnit(ExactUnits.quotient(unit.fromCanonical(value)), unit, kind));
    }

    /** The amount if it has more digits than usual, but so many at most. */
    static Optional<BigDecimal> digits(double amount, int usual, int most) {
        int digits = ExactUnits.digitsOf(amount);
        return digits > usual && digits <= most ? Optional.of(ExactUnits.quotient(amount)) : Optional.empty();
    }

    /** To the cent below a million. */
    private static Optional<BigDecimal> money(double value) {
        BigDecimal exact = ExactUnits.quotient(value).stripTrailingZeros();
        if (value < 1 || value >= MILLION) {
            return digits(value, USUAL_DIGITS, value < 1 ? MOST_DIGITS_OF_MONEY : 0);
        }
        return exact.precision() <= USUAL_DIGITS || exact.scale() > CENTS ? Optional.empty() : Optional.of(exact);
    }

    /** Near 100 % the digits that matter are those of the rest. */
    private static Optional<String> percentage(double share) {
        if (share < AvailabilityText.LEAST_SHARE) {
            return Optional.empty();
        }
        return share <= NEAR_ONE
                ? digits(share * HUNDRED, USUAL_DIGITS, MOST_DIGITS_OF_MONEY).map(QuantityWriter::percentage)
                : without(BigDecimal.ONE.subtract(BigDecimal.valueOf(share)).doubleValue());
    }

    private static Optional<String> without(double rest) {
        return digits(rest, 2, MOST_DIGITS).map(known -> AvailabilityText.percent(rest, Precision.DERIVATION));
    }
}
