package dev.estimator.quantity;

import static dev.estimator.internal.graph.Trace.isPlain;

import dev.estimator.internal.graph.Node;
import dev.estimator.internal.graph.Op;
import dev.estimator.internal.graph.Trace;
import dev.estimator.internal.text.QuantityReader;
import dev.estimator.internal.unit.Dimension;
import dev.estimator.internal.unit.Kind;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Money for an amount of data, for a thing, or for a time, such as '$0.02/GB', '$0.4/1M' or '$15/month'. Made by
 * {@link Money#per(Bytes)} and its sisters.
 *
 * @param <Q> what is paid for: {@link Bytes}, {@link Count} or {@link TimeSpan}
 */
public final class Price<Q extends Quantity<Q>> extends Amount<Price<Q>> {
    private static final long serialVersionUID = 1L;
    private static final Map<Class<?>, Dimension> DIMENSIONS = Map.of(
            Bytes.class,
            Dimension.DATA_PRICE,
            Count.class,
            Dimension.COUNT_PRICE,
            TimeSpan.class,
            Dimension.TIME_PRICE);

    private final Kind kind;

    Price(double value, Kind kind, @Nullable Node origin) {
        super(value, origin);
        this.kind = kind;
    }

    /**
     * Reads a price, such as '$0.02/GB', '0.4 USD per 1M' or '$15/month'.
     *
     * @param text what {@link #toString()} writes, or a common spelling
     * @param of what is paid for: {@code Bytes.class}, {@code Count.class} or {@code TimeSpan.class}
     * @param <Q> what is paid for
     * @return the price
     * @throws IllegalArgumentException if the text cannot be read, or is a price of something else
     */
    public static <Q extends Quantity<Q>> Price<Q> parse(String text, Class<Q> of) {
        Dimension dimension = DIMENSIONS.get(of);
        if (dimension == null) {
            throw new IllegalArgumentException(
                    "of must be Bytes.class, Count.class or TimeSpan.class but was " + of.getSimpleName() + ".class");
        }
        QuantityReader.Labelled read = QuantityReader.price(text, dimension);
        return new Price<>(read.value(), new Kind(dimension, read.label()), null);
    }

    /**
     * Returns what so much costs.
     *
     * @param amount how much
     * @return {@code this × amount}
     * @throws ArithmeticException if the result is too large
     */
    public Money times(Q amount) {
        return total(this, ((Quantity<?>) amount).value, ((Quantity<?>) amount).origin, amount.kind());
    }

    /**
     * Returns the currency.
     *
     * @return its ISO 4217 code
     */
    public String currency() {
        return Objects.requireNonNull(kind.label());
    }

    static Money total(Price<?> price, double amount, @Nullable Node from, Kind fromKind) {
        double total = amount * price.value;
        Kind money = new Kind(Dimension.MONEY, price.currency());
        return new Money(total, price.currency(), product(price, amount, from, fromKind, total, money));
    }

    static Price<TimeSpan> overTime(Price<?> price, double flow, @Nullable Node from, Kind fromKind) {
        double spending = flow * price.value;
        Kind perTime = new Kind(Dimension.TIME_PRICE, price.currency());
        return new Price<>(spending, perTime, product(price, flow, from, fromKind, spending, perTime));
    }

    private static @Nullable Node product(
            Price<?> price, double amount, @Nullable Node from, Kind fromKind, double result, Kind resultKind) {
        return isPlain(from, price.origin, result)
                ? null
                : Trace.of(Op.TIMES, resultKind, result, fromKind, amount, from, price.kind, price.value, price.origin);
    }

    @Override
    Kind kind() {
        return kind;
    }

    @Override
    Price<Q> make(double newValue, @Nullable Node newOrigin) {
        return new Price<>(newValue, kind, newOrigin);
    }

    @Override
    void requireSameUnit(Price<Q> other) {
        Money.requireSame(currency(), other.currency());
    }
}
