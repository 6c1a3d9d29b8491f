package dev.estimator.quantity;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.graph.Node;
import dev.estimator.internal.graph.Op;
import dev.estimator.internal.graph.Trace;
import dev.estimator.internal.text.MoneyReader;
import dev.estimator.internal.unit.Dimension;
import dev.estimator.internal.unit.Kind;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** An amount of money in one currency, such as '$1.2k'. Currencies are never mixed or converted. */
public final class Money extends Amount<Money> {
    private static final long serialVersionUID = 1L;

    /** The ISO 4217 code. */
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
        if (!MoneyReader.isCurrency(requireNonNull(currency, "currency"))) {
            throw new IllegalArgumentException(
                    "currency must be an ISO 4217 code, such as USD, but was '" + currency + "'");
        }
        return new Money(nonNegative(amount, "amount"), currency, null);
    }

    /**
     * Reads an amount of money, such as '$1.2k', '$3B', '1200 USD' or 'EUR 0.5'. The sign '$' means USD. '$5 to $10' is
     * a {@link Quantities#between(Quantity, Quantity) range}.
     *
     * @param text what {@link #toString()} writes, or a common spelling
     * @return the money
     * @throws QuantityFormatException if the text cannot be read or the currency is missing
     */
    public static Money parse(String text) {
        return QuantityText.read(text, Dimension.MONEY);
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
     * Returns what several cost, if one costs this: {@code usd(165).times(count(12))}.
     *
     * @param count how many
     * @return {@code this × count}
     * @throws ArithmeticException if the result is too large
     */
    public Money times(Count count) {
        double total = value * requireNonNull(count, "count").value;
        return new Money(
                total,
                currency,
                Trace.orNull(Op.TIMES, kind(), total, kind(), value, origin, Kind.COUNT, count.value, count.origin));
    }

    /**
     * Returns the price of data, if so much costs this: {@code usd(0.02).per(gb(1))}.
     *
     * @param data how much, above zero
     * @return {@code this ÷ data}
     * @throws ArithmeticException if there is no data or the price is too large
     */
    public Price<Bytes> per(Bytes data) {
        return priced(
                new Kind(Dimension.DATA_PRICE, currency), Kind.DATA, requireNonNull(data, "data").value, data.origin);
    }

    /**
     * Returns the price of one, if several cost this: {@code usd(0.4).per(million(1))}. It has the noun of what is
     * counted; what each of several parts comes to is money, see {@link #div(Count)}.
     *
     * @param count how many, above zero
     * @return {@code this ÷ count}
     * @throws ArithmeticException if the count is zero or the price is too large
     */
    public Price<Count> per(Count count) {
        Kind price = new Kind(Dimension.COUNT_PRICE, currency);
        Kind things = requireNonNull(count, "count").shownKind();
        return priced(price.priceOf(things), Kind.COUNT, count.value, count.origin);
    }

    /**
     * Returns what data costs for as long as it is kept, if so much for so long costs this:
     * {@code usd(23).per(tb(1).times(MONTH))}.
     *
     * @param stored how much for how long, above zero
     * @return {@code this ÷ stored}
     * @throws ArithmeticException if nothing is stored or the result is too large
     */
    public Rent<Bytes> per(StoredBytes stored) {
        double rent = value / requireNonNull(stored, "stored").value;
        Kind kept = new Kind(Dimension.DATA_RENT, currency);
        return new Rent<>(rent, kept, quotient(kept, rent, Kind.STORED, stored.value, stored.origin));
    }

    /**
     * Returns what is spent over time, if it is this in so long: {@code usd(15).per(MONTH)}.
     *
     * @param time how long, above zero
     * @return {@code this ÷ time}
     * @throws ArithmeticException if the time is zero or the result is too large
     */
    public Spending per(TimeSpan time) {
        double spending = value / requireNonNull(time, "time").value;
        Kind spent = new Kind(Dimension.SPENDING, currency);
        @Nullable Node step = quotient(spent, spending, Kind.TIME, time.value, time.origin);
        return new Spending(spending, currency, step == null ? Spending.typed(spent, spending, time.value) : step);
    }

    /**
     * Returns one of equal parts: {@code usd(1_200).div(count(8))} is $150. That is money, which adds up with other
     * money and so is for nothing in particular, also where the parts have a noun. The price of one, which is
     * {@code usd(1_200).per(count(8, "hosts"))}, '$150/host', is {@link #per(Count)}: it is multiplied by another
     * number.
     *
     * @param divisor how many parts, above zero
     * @return {@code this ÷ divisor}
     * @throws ArithmeticException if the divisor is zero or the quotient is too large
     */
    public Money div(Count divisor) {
        double part = value / requireNonNull(divisor, "divisor").value;
        return new Money(part, currency, quotient(kind(), part, Kind.COUNT, divisor.value, divisor.origin));
    }

    /**
     * Rounds on purpose, as a step that the explanation shows.
     *
     * @param digits how many significant decimal digits to keep, 1 to 15
     * @param mode up, down or to the nearest
     * @return the rounded amount
     * @throws IllegalArgumentException if the number of digits is out of range
     */
    public Money rounded(int digits, RoundingMode mode) {
        return roundedTo(digits, mode);
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

    private <Q extends Quantity<Q>> Price<Q> priced(Kind of, Kind kind, double amount, @Nullable Node from) {
        double price = value / amount;
        return new Price<>(price, of.withoutPaidFor(), quotient(of, price, kind, amount, from));
    }

    private @Nullable Node quotient(Kind of, double result, Kind kind, double amount, @Nullable Node from) {
        return Trace.orNull(Op.DIV, of, result, kind(), value, origin, kind, amount, from);
    }
}
