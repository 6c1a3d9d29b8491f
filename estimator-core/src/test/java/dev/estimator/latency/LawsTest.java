package dev.estimator.latency;

import static dev.estimator.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Laws against closed forms. Numbers of many digits come from mpmath 1.3.0 at 50 digits; the expression stands beside
 * each.
 */
class LawsTest {
    private static final LatencyLaw SLOW = LogNormalLaw.through(0.005, 0.04);

    @Test
    void logNormal_throughItsPercentiles() {
        assertNear(0.005, SLOW.exceededBy(0.5));
        assertNear(0.04, SLOW.exceededBy(0.01));
        assertNear(0.01, SLOW.slower(0.04), 1e-12);
        assertNear(0.007455376588273081, SLOW.mean(), 1e-12); // s = log(8)/z99; 0.005*exp(s**2/2)
    }

    @Test
    void logNormal_ofMeanAndPercentile() {
        LatencyLaw law = LogNormalLaw.withMean(0.01, LogNormalLaw.sigmaOf(0.01, 0.08, 0.01));
        assertNear(0.01, law.mean());
        assertNear(0.08, law.exceededBy(0.01), 1e-12);
        LatencyLaw low = LogNormalLaw.withMean(0.01, LogNormalLaw.sigmaOf(0.01, 0.002, 0.9));
        assertNear(0.01, low.mean());
        assertNear(0.002, low.exceededBy(0.9), 1e-12);
        assertThat(LogNormalLaw.sigmaOf(0.01, 0.15, 0.01)).isNaN(); // above exp(z²/2) = 14.97 times the mean
    }

    /** scipy 1.17.1: {@code quad} of the quantile function over each piece. */
    @Test
    void percentiles_meanPieceByPiece() {
        assertNear(
                8.183519406393515,
                through(new double[] {0.95, 0.5, 0.05, 0}, 2, 5, 20, 90).mean(),
                1e-11);
        assertNear(
                102.56875020075742,
                through(new double[] {0.5, 0.01, 0.001, 0}, 20, 200, 30_000, 70_000)
                        .mean(),
                1e-11);
        assertNear(
                8.61188467665768,
                through(new double[] {1, 0.5, 0.05, 0.001, 0}, 1, 5, 20, 200, 3000)
                        .mean(),
                1e-11);
        assertNear(
                642.1276564991572,
                through(new double[] {1, 0.5, 0.499, 0.01, 0}, 0.5, 1, 1000, 2000, 2000)
                        .mean(),
                1e-10);
        assertThat(through(new double[] {0.5, 0.01}, 20, 200).mean()).isInfinite();
    }

    private static LatencyLaw through(double[] shares, double... times) {
        return PercentileLaw.through(ImmutableDoubleArray.copyOf(shares), times);
    }

    /** Of two such the slower has the mean {@code 2 m Φ(σ ÷ √2)}. */
    @Test
    void slowestOfTwo_ofAHeavyTail() {
        LatencyLaw each = LogNormalLaw.withMean(7, 4);
        assertNear(14 * 0.9976611325094764, new OrderStatistic(2, 2, each).mean(), 1e-8);
    }

    @Test
    void erlang_isTheSumOfExponentials() {
        LatencyLaw five = new ErlangLaw(5, 0.01);
        assertNear(0.1160462557947718, five.exceededBy(0.01), 1e-12); // findroot(gammainc(5, x)/24 = 0.01) * 10 ms
        assertNear(0.05, five.mean());
        assertNear(0.01, new ErlangLaw(1, 0.01).mean());
        assertNear(Math.exp(-3), new ErlangLaw(1, 0.01).slower(0.03));
    }

    @Test
    void sum_ofExponentialsAlike_isExact() {
        LatencyLaw each = new ErlangLaw(1, 0.01);
        assertThat(Sum.of(List.of(each, each, new ErlangLaw(3, 0.01)), nothingKnown()))
                .isEqualTo(new ErlangLaw(5, 0.01));
        assertThat(Sum.ofAlike(5, each, nothingKnown())).isEqualTo(new ErlangLaw(5, 0.01));
    }

    @Test
    void sum_ofConstants_isExact() {
        assertThat(Sum.of(List.of(new Constant(0.25), new Constant(0.5)), nothingKnown()))
                .isEqualTo(new Constant(0.75));
        assertThat(Sum.of(List.of(new Constant(0.25), SLOW), nothingKnown())).isEqualTo(new Shifted(0.25, SLOW));
    }

    @Test
    void sum_ofFewSingleTimes_isExact() {
        LatencyLaw cache = new TwoWayMixture(0.9, new Constant(0.001), new Constant(0.02));
        LatencyLaw two = Sum.ofAlike(2, cache, nothingKnown());
        assertNear(0.01, two.slower(0.0399), 1e-12);
        assertThat(two.slower(0.04)).isZero();
        assertNear(0.19, two.slower(0.002), 1e-12);
        assertThat(two.exceededBy(0.05)).isEqualTo(0.021);
    }

    /** Hypoexponential: {@code S(t) = (a e^(−t/a) − b e^(−t/b)) ÷ (a − b)}. */
    @Test
    void sum_ofTwoExponentials_isHypoexponential() {
        LatencyLaw sum = Sum.of(List.of(new ErlangLaw(1, 0.003), new ErlangLaw(1, 0.007)), nothingKnown());
        for (double share : new double[] {0.5, 0.05, 0.01, 1e-3, 1e-6}) {
            double t = sum.exceededBy(share);
            assertNear(share, (0.007 * Math.exp(-t / 0.007) - 0.003 * Math.exp(-t / 0.003)) / 0.004, 2e-3);
        }
        assertNear(0.01, sum.mean());
    }

    /** A sum of 10,000 alike is nearly normal: {@code n m ± z √n m}; skewness 2/√n shifts p99 by (z² − 1)/3 · m. */
    @Test
    void sum_ofManyAlike_isNormal() {
        LatencyLaw each = LogNormalLaw.withMean(1, 0.3);
        double variance = Math.expm1(0.09);
        double skewness = (Math.exp(0.09) + 2) * Math.sqrt(variance);
        double z = 2.3263478740408408;
        double cornishFisher = 10_000 + Math.sqrt(10_000 * variance) * (z + skewness / 100 * (z * z - 1) / 6);
        assertNear(cornishFisher, Sum.ofAlike(10_000, each, nothingKnown()).exceededBy(0.01), 1e-4);
    }

    /** The slowest of n exponentials has the mean Hₙ. */
    @Test
    void slowestOfExponentials_hasHarmonicMean() {
        LatencyLaw each = new ErlangLaw(1, 1);
        assertNear(1 + 1 / 2.0 + 1 / 3.0 + 1 / 4.0, new OrderStatistic(4, 4, each).mean(), 1e-9);
        assertNear(1 + 1 / 2.0 + 1 / 3.0, new KthFastest(3, List.of(each, each, each)).mean(), 1e-9);
        assertNear(1 / 4.0 + 1 / 3.0, new OrderStatistic(2, 4, each).mean(), 1e-9);
        assertNear(1 / 5.0, new OrderStatistic(1, 5, each).mean(), 1e-9);
    }

    /** {@code F^(-1)(q^(1/n))}: the p99 of a million is the leaf's at one in 10⁸. */
    @Test
    void slowestOfAMillion_readsTheLeafFarOut() {
        LatencyLaw many = new OrderStatistic(1_000_000, 1_000_000, new ErlangLaw(1, 1));
        assertNear(18.41565978976602, many.exceededBy(0.01), 1e-13); // -log(1 - 0.99**(mpf(1)/10**6))
        assertNear(0.01, many.slower(many.exceededBy(0.01)), 1e-12);
    }

    /** With unequal members, against all eight cases. */
    @Test
    void ordered_ofUnequal_countsCases() {
        LatencyLaw a = new ErlangLaw(1, 1);
        LatencyLaw b = new ErlangLaw(1, 2);
        LatencyLaw c = new ErlangLaw(1, 5);
        double[] s = {Math.exp(-1.5), Math.exp(-0.75), Math.exp(-0.3)};
        double twoSlow = s[0] * s[1] * (1 - s[2]) + s[0] * (1 - s[1]) * s[2] + (1 - s[0]) * s[1] * s[2];
        double allSlow = s[0] * s[1] * s[2];
        List<LatencyLaw> parts = List.of(a, b, c);
        assertNear(allSlow, new KthFastest(1, parts).slower(1.5));
        assertNear(allSlow + twoSlow, new KthFastest(2, parts).slower(1.5));
        assertNear(1 - (1 - s[0]) * (1 - s[1]) * (1 - s[2]), new KthFastest(3, parts).slower(1.5));
    }

    /**
     * Of exponentials at rates 1 and 1/2 the first ends first with 2/3, at 2/3 on average, and last in the rest of its
     * mean.
     */
    @Test
    void decides_ofTwoExponentials() {
        List<LatencyLaw> parts = List.of(new ErlangLaw(1, 1), new ErlangLaw(1, 2));
        assertNear(4 / 9.0, new KthFastest(1, parts).decides(0), 1e-4);
        assertNear(5 / 9.0, new KthFastest(2, parts).decides(0), 1e-4);
        assertNear(2 - 2 / 9.0, new KthFastest(2, parts).decides(1), 1e-4);
    }

    /** {@code S(t) S(t − d)} of exponentials: mean {@code (1 − e^(−d)) + e^(−d) ÷ 2}. */
    @Test
    void hedge_ofExponentials() {
        LatencyLaw each = new ErlangLaw(1, 1);
        LatencyLaw hedged = new KthFastest(1, List.of(each, new Shifted(0.7, each)));
        assertNear(Math.exp(-1.3), hedged.slower(1), 1e-13);
        assertNear(1 - Math.exp(-0.7) / 2, hedged.mean(), 1e-9);
    }

    /** Three tries of 2 s with waits of 1 s between; tries are 1 s on average. */
    @Test
    void retried_byItsCases() {
        LatencyLaw retried = new RetriedLaw(new ErlangLaw(1, 1), 3, 2, 1);
        double s = Math.exp(-2);
        assertNear(Math.exp(-1.5), retried.slower(1.5));
        assertNear(s, retried.slower(2.5));
        assertNear(s * Math.exp(-0.5), retried.slower(3.5));
        assertNear(s * s, retried.slower(5.5));
        assertNear(s * s * Math.exp(-1.9), retried.slower(7.9), 1e-12);
        assertThat(retried.slower(8)).isZero();
        double once = 1 - s; // of min(X, 2)
        assertNear(once * (1 + s + s * s) + s + s * s, retried.mean(), 1e-9);
    }

    @Test
    void points_keepTheMeasuredPercentiles() {
        LatencyLaw law = Points.of(new double[] {3, 1, 2, 1, 100}, new double[] {1, 1, 1, 1, 1});
        assertThat(law.exceededBy(0.6)).isEqualTo(1);
        assertThat(law.exceededBy(0.5)).isEqualTo(2);
        assertThat(law.exceededBy(0.01)).isEqualTo(100);
        assertThat(law.slower(0.5)).isEqualTo(1);
        assertNear(0.6, law.slower(1));
        assertThat(law.slower(100)).isZero();
        assertNear(21.4, law.mean());
    }

    @Test
    void knots_belowIsTheInverseOfAt() {
        for (int k = -3000; k < 3000; k += 7) {
            assertThat(Knots.FINE.below(Knots.FINE.at(k))).isEqualTo(k);
            assertThat(Knots.FINE.below(Math.nextDown(Knots.FINE.at(k)))).isEqualTo(k - 1);
        }
    }

    private static Workings nothingKnown() {
        return Workings.none();
    }
}
