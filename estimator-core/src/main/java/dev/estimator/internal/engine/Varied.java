package dev.estimator.internal.engine;

import dev.estimator.internal.graph.Node;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Derivations compiled with some of their leaves as inputs that can be set row by row; all other ranges are at their
 * best guess, or drawn.
 */
public final class Varied implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Program program;
    /** For each input of the program the column that it is read from; negative for a range. */
    private final int[] columns;

    /** What rows share, made when first needed: a copy makes its own. */
    private transient volatile @Nullable Shared shared;

    private Varied(Program program, int[] columns) {
        this.program = program;
        this.columns = columns;
    }

    /** Compiles derivations; the leaves are read from columns in the given order. */
    public static Varied of(List<? extends Node> roots, List<? extends Node> leaves) {
        Program program = Program.of(roots, Set.copyOf(leaves));
        int[] columns = program.leaves().stream()
                .mapToInt(leaf -> leaves.indexOf(leaf.node()))
                .toArray();
        return new Varied(program, columns);
    }

    /** Whether the values depend on the leaf of a column. */
    public boolean dependsOn(int column) {
        for (int used : columns) {
            if (used == column) {
                return true;
            }
        }
        return false;
    }

    /**
     * Computes all values for each row.
     *
     * @return for each derivation a value for each row
     * @throws ArithmeticException if there is no value for some row
     */
    public double[][] evaluate(double[][] inputs, int rows, int threads, IntConsumer progress) {
        double[][] values = new double[program.outputCount()][rows];
        int blocks = (rows + Sample.BLOCK - 1) / Sample.BLOCK;
        var refusals = new RejectedRows("rows");
        Shared places = shared();
        Workers.run(
                threads,
                blocks,
                () -> block -> {
                    Shared.Place place = places.take();
                    evaluate(place.run, inputs, block * Sample.BLOCK, values, refusals);
                    places.giveBack(place);
                },
                done -> progress.accept(Math.min(rows, done * Sample.BLOCK)));
        refusals.throwIfAny();
        return values;
    }

    private void evaluate(Program.Run run, double[][] inputs, int first, double[][] values, RejectedRows refusals) {
        int n = Math.min(Sample.BLOCK, values[0].length - first);
        run.evaluate(
                (leaf, out, rows) -> {
                    if (columns[leaf] >= 0) {
                        System.arraycopy(inputs[columns[leaf]], first, out, 0, rows);
                    } else {
                        Arrays.fill(
                                out, 0, rows, program.leaves().get(leaf).node().value());
                    }
                },
                n,
                refusals);
        for (int k = 0; k < values.length; k++) {
            System.arraycopy(run.column(k), 0, values[k], first, n);
        }
    }

    /**
     * Draws all ranges anew for each row, with the same draws for every row, and finds percentiles.
     *
     * @param fractions which percentiles, as parts of one
     * @return for each derivation and each of the fractions a value for each row
     * @throws ArithmeticException if some draw of some row has no value
     */
    public double[][][] quantiles(double[][] inputs, int rows, double[] fractions, int threads, IntConsumer progress) {
        double[][][] found = new double[program.outputCount()][fractions.length][rows];
        var refusals = new RejectedRows("draws");
        Shared places = shared();
        DrawnRanges ranges = places.ranges();
        int[] ranks = SampleCore.ranks(ranges.rows(), fractions);
        Workers.run(
                threads,
                rows,
                () -> row -> {
                    Shared.Place place = places.take();
                    double[][] drawn = place.drawn(ranges.rows());
                    draw(place.ofDraws, ranges, inputs, row, drawn, refusals);
                    for (int k = 0; k < drawn.length; k++) {
                        double[] quantiles = new Selection(drawn[k]).at(ranks);
                        for (int f = 0; f < fractions.length; f++) {
                            found[k][f][row] = quantiles[f];
                        }
                    }
                    places.giveBack(place);
                },
                progress);
        refusals.throwIfAny();
        return found;
    }

    private void draw(
            Program.Run run, DrawnRanges ranges, double[][] inputs, int row, double[][] drawn, RejectedRows refusals) {
        int block = program.blockOfDraws();
        for (int from = 0; from < drawn[0].length; from += block) {
            int n = Math.min(block, drawn[0].length - from);
            Program.Source reader = ranges.from(from, n);
            run.evaluate(
                    (leaf, out, rows) -> {
                        if (columns[leaf] >= 0) {
                            Arrays.fill(out, 0, rows, inputs[columns[leaf]][row]);
                        } else {
                            reader.fill(leaf, out, rows);
                        }
                    },
                    n,
                    refusals);
            for (int k = 0; k < drawn.length; k++) {
                System.arraycopy(run.column(k), 0, drawn[k], from, n);
            }
        }
    }

    /** Two threads may make one each; either does. */
    private Shared shared() {
        Shared known = shared;
        if (known == null) {
            known = new Shared(program);
            shared = known;
        }
        return known;
    }
}
