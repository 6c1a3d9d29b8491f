package dev.estimator.internal.graph;

/**
 * A formula that has a cheaper form.
 *
 * @param <F> what it is then
 */
public interface FasterForDraws<F> {
    /** Less accurate than the formula, more accurate than draws without a tolerance. */
    F forDraws();
}
