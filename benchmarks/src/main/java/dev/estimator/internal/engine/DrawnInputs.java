package dev.estimator.internal.engine;

import org.jspecify.annotations.NullMarked;

/** A bridge for benchmarks: the draws of the inputs of a program, as {@link Sample} fetches them, block by block. */
@NullMarked
public final class DrawnInputs implements Program.Source {
    private final Draws.Reader reader;

    private DrawnInputs(Draws.Reader reader) {
        this.reader = reader;
    }

    /**
     * Obtains the draws of the inputs of a program.
     *
     * @param program the program
     * @param seed what the draws follow from
     * @param rows how many draws there are, a power of two
     * @param block how many are fetched at a time at most
     * @return the draws
     */
    public static DrawnInputs of(Program program, long seed, int rows, int block) {
        return new DrawnInputs(new Draws(program, seed, rows / Draws.REPLICATES).reader(block));
    }

    /**
     * Moves to a row.
     *
     * @param row the first row that is fetched next
     * @return this
     */
    public DrawnInputs from(int row) {
        reader.from(row);
        return this;
    }

    @Override
    public void fill(int leaf, double[] column, int rows) {
        reader.fill(leaf, column, rows);
    }
}
