package dev.estimator.internal.engine;

import dev.estimator.internal.range.Gauss;
import dev.estimator.internal.range.Shape;
import dev.estimator.internal.range.Uniform;

/** From cells of 2⁻³² to values: the quantile function of a shape. */
interface Quantiles {
    double CELL = 0x1p-32;

    /** The values at the middle of each cell. */
    void at(int[] cells, double[] values, int n);

    /** The fastest way to the values of a shape: a table where that is cheaper than the function. */
    static Quantiles of(Shape shape) {
        if (shape instanceof Uniform uniform) {
            return straight(uniform);
        }
        return shape.isSmooth() ? QuantileTable.of(shape) : direct(shape);
    }

    /** The normal score of each cell. */
    static Quantiles scores() {
        return (cells, values, n) -> {
            for (int i = 0; i < n; i++) {
                boolean isUpper = cells[i] < 0;
                double tail = ((isUpper ? ~cells[i] : cells[i]) + 0.5) * CELL;
                double score = Gauss.quantile(tail);
                values[i] = isUpper ? -score : score;
            }
        };
    }

    private static Quantiles straight(Uniform uniform) {
        double step = (uniform.high() - uniform.low()) * CELL;
        double middle = uniform.low() + step * (0x1p31 + 0.5);
        return (cells, values, n) -> {
            for (int i = 0; i < n; i++) {
                values[i] = middle + step * (cells[i] ^ Integer.MIN_VALUE);
            }
        };
    }

    private static Quantiles direct(Shape shape) {
        return (cells, values, n) -> {
            for (int i = 0; i < n; i++) {
                values[i] = exact(shape, cells[i]);
            }
        };
    }

    static double exact(Shape shape, int cell) {
        return cell < 0 ? shape.quantileFromTop((~cell + 0.5) * CELL) : shape.quantile((cell + 0.5) * CELL);
    }
}
