package dev.estimator.internal.text;

import static java.util.stream.Collectors.joining;

import dev.estimator.internal.unit.Dimension;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what people write. Decimal text is taken exactly and rounded once, to the nearest double. */
public final class QuantityReader {
    /** 'reads/s', 'queries/sec per GPU'; a single letter is a time only at the end. */
    private static final Pattern RATE = Pattern.compile("(/|\\bper)\\s*(?:(?:"
            + String.join("|", UnitTable.TIME.keySet())
            + ")$|(?:s|"
            + UnitTable.TIME.keySet().stream().filter(unit -> unit.length() > 1).collect(joining("|"))
            + ")(?![\\p{L}-]))");

    /** Rounding of the arithmetic between two units. */
    static final double SAME = 1e-12;

    /** The smallest numbers are far apart. */
    private static final double SUBNORMAL = 4 * Double.MIN_VALUE;

    /** A month of 30 or of 31 days instead of a twelfth of a year. */
    private static final double OTHER_MONTH = 0.02;

    /** What stands in the last brackets of a noun. */
    private static final Pattern IN_BRACKETS = Pattern.compile("\\(([^()]*)\\)[^()]*$");

    static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal MINUTE = BigDecimal.valueOf(60);
    private static final BigDecimal MONTH = Objects.requireNonNull(UnitTable.TIME.get("month"));

    /**
     * A value with the word or code that came with it.
     *
     * @param value in the canonical unit
     * @param label the {@linkplain dev.estimator.internal.unit.Kind#label() label} of its kind: the noun or the
     *     currency code
     * @param paidFor the noun of what a price is for, if it is named
     * @param units the canonical units that a price is for, the seconds of money or of events for a time; 1 of what is
     *     neither
     */
    public record Labelled(
            double value, @Nullable String label, @Nullable String paidFor, double units) {
        Labelled(double value, @Nullable String label) {
            this(value, label, null, 1);
        }
    }

    private QuantityReader() {}

    /** The value of a text that is no range, in the canonical unit. */
    public static Labelled read(String text, Dimension dimension) {
        return switch (dimension) {
            case RATE -> RateReader.rate(text);
            case DATA -> new Labelled(data(text), null);
            case BANDWIDTH -> new Labelled(bandwidth(text), null);
            case TIME -> new Labelled(time(text), null);
            case STORED -> new Labelled(stored(text), null);
            case COUNT -> count(text);
            case RATIO -> new Labelled(ratio(text), null);
            case SHARE -> new Labelled(AvailabilityReader.share(text), null);
            case AVAILABILITY -> new Labelled(AvailabilityReader.availability(text), null);
            case MONEY -> MoneyReader.money(text);
            case DATA_PRICE, COUNT_PRICE, SPENDING, DATA_RENT, COUNT_RENT -> MoneyReader.price(text, dimension);
        };
    }

    private static double data(String text) {
        Scanner in = new Scanner(text);
        BigDecimal amount = size(in);
        return ending(in, value(in, amount, BigDecimal.ONE), Dimension.DATA, null);
    }

    private static double bandwidth(String text) {
        Scanner in = new Scanner(text);
        BigDecimal amount = in.number();
        int unit = in.mark();
        BigDecimal bits = UnitTable.BIT_RATE.get(in.word());
        if (bits != null) {
            return ending(in, value(in, amount.multiply(bits), BigDecimal.ONE), Dimension.BANDWIDTH, null);
        }
        in.reset(unit);
        refuseLetters(in);
        BigDecimal size = amount.multiply(dataUnits(in));
        return ending(in, value(in, size, perTime(in)), Dimension.BANDWIDTH, null);
    }

    /** 'mbps', of which nobody can say whether it is in bits or bytes. */
    private static void refuseLetters(Scanner in) {
        int mark = in.mark();
        String word = in.word();
        List<String> meant = UnitTable.BIT_RATE.keySet().stream()
                .filter(known -> known.equalsIgnoreCase(word) && (known.contains("B") || !word.contains("B")))
                .sorted(Comparator.reverseOrder())
                .toList();
        if (meant.size() > 1) {
            throw in.refuseAt(
                    mark, "\"" + word + "\" could mean " + String.join(" or ", meant) + ": write the one you mean");
        }
        if (!meant.isEmpty()) {
            throw in.refuseAt(mark, UnitTable.unknown(word) + ": did you mean " + meant.get(0) + "?");
        }
        in.reset(mark);
    }

    private static double stored(String text) {
        Scanner in = new Scanner(text);
        BigDecimal amount = size(in);
        int mark = in.mark();
        if (in.take("/") || in.takeWord("per")) {
            throw in.refuseAt(
                    mark, "this is a bandwidth, which Bandwidth.parse reads: write GB-month for what is kept");
        }
        amount = amount.multiply(MoneyReader.kept(in));
        return ending(in, value(in, amount, BigDecimal.ONE), Dimension.STORED, null);
    }

    private static double time(String text) {
        Scanner in = new Scanner(text);
        @Nullable BigDecimal total = in.isoDuration();
        total = total == null ? in.clock() : total;
        if (total != null) {
            return ending(in, value(in, total, BigDecimal.ONE), Dimension.TIME, null);
        }
        total = BigDecimal.ZERO;
        @Nullable BigDecimal larger = null;
        do {
            BigDecimal amount = in.number();
            in.takeHyphen();
            amount = amount.multiply(larger == null ? multipleOf(in, UnitTable::time) : BigDecimal.ONE);
            int mark = in.mark();
            BigDecimal unit = isMinutes(in, larger) ? MINUTE : timeUnit(in);
            if (larger != null && unit.compareTo(larger) >= 0) {
                throw in.refuseAt(mark, "the units must go from the largest to the smallest");
            }
            larger = unit;
            total = total.add(amount.multiply(unit));
        } while (in.atNumber());
        return ending(in, value(in, total, BigDecimal.ONE), Dimension.TIME, null);
    }

    /** The 'bn' of '1.2bn min', the million of '5 million bytes'; what is a unit itself is no multiple. */
    private static BigDecimal multipleOf(Scanner in, Function<String, @Nullable BigDecimal> units) {
        int mark = in.mark();
        String word = in.word();
        @Nullable BigDecimal scale = units.apply(word) != null ? null : UnitTable.scale(word);
        int after = in.mark();
        if (scale != null && units.apply(in.word()) != null) {
            in.reset(after);
            return scale;
        }
        in.reset(mark);
        return BigDecimal.ONE;
    }

    /** Takes an 'm' between hours and seconds, where it is no month: 1h 30m, 1m30s. */
    private static boolean isMinutes(Scanner in, @Nullable BigDecimal larger) {
        int start = in.mark();
        if (!in.takeWord("m")) {
            return false;
        }
        int end = in.mark();
        boolean isMinutes = larger != null && larger.compareTo(MONTH) < 0;
        if (!isMinutes && in.atNumber()) {
            in.number();
            BigDecimal next = UnitTable.time(in.word());
            isMinutes = next != null && next.compareTo(MINUTE) < 0;
        }
        in.reset(isMinutes ? end : start);
        return isMinutes;
    }

    private static Labelled count(String text) {
        Scanner in = new Scanner(text);
        BigDecimal amount = scaled(in);
        boolean isHyphen = in.isLastWord("-") && in.takeHyphen(); // 16-core
        if (!isHyphen && !takeTimes(in)) {
            requireSpaceBeforeNoun(in);
        }
        int mark = in.mark();
        String noun = in.rest();
        refuseRange(in, mark, noun);
        String problem = noun.isEmpty() ? null : nounProblem(noun);
        if (problem != null) {
            throw in.refuseAt(mark, problem);
        }
        boolean isOne = isHyphen || amount.compareTo(BigDecimal.ONE) == 0; // '1 server' is one of the servers
        return new Labelled(value(in, amount, BigDecimal.ONE), noun.isEmpty() ? null : isOne ? Nouns.many(noun) : noun);
    }

    /** The sign of '4 × H100', but not of '5 × 3'. */
    private static boolean takeTimes(Scanner in) {
        int mark = in.mark();
        boolean isTimes = !in.attached() && in.take("×") && !in.word().isEmpty();
        in.reset(mark);
        return isTimes && in.take("×");
    }

    private static double ratio(String text) {
        Scanner in = new Scanner(text);
        boolean signed = in.take("×") || in.take("x");
        int start = in.mark();
        boolean isMore = in.take("+");
        boolean isLess = !isMore && (in.take("-") || in.take("−"));
        BigDecimal amount = scaled(in);
        BigDecimal divisor = BigDecimal.ONE;
        if (in.take(":") || in.take("/")) {
            divisor = in.number();
        } else if (in.take("%")) {
            divisor = HUNDRED;
            amount = isMore ? HUNDRED.add(amount) : isLess ? HUNDRED.subtract(amount) : amount;
            isLess = amount.signum() < 0;
        } else if (!signed && !in.take("×")) {
            if (!in.take("x")) {
                in.takeWord("times");
            }
        }
        if (isLess) {
            throw in.refuseAt(start, "the amount is negative, which no quantity can be");
        }
        return ending(in, value(in, amount, divisor), Dimension.RATIO, null);
    }

    /**
     * What keeps a text from being the noun of a count, or null: what it begins with could be read as part of the
     * amount.
     */
    public static @Nullable String nounProblem(String noun) {
        String shown = "\"" + Scanner.shortened(noun) + "\" ";
        if (noun.length() > Scanner.LONGEST) {
            return shown + "has " + noun.length() + " characters, more than " + Scanner.LONGEST;
        }
        if (noun.contains("…")) {
            return shown + "reads like a range, not a noun";
        }
        if (!noun.equals(WrappedText.oneLine(noun))) {
            return shown + "is not a noun: it has a line break or a control character";
        }
        Scanner in = new Scanner(noun);
        String first = in.word();
        if (first.isEmpty()) {
            return shown + "is not a noun: it must begin with a letter";
        }
        if (RATE.matcher(noun).find()) {
            return shown + "is a rate, not a noun: it belongs into a Qps";
        }
        Matcher brackets = IN_BRACKETS.matcher(noun);
        String remark = brackets.find() ? brackets.group(1).strip() : first;
        if (remark.isEmpty() || Scanner.startsWithNumber(remark)) {
            return shown + "has another amount in brackets, or nothing";
        }
        String problem = UnitTable.nounProblem(first);
        return problem == null ? UnitTable.nounProblem(new Scanner(remark).word()) : problem;
    }

    /**
     * A number with an optional 'k', 'M', 'million': 1.5M; of '1,563M' the comma could be a decimal one, but '1,563tn'
     * is how thousands of trillions are printed.
     */
    static BigDecimal scaled(Scanner in) {
        int mark = in.mark();
        BigDecimal number = in.number();
        boolean isAttached = in.attached();
        BigDecimal scale = optionalScale(in);
        boolean isPrinted = isAttached && in.before(in.mark()).stripTrailing().endsWith("tn");
        if (scale.compareTo(BigDecimal.ONE) != 0 && !isPrinted) {
            in.refuseComma(mark);
        }
        return number.multiply(scale);
    }

    static BigDecimal optionalScale(Scanner in) {
        int mark = in.mark();
        String word = in.word();
        BigDecimal scale = UnitTable.scale(word);
        if (scale != null) {
            if (scale.compareTo(HUNDRED) == 0 && in.atNumberInWords()) {
                throw in.refuse("another number follows: write it in digits");
            }
            return UnitTable.OF_CRORES.contains(word.toLowerCase(Locale.ROOT)) ? scale.multiply(crores(in)) : scale;
        }
        if (word.equals("B")) {
            throw in.refuseAt(mark, "\"B\" could mean bn (billion) or bytes: write the one you mean");
        }
        if (word.equals("m") || word.equals("b")) {
            throw in.refuseAt(
                    mark,
                    "\"" + word + "\" could mean "
                            + (word.equals("m") ? "M (million) or 0.001 (milli)" : "bn (billion) or bits")
                            + ": write the one you mean");
        }
        in.reset(mark);
        return UnitTable.isPrefixed(word) && in.take(word.substring(0, 1))
                ? UnitTable.prefix(word.charAt(0))
                : BigDecimal.ONE;
    }

    /** The 'crore' of '7 lakh crore', or 1. */
    private static BigDecimal crores(Scanner in) {
        int mark = in.mark();
        String word = in.word();
        BigDecimal scale = word.matches("(?i)crores?") ? UnitTable.scale(word) : null;
        if (scale != null) {
            return scale;
        }
        in.reset(mark);
        return BigDecimal.ONE;
    }

    /** '12kreq/s' would silently be twelve of something. */
    static void requireSpaceBeforeNoun(Scanner in) {
        int mark = in.mark();
        String word = in.attached() ? in.word() : "";
        if (!word.isEmpty() && !UnitTable.PER_TIME.containsKey(word) && !word.matches(UnitTable.FLOP)) {
            throw in.refuseAt(
                    mark,
                    "\"" + Scanner.shortened(word)
                            + "\" is not a multiple that is known here: leave a space before a noun");
        }
        in.reset(mark);
    }

    private static BigDecimal size(Scanner in) {
        BigDecimal amount = in.number();
        in.takeHyphen();
        return amount.multiply(dataUnits(in));
    }

    /** A unit, or a multiple of it: million bytes; of 'K bytes' nobody can say how many they are. */
    private static BigDecimal dataUnits(Scanner in) {
        int mark = in.mark();
        boolean isWord = in.word().length() > 1;
        in.reset(mark);
        BigDecimal multiple = isWord ? multipleOf(in, UnitTable::data) : BigDecimal.ONE;
        return multiple.multiply(dataUnit(in));
    }

    static BigDecimal dataUnit(Scanner in) {
        int mark = in.mark();
        String word = in.word();
        BigDecimal unit = UnitTable.data(word);
        if (unit == null) {
            throw in.refuseAt(mark, UnitTable.dataProblem(word));
        }
        return unit;
    }

    static BigDecimal timeUnit(Scanner in) {
        int mark = in.mark();
        String word = in.word();
        BigDecimal unit = UnitTable.time(word);
        if (unit == null) {
            throw in.refuseAt(mark, UnitTable.timeProblem(word));
        }
        return unit;
    }

    /** The period of a rate: 'daily', or what follows 'per'. */
    static BigDecimal perTime(Scanner in) {
        @Nullable BigDecimal adverb = adverb(in);
        if (adverb == null && !in.takePerTime()) {
            throw in.refuse("the period is missing");
        }
        return adverb == null ? period(in) : adverb;
    }

    /** The seconds of 'daily', which is taken, or null. */
    static @Nullable BigDecimal adverb(Scanner in) {
        int mark = in.mark();
        @Nullable BigDecimal seconds = UnitTable.ADVERBS.get(in.word());
        if (seconds == null) {
            in.reset(mark);
        }
        return seconds;
    }

    /** The period after 'per': 'day', or '30 d'. */
    static BigDecimal period(Scanner in) {
        int mark = in.mark();
        BigDecimal amount = in.atNumber() ? in.number() : BigDecimal.ONE;
        BigDecimal seconds = amount.multiply(timeUnit(in));
        if (seconds.signum() == 0) {
            throw in.refuseAt(mark, "the period is zero");
        }
        return seconds;
    }

    /**
     * The end; a value in brackets before it, as in '125 MB/s (1 Gbit/s)', must be a rounding of the same, and is no
     * more than that. Where it is not, but the value is one of it, it is the finer and is taken: '1 KB (1024 B)' are
     * 1024 B. So is a finer time: '1 month (30 d)' are 30 days.
     */
    static double ending(Scanner in, double value, Dimension dimension, @Nullable String label) {
        refuseEach(in, dimension);
        takeWhen(in);
        int mark = in.mark();
        @Nullable String remark = in.end();
        if (remark == null) {
            return value;
        }
        refuseRange(in, mark, remark);
        try {
            Labelled read = read(remark, dimension);
            double again = Objects.equals(read.label(), label) ? read.value() : Double.NaN;
            double[] rounding = rounding(in.before(mark), dimension);
            double[] ofAgain = rounding(remark, dimension);
            boolean isValue = isWithin(value, again, ofAgain);
            boolean isAgain = isWithin(again, value, rounding);
            if (isValue || isAgain) {
                boolean isFinerTime = dimension == Dimension.TIME && ofAgain[1] < rounding[1];
                return isAgain && (!isValue || isFinerTime) ? again : value;
            }
            double low = Math.max(value * (1 - rounding[0]), again * (1 - ofAgain[0]));
            double high = Math.min(value * (1 + rounding[1]), again * (1 + ofAgain[1]));
            if (low < high) {
                return (low + high) / 2;
            }
        } catch (IllegalArgumentException e) {
            // as below
        }
        throw in.refuseAt(mark, otherInBrackets(remark));
    }

    /** Takes 'on average', 'at peak', 'total', which change no number; 'min' behind a number may be minutes. */
    private static void takeWhen(Scanner in) {
        int mark = in.mark();
        if (!in.takeWord("on")) {
            in.takeWord("at");
        }
        String word = in.word();
        if (word.equals("min") || !UnitTable.WHEN.contains(word)) {
            in.reset(mark);
        }
    }

    /** '5 GB per camera', whose noun nothing would remember, and '5 GB/s'. */
    private static void refuseEach(Scanner in, Dimension dimension) {
        int mark = in.mark();
        boolean isEach = !dimension.isOfMoney() && in.takeWord("each");
        boolean isPer = !dimension.isOfMoney() && (in.take("/") || in.takeWord("per"));
        if (isEach || (isPer && UnitTable.time(in.word()) == null)) {
            throw in.refuseAt(mark, "this is of each: read what stands before, and multiply it by how many there are");
        }
        if (isPer && dimension == Dimension.DATA) {
            throw in.refuseAt(mark, "this is a bandwidth, which Bandwidth.parse reads");
        }
        in.reset(mark);
    }

    private static double[] rounding(String text, Dimension dimension) {
        double[] rounding = Scanner.rounding(text);
        return dimension == Dimension.TIME && text.contains("mo")
                ? new double[] {Math.max(rounding[0], OTHER_MONTH), Math.max(rounding[1], OTHER_MONTH)}
                : rounding;
    }

    private static boolean isWithin(double value, double of, double[] rounding) {
        return value >= of * (1 - rounding[0] - SAME) - SUBNORMAL && value <= of * (1 + rounding[1] + SAME) + SUBNORMAL;
    }

    static String otherInBrackets(String remark) {
        return Scanner.startsWithNumber(remark)
                ? "the value in brackets is another one"
                : "\"" + Scanner.shortened(remark) + "\" in brackets is not understood: leave it out";
    }

    private static void refuseRange(Scanner in, int mark, String text) {
        if (text.contains("…")) {
            throw in.refuseAt(mark, "a range follows: state its ends with between(low, high)");
        }
    }

    static double value(Scanner in, BigDecimal amount, BigDecimal divisor) {
        double value = quotient(in, amount, divisor).doubleValue();
        if (Double.isInfinite(value)) {
            throw in.refuse("the amount is too large for any quantity");
        }
        if (value == 0 && amount.signum() != 0) {
            throw in.refuse("the amount is too small for any quantity, though it is not zero");
        }
        return value;
    }

    static BigDecimal quotient(Scanner in, BigDecimal amount, BigDecimal divisor) {
        if (divisor.signum() == 0) {
            throw in.refuse("division by zero");
        }
        return amount.divide(divisor, MathContext.DECIMAL128);
    }
}
