package dev.estimator.internal.text;

import dev.estimator.internal.unit.Dimension;
import dev.estimator.internal.unit.Kind;
import dev.estimator.internal.unit.Scale;
import java.math.BigDecimal;
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

    /** Above this it is told in millions. */
    private static final double MILLION = 1e6;

    private static final int CENTS = 2;

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
        Stream<String> usualUnit = kind.isBinary()
                ? Stream.of()
                : Stream.of(
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

    private static Optional<String> inUnit(Kind kind, double value, Precision precision) {
        boolean isRate = kind.dimension() == Dimension.RATE;
        @Nullable Scale remembered = isRate || kind.dimension() == Dimension.BANDWIDTH ? kind.writtenIn() : null;
        Scale unit = remembered != null
                ? ChosenText.prefixed(remembered, kind, value, Precision.of(MOST_DIGITS_READ))
                : ExactUnits.ofOne(kind.dimension(), value, precision);
        if (unit == null) {
            return kind.isSize() && kind.mayBe(true) && ExactUnits.isBinary(kind, value)
                    ? Optional.of(QuantityWriter.in(kind.inBinaryUnits(), value, precision))
                    : Optional.empty();
        }
        return kind.mayBe(unit.symbol().contains("iB"))
                ? Optional.of(QuantityWriter.inSameUnit(ExactUnits.quotient(unit.fromCanonical(value)), unit, kind))
                : Optional.empty();
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
