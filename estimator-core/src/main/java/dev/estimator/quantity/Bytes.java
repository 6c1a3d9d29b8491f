package dev.estimator.quantity;

import static dev.estimator.internal.graph.Trace.isPlain;
import static java.util.Objects.requireNonNull;

import dev.estimator.internal.graph.Node;
import dev.estimator.internal.graph.Op;
import dev.estimator.internal.graph.Trace;
import dev.estimator.internal.text.TypedUnit;
import dev.estimator.internal.unit.Dimension;
import dev.estimator.internal.unit.Kind;
import org.jspecify.annotations.Nullable;

/**
 * An amount of data, such as '1.5 TB'.
 *
 * <p>Kilo, mega and giga are powers of 1000; kibi, mebi and gibi are powers of 1024 (IEC 80000-13). The amount is held
 * in bytes and is never negative.
 */
public final class Bytes extends Amount<Bytes> {
    private static final long serialVersionUID = 1L;

    Bytes(double value, @Nullable Node origin) {
        super(value, origin);
    }

    /**
     * Obtains an amount of data in the given unit.
     *
     * @param amount the amount, finite and not negative
     * @param unit its unit
     * @return the quantity
     * @throws IllegalArgumentException if the amount is negative, infinite, NaN or too large
     */
    public static Bytes of(double amount, Unit<Bytes> unit) {
        double value = requireNonNull(unit, "unit").toCanonical(amount);
        boolean isRemembered = TypedUnit.isOfManyBinary(unit.scale, amount);
        return new Bytes(value, isRemembered ? new Node.Constant(Kind.DATA.inBinaryUnits(), value, true) : null);
    }

    /**
     * Reads an amount of data, such as '500 B', '1.5 TB', '3.5 TiB' or '8 Gbit'. '5-10 GB' is a
     * {@link Quantities#between(Quantity, Quantity) range}.
     *
     * @param text what {@link #toString()} writes, or a common spelling
     * @return the quantity
     * @throws QuantityFormatException if the text cannot be read or has two readings; the message names both
     */
    public static Bytes parse(String text) {
        return QuantityText.read(text, Dimension.DATA);
    }

    /**
     * Computes an amount of data by a formula of one's own, as one step of the calculation; see
     * {@link Ratio#computed(String, Formula, Quantity...)}. The formula yields bytes.
     *
     * @param notation how the step is written: a name, or a text in which {@code {0}}, {@code {1}} stand for the inputs
     * @param formula the formula; gets the inputs in their canonical units
     * @param inputs what goes in
     * @return the result
     * @throws ArithmeticException if the formula yields no finite number, or a negative one
     */
    public static Bytes computed(String notation, Formula formula, Quantity<?>... inputs) {
        Node step = CustomStep.node(notation, formula, Kind.DATA, inputs);
        return new Bytes(step.value(), step);
    }

    /**
     * Returns the bandwidth of this amount of data moved in a period.
     *
     * @param period the period, above zero
     * @return {@code this ÷ period}
     * @throws ArithmeticException if the period is zero or the result is too large
     */
    public Bandwidth per(TimeSpan period) {
        double bandwidth = value / requireNonNull(period, "period").value;
        return new Bandwidth(
                bandwidth,
                isPlain(origin, period.origin, bandwidth)
                        ? null
                        : Trace.of(
                                Op.DIV,
                                Kind.BANDWIDTH,
                                bandwidth,
                                Kind.DATA,
                                value,
                                origin,
                                Kind.TIME,
                                period.value,
                                period.origin));
    }

    /**
     * Returns the time to move this amount of data: {@code t = size ÷ bandwidth}.
     *
     * @param divisor how fast, above zero
     * @return {@code this ÷ divisor}
     * @throws ArithmeticException if the divisor is zero or the result is too large
     */
    public TimeSpan div(Bandwidth divisor) {
        double time = value / requireNonNull(divisor, "divisor").value;
        return new TimeSpan(
                time,
                isPlain(origin, divisor.origin, time)
                        ? null
                        : Trace.of(
                                Op.DIV,
                                Kind.TIME,
                                time,
                                Kind.DATA,
                                value,
                                origin,
                                Kind.BANDWIDTH,
                                divisor.value,
                                divisor.origin));
    }

    /**
     * Returns the bandwidth of events of this size.
     *
     * @param rate how many a second
     * @return {@code this × rate}
     * @throws ArithmeticException if the result is too large
     */
    public Bandwidth times(Qps rate) {
        Bandwidth product = requireNonNull(rate, "rate").times(this);
        return product.origin == null ? product : product.make(product.value, Trace.turned(product.origin));
    }

    /**
     * Returns this amount of data kept for a time, as storage is billed: {@code gb(500).times(MONTH)}.
     *
     * @param time how long
     * @return {@code this × time}
     * @throws ArithmeticException if the result is too large
     */
    public StoredBytes times(TimeSpan time) {
        double stored = value * requireNonNull(time, "time").value;
        Node step = Trace.orNull(
                Op.TIMES, Kind.STORED, stored, Kind.DATA, value, origin, Kind.TIME, time.value, time.origin);
        return new StoredBytes(stored, step);
    }

    /**
     * Returns the size of several things of this size.
     *
     * @param count how many
     * @return {@code this × count}
     * @throws ArithmeticException if the result is too large
     */
    public Bytes times(Count count) {
        double bytes = value * requireNonNull(count, "count").value;
        return new Bytes(
                bytes,
                isPlain(origin, count.origin, bytes)
                        ? null
                        : Trace.of(
                                Op.TIMES,
                                shownKind(),
                                bytes,
                                Kind.DATA,
                                value,
                                origin,
                                Kind.COUNT,
                                count.value,
                                count.origin));
    }

    /**
     * Returns the amount of data for each of several, such as nodes.
     *
     * @param divisor among how many, above zero
     * @return {@code this ÷ divisor}
     * @throws ArithmeticException if the divisor is zero or the result is too large
     */
    public Bytes div(Count divisor) {
        double bytes = value / requireNonNull(divisor, "divisor").value;
        return new Bytes(
                bytes,
                isPlain(origin, divisor.origin, bytes)
                        ? null
                        : Trace.of(
                                Op.DIV,
                                shownKind(),
                                bytes,
                                Kind.DATA,
                                value,
                                origin,
                                Kind.COUNT,
                                divisor.value,
                                divisor.origin));
    }

    /**
     * Returns what this amount of data costs.
     *
     * @param price the price of data
     * @return {@code this × price}
     * @throws ArithmeticException if the result is too large
     */
    public Money times(Price<Bytes> price) {
        Money product = requireNonNull(price, "price").times(this);
        return product.origin == null ? product : product.make(product.value, Trace.turned(product.origin));
    }

    /**
     * Returns what is spent on keeping this amount of data.
     *
     * @param rent what data costs for a time
     * @return {@code this × rent}
     * @throws ArithmeticException if the result is too large
     */
    public Spending times(Rent<Bytes> rent) {
        Spending product = requireNonNull(rent, "rent").times(this);
        return product.origin == null ? product : product.make(product.value, Trace.turned(product.origin));
    }

    @Override
    Kind kind() {
        return Kind.DATA;
    }

    @Override
    Bytes make(double newValue, @Nullable Node newOrigin) {
        return new Bytes(newValue, newOrigin);
    }
}
