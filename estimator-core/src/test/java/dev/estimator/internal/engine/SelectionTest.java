package dev.estimator.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SelectionTest {
    @Property(tries = 300)
    void at_isWhatSortingFinds(@ForAll("columns") double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int[] ranks = {0, values.length / 20, values.length / 2, values.length - 1};
        double[] expected = Arrays.stream(ranks).mapToDouble(r -> sorted[r]).toArray();
        assertThat(new Selection(values).at(ranks)).isEqualTo(expected);
    }

    @Property(tries = 300)
    void windows_countWhatIsAtMost(@ForAll("columns") double[] values) {
        int rank = values.length / 3;
        int upTo = Math.min(values.length - 1, rank + 5);
        var windows = new Selection(values).windows(new int[] {rank}, new int[] {upTo}, 4);
        double value = windows.at(rank);
        int part = values.length / 4;
        for (int p = 0; p < 4; p++) {
            long expected = Arrays.stream(values, p * part, (p + 1) * part)
                    .filter(v -> v <= value)
                    .count();
            assertThat(windows.countAtMost(rank, value, p)).isEqualTo((int) expected);
        }
    }

    /** Lengths that are multiples of 4; values with ties, zeros and very different sizes. */
    @Provide
    Arbitrary<double[]> columns() {
        Arbitrary<Double> value = Arbitraries.oneOf(
                Arbitraries.doubles().between(0, 1e6),
                Arbitraries.integers().between(0, 9).map(Integer::doubleValue),
                Arbitraries.doubles().between(0, 1e300),
                Arbitraries.just(Double.MIN_VALUE));
        return Arbitraries.integers()
                .between(1, 60)
                .flatMap(n -> value.array(double[].class).ofSize(4 * n));
    }
}
