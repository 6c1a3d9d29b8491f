package dev.estimator.internal.engine;

import dev.estimator.internal.engine.Factors.Group;
import dev.estimator.internal.graph.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How much each input of a value contributes to its uncertainty: its share of the variance of the logarithm of the
 * value, as capacity formulas multiply; of the value itself if that can be zero; of its rank if it can be beyond every
 * number.
 *
 * @param influences of each input, in the order of first use
 * @param isLogarithmic whether the variance is that of the logarithm
 * @param isRanked whether the variance is that of the rank, because some values are beyond every number
 * @param isExact whether no draws were needed
 */
public record Sensitivity(List<Influence> influences, boolean isLogarithmic, boolean isRanked, boolean isExact) {
    /** Draws for the shares; the first-order share is then off by about 0.005. */
    private static final int SAMPLES = 1 << 14;

    /** With very many inputs or a slow formula fewer draws for each, or the total shares would take minutes. */
    private static final int MOST_EVALUATIONS = 1 << 21;

    /** Each total share takes draws of all inputs: of more than this many none is found. */
    public static final int MOST_TOTALS = 500;

    private static final int BIN_BITS = 5;
    private static final int BINS = 1 << BIN_BITS;
    private static final long OTHER_SEED = 0x5eed;

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
            return new Sensitivity(List.of(), true, false, true);
        }
        Optional<double[][]> exact = separated(program);
        if (exact.isPresent()) {
            return new Sensitivity(influences(program, exact.get()), true, false, true);
        }
        var drawn = new Drawn(program);
        return new Sensitivity(influences(program, drawn.shares()), drawn.isLogarithmic, drawn.isRanked, false);
    }

    /** First-order and total share of each input of a product; nothing if the value is no product. */
    private static Optional<double[][]> separated(Program program) {
        if (program.isGuarded(0) || !program.links().isEmpty()) {
            return Optional.empty();
        }
        Chain chain = Chain.to(program, program.output(0).step());
        if (chain.isBounded()) {
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
        for (int i = 0; i < program.leaves().size(); i++) {
            InputLeaf leaf = program.leaves().get(i);
            double low = Objects.requireNonNull(leaf.shape()).quantile(0.05);
            double high = leaf.shape().quantileFromTop(0.05);
            influences.add(
                    new Influence(leaf, shares[0][i], shares[1][i], with(program, i, low), with(program, i, high)));
        }
        return influences;
    }

    /** The value with one input changed and all others at their best guess. */
    private static double with(Program program, int changed, double value) {
        Program.Run run = program.run(1);
        try {
            run.evaluate(
                    (leaf, column, rows) -> column[0] = leaf == changed
                            ? value
                            : program.leaves().get(leaf).node().value(),
                    1);
            return run.column(0)[0];
        } catch (ArithmeticException e) {
            return Double.NaN;
        }
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
            transform(values);
            this.mean = Arrays.stream(values).average().orElseThrow();
            boolean isOneValue = Arrays.stream(values).allMatch(v -> v == values[0]); // of which the mean is rounded
            this.variance = isOneValue
                    ? 0
                    : Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / values.length;
        }

        double[][] shares() {
            int[] linked = program.links().members();
            int n = program.leaves().size();
            int[] withTotal = IntStream.range(0, n > MOST_TOTALS || variance == 0 ? 0 : n)
                    .filter(i -> Arrays.binarySearch(linked, i) < 0)
                    .toArray();
            double[][] shares = {new double[n], totals(withTotal)};
            for (int i = 0; i < n; i++) {
                boolean hasNoTotal = n > MOST_TOTALS || Arrays.binarySearch(linked, i) >= 0;
                shares[0][i] = variance == 0 ? 0 : first(i);
                shares[1][i] = hasNoTotal ? Double.NaN : Math.max(shares[0][i], shares[1][i]);
            }
            return shares;
        }

        /** The variance of the means of bins of the input, without what chance alone adds to it. */
        private double first(int input) {
            double[] sums = new double[BINS];
            int[] counts = new int[BINS];
            Draws.Reader reader = draws.reader(Sample.BLOCK);
            for (int from = 0; from < values.length; from += Sample.BLOCK) {
                int rows = Math.min(Sample.BLOCK, values.length - from);
                int[] cells = reader.from(from).cells(input, rows);
                for (int i = 0; i < rows; i++) {
                    int bin = cells[i] >>> (Integer.SIZE - BIN_BITS);
                    sums[bin] += values[from + i] - mean;
                    counts[bin]++;
                }
            }
            double between = 0;
            for (int bin = 0; bin < BINS; bin++) {
                between += counts[bin] == 0 ? 0 : sums[bin] * sums[bin] / counts[bin];
            }
            between /= values.length;
            double chance = (variance - between) * (BINS - 1) / values.length;
            return Math.max(0, Math.min(1, (between - chance) / variance));
        }

        /**
         * Half the mean squared difference that new draws of one input make. Whoever is slow goes from input to input
         * before it goes to the next draw, as then most of what it has worked out stays the same.
         *
         * @see "M. J. W. Jansen, Analysis of variance designs for model output, Computer Physics Communications 117
         *     (1999)"
         */
        private double[] totals(int... inputs) {
            double[] squares = new double[program.leaves().size()];
            Anew[] anew = Arrays.stream(inputs).mapToObj(Anew::new).toArray(Anew[]::new);
            RejectedRows[] refusals = Arrays.stream(inputs)
                    .mapToObj(input -> new RejectedRows("draws"))
                    .toArray(RejectedRows[]::new);
            int most = program.isSlow() ? 1 : Sample.BLOCK;
            Program.Run run = program.run(most);
            double[] changed = new double[most];
            for (int from = 0; from < values.length; from += most) {
                int rows = Math.min(most, values.length - from);
                for (int k = 0; k < inputs.length; k++) {
                    run.evaluate(anew[k].from(from), rows, refusals[k]);
                    System.arraycopy(run.column(0), 0, changed, 0, rows);
                    transform(changed);
                    for (int i = 0; i < rows; i++) {
                        double difference = values[from + i] - changed[i];
                        squares[inputs[k]] += difference * difference;
                    }
                }
            }
            Arrays.stream(refusals).forEach(RejectedRows::throwIfAny);
            return Arrays.stream(squares)
                    .map(sum -> variance == 0 ? 0 : Math.min(1, sum / (2 * values.length) / variance))
                    .toArray();
        }

        private void transform(double[] column) {
            for (int i = 0; i < column.length && (isLogarithmic || isRanked); i++) {
                column[i] = isRanked ? rank(column[i]) : Math.log(column[i]);
            }
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
            double[] column = new double[draws.rows()];
            var refusals = new RejectedRows("draws");
            Program.Run run = program.run(Sample.BLOCK);
            Draws.Reader reader = draws.reader(Sample.BLOCK);
            for (int from = 0; from < column.length; from += Sample.BLOCK) {
                int rows = Math.min(Sample.BLOCK, column.length - from);
                run.evaluate(reader.from(from), rows, refusals);
                System.arraycopy(run.column(0), 0, column, from, rows);
            }
            refusals.throwIfAny();
            return column;
        }

        /**
         * The draws with one input drawn anew: at random, because another scramble of the same sequence goes with the
         * first.
         */
        private final class Anew implements Program.Source {
            private final int changed;
            private final DrawCells random;
            private final Quantiles quantiles;
            private final Draws.Reader usual = draws.reader(Sample.BLOCK);
            private final int[] cells = new int[Sample.BLOCK];
            private int first;

            Anew(int changed) {
                this.changed = changed;
                this.random = new RandomCells(SeedMix.mix(OTHER_SEED + changed));
                this.quantiles = Quantiles.of(
                        Objects.requireNonNull(program.leaves().get(changed).shape()));
            }

            Anew from(int row) {
                first = row;
                usual.from(row);
                return this;
            }

            @Override
            public void fill(int leaf, double[] column, int rows) {
                if (leaf == changed) {
                    random.fill(0, first, cells, 0, rows);
                    quantiles.at(cells, column, rows);
                } else {
                    usual.fill(leaf, column, rows);
                }
            }
        }
    }
}
