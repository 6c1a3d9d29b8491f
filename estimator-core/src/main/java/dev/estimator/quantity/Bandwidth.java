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

/** Data moved per time, written both ways: '125 MB/s (1 Gbit/s)'. A byte is eight bits. */
public final class Bandwidth extends Amount<Bandwidth> {
    private static final long serialVersionUID = 1L;

    Bandwidth(double value, @Nullable Node origin) {
        super(value, origin);
    }

    /**
     * Obtains a bandwidth in the given unit.
     *
     * @param amount the amount, finite and not negative
     * @param unit its unit
     * @return the quantity
     * @throws IllegalArgumentException if the amount is negative, infinite, NaN or too large
     */
    public static Bandwidth of(double amount, Unit<Bandwidth> unit) {
        double value = requireNonNull(unit, "unit").toCanonical(amount);
        Kind typed = TypedUnit.typedIn(unit.scale, Kind.BANDWIDTH, value);
        return new Bandwidth(value, typed.writtenIn() == null ? null : new Node.Constant(typed, value));
    }

    /**
     * Reads a bandwidth, such as '125 MB/s', '1 Gbit/s', '100 Mbps' or '7.5 PB/day'. '1 to 2 GB/s' is a
     * {@link Quantities#between(Quantity, Quantity) range}.
     *
     * @param text what {@link #toString()} writes, or a common spelling
     * @return the quantity
     * @throws QuantityFormatException if the text cannot be read or has two readings; the message names both
     */
    public static Bandwidth parse(String text) {
        return QuantityText.read(text, Dimension.BANDWIDTH);
    }

    /**
     * Computes a bandwidth by a formula of one's own, as one step of the calculation; see {@link Ratio#computed(String,
     * Formula, Quantity...)}. The formula yields bytes per second.
     *
     * @param notation how the step is written: a name, or a text in which {@code {0}}, {@code {1}} stand for the inputs
     * @param formula the formula; gets the inputs in their canonical units
     * @param inputs what goes in
     * @return the result
     * @throws ArithmeticException if the formula yields no finite number, or a negative one
     */
    public static Bandwidth computed(String notation, Formula formula, Quantity<?>... inputs) {
        Node step = CustomStep.node(notation, formula, Kind.BANDWIDTH, inputs);
        return new Bandwidth(step.value(), step);
    }

    /**
     * Returns the amount of data moved in a time.
     *
     * @param time how long
     * @return {@code this × time}
     * @throws ArithmeticException if the result is too large
     */
    public Bytes times(TimeSpan time) {
        double bytes = value * requireNonNull(time, "time").value;
        return new Bytes(
                bytes,
                isPlain(origin, time.origin, bytes)
                        ? null
                        : Trace.of(
                                Op.TIMES,
                                Kind.DATA,
                                bytes,
                                Kind.BANDWIDTH,
                                value,
                                origin,
                                Kind.TIME,
                                time.value,
                                time.origin));
    }

    /**
     * Returns how many things of a size pass in a second.
     *
     * @param each the size of each, above zero
     * @return {@code this ÷ each}
     * @throws ArithmeticException if the divisor is zero or the result is too large
     */
    public Qps div(Bytes each) {
        double rate = value / requireNonNull(each, "each").value;
        return new Qps(
                rate,
                isPlain(origin, each.origin, rate)
                        ? null
                        : Trace.of(
                                Op.DIV,
                                Kind.EVENT_RATE,
                                rate,
                                Kind.BANDWIDTH,
                                value,
                                origin,
                                Kind.DATA,
                                each.value,
                                each.origin),
                true);
    }

    /**
     * Returns the size of each of the events.
     *
     * @param divisor how many a second, above zero
     * @return {@code this ÷ divisor}
     * @throws ArithmeticException if the divisor is zero or the result is too large
     */
    public Bytes div(Qps divisor) {
        double bytes = value / requireNonNull(divisor, "divisor").value;
        return new Bytes(
                bytes,
                isPlain(origin, divisor.origin, bytes)
                        ? null
                        : Trace.of(
                                Op.DIV,
                                Kind.DATA,
                                bytes,
                                Kind.BANDWIDTH,
                                value,
                                origin,
                                divisor.kind(),
                                divisor.value,
                                divisor.origin));
    }

    /**
     * Returns the bandwidth of several streams like this.
     *
     * @param count how many
     * @return {@code this × count}
     * @throws ArithmeticException if the result is too large
     */
    public Bandwidth times(Count count) {
        double bandwidth = value * requireNonNull(count, "count").value;
        return new Bandwidth(
                bandwidth,
                isPlain(origin, count.origin, bandwidth)
                        ? null
                        : Trace.of(
                                Op.TIMES,
                                Kind.BANDWIDTH,
                                bandwidth,
                                Kind.BANDWIDTH,
                                value,
                                origin,
                                Kind.COUNT,
                                count.value,
                                count.origin));
    }

    /**
     * Returns the bandwidth for each of several, such as servers.
     *
     * @param divisor among how many, above zero
     * @return {@code this ÷ divisor}
     * @throws ArithmeticException if the divisor is zero or the result is too large
     */
    public Bandwidth div(Count divisor) {
        double bandwidth = value / requireNonNull(divisor, "divisor").value;
        return new Bandwidth(
                bandwidth,
                isPlain(origin, divisor.origin, bandwidth)
                        ? null
                        : Trace.of(
                                Op.DIV,
                                Kind.BANDWIDTH,
                                bandwidth,
                                Kind.BANDWIDTH,
                                value,
                                origin,
                                Kind.COUNT,
                                divisor.value,
                                divisor.origin));
    }

    /**
     * Returns what the traffic costs over time.
     *
     * @param price the price of data
     * @return {@code this × price}, money for a time
     * @throws ArithmeticException if the result is too large
     */
    public Spending times(Price<Bytes> price) {
        return requireNonNull(price, "price").overTime(value, origin, Kind.BANDWIDTH);
    }

    @Override
    Kind kind() {
        return Kind.BANDWIDTH;
    }

    @Override
    Bandwidth make(double newValue, @Nullable Node newOrigin) {
        return new Bandwidth(newValue, newOrigin);
    }
}
