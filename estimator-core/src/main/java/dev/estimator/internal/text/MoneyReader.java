package dev.estimator.internal.text;

import dev.estimator.internal.text.QuantityReader.Labelled;
import dev.estimator.internal.unit.Dimension;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;

/** Reads money and what is paid for: '$1.2k', '$0.02/GB', '0.04 USD/vCPU-hour'. */
public final class MoneyReader {
    /** Of money a 'B' has this reading only. */
    private static final BigDecimal BILLION = BigDecimal.valueOf(1_000_000_000);

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
        boolean each = dimension == Dimension.COUNT_PRICE && QuantityReader.takeWord(in, "each");
        if (!each && !in.take("/") && !QuantityReader.takeWord(in, "per")) {
            throw in.refuse("what the price is for is missing");
        }
        BigDecimal units = each ? BigDecimal.ONE : denominator(in, dimension);
        refuseRent(in, dimension);
        double price = QuantityReader.value(in, BigDecimal.valueOf(money.value()), units);
        price = QuantityReader.ending(in, price, dimension, money.label());
        return new Labelled(price, money.label());
    }

    private static void refuseRent(Scanner in, Dimension dimension) {
        boolean isPrice = dimension == Dimension.DATA_PRICE || dimension == Dimension.COUNT_PRICE;
        int mark = in.mark();
        if (isPrice
                && (in.take("-") || in.take("/") || QuantityReader.takeWord(in, "per"))
                && UnitTable.TIME.containsKey(in.word())) {
            throw in.refuseAt(mark, "this is a price for a time as well, which Rent.parse reads");
        }
        in.reset(mark);
    }

    private static BigDecimal denominator(Scanner in, Dimension dimension) {
        boolean stated = in.atNumber();
        BigDecimal amount = stated ? in.number() : BigDecimal.ONE;
        return switch (dimension) {
            case DATA_PRICE -> amount.multiply(QuantityReader.dataUnit(in));
            case COUNT_PRICE -> amount.multiply(things(in, stated));
            case DATA_RENT -> amount.multiply(QuantityReader.dataUnit(in)).multiply(kept(in));
            case COUNT_RENT ->
                stated ? amount.multiply(QuantityReader.optionalScale(in)).multiply(kept(in)) : thingsKept(in);
            default -> amount.multiply(QuantityReader.timeUnit(in));
        };
    }

    /** For how long: '-month', '/h', 'per year'. */
    static BigDecimal kept(Scanner in) {
        if (!in.take("-") && !in.take("·") && !in.take("/") && !QuantityReader.takeWord(in, "per")) {
            throw in.refuse("for how long is missing");
        }
        return QuantityReader.timeUnit(in);
    }

    /** 'month each', 'vCPU-hour' of any noun, or 'million/month'. */
    private static BigDecimal thingsKept(Scanner in) {
        int mark = in.mark();
        String word = in.word();
        BigDecimal time = UnitTable.TIME.get(word);
        if (time != null && QuantityReader.takeWord(in, "each")) {
            return time;
        }
        in.reset(mark);
        BigDecimal scale = QuantityReader.optionalScale(in);
        if (in.mark() == mark) {
            String problem = time == null
                    ? UnitTable.nounProblem(word)
                    : "\"" + word + "\" is a unit of time: what the price is for is missing";
            if (problem != null || in.word().isEmpty()) {
                throw in.refuseAt(mark, problem == null ? "what the price is for is missing" : problem);
            }
        }
        return scale.multiply(kept(in));
    }

    private static Labelled money(Scanner in) {
        String currency = currencyBefore(in);
        BigDecimal amount = in.number();
        amount = amount.multiply(QuantityReader.takeWord(in, "B") ? BILLION : QuantityReader.optionalScale(in));
        int after = in.mark();
        if (currency.isEmpty()) {
            currency = sign(in);
        }
        if (currency.isEmpty()) {
            currency = in.word();
            if (!isCurrency(currency)) {
                throw in.refuseAt(after, "the currency is missing or unknown");
            }
        }
        return new Labelled(QuantityReader.value(in, amount, BigDecimal.ONE), currency);
    }

    /** The currency of a sign, before or after the amount: '5 €' is as usual as '€5'. */
    private static String sign(Scanner in) {
        for (Map.Entry<String, String> sign : MoneyText.SIGNS.entrySet()) {
            if (in.take(sign.getValue())) {
                return sign.getKey();
            }
        }
        return "";
    }

    private static String currencyBefore(Scanner in) {
        String written = sign(in);
        if (!written.isEmpty()) {
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
    private static BigDecimal things(Scanner in, boolean stated) {
        int mark = in.mark();
        BigDecimal scale = QuantityReader.optionalScale(in);
        boolean isScaled = stated || in.mark() > mark;
        int before = in.mark();
        String noun = in.word();
        if (noun.isEmpty() && !isScaled) {
            throw in.refuseAt(before, "what the price is for is missing");
        }
        String problem = noun.isEmpty() ? null : UnitTable.nounProblem(noun);
        if (problem != null) {
            throw in.refuseAt(before, problem);
        }
        return scale;
    }

    public static boolean isCurrency(String code) {
        try {
            return Currency.getInstance(code).getCurrencyCode().equals(code);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
