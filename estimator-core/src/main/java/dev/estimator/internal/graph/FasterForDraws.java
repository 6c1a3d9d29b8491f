package dev.estimator.internal.graph;

/**
 * A formula that can be had at less cost.
 *
 * @param <F> what it is then
 */
public interface FasterForDraws<F> {
    /** Not as accurate, but far more than draws can show. */
    F forDraws();
}
