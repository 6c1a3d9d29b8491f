package dev.estimator.quantity;

import static dev.estimator.internal.graph.Trace.isPlain;
import static java.util.Objects.requireNonNull;

import dev.estimator.internal.graph.Derived;
import dev.estimator.internal.graph.Node;
import dev.estimator.internal.graph.Op;
import dev.estimator.internal.graph.Trace;
import dev.estimator.internal.numeric.Rounding;
import dev.estimator.internal.text.AsTyped;
import dev.estimator.internal.text.Nouns;
import dev.estimator.internal.text.QuantityReader;
import dev.estimator.internal.text.TypedUnit;
import dev.estimator.internal.unit.Dimension;
import dev.estimator.internal.unit.Kind;
import org.jspecify.annotations.Nullable;

/** How many of something, such as '500M posts'. A count need not be whole. */
public final class Count extends Amount<Count> {
    private static final long serialVersionUID = 1L;

    Count(double value, @Nullable Node origin) {
        super(value, origin);
    }

    /**
     * Obtains a count in the given unit.
     *
     * @param amount the amount, finite and not negative
     * @param unit its unit
     * @return the quantity
     * @throws IllegalArgumentException if the amount is negative, infinite, NaN or too large
     */
    public static Count of(double amount, Unit<Count> unit) {
        return new Count(requireNonNull(unit, "unit").toCanonical(amount), null);
    }

    /**
     * Reads a count, such as '10M', '1_000_000', '2e9' or '500 million posts'. '5M to 20M' is a
     * {@link Quantities#between(Quantity, Quantity) range}, and so is '10M ± 30%', as of
     * {@link Quantities#plusOrMinus(Amount, Share)}.
     *
     * @param text what {@link #toString()} writes, or a common spelling
     * @return the quantity
     * @throws QuantityFormatException if the text cannot be read or has two readings; the message names both
     */
    public static Count parse(String text) {
        return QuantityText.read(text, Dimension.COUNT);
    }

    /**
     * Computes a count by a formula of one's own, as one step of the calculation; see {@link Ratio#computed(String,
     * Formula, Quantity...)}.
     *
     * @param notation how the step is written: a name, or a text in which {@code {0}}, {@code {1}} stand for the inputs
     * @param formula the formula; gets the inputs in their canonical units
     * @param inputs what goes in
     * @return the result
     * @throws ArithmeticException if the formula yields no finite number, or a negative one
     */
    public static Count computed(String notation, Formula formula, Quantity<?>... inputs) {
        Node step = CustomStep.node(notation, formula, Kind.COUNT, inputs);
        return new Count(step.value(), step);
    }

    /**
     * Obtains a count.
     *
     * @param amount how many, finite and not negative; need not be whole, as in 2.5 requests for each user
     * @return the count
     * @throws IllegalArgumentException if the amount is negative, infinite or NaN
     */
    public static Count of(double amount) {
        return new Count(nonNegative(amount, "amount"), null);
    }

    /**
     * Obtains a count of something. The noun is for reading; it survives sums, shares and multiples.
     *
     * @param amount how many, finite and not negative
     * @param noun of what, such as 'posts'
     * @return the count
     * @throws IllegalArgumentException if the amount is negative, infinite or NaN, or the noun is blank or begins like
     *     a part of the amount, such as 'million'
     */
    public static Count of(double amount, String noun) {
        return of(nonNegative(amount, "amount"), kind(noun));
    }

    /** The kind of such things, if a text of them can be read. */
    static Kind kind(String noun) {
        String problem = QuantityReader.nounProblem(requireText(noun, "noun"));
        if (problem != null) {
            throw new IllegalArgumentException("noun must be readable after a number but " + problem);
        }
        return Kind.count(noun);
    }

    private static Count of(double amount, Kind kind) {
        return new Count(amount, new Node.Constant(kind, amount, AsTyped.isGiven(amount)));
    }

    /**
     * Says of what this is a count. Its derivation stays as it is.
     *
     * @param noun of what, such as 'posts'
     * @return the same count of them
     * @throws IllegalArgumentException as {@link #of(double, String)}
     */
    public Count withNoun(String noun) {
        return (Count) ofKind(kind(noun));
    }

    /**
     * Returns how many.
     *
     * @return the number, unrounded
     */
    public double value() {
        return value;
    }

    /**
     * Returns the least whole number that is enough. A number within 1e-12 of a whole one, relative, is that one.
     *
     * @return {@code ⌈this⌉}
     */
    public Count ceil() {
        double ceiling = Rounding.ceil(value);
        return new Count(
                ceiling, origin == null ? null : Trace.of(Op.CEIL, shownKind(), ceiling, Kind.COUNT, value, origin));
    }

    /**
     * Returns the greatest whole number that fits. A number within 1e-12 of a whole one, relative, is that one.
     *
     * @return {@code ⌊this⌋}
     */
    public Count floor() {
        double floor = Rounding.floor(value);
        return new Count(
                floor, origin == null ? null : Trace.of(Op.FLOOR, shownKind(), floor, Kind.COUNT, value, origin));
    }

    /**
     * Sees this count as a factor.
     *
     * @return the same number as a ratio
     */
    public Ratio toRatio() {
        return new Ratio(value, Trace.of(Derived.SAME, Kind.RATIO, value, Kind.COUNT, value, origin));
    }

    /**
     * Returns the rate of this many events in a period, '6k tokens/s' if they have a noun, else '6k/s'. By Little's law
     * this is also how many arrive and leave per time, if this many are present on average and each stays that long:
     * {@code λ = N ÷ R}.
     *
     * @param period the period, above zero
     * @return {@code this ÷ period}
     * @throws ArithmeticException if the period is zero or the result is too large
     */
    public Qps per(TimeSpan period) {
        double rate = value / requireNonNull(period, "period").value;
        Kind kind = shownKind().rate();
        Node derived = isPlain(origin, period.origin, rate)
                ? null
                : Trace.of(Op.DIV, kind, rate, Kind.COUNT, value, origin, Kind.TIME, period.value, period.origin);
        boolean isNumber = derived == null || derived instanceof Node.Constant;
        return new Qps(
                rate,
                isNumber && TypedUnit.isBySecond(period.value, rate)
                        ? new Node.Constant(kind.bySecond(), rate)
                        : derived,
                origin == null || origin.kind().label() == null);
    }

    /**
     * Returns the time in which this many events happen.
     *
     * @param divisor how many a second, above zero
     * @return {@code this ÷ divisor}
     * @throws ArithmeticException if the divisor is zero or the result is too large
     */
    public TimeSpan div(Qps divisor) {
        double time = value / requireNonNull(divisor, "divisor").value;
        return new TimeSpan(
                time,
                isPlain(origin, divisor.origin, time)
                        ? null
                        : Trace.of(
                                Op.DIV,
                                Kind.TIME,
                                time,
                                Kind.COUNT,
                                value,
                                origin,
                                divisor.kind(),
                                divisor.value,
                                divisor.origin));
    }

    /**
     * Returns how many there are in all, if each of these has that many. Where one of the two has a noun, the product
     * has it: 12 servers × 3 are 36 servers. Where both have one, and it is sure that these have those, it is what each
     * has: 12 racks × 3 servers are 36 servers, users × posts are posts, and so are users × posts per user. Else nobody
     * but the author knows what is counted, so it has none, times topics either, and {@link #withNoun} says it:
     * {@code partitions.times(replicas)} and {@code tokens.times(parameters)} are neither,
     * {@code tokens.times(parameters).withNoun("FLOP")} says what they are.
     *
     * @param each how many for each
     * @return {@code this × each}
     * @throws ArithmeticException if the result is too large
     */
    public Count times(Count each) {
        double count = value * requireNonNull(each, "each").value;
        return new Count(count, isPlain(origin, each.origin, count) ? null : product(each, count));
    }

    /** A number of what nobody named remembers that it is of nothing that can be named. */
    private Node product(Count each, double count) {
        Node product = Trace.of(
                Op.TIMES, kindOfProduct(each), count, Kind.COUNT, value, origin, Kind.COUNT, each.value, each.origin);
        return Trace.orConstant(product, Kind.COUNT, count);
    }

    private Kind kindOfProduct(Count each) {
        Kind these = shownKind();
        Kind ofEach = each.shownKind();
        if (these.label() == null) {
            return Trace.isOfTwoNouns(origin) ? Kind.COUNT : ofEach;
        }
        if (ofEach.label() == null) {
            return Trace.isOfTwoNouns(each.origin) ? Kind.COUNT : these;
        }
        return Nouns.ofAll(these.label(), ofEach.label()).map(Kind::count).orElse(Kind.COUNT);
    }

    /**
     * Returns the size of this many things.
     *
     * @param size the size of each
     * @return {@code this × size}
     * @throws ArithmeticException if the result is too large
     */
    public Bytes times(Bytes size) {
        double bytes = value * requireNonNull(size, "size").value;
        return new Bytes(
                bytes,
                isPlain(origin, size.origin, bytes)
                        ? null
                        : Trace.of(
                                Op.TIMES,
                                Kind.DATA,
                                bytes,
                                Kind.COUNT,
                                value,
                                origin,
                                Kind.DATA,
                                size.value,
                                size.origin));
    }

    /**
     * Returns the rate of this many streams: 8 GPUs × 2,400 tokens/s are 19k tokens/s, and 8 GPUs × 100 req/s are 800
     * req/s. Of requests it is the rate of what each has, if that has a noun which is none of what serves or asks, as
     * {@link Qps#times(Count)} says: 300 tokens × 5 req/s are 1,500 tokens/s. Of two other nouns nobody but the author
     * knows which of the two it is, so it has none: 300 tokens × 100 messages/s are '30k/s'.
     *
     * @param rate how many a second each has
     * @return {@code this × rate}
     * @throws ArithmeticException if the result is too large
     */
    public Qps times(Qps rate) {
        Qps product = requireNonNull(rate, "rate").ofEach(this);
        return product.origin == null ? product : product.make(product.value, Trace.turned(product.origin));
    }

    /**
     * Returns the bandwidth of this many streams.
     *
     * @param bandwidth how fast
     * @return {@code this × bandwidth}
     * @throws ArithmeticException if the result is too large
     */
    public Bandwidth times(Bandwidth bandwidth) {
        Bandwidth product = requireNonNull(bandwidth, "bandwidth").times(this);
        return product.origin == null ? product : product.make(product.value, Trace.turned(product.origin));
    }

    /**
     * Returns the time that this many take one after another.
     *
     * @param time how long each takes
     * @return {@code this × time}
     * @throws ArithmeticException if the result is too large
     */
    public TimeSpan times(TimeSpan time) {
        TimeSpan product = requireNonNull(time, "time").times(this);
        return product.origin == null ? product : product.make(product.value, Trace.turned(product.origin));
    }

    /**
     * Returns what this many cost.
     *
     * @param each what one costs
     * @return {@code this × each}
     * @throws ArithmeticException if the result is too large
     */
    public Money times(Money each) {
        Money product = requireNonNull(each, "each").times(this);
        return product.origin == null ? product : product.make(product.value, Trace.turned(product.origin));
    }

    /**
     * Returns what this many cost.
     *
     * @param price the price of one
     * @return {@code this × price}
     * @throws ArithmeticException if the result is too large
     */
    public Money times(Price<Count> price) {
        Money product = requireNonNull(price, "price").times(this);
        return product.origin == null ? product : product.make(product.value, Trace.turned(product.origin));
    }

    /**
     * Returns what is spent on this many.
     *
     * @param each what is spent on one
     * @return {@code this × each}
     * @throws ArithmeticException if the result is too large
     */
    public Spending times(Spending each) {
        Spending product = requireNonNull(each, "each").times(this);
        return product.origin == null ? product : product.make(product.value, Trace.turned(product.origin));
    }

    /**
     * Returns what is spent on this many.
     *
     * @param rent what one costs for a time
     * @return {@code this × rent}
     * @throws ArithmeticException if the result is too large
     */
    public Spending times(Rent<Count> rent) {
        Spending product = requireNonNull(rent, "rent").times(this);
        return product.origin == null ? product : product.make(product.value, Trace.turned(product.origin));
    }

    @Override
    Kind kind() {
        return Kind.COUNT;
    }

    @Override
    Count make(double newValue, @Nullable Node newOrigin) {
        return new Count(newValue, newOrigin);
    }
}
