package dev.estimator.internal.engine;

/**
 * Independent draws, for inputs beyond the dimensions of {@link Sobol}. A hash of the index, so that any part can be
 * computed anywhere.
 *
 * @param seed what tells this input from the others
 */
record RandomCells(long seed) implements DrawCells {
    private static final int INDEX_BITS = 40;

    @Override
    public void fill(int replicate, long from, int[] cells, int offset, int n) {
        long first = ((long) replicate << INDEX_BITS) + from;
        for (int i = 0; i < n; i++) {
            cells[offset + i] = (int) (SeedMix.mix(seed ^ SeedMix.mix(first + i)) >>> Integer.SIZE);
        }
    }
}
