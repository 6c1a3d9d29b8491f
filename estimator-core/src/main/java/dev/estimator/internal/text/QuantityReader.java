package dev.estimator.internal.text;

import dev.estimator.internal.unit.Dimension;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;

/** Reads what people write. Decimal text is taken exactly and rounded once, to the nearest double. */
public final class QuantityReader {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * A value with the word or code that came with it.
     *
     * @param value in the canonical unit
     * @param label the noun or the currency code, or an empty text
     */
    public record Labelled(double value, String label) {}

    private QuantityReader() {}

    public static double rate(String text) {
        Scanner in = new Scanner(text, "Qps", "write for example 12k req/s, 1.5M/day or 200 writes per minute");
        BigDecimal events = scaled(in);
        requireSpaceBeforeNoun(in);
        String word = in.word();
        if (UnitTable.PER_SECOND.contains(word)) {
            in.end();
            return value(in, events, BigDecimal.ONE);
        }
        while (!word.isEmpty() && !word.equals("per")) {
            word = in.word();
        }
        if (word.isEmpty() && !in.take("/")) {
            throw in.refuse("the period is missing");
        }
        BigDecimal seconds = period(in);
        in.end();
        return value(in, events, seconds);
    }

    public static double data(String text) {
        Scanner in = new Scanner(text, "Bytes", "write for example 500 B, 1.5 TB, 3.5 TiB or 8 Gbit");
        BigDecimal amount = in.number().multiply(dataUnit(in));
        in.end();
        return value(in, amount, BigDecimal.ONE);
    }

    public static double bandwidth(String text) {
        Scanner in = new Scanner(text, "Bandwidth", "write for example 125 MB/s, 1 Gbit/s, 100 Mbps or 7.5 PB/day");
        BigDecimal amount = in.number();
        int unit = in.mark();
        BigDecimal bits = UnitTable.BIT_RATE.get(in.word());
        if (bits != null) {
            in.end();
            return value(in, amount.multiply(bits), BigDecimal.ONE);
        }
        in.reset(unit);
        BigDecimal size = dataUnit(in);
        if (!in.take("/") && !takeWord(in, "per")) {
            throw in.refuse("the period is missing");
        }
        BigDecimal seconds = period(in);
        in.end();
        return value(in, amount.multiply(size), seconds);
    }

    public static double time(String text) {
        Scanner in = new Scanner(text, "TimeSpan", "write for example 20 ms, 5 min, 6.5 h, 30d or 8 h 45 min");
        BigDecimal total = BigDecimal.ZERO;
        do {
            total = total.add(in.number().multiply(timeUnit(in)));
        } while (in.atNumber());
        in.end();
        return value(in, total, BigDecimal.ONE);
    }

    public static Labelled count(String text) {
        Scanner in = new Scanner(text, "Count", "write for example 1_000_000, 2e9, 10M or 500 million posts");
        BigDecimal amount = scaled(in);
        requireSpaceBeforeNoun(in);
        return new Labelled(value(in, amount, BigDecimal.ONE), in.rest());
    }

    public static double ratio(String text) {
        Scanner in = new Scanner(text, "Ratio", "write for example ×3, 3, 2.5x, 100:1 or 250%");
        boolean signed = in.take("×") || in.take("x");
        BigDecimal amount = scaled(in);
        BigDecimal divisor = BigDecimal.ONE;
        if (in.take(":")) {
            divisor = in.number();
        } else if (in.take("%")) {
            divisor = HUNDRED;
        } else if (!signed && !in.take("×")) {
            in.take("x");
        }
        in.end();
        return value(in, amount, divisor);
    }

    public static double share(String text) {
        Scanner in = new Scanner(text, "Share", "write for example 95% or 0.95");
        BigDecimal share = part(in);
        in.end();
        return value(in, share, BigDecimal.ONE);
    }

    /** Returns the unavailability. */
    public static double availability(String text) {
        Scanner in = new Scanner(text, "Availability", "write for example 99.95%, 0.9995, 3 nines or 1 − 1e-11");
        int start = in.mark();
        BigDecimal first = in.number();
        if (in.take("−") || in.take("-")) {
            if (first.compareTo(BigDecimal.ONE) != 0) {
                throw in.refuseAt(start, "only 1 − x is an availability");
            }
            BigDecimal unavailability = part(in);
            in.end();
            return value(in, unavailability, BigDecimal.ONE);
        }
        if (takeWord(in, "nines") || takeWord(in, "nine")) {
            in.end();
            return unavailabilityOfNines(in, first);
        }
        in.reset(start);
        BigDecimal availability = part(in);
        in.end();
        return value(in, BigDecimal.ONE.subtract(availability), BigDecimal.ONE);
    }

    public static Labelled money(String text) {
        Scanner in = new Scanner(text, "Money", "write for example $1.2k, 1200 USD, EUR 0.5 or 3M JPY");
        Labelled money = money(in);
        in.end();
        return money;
    }

    /** A price of the given dimension, in money for one canonical unit. */
    public static Labelled price(String text, Dimension dimension) {
        Scanner in = new Scanner(text, dimension.typeName(), priceExample(dimension));
        Labelled money = money(in);
        boolean each = dimension == Dimension.COUNT_PRICE && takeWord(in, "each");
        if (!each && !in.take("/") && !takeWord(in, "per")) {
            throw in.refuse("what the price is for is missing");
        }
        BigDecimal units = each ? BigDecimal.ONE : denominator(in, dimension);
        in.end();
        return new Labelled(value(in, BigDecimal.valueOf(money.value()), units), money.label());
    }

    private static String priceExample(Dimension dimension) {
        return switch (dimension) {
            case DATA_PRICE -> "write for example $0.02/GB";
            case COUNT_PRICE -> "write for example $0.4/1M or 15 EUR each";
            default -> "write for example $1.2k/month or 0.096 USD/h";
        };
    }

    private static BigDecimal denominator(Scanner in, Dimension dimension) {
        BigDecimal amount = in.atNumber() ? in.number() : BigDecimal.ONE;
        return switch (dimension) {
            case DATA_PRICE -> amount.multiply(dataUnit(in));
            case COUNT_PRICE -> amount.multiply(optionalScale(in));
            default -> amount.multiply(timeUnit(in));
        };
    }

    private static Labelled money(Scanner in) {
        String currency = currencyBefore(in);
        BigDecimal amount = scaled(in);
        int after = in.mark();
        if (currency.isEmpty()) {
            currency = in.word();
            if (!isCurrency(currency)) {
                throw in.refuseAt(after, "the currency is missing or unknown");
            }
        }
        return new Labelled(value(in, amount, BigDecimal.ONE), currency);
    }

    private static String currencyBefore(Scanner in) {
        for (Map.Entry<String, String> sign : MoneyText.SIGNS.entrySet()) {
            if (in.take(sign.getValue())) {
                return sign.getKey();
            }
        }
        int start = in.mark();
        String code = in.word();
        if (!code.isEmpty() && !isCurrency(code)) {
            throw in.refuseAt(start, "\"" + code + "\" is not an ISO 4217 currency code");
        }
        return code;
    }

    public static boolean isCurrency(String code) {
        try {
            return Currency.getInstance(code).getCurrencyCode().equals(code);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** A number with an optional 'k', 'M', 'million': 1.5M. */
    private static BigDecimal scaled(Scanner in) {
        return in.number().multiply(optionalScale(in));
    }

    private static BigDecimal optionalScale(Scanner in) {
        int mark = in.mark();
        String word = in.word();
        BigDecimal scale = UnitTable.SCALE.get(word);
        if (scale != null) {
            return scale;
        }
        if (word.equals("m") || word.equals("b")) {
            String upper = word.toUpperCase(Locale.ROOT);
            throw in.refuseAt(
                    mark,
                    "\"" + word + "\" could mean " + upper
                            + (word.equals("m") ? " (million) or 0.001 (milli)" : " (billion) or bits")
                            + ": write the one you mean");
        }
        in.reset(mark);
        return BigDecimal.ONE;
    }

    /** '12kreq/s' would silently be twelve of something. */
    private static void requireSpaceBeforeNoun(Scanner in) {
        int mark = in.mark();
        String word = in.attached() ? in.word() : "";
        if (!word.isEmpty() && !UnitTable.PER_SECOND.contains(word)) {
            throw in.refuseAt(
                    mark, "\"" + word + "\" is not a multiple that is known here: leave a space before a noun");
        }
        in.reset(mark);
    }

    private static BigDecimal dataUnit(Scanner in) {
        int mark = in.mark();
        String word = in.word();
        BigDecimal unit = UnitTable.DATA.get(word);
        if (unit == null) {
            throw in.refuseAt(mark, UnitTable.dataProblem(word));
        }
        return unit;
    }

    private static BigDecimal timeUnit(Scanner in) {
        int mark = in.mark();
        String word = in.word();
        BigDecimal unit = UnitTable.TIME.get(word);
        if (unit == null) {
            throw in.refuseAt(mark, UnitTable.timeProblem(word));
        }
        return unit;
    }

    /** The period after 'per': 'day', or '30 d'. */
    private static BigDecimal period(Scanner in) {
        int mark = in.mark();
        BigDecimal amount = in.atNumber() ? in.number() : BigDecimal.ONE;
        BigDecimal seconds = amount.multiply(timeUnit(in));
        if (seconds.signum() == 0) {
            throw in.refuseAt(mark, "the period is zero");
        }
        return seconds;
    }

    /** A part of a whole: '95%', '95 percent' or '0.95', between 0 and 1. */
    private static BigDecimal part(Scanner in) {
        int mark = in.mark();
        BigDecimal number = in.number();
        boolean percent = in.take("%") || takeWord(in, "percent");
        BigDecimal part = percent ? number.divide(HUNDRED) : number;
        if (part.compareTo(BigDecimal.ONE) > 0) {
            throw in.refuseAt(
                    mark,
                    percent
                            ? number + "% is more than the whole"
                            : number + " is above 1: did you mean " + number + "%?");
        }
        return part;
    }

    private static double unavailabilityOfNines(Scanner in, BigDecimal nines) {
        BigDecimal whole = nines.stripTrailingZeros();
        return whole.scale() <= 0 && whole.compareTo(HUNDRED) < 0
                ? BigDecimal.ONE.movePointLeft(whole.intValue()).doubleValue()
                : Math.pow(10, -value(in, nines, BigDecimal.ONE));
    }

    private static boolean takeWord(Scanner in, String word) {
        int mark = in.mark();
        if (in.word().equals(word)) {
            return true;
        }
        in.reset(mark);
        return false;
    }

    private static double value(Scanner in, BigDecimal amount, BigDecimal divisor) {
        if (divisor.signum() == 0) {
            throw in.refuse("division by zero");
        }
        double value = amount.divide(divisor, MathContext.DECIMAL128).doubleValue();
        if (Double.isInfinite(value)) {
            throw in.refuse("the amount is too large for any quantity");
        }
        return value;
    }
}
