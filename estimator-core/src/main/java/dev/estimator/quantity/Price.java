package dev.estimator.quantity;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.graph.Node;
import dev.estimator.internal.graph.Op;
import dev.estimator.internal.graph.Trace;
import dev.estimator.internal.unit.Dimension;
import dev.estimator.internal.unit.Kind;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Money for an amount of data or for a thing, such as '$0.02/GB' or '$0.40/1M'. Made by {@link Money#per(Bytes)} and
 * {@link Money#per(Count)}. What costs money for as long as it is kept has a {@link Rent}.
 *
 * @param <Q> what is paid for: {@link Bytes} or {@link Count}
 */
public final class Price<Q extends Quantity<Q>> extends Amount<Price<Q>> {
    private static final long serialVersionUID = 1L;
    /** What is paid for, and the currency. */
    private final Kind kind;

    Price(double value, Kind kind, @Nullable Node origin) {
        super(value, origin);
        this.kind = kind;
    }

    /**
     * Reads a price, such as '$0.02/GB' or '0.4 USD per 1M'. '$0.02 to $0.03/GB' is a
     * {@link Quantities#between(Quantity, Quantity) range}.
     *
     * @param text what {@link #toString()} writes, or a common spelling
     * @param of what is paid for: {@code Bytes.class} or {@code Count.class}
     * @param <Q> what is paid for
     * @return the price
     * @throws QuantityFormatException if the text cannot be read, or is a price of something else
     */
    public static <Q extends Quantity<Q>> Price<Q> parse(String text, Class<Q> of) {
        return QuantityText.read(text, of(of, Dimension.DATA_PRICE, Dimension.COUNT_PRICE));
    }

    static Dimension of(Class<?> of, Dimension data, Dimension count) {
        if (requireNonNull(of, "of") == Bytes.class || of == Count.class) {
            return of == Bytes.class ? data : count;
        }
        throw new IllegalArgumentException(
                "of must be Bytes.class or Count.class but was " + of.getSimpleName() + ".class");
    }

    /**
     * Returns what so much costs.
     *
     * @param amount how much
     * @return {@code amount × this}
     * @throws ArithmeticException if the result is too large
     */
    public Money times(Q amount) {
        Quantity<?> of = requireNonNull(amount, "amount");
        double total = of.value * value;
        Node step = product(new Kind(Dimension.MONEY, currency()), total, amount.kind(), of.value, of.origin);
        return Quantity.turned(new Money(total, currency(), step));
    }

    /**
     * Returns the price for a time, if this is paid again in each: {@code usd(0.023).per(gb(1)).per(MONTH)}.
     *
     * @param time how long, above zero
     * @return {@code this ÷ time}
     * @throws ArithmeticException if the time is zero or the result is too large
     */
    public Rent<Q> per(TimeSpan time) {
        Dimension rent = kind.dimension() == Dimension.DATA_PRICE ? Dimension.DATA_RENT : Dimension.COUNT_RENT;
        Kind result = new Kind(rent, currency(), shownKind().paidFor());
        double perTime = value / requireNonNull(time, "time").value;
        return new Rent<>(
                perTime,
                result.withoutPaidFor(),
                Trace.orNull(Op.DIV, result, perTime, kind, value, origin, Kind.TIME, time.value, time.origin));
    }

    /**
     * Returns the currency.
     *
     * @return its ISO 4217 code
     */
    public String currency() {
        return requireNonNull(kind.label());
    }

    /** What a flow of it costs over time. */
    Spending overTime(double flow, @Nullable Node from, Kind fromKind) {
        double spending = flow * value;
        Node step = product(new Kind(Dimension.SPENDING, currency()), spending, fromKind, flow, from);
        return new Spending(spending, currency(), step);
    }

    private @Nullable Node product(Kind result, double product, Kind fromKind, double amount, @Nullable Node from) {
        return Trace.orNull(Op.TIMES, result, product, fromKind, amount, from, kind, value, origin);
    }

    /**
     * Rounds on purpose, as a step that the explanation shows.
     *
     * @param digits how many significant decimal digits to keep, 1 to 15
     * @param mode up, down or to the nearest
     * @return the rounded price
     * @throws IllegalArgumentException if the number of digits is out of range
     */
    public Price<Q> rounded(int digits, RoundingMode mode) {
        return roundedTo(digits, mode);
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
