package dev.estimator.internal.text;

import static dev.estimator.internal.text.Precision.DERIVATION;
import static dev.estimator.internal.text.Precision.SUMMARY;

import dev.estimator.internal.unit.Dimension;
import dev.estimator.internal.unit.Kind;
import dev.estimator.internal.unit.Scale;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The units of texts that were written, and other amounts in them. Most programs never need it. */
public final class UnitOfText {
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d,.]*(e-?\\d+)?");
    private static final Pattern NINES = Pattern.compile("[\\d.]+ nines?");
    private static final Pattern THOUSANDS = Pattern.compile("1(k|M|bn|tn)(?![A-Za-z])");
    private static final int FRACTION_OF_MANY = 5;
    private static final double MANY = 10_000;

    private UnitOfText() {}

    /** Whether a text counts nines, '9.7 nines', as a range of very many does. */
    public static boolean isInNines(String text) {
        return NINES.matcher(text).lookingAt();
    }

    /**
     * Another amount of the kind, in the unit that a text is written in if they are near each other, and in nines if
     * the text is.
     */
    public static String beside(Kind kind, String text, double value, double amount) {
        return beside(kind, text, value, amount, Precision.ofEnds(kind));
    }

    /** As {@link #beside} with four digits, as places on an axis need them. */
    public static String statedBeside(Kind kind, String text, double value, double amount) {
        return beside(kind, text, value, amount, DERIVATION);
    }

    private static String beside(Kind kind, String text, double value, double amount, Precision precision) {
        if (kind.dimension() == Dimension.AVAILABILITY && isInNines(text)) {
            return AvailabilityText.inNines(amount, SUMMARY);
        }
        boolean isNear =
                amount == 0 || (amount <= RangeWriter.ONE_SCALE * value && value <= RangeWriter.ONE_SCALE * amount);
        Kind shown = value < Double.POSITIVE_INFINITY ? kindOf(kind, text) : kind;
        Scale unit = shown.writtenIn();
        if (unit != null && isNear && amount < Double.POSITIVE_INFINITY && !isPrefixed(kind, unit)) {
            return QuantityWriter.inSameUnit(RangeNotation.rounded(kind, unit, amount, precision), unit, kind);
        }
        Kind far = unit == null ? kind : unit.symbol().contains("iB") ? kind.inBinaryUnits() : kind.inDecimalUnits();
        Kind written = unit != null && (isPrefixed(kind, unit) || shown.isUtilization()) ? shown : far;
        return precision == DERIVATION
                ? QuantityWriter.stated(written, amount)
                : QuantityWriter.summary(written, amount);
    }

    /** Money for a time or a thing and rates by the day are in thousands, each as it needs them. */
    private static boolean isPrefixed(Kind kind, Scale unit) {
        return MoneyText.isPrice(kind)
                || (kind.dimension() == Dimension.RATE && !Dimension.RATES_PER_SECOND.contains(unit));
    }

    /** The kind in the unit of a text that is a number with a unit; as it is if there is nothing to choose. */
    public static Kind kindOf(Kind kind, String text) {
        String one = NUMBER.matcher(text).replaceFirst("1");
        String bare = THOUSANDS.matcher(one).replaceFirst("1");
        return kind.in(scales(kind)
                .filter(unit -> QuantityWriter.inSameUnit(BigDecimal.ONE, unit, kind)
                        .equals(isPrefixed(kind, unit) ? bare : one))
                .findFirst()
                .orElse(null));
    }

    /** The kind of a rate in a second, minute, hour or day, that of a text, without its thousands. */
    public static Kind clockOf(Kind rate, String text) {
        @Nullable Scale unit = kindOf(rate, text).writtenIn();
        return unit == null || !Dimension.RATES_PER_SECOND.contains(unit) ? kindOf(rate, text) : rate.bySecond();
    }

    private static Stream<Scale> scales(Kind kind) {
        return switch (kind.dimension()) {
            case DATA -> Stream.concat(Dimension.BYTES.stream(), Dimension.BINARY_BYTES.stream());
            case BANDWIDTH ->
                Stream.of(List.of(Dimension.BYTES_PER_SECOND, Dimension.BITS_PER_SECOND), Dimension.FLOWS)
                        .flatMap(List::stream)
                        .flatMap(List::stream);
            case STORED -> Stream.concat(Dimension.BYTE_MONTHS.stream(), Dimension.BINARY_BYTE_MONTHS.stream());
            case TIME -> Dimension.TIMES.stream();
            case RATE ->
                Stream.of(List.of(Dimension.RATES), Dimension.CLOCKS, List.of(Dimension.RATES_PER_YEAR))
                        .flatMap(List::stream)
                        .flatMap(List::stream);
            case COUNT, MONEY -> QuantityWriter.thousands(kind).stream();
            case RATIO -> Stream.concat(Dimension.THOUSANDS.stream(), Stream.of(Kind.PERCENT));
            default -> MoneyText.isPrice(kind) ? MoneyText.units(kind) : Stream.of();
        };
    }

    /** A rate by the day, the hour, the minute or the month, of so many digits at most: '12,345 orders/month'. */
    static Stream<String> byClock(Kind kind, double value) {
        return Dimension.CLOCKS.stream()
                .map(units -> units.get(0))
                .filter(unit -> ExactUnits.digitsOf(unit.fromCanonical(value)) <= AsTyped.MOST_DIGITS_READ)
                .map(unit -> QuantityWriter.inSameUnit(ExactUnits.quotient(unit.fromCanonical(value)), unit, kind));
    }

    /** In each of its units, that with the fewest digits first, of so many at most. */
    static Stream<String> inUnits(Kind kind, double value) {
        return kind.dimension() == Dimension.RATE
                ? Stream.of()
                : scales(kind)
                        .filter(unit -> unit.fromCanonical(value) >= 1
                                && unit.fromCanonical(value) < QuantityWriter.LARGEST_READ
                                && ExactUnits.digitsOf(unit.fromCanonical(value)) <= AsTyped.MOST_DIGITS_READ)
                        .sorted(Comparator.comparingInt(unit -> readingEffort(kind, unit, unit.fromCanonical(value))))
                        .map(unit ->
                                QuantityWriter.inSameUnit(ExactUnits.quotient(unit.fromCanonical(value)), unit, kind));
    }

    /** 90.5 min and not 5,430 s, but 123,456 s and not 2,057.6 min; and 293.75 TiB and not 300,800 GiB. */
    private static int readingEffort(Kind kind, Scale unit, double amount) {
        int ofMany = (kind.isSize() && amount >= MANY) || ExactUnits.isOfYear(unit) ? 2 : 0;
        int more = amount < QuantityWriter.LEAST_MANY ? 0 : amount == Math.rint(amount) ? 1 : FRACTION_OF_MANY;
        return 2 * ExactUnits.digitsOf(amount) + more + ofMany;
    }
}
