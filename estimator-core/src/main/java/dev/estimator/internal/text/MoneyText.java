package dev.estimator.internal.text;

import dev.estimator.internal.unit.Dimension;
import dev.estimator.internal.unit.Kind;
import dev.estimator.internal.unit.Scale;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Money and prices: '$1.2k', '1.2k CHF', '$0.02/GB'. */
public final class MoneyText {
    /** The signs that mean one currency only, but for the dollar, which means the American one. */
    static final Map<String, String> SIGNS = Map.of("USD", "$", "EUR", "€", "GBP", "£", "INR", "₹");

    private static final Scale HOUR = Scale.of("/h", 3600);
    private static final Scale MONTH = Scale.of("/month", 2_628_000);
    private static final List<Scale> PER_SIZE =
            List.of(Scale.of("/GB", 1e9), Scale.of("/TB", 1e12), Scale.of("/PB", 1e15));
    private static final List<Scale> PER_SIZE_KEPT = List.of(
            Scale.of("/GB-month", 1e9 * MONTH.factor()),
            Scale.of("/TB-month", 1e12 * MONTH.factor()),
            Scale.of("/PB-month", 1e15 * MONTH.factor()));
    private static final List<Scale> PER_BINARY_SIZE =
            List.of(Scale.of("/GiB", 0x1p30), Scale.of("/TiB", 0x1p40), Scale.of("/PiB", 0x1p50));
    private static final List<Scale> PER_BINARY_SIZE_KEPT = List.of(
            Scale.of("/GiB-month", 0x1p30 * MONTH.factor()),
            Scale.of("/TiB-month", 0x1p40 * MONTH.factor()),
            Scale.of("/PiB-month", 0x1p50 * MONTH.factor()));
    private static final Scale EACH = Scale.of(" each", 1);
    private static final Scale THOUSAND = Scale.of("/1k", 1e3);
    private static final List<Scale> PER_THING = List.of(EACH, THOUSAND, Scale.of("/1M", 1e6), Scale.of("/1bn", 1e9));
    private static final Scale DAY = Scale.of("/d", 86_400);
    private static final Scale YEAR = Scale.of("/y", 31_536_000);
    private static final List<Scale> OTHER_TIMES = List.of(YEAR, DAY, Scale.of("/s", 1));

    /** What a token may cost. */
    private static final BigDecimal SMALLEST_PRICE = new BigDecimal("1e-9");

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private static final double LEAST_WHOLE = 100;

    /** From here on a price is in multiples. */
    private static final double TRILLION = 1e12;

    /** From here on nobody writes a price of gigabytes by the terabyte. */
    private static final double LEAST_OF_GIGABYTES = 0.1;

    private static final double SMALLEST_COIN = 0.01;

    /** Dollars and not thousands of them. */
    static final Scale ONES = Dimension.THOUSANDS.get(0);

    private static final int CENTS = 2;
    private static final List<Precision> ENDS = List.of(Precision.SUMMARY, Precision.ENDS);
    private static final int MOST_DIGITS_TO_THE_CENT = 9;

    /** Below this a thousand is no unit: what costs '$0.06/1k' is '$60/1M'. */
    private static final double LEAST_OF_THOUSANDS = 1;

    private MoneyText() {}

    static String money(Kind kind, double value, Precision precision) {
        Scale unit = Numerals.readable(Dimension.THOUSANDS, value, precision);
        BigDecimal amount = rounded(kind, unit, unit.fromCanonical(value), precision);
        return signed(kind, number(kind, amount, unit));
    }

    /** The amount as it is shown: one that reaches tenths has its cents, '$52.13', and never a '$52.10' that is not. */
    static BigDecimal rounded(Kind kind, Scale unit, double amount, Precision precision) {
        BigDecimal rounded = precision.round(amount);
        boolean isTenths = isInCents(kind, unit)
                && !ENDS.contains(precision)
                && amount < Math.pow(10, precision.digits() - 1)
                && decimals(rounded) < CENTS
                && rounded.doubleValue() != amount;
        return isTenths ? precision.ending(BigDecimal.valueOf(amount).setScale(CENTS, RoundingMode.HALF_UP)) : rounded;
    }

    /**
     * The number with the multiple of its unit: '2.70' and '0.023', '1.5k', and '0.00001667' without an exponent;
     * nothing is '0'.
     */
    static String number(Kind kind, BigDecimal of, Scale multiple) {
        Scale unit = of.signum() == 0 ? ONES : multiple;
        BigDecimal amount = unit.symbol().isEmpty() ? coins(kind, of, isInCents(kind, unit)) : of;
        String zero = decimals(amount) == 1 && isInCents(kind, unit) ? "0" : "";
        boolean isPlain = unit.symbol().isEmpty()
                && amount.compareTo(SMALLEST_PRICE) >= 0
                && amount.doubleValue() < Precision.LEAST_OF_POWERS;
        return (isPlain ? Numerals.groupedPlain(amount) : Numerals.grouped(amount)) + zero + unit.symbol();
    }

    /** Cents are two digits or none, '$3,030' and not '$3,030.0'; of yen no zeros follow the point. */
    private static BigDecimal coins(Kind kind, BigDecimal amount, boolean isInCents) {
        BigDecimal bare = amount.stripTrailingZeros();
        boolean isWhole = isInCents ? decimals(amount) == 1 && decimals(bare) <= 0 : isWithoutCoins(kind);
        return decimals(amount) > 0 && isWhole ? bare.setScale(Math.max(decimals(bare), 0)) : amount;
    }

    /** With all its digits, none of which is taken for noise, and two behind the point at most: '$1,234,567.89'. */
    static Stream<String> toTheCent(Kind kind, double value) {
        BigDecimal exact = Numerals.decimal(value);
        return exact.scale() > 0 && exact.scale() <= CENTS
                ? Stream.of(signed(kind, number(kind, exact, ONES)))
                : Stream.empty();
    }

    /** As {@link #toTheCent} of money for a time or a thing: '$12,345.67/month'. */
    static Stream<String> toTheCentFor(Kind kind, double value) {
        Scale remembered = kind.writtenIn();
        return (remembered == null ? units(kind) : Stream.of(remembered)).flatMap(unit -> {
            BigDecimal exact = ExactUnits.quotient(unit.fromCanonical(value)).stripTrailingZeros();
            int most = exact.scale() <= CENTS ? MOST_DIGITS_TO_THE_CENT : AsTyped.MOST_DIGITS_READ;
            return exact.precision() <= most
                    ? Stream.of(signed(kind, number(kind, exact, ONES)) + per(kind, unit))
                    : Stream.empty();
        });
    }

    private static boolean isWithoutCoins(Kind kind) {
        return Currency.getInstance(Objects.requireNonNull(kind.label())).getDefaultFractionDigits() == 0;
    }

    /** Whether it is not in thousands, and of a currency with hundredths; yen have none. */
    private static boolean isInCents(Kind kind, Scale unit) {
        String code = Objects.requireNonNull(kind.label());
        return unit.symbol().isEmpty()
                && (SIGNS.containsKey(code) || Currency.getInstance(code).getDefaultFractionDigits() == CENTS);
    }

    private static int decimals(BigDecimal amount) {
        return amount.scale();
    }

    static String signed(Kind kind, String amount) {
        String code = Objects.requireNonNull(kind.label());
        String sign = SIGNS.get(code);
        return sign == null ? amount + " " + code : sign + amount;
    }

    static String price(Kind kind, double value, Precision precision) {
        return per(unit(kind, value, precision), kind, value, precision);
    }

    /** What is given by the month is by the hour as well: ' ($0.35/h)', for either may be how one rents it. */
    static String hourly(Kind kind, double value, Precision precision) {
        boolean isMonthly = isPrice(kind) && unit(kind, value).equals(MONTH) && value < Double.POSITIVE_INFINITY;
        return isMonthly ? " (" + per(HOUR, kind.withoutPaidFor(), value, precision) + ")" : "";
    }

    /** A price with as many digits as it was typed with, by the hour if that takes fewer than by the month. */
    static Optional<String> typed(Kind kind, double value) {
        Scale usual = unit(kind, value);
        if (!usual.equals(MONTH)) {
            Scale unit = unit(kind, value, Precision.of(AsTyped.MOST_DIGITS_OF_MONEY));
            Optional<Scale> binary = ExactUnits.digitsOf(value * unit.factor()) <= AsTyped.MOST_DIGITS_OF_MONEY
                    ? Optional.empty()
                    : binary(kind, value);
            Scale decimal = unit.equals(EACH) && isWholeByThousand(value) ? THOUSAND : ofTerabyte(kind, unit, value);
            return typed(kind, binary.orElse(decimal), value);
        }
        @Nullable Scale other = kind.dimension() == Dimension.SPENDING ? ofOtherTime(kind, value) : null;
        if (other != null) {
            String amount = number(kind, other, value);
            return Optional.of(amount + other.symbol() + " (" + price(kind, value, Precision.CLOSER) + ")");
        }
        boolean isHourly = isHourly(value);
        Scale beside = isHourly ? MONTH : HOUR;
        return typed(kind, isHourly ? HOUR : MONTH, value)
                .map(text -> text + " (" + per(beside, kind.withoutPaidFor(), value, Precision.CLOSER) + ")");
    }

    /** '$46.08/TB' and not '$0.04608/GB', which nobody typed; but '$0.023/GB' may be typed so. */
    private static Scale ofTerabyte(Kind kind, Scale unit, double value) {
        List<Scale> sizes = sizes(kind);
        if (unit.equals(EACH) || !unit.equals(sizes.get(0)) || value * unit.factor() >= LEAST_OF_GIGABYTES) {
            return unit;
        }
        BigDecimal amount = ExactUnits.quotient(value * sizes.get(1).factor()).stripTrailingZeros();
        return amount.precision() > AsTyped.USUAL_DIGITS && amount.scale() <= CENTS ? sizes.get(1) : unit;
    }

    /** Of a price that has few digits in no decimal unit, the binary one in which it has: '$6.25/TiB'. */
    private static Optional<Scale> binary(Kind kind, double value) {
        return binarySizes(kind).stream()
                .filter(unit -> value * unit.factor() >= SMALLEST_COIN
                        && ExactUnits.digitsOf(value * unit.factor()) <= AsTyped.MOST_DIGITS_OF_MONEY)
                .findFirst();
    }

    private static List<Scale> binarySizes(Kind kind) {
        return switch (kind.dimension()) {
            case DATA_PRICE -> PER_BINARY_SIZE;
            case DATA_RENT -> PER_BINARY_SIZE_KEPT;
            default -> List.of();
        };
    }

    /** Whether it is shorter by the thousand: '$12/1k', and not '$0.012 each'. */
    private static boolean isWholeByThousand(double value) {
        return value < 1 && ExactUnits.quotient(value).stripTrailingZeros().scale() == CENTS + 1;
    }

    /**
     * The year, the day or the second, if it was so that the money was typed: it remembers that, or in it there are few
     * digits, and by the month and the hour there are many; null if not.
     */
    private static @Nullable Scale ofOtherTime(Kind kind, double value) {
        @Nullable Scale remembered = kind.writtenIn();
        if (remembered != null) {
            return Scale.of(remembered.symbol(), remembered.divisor());
        }
        int known = Math.min(ExactUnits.digitsOf(value * MONTH.factor()), ExactUnits.digitsOf(value * HOUR.factor()));
        @Nullable Scale best = null;
        int fewest = Math.min(known - 2, AsTyped.MOST_DIGITS_OF_MONEY);
        for (Scale unit : OTHER_TIMES) {
            int digits = ExactUnits.digitsOf(value * unit.factor());
            if (value * unit.factor() >= SMALLEST_COIN && digits <= fewest) {
                best = unit;
                fewest = digits - 1;
            }
        }
        return best;
    }

    /** A year or a day, '$120k/y', which nothing tells from the month or the hour: '$10k/month'. */
    public static Kind typedFor(double seconds, Kind spent) {
        return seconds == YEAR.factor() || seconds == DAY.factor()
                ? spent.in(Scale.per(seconds == DAY.factor() ? DAY.symbol() : YEAR.symbol(), seconds))
                : spent;
    }

    /** The time for which money was typed, if it is not the month. */
    static @Nullable Scale timeOf(Kind kind, double value) {
        boolean isSpent = kind.dimension() == Dimension.SPENDING;
        if (!isSpent && kind.dimension() != Dimension.COUNT_RENT) {
            return null;
        }
        @Nullable Scale other = isSpent ? ofOtherTime(kind, value) : null;
        int fewer = ExactUnits.digitsOf(value * MONTH.factor()) - ExactUnits.digitsOf(value * HOUR.factor());
        return other == null && isHourly(value) && fewer > 1 ? HOUR : other;
    }

    /** Money typed for a time: '$5M' of '$5M/y'. */
    private static String number(Kind kind, Scale unit, double value) {
        double amount = value * unit.factor();
        Kind money = new Kind(Dimension.MONEY, kind.label());
        int digits = ExactUnits.digitsOf(amount);
        if (amount < MILLION.doubleValue() && digits > AsTyped.USUAL_DIGITS && digits <= AsTyped.MOST_DIGITS_OF_MONEY) {
            return signed(money, number(money, ExactUnits.quotient(amount), ONES));
        }
        return QuantityWriter.unremarked(
                QuantityWriter.given(money, ExactUnits.quotient(amount).doubleValue()));
    }

    private static Optional<String> typed(Kind kind, Scale unit, double value) {
        double typed = value * unit.factor();
        boolean isUsual =
                !unit.equals(HOUR) && !unit.equals(THOUSAND) && !unit.symbol().contains("iB");
        return AsTyped.digits(
                        typed, isUsual ? AsTyped.USUAL_DIGITS : 0, typed < TRILLION ? AsTyped.MOST_DIGITS_OF_MONEY : 0)
                .map(amount -> signed(kind, number(kind, amount, ONES)) + per(kind, unit));
    }

    static boolean isPrice(Kind kind) {
        return kind.dimension() != Dimension.MONEY && kind.dimension().isOfMoney();
    }

    /** The unit of a price and the ends of its range: by the hour if that is how the ends were typed. */
    static Scale unit(Kind kind, double value, double low, double high, Precision precision) {
        Scale usual = unit(kind, value, precision);
        @Nullable Scale ofLow = kind.dimension() == Dimension.SPENDING ? ofOtherTime(kind, low) : null;
        @Nullable Scale other = kind.dimension() != Dimension.SPENDING || ofLow != null ? ofLow : ofOtherTime(kind, high);
        if (other != null && kind.writtenIn() != null) {
            return other;
        }
        if (other != null
                && ExactUnits.digitsOf(low * other.factor()) <= AsTyped.USUAL_DIGITS
                && ExactUnits.digitsOf(high * other.factor()) <= AsTyped.USUAL_DIGITS) {
            return other;
        }
        return usual.equals(MONTH) && isHourly(low) && isHourly(high) ? HOUR : usual;
    }

    private static boolean isHourly(double value) {
        int ofMonth = ExactUnits.digitsOf(value * MONTH.factor());
        int ofHour = ExactUnits.digitsOf(value * HOUR.factor());
        return ofHour < ofMonth && ofHour <= AsTyped.MOST_DIGITS_OF_MONEY;
    }

    /** A price in a unit, on the scale of another. */
    static String like(Kind kind, Scale unit, double other, double value, Precision precision) {
        double amount = value * unit.factor();
        if (amount == Double.POSITIVE_INFINITY) {
            return value == amount ? QuantityWriter.BEYOND : QuantityWriter.exact(kind, value);
        }
        Scale scale = Numerals.readable(Dimension.THOUSANDS, other * unit.factor(), precision);
        return signed(kind, number(kind, rounded(kind, scale, scale.fromCanonical(amount), precision), scale))
                + per(kind, unit);
    }

    /** In the unit that an author chose: whole from a hundred on, and to the cent where it reaches tenths. */
    static String inUnit(Kind kind, double of, Scale unit) {
        double amount = ExactUnits.quotient(of).doubleValue();
        if (amount >= MILLION.doubleValue()) {
            return money(kind, amount, Precision.CLOSER) + per(kind, unit);
        }
        BigDecimal rounded =
                amount < LEAST_WHOLE ? rounded(kind, ONES, amount, Precision.CLOSER) : Precision.IN_UNIT.round(amount);
        return inUnit(kind, rounded, unit);
    }

    /** With the digits that an author chose: '$0.0004 each'. */
    static String inUnit(Kind kind, BigDecimal amount, Scale unit) {
        if (amount.compareTo(MILLION) < 0) {
            return signed(kind, number(kind, amount, ONES)) + per(kind, unit);
        }
        Scale thousands = Numerals.readable(Dimension.THOUSANDS, amount.doubleValue(), Precision.CLOSER);
        BigDecimal shown = amount.stripTrailingZeros().movePointLeft((int) Math.round(Math.log10(thousands.factor())));
        return signed(kind, number(kind, shown, thousands)) + per(kind, unit);
    }

    /** The unit of a price, if another is a cent in it at least, else that of the smaller of the two. */
    static Scale unitBeside(Kind kind, double now, double found) {
        Scale usual = unit(kind, now);
        Scale unit = found * usual.factor() >= SMALLEST_COIN ? usual : unit(kind, Math.min(now, found));
        return Scale.per(unit.symbol(), unit.factor());
    }

    /** The units in which a price may be written. */
    static Stream<Scale> units(Kind kind) {
        Stream<Scale> units = isByTime(kind)
                ? Stream.concat(Stream.of(MONTH, HOUR), OTHER_TIMES.stream())
                : Stream.concat(sizes(kind).stream(), binarySizes(kind).stream());
        return units.map(unit -> Scale.per(unit.symbol(), unit.factor()));
    }

    private static Scale unit(Kind kind, double value) {
        return unit(kind, value, Precision.CLOSER);
    }

    static Scale unit(Kind kind, double value, Precision precision) {
        return isByTime(kind) ? MONTH : readable(sizes(kind), value, precision);
    }

    private static boolean isByTime(Kind kind) {
        return kind.dimension() == Dimension.SPENDING || kind.dimension() == Dimension.COUNT_RENT;
    }

    /** The amounts that a price is for. */
    private static List<Scale> sizes(Kind kind) {
        if (kind.dimension() == Dimension.DATA_RENT) {
            return PER_SIZE_KEPT;
        }
        return kind.dimension() == Dimension.DATA_PRICE ? PER_SIZE : PER_THING;
    }

    /**
     * What a price is for, in the first way that is read so: '/request', '/1M tokens', '/vCPU-hour', '/1 caches' where
     * nobody can be sure what one is called, and '/1 days', which would be a time; without a noun ' each', '/1M', '/h
     * each'.
     */
    private static String per(Kind kind, Scale unit) {
        String noun = kind.paidFor();
        boolean isRent = kind.dimension() == Dimension.COUNT_RENT;
        String time = !isRent ? "" : unit.symbol().equals(HOUR.symbol()) ? "-hour" : "-month";
        boolean isMany = !isRent && !unit.equals(EACH);
        String before = isMany ? unit.symbol() + " " : "/1 ";
        String changed = noun == null ? null : isMany ? Nouns.many(noun) : Nouns.one(noun);
        if (changed != null && isRead(kind, isMany ? before : "/", changed, time)) {
            return (isMany ? before : "/") + changed + time;
        }
        return noun != null && isRead(kind, before, noun, time)
                ? before + noun + time
                : unit.symbol() + (isRent ? EACH.symbol() : "");
    }

    private static boolean isRead(Kind kind, String before, String noun, String time) {
        try {
            return noun.equals(MoneyReader.price("$1" + before + noun + time, kind.dimension())
                    .paidFor());
        } catch (UnreadableText e) {
            return false;
        }
    }

    /** By what is shown of the amount, as that is what will be read. */
    private static Scale readable(List<Scale> units, double value, Precision precision) {
        return units.stream()
                .filter(u -> value == 0
                        || shown(value * u.factor(), precision)
                                >= (u.equals(THOUSAND) ? LEAST_OF_THOUSANDS : SMALLEST_COIN))
                .findFirst()
                .orElse(units.get(units.size() - 1));
    }

    private static double shown(double amount, Precision precision) {
        return amount < Double.POSITIVE_INFINITY ? precision.round(amount).doubleValue() : amount;
    }

    private static String per(Scale unit, Kind kind, double value, Precision precision) {
        double amount = value * unit.factor();
        return Double.isInfinite(amount)
                ? QuantityWriter.exact(kind, value)
                : money(kind, amount, precision) + per(kind, unit);
    }
}
