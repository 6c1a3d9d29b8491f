package dev.estimator.quantity;

import static dev.estimator.internal.graph.Trace.isPlain;
import static java.util.Objects.requireNonNull;

import dev.estimator.internal.graph.Node;
import dev.estimator.internal.graph.Op;
import dev.estimator.internal.graph.Trace;
import dev.estimator.internal.unit.Dimension;
import dev.estimator.internal.unit.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A length of time, such as '20 ms' or '30 d'.
 *
 * <p>A day is 86,400 s, a year 365 d and a month a twelfth of a year, 730 h, so that twelve months are a year. For
 * another convention pass the length you mean, as in {@code days(30)} or {@code seconds(2.5e6)} for a month.
 */
public final class TimeSpan extends Amount<TimeSpan> {
    private static final long serialVersionUID = 1L;

    TimeSpan(double value, @Nullable Node origin) {
        super(value, origin);
    }

    /**
     * Obtains a length of time in the given unit.
     *
     * @param amount the amount, finite and not negative
     * @param unit its unit
     * @return the quantity
     * @throws IllegalArgumentException if the amount is negative, infinite, NaN or too large
     */
    public static TimeSpan of(double amount, Unit<TimeSpan> unit) {
        return new TimeSpan(requireNonNull(unit, "unit").toCanonical(amount), null);
    }

    /**
     * Reads a length of time, such as '20 ms', '5 min', '6.5 h', '30d', '8 h 45 min' or '1h 30m'. '2 … 3 ms' is a
     * {@link Quantities#between(Quantity, Quantity) range}.
     *
     * @param text what {@link #toString()} writes, or a common spelling
     * @return the quantity
     * @throws QuantityFormatException if the text cannot be read or has two readings; the message names both
     */
    public static TimeSpan parse(String text) {
        return QuantityText.read(text, Dimension.TIME);
    }

    /**
     * Computes a length of time by a formula of one's own, as one step of the calculation; see
     * {@link Ratio#computed(String, Formula, Quantity...)}. The formula yields seconds.
     *
     * @param notation how the step is written: a name, or a text in which {@code {0}}, {@code {1}} stand for the inputs
     * @param formula the formula; gets the inputs in their canonical units
     * @param inputs what goes in
     * @return the result
     * @throws ArithmeticException if the formula yields no finite number, or a negative one
     */
    public static TimeSpan computed(String notation, Formula formula, Quantity<?>... inputs) {
        Node step = CustomStep.node(notation, formula, Kind.TIME, inputs);
        return new TimeSpan(step.value(), step);
    }

    /**
     * Obtains the time span of a duration.
     *
     * @param duration a duration, not negative
     * @return the time span
     * @throws IllegalArgumentException if the duration is negative
     */
    public static TimeSpan from(Duration duration) {
        requireNonNull(duration, "duration");
        return new TimeSpan(nonNegative(duration.getSeconds() + duration.getNano() / 1e9, "duration in seconds"), null);
    }

    /**
     * Converts to a duration, to the nearest nanosecond.
     *
     * @return the duration
     * @throws ArithmeticException if the time is longer than a duration can hold, 292 billion years
     */
    public Duration toDuration() {
        BigDecimal nanos = new BigDecimal(value).movePointRight(9).setScale(0, RoundingMode.HALF_UP);
        BigDecimal[] parts = nanos.divideAndRemainder(BigDecimal.valueOf(1_000_000_000));
        return Duration.ofSeconds(parts[0].longValueExact(), parts[1].longValueExact());
    }

    /**
     * Returns how many events happen in this time; see {@link Qps#times(TimeSpan)}.
     *
     * @param rate how many a second
     * @return {@code this × rate}
     * @throws ArithmeticException if the result is too large
     */
    public Count times(Qps rate) {
        Count product = requireNonNull(rate, "rate").times(this);
        return product.origin == null ? product : product.make(product.value, Trace.turned(product.origin));
    }

    /**
     * Returns the amount of data moved in this time.
     *
     * @param bandwidth how fast
     * @return {@code this × bandwidth}
     * @throws ArithmeticException if the result is too large
     */
    public Bytes times(Bandwidth bandwidth) {
        Bytes product = requireNonNull(bandwidth, "bandwidth").times(this);
        return product.origin == null ? product : product.make(product.value, Trace.turned(product.origin));
    }

    /**
     * Returns an amount of data kept for this time; see {@link Bytes#times(TimeSpan)}.
     *
     * @param data how much
     * @return {@code this × data}
     * @throws ArithmeticException if the result is too large
     */
    public StoredBytes times(Bytes data) {
        return Quantity.turned(requireNonNull(data, "data").times(this));
    }

    /**
     * Returns the time that several take one after another.
     *
     * @param count how many
     * @return {@code this × count}
     * @throws ArithmeticException if the result is too large
     */
    public TimeSpan times(Count count) {
        double time = value * requireNonNull(count, "count").value;
        return new TimeSpan(
                time,
                isPlain(origin, count.origin, time)
                        ? null
                        : Trace.of(
                                Op.TIMES,
                                Kind.TIME,
                                time,
                                Kind.TIME,
                                value,
                                origin,
                                Kind.COUNT,
                                count.value,
                                count.origin));
    }

    /**
     * Returns the time for each of several.
     *
     * @param divisor among how many, above zero
     * @return {@code this ÷ divisor}
     * @throws ArithmeticException if the divisor is zero or the result is too large
     */
    public TimeSpan div(Count divisor) {
        double time = value / requireNonNull(divisor, "divisor").value;
        return new TimeSpan(
                time,
                isPlain(origin, divisor.origin, time)
                        ? null
                        : Trace.of(
                                Op.DIV,
                                Kind.TIME,
                                time,
                                Kind.TIME,
                                value,
                                origin,
                                Kind.COUNT,
                                divisor.value,
                                divisor.origin));
    }

    /**
     * Returns what is spent in this time.
     *
     * @param spending money for a time
     * @return {@code this × spending}
     * @throws ArithmeticException if the result is too large
     */
    public Money times(Spending spending) {
        Money product = requireNonNull(spending, "spending").times(this);
        return product.origin == null ? product : product.make(product.value, Trace.turned(product.origin));
    }

    /**
     * Writes the time as a clock does: '8 h 45 min 57 s', '1 min 26.4 s', '3 d 2 h 5 s'. Tenths of a second are shown
     * below an hour.
     *
     * @return days, hours, minutes and seconds
     */
    public String toClockString() {
        return ClockText.of(value);
    }

    @Override
    Kind kind() {
        return Kind.TIME;
    }

    @Override
    TimeSpan make(double newValue, @Nullable Node newOrigin) {
        return new TimeSpan(newValue, newOrigin);
    }
}
