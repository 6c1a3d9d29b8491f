package dev.estimator.internal.engine;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/** A core that was drawn. */
final class SampleCore implements Core {
    private static final int REPLICATES = Draws.REPLICATES;

    private final double[] values;
    private final int perReplicate;
    private @Nullable Selection selection;

    SampleCore(double[] values) {
        this.values = values;
        this.perReplicate = values.length / REPLICATES;
    }

    /**
     * Quantiles of all draws together. How far a quantile q may be off follows from the part of each replicate that is at most q:
     * if that is p ± h, the quantile lies between those of p − h and p + h.
     */
    @Override
    public Estimate[] quantiles(double... p) {
        double[] found = at(ranks(values.length, p));
        double[] ends = new double[2 * p.length];
        double[][] parts = partsAtMost(found);
        for (int i = 0; i < p.length; i++) {
            double h = Replicates.T95 * Replicates.standardError(parts[i]);
            ends[2 * i] = p[i] - h;
            ends[2 * i + 1] = p[i] + h;
        }
        double[] intervals = at(ranks(values.length, ends));
        Estimate[] estimates = new Estimate[p.length];
        for (int i = 0; i < p.length; i++) {
            estimates[i] = Estimate.drawn(found[i], intervals[2 * i], intervals[2 * i + 1]);
        }
        return estimates;
    }

    @Override
    public Estimate[] upperQuantiles(double... p) {
        return quantiles(Arrays.stream(p).map(x -> x + 0.5 / values.length).toArray());
    }

    @Override
    public Estimate cumulative(double x) {
        double[] parts = partsAtMost(x)[0];
        return Estimate.around(Replicates.mean(parts), Replicates.standardError(parts))
                .within(0, 1);
    }

    @Override
    public Estimate mean(Chain chain) {
        double[] means = means(chain::apply);
        return Estimate.around(Replicates.mean(means), Replicates.standardError(means));
    }

    @Override
    public Estimate standardDeviation(Chain chain) {
        double[] means = means(chain::apply);
        double mean = Replicates.mean(means);
        double[] squares = means(x -> (chain.apply(x) - mean) * (chain.apply(x) - mean));
        double variance = Replicates.mean(squares);
        double sd = Math.sqrt(variance);
        return sd == 0 ? Estimate.drawn(0, 0, 0) : Estimate.around(sd, Replicates.standardError(squares) / (2 * sd));
    }

    private double[] means(DoubleUnaryOperator function) {
        double[] means = new double[REPLICATES];
        for (int r = 0; r < REPLICATES; r++) {
            double sum = 0;
            for (int i = r * perReplicate; i < (r + 1) * perReplicate; i++) {
                sum += function.applyAsDouble(values[i]);
            }
            means[r] = sum / perReplicate;
        }
        return means;
    }

    private double[] at(int... ranks) {
        if (selection == null) {
            selection = new Selection(values);
        }
        return selection.at(ranks);
    }

    /** The ranks of the values that are not exceeded with the given probabilities. */
    static int[] ranks(int n, double... p) {
        return Arrays.stream(p)
                .mapToInt(x -> (int) Math.min(n - 1.0, Math.max(0, Math.ceil(x * n) - 1)))
                .toArray();
    }

    /** For each limit the part of each replicate that is at most the limit. */
    private double[][] partsAtMost(double... limits) {
        double[][] parts = new double[limits.length][REPLICATES];
        for (int k = 0; k < limits.length; k++) {
            for (int r = 0; r < REPLICATES; r++) {
                parts[k][r] = countAtMost(limits[k], r * perReplicate, (r + 1) * perReplicate) / (double) perReplicate;
            }
        }
        return parts;
    }

    private int countAtMost(double limit, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += values[i] <= limit ? 1 : 0;
        }
        return count;
    }
}
