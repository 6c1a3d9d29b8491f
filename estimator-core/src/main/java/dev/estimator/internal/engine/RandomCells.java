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
        long first = first(replicate, from);
        for (int i = 0; i < n; i++) {
            cells[offset + i] = cell(SeedMix.mix(first + i));
        }
    }

    /** As {@link #fill}, of hashes that are the same for all inputs. */
    void fill(long[] hashes, int[] cells, int n) {
        for (int i = 0; i < n; i++) {
            cells[i] = cell(hashes[i]);
        }
    }

    /** The number of a draw. */
    static long first(int replicate, long from) {
        return ((long) replicate << INDEX_BITS) + from;
    }

    private int cell(long hash) {
        return (int) (SeedMix.mix(seed ^ hash) >>> Integer.SIZE);
    }
}
