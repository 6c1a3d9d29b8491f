package dev.estimator.internal.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A core that was drawn. */
class SampleCore implements Core {
    private static final int REPLICATES = Draws.REPLICATES;

    /** A caller that asks for one of these asks for another soon, and together they cost little more. */
    private static final double[] USUAL = {0.01, 0.05, 0.5, 0.95, 0.99};

    private static final double FARTHEST = 10;

    /** An error estimated from 16 replicates is so many times too large in 2 of 100 cases. */
    private static final double SELDOM_BEYOND = 1.4;

    private final double[] values;
    private final int perReplicate;
    private Estimate @Nullable [] usual;
    private @Nullable Estimate mean;
    private @Nullable Selection selection;

    /** Finds what will usually be asked for. */
    void prepare(boolean withMean) {
        quantiles(USUAL);
        if (withMean) {
            mean(Chain.none());
        }
    }

    SampleCore(double[] values) {
        this.values = values;
        this.perReplicate = values.length / REPLICATES;
    }

    /**
     * Quantiles of all draws together. How far a quantile q may be off follows from the part of each replicate that is
     * at most q: if that is p ± h, the quantile lies between those of p − h and p + h.
     */
    @Override
    public Estimate[] quantiles(double... p) {
        if (!Arrays.stream(p).allMatch(x -> Arrays.binarySearch(USUAL, x) >= 0)) {
            return found(p);
        }
        if (usual == null) {
            usual = found(USUAL);
        }
        Estimate[] known = usual;
        return Arrays.stream(p)
                .mapToObj(x -> known[Arrays.binarySearch(USUAL, x)])
                .toArray(Estimate[]::new);
    }

    private Estimate[] found(double... p) {
        int[] ranks = ranks(values.length, p);
        int[] from = new int[p.length];
        int[] to = new int[p.length];
        for (int i = 0; i < p.length; i++) {
            // Independent draws would be off by so much, ours by less: the interval will be inside.
            double h = SELDOM_BEYOND
                    * Replicates.T95
                    * Math.hypot(Math.sqrt(p[i] * (1 - p[i]) / values.length), 2 * unresolved(values.length));
            from[i] = ranks(values.length, p[i] - h)[0];
            to[i] = ranks(values.length, p[i] + h)[0];
        }
        Selection.Windows windows = selection().windows(from, to, REPLICATES);
        Estimate[] estimates = new Estimate[p.length];
        for (int i = 0; i < p.length; i++) {
            estimates[i] = estimate(windows, p[i], ranks[i]);
        }
        return estimates;
    }

    private Estimate estimate(Selection.Windows windows, double p, int rank) {
        double value = windows.at(rank);
        double[] parts = new double[REPLICATES];
        for (int r = 0; r < REPLICATES; r++) {
            parts[r] = windows.countAtMost(rank, value, r) / (double) perReplicate;
        }
        double h = Replicates.T95 * Math.max(Replicates.standardError(parts), unresolved(values.length));
        int[] ends = ranks(values.length, p - h, p + h);
        double low = windows.at(ends[0]);
        double high = windows.at(ends[1]);
        return Estimate.drawn(
                value,
                ends[0] == 0 ? low / ratio(low, high) : low,
                ends[1] == values.length - 1 ? high * ratio(low, high) : high);
    }

    /** An interval that reaches the outermost draw ends beyond it: as far again as it is long, as a tail may go on. */
    private static double ratio(double low, double high) {
        return high > low && high < Double.POSITIVE_INFINITY ? Math.min(high / low, FARTHEST) : 1;
    }

    /**
     * What the replicates cannot show where all of them have the same number of draws below a value, as in a sequence
     * that puts one into each part of equal probability: the next value is up to one such part away. The nearest of 16
     * draws at random places in it is farther than 3.3 of n draws in 2.5 % of cases, by {@code (1 − x)¹⁶}.
     */
    static double unresolved(int draws) {
        return 1.55 / draws;
    }

    @Override
    public Estimate[] upperQuantiles(double... p) {
        return quantiles(above(p));
    }

    /** The probabilities of the next draws above. */
    double[] above(double... p) {
        return Arrays.stream(p).map(x -> Math.min(1, x + 0.5 / values.length)).toArray();
    }

    @Override
    public Estimate cumulative(double x) {
        double[] parts = partsAtMost(x);
        double error = Math.hypot(Replicates.standardError(parts), Replicates.unseen(values.length));
        return Estimate.around(Replicates.mean(parts), error).within(0, 1);
    }

    @Override
    public Estimate mean(Chain chain) {
        if (!chain.isEmpty()) {
            return meanAfter(chain);
        }
        if (mean == null) {
            mean = meanAfter(chain);
        }
        return mean;
    }

    private Estimate meanAfter(Chain chain) {
        double[] applied = applied(chain);
        double[] means = Replicates.means(applied, REPLICATES);
        return Replicates.around(Replicates.mean(means), means, applied);
    }

    @Override
    public Estimate standardDeviation(Chain chain) {
        double[] applied = applied(chain);
        if (Replicates.areEqual(applied)) {
            return Estimate.unknown();
        }
        double mean = Replicates.mean(Replicates.means(applied, REPLICATES));
        double[] squares =
                Arrays.stream(applied).map(x -> (x - mean) * (x - mean)).toArray();
        double[] means = Replicates.means(squares, REPLICATES);
        double sd = Math.sqrt(Replicates.mean(means));
        double[] parts = Arrays.stream(means).map(x -> x / (2 * sd)).toArray();
        return Replicates.around(sd, parts, squares);
    }

    private double[] applied(Chain chain) {
        return chain.isEmpty()
                ? values
                : Arrays.stream(values).map(chain::apply).toArray();
    }

    private Selection selection() {
        if (selection == null) {
            selection = new Selection(values);
        }
        return selection;
    }

    /** The ranks of the values that are not exceeded with the given probabilities. */
    static int[] ranks(int n, double... p) {
        return Arrays.stream(p)
                .mapToInt(x -> (int) Math.min(n - 1.0, Math.max(0, Math.ceil(x * n) - 1)))
                .toArray();
    }

    /** The part of each replicate that is at most the limit. */
    private double[] partsAtMost(double limit) {
        double[] parts = new double[REPLICATES];
        for (int r = 0; r < REPLICATES; r++) {
            int count = 0;
            for (int i = r * perReplicate; i < (r + 1) * perReplicate; i++) {
                count += values[i] <= limit ? 1 : 0;
            }
            parts[r] = count / (double) perReplicate;
        }
        return parts;
    }
}
