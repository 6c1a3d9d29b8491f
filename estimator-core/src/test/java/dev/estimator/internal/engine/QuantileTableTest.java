package dev.estimator.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.estimator.internal.range.Bell;
import dev.estimator.internal.range.Discrete;
import dev.estimator.internal.range.Line;
import dev.estimator.internal.range.Pert;
import dev.estimator.internal.range.Shape;
import dev.estimator.internal.range.Skewed;
import dev.estimator.internal.range.Triangular;
import dev.estimator.internal.range.TruncatedNormal;
import dev.estimator.internal.range.Uniform;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QuantileTableTest {
    private static final int CELLS = 1 << 20;

    static Stream<Shape> shapes() {
        return Stream.of(
                Bell.between(Line.LOG, 5e6, 2e7),
                Bell.between(Line.LOG, 1, 1000),
                Bell.between(Line.LOG, 1e-9, 1e9),
                Bell.between(Line.ODDS, 0.02, 0.3),
                Bell.between(Line.ODDS, 1e-6, 0.9999),
                Skewed.through(Line.LOG, 3, 4, 90),
                Skewed.through(Line.LOG, 3, 80, 90),
                Skewed.through(Line.ODDS, 0.5, 0.97, 0.98),
                new TruncatedNormal(10, 4, Double.POSITIVE_INFINITY),
                new TruncatedNormal(0.9, 0.042, 1),
                new Uniform(2, 3),
                new Triangular(1, 2, 7));
    }

    /** No draw is off by more than 10⁻⁷ of its size: looked at in the middle of a million cells and in both tails. */
    @ParameterizedTest
    @MethodSource("shapes")
    void value_isThatOfTheQuantileFunction(Shape shape) {
        int[] cells = new int[CELLS / 64];
        double[] values = new double[cells.length];
        Quantiles quantiles = Quantiles.of(shape);
        var random = new SplittableRandom(1);
        double worst = 0;
        for (int round = 0; round < 8; round++) {
            for (int i = 0; i < cells.length; i++) {
                // Half of the cells anywhere, half of them in a tail.
                cells[i] = random.nextInt() >> (i % 2 == 0 ? 0 : random.nextInt(31));
                cells[i] = i % 4 == 3 ? ~cells[i] : cells[i];
            }
            quantiles.at(cells, values, cells.length);
            for (int i = 0; i < cells.length; i++) {
                double exact = Quantiles.exact(shape, cells[i]);
                worst = Math.max(worst, Math.abs(values[i] - exact) / exact);
            }
        }
        assertThat(worst).isLessThanOrEqualTo(1e-7);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void draws_stayInside(Shape shape) {
        int[] cells = {0, 1, -1, -2, Integer.MIN_VALUE, Integer.MAX_VALUE};
        double[] values = new double[cells.length];
        Quantiles.of(shape).at(cells, values, cells.length);
        for (double value : values) {
            assertThat(value).isBetween(shape.lowest(), shape.highest());
        }
    }

    static Stream<Shape> perts() {
        return Stream.of(
                new Pert(1, 3, 10), new Pert(2, 2, 3), new Pert(5, 7, 7), new Pert(0.2, 0.201, 90), new Pert(4, 6, 8));
    }

    /** A beta quantile costs microseconds, so few are looked at. */
    @ParameterizedTest
    @MethodSource("perts")
    void pert(Shape shape) {
        int[] cells = {1 << 12, 77 << 16, 1 << 25, 1 << 29, 1_900_000_000, -5, -(1 << 20), -(1 << 28), -1_234_567_890};
        double[] values = new double[cells.length];
        Quantiles.of(shape).at(cells, values, cells.length);
        for (int i = 0; i < cells.length; i++) {
            double exact = Quantiles.exact(shape, cells[i]);
            assertThat(Math.abs(values[i] - exact) / exact).isLessThanOrEqualTo(1e-7);
        }
    }

    @Test
    void alternatives_areDrawnAsOftenAsStated() {
        Shape shape = Discrete.of(new double[] {3, 1, 7}, new double[] {5, 2, 3});
        int[] cells = new int[1000];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = (int) (long) ((i + 0.5) * 0x1p32 / cells.length);
        }
        double[] values = new double[cells.length];
        Quantiles.of(shape).at(cells, values, cells.length);
        assertThat(Arrays.stream(values).filter(v -> v == 1).count()).isEqualTo(200);
        assertThat(Arrays.stream(values).filter(v -> v == 3).count()).isEqualTo(500);
        assertThat(Arrays.stream(values).filter(v -> v == 7).count()).isEqualTo(300);
    }
}
