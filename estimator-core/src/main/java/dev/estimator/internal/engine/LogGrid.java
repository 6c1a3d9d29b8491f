package dev.estimator.internal.engine;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;

/**
 * The sum of independent logarithms on a fine grid, by fast Fourier transform. Each point of a term is shared between
 * its two neighbours on the grid such that means are kept; the error is of the order of the square of the step.
 */
final class LogGrid implements LogLaw {
    private static final int SIZE = 1 << 14;

    private final double first;
    private final double step;
    /** The probability of each grid point or a smaller one. */
    private final double[] cumulative;

    private final Moments moments;
    private final double spread;

    private LogGrid(double first, double step, double[] cumulative, Moments moments, double spread) {
        this.first = first;
        this.step = step;
        this.cumulative = cumulative;
        this.moments = moments;
        this.spread = spread;
    }

    /** The law of a product; its terms are the logarithms of its factors. */
    static LogGrid of(List<WeightedPoints> terms, Moments moments) {
        double first = terms.stream().mapToDouble(WeightedPoints::least).sum();
        double range = terms.stream().mapToDouble(WeightedPoints::range).sum();
        double step = range / (SIZE - 1 - 2 * terms.size());
        double[][] product = transformed(terms.get(0), step);
        for (WeightedPoints term : terms.subList(1, terms.size())) {
            multiply(product, transformed(term, step));
        }
        FastFourierTransformer.transformInPlace(product, DftNormalization.STANDARD, TransformType.INVERSE);
        double[] mass = product[0];
        double mean = 0;
        double squares = 0;
        double sum = 0;
        double[] cumulative = new double[SIZE];
        for (int i = 0; i < SIZE; i++) {
            double m = Math.max(0, mass[i]);
            sum += m;
            cumulative[i] = sum;
            mean += m * i * step;
            squares += m * (i * step) * (i * step);
        }
        for (int i = 0; i < SIZE; i++) {
            cumulative[i] /= sum;
        }
        return new LogGrid(first, step, cumulative, moments, Math.sqrt(Math.max(0, squares - mean * mean)));
    }

    double step() {
        return step;
    }

    @Override
    public double cumulativeLog(double y) {
        // The mass of a point lies evenly around it.
        double position = (y - first) / step + 0.5;
        if (position <= 0 || position >= SIZE) {
            return position <= 0 ? 0 : 1;
        }
        int cell = (int) position;
        double before = cell == 0 ? 0 : cumulative[cell - 1];
        return before + (position - cell) * (cumulative[cell] - before);
    }

    @Override
    public double densityLog(double y) {
        double width = 2 * step;
        return (cumulativeLog(y + width) - cumulativeLog(y - width)) / (2 * width);
    }

    @Override
    public double quantileLog(double p) {
        int found = Arrays.binarySearch(cumulative, p);
        int cell = Math.min(found >= 0 ? found : -found - 1, SIZE - 1);
        while (cell > 0 && cumulative[cell - 1] >= p) {
            cell--;
        }
        double before = cell == 0 ? 0 : cumulative[cell - 1];
        double inside = cumulative[cell] > before ? (p - before) / (cumulative[cell] - before) : 1;
        return first + step * (cell + inside - 0.5);
    }

    @Override
    public double spread() {
        return spread;
    }

    @Override
    public Moments moments() {
        return moments;
    }

    private static double[][] transformed(WeightedPoints term, double step) {
        double[][] values = new double[2][SIZE];
        term.shareOut(step, values[0]);
        FastFourierTransformer.transformInPlace(values, DftNormalization.STANDARD, TransformType.FORWARD);
        return values;
    }

    private static void multiply(double[][] a, double[][] b) {
        for (int i = 0; i < SIZE; i++) {
            double real = a[0][i] * b[0][i] - a[1][i] * b[1][i];
            a[1][i] = a[0][i] * b[1][i] + a[1][i] * b[0][i];
            a[0][i] = real;
        }
    }
}
