package dev.estimator.analysis;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.engine.Varied;
import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.graph.Node;
import dev.estimator.internal.input.Refusal;
import dev.estimator.quantity.Quantity;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/**
 * Estimates, compiled to be computed for very many rows of assumptions: a grid of designs, a table of services.
 *
 * <pre>{@code
 * var sweep = Sweep.of(servers, storage).over(users, size);
 * var table = sweep.evaluate(Column.of(users, MILLIONS, 1, 2, 5), Column.of(size, KB, 4, 4, 8));
 * table.values(storage, TB);
 * }</pre>
 *
 * <p>A sweep has no state, is serializable, and can be used by many threads and inside another engine.
 */
public final class Sweep implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int SAMPLES = 1 << 12;

    /** The outputs. */
    private final ArrayList<Quantity<?>> outputs;

    /** The assumptions that vary. */
    private final ArrayList<Quantity<?>> inputs;

    /** The compiled calculation. */
    private final Varied program;

    /** How many threads compute. */
    private final int threads;

    private Sweep(List<Quantity<?>> outputs, List<Quantity<?>> inputs, Varied program, int threads) {
        this.outputs = new ArrayList<>(outputs);
        this.inputs = new ArrayList<>(inputs);
        this.program = program;
        this.threads = threads;
    }

    /**
     * Begins a sweep.
     *
     * @param outputs what is to be computed, at least one
     * @return the beginning of a sweep
     * @throws IllegalArgumentException if there is no output
     */
    public static Beginning of(Quantity<?>... outputs) {
        List<Quantity<?>> all = Refusal.copy("outputs", outputs);
        if (all.isEmpty()) {
            throw new IllegalArgumentException("outputs must not be empty: there is nothing to compute");
        }
        return new Beginning(all);
    }

    /** A sweep that still lacks the assumptions that vary. */
    public static final class Beginning {
        private final List<Quantity<?>> outputs;

        private Beginning(List<Quantity<?>> outputs) {
            this.outputs = outputs;
        }

        /**
         * Compiles the outputs.
         *
         * @param assumptions what will vary from row to row: assumptions or ranges
         * @return the sweep
         * @throws IllegalArgumentException if there is none, one is a plain number or a result, is given twice, or no
         *     output depends on it
         */
        public Sweep over(Quantity<?>... assumptions) {
            if (Refusal.copy("assumptions", assumptions).isEmpty()) {
                throw new IllegalArgumentException("assumptions must not be empty: there is nothing to vary");
            }
            List<Node> inputs = new ArrayList<>();
            for (Quantity<?> assumption : assumptions) {
                Node leaf = Derivation.leaf(assumption, "assumptions");
                if (inputs.contains(leaf)) {
                    throw new IllegalArgumentException(
                            "assumptions must be different but " + Derivation.name(assumption) + " was given twice");
                }
                inputs.add(leaf);
            }
            Varied program = Varied.of(outputs.stream().map(Inside::node).toList(), inputs);
            for (int i = 0; i < inputs.size(); i++) {
                if (!program.dependsOn(i)) {
                    throw new IllegalArgumentException(
                            "no output depends on " + Derivation.name(assumptions[i]) + ": take it out");
                }
            }
            return new Sweep(outputs, List.of(assumptions), program, 1);
        }
    }

    /**
     * Returns this sweep on several threads, which end with each call.
     *
     * @param newThreads how many, at least 1
     * @return the changed sweep
     * @throws IllegalArgumentException if there would be no thread
     */
    public Sweep withThreads(int newThreads) {
        if (newThreads < 1) {
            throw new IllegalArgumentException("threads must be at least 1 but was " + newThreads);
        }
        return new Sweep(outputs, inputs, program, newThreads);
    }

    /**
     * Computes all outputs for each row, with every range that does not vary at its best guess.
     *
     * @param columns a column for each assumption that varies, all of one length
     * @return the outputs
     * @throws IllegalArgumentException if a column is missing or too many, or they are not equally long
     * @throws ArithmeticException if the calculation has no answer for some row
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public SweepTable evaluate(Column<?>... columns) {
        return evaluate(done -> {}, columns);
    }

    /**
     * As {@link #evaluate(Column...)}, with reports of progress.
     *
     * @param progress is told how many rows are done, by the calling thread
     * @param columns a column for each assumption that varies, all of one length
     * @return the outputs
     */
    public SweepTable evaluate(IntConsumer progress, Column<?>... columns) {
        requireNonNull(progress, "progress");
        double[][] values = inOrder(columns);
        int rows = columns[0].rows();
        return new SweepTable(outputs, List.of(), new double[][][] {program.evaluate(values, rows, threads, progress)});
    }

    /**
     * Computes percentiles of all outputs for each row, drawing every range that does not vary 4,096 times, with the
     * same draws for each row, so that rows can be compared.
     *
     * @param percents which percentiles, at least one, each above 0 and below 100
     * @param columns a column for each assumption that varies, all of one length
     * @return the percentiles of the outputs
     * @throws IllegalArgumentException if a percentile is not possible, a column is missing or too many, or they are
     *     not equally long
     * @throws ArithmeticException if the calculation has no answer for some draw of some row
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public SweepTable percentiles(List<Double> percents, Column<?>... columns) {
        int n = Refusal.copy(percents, "percents").size();
        if (n == 0) {
            throw new IllegalArgumentException("percents must not be empty: for best guesses use evaluate(columns)");
        }
        double[] fractions = new double[2 * n];
        for (int i = 0; i < n; i++) {
            double percent = percents.get(i);
            if (!(percent > 0 && percent < 100)) {
                throw new IllegalArgumentException("percents must be above 0 and below 100 but one was " + percent);
            }
            fractions[i] = percent / 100;
            fractions[n + i] = (100 - percent) / 100; // a quantity that is held as its complement
        }
        double[][] values = inOrder(columns);
        double[][][] byOutput = program.quantiles(values, columns[0].rows(), fractions, SAMPLES, threads, done -> {});
        double[][][] byPercentile = new double[n][outputs.size()][];
        for (int f = 0; f < n; f++) {
            for (int k = 0; k < outputs.size(); k++) {
                boolean isReversed = Inside.isReversed(outputs.get(k));
                byPercentile[f][k] = byOutput[k][isReversed ? n + f : f];
            }
        }
        return new SweepTable(outputs, percents, byPercentile);
    }

    /** Returns the outputs and the assumptions that vary, as in 'sweep of servers over users, retention'. */
    @Override
    public String toString() {
        return "sweep of " + outputs.stream().map(Derivation::name).collect(Collectors.joining(", ")) + " over "
                + inputs.stream().map(Derivation::name).collect(Collectors.joining(", "));
    }

    private double[][] inOrder(Column<?>... columns) {
        double[][] values = new double[inputs.size()][];
        for (Column<?> column : Refusal.copy("columns", columns)) {
            int index = indexOf(column);
            if (index < 0 || values[index] != null) {
                throw new IllegalArgumentException(
                        "columns must be one for each assumption of the sweep but one was for "
                                + (index < 0 ? "another: " : "the same twice: ") + column.name());
            }
            if (column.rows() != columns[0].rows() || column.rows() == 0) {
                throw new IllegalArgumentException("columns must be equally long and not empty but "
                        + columns[0].name() + " has " + columns[0].rows() + " rows and " + column.name()
                        + " has " + column.rows());
            }
            values[index] = column.values();
        }
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null) {
                throw new IllegalArgumentException("columns must be one for each assumption but there is none for "
                        + Derivation.name(inputs.get(i)));
            }
        }
        return values;
    }

    private int indexOf(Column<?> column) {
        for (int i = 0; i < inputs.size(); i++) {
            if (Derivation.leaf(inputs.get(i), "inputs").equals(column.leaf())) {
                return i;
            }
        }
        return -1;
    }
}
