package dev.estimator.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.estimator.internal.range.Rule;
import java.util.SplittableRandom;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.junit.jupiter.api.Test;

class GaussRuleTest {
    /** Abramowitz and Stegun, table 25.4: Legendre's rule of five points, from three in each of 1,000 parts. */
    @Test
    void evenDensity_isLegendresRule() {
        int parts = 1000;
        double[] points = new double[3 * parts];
        double[] weights = new double[3 * parts];
        for (int i = 0; i < points.length; i++) {
            int which = i % 3;
            points[i] = (2 * (i / 3) + 1.0) / parts - 1 + (which - 1) * Math.sqrt(0.6) / parts;
            weights[i] = (which == 1 ? 8 : 5) / 18.0 / parts;
        }
        Rule few = GaussRule.compress(new Rule(points, weights), 5);
        double[] expected = {0.906179845938664, 0.538469310105683, 0, -0.538469310105683, -0.906179845938664};
        double[] twice = {0.236926885056189, 0.478628670499366, 0.568888888888889, 0.478628670499366, 0.236926885056189
        };
        for (int i = 0; i < 5; i++) {
            assertThat(few.points()[i]).isCloseTo(expected[i], within(1e-13));
            assertThat(few.weights()[i]).isCloseTo(twice[i] / 2, within(1e-13));
        }
    }

    /**
     * To the last bit against the whole eigenvectors of another library, also where some entries beside the diagonal
     * vanish.
     */
    @Test
    void firsts_areThoseOfWholeEigenvectors() {
        var random = new SplittableRandom(4);
        for (int round = 0; round < 500; round++) {
            int n = 1 + random.nextInt(30);
            double[] diagonal = random.doubles(n, -2, 2).toArray();
            double[] beside = random.doubles(n - 1, 1e-3, 2).toArray();
            if (n > 4 && round % 3 == 0) {
                beside[n / 2] = round % 2 == 0 ? 0 : 1e-12;
            }
            var whole = new EigenDecomposition(diagonal, beside);
            var ours = new TridiagonalQl(diagonal, beside);
            for (int i = 0; i < n; i++) {
                assertThat(ours.values()[i]).isEqualTo(whole.getRealEigenvalue(i));
                double first = whole.getEigenvector(i).getEntry(0);
                assertThat(ours.firsts()[i] * ours.firsts()[i]).isEqualTo(first * first);
            }
        }
    }
}
