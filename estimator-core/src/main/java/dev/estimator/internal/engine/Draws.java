package dev.estimator.internal.engine;

import dev.estimator.internal.range.Gauss;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The draws of all inputs of a program, each a function of the seed, the name of the input and the row alone. */
final class Draws {
    /** Independent scrambles of one sequence; their spread gives the error of their mean. */
    static final int REPLICATES = 16;

    private final DrawCells[] cells;
    private final Tables tables;
    private final int perReplicate;
    private final int[] linked;
    private final double[][] root;

    Draws(Program program, long seed, int perReplicate) {
        List<InputLeaf> leaves = program.leaves();
        this.perReplicate = perReplicate;
        List<InputLeaf> ranges =
                leaves.stream().filter(leaf -> leaf.shape() != null).toList();
        DrawCells[] assigned = Dimensions.assign(ranges, seed, REPLICATES);
        cells = new DrawCells[leaves.size()];
        int next = 0;
        for (int i = 0; i < cells.length; i++) {
            if (leaves.get(i).shape() != null) {
                cells[i] = assigned[next++];
            }
        }
        tables = new Tables(leaves);
        linked = program.links().members();
        root = program.links().root(leaves);
    }

    int rows() {
        return REPLICATES * perReplicate;
    }

    /** The quantiles of the inputs. */
    Tables tables() {
        return tables;
    }

    /** A reader of the draws for one thread, of at most so many at a time; if of all, then of each input once. */
    Reader reader(int most) {
        return new Reader(most);
    }

    /** Fills columns with draws, starting at a row. */
    final class Reader implements Program.Source {
        private final int[] found;
        private final double[] scores;
        private final double[] sum;
        /** Of the rows from the first on, once an input beyond the sequence is asked for. */
        private long @Nullable [] hashes;

        private int first;

        private Reader(int most) {
            found = new int[most];
            scores = new double[most];
            sum = new double[most];
        }

        Reader from(int row) {
            first = row;
            hashes = null;
            return this;
        }

        @Override
        public void fill(int leaf, double[] column, int rows) {
            Quantiles quantiles = found.length < rows() ? tables.of(leaf) : tables.once(leaf);
            quantiles.at(cells(leaf, rows), column, rows);
        }

        /** Where the draws of one input fall. */
        int[] cells(int leaf, int rows) {
            int member = Arrays.binarySearch(linked, leaf);
            if (member >= 0) {
                correlate(member, rows);
            } else {
                independent(leaf, rows);
            }
            return found;
        }

        private int[] independent(int leaf, int rows) {
            if (cells[leaf] instanceof RandomCells random) {
                random.fill(hashes(rows), found, rows);
                return found;
            }
            for (int i = 0; i < rows; ) {
                int replicate = (first + i) / perReplicate;
                int from = (first + i) % perReplicate;
                int run = Math.min(rows - i, perReplicate - from);
                cells[leaf].fill(replicate, from, found, i, run);
                i += run;
            }
            return found;
        }

        /** Half of the work for a random draw, which is the same for all inputs. */
        private long[] hashes(int rows) {
            if (hashes == null) {
                hashes = new long[rows];
                for (int i = 0; i < rows; i++) {
                    int row = first + i;
                    hashes[i] = SeedMix.mix(RandomCells.first(row / perReplicate, row % perReplicate));
                }
            }
            return hashes;
        }

        private void correlate(int member, int rows) {
            Arrays.fill(sum, 0, rows, 0);
            for (int k = 0; k <= member; k++) {
                Quantiles.scores().at(independent(linked[k], rows), scores, rows);
                for (int i = 0; i < rows; i++) {
                    sum[i] += root[member][k] * scores[i];
                }
            }
            for (int i = 0; i < rows; i++) {
                found[i] = cell(sum[i]);
            }
        }

        private static int cell(double score) {
            long fromEnd = (long) (Gauss.cumulative(-Math.abs(score)) * 0x1p32);
            int cell = (int) Math.min(fromEnd, Integer.MAX_VALUE);
            return score < 0 ? cell : ~cell;
        }
    }
}
