package dev.estimator.internal.engine;

import java.util.function.IntConsumer;

/**
 * Draws of the outputs of a program.
 *
 * @param columns for each output the values, one replicate after the other
 * @param perReplicate how many draws each replicate has
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Sample(double[][] columns, int perReplicate) {
    static final int BLOCK = 512;

    /** Rows at a time where the tables of all inputs would not stay in the cache from one block to the next. */
    private static final int LONG_BLOCK = 4096;

    private static final int MANY_INPUTS = 100;

    /** Draws and computes; the values do not depend on the number of threads. */
    static Sample of(Program program, Draws draws, int perReplicate, int threads, IntConsumer progress) {
        double[][] columns = new double[program.outputCount()][draws.rows()];
        int most = program.leaves().size() > MANY_INPUTS && !program.isSlow() ? LONG_BLOCK : program.blockOfDraws();
        int blocks = (draws.rows() + most - 1) / most;
        var refusals = new RejectedRows("draws");
        Workers.run(
                threads,
                blocks,
                () -> {
                    Program.Run run = program.run(most);
                    Draws.Reader reader = draws.reader(most);
                    return block -> {
                        int first = block * most;
                        int rows = Math.min(most, draws.rows() - first);
                        run.evaluate(reader.from(first), rows, refusals);
                        for (int k = 0; k < columns.length; k++) {
                            System.arraycopy(run.column(k), 0, columns[k], first, rows);
                        }
                    };
                },
                blocksDone -> progress.accept(Math.min(blocksDone * most, draws.rows())));
        refusals.throwIfAny();
        return new Sample(columns, perReplicate);
    }
}
