package dev.estimator.sharding;

import static dev.estimator.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OccupancyTest {
    /**
     * From 23 people on, two share a birthday with more than a half: 1 − 0.507297 (W. Feller, An Introduction to
     * Probability, II.3).
     */
    @Test
    void atMost_birthdays() {
        assertThat(Math.abs(1 - Occupancy.atMost(1, 23, 365) - 0.507297)).isLessThan(5.01e-7);
        assertThat(1 - Occupancy.atMost(1, 22, 365)).isLessThan(0.5);
    }

    /**
     * Three of 88 people share a birthday with more than a half, four of 187 (D. E. Knuth, TAOCP; R. von Mises, 1939).
     */
    @ParameterizedTest
    @CsvSource({"2, 88", "3, 187", "4, 313"})
    void atMost_severalOnOneBirthday(int limit, int people) {
        assertThat(1 - Occupancy.atMost(limit, people, 365)).isGreaterThan(0.5);
        assertThat(1 - Occupancy.atMost(limit, people - 1, 365)).isLessThan(0.5);
    }

    /** Counted out: m! times the coefficient of x^m in (Σ x^k ÷ k!)^n, over n^m, in whole numbers. */
    @Property(tries = 200)
    void atMost_isCounted(
            @ForAll @IntRange(min = 1, max = 40) int balls,
            @ForAll @IntRange(min = 1, max = 12) int bins,
            @ForAll @IntRange(max = 20) int limit) {
        double expected = counted(limit, balls, bins);
        assertThat(Math.abs(Occupancy.atMost(limit, balls, bins) - expected)).isLessThan(1e-13);
    }

    @ParameterizedTest
    @CsvSource({"600, 20, 40", "600, 20, 48", "500, 3, 175", "500, 90, 13", "400, 60, 18", "700, 8, 100"})
    void atMost_isCountedOfMany(int balls, int bins, int limit) {
        assertNear(counted(limit, balls, bins), Occupancy.atMost(limit, balls, bins), 1e-12);
    }

    private static double counted(int limit, int balls, int bins) {
        BigInteger[] ways = new BigInteger[balls + 1];
        Arrays.fill(ways, BigInteger.ZERO);
        ways[0] = BigInteger.ONE;
        for (int bin = 0; bin < bins; bin++) {
            BigInteger[] more = new BigInteger[balls + 1];
            for (int m = 0; m <= balls; m++) {
                BigInteger sum = BigInteger.ZERO;
                BigInteger choose = BigInteger.ONE;
                for (int k = 0; k <= Math.min(m, limit); k++) {
                    sum = sum.add(choose.multiply(ways[m - k]));
                    choose = choose.multiply(BigInteger.valueOf(m - k)).divide(BigInteger.valueOf(k + 1));
                }
                more[m] = sum;
            }
            ways = more;
        }
        return new BigDecimal(ways[balls])
                .divide(new BigDecimal(BigInteger.valueOf(bins).pow(balls)), MathContext.DECIMAL128)
                .doubleValue();
    }

    /**
     * Printed at math.stackexchange.com/questions/512455: 200 tosses into 2 urns 105.6348479009, 1800 into 3
     * 620.7748847701196.
     */
    @Test
    void meanOfMax_printed() {
        assertNear(105.6348479009, Occupancy.meanOfMax(200, 2), 5e-13);
        assertNear(620.7748847701196, Occupancy.meanOfMax(1800, 3), 1e-12);
    }

    /** Of two bins the fuller one: m/2 + m C(m − 1, m/2) ÷ 2^m for an even m, the mean distance of a random walk. */
    @ParameterizedTest
    @CsvSource({"2", "10", "1000", "100000"})
    void meanOfMax_twoBins(int balls) {
        double walk = Math.exp(logChoose(balls) - balls * Math.log(2)) * balls / 2;
        assertNear(balls / 2.0 + walk, Occupancy.meanOfMax(balls, 2), 1e-11);
    }

    /** ln C(m, m/2), which is 2 × C(m − 1, m/2), by adding logarithms. */
    private static double logChoose(int balls) {
        double sum = 0;
        for (int i = 1; i <= balls / 2; i++) {
            sum += Math.log((balls / 2.0 + i) / i);
        }
        return sum;
    }

    @Test
    void meanOfMax_oneBinOrBall() {
        assertNear(7, Occupancy.meanOfMax(7, 1));
        assertNear(1, Occupancy.meanOfMax(1, 7));
        assertNear(1e6, Occupancy.meanOfMax(1e6, 1));
    }

    /** Two balls meet with 1/n. */
    @Test
    void meanOfMax_twoBalls() {
        assertNear(1 + 1 / 1e6, Occupancy.meanOfMax(2, 1e6), 1e-10);
    }

    @Test
    void quantileOfMax_isTheLeast() {
        double limit = Occupancy.quantileOfMax(10_000, 30, 0.99);
        assertThat(Occupancy.atMost((int) limit, 10_000, 30)).isGreaterThanOrEqualTo(0.99);
        assertThat(Occupancy.atMost((int) limit - 1, 10_000, 30)).isLessThan(0.99);
        assertThat(Occupancy.quantileOfMax(5, 1, 0.5)).isEqualTo(5);
        assertThat(Occupancy.quantileOfMax(5, 3, 1e-9)).isEqualTo(2);
    }
}
