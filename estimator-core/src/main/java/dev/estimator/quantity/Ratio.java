package dev.estimator.quantity;

import static dev.estimator.internal.graph.Trace.isPlain;
import static java.util.Objects.requireNonNull;

import dev.estimator.internal.graph.Derived;
import dev.estimator.internal.graph.Function;
import dev.estimator.internal.graph.Node;
import dev.estimator.internal.graph.Op;
import dev.estimator.internal.graph.Trace;
import dev.estimator.internal.numeric.Rounding;
import dev.estimator.internal.unit.Dimension;
import dev.estimator.internal.unit.Kind;
import java.math.RoundingMode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A factor, such as '×3': peak to average, replication, how many times one thing is another. */
public final class Ratio extends Amount<Ratio> {
    private static final long serialVersionUID = 1L;
    private static final Set<Function> QUOTIENTS = Set.of(Op.DIV, Op.TIMES);

    Ratio(double value, @Nullable Node origin) {
        super(value, origin);
    }

    /**
     * Reads a factor, such as '×3', '2.5x', '100:1' or '250%'. '×2 … ×3' is a {@link Quantities#between(Quantity,
     * Quantity) range}.
     *
     * @param text what {@link #toString()} writes, or a common spelling
     * @return the quantity
     * @throws QuantityFormatException if the text cannot be read or has two readings; the message names both
     */
    public static Ratio parse(String text) {
        return QuantityText.read(text, Dimension.RATIO);
    }

    /**
     * Obtains a factor.
     *
     * @param factor the factor, finite and not negative
     * @return the ratio
     * @throws IllegalArgumentException if the factor is negative, infinite or NaN
     */
    public static Ratio of(double factor) {
        return new Ratio(nonNegative(factor, "factor"), null);
    }

    /**
     * Computes a factor by a formula of one's own, as one step of the calculation. The step is recomputed by what-if
     * questions and appears in explanations.
     *
     * @param notation how the step is written: a name, or a text in which {@code {0}}, {@code {1}} stand for the inputs
     * @param formula the formula; gets the inputs in their canonical units
     * @param inputs what goes in
     * @return the result
     * @throws ArithmeticException if the formula yields no finite number, or a negative one
     */
    public static Ratio computed(String notation, Formula formula, Quantity<?>... inputs) {
        return fromStep(CustomStep.node(notation, formula, Kind.RATIO, inputs));
    }

    /**
     * Returns the factor.
     *
     * @return the number, unrounded
     */
    public double value() {
        return value;
    }

    /**
     * Returns this many times as much of a quantity.
     *
     * @param amount the quantity
     * @param <Q> its type
     * @return {@code this × amount}
     * @throws ArithmeticException if the product is too large
     */
    public <Q extends Amount<Q>> Q times(Q amount) {
        return Quantity.turned(requireNonNull(amount, "amount").times(this));
    }

    /**
     * Returns the quotient of two factors.
     *
     * @param divisor the other factor, above zero
     * @return {@code this ÷ divisor}
     * @throws ArithmeticException if the divisor is zero or the quotient is too large
     */
    @Override
    public Ratio div(Ratio divisor) {
        double ratio = value / requireNonNull(divisor, "divisor").value;
        return new Ratio(
                ratio,
                isPlain(origin, divisor.origin, ratio)
                        ? null
                        : Trace.of(
                                Op.DIV,
                                Kind.RATIO,
                                ratio,
                                Kind.RATIO,
                                value,
                                origin,
                                Kind.RATIO,
                                divisor.value,
                                divisor.origin));
    }

    /**
     * Returns how many whole units are enough, if this is how many times one fits: shards, nodes, servers. A ratio
     * within 1e-12 of a whole number, relative, is that number.
     *
     * @return {@code ⌈this⌉}
     */
    public Count ceil() {
        double whole = Rounding.ceil(value);
        return new Count(
                whole, origin == null ? null : Trace.of(Op.CEIL, Kind.COUNT, whole, Kind.RATIO, value, origin));
    }

    /**
     * Returns how many whole units fit. A ratio within 1e-12 of a whole number, relative, is that number.
     *
     * @return {@code ⌊this⌋}
     */
    public Count floor() {
        double whole = Rounding.floor(value);
        return new Count(
                whole, origin == null ? null : Trace.of(Op.FLOOR, Kind.COUNT, whole, Kind.RATIO, value, origin));
    }

    /**
     * Sees this factor as a part of a whole. A factor above 1 by less than 1e-12 is 1.
     *
     * @return the same number as a share
     * @throws ArithmeticException if it is above 1
     */
    public Share toShare() {
        if (origin instanceof Node.Operation step && QUOTIENTS.contains(step.function())) {
            Node asShare = Trace.apply(step.function(), Kind.SHARE, step.operands()); // a refusal names what is divided
            return new Share(asShare.value(), asShare);
        }
        double share = Rounding.part(value);
        return new Share(share, Trace.of(Derived.SAME, Kind.SHARE, share, Kind.RATIO, value, origin));
    }

    /**
     * Sees this factor as a number of things: how many pages make up a file.
     *
     * @return the same number as a count
     */
    public Count toCount() {
        return toCount(Kind.COUNT);
    }

    /**
     * Sees this factor as a number of things that have a name: {@code gb(1).div(kb(4)).toCount("pages")}.
     *
     * @param noun of what, such as 'pages'
     * @return the same number as a count
     * @throws IllegalArgumentException if the noun is blank or begins like a part of the amount, such as 'million'
     */
    public Count toCount(String noun) {
        return toCount(Count.kind(noun));
    }

    private Count toCount(Kind count) {
        return new Count(value, Trace.of(Derived.SAME, count, value, Kind.RATIO, value, origin));
    }

    private static Ratio fromStep(Node step) {
        return new Ratio(step.value(), step);
    }

    /**
     * Rounds on purpose, as a step that the explanation shows.
     *
     * @param digits how many significant decimal digits to keep, 1 to 15
     * @param mode up, down or to the nearest
     * @return the rounded ratio
     * @throws IllegalArgumentException if the number of digits is out of range
     */
    public Ratio rounded(int digits, RoundingMode mode) {
        return roundedTo(digits, mode);
    }

    @Override
    Kind kind() {
        return Kind.RATIO;
    }

    @Override
    Ratio make(double newValue, @Nullable Node newOrigin) {
        return new Ratio(newValue, newOrigin);
    }
}
