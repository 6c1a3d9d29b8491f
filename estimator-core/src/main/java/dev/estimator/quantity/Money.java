package dev.estimator.quantity;

import static dev.estimator.internal.graph.Trace.isPlain;

import dev.estimator.internal.graph.Node;
import dev.estimator.internal.graph.Op;
import dev.estimator.internal.graph.Trace;
import dev.estimator.internal.text.QuantityReader;
import dev.estimator.internal.unit.Dimension;
import dev.estimator.internal.unit.Kind;
import org.jspecify.annotations.Nullable;

/** An amount of money in one currency, such as '$1.2k'. Currencies are never mixed or converted. */
public final class Money extends Amount<Money> {
    private static final long serialVersionUID = 1L;

    private final String currency;

    Money(double value, String currency, @Nullable Node origin) {
        super(value, origin);
        this.currency = currency;
    }

    /**
     * Obtains an amount of money.
     *
     * @param amount the amount, finite and not negative
     * @param currency its ISO 4217 code, such as 'USD'
     * @return the money
     * @throws IllegalArgumentException if the amount is negative, infinite or NaN, or the code is unknown
     */
    public static Money of(double amount, String currency) {
        if (!QuantityReader.isCurrency(currency)) {
            throw new IllegalArgumentException(
                    "currency must be an ISO 4217 code, such as USD, but was '" + currency + "'");
        }
        return new Money(nonNegative(amount, "amount"), currency, null);
    }

    /**
     * Reads an amount of money, such as '$1.2k', '1200 USD' or 'EUR 0.5'. The sign '$' means USD.
     *
     * @param text what {@link #toString()} writes, or a common spelling
     * @return the money
     * @throws IllegalArgumentException if the text cannot be read or the currency is missing
     */
    public static Money parse(String text) {
        QuantityReader.Labelled read = QuantityReader.money(text);
        return new Money(read.value(), read.label(), null);
    }

    /**
     * Returns the amount.
     *
     * @return the number, unrounded
     */
    public double amount() {
        return value;
    }

    /**
     * Returns the currency.
     *
     * @return its ISO 4217 code
     */
    public String currency() {
        return currency;
    }

    /**
     * Returns what so many cost, if one costs this: {@code usd(165).times(count(12))}.
     *
     * @param count how many
     * @return {@code this × count}
     * @throws ArithmeticException if the result is too large
     */
    public Money times(Count count) {
        double total = value * count.value;
        return new Money(
                total,
                currency,
                isPlain(origin, count.origin, total)
                        ? null
                        : Trace.of(
                                Op.TIMES, kind(), total, kind(), value, origin, Kind.COUNT, count.value, count.origin));
    }

    /**
     * Returns the price of data, if so much costs this: {@code usd(0.02).per(gb(1))}.
     *
     * @param data how much, above zero
     * @return {@code this ÷ data}
     * @throws ArithmeticException if there is no data or the price is too large
     */
    public Price<Bytes> per(Bytes data) {
        return priced(Dimension.DATA_PRICE, Kind.DATA, data.value, data.origin);
    }

    /**
     * Returns the price of a thing, if so many cost this: {@code usd(0.4).per(million(1))}.
     *
     * @param count how many, above zero
     * @return {@code this ÷ count}
     * @throws ArithmeticException if the count is zero or the price is too large
     */
    public Price<Count> per(Count count) {
        return priced(Dimension.COUNT_PRICE, Kind.COUNT, count.value, count.origin);
    }

    /**
     * Returns the price of time, if so long costs this: {@code usd(15).per(MONTH)}.
     *
     * @param time how long, above zero
     * @return {@code this ÷ time}
     * @throws ArithmeticException if the time is zero or the price is too large
     */
    public Price<TimeSpan> per(TimeSpan time) {
        return priced(Dimension.TIME_PRICE, Kind.TIME, time.value, time.origin);
    }

    @Override
    Kind kind() {
        return new Kind(Dimension.MONEY, currency);
    }

    @Override
    Money make(double newValue, @Nullable Node newOrigin) {
        return new Money(newValue, currency, newOrigin);
    }

    @Override
    void requireSameUnit(Money other) {
        requireSame(currency, other.currency);
    }

    static void requireSame(String currency, String other) {
        if (!other.equals(currency)) {
            throw new IllegalArgumentException("currencies must be the same but were " + currency + " and " + other
                    + ": convert one at a rate of your choice");
        }
    }

    private <Q extends Quantity<Q>> Price<Q> priced(Dimension of, Kind kind, double amount, @Nullable Node from) {
        double price = value / amount;
        Kind priceKind = new Kind(of, currency);
        return new Price<>(
                price,
                priceKind,
                isPlain(origin, from, price)
                        ? null
                        : Trace.of(Op.DIV, priceKind, price, kind(), value, origin, kind, amount, from));
    }
}
