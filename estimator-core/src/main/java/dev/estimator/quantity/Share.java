package dev.estimator.quantity;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.graph.Derived;
import dev.estimator.internal.graph.Node;
import dev.estimator.internal.graph.Op;
import dev.estimator.internal.graph.Trace;
import dev.estimator.internal.numeric.Rounding;
import dev.estimator.internal.unit.Dimension;
import dev.estimator.internal.unit.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** A part of a whole, from 0 to 1, such as '95%': a read share, a hit ratio, a utilization. */
public final class Share extends Quantity<Share> {
    private static final long serialVersionUID = 1L;

    /** Nobody means a larger percentage as a factor. */
    private static final double LARGEST_FACTOR = 1e9;

    Share(double value, @Nullable Node origin) {
        super(value, origin);
    }

    /**
     * Obtains a share.
     *
     * @param share the share, 0 to 1
     * @return the share
     * @throws IllegalArgumentException if it is not between 0 and 1
     */
    public static Share of(double share) {
        return new Share(Kind.SHARE.requireAllowed(share, "share"), null);
    }

    /**
     * Obtains a share from a percentage, taken as the decimal number it is written as.
     *
     * @param percent the percentage, 0 to 100
     * @return the share
     * @throws IllegalArgumentException if it is not between 0 and 100
     */
    public static Share ofPercent(double percent) {
        if (percent > 100 && percent < LARGEST_FACTOR) {
            throw new IllegalArgumentException(
                    "percent must be between 0 and 100 but was " + percent + ": " + asFactor(percent));
        }
        return new Share(part(percent, "percent"), null);
    }

    /**
     * Reads a share, such as '95%', '95 percent' or '0.95'. '5-10%' is a {@link Quantities#between(Quantity, Quantity)
     * range}.
     *
     * @param text what {@link #toString()} writes, or a common spelling
     * @return the share
     * @throws QuantityFormatException if the text cannot be read or is above 100 %
     */
    public static Share parse(String text) {
        return QuantityText.read(text, Dimension.SHARE);
    }

    /**
     * Computes a share by a formula of one's own, as one step of the calculation; see {@link Ratio#computed(String,
     * Formula, Quantity...)}.
     *
     * @param notation how the step is written: a name, or a text in which {@code {0}}, {@code {1}} stand for the inputs
     * @param formula the formula; gets the inputs in their canonical units
     * @param inputs what goes in
     * @return the result
     * @throws ArithmeticException if the formula yields no number between 0 and 1
     */
    public static Share computed(String notation, Formula formula, Quantity<?>... inputs) {
        Node step = CustomStep.node(notation, formula, Kind.SHARE, inputs);
        return new Share(step.value(), step);
    }

    /**
     * Returns the share as a number.
     *
     * @return 0 to 1
     */
    public double value() {
        return value;
    }

    /**
     * Returns the rest.
     *
     * @return {@code 1 − this}
     */
    public Share complement() {
        double rest = 1 - value;
        return new Share(
                rest, origin == null ? null : Trace.of(Op.COMPLEMENT, Kind.SHARE, rest, Kind.SHARE, value, origin));
    }

    /**
     * Returns the sum of two parts that do not overlap. A sum above 1 by less than 1e-12, which decimal numbers leave,
     * is 1.
     *
     * @param other the other part
     * @return {@code this + other}
     * @throws ArithmeticException if the sum is above 1
     */
    public Share plus(Share other) {
        return combined(Op.PLUS, other);
    }

    /**
     * Returns the difference.
     *
     * @param other what to take away
     * @return {@code this − other}
     * @throws ArithmeticException if the difference would be below zero
     */
    public Share minus(Share other) {
        return combined(Op.MINUS, other);
    }

    /**
     * Returns a part of a part.
     *
     * @param other the other share
     * @return {@code this × other}
     */
    public Share times(Share other) {
        return combined(Op.TIMES, other);
    }

    /**
     * Returns this part of an amount.
     *
     * @param amount the whole
     * @param <Q> its type
     * @return {@code this × amount}
     */
    public <Q extends Amount<Q>> Q times(Q amount) {
        return Quantity.turned(requireNonNull(amount, "amount").times(this));
    }

    /**
     * Returns how many times as large this part is as another.
     *
     * @param other the other part, above zero
     * @return {@code this ÷ other}
     * @throws ArithmeticException if the other is zero or the quotient is too large
     */
    public Ratio div(Share other) {
        double ratio = Op.DIV.apply(value, requireNonNull(other, "other").value);
        return new Ratio(
                ratio,
                Trace.of(Op.DIV, Kind.RATIO, ratio, Kind.SHARE, value, origin, Kind.SHARE, other.value, other.origin));
    }

    /**
     * Returns one of equal parts of this part.
     *
     * @param parts into how many it is divided, at least 1
     * @return {@code this ÷ parts}
     * @throws ArithmeticException if the quotient is above 1
     */
    public Share div(Count parts) {
        double share = Rounding.part(Op.DIV.apply(value, requireNonNull(parts, "parts").value));
        return new Share(
                share,
                Trace.of(
                        Op.DIV, Kind.SHARE, share, Kind.SHARE, value, origin, parts.kind(), parts.value, parts.origin));
    }

    /**
     * Returns the larger of the two.
     *
     * @param other the other one
     * @return the maximum
     */
    public Share max(Share other) {
        return combined(Op.MAX, other);
    }

    /**
     * Returns the smaller of the two.
     *
     * @param other the other one
     * @return the minimum
     */
    public Share min(Share other) {
        return combined(Op.MIN, other);
    }

    /**
     * Sees this share as a factor.
     *
     * @return the same number as a ratio
     */
    public Ratio toRatio() {
        return new Ratio(value, Trace.of(Derived.SAME, Kind.RATIO, value, Kind.SHARE, value, origin));
    }

    /**
     * Rounds on purpose, as a step that the explanation shows.
     *
     * @param digits how many significant decimal digits to keep, 1 to 15
     * @param mode up, down or to the nearest
     * @return the rounded share
     * @throws IllegalArgumentException if the number of digits is out of range
     */
    public Share rounded(int digits, RoundingMode mode) {
        return roundedTo(digits, mode);
    }

    @Override
    Kind kind() {
        return Kind.SHARE;
    }

    @Override
    Share make(double newValue, @Nullable Node newOrigin) {
        return new Share(newValue, newOrigin);
    }

    /** What is more than the whole is a factor: 'ratio(2.3) is 130% more'. */
    private static String asFactor(double percent) {
        BigDecimal factor = BigDecimal.valueOf(percent).movePointLeft(2);
        return "as a factor ratio(" + plain(factor.add(BigDecimal.ONE)) + ") is " + plain(BigDecimal.valueOf(percent))
                + "% more, ratio(" + plain(factor) + ") that much";
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /** A percentage as a part of one: 0.1 % is exactly the double nearest to 0.001. */
    static double part(double percent, String argument) {
        if (!(percent >= 0 && percent <= 100)) {
            throw new IllegalArgumentException(argument + " must be between 0 and 100 but was " + percent);
        }
        return BigDecimal.valueOf(percent).movePointLeft(2).doubleValue();
    }

    private Share combined(Op op, Share other) {
        double share = Rounding.part(op.apply(value, requireNonNull(other, "other").value));
        return new Share(
                share,
                Trace.of(op, Kind.SHARE, share, Kind.SHARE, value, origin, Kind.SHARE, other.value, other.origin));
    }
}
