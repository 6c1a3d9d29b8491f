package dev.estimator.internal.range;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One of several values, each with its probability: alternatives, or measurements.
 *
 * @param values in ascending order
 * @param cumulative the probability of each value or a smaller one; the last is 1
 */
@SuppressWarnings("ArrayRecordComponent") // compared below
public record Discrete(double[] values, double[] cumulative) implements Shape {
    /** How far a sum of probabilities may lie below p by rounding and still count as p. */
    private static final double ROUNDING = 1e-12;

    public Discrete {
        boolean isRising = values.length > 0 && values.length == cumulative.length && cumulative[0] > 0;
        for (int i = 1; isRising && i < values.length; i++) {
            isRising = values[i - 1] < values[i] && cumulative[i - 1] <= cumulative[i];
        }
        if (!isRising || cumulative[values.length - 1] != 1) {
            throw new IllegalArgumentException("values must rise, and so must their probabilities, up to 1");
        }
    }

    /** Obtains a distribution of values with weights, which need not add up to 1. Equal values are merged. */
    public static Discrete of(double[] values, double[] weights) {
        SortedMap<Double, Double> sorted = new TreeMap<>();
        for (int i = 0; i < values.length; i++) {
            sorted.merge(values[i], weights[i], Double::sum);
        }
        double total = sorted.values().stream().mapToDouble(w -> w).sum();
        double[] distinct = new double[sorted.size()];
        double[] cumulative = new double[sorted.size()];
        double sum = 0;
        int i = 0;
        for (Map.Entry<Double, Double> entry : sorted.entrySet()) {
            distinct[i] = entry.getKey();
            sum += entry.getValue();
            cumulative[i++] = sum / total;
        }
        cumulative[i - 1] = 1;
        return new Discrete(distinct, cumulative);
    }

    @Override
    public double quantile(double p) {
        int found = Arrays.binarySearch(cumulative, p * (1 - ROUNDING));
        return values[Math.min(found >= 0 ? found : -found - 1, values.length - 1)];
    }

    @Override
    public double quantileFromTop(double q) {
        return quantile(1 - q);
    }

    @Override
    public double cumulative(double x) {
        int found = Arrays.binarySearch(values, x);
        int last = found >= 0 ? found : -found - 2;
        return last < 0 ? 0 : cumulative[last];
    }

    @Override
    public double lowest() {
        return values[0];
    }

    @Override
    public double highest() {
        return values[values.length - 1];
    }

    @Override
    public boolean isSmooth() {
        return false;
    }

    @Override
    public Rule rule() {
        double[] weights = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            weights[i] = cumulative[i] - (i == 0 ? 0 : cumulative[i - 1]);
        }
        return new Rule(values.clone(), weights);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Discrete that
                && Arrays.equals(values, that.values)
                && Arrays.equals(cumulative, that.cumulative);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(values) + Arrays.hashCode(cumulative);
    }

    @Override
    public String toString() {
        return values.length + " values from " + values[0] + " to " + values[values.length - 1] + ", " + hashCode();
    }
}
