package dev.estimator.internal.engine;

import dev.estimator.internal.engine.Factors.Group;
import dev.estimator.internal.graph.Node;
import dev.estimator.internal.range.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How much each input of a value contributes to its uncertainty: its share of the variance of the logarithm of the
 * value, as capacity formulas multiply; of the value itself if that can be zero; of its rank if it can be beyond every
 * number.
 *
 * @param influences of each input, in the order of first use
 * @param isLogarithmic whether the variance is that of the logarithm
 * @param isRanked whether the variance is that of the rank, because some values are beyond every number
 * @param within how far a share may be off: 0 if no draws were needed
 */
public record Sensitivity(List<Influence> influences, boolean isLogarithmic, boolean isRanked, double within) {
    /** Draws for the shares. */
    private static final int SAMPLES = 1 << 16;

    /** So many keep shares within 0.01, 1,024 within 0.04. */
    private static final int MANY = 1 << 14;

    private static final double NEAR = 0.01;
    private static final double FARTHER = 0.04;

    /** With very many inputs or a slow formula fewer draws for each, or the total shares would take minutes. */
    private static final int MOST_EVALUATIONS = 1 << 21;

    /** Each total share takes draws of all inputs: of more than this many none is found. */
    public static final int MOST_TOTALS = 500;

    /** What rounds to 0 % has no share that is worth a line, nor a swing that only many digits tell. */
    public static final double LEAST_SHOWN = 0.005;

    /** How many values of steps are kept at a time, so that only those are found anew that depend on an input. */
    private static final int MOST_KEPT = 1 << 20;

    /** From here on values without the means of other inputs vary less than differences do. */
    private static final double LARGE = 0.05;

    private static final long OTHER_SEED = 0x5eed;

    /** Low and high are the percentiles 5 and 95. */
    private static final double TAIL = 0.05;

    /**
     * What one input does.
     *
     * @param leaf the input
     * @param first the part of the variance that vanishes on average when the input becomes known
     * @param total the part that is left if only this input is unknown; NaN if the input moves together with another,
     *     or is one of more than 500
     * @param atLow the value with this input at its 5th percentile and all others at their best guess; NaN if there is
     *     none
     * @param atHigh the value with this input at its 95th percentile
     */
    public record Influence(InputLeaf leaf, double first, double total, double atLow, double atHigh) {}

    /** Finds the influence of all inputs of a value. */
    public static Sensitivity of(Node value) {
        Program program = Program.of(List.of(value));
        if (program.output(0).isConstant()) {
            return new Sensitivity(List.of(), true, false, 0);
        }
        Optional<double[][]> exact = separated(program);
        if (exact.isPresent()) {
            return new Sensitivity(influences(program, exact.get()), true, false, 0);
        }
        var drawn = new Drawn(program);
        return new Sensitivity(
                influences(program, drawn.shares()), drawn.isLogarithmic, drawn.isRanked, drawn.within());
    }

    /** First-order and total share of each input of a product; nothing if the value is no product. */
    private static Optional<double[][]> separated(Program program) {
        if (program.isGuarded(0) || !program.links().isEmpty()) {
            return Optional.empty();
        }
        Chain chain = Chain.to(program, program.output(0).step());
        if (chain.isBounded() || !chain.isPower()) {
            return Optional.empty();
        }
        double[] shares = new double[program.leaves().size()];
        for (Group group : Factors.of(program, chain.core()).groups()) {
            double variance =
                    group.isOfOneInput() && group.isSmooth() ? Product.logVariance(program, group) : Double.NaN;
            if (Double.isNaN(variance)) {
                return Optional.empty();
            }
            shares[group.leaves().nextSetBit(0)] = variance;
        }
        double sum = Arrays.stream(shares).sum();
        double[] parts = Arrays.stream(shares).map(share -> share / sum).toArray();
        return sum > 0 ? Optional.of(new double[][] {parts, parts}) : Optional.empty();
    }

    private static List<Influence> influences(Program program, double[][] shares) {
        List<Influence> influences = new ArrayList<>();
        double[] atEnds = atEnds(program);
        for (int i = 0; i < program.leaves().size(); i++) {
            InputLeaf leaf = program.leaves().get(i);
            influences.add(new Influence(leaf, shares[0][i], shares[1][i], atEnds[2 * i], atEnds[2 * i + 1]));
        }
        return influences;
    }

    /** The value with each input at its low and its high end and all others at their best guess. */
    private static double[] atEnds(Program program) {
        double[] found = new double[2 * program.leaves().size()];
        Program.Run run = program.run(Sample.BLOCK);
        for (int from = 0; from < found.length; from += Sample.BLOCK) {
            int rows = Math.min(Sample.BLOCK, found.length - from);
            try {
                run.evaluate(ends(program, from), rows);
                System.arraycopy(run.column(0), 0, found, from, rows);
            } catch (ArithmeticException e) {
                for (int i = from; i < from + rows; i++) {
                    found[i] = atEnd(program, run, i);
                }
            }
        }
        return found;
    }

    private static double atEnd(Program program, Program.Run run, int end) {
        try {
            run.evaluate(ends(program, end), 1);
            return run.column(0)[0];
        } catch (ArithmeticException e) {
            return Double.NaN;
        }
    }

    /** Rows of one end each, from a number of them on. */
    private static Program.Source ends(Program program, int from) {
        return (leaf, column, rows) -> {
            InputLeaf input = program.leaves().get(leaf);
            Shape shape = Objects.requireNonNull(input.shape());
            Arrays.fill(column, 0, rows, input.node().value());
            int low = 2 * leaf - from;
            if (low >= 0 && low < rows) {
                column[low] = shape.quantile(TAIL);
            }
            if (low + 1 >= 0 && low + 1 < rows) {
                column[low + 1] = shape.quantileFromTop(TAIL);
            }
        };
    }

    /** Shares of variance from draws. */
    private static final class Drawn {
        private final Program program;
        private final Draws draws;
        private final double[] values;
        private final boolean isLogarithmic;
        /** What is beyond every number has a rank, but no variance. */
        private final boolean isRanked;

        private final double[] sorted;
        private final double mean;
        private final double variance;

        Drawn(Program program) {
            this.program = program.forDraws();
            int perInput = Integer.highestOneBit(
                    Math.max(1, MOST_EVALUATIONS / program.leaves().size()));
            int most = program.isSlow() ? Settings.LEAST_SAMPLES : SAMPLES;
            int samples = Math.max(Settings.LEAST_SAMPLES, Math.min(most, perInput));
            this.draws = new Draws(program, 0, samples / Draws.REPLICATES);
            this.values = evaluated();
            this.isRanked = Arrays.stream(values).anyMatch(v -> v == Double.POSITIVE_INFINITY);
            this.isLogarithmic = !isRanked && Arrays.stream(values).allMatch(v -> v > 0);
            this.sorted = values.clone();
            Arrays.sort(sorted);
            Arrays.setAll(values, i -> transformed(values[i]));
            this.mean = Arrays.stream(values).average().orElseThrow();
            boolean isOneValue = Arrays.stream(values).allMatch(v -> v == values[0]); // of which the mean is rounded
            this.variance = isOneValue
                    ? 0
                    : Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / values.length;
        }

        double within() {
            return values.length >= MANY ? NEAR : FARTHER;
        }

        double[][] shares() {
            int n = program.leaves().size();
            double[][] shares = new double[2][n];
            if (variance == 0) {
                Arrays.setAll(shares[1], i -> hasTotal(i) ? 0 : Double.NaN);
                return shares;
            }
            if (n == 1) { // all of the variance, however rare the values are that make it
                return new double[][] {{1}, {1}};
            }
            @Nullable Change[] changes = changes();
            for (int i = 0; i < n; i++) {
                Change change = changes[i];
                shares[0][i] = change == null || change.total() > LARGE ? first(i, changes) : change.first();
                shares[1][i] = change == null ? Double.NaN : Math.max(shares[0][i], change.total());
            }
            return shares;
        }

        private boolean hasTotal(int input) {
            return program.leaves().size() <= MOST_TOTALS
                    && Arrays.binarySearch(program.links().members(), input) < 0;
        }

        /**
         * The share of an input that is large, or has no total share: of what is left when each other input's mean is
         * taken away, for some fall badly together with it in the draws. An input that can make it zero or endless when
         * drawn anew has no mean.
         */
        private double first(int input, @Nullable Change[] changes) {
            var bins = new MeansOfBins(values.length / Draws.REPLICATES);
            Change[] others = Arrays.stream(changes)
                    .filter(change -> change != null && change.input != input && Double.isFinite(change.squares))
                    .toArray(Change[]::new);
            double[][] means =
                    Arrays.stream(others).map(other -> other.bins.means()).toArray(double[][]::new);
            Draws.Reader reader = draws.reader(Sample.BLOCK);
            double[] left = new double[Sample.BLOCK];
            for (int from = 0; from < values.length; from += Sample.BLOCK) {
                int rows = Math.min(Sample.BLOCK, values.length - from);
                System.arraycopy(values, from, left, 0, rows);
                reader.from(from);
                for (int i = 0; i < others.length; i++) {
                    bins.take(means[i], left, reader.cells(others[i].input, rows), rows);
                }
                int[] cells = reader.cells(input, rows);
                for (int i = 0; i < rows; i++) {
                    bins.add(from + i, cells[i], left[i] - mean);
                }
            }
            return Math.min(1, bins.variance() / variance);
        }

        /**
         * What new draws of one input change; null for an input without a total share. Only what depends on the input
         * is computed anew, block by block.
         */
        private @Nullable Change[] changes() {
            @Nullable Change[] changes = new Change[program.leaves().size()];
            if (IntStream.range(0, changes.length).noneMatch(this::hasTotal)) {
                return changes;
            }
            Dependents dependents = Dependents.of(program);
            Program all = dependents.program();
            int affordable = MOST_KEPT / all.outputCount() - Program.Run.PADDING;
            int most = program.isSlow() ? 1 : Sample.BLOCK; // sums of which one part changes, and then changes back
            int block = Math.min(most, Integer.highestOneBit(Math.max(1, affordable)));
            Program.Run usual = all.run(block);
            double[][] places = new double[all.outputCount()][block + Program.Run.PADDING];
            for (int i = 0; i < changes.length; i++) {
                changes[i] = hasTotal(i)
                        ? new Change(i, usual.with(dependents.ofInput()[i], places), dependents.output())
                        : null;
            }
            Draws.Reader reader = draws.reader(block);
            for (int from = 0; from < values.length; from += block) {
                usual.evaluate(reader.from(from), block, new RejectedRows("draws"));
                for (Change change : changes) {
                    if (change != null) {
                        change.add(from, block, reader);
                    }
                }
            }
            return changes;
        }

        /**
         * One input that is drawn anew: at random, because another scramble of the same sequence goes with the first.
         * Half the mean squared difference is its total share. The mean difference for a value of the input is what the
         * value does alone; it is found from differences, which are as small as the share.
         *
         * @see "M. J. W. Jansen, Analysis of variance designs for model output, Computer Physics Communications 117
         *     (1999)"
         */
        private final class Change {
            private final int input;
            private final Program.Run run;
            private final int output;
            private final DrawCells anew;
            private final int[] cells = new int[Sample.BLOCK];
            private final RejectedRows refusals = new RejectedRows("draws");
            private final MeansOfBins bins = new MeansOfBins(values.length / Draws.REPLICATES);
            private double squares;

            Change(int input, Program.Run run, int output) {
                this.input = input;
                this.run = run;
                this.output = output;
                anew = new RandomCells(SeedMix.mix(OTHER_SEED + input));
            }

            void add(int from, int rows, Draws.Reader reader) {
                anew.fill(0, from, cells, 0, rows);
                run.evaluate((leaf, out, n) -> draws.tables().of(input).at(cells, out, n), rows, refusals);
                double[] changed = run.column(output);
                int[] before = reader.cells(input, rows);
                for (int i = 0; i < rows; i++) {
                    double difference = values[from + i] - transformed(changed[i]);
                    squares += difference * difference;
                    bins.add(from + i, before[i], difference);
                }
            }

            double total() {
                refusals.throwIfAny();
                return Math.min(1, squares / (2 * values.length) / variance);
            }

            double first() {
                refusals.throwIfAny();
                return Math.min(1, bins.variance() / variance);
            }
        }

        private double transformed(double value) {
            return isRanked ? rank(value) : isLogarithmic ? Math.log(value) : value;
        }

        /** The middle of the ranks that the value has among all, as part of the whole. */
        private double rank(double value) {
            return (below(Math.nextDown(value)) + below(value)) / (2.0 * sorted.length);
        }

        /** How many are at most the value. */
        private int below(double value) {
            int low = 0;
            int high = sorted.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (sorted[middle] <= value) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        /** The output for all draws. */
        private double[] evaluated() {
            Draws.Reader reader = draws.reader(Sample.BLOCK);
            double[] column = new double[draws.rows()];
            var refusals = new RejectedRows("draws");
            Program.Run run = program.run(Sample.BLOCK);
            for (int from = 0; from < column.length; from += Sample.BLOCK) {
                int rows = Math.min(Sample.BLOCK, column.length - from);
                run.evaluate(reader.from(from), rows, refusals);
                System.arraycopy(run.column(0), 0, column, from, rows);
            }
            refusals.throwIfAny();
            return column;
        }
    }
}
