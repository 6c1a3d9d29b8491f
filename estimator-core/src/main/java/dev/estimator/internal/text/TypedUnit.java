package dev.estimator.internal.text;

import dev.estimator.internal.unit.Dimension;
import dev.estimator.internal.unit.Kind;
import dev.estimator.internal.unit.Scale;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The unit in which a number was typed, and so what is written beside it, as far as its kind remembers that or its
 * digits tell: by the day, in bits, in GiB.
 */
public final class TypedUnit {
    private static final double MINUTE = 60;
    private static final double HOURS_OF_DAY = 24;

    /** '2000Kbps', '185.6 kilobits per second', '40GbE'. */
    private static final Pattern IN_BITS = Pattern.compile("bits?\\b|\\d\\s*[kKMGT]?bps\\b|[MGT]bE\\b");

    private TypedUnit() {}

    /**
     * The kind in which all that stands beside a number is written, as that was typed: money by the year, rates by the
     * day, times in hours, sizes in GiB. What is far from it has its usual unit, but for a rate typed by another clock.
     *
     * @param kind how it is written elsewhere
     * @param ofTyped the kind of the number, with its unit if it remembers one
     * @param typed the number
     * @param other what stands beside it
     */
    public static Kind beside(Kind kind, Kind ofTyped, double typed, double other) {
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
        boolean isInBits = Dimension.BITS_PER_SECOND.contains(unit) && !ExactUnits.isLink(value);
        return isInBits && ExactUnits.digitsOf(unit.fromCanonical(value)) <= AsTyped.MOST_DIGITS_READ
                ? kind.in(unit)
                : kind;
    }

    /**
     * Whether a size was typed in a binary unit with so many digits that only the memory of that tells, 12,345 MiB, and
     * with few enough not to be calculated.
     */
    public static boolean isOfManyBinary(Scale unit, double amount) {
        int digits = unit.symbol().endsWith("iB") ? ExactUnits.digitsOf(amount) : 0;
        return digits > AsTyped.MOST_DIGITS && digits <= AsTyped.MOST_DIGITS_READ;
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
     * As it remembers that it was typed by the minute, the hour, the month or the year, if that is as short, 5 req/s
     * and not 300 req/min: what is not whole by the second could as well have been typed by the day, and 50k req/h
     * would be '1.2M req/d'. Who types 100M a month, as who types 100M a day, asks how many that are in a second.
     */
    public static Kind typedFor(double seconds, Kind rate, double value) {
        int end = value < ExactUnits.LEAST_PER_SECOND ? 5 : 3;
        for (int i = 1; i < end; i++) { // no stream, which the first estimate of a program would wait for
            Scale unit = (i < Dimension.CLOCKS.size() ? Dimension.CLOCKS.get(i) : Dimension.RATES_PER_YEAR).get(0);
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
                && ExactUnits.digitsOf(rate) > AsTyped.MOST_DIGITS;
    }

    private static boolean isAsShort(double byClock, double bySecond) {
        int digits = ExactUnits.digitsOf(byClock);
        int more = ExactUnits.digitsOf(bySecond) - digits;
        boolean isShort =
                digits <= AsTyped.MOST_DIGITS_READ && (more > 0 || (more == 0 && bySecond != Math.rint(bySecond)));
        return isShort && byClock >= 1;
    }

    /** As {@link #typedIn}, of a text that ends with its unit; what flows in an hour stays so if that is as short. */
    public static Kind typedAs(String text, Kind kind, double value) {
        String unit = text.strip().replaceFirst(".*[0-9 ]", "").replaceFirst("bps$", "bit/s");
        return Dimension.BITS_PER_SECOND.stream()
                .filter(bits -> bits.symbol().strip().equals(unit))
                .findFirst()
                .or(() -> Optional.of(Numerals.readable(Dimension.BITS_PER_SECOND, value, Precision.SUMMARY))
                        .filter(readable ->
                                IN_BITS.matcher(QuantityWriter.unremarked(text)).find()))
                .map(bits -> typedIn(bits, kind, value))
                .orElseGet(() -> Dimension.FLOWS.get(1).stream()
                        .filter(flow -> flow.symbol().equals(unit) && isAsShortAsByDay(flow, value))
                        .findFirst()
                        .map(kind::in)
                        .orElse(kind));
    }

    private static boolean isAsShortAsByDay(Scale byHour, double value) {
        int digits = ExactUnits.digitsOf(byHour.fromCanonical(value));
        return digits > AsTyped.USUAL_DIGITS
                && digits <= ExactUnits.digitsOf(byHour.fromCanonical(value) * HOURS_OF_DAY);
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
        List<Scale> units =
                ExactUnits.ofEnds(kind, isAssumed ? AsTyped.MOST_DIGITS_READ : AsTyped.MOST_DIGITS, low, high);
        return units.isEmpty() ? kind : kind.in(Numerals.readable(units, value, Precision.SUMMARY));
    }

    /** A day of 'k req/d'; null if it is by the second. */
    private static @Nullable Scale clock(Scale unit) {
        return Stream.concat(Dimension.RATES.stream(), Dimension.CLOCKS.get(3).stream())
                .filter(rate -> unit.symbol().endsWith(rate.symbol().strip()))
                .findFirst()
                .filter(rate -> !Dimension.RATES_PER_SECOND.contains(rate))
                .orElse(null);
    }
}
