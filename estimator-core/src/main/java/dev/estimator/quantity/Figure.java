package dev.estimator.quantity;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.engine.Estimate;
import dev.estimator.internal.engine.Replicates;
import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.text.ChosenText;
import dev.estimator.internal.text.NumberFormat;
import dev.estimator.internal.text.QuantityWriter;
import dev.estimator.internal.unit.Dimension;
import dev.estimator.internal.unit.Kind;

/**
 * A number that says how far it may be off, such as '254 TB ± 0.4 %' or '254 TB, exact'.
 *
 * @param value the number
 * @param low the lower end of its 95 % confidence interval, as far as draws are concerned
 * @param high the upper end
 * @param isExact whether it was computed without draws, so that it is the same for every seed; then both ends are the
 *     value
 * @param missing why there is no such number, as 'does not exist: overloaded in 21% of cases'; empty if there is one
 * @param <Q> the type of quantity
 */
public record Figure<Q extends Quantity<Q>>(Q value, Q low, Q high, boolean isExact, String missing) {
    /** Of three digits the last is known. */
    private static final double CLOSE = 0.005;

    private static final int DIGITS = 3;

    /**
     * Checks that no component is null.
     *
     * @param value the number
     * @param low the lower end of its 95 % confidence interval, as far as draws are concerned
     * @param high the upper end
     * @param isExact whether it was computed without draws, so that it is the same for every seed
     * @param missing why there is no such number, as 'does not exist: overloaded in 21% of cases'
     */
    public Figure {
        requireNonNull(missing, "missing");
        requireNonNull(value, "value");
        requireNonNull(low, "low");
        requireNonNull(high, "high");
    }

    /**
     * A number and its interval.
     *
     * @param value the number
     * @param low the lower end of its 95 % confidence interval
     * @param high the upper end
     * @param isExact whether it was computed without draws
     */
    public Figure(Q value, Q low, Q high, boolean isExact) {
        this(value, low, high, isExact, "");
    }

    static <Q extends Quantity<Q>> Figure<Q> missing(Q like, String why) {
        Q none = like.likeThis(((Quantity<?>) like).value);
        return new Figure<>(none, none, none, false, why);
    }

    /**
     * Returns the number.
     *
     * @return the number
     * @throws ArithmeticException if there is none, with the reason
     */
    @Override
    public Q value() {
        return present(value);
    }

    /**
     * Returns the lower end of the 95 % confidence interval.
     *
     * @return the end of the interval
     * @throws ArithmeticException if there is no such number, with the reason
     */
    @Override
    public Q low() {
        return present(low);
    }

    /**
     * Returns the upper end of the 95 % confidence interval.
     *
     * @return the end of the interval
     * @throws ArithmeticException if there is no such number, with the reason
     */
    @Override
    public Q high() {
        return present(high);
    }

    private Q present(Q figure) {
        if (!missing.isEmpty()) {
            throw new ArithmeticException("the figure " + missing);
        }
        return figure;
    }

    static <Q extends Quantity<Q>> Figure<Q> of(Q like, Estimate estimate) {
        boolean isReversed = Inside.isReversed(like);
        return new Figure<>(
                plain(like, estimate.value()),
                plain(like, isReversed ? estimate.high() : estimate.low()),
                plain(like, isReversed ? estimate.low() : estimate.high()),
                estimate.isExact());
    }

    /** A number of the same type and noun; the end of an interval that reaches beyond what is possible ends there. */
    private static <Q extends Quantity<Q>> Q plain(Q like, double value) {
        boolean isBeyond =
                value == Double.POSITIVE_INFINITY && like.kind().dimension().mayBeBeyond();
        double largest = like.kind().dimension().largest();
        return like.likeThis(isBeyond ? value : Math.min(largest, Math.max(0, value)));
    }

    /**
     * Returns the standard error, relative to the number; that of an availability is relative to 1 − A.
     *
     * @return how far the number typically is from what endlessly many draws would give; 0 if it is exact
     */
    public double relativeStandardError() {
        double value = ((Quantity<?>) value()).value;
        if (((Quantity<?>) high).isBeyond()) {
            return ((Quantity<?>) this.value).isBeyond() ? 0 : Double.POSITIVE_INFINITY;
        }
        double width = Math.abs(((Quantity<?>) high).value - ((Quantity<?>) low).value);
        return width == 0 ? 0 : width / (2 * Replicates.T95) / value;
    }

    /** Returns the number and half the width of its interval, as in '254 TB ± 0.4%'. */
    @Override
    public String toString() {
        if (!missing.isEmpty() || (!isExact && ((Quantity<?>) value).isBeyond())) {
            return missing.isEmpty() ? value.toString() : missing;
        }
        return number() + (isExact ? ", exact" : " ± " + halfWidth());
    }

    /** With as many digits as it is exact to: '21.3 servers', of which '21' would be usual. */
    String number() {
        Kind kind = ((Quantity<?>) value).shownKind();
        boolean isClose = kind.dimension() == Dimension.COUNT && error() < CLOSE;
        return isClose
                ? ChosenText.in(kind, NumberFormat.USUAL.withDigits(DIGITS), ((Quantity<?>) value).value)
                : value.toString();
    }

    private double error() {
        return isExact ? 0 : Replicates.T95 * relativeStandardError();
    }

    String halfWidth() {
        return QuantityWriter.error(error());
    }
}
