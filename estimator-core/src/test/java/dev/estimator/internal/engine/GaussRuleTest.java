package dev.estimator.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.estimator.internal.range.Rule;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.junit.jupiter.api.Test;

class GaussRuleTest {
    /** Every power up to 2n − 1 has the same mean. */
    @Test
    void compress_keepsMoments() {
        var random = new Random(7);
        for (int n : new int[] {1, 2, 3, 8, 11}) {
            Rule rule = rule(random, 40);
            Rule few = GaussRule.compress(rule, n);
            assertThat(few.points()).hasSize(n);
            for (int power = 0; power < 2 * n; power++) {
                assertThat(mean(few, power)).as("x^" + power + " by " + n).isCloseTo(mean(rule, power), within(1e-13));
            }
        }
    }

    /** Legendre's points for an even measure on −1 to 1: 0 and ±√(3 ÷ 5), of weight 8 ÷ 18 and 5 ÷ 18. */
    @Test
    void compress_evenMeasure_isLegendres() {
        int size = 200_000;
        double[] points = new double[size];
        double[] weights = new double[size];
        Arrays.fill(weights, 1.0 / size);
        Arrays.setAll(points, i -> (2 * i + 1.0) / size - 1);
        Rule three = GaussRule.compress(new Rule(points, weights), 3);
        for (int i = 0; i < 3; i++) {
            boolean isMiddle = Math.abs(three.points()[i]) < 0.1;
            assertThat(Math.abs(three.points()[i])).isCloseTo(isMiddle ? 0 : Math.sqrt(0.6), within(1e-9));
            assertThat(three.weights()[i]).isCloseTo(isMiddle ? 8 / 18.0 : 5 / 18.0, within(1e-9));
        }
        assertThat(three.points()).doesNotHaveDuplicates();
    }

    /** Many points at few places are those places. */
    @Test
    void compress_fewPlaces() {
        Rule rule = new Rule(new double[] {2, 5, 2, 5, 2, 5, 11}, new double[] {0.1, 0.2, 0.15, 0.05, 0.2, 0.1, 0.2});
        Rule few = GaussRule.compress(rule, 5);
        double[] places = few.points().clone();
        Arrays.sort(places);
        assertThat(places).containsExactly(new double[] {2, 5, 11}, within(1e-12));
        assertThat(mean(few, 2)).isCloseTo(mean(rule, 2), within(1e-12));
    }

    /** Against the whole eigenvectors of another library, also where some entries beside the diagonal vanish. */
    @Test
    void jacobiMatrix_hasFirstEntriesOfEigenvectors() {
        var random = new Random(4);
        for (int round = 0; round < 500; round++) {
            int n = 1 + random.nextInt(30);
            double[] diagonal = random.doubles(n, -2, 2).toArray();
            double[] beside = random.doubles(n - 1, 1e-3, 2).toArray();
            if (n > 4 && round % 3 == 0) {
                beside[n / 2] = round % 2 == 0 ? 0 : 1e-12;
            }
            var whole = new EigenDecomposition(diagonal, beside);
            Rule ours = JacobiMatrix.rule(diagonal, beside);
            int[] order = IntStream.range(0, n)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> -ours.points()[i]))
                    .mapToInt(i -> i)
                    .toArray();
            for (int i = 0; i < n; i++) {
                assertThat(ours.points()[order[i]]).isCloseTo(whole.getRealEigenvalue(i), within(1e-13));
                double first = whole.getEigenvector(i).getEntry(0);
                double next = i == 0 ? Double.POSITIVE_INFINITY : whole.getRealEigenvalue(i - 1);
                double after = i == n - 1 ? Double.NEGATIVE_INFINITY : whole.getRealEigenvalue(i + 1);
                double gap = Math.min(next - whole.getRealEigenvalue(i), whole.getRealEigenvalue(i) - after);
                // near each other, eigenvectors turn by a last bit over their distance
                assertThat(ours.weights()[order[i]]).isCloseTo(first * first, within(1e-14 * Math.max(1, 1 / gap)));
            }
        }
    }

    private static Rule rule(Random random, int size) {
        double[] points = random.doubles(size, -1, 1).toArray();
        double[] weights = random.doubles(size, 0, 1).toArray();
        double sum = Arrays.stream(weights).sum();
        Arrays.setAll(weights, i -> weights[i] / sum);
        return new Rule(points, weights);
    }

    private static double mean(Rule rule, int power) {
        double sum = 0;
        for (int i = 0; i < rule.points().length; i++) {
            sum += rule.weights()[i] * Math.pow(rule.points()[i], power);
        }
        return sum;
    }
}
