package dev.estimator.internal.range;

import java.io.Serializable;
import java.util.function.DoubleUnaryOperator;

/**
 * The distribution of an uncertain value. Shapes are immutable, and equal if they have the same parameters; their
 * factories check them.
 *
 * <p>A normal score z stands for the probability Φ(z): it keeps its digits at both ends, where a probability near 1 has
 * none.
 */
public sealed interface Shape extends Serializable
        permits Bell, Discrete, Pert, Skewed, Triangular, TruncatedNormal, Uniform {
    /** Draws come from a grid of 2³² cells; this is the middle of the outermost one. */
    double SMALLEST_TAIL = 0x1p-33;

    /** The least x with {@code P(X ≤ x) ≥ p}, for {@code 0 < p < 1}. */
    double quantile(double p);

    /** {@code quantile(1 − q)}, with full precision where q is tiny. */
    double quantileFromTop(double q);

    /** {@code P(X ≤ x)}. */
    double cumulative(double x);

    /** The value at a normal score. */
    default double at(double z) {
        return at(z, Gauss.cumulative(-Math.abs(z)));
    }

    /** The value at a normal score, of which the probability of the tail beyond it is known. */
    default double at(double z, double tail) {
        return z < 0 ? quantile(tail) : quantileFromTop(tail);
    }

    /** {@link #at}, prepared for so many scores that it pays. */
    default DoubleUnaryOperator curve() {
        return this::at;
    }

    /** The least value that a draw can have. */
    default double lowest() {
        return quantile(SMALLEST_TAIL);
    }

    /** The greatest value that a draw can have. */
    default double highest() {
        return quantileFromTop(SMALLEST_TAIL);
    }

    /** Whether the quantile is a smooth function of the normal score, so that a table of it can be interpolated. */
    default boolean isSmooth() {
        return true;
    }

    /** Whether the density is cut off at some value instead of tailing off, as a log-normal one does. */
    default boolean hasEnds() {
        return !(this instanceof Bell || this instanceof Skewed || this instanceof Discrete);
    }

    /** The points and weights that average a smooth function of the value. */
    default Rule rule() {
        return Rule.overScores(this);
    }
}
