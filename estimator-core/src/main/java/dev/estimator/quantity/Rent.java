package dev.estimator.quantity;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.graph.Node;
import dev.estimator.internal.graph.Op;
import dev.estimator.internal.graph.Trace;
import dev.estimator.internal.unit.Dimension;
import dev.estimator.internal.unit.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Money for an amount of data or a thing for as long as it is kept, such as '$0.023/GB-month' or '$29/month each':
 * storage, memory, processors. Made by {@link Price#per(TimeSpan)}. A month is a twelfth of a year, 730 h.
 *
 * @param <Q> what is paid for: {@link Bytes} or {@link Count}
 */
public final class Rent<Q extends Quantity<Q>> extends Amount<Rent<Q>> {
    private static final long serialVersionUID = 1L;

    /** What is paid for, and the currency. */
    private final Kind kind;

    Rent(double value, Kind kind, @Nullable Node origin) {
        super(value, origin);
        this.kind = kind;
    }

    /**
     * Reads a price for a time, such as '$0.023/GB-month', '$15/month each' or '0.04 USD/vCPU-hour'. '$15 to $20/month
     * each' is a {@link Quantities#between(Quantity, Quantity) range}.
     *
     * @param text what {@link #toString()} writes, or a common spelling
     * @param of what is paid for: {@code Bytes.class} or {@code Count.class}
     * @param <Q> what is paid for
     * @return the rent
     * @throws QuantityFormatException if the text cannot be read, or is a price of something else
     */
    public static <Q extends Quantity<Q>> Rent<Q> parse(String text, Class<Q> of) {
        return QuantityText.read(text, Price.of(of, Dimension.DATA_RENT, Dimension.COUNT_RENT));
    }

    /**
     * Returns what is spent on so much.
     *
     * @param amount how much
     * @return {@code amount × this}
     * @throws ArithmeticException if the result is too large
     */
    public Spending times(Q amount) {
        Quantity<?> of = requireNonNull(amount, "amount");
        double spending = of.value * value;
        Node step = product(new Kind(Dimension.SPENDING, currency()), spending, amount.kind(), of.value, of.origin);
        return Quantity.turned(new Spending(spending, currency(), step));
    }

    /**
     * Returns the price of keeping it for a time.
     *
     * @param time how long
     * @return {@code time × this}
     * @throws ArithmeticException if the result is too large
     */
    public Price<Q> times(TimeSpan time) {
        Dimension of = kind.dimension() == Dimension.DATA_RENT ? Dimension.DATA_PRICE : Dimension.COUNT_PRICE;
        double price = requireNonNull(time, "time").value * value;
        var result = new Kind(of, currency(), shownKind().paidFor());
        Node step = product(result, price, Kind.TIME, time.value, time.origin);
        return new Price<>(price, result.withoutPaidFor(), step);
    }

    /**
     * Returns the currency.
     *
     * @return its ISO 4217 code
     */
    public String currency() {
        return requireNonNull(kind.label());
    }

    private @Nullable Node product(Kind of, double product, Kind fromKind, double amount, @Nullable Node from) {
        return Trace.orNull(Op.TIMES, of, product, fromKind, amount, from, kind, value, origin);
    }

    @Override
    Kind kind() {
        return kind;
    }

    @Override
    Rent<Q> make(double newValue, @Nullable Node newOrigin) {
        return new Rent<>(newValue, kind, newOrigin);
    }

    @Override
    void requireSameUnit(Rent<Q> other) {
        Money.requireSame(currency(), other.currency());
    }
}
