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

    /** Draws and computes; the values do not depend on the number of threads. */
    static Sample of(Program program, Draws draws, int perReplicate, int threads, IntConsumer progress) {
        double[][] columns = new double[program.outputCount()][draws.rows()];
        int blocks = (draws.rows() + BLOCK - 1) / BLOCK;
        Workers.run(
                threads,
                blocks,
                () -> {
                    Program.Run run = program.run(BLOCK);
                    Draws.Reader reader = draws.reader(BLOCK);
                    return block -> {
                        int first = block * BLOCK;
                        int rows = Math.min(BLOCK, draws.rows() - first);
                        run.evaluate(reader.from(first), rows);
                        for (int k = 0; k < columns.length; k++) {
                            System.arraycopy(run.column(k), 0, columns[k], first, rows);
                        }
                    };
                },
                blocksDone -> progress.accept(Math.min(blocksDone * BLOCK, draws.rows())));
        return new Sample(columns, perReplicate);
    }
}
