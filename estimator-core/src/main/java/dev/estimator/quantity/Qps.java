package dev.estimator.quantity;

import static dev.estimator.internal.graph.Trace.isPlain;
import static java.util.Objects.requireNonNull;

import dev.estimator.internal.graph.Node;
import dev.estimator.internal.graph.Op;
import dev.estimator.internal.graph.Trace;
import dev.estimator.internal.text.Nouns;
import dev.estimator.internal.text.TypedUnit;
import dev.estimator.internal.unit.Dimension;
import dev.estimator.internal.unit.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A rate of events, such as '12k req/s': requests, writes, messages, input or output operations.
 *
 * <p>The name is short for queries per second; whatever the events are, they are counted per second. A rate is of
 * requests if it was stated as such, {@code qps(5000)} is '5k req/s'; of a {@link Count} with a noun, '6k tokens/s';
 * else of what nobody named, '6k/s'. A multiple, a part or a sum of rates of one noun has that noun, a sum of others
 * has none.
 */
public final class Qps extends Amount<Qps> {
    private static final long serialVersionUID = 1L;

    /** Whether it is of what nobody named, and not of requests; a derivation knows better. */
    private final boolean isUnnamed;

    Qps(double value, @Nullable Node origin) {
        this(value, origin, false);
    }

    /** A rate that is of what nobody named, unless it has a derivation that knows better. */
    Qps(double value, @Nullable Node origin, boolean isUnnamed) {
        super(value, origin);
        this.isUnnamed = isUnnamed;
    }

    /**
     * Obtains a rate in the given unit.
     *
     * @param amount the amount, finite and not negative
     * @param unit its unit
     * @return the quantity
     * @throws IllegalArgumentException if the amount is negative, infinite, NaN or too large
     */
    public static Qps of(double amount, Unit<Qps> unit) {
        double value = requireNonNull(unit, "unit").toCanonical(amount);
        Kind typed = TypedUnit.typedFor(unit.scale.divisor(), Kind.RATE, value);
        return new Qps(value, typed.writtenIn() == null ? null : new Node.Constant(typed, value));
    }

    /**
     * Reads a rate, such as '12k req/s', '1.5M/day', '500 rps', '40 writes per minute' or '10k/s tokens'. '5k-20k
     * req/s' is a {@link Quantities#between(Quantity, Quantity) range}.
     *
     * @param text what {@link #toString()} writes, or a common spelling
     * @return the quantity
     * @throws QuantityFormatException if the text cannot be read or has two readings; the message names both
     */
    public static Qps parse(String text) {
        return QuantityText.read(text, Dimension.RATE);
    }

    /**
     * Computes a rate by a formula of one's own, as one step of the calculation; see {@link Ratio#computed(String,
     * Formula, Quantity...)}. The formula yields per second.
     *
     * @param notation how the step is written: a name, or a text in which {@code {0}}, {@code {1}} stand for the inputs
     * @param formula the formula; gets the inputs in their canonical units
     * @param inputs what goes in
     * @return the result
     * @throws ArithmeticException if the formula yields no finite number, or a negative one
     */
    public static Qps computed(String notation, Formula formula, Quantity<?>... inputs) {
        Node step = CustomStep.node(notation, formula, Kind.RATE, inputs);
        return new Qps(step.value(), step);
    }

    /**
     * Says of what this is the rate: {@code traffic.peakQps().withNoun("GPS pings")} reads '13k GPS pings/s'. Its
     * derivation stays as it is.
     *
     * @param noun of what, such as 'messages'
     * @return the same rate of them
     * @throws IllegalArgumentException as {@link Count#of(double, String)}
     */
    public Qps withNoun(String noun) {
        return (Qps) ofKind(Count.kind(noun).rate().in(shownKind().writtenIn()));
    }

    /**
     * Returns how many events happen in a time. For requests that each stay that long this is also how many are present
     * at once: Little's law, {@code N = λ × R}, for means in a steady state. The events are counted: where they keep
     * cores busy so long, {@code rate.times(time).withNoun("cores")} says that these are meant.
     *
     * @see "J. D. C. Little, A Proof for the Queuing Formula L = λW, Operations Research 9(3), 1961"
     * @param time how long
     * @return {@code this × time}
     * @throws ArithmeticException if the result is too large
     */
    public Count times(TimeSpan time) {
        double count = value * requireNonNull(time, "time").value;
        return new Count(
                count,
                isPlain(origin, time.origin, count)
                        ? null
                        : Trace.of(
                                Op.TIMES,
                                shownKind().things(),
                                count,
                                kind(),
                                value,
                                origin,
                                Kind.TIME,
                                time.value,
                                time.origin));
    }

    /**
     * Returns the bandwidth of events of a size.
     *
     * @param size the size of each
     * @return {@code this × size}
     * @throws ArithmeticException if the result is too large
     */
    public Bandwidth times(Bytes size) {
        double bandwidth = value * requireNonNull(size, "size").value;
        return new Bandwidth(
                bandwidth,
                isPlain(origin, size.origin, bandwidth)
                        ? null
                        : Trace.of(
                                Op.TIMES,
                                Kind.BANDWIDTH,
                                bandwidth,
                                kind(),
                                value,
                                origin,
                                Kind.DATA,
                                size.value,
                                size.origin));
    }

    /**
     * Returns the rate of what each event causes: calls for a request, deliveries for a write. It has the noun of what
     * is caused, 30 tokens for a message, and keeps that of the events where the count has none. It keeps it as well
     * where the count is of what serves or asks, such as servers, GPUs, shards or users: 100 req/s × 8 GPUs are 800
     * req/s. A rate of servers × shards is of neither. For other words see {@link #withNoun}. The rate of several that
     * each have this one is {@link Count#times(Qps)}.
     *
     * @param each how many for each
     * @return {@code this × each}
     * @throws ArithmeticException if the result is too large
     */
    public Qps times(Count each) {
        return times(each, kindOfEach(requireNonNull(each, "each")));
    }

    /** The rate of several that each have this one: its events, if they have a noun; else as above. */
    Qps ofEach(Count streams) {
        String noun = shownKind().things().label();
        String stream = streams.shownKind().label();
        boolean isEither = noun != null && stream != null && !Nouns.isActor(noun) && !Nouns.isActor(stream);
        return times(streams, isEither ? Kind.EVENT_RATE : kindOfEach(streams));
    }

    private Qps times(Count each, Kind result) {
        double rate = value * each.value;
        return make(
                rate,
                isPlain(origin, each.origin, rate)
                        ? null
                        : Trace.of(Op.TIMES, result, rate, kind(), value, origin, Kind.COUNT, each.value, each.origin));
    }

    /** Requests that have tokens each are a rate of tokens; of GPUs that have requests each it is one of requests. */
    private Kind kindOfEach(Count each) {
        String noun = each.shownKind().label();
        if (noun != null && !Nouns.isActor(noun)) {
            return each.shownKind().rate();
        }
        String event = shownKind().things().label();
        return noun != null && event != null && Nouns.isActor(event) ? Kind.EVENT_RATE : shownKind();
    }

    /**
     * Returns the rate for each of several, such as shards; of so much of the same for each, how often that is: tokens
     * a second ÷ tokens are '/s'.
     *
     * @param divisor among how many, above zero
     * @return {@code this ÷ divisor}
     * @throws ArithmeticException if the divisor is zero or the result is too large
     */
    public Qps div(Count divisor) {
        double rate = value / requireNonNull(divisor, "divisor").value;
        return make(
                rate,
                isPlain(origin, divisor.origin, rate)
                        ? null
                        : Trace.of(
                                Op.DIV,
                                isOfSame(divisor) ? Kind.EVENT_RATE : shownKind(),
                                rate,
                                shownKind(),
                                value,
                                origin,
                                Kind.COUNT,
                                divisor.value,
                                divisor.origin));
    }

    private boolean isOfSame(Count divisor) {
        Kind things = divisor.shownKind();
        return things.label() != null && things.rate().equals(shownKind());
    }

    /**
     * Returns what the events cost over time.
     *
     * @param price the price of one event
     * @return {@code this × price}, money for a time
     * @throws ArithmeticException if the result is too large
     */
    public Spending times(Price<Count> price) {
        return requireNonNull(price, "price").overTime(value, origin, kind());
    }

    @Override
    Kind kind() {
        return isUnnamed() ? Kind.EVENT_RATE : Kind.RATE;
    }

    private boolean isUnnamed() {
        return origin == null ? isUnnamed : origin.kind().isSame(Kind.EVENT_RATE);
    }

    @Override
    Qps make(double newValue, @Nullable Node newOrigin) {
        return new Qps(newValue, newOrigin, isUnnamed());
    }

    @Override
    Qps make(double newValue, @Nullable Node newOrigin, Qps other) {
        return new Qps(newValue, newOrigin, isUnnamed() || other.isUnnamed());
    }
}
