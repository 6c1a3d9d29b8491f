package dev.estimator.internal.engine;

/** Where the draws of one input fall: cells of 2⁻³², read as unsigned numbers. */
interface DrawCells {
    /** The cells of the first so many points from one on. */
    void fill(long from, int[] cells, int n);
}
