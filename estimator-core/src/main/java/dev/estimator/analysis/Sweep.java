package dev.estimator.analysis;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.engine.Varied;
import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.graph.Node;
import dev.estimator.internal.input.Refusal;
import dev.estimator.quantity.Quantity;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Estimates, compiled to be computed for very many rows of assumptions: a grid of designs, a table of services.
 *
 * <pre>{@code
 * var sweep = Sweep.of(servers, storage).over(users, size).withPercentiles(5, 95);
 * var row = sweep.row(Map.of("daily active users", million(5), "size", kb(4)));
 * row.percentile(servers, 95);
 * }</pre>
 *
 * <p>{@link #row} computes one row, and {@link #rows} as many as a stream brings, of which only a few are in memory at
 * a time. A grid of numbers that are there as arrays is computed by {@link #evaluate(SweepColumn...) columns}, which is
 * faster. All give the same bits, on any number of threads.
 *
 * <p>A sweep does not change, is serializable, and can be used by many threads and inside another engine, such as in
 * {@code mapPartitions} of Apache Spark.
 */
public final class Sweep implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The assumptions that vary, the outputs and their percentiles. */
    private final RowForm form;

    /** The compiled calculation. */
    private final Varied program;

    /** How many threads compute. */
    private final int threads;

    private Sweep(RowForm form, Varied program, int threads) {
        this.form = form;
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
            return new Sweep(RowForm.of(List.of(assumptions), outputs), program, 1);
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
        return new Sweep(form, program, newThreads);
    }

    /**
     * Returns this sweep with percentiles beside best guesses: each row draws every range that does not vary 4,096
     * times, with the same draws for each row, so that rows can be compared. It takes some thousand times as long.
     *
     * @param percents which percentiles, at least one, each above 0 and below 100
     * @return the changed sweep
     * @throws IllegalArgumentException if there is none, one is given twice, or one is not possible
     */
    public Sweep withPercentiles(double... percents) {
        List<Double> asked =
                Arrays.stream(requireNonNull(percents, "percents")).boxed().toList();
        Refusal.unless(!asked.isEmpty(), "percents", "at least one", "none");
        for (double percent : asked) {
            Refusal.unless(percent > 0 && percent < 100, "each of percents", "above 0 and below 100", percent);
        }
        Refusal.unless(Set.copyOf(asked).size() == asked.size(), "percents", "different", asked);
        return new Sweep(form.with(asked), program, threads);
    }

    /**
     * Computes all outputs for one row.
     *
     * @param values for the name of each assumption that varies a plain number, as in {@code Map.of("users",
     *     million(5), "size", kb(4))}
     * @return the outputs
     * @throws IllegalArgumentException if a value is missing or too many, of another type or currency, or uncertain, or
     *     two assumptions have one name
     * @throws ArithmeticException if the calculation has no answer
     */
    public SweepRow row(Map<String, ? extends Quantity<?>> values) {
        form.requireDistinctNames();
        return compute(columns(List.of(form.read(values))), 1).row(0);
    }

    /**
     * Computes all outputs for each row that a stream brings, in its order. Rows are taken from it only as results are
     * asked for, some thousand at a time, and computed on the {@linkplain #withThreads threads} of this sweep, so that
     * memory does not grow with their number. Where the order does not matter,
     * {@code stream.parallel().map(sweep::row)} also brings in the threads of the stream.
     *
     * @param rows the values of each row, as in {@link #row}
     * @return the outputs of each row; it closes {@code rows} when it is closed, and throws what {@link #row} throws,
     *     with the number of the row, in place of the rows that were taken together with it
     */
    public Stream<SweepRow> rows(Stream<? extends Map<String, ? extends Quantity<?>>> rows) {
        requireNonNull(rows, "rows");
        form.requireDistinctNames();
        return StreamSupport.stream(new RowBlocks(this, rows.spliterator(), threads), false)
                .onClose(rows::close);
    }

    double[] read(Map<String, ? extends Quantity<?>> values) {
        return form.read(values);
    }

    /** The table of rows that were read. */
    SweepTable table(List<double[]> rows) {
        return compute(columns(rows), rows.size());
    }

    private double[][] columns(List<double[]> rows) {
        double[][] columns = new double[form.inputs().size()][rows.size()];
        for (int row = 0; row < rows.size(); row++) {
            for (int i = 0; i < columns.length; i++) {
                columns[i][row] = rows.get(row)[i];
            }
        }
        return columns;
    }

    /**
     * Computes all outputs for each row of columns of numbers.
     *
     * @param columns a column for each assumption that varies, all of one length
     * @return the outputs
     * @throws IllegalArgumentException if a column is missing or too many, or they are not equally long
     * @throws ArithmeticException if the calculation has no answer for some row, or some draw of some row
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public SweepTable evaluate(SweepColumn<?>... columns) {
        return evaluate(done -> {}, columns);
    }

    /**
     * As {@link #evaluate(SweepColumn...)}, with reports of progress.
     *
     * @param progress is told how many rows are done, by the calling thread
     * @param columns a column for each assumption that varies, all of one length
     * @return the outputs
     */
    public SweepTable evaluate(IntConsumer progress, SweepColumn<?>... columns) {
        requireNonNull(progress, "progress");
        double[][] values = inOrder(columns);
        return compute(values, columns[0].rows(), progress);
    }

    private SweepTable compute(double[][] values, int rows) {
        return compute(values, rows, done -> {});
    }

    private SweepTable compute(double[][] values, int rows, IntConsumer progress) {
        int n = form.percents().size();
        double[][] bestGuesses = program.evaluate(values, rows, threads, n == 0 ? progress : done -> {});
        double[][][] found = new double[bestGuesses.length][1 + n][];
        for (int k = 0; k < found.length; k++) {
            found[k][0] = bestGuesses[k];
        }
        if (n > 0) {
            percentiles(values, rows, progress, found);
        }
        return new SweepTable(form, values, found);
    }

    private void percentiles(double[][] values, int rows, IntConsumer progress, double[][][] found) {
        int n = form.percents().size();
        double[] fractions = new double[2 * n];
        for (int i = 0; i < n; i++) {
            double percent = form.percents().get(i);
            fractions[i] = percent / 100;
            fractions[n + i] = (100 - percent) / 100; // a quantity that is held as its complement
        }
        double[][][] quantiles = program.quantiles(values, rows, fractions, threads, progress);
        for (int k = 0; k < found.length; k++) {
            boolean isReversed = Inside.isReversed(form.outputs().get(k));
            for (int f = 0; f < n; f++) {
                found[k][1 + f] = quantiles[k][isReversed ? n + f : f];
            }
        }
    }

    /** Returns the outputs and the assumptions that vary, as in 'sweep of servers over users, retention'. */
    @Override
    public String toString() {
        return "sweep of " + form.outputs().stream().map(Derivation::name).collect(Collectors.joining(", ")) + " over "
                + form.inputs().stream().map(Derivation::name).collect(Collectors.joining(", "));
    }

    private double[][] inOrder(SweepColumn<?>... columns) {
        double[][] values = new double[form.inputs().size()][];
        for (SweepColumn<?> column : Refusal.copy("columns", columns)) {
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
                        + Derivation.name(form.inputs().get(i)));
            }
        }
        return values;
    }

    private int indexOf(SweepColumn<?> column) {
        for (int i = 0; i < form.inputs().size(); i++) {
            if (Derivation.leaf(form.inputs().get(i), "inputs").equals(column.leaf())) {
                return i;
            }
        }
        return -1;
    }
}
