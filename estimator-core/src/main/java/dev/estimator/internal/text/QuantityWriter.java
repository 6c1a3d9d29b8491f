package dev.estimator.internal.text;

import static dev.estimator.internal.text.Precision.CLOSER;
import static dev.estimator.internal.text.Precision.DERIVATION;
import static dev.estimator.internal.text.Precision.SUMMARY;

import dev.estimator.internal.numeric.Rounding;
import dev.estimator.internal.unit.Dimension;
import dev.estimator.internal.unit.Kind;
import dev.estimator.internal.unit.Scale;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** Writes canonical values with their units. */
public final class QuantityWriter {
    /** Written in the place of a number where there is none that is large enough. */
    public static final String BEYOND = "beyond any number";

    private static final String PERCENT = "%";
    private static final String REQUESTS = " req";
    private static final String PER_SECOND = " req/s";
    private static final BigDecimal LEAST_PERCENT = BigDecimal.valueOf(1, 5);
    private static final double LARGEST_SHORT = 100_000;
    static final double LARGEST_READ = 1e6;

    static final double LEAST_MANY = 1e3;
    private static final double LEAST_PER_SECOND = ExactUnits.LEAST_PER_SECOND;

    /** Of a number that was multiplied and divided. */
    private static final double NOISE = 1e-12;

    private QuantityWriter() {}

    /** The value in its most readable unit, as an answer: '46 TB'. */
    public static String summary(Kind kind, double value) {
        if (kind.writtenIn() != null && !kind.isUtilization()) {
            return withDigits(kind, 0, value, value, value);
        }
        return value == Double.POSITIVE_INFINITY ? BEYOND : finiteSummary(kind, value);
    }

    /** A value with the ends of its range, with so many digits; in the unit of the row if it has one. */
    public static String withDigits(Kind kind, int digits, double value, double low, double high) {
        if (kind.writtenIn() == null && low == high) {
            return ChosenText.in(kind, value, digits);
        }
        return ChosenText.range(kind.in(null), new NumberFormat(kind.writtenIn(), digits), value, low, high);
    }

    /** As {@link #summary} of what somebody gave, in a unit that is exact if there is one: '64 GiB'. */
    public static String given(Kind kind, double value) {
        // Who types 100M requests a day asks how many that are in a second.
        boolean isAsked =
                kind.dimension() == Dimension.RATE && kind.writtenIn() == null && value >= ExactUnits.LEAST_PER_SECOND;
        Optional<String> typed = isAsked ? Optional.empty() : AsTyped.bare(kind, value, SUMMARY);
        return typed.isPresent()
                ? typed.get() + remark(kind, value, typed.get())
                : summary(kind, value) + MoneyText.hourly(kind, value, CLOSER);
    }

    /**
     * As {@link #given} of an assumption, which {@code named} makes of a number too: nobody calculated it, so that all
     * of its digits are typed ones, up to four, 2,315 req/s and 1.351M users. Of any other number, plain, with a noun
     * or read from a text, nobody remembers whether it was calculated: three digits are taken as typed, 1.35M users,
     * and more as what a calculation left, 2.3k req/s.
     */
    public static String assumed(Kind kind, double value) {
        return isCounted(kind, value, AsTyped.MOST_DIGITS) ? derivation(kind, value) : given(kind, value);
    }

    /** As {@link #assumed} of a number that may have been calculated: 1.35M users and not 1.4M. */
    public static String counted(Kind kind, double value) {
        return isCounted(kind, value, AsTyped.USUAL_DIGITS) ? derivation(kind, value) : given(kind, value);
    }

    /** Whether it is a number of things or in a second, with more digits than usual and no more than these. */
    private static boolean isCounted(Kind kind, double value, int most) {
        boolean isRate = kind.dimension() == Dimension.RATE && value >= ExactUnits.LEAST_PER_SECOND;
        return (isRate || kind.dimension() == Dimension.COUNT)
                && ExactUnits.digitsOf(value) <= most
                && !in(kind, value, SUMMARY).equals(in(kind, value, DERIVATION));
    }

    /**
     * As {@link #counted} of a plain number, which does not remember whether it was calculated: round thousands of
     * seconds or minutes are what a calculation leaves, so that 400,000 s are '4.6 d', but for the 100,000 s of a round
     * day.
     */
    public static String plain(Kind kind, double value) {
        return kind.dimension() == Dimension.TIME && !TimeText.isCustomary(value)
                ? summary(kind, value)
                : counted(kind, value);
    }

    /** Bits beside bytes, and nines. */
    static String remark(Kind kind, double value, String text) {
        return switch (kind.dimension()) {
            case BANDWIDTH -> bits(value, text, SUMMARY);
            case AVAILABILITY -> AvailabilityText.nines(value);
            default -> "";
        };
    }

    private static String bits(double value, String text, Precision precision) {
        return text.endsWith("B/s") && !text.contains("iB")
                ? " (" + spaced(Dimension.BITS_PER_SECOND, value, precision) + ")"
                : "";
    }

    private static String finiteSummary(Kind kind, double value) {
        return switch (kind.dimension()) {
            case RATE -> rate(kind, value, SUMMARY);
            case DATA, STORED -> spaced(units(kind), value, SUMMARY);
            case BANDWIDTH -> bandwidth(kind, value, SUMMARY);
            case TIME -> TimeText.summary(value);
            case COUNT -> things(kind, value, SUMMARY);
            case RATIO -> kind.isUtilization() ? utilization(kind, value) : "×" + count(value, CLOSER);
            case SHARE -> AvailabilityText.share(value, CLOSER);
            case AVAILABILITY -> AvailabilityText.withNines(value);
            case MONEY -> MoneyText.money(kind, value, CLOSER);
            case DATA_PRICE, COUNT_PRICE, SPENDING, DATA_RENT, COUNT_RENT -> MoneyText.price(kind, value, CLOSER);
        };
    }

    private static String utilization(Kind kind, double value) {
        return inSameUnit(RangeNotation.rounded(kind, Kind.PERCENT, value, SUMMARY), Kind.PERCENT, kind);
    }

    /**
     * The value as a step of a calculation, with four digits: '2,315 req/s'. Factors are bare, as between '×' signs.
     */
    public static String derivation(Kind kind, double value) {
        if (kind.writtenIn() != null) {
            return withDigits(kind, DERIVATION.digits(), value, value, value);
        }
        return value == Double.POSITIVE_INFINITY ? BEYOND : finiteDerivation(kind, value);
    }

    private static String finiteDerivation(Kind kind, double value) {
        return switch (kind.dimension()) {
            case RATE -> shortForm(value) ? grouped(value) + withNoun(kind, PER_SECOND) : rate(kind, value, DERIVATION);
            case DATA, STORED -> data(kind, value);
            case BANDWIDTH -> spaced(units(kind), value, DERIVATION);
            case TIME -> TimeText.derivation(value);
            case COUNT -> shortForm(value) ? counted(grouped(value), kind) : things(kind, value, DERIVATION);
            case RATIO -> shortForm(value) ? grouped(value) : count(value, DERIVATION);
            case SHARE -> AvailabilityText.share(value, DERIVATION);
            case AVAILABILITY -> AvailabilityText.percent(value, DERIVATION);
            case MONEY -> MoneyText.money(kind, value, DERIVATION);
            case DATA_PRICE, COUNT_PRICE, SPENDING, DATA_RENT, COUNT_RENT -> MoneyText.price(kind, value, DERIVATION);
        };
    }

    /** As {@link #derivation} of what somebody typed: 1 GB/d. */
    public static String typed(Kind kind, double value) {
        if (kind.dimension() == Dimension.TIME && value < Double.POSITIVE_INFINITY) {
            return TimeText.typed(value);
        }
        return kind.dimension() == Dimension.RATE && kind.writtenIn() == null && isWhole(value)
                ? derivation(kind, value)
                : AsTyped.bare(kind, value, DERIVATION)
                        .orElseGet(() -> derivation(kind, value) + MoneyText.hourly(kind, value, DERIVATION));
    }

    /** As {@link #typed} where the value stands alone: a factor has its sign, '×3'. */
    public static String typedAlone(Kind kind, double value) {
        return kind.dimension() == Dimension.RATIO ? stated(kind, value) : typed(kind, value);
    }

    /** As an operand of a formula or a comparison: '$0.40/h' without how much that is by the month. */
    public static String operand(Kind kind, String text) {
        return MoneyText.isPrice(kind) ? unremarked(text) : text;
    }

    private static boolean isWhole(double value) {
        return value < LARGEST_SHORT && value == Math.rint(value);
    }

    /** As {@link #derivation} where the value stands alone: a factor has its sign, '×3'. */
    public static String stated(Kind kind, double value) {
        String written = derivation(kind, value);
        boolean isFactor = kind.dimension() == Dimension.RATIO && kind.writtenIn() == null;
        return isFactor && value < Double.POSITIVE_INFINITY ? "×" + written : written;
    }

    /**
     * The kind of a price in the unit of what it is now, if what it would have to be is a cent there at least, else in
     * that of the smaller: '$0.46/1k' beside '$5/1k', and '$500/1M' beside '$2/1M'. As it is if it is no price.
     */
    public static Kind kindBeside(Kind kind, double now, double found) {
        return MoneyText.isPrice(kind) ? kind.in(MoneyText.unitBeside(kind, now, found)) : kind;
    }

    /** The value with every digit, in its canonical unit. */
    public static String exact(Kind kind, double value) {
        if (value == Double.POSITIVE_INFINITY) {
            return BEYOND;
        }
        return switch (kind.dimension()) {
            case COUNT -> counted(Double.toString(value), kind);
            case RATE -> value + (kind.unit().startsWith("/") ? "" : " ") + kind.unit();
            case RATIO -> "×" + value;
            case SHARE -> Double.toString(value);
            case AVAILABILITY -> "1 − " + value;
            default -> value + " " + kind.unit();
        };
    }

    /**
     * A value with the two ends of its range, on one scale, whose unit is not repeated: '6.9k req/s (2.4k … 20k)'; see
     * {@link RangeWriter}.
     */
    public static String range(Kind kind, double value, double low, double high) {
        return kind.writtenIn() == null || kind.isUtilization()
                ? RangeWriter.summary(kind, value, low, high, 0)
                : withDigits(kind, 0, value, low, high);
    }

    /** As {@link #range} with four digits of the value. */
    public static String statedRange(Kind kind, double value, double low, double high) {
        return kind.writtenIn() == null || kind.isUtilization()
                ? RangeWriter.stated(kind, value, low, high, 0)
                : withDigits(kind, DERIVATION.digits(), value, low, high);
    }

    /** As {@link #statedRange} with four digits of the ends, too. */
    public static String closeRange(Kind kind, double value, double low, double high) {
        return kind.writtenIn() == null || kind.isUtilization()
                ? RangeWriter.close(kind, value, low, high)
                : withDigits(kind, DERIVATION.digits(), value, low, high);
    }

    /** As {@link #range} of what somebody gave, in units in which both ends are exact. */
    public static String givenRange(Kind kind, double value, double low, double high) {
        return typedRange(kind, AsTyped.MOST_DIGITS, value, low, high);
    }

    /** As {@link #givenRange} of an assumption, with all digits of its ends, up to seven. */
    public static String assumedRange(Kind kind, double value, double low, double high) {
        return typedRange(kind, AsTyped.MOST_DIGITS_READ, value, low, high);
    }

    private static String typedRange(Kind kind, int most, double value, double low, double high) {
        boolean isAsked = kind.dimension() == Dimension.RATE && low >= ExactUnits.LEAST_PER_SECOND;
        List<Scale> units = isAsked ? List.of() : ExactUnits.ofEnds(kind, most, low, high);
        return units.isEmpty()
                ? RangeWriter.summary(kind, value, low, high, most)
                : RangeWriter.exact(kind, units, SUMMARY, most, value, low, high);
    }

    /** As {@link #statedRange} of what somebody gave. */
    public static String givenStatedRange(Kind kind, double value, double low, double high) {
        return typedStatedRange(kind, AsTyped.MOST_DIGITS, value, low, high);
    }

    /** As {@link #givenStatedRange} of an assumption, with all digits of its ends, up to seven. */
    public static String assumedStatedRange(Kind kind, double value, double low, double high) {
        return typedStatedRange(kind, AsTyped.MOST_DIGITS_READ, value, low, high);
    }

    private static String typedStatedRange(Kind kind, int most, double value, double low, double high) {
        List<Scale> units = ExactUnits.ofEnds(kind, most, low, high);
        return units.isEmpty()
                ? RangeWriter.stated(kind, value, low, high, most)
                : RangeWriter.exact(kind, units, DERIVATION, most, value, low, high);
    }

    /** How far off something may be, rounded up: '0.4%'. */
    public static String error(double relative) {
        if (relative > 1) {
            return "more than 100%";
        }
        return relative == 0
                ? "0%"
                : AvailabilityText.share(Rounding.significant(relative, 1, RoundingMode.UP), CLOSER);
    }

    /** What is left of 100 % without an error, rounded down: '99.96%'. */
    public static String without(double error) {
        return AvailabilityText.share(1 - Rounding.significant(error, 1, RoundingMode.UP), CLOSER);
    }

    /** Without what stands in brackets: bits beside bytes, nines beside a percentage. */
    public static String unremarked(String summary) {
        int bracket = summary.indexOf(" (");
        return bracket < 0 ? summary : summary.substring(0, bracket);
    }

    /** Whether whole ones are written whole: a number of things, and a multiple. */
    static boolean isCounted(Kind kind) {
        return kind.dimension() == Dimension.COUNT || kind.dimension() == Dimension.RATIO;
    }

    static String in(Kind kind, double value, Precision precision) {
        return switch (kind.dimension()) {
            case RATE -> rate(kind, value, precision);
            case DATA, BANDWIDTH, STORED -> spaced(units(kind), value, precision);
            case TIME -> TimeText.in(value, precision);
            case COUNT ->
                kind.hasPrefixes() ? prefixed(kind, value, precision) : counted(attached(value, precision), kind);
            case RATIO -> "×" + attached(value, precision);
            case SHARE -> AvailabilityText.share(value, precision);
            case AVAILABILITY -> AvailabilityText.percent(value, precision);
            case MONEY -> MoneyText.money(kind, value, precision);
            case DATA_PRICE, COUNT_PRICE, SPENDING, DATA_RENT, COUNT_RENT -> MoneyText.price(kind, value, precision);
        };
    }

    /** One of several amounts in the same unit. */
    static String inSameUnit(BigDecimal amount, Scale unit, Kind kind) {
        return inSameUnit(amount, amount, unit, kind);
    }

    /** One of several amounts in the same unit, with an exponent only if another one has it; nothing is '0 req/s'. */
    static String inSameUnit(BigDecimal amount, BigDecimal like, Scale same, Kind kind) {
        Scale unit = amount.signum() == 0 && !kind.hasPrefixes() ? Numerals.ofNothing(same) : same;
        String number = Numerals.groupedAs(like, amount);
        return switch (kind.dimension()) {
            case COUNT ->
                kind.hasPrefixes() ? number + withNoun(kind, unit.symbol()) : counted(number + unit.symbol(), kind);
            case RATE -> number + withNoun(kind, unit.symbol());
            case RATIO -> unit.symbol().equals(PERCENT) ? percentage(amount) : "×" + number + unit.symbol();
            case MONEY -> MoneyText.signed(kind, MoneyText.number(kind, amount, unit));
            case DATA_PRICE, COUNT_PRICE, SPENDING, DATA_RENT, COUNT_RENT -> MoneyText.inUnit(kind, amount, unit);
            default -> timesOf(number, unit);
        };
    }

    /** How full or how likely something is, without an exponent as long as the zeros can be counted. */
    static String percentage(BigDecimal amount) {
        boolean isSmall = amount.compareTo(BigDecimal.ONE) < 0 && amount.compareTo(LEAST_PERCENT) >= 0;
        return (isSmall ? amount.toPlainString() : Numerals.grouped(amount)) + PERCENT;
    }

    /** Thousands of things or in a second, without a multiple: '123,456 req/s'; nothing of what else there is. */
    static String digitByDigit(Kind kind, double value) {
        boolean isRate = kind.dimension() == Dimension.RATE;
        boolean isLong = ExactUnits.digitsOf(value) > AsTyped.MOST_DIGITS_READ;
        if (isLong || value >= LARGEST_READ || value < LEAST_PER_SECOND || !(isRate || isCounted(kind))) {
            return "";
        }
        return inSameUnit(
                ExactUnits.quotient(value), isRate ? Dimension.RATES_PER_SECOND.get(0) : MoneyText.ONES, kind);
    }

    /** '1.2bn min' has the multiple at the number. */
    static String timesOf(String number, Scale unit) {
        return number + (unit.symbol().contains(" ") ? "" : " ") + unit.symbol();
    }

    /** Whole things are whole: '1,563', and '12k' where nothing is rounded away. */
    private static String count(double value, Precision precision) {
        return Numerals.isWhole(value) ? Numerals.whole(value) : attached(value, precision);
    }

    private static String things(Kind kind, double value, Precision precision) {
        return kind.hasPrefixes() ? prefixed(kind, value, precision) : counted(count(value, precision), kind);
    }

    private static String prefixed(Kind kind, double value, Precision precision) {
        Scale unit = Numerals.readable(thousands(kind), value, precision);
        return inSameUnit(precision.round(unit.fromCanonical(value)), unit, kind);
    }

    /** Thousands of things, in words or, of those that have them, as prefixes. */
    static List<Scale> thousands(Kind kind) {
        return kind.hasPrefixes() ? Dimension.PREFIXES : Dimension.THOUSANDS;
    }

    static String attached(double value, Precision precision) {
        Scale unit = Numerals.readable(Dimension.THOUSANDS, value, precision);
        BigDecimal amount = precision.round(unit.fromCanonical(value));
        return Numerals.grouped(amount) + unit.symbol();
    }

    static String spaced(List<Scale> units, double value, Precision precision) {
        double settled = Numerals.settled(units, value, precision);
        return inUnit(Numerals.readable(units, settled, precision), settled, precision);
    }

    /** As {@link Numerals#settled} of times and rates, whose units are not thousands of each other. */
    static double settled(Kind kind, double value, Precision precision) {
        return switch (kind.dimension()) {
            case TIME -> Numerals.settled(Dimension.TIMES, value, precision);
            case RATE -> value < LEAST_PER_SECOND ? settledRate(value, precision) : value;
            default -> value;
        };
    }

    /** Beside the ends of its range what would be written as 6 in a minute is 0.1 in a second, as it is when read. */
    private static double settledRate(double value, Precision precision) {
        double settled = Numerals.settled(Dimension.RATES, value, precision);
        Scale unit = Numerals.readable(Dimension.RATES, settled, precision);
        BigDecimal amount = precision.round(unit.fromCanonical(settled));
        return unit.toCanonical(amount.doubleValue()) >= LEAST_PER_SECOND * (1 - NOISE) ? LEAST_PER_SECOND : settled;
    }

    static String inUnit(Scale unit, double value, Precision precision) {
        return Numerals.grouped(precision.round(unit.fromCanonical(value))) + " " + unit.symbol();
    }

    private static String rate(Kind kind, double of, Precision precision) {
        double value = of < LEAST_PER_SECOND ? Numerals.settled(Dimension.RATES, of, precision) : of;
        Scale unit = rateUnit(kind, value, false, precision);
        BigDecimal amount = precision.round(unit.fromCanonical(value));
        return Numerals.grouped(amount) + withNoun(kind, unit.symbol());
    }

    /** From 0.1 req/s on people say "per second", below it a slower clock reads better. */
    static Scale rateUnit(Kind kind, double value, boolean isPlain, Precision precision) {
        List<Scale> perSecond = kind.hasPrefixes() ? Dimension.PREFIXED_RATES : Dimension.RATES_PER_SECOND;
        return isPlain
                ? perSecond.get(0)
                : Numerals.readable(
                        value == 0 || value >= LEAST_PER_SECOND ? perSecond : Dimension.RATES, value, precision);
    }

    /** 'k tokens/s' for 'k req/s', 'k/s' of what nobody named, 'k IOPS', and ' GFLOP/s' for 'bn req/s'. */
    static String withNoun(Kind kind, String symbol) {
        String noun = kind.label();
        if (noun == null) {
            return symbol;
        }
        if (kind.hasPrefixes()) {
            int end = symbol.contains(REQUESTS) ? symbol.indexOf(REQUESTS) : symbol.length();
            String prefix = symbol.substring(0, end).replace("bn", "G").replace("tn", "T");
            return " " + prefix + noun + symbol.substring(end).replace(REQUESTS, "");
        }
        boolean isIops = (" " + noun).endsWith(" " + UnitTable.IO) && symbol.endsWith(PER_SECOND);
        return symbol.replace(
                isIops ? PER_SECOND : REQUESTS, isIops ? " " + noun + "PS" : noun.isEmpty() ? "" : " " + noun);
    }

    /** A bandwidth that was assumed: '5 GB/s (40 Gbit/s)', for either may be how it was typed; '1 GB/d'. */
    public static String statedFlow(double value) {
        String flow = unremarked(AsTyped.assumed(Kind.BANDWIDTH, value, typed(Kind.BANDWIDTH, value)));
        return flow + bits(value, flow, DERIVATION);
    }

    /** In bits as well, but not of binary units. */
    private static String bandwidth(Kind kind, double value, Precision precision) {
        String bytes = spaced(units(kind), value, precision);
        return kind.isBinary() ? bytes : bytes + " (" + spaced(Dimension.BITS_PER_SECOND, value, precision) + ")";
    }

    /** The units of a size, moved in a time or kept for one or neither. */
    static List<Scale> units(Kind kind) {
        return switch (kind.dimension()) {
            case BANDWIDTH -> kind.isBinary() ? Dimension.BINARY_BYTES_PER_SECOND : Dimension.BYTES_PER_SECOND;
            case STORED -> kind.isBinary() ? Dimension.BINARY_BYTE_MONTHS : Dimension.BYTE_MONTHS;
            default -> kind.isBinary() ? Dimension.BINARY_BYTES : Dimension.BYTES;
        };
    }

    /** Decimal units, unless only a binary one is exact: 64 GiB stays 64 GiB. */
    private static String data(Kind kind, double value) {
        return AsTyped.bare(kind, value, DERIVATION)
                .filter(text -> text.contains("iB") && !kind.isBinary())
                .orElseGet(() -> spaced(units(kind), value, DERIVATION));
    }

    static int digits(double amount) {
        return BigDecimal.valueOf(amount).stripTrailingZeros().precision();
    }

    /** Whether it was counted one by one: 1,234 and 12,345 in an hour, but 3k, 1.2k and 50k. */
    static boolean isOfAFewThousand(double of) {
        double amount = ExactUnits.quotient(of).doubleValue();
        boolean isShort = amount >= LEAST_MANY && amount < LARGEST_SHORT;
        return isShort && isWhole(amount) && digits(amount) > AsTyped.USUAL_DIGITS - (amount < LEAST_MANY * 10 ? 1 : 0);
    }

    static boolean shortForm(double value) {
        return value < LARGEST_SHORT && (value == 0 || value >= 0.1);
    }

    private static String grouped(double value) {
        return Numerals.grouped(DERIVATION.round(value));
    }

    /** '3 servers', and '1 server' where that is read as one of several servers. */
    static String counted(String number, Kind kind) {
        String noun = kind.label();
        if (noun == null) {
            return number;
        }
        String one = number.equals("1") ? Nouns.one(noun) : null;
        boolean isRead = one != null && Nouns.many(one).equals(noun) && QuantityReader.nounProblem(one) == null;
        return number + " " + (isRead ? one : noun);
    }
}
