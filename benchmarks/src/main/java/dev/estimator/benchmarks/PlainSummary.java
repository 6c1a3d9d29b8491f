package dev.estimator.benchmarks;

import java.util.Arrays;

/** Mean and percentiles of draws as they are computed without a library: by sorting, without intervals. */
record PlainSummary(double mean, double p5, double p50, double p95, double p99) {
    /** Sorts the draws. */
    static PlainSummary of(double[] draws) {
        double sum = 0;
        for (double draw : draws) {
            sum += draw;
        }
        Arrays.sort(draws);
        return new PlainSummary(sum / draws.length, at(draws, 0.05), at(draws, 0.5), at(draws, 0.95), at(draws, 0.99));
    }

    static PlainSummary[] of(double[][] columns) {
        return Arrays.stream(columns).map(PlainSummary::of).toArray(PlainSummary[]::new);
    }

    /** In the order in which the library is asked. */
    double[] toArray() {
        return new double[] {mean, p5, p50, p95, p99};
    }

    private static double at(double[] sorted, double p) {
        return sorted[(int) Math.ceil(p * sorted.length) - 1];
    }
}
