package dev.estimator.internal.engine;

/**
 * Independent draws, for inputs beyond the dimensions of {@link Sobol}. A hash of the index, so that any part can be
 * computed anywhere.
 *
 * @param seed what tells this input from the others
 */
record RandomCells(long seed) implements DrawCells {
    @Override
    public void fill(long from, int[] cells, int n) {
        for (int i = 0; i < n; i++) {
            cells[i] = cell(SeedMix.mix(from + i));
        }
    }

    /** As {@link #fill}, of hashes that are the same for all inputs. */
    void fill(long[] hashes, int[] cells, int n) {
        for (int i = 0; i < n; i++) {
            cells[i] = cell(hashes[i]);
        }
    }

    private int cell(long hash) {
        return (int) (SeedMix.mix(seed ^ hash) >>> Integer.SIZE);
    }
}
