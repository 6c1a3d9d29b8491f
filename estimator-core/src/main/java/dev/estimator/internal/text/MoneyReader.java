package dev.estimator.internal.text;

import dev.estimator.internal.text.QuantityReader.Labelled;
import dev.estimator.internal.unit.Dimension;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads money and what is paid for: '$1.2k', '$0.02/GB', '0.04 USD/vCPU-hour'. */
public final class MoneyReader {
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal BILLION = BigDecimal.valueOf(1_000_000_000);

    private static final String TIME = "\\s*(?:" + String.join("|", UnitTable.TIME.keySet()) + ")";
    private static final String FOR_A_TIME = "(?:\\s*(?:[-·/]|(?<=\\s)per\\s)" + TIME + "|\\s+(?:"
            + String.join("|", UnitTable.ADVERBS.keySet()) + ")\\b)";

    /** The end, before which a remark in brackets may stand: a value, for other remarks are refused. */
    private static final String END = "\\s*(?:\\([^()]*\\))?$";

    /** Where the noun of what is paid for ends; behind a time a rent is read, or refused. */
    private static final Pattern PAID = Pattern.compile("(?:" + FOR_A_TIME + ")?" + END);

    /** As {@link #PAID} of a price, whose noun may be a 'GPU-hour'. */
    private static final Pattern PRICED =
            Pattern.compile("(?:\\s*(?:[·/]|(?<!\\p{L})-|(?<=\\s)per\\s)" + TIME + ")?" + END);

    private static final Pattern KEPT = Pattern.compile(FOR_A_TIME + END);
    private static final Pattern SEPARATED = Pattern.compile("\\s*[-·/]");

    private MoneyReader() {}

    static Labelled money(String text) {
        Scanner in = new Scanner(text);
        Labelled money = money(in);
        double value = QuantityReader.ending(in, money.value(), Dimension.MONEY, money.label());
        return new Labelled(value, money.label());
    }

    /** A price of the given dimension, in money for one canonical unit. */
    static Labelled price(String text, Dimension dimension) {
        Scanner in = new Scanner(text);
        Labelled money = money(in);
        Paid paid = paidFor(in, dimension);
        refuseRent(in, dimension);
        double price = QuantityReader.value(in, BigDecimal.valueOf(money.value()), paid.units());
        price = QuantityReader.ending(in, price, dimension, money.label());
        return new Labelled(
                price,
                money.label(),
                paid.noun().isEmpty() ? null : paid.noun(),
                paid.units().doubleValue());
    }

    private static Paid paidFor(Scanner in, Dimension dimension) {
        if (dimension == Dimension.COUNT_PRICE && in.takeWord("each")) {
            return new Paid(BigDecimal.ONE, "");
        }
        @Nullable BigDecimal adverb = dimension == Dimension.SPENDING ? QuantityReader.adverb(in) : null;
        if (adverb != null) {
            return new Paid(adverb, "");
        }
        if (!in.takePer()) {
            throw in.refuse("what the price is for is missing");
        }
        return denominator(in, dimension);
    }

    private static void refuseRent(Scanner in, Dimension dimension) {
        boolean isPrice = dimension == Dimension.DATA_PRICE || dimension == Dimension.COUNT_PRICE;
        int mark = in.mark();
        if (isPrice && (in.take("-") || in.take("/") || in.takeWord("per")) && UnitTable.time(in.word()) != null) {
            throw in.refuseAt(mark, "this is a price for a time as well, which Rent.parse reads");
        }
        in.reset(mark);
    }

    /**
     * What is paid for.
     *
     * @param units how many canonical units of it
     * @param noun what it is, or an empty text
     */
    private record Paid(BigDecimal units, String noun) {
        Paid times(BigDecimal factor) {
            return new Paid(units.multiply(factor), noun);
        }
    }

    private static Paid denominator(Scanner in, Dimension dimension) {
        boolean stated = in.atNumber();
        BigDecimal amount = stated ? in.number() : BigDecimal.ONE;
        if (dimension == Dimension.COUNT_PRICE) {
            return things(in, stated).times(amount);
        }
        if (dimension == Dimension.COUNT_RENT) {
            return thingsKept(in, stated).times(amount);
        }
        if (dimension == Dimension.SPENDING) {
            return new Paid(amount.multiply(QuantityReader.timeUnit(in)), "");
        }
        BigDecimal size = amount.multiply(QuantityReader.dataUnit(in));
        return new Paid(dimension == Dimension.DATA_RENT ? size.multiply(kept(in)) : size, "");
    }

    /** For how long: '-month', '/h', 'per year'. */
    static BigDecimal kept(Scanner in) {
        @Nullable BigDecimal adverb = QuantityReader.adverb(in);
        if (adverb != null) {
            return adverb;
        }
        if (!in.take("-") && !in.take("·") && !in.take("/") && !in.takeWord("per")) {
            throw in.refuse("for how long is missing");
        }
        return QuantityReader.timeUnit(in);
    }

    /** 'month each', 'month per server', 'vCPU-hour' of any noun, '1k users/month', or 'million/month'. */
    private static Paid thingsKept(Scanner in, boolean stated) {
        int mark = in.mark();
        String word = in.word();
        BigDecimal time = UnitTable.time(word);
        if (!stated && time != null && in.takeWord("each")) {
            return new Paid(time, "");
        }
        if (!stated && time != null && in.takeWord("per")) {
            return new Paid(time, noun(in, in.upTo(PAID), false));
        }
        in.reset(mark);
        BigDecimal scale = QuantityReader.optionalScale(in);
        boolean isScaled = stated || in.mark() > mark;
        if (!isScaled && time != null) {
            throw in.refuseAt(mark, "\"" + word + "\" is a unit of time: what the price is for is missing");
        }
        String noun = noun(in, in.upTo(KEPT, SEPARATED), isScaled);
        return new Paid(scale.multiply(kept(in)), noun);
    }

    private static Labelled money(Scanner in) {
        String currency = currencyBefore(in);
        BigDecimal amount = in.number();
        amount = amount.multiply(multiple(in));
        int after = in.mark();
        if (currency.isEmpty()) {
            currency = inWords(in);
        }
        if (currency.isEmpty()) {
            currency = in.word();
            if (!isCurrency(currency)) {
                throw in.refuseAt(after, "the currency is missing or unknown");
            }
        }
        return new Labelled(QuantityReader.value(in, amount, BigDecimal.ONE), currency);
    }

    /** Of money 'B' are billions and 'MM' are millions, a thousand thousands, and nothing else. */
    private static BigDecimal multiple(Scanner in) {
        if (in.takeWord("B")) {
            return BILLION;
        }
        boolean isMillions = in.takeWord("MM") || in.takeWord("mm");
        return isMillions ? MILLION : QuantityReader.optionalScale(in);
    }

    /** The currency of a name or a sign after the amount. */
    private static String inWords(Scanner in) {
        if (in.takeWord("dollars") || in.takeWord("dollar")) {
            return "USD";
        }
        return in.takeWord("euros") || in.takeWord("euro") ? "EUR" : sign(in);
    }

    /** The currency of a sign, before or after the amount: '5 €' is as usual as '€5'. */
    private static String sign(Scanner in) {
        if (in.take("US$")) {
            return "USD";
        }
        for (Map.Entry<String, String> sign : MoneyText.SIGNS.entrySet()) {
            if (in.take(sign.getValue())) {
                return sign.getKey();
            }
        }
        return "";
    }

    private static String currencyBefore(Scanner in) {
        String written = sign(in);
        if (!written.isEmpty() || in.atNumberInWords()) {
            return written;
        }
        int start = in.mark();
        String code = in.word();
        if (!code.isEmpty() && !isCurrency(code)) {
            throw in.refuseAt(start, "\"" + Scanner.shortened(code) + "\" is not an ISO 4217 currency code");
        }
        return code;
    }

    /** How many things a price is for: a number, a multiple or both, and perhaps of what: '1M tokens', 'request'. */
    private static Paid things(Scanner in, boolean stated) {
        int mark = in.mark();
        if (UnitTable.time(in.word()) != null && in.takeWord("per")) {
            throw in.refuseAt(mark, "this is a price for a time as well, which Rent.parse reads");
        }
        in.reset(mark);
        BigDecimal scale = QuantityReader.optionalScale(in);
        boolean isScaled = stated || in.mark() > mark;
        return new Paid(scale, noun(in, in.upTo(PRICED), isScaled));
    }

    /** The words of what is paid for, which may be missing behind a number. */
    private static String noun(Scanner in, String words, boolean mayBeMissing) {
        int before = in.mark();
        boolean isNoun = !words.isEmpty() && Character.isLetter(words.charAt(0));
        if (!isNoun && !mayBeMissing) {
            throw in.refuseAt(before, "what the price is for is missing");
        }
        String problem = isNoun ? QuantityReader.nounProblem(words) : null;
        if (problem != null) {
            throw in.refuseAt(before, problem);
        }
        return isNoun && in.take(words) ? words : "";
    }

    public static boolean isCurrency(String code) {
        try {
            return Currency.getInstance(code).getCurrencyCode().equals(code);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
