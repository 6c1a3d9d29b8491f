package dev.estimator.scaling;

import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.qps;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

/** Load tests that pass their peak, or rise little from the first on, with 3 % noise. */
class LoadTestProperties {
    private static final double[][] LOADS = {{10, 20, 50, 100, 200}, {4, 8, 16, 32, 64, 128}};

    /**
     * None is refused, and no allowed law near or far fits better: neither the one that was measured nor any of a grid.
     */
    @Property(tries = 200)
    void fit_isLeastSquares(
            @ForAll @DoubleRange(min = 5, max = 40) double peak,
            @ForAll @DoubleRange(min = 0, max = 1) double sigma,
            @ForAll boolean few,
            @ForAll long seed) {
        double kappa = (1 - sigma) / (peak * peak);
        double[] loads = LOADS[few ? 0 : 1];
        Random noise = new Random(seed);
        double[] throughputs = DoubleStream.of(loads)
                .map(n -> 1000 * n / slowdown(n, sigma, kappa) * (1 + 0.03 * noise.nextGaussian()))
                .toArray();
        LoadTest.Builder test = LoadTest.builder();
        for (int i = 0; i < loads.length; i++) {
            test.point(count(loads[i]), qps(throughputs[i]));
        }
        ScalabilityFit fit = test.build().fit();
        assertThat(fit.contention().estimate()).isBetween(0.0, 1.0);
        assertThat(fit.residualSumOfSquares())
                .isLessThanOrEqualTo(squares(loads, throughputs, sigma, kappa) * (1 + 1e-9));
        for (int s = 0; s <= 10; s++) {
            for (double p = 2; p < 100; p *= 1.5) {
                double k = s == 10 ? 0.1 / p : (1 - s / 10.0) / (p * p);
                assertThat(fit.residualSumOfSquares())
                        .isLessThanOrEqualTo(squares(loads, throughputs, s / 10.0, k) * (1 + 1e-9));
            }
            assertThat(fit.residualSumOfSquares())
                    .isLessThanOrEqualTo(squares(loads, throughputs, s / 10.0, 0) * (1 + 1e-9));
        }
    }

    /** With the best throughput of one for these two. */
    private static double squares(double[] loads, double[] throughputs, double sigma, double kappa) {
        double squares = 0;
        double product = 0;
        double norm = 0;
        for (int i = 0; i < loads.length; i++) {
            double law = loads[i] / slowdown(loads[i], sigma, kappa);
            squares += throughputs[i] * throughputs[i];
            product += throughputs[i] * law;
            norm += law * law;
        }
        return squares - product * product / norm;
    }

    private static double slowdown(double n, double sigma, double kappa) {
        return 1 + sigma * (n - 1) + kappa * n * (n - 1);
    }
}
