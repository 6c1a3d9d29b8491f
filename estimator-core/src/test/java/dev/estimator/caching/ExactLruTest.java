package dev.estimator.caching;

import static dev.estimator.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExactLruTest {
    /** King's formula over all orders of the cached objects, mpmath 1.3.0 with 30 digits. */
    @ParameterizedTest
    @CsvSource({
        "3, 1, 2, 0.740495867768595041322314049587",
        "5, 0.8, 3, 0.678334584565103403228339317352",
        "6, 1.3, 4, 0.836378297112357967213572398033"
    })
    void hitRatio_king(int objects, double exponent, int cached, double expected) {
        assertNear(expected, ExactLru.hitRatio(objects, exponent, cached));
    }

    @Property(tries = 50)
    void hitRatio_ofEquallyPopularObjects(
            @ForAll @IntRange(min = 1, max = 10) int objects, @ForAll @IntRange(min = 0, max = 10) int cached) {
        int held = Math.min(cached, objects);
        assertNear((double) held / objects, ExactLru.hitRatio(objects, 0, held));
    }

    /** The last object asked for is the next one with probability {@code Σ pᵢ²}. */
    @Property(tries = 50)
    void hitRatio_ofOneCachedObject(
            @ForAll @IntRange(min = 1, max = 10) int objects, @ForAll @DoubleRange(max = 5) double exponent) {
        double all = Harmonic.number(objects, exponent);
        assertNear(Harmonic.number(objects, 2 * exponent) / (all * all), ExactLru.hitRatio(objects, exponent, 1));
    }

    /** What the documentation of LruCache says: a percentage point from eight cached objects on, seven below. */
    @ParameterizedTest
    @CsvSource({"8, 0.01", "1, 0.07"})
    void hitRatio_cheIsNear(int fewest, double most) {
        for (double exponent : new double[] {0, 0.3, 0.6, 0.8, 1, 1.2, 1.5, 2, 3}) {
            for (int cached = fewest; cached < 14; cached++) {
                Che che = Che.of(14, exponent);
                assertThat(che.hitRatio(che.timeForObjects(cached)))
                        .isCloseTo(ExactLru.hitRatio(14, exponent, cached), within(most));
            }
        }
    }
}
