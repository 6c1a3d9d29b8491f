package dev.estimator.internal.engine;

/** Where the draws of one input fall: cells of 2⁻³², read as unsigned numbers. */
interface DrawCells {
    /** The cells of some consecutive points of a replicate. */
    void fill(int replicate, long from, int[] cells, int offset, int n);
}
