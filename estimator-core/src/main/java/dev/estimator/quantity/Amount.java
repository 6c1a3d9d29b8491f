package dev.estimator.quantity;

import static dev.estimator.internal.graph.Trace.isPlain;
import static java.util.Objects.requireNonNull;

import dev.estimator.internal.graph.Derived;
import dev.estimator.internal.graph.Node;
import dev.estimator.internal.graph.Op;
import dev.estimator.internal.graph.Trace;
import dev.estimator.internal.numeric.Rounding;
import dev.estimator.internal.text.ChosenText;
import dev.estimator.internal.text.NumberFormat;
import dev.estimator.internal.unit.Kind;
import dev.estimator.internal.unit.Scale;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A quantity that adds up and scales: sizes, rates, times, counts, ratios, money.
 *
 * <p>{@code max}, {@code min}, {@code ceil} and {@code rounded} are steps of the calculation like any other, so a
 * what-if goes through them. Code that branches on {@code to(unit)} or {@code compareTo} branches on the value at hand,
 * once.
 *
 * <p>Money and prices in different currencies are never combined or compared: an {@link IllegalArgumentException}.
 *
 * @param <Q> the type of quantity
 */
public abstract sealed class Amount<Q extends Amount<Q>> extends Quantity<Q>
        permits Bandwidth, Bytes, Count, Money, Price, Qps, Ratio, Rent, Spending, StoredBytes, TimeSpan {
    private static final long serialVersionUID = 1L;

    Amount(double value, @Nullable Node origin) {
        super(value, origin);
    }

    /** Makes what this and another make together. */
    Q make(double newValue, @Nullable Node newOrigin, Q other) {
        return make(newValue, newOrigin);
    }

    /**
     * Returns the sum.
     *
     * @param other what to add
     * @return {@code this + other}
     * @throws ArithmeticException if the sum is too large
     */
    public final Q plus(Q other) {
        Amount<?> that = requireNonNull(other, "other");
        requireSameUnit(other);
        double sum = value + that.value;
        return make(
                sum,
                isPlain(origin, that.origin, sum)
                        ? null
                        : Trace.alike(Op.PLUS, kind(), sum, value, origin, that.kind(), that.value, that.origin),
                other);
    }

    /**
     * Returns this and a part of it: {@code qps(100).plus(percent(10))} is 110 req/s. Of a ratio, too, it is a part: ×3
     * plus 10 % is ×3.3.
     *
     * @param part which part of this is added
     * @return {@code this × (1 + part)}
     * @throws ArithmeticException if the sum is too large
     */
    public final Q plus(Share part) {
        double more = value * (1 + requireNonNull(part, "part").value);
        return make(
                more,
                isPlain(origin, part.origin, more)
                        ? null
                        : Trace.scaled(Derived.MORE, kind(), more, value, origin, Kind.SHARE, part.value, part.origin));
    }

    /**
     * Returns this without a part of it: {@code usd(200).minus(percent(5))} is $190.
     *
     * @param part which part of this is taken away
     * @return {@code this × (1 − part)}
     */
    public final Q minus(Share part) {
        double less = value * (1 - requireNonNull(part, "part").value);
        return make(
                less,
                isPlain(origin, part.origin, less)
                        ? null
                        : Trace.scaled(Derived.LESS, kind(), less, value, origin, Kind.SHARE, part.value, part.origin));
    }

    /**
     * Returns the difference. A remainder below zero by less than 1e-12 of this, which decimal numbers leave when they
     * cancel, is zero.
     *
     * @param other what to take away, at most this much
     * @return {@code this − other}
     * @throws ArithmeticException if the difference would be below zero
     */
    public final Q minus(Q other) {
        Amount<?> that = requireNonNull(other, "other");
        requireSameUnit(other);
        double difference = Rounding.difference(value, that.value);
        return make(
                difference,
                difference >= 0 && isPlain(origin, that.origin, difference)
                        ? null
                        : Trace.alike(
                                Op.MINUS, kind(), difference, value, origin, that.kind(), that.value, that.origin),
                other);
    }

    /**
     * Returns the larger of the two.
     *
     * @param other the other one
     * @return the maximum
     */
    public final Q max(Q other) {
        Amount<?> that = requireNonNull(other, "other");
        requireSameUnit(other);
        double larger = Math.max(value, that.value);
        return make(
                larger,
                isPlain(origin, that.origin, larger)
                        ? null
                        : Trace.alike(Op.MAX, kind(), larger, value, origin, that.kind(), that.value, that.origin),
                other);
    }

    /**
     * Returns the smaller of the two.
     *
     * @param other the other one
     * @return the minimum
     */
    public final Q min(Q other) {
        Amount<?> that = requireNonNull(other, "other");
        requireSameUnit(other);
        double smaller = Math.min(value, that.value);
        return make(
                smaller,
                isPlain(origin, that.origin, smaller)
                        ? null
                        : Trace.alike(Op.MIN, kind(), smaller, value, origin, that.kind(), that.value, that.origin),
                other);
    }

    /**
     * Returns this many times as much.
     *
     * @param factor a number, finite and not negative
     * @return {@code this × factor}
     * @throws IllegalArgumentException if the factor is negative, infinite or NaN
     * @throws ArithmeticException if the product is too large
     */
    public final Q times(double factor) {
        double product = value * nonNegative(factor, "factor");
        return make(
                product,
                isPlain(origin, null, product)
                        ? null
                        : Trace.scaled(Op.TIMES, kind(), product, value, origin, Kind.RATIO, factor, null));
    }

    /**
     * Returns this many times as much.
     *
     * @param factor how many times as much
     * @return {@code this × factor}
     * @throws ArithmeticException if the product is too large
     */
    public final Q times(Ratio factor) {
        double product = value * requireNonNull(factor, "factor").value;
        return make(
                product,
                isPlain(origin, factor.origin, product)
                        ? null
                        : Trace.scaled(
                                Op.TIMES, kind(), product, value, origin, Kind.RATIO, factor.value, factor.origin));
    }

    /**
     * Returns a part of this.
     *
     * @param share which part
     * @return {@code this × share}
     */
    public final Q times(Share share) {
        double product = value * requireNonNull(share, "share").value;
        return make(
                product,
                isPlain(origin, share.origin, product)
                        ? null
                        : Trace.scaled(
                                Op.TIMES, kind(), product, value, origin, Kind.SHARE, share.value, share.origin));
    }

    /**
     * Returns one of equal parts.
     *
     * @param divisor a number, finite and above zero
     * @return {@code this ÷ divisor}
     * @throws IllegalArgumentException if the divisor is negative, infinite or NaN
     * @throws ArithmeticException if the divisor is zero or the quotient is too large
     */
    public final Q div(double divisor) {
        double quotient = value / nonNegative(divisor, "divisor");
        return make(
                quotient,
                isPlain(origin, null, quotient)
                        ? null
                        : Trace.scaled(Op.DIV, kind(), quotient, value, origin, Kind.RATIO, divisor, null));
    }

    /**
     * Returns this many times less.
     *
     * @param divisor how many times less, above zero
     * @return {@code this ÷ divisor}
     * @throws ArithmeticException if the divisor is zero or the quotient is too large
     */
    public Q div(Ratio divisor) {
        double quotient = value / requireNonNull(divisor, "divisor").value;
        return make(
                quotient,
                isPlain(origin, divisor.origin, quotient)
                        ? null
                        : Trace.scaled(
                                Op.DIV, kind(), quotient, value, origin, Kind.RATIO, divisor.value, divisor.origin));
    }

    /**
     * Returns the whole of which this is the given part: what is needed if only a share of it may be used.
     *
     * @param share which part this is, above zero
     * @return {@code this ÷ share}
     * @throws ArithmeticException if the share is zero or the quotient is too large
     */
    public final Q div(Share share) {
        double quotient = value / requireNonNull(share, "share").value;
        return make(
                quotient,
                isPlain(origin, share.origin, quotient)
                        ? null
                        : Trace.scaled(Op.DIV, kind(), quotient, value, origin, Kind.SHARE, share.value, share.origin));
    }

    /**
     * Returns how many times the other fits into this.
     *
     * @param other a quantity of the same type, above zero
     * @return {@code this ÷ other}
     * @throws ArithmeticException if the other is zero or the quotient is too large
     */
    public Ratio div(Q other) {
        requireSameUnit(requireNonNull(other, "other"));
        double quotient = value / ((Amount<?>) other).value;
        Node from = ((Amount<?>) other).origin;
        return new Ratio(
                quotient,
                isPlain(origin, from, quotient)
                        ? null
                        : Trace.of(
                                Op.DIV,
                                Kind.RATIO,
                                quotient,
                                kind(),
                                value,
                                origin,
                                ((Amount<?>) other).kind(),
                                ((Amount<?>) other).value,
                                from));
    }

    /**
     * Returns the amount in a unit.
     *
     * @param unit the unit
     * @return the number of such units, unrounded
     */
    public final double to(Unit<Q> unit) {
        return requireNonNull(unit, "unit").scale.fromCanonical(value);
    }

    /**
     * Writes the amount in a unit of the author's choice: '1825 PB' and not '1.8 EB'. From 100 on it is whole, below it
     * has three significant digits, with commas from five digits before the point on, and all digits that are known:
     * '182,500,000', '8.39e17'; a rate has three with a 'k' or 'M' behind them, and so has a time from a million on. If
     * the amount is uncertain, its 90 % range follows in the same unit, '33 PB (12 … 60)'; without it, see
     * {@link #bestGuess}.
     *
     * @param unit the unit
     * @return the number and the unit, with the range if there is one
     */
    public final String format(Unit<Q> unit) {
        Scale scale = requireNonNull(unit, "unit").scale;
        return Summary.formatted(self(), NumberFormat.USUAL.withUnit(scale), ChosenText.in(scale, shownKind(), value));
    }

    /**
     * Writes the amount in a unit and with as many digits as the author wants, as {@link #format(Unit)} does: '1.82
     * EB', and '7.20 min', for zeros at the end are digits too. Halves are rounded up.
     *
     * @param unit the unit
     * @param digits how many significant decimal digits to show, 1 to 15
     * @return the number and the unit, with the range if there is one
     * @throws IllegalArgumentException if the number of digits is out of range
     */
    public final String format(Unit<Q> unit, int digits) {
        Scale scale = requireNonNull(unit, "unit").scale;
        String bare = ChosenText.padded(scale, shownKind(), value, NumberFormat.requireDigits(digits));
        return Summary.formatted(self(), new NumberFormat(scale, digits), bare);
    }

    /**
     * Rounds on purpose, as a step that the explanation shows: authors who round between steps get their figures.
     *
     * @param digits how many significant decimal digits to keep, 1 to 15
     * @param unit the unit in which to round
     * @param mode up, down or to the nearest
     * @return the rounded amount
     * @throws IllegalArgumentException if the number of digits is out of range
     */
    public final Q rounded(int digits, Unit<Q> unit, RoundingMode mode) {
        return rounded(new DecimalRounding(
                NumberFormat.requireDigits(digits), requireNonNull(unit, "unit").scale, requireNonNull(mode, "mode")));
    }
}
