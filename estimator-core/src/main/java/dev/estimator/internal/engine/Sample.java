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

    /** Where a formula is slow: enough to share what a step costs, few enough for many threads and for progress. */
    static final int SLOW_BLOCK = 64;

    /** With more inputs their tables would not stay in the cache from one block to the next. */
    private static final int MANY_INPUTS = 100;

    /** How many numbers the columns of a long block hold together; 2 MB. */
    private static final int MOST_AT_A_TIME = 1 << 18;

    /** Draws and computes; the values do not depend on the number of threads. */
    static Sample of(Program program, Draws draws, int perReplicate, int threads, IntConsumer progress) {
        double[][] columns = new double[program.outputCount()][draws.rows()];
        int most = rowsAtATime(program, draws.rows() / threads);
        int blocks = (draws.rows() + most - 1) / most;
        var refusals = new RejectedRows("draws");
        Workers.run(
                threads,
                blocks,
                () -> {
                    Program.Run run = program.run(most);
                    Draws.Reader reader = draws.reader(most);
                    return block -> {
                        if (blocks > 1) {
                            draws.tables().make();
                        }
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

    /** Long blocks where there are many inputs, so that each table is used for long, but not very many columns. */
    private static int rowsAtATime(Program program, int most) {
        if (program.isSlow() || program.leaves().size() <= MANY_INPUTS) {
            return program.blockOfDraws();
        }
        int affordable = Math.min(most, MOST_AT_A_TIME / Math.max(1, program.registerCount()));
        return Math.max(BLOCK, Integer.highestOneBit(affordable));
    }
}
