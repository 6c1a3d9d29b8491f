package dev.estimator.quantity;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.graph.Node;
import dev.estimator.internal.graph.Op;
import dev.estimator.internal.graph.Trace;
import dev.estimator.internal.unit.Dimension;
import dev.estimator.internal.unit.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Data kept for a time, such as '500 GB-month': what storage is billed by. Made by {@link Bytes#times(TimeSpan)}; what
 * is kept for parts of a month adds up by {@link #plus}. A month is a twelfth of a year, 730 h. It is held in bytes
 * times seconds and is never negative.
 */
public final class StoredBytes extends Amount<StoredBytes> {
    private static final long serialVersionUID = 1L;

    StoredBytes(double value, @Nullable Node origin) {
        super(value, origin);
    }

    /**
     * Reads data kept for a time, such as '500 GB-months' or '20 TB-hours'. '1 to 2 TB-month' is a
     * {@link Quantities#between(Quantity, Quantity) range}.
     *
     * @param text what {@link #toString()} writes, or a common spelling
     * @return the quantity
     * @throws QuantityFormatException if the text cannot be read or has two readings; the message names both
     */
    public static StoredBytes parse(String text) {
        return QuantityText.read(text, Dimension.STORED);
    }

    /**
     * Returns how much is kept on average over a time.
     *
     * @param time how long, above zero
     * @return {@code this ÷ time}
     * @throws ArithmeticException if the time is zero or the result is too large
     */
    public Bytes div(TimeSpan time) {
        double bytes = value / requireNonNull(time, "time").value;
        Node step =
                Trace.orNull(Op.DIV, Kind.DATA, bytes, Kind.STORED, value, origin, Kind.TIME, time.value, time.origin);
        return new Bytes(bytes, step);
    }

    /**
     * Returns for how long so much can be kept.
     *
     * @param data how much, above zero
     * @return {@code this ÷ data}
     * @throws ArithmeticException if there is no data or the result is too large
     */
    public TimeSpan div(Bytes data) {
        double time = value / requireNonNull(data, "data").value;
        Node step =
                Trace.orNull(Op.DIV, Kind.TIME, time, Kind.STORED, value, origin, Kind.DATA, data.value, data.origin);
        return new TimeSpan(time, step);
    }

    /**
     * Returns what this costs.
     *
     * @param rent what data costs for a time
     * @return {@code this × rent}
     * @throws ArithmeticException if the result is too large
     */
    public Money times(Rent<Bytes> rent) {
        Quantity<?> of = requireNonNull(rent, "rent");
        double total = value * of.value;
        Kind money = new Kind(Dimension.MONEY, rent.currency());
        Node step = Trace.orNull(Op.TIMES, money, total, Kind.STORED, value, origin, of.kind(), of.value, of.origin);
        return new Money(total, rent.currency(), step);
    }

    @Override
    Kind kind() {
        return Kind.STORED;
    }

    @Override
    StoredBytes make(double newValue, @Nullable Node newOrigin) {
        return new StoredBytes(newValue, newOrigin);
    }
}
