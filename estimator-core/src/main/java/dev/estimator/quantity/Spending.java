package dev.estimator.quantity;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.graph.Node;
import dev.estimator.internal.graph.Op;
import dev.estimator.internal.graph.Trace;
import dev.estimator.internal.text.MoneyText;
import dev.estimator.internal.unit.Dimension;
import dev.estimator.internal.unit.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Money for a time, such as '$15/month ($0.0205/h)': what a server, a system or its traffic costs as long as it is
 * there. Made by {@link Money#per(TimeSpan)}. A month is a twelfth of a year, 730 h.
 */
public final class Spending extends Amount<Spending> {
    private static final long serialVersionUID = 1L;

    /** The ISO 4217 code. */
    private final String currency;

    Spending(double value, String currency, @Nullable Node origin) {
        super(value, origin);
        this.currency = currency;
    }

    /** A number that remembers that it was typed for a year or a day; null if there is nothing to remember. */
    static @Nullable Node typed(Kind spent, double spending, double seconds) {
        Kind typed = MoneyText.typedFor(seconds, spent);
        return typed.writtenIn() == null ? null : new Node.Constant(typed, spending);
    }

    /**
     * Reads money for a time, such as '$1.2k/month' or '0.096 USD/h'.
     *
     * @param text what {@link #toString()} writes, or a common spelling
     * @return the spending
     * @throws QuantityFormatException if the text cannot be read
     */
    public static Spending parse(String text) {
        return QuantityText.read(text, Dimension.SPENDING);
    }

    /**
     * Returns what is spent in a time.
     *
     * @param time how long
     * @return {@code time × this}
     * @throws ArithmeticException if the result is too large
     */
    public Money times(TimeSpan time) {
        double total = requireNonNull(time, "time").value * value;
        Kind money = new Kind(Dimension.MONEY, currency);
        return new Money(
                total,
                currency,
                Trace.orNull(Op.TIMES, money, total, Kind.TIME, time.value, time.origin, kind(), value, origin));
    }

    /**
     * Returns what is spent on several, if this is spent on one: {@code usd(165).per(MONTH).times(servers)}.
     *
     * @param count how many
     * @return {@code this × count}
     * @throws ArithmeticException if the result is too large
     */
    public Spending times(Count count) {
        double total = value * requireNonNull(count, "count").value;
        return new Spending(
                total,
                currency,
                Trace.orNull(Op.TIMES, kind(), total, kind(), value, origin, Kind.COUNT, count.value, count.origin));
    }

    /**
     * Returns what one costs for as long as it is there, if so many cost this:
     * {@code usd(1_000).per(MONTH).per(count(5_000, "hosts"))} is $0.20/host-month.
     *
     * @param count how many, above zero
     * @return {@code this ÷ count}
     * @throws ArithmeticException if the count is zero or the result is too large
     */
    public Rent<Count> per(Count count) {
        Kind of = new Kind(Dimension.COUNT_RENT, currency)
                .priceOf(requireNonNull(count, "count").shownKind());
        double rent = value / count.value;
        Node step = Trace.orNull(Op.DIV, of, rent, kind(), value, origin, Kind.COUNT, count.value, count.origin);
        return new Rent<>(rent, of.withoutPaidFor(), step);
    }

    /**
     * Returns one of equal parts, which is money over time again: $1k a month for 8 teams are $125 a month. What one
     * costs is {@link #per(Count)}.
     *
     * @param divisor how many parts, above zero
     * @return {@code this ÷ divisor}
     * @throws ArithmeticException if the divisor is zero or the quotient is too large
     */
    public Spending div(Count divisor) {
        double part = value / requireNonNull(divisor, "divisor").value;
        return new Spending(
                part,
                currency,
                Trace.orNull(Op.DIV, kind(), part, kind(), value, origin, Kind.COUNT, divisor.value, divisor.origin));
    }

    /**
     * Returns what one costs, if so many are handled for this: {@code usd(4).per(HOUR).div(count(2_500,
     * "tokens").per(SECOND))} is $0.44/1M tokens.
     *
     * @param rate how many a second, above zero
     * @return {@code this ÷ rate}
     * @throws ArithmeticException if the rate is zero or the result is too large
     */
    public Price<Count> div(Qps rate) {
        Kind price = new Kind(Dimension.COUNT_PRICE, currency);
        return priced(price.priceOf(requireNonNull(rate, "rate").shownKind()), rate.kind(), rate.value, rate.origin);
    }

    /**
     * Returns what data costs, if so much is moved for this: {@code usd(500).per(MONTH).div(mbPerSecond(40))}.
     *
     * @param bandwidth how much a second, above zero
     * @return {@code this ÷ bandwidth}
     * @throws ArithmeticException if the bandwidth is zero or the result is too large
     */
    public Price<Bytes> div(Bandwidth bandwidth) {
        Kind price = new Kind(Dimension.DATA_PRICE, currency);
        return priced(price, Kind.BANDWIDTH, requireNonNull(bandwidth, "bandwidth").value, bandwidth.origin);
    }

    private <Q extends Quantity<Q>> Price<Q> priced(Kind of, Kind kind, double flow, @Nullable Node from) {
        double price = value / flow;
        boolean isPlain = of.paidFor() == null && Trace.isPlain(origin, from, price);
        Node step = isPlain ? null : Trace.of(Op.DIV, of, price, kind(), value, origin, kind, flow, from);
        return new Price<>(price, of.withoutPaidFor(), step);
    }

    /**
     * Returns the currency.
     *
     * @return its ISO 4217 code
     */
    public String currency() {
        return currency;
    }

    @Override
    Kind kind() {
        return new Kind(Dimension.SPENDING, currency);
    }

    @Override
    Spending make(double newValue, @Nullable Node newOrigin) {
        return new Spending(newValue, currency, newOrigin);
    }

    @Override
    void requireSameUnit(Spending other) {
        Money.requireSame(currency, other.currency);
    }
}
