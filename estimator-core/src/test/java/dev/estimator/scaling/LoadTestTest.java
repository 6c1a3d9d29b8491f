package dev.estimator.scaling;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Units.PER_SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected numbers are those of Gauss–Newton in 40 digits, mpmath 1.3.0, where nothing else is said. */
class LoadTestTest {
    private static final LoadTest SIX = LoadTest.builder()
            .point(count(1), qps(955))
            .point(count(4), qps(3549))
            .point(count(12), qps(8647))
            .point(count(20), qps(10_799))
            .point(count(27), qps(12_211))
            .point(count(32), qps(12_074))
            .build();

    /** Schwartz prints 995.6486, 0.02671591 and 0.0007690945. */
    @Test
    void fit_cisco() {
        ScalabilityFit fit = CiscoLoadTest.test().fit();
        Scalability law = fit.scalability();
        assertNear(995.6487859290531, law.throughputOfOne().to(PER_SECOND), 1e-11);
        assertNear(0.026715945035725382, law.contention().value(), 1e-10);
        assertNear(0.0007690939206104586, law.coherency().value(), 1e-10);
        assertNear(1_023_849.5246698314, fit.residualSumOfSquares(), 1e-12);
        assertNear(187.89666315051377, fit.residualStandardError().to(PER_SECOND), 1e-12);
        assertNear(28.698365552716478, fit.throughputOfOne().standardError(), 1e-9);
        assertNear(0.004493828155440815, fit.contention().standardError(), 1e-9);
        assertNear(8.645446452668804e-5, fit.coherency().standardError(), 1e-9);
        assertThat(fit.warnings()).isEmpty();
    }

    /** R's usl takes t(0.95, 31) = 1.70 for its 95 %; right is t(0.975, 29) = 2.0452296421327043. */
    @Test
    void fit_interval() {
        ScalabilityFit.Coefficient contention = CiscoLoadTest.test().fit().contention();
        double reach = 2.0452296421327043 * 0.004493828155440815;
        assertNear(0.026715945035725382 - reach, contention.low(), 1e-9);
        assertNear(0.026715945035725382 + reach, contention.high(), 1e-9);
        assertThat(contention.isMaybeZero()).isFalse();
    }

    @Test
    void fit_sixPoints() {
        ScalabilityFit fit = SIX.fit();
        assertNear(969.8056304441577, fit.throughputOfOne().estimate(), 1e-10);
        assertNear(0.023170898264565906, fit.contention().estimate(), 1e-9);
        assertNear(0.0008361922005370629, fit.coherency().estimate(), 1e-9);
        assertNear(75.74353377356421, fit.throughputOfOne().standardError(), 1e-8);
        // t(0.975, 3) = 3.1824463052837096
        assertNear(
                0.0008361922005370629 + 3.1824463052837095 * 0.00020445281669887299,
                fit.coherency().high(),
                1e-8);
    }

    @Test
    void fit_toString() {
        assertThat(SIX.fit()).hasToString("""
                fit to 6 load-test points, 1 to 32: peak 12k req/s at 34; one does 970 req/s, contention 2.32%, coherency ×8.36e-4
                throughput of one  969.8      ± 75.74      95%: 728.8 … 1211
                contention         0.02317    ± 0.01135    95%: -0.01296 … 0.05931
                coherency          0.0008362  ± 0.0002045  95%: 0.0001855 … 0.001487
                warning: contention cannot be told from 0""");
    }

    /** The same points in any order, and at the latencies that Little's law gives. */
    @Test
    void point_throughputAndLatency() {
        LoadTest byLatency = LoadTest.builder()
                .point(qps(12_074), ms(32_000.0 / 12_074))
                .point(qps(955), ms(1000.0 / 955))
                .point(qps(12_211), ms(27_000.0 / 12_211))
                .point(qps(3549), ms(4000.0 / 3549))
                .point(qps(8647), ms(12_000.0 / 8647))
                .point(qps(10_799), ms(20_000.0 / 10_799))
                .build();
        assertNear(0.023170898264565906, byLatency.fit().contention().estimate(), 1e-9);
        assertNear(0.0008361922005370629, byLatency.fit().coherency().estimate(), 1e-9);
    }

    /** Three points are met exactly: slowdowns of 4/3 = 1 + σ + 2κ and 5/2 = 1 + 3σ + 12κ give σ = 1/6 and κ = 1/12. */
    @Test
    void fit_threePoints() {
        ScalabilityFit fit = test(1, 90, 2, 135, 4, 144).fit();
        Scalability law = fit.scalability();
        assertNear(90, law.throughputOfOne().to(PER_SECOND), 1e-10);
        assertNear(1 / 6.0, law.contention().value(), 1e-9);
        assertNear(1 / 12.0, law.coherency().value(), 1e-9);
        assertThat(fit.warnings()).containsExactly("only 3 points: measure 6 or more");
        String message = "3 points for as many coefficients fit exactly and do not tell how well: measure more";
        assertNoAnswer(fit::contention, message);
        assertNoAnswer(fit::residualStandardError, message);
        assertNoAnswer(fit::scalabilityWithRanges, message);
        assertThat(fit)
                .hasToString(
                        "fit to 3 load-test points, 1 to 4: peak 147 req/s at 3.2; one does 90 req/s, contention 16.7%,"
                                + " coherency ×0.0833\nwarning: only 3 points: measure 6 or more");
    }

    /**
     * Faster than linear: both are held at zero, where λ = Σ N X ÷ Σ N² = 9480/85. SciPy 1.17 with bounds finds the
     * same.
     */
    @Test
    void fit_superlinear() {
        ScalabilityFit fit = test(1, 100, 2, 210, 4, 440, 8, 900).fit();
        assertNear(9480 / 85.0, fit.throughputOfOne().estimate(), 1e-12);
        assertNear(1.254289066017214, fit.throughputOfOne().standardError(), 1e-12);
        assertNear(0, fit.contention().estimate());
        assertNear(0, fit.coherency().estimate());
        assertThat(fit.scalability().hasPeak()).isFalse();
        assertThat(fit.warnings())
                .containsExactly(
                        "only 4 points: measure 6 or more",
                        "contention would be -0.03995, which is not possible, and is held at 0");
    }

    /**
     * Coherency below zero: Amdahl's law is fitted, with the errors of two coefficients. SciPy with bounds finds the
     * same.
     */
    @Test
    void fit_coherencyHeld() {
        ScalabilityFit fit = test(1, 100, 2, 180, 4, 330, 8, 680).fit();
        assertNear(86.20188857804348, fit.throughputOfOne().estimate(), 1e-10);
        assertNear(0.002527590544355613, fit.contention().estimate(), 1e-8);
        assertNear(0.009241699606528608, fit.contention().standardError(), 1e-8);
        assertThat(fit).hasToString("""
                fit to 4 load-test points, 1 to 8: no peak, towards 34k req/s; one does 86 req/s, contention 0.253%, coherency ×0
                throughput of one  86.2      ± 4.857     95%: 65.31 … 107.1
                contention         0.002528  ± 0.009242  95%: -0.03724 … 0.04229
                coherency          0         held
                warning: only 4 points: measure 6 or more
                warning: coherency would be -0.01069, which is not possible, and is held at 0
                warning: contention cannot be told from 0""");
    }

    /**
     * Contention below zero and a coherency of 1.52: throughput falls from the first on. SciPy with bounds finds the
     * same.
     */
    @Test
    void fit_contentionHeld() {
        ScalabilityFit fit = test(1, 100, 2, 50, 4, 20, 8, 9).fit();
        assertNear(100.05107149324914, fit.throughputOfOne().estimate(), 1e-11);
        assertNear(1.5207983671182246, fit.coherency().estimate(), 1e-10);
        assertNear(0.027631540226621638, fit.coherency().standardError(), 1e-9);
        assertThat(fit.scalability())
                .hasToString("no gain from more than 1; one does 100 req/s, contention 0%, coherency ×1.52");
    }

    /** Twice as much with twice as many: zeros, not noise, and not a word about bounds. */
    @Test
    void fit_linear() {
        ScalabilityFit fit = test(1, 100, 2, 200, 4, 400, 8, 800).fit();
        assertThat(fit.scalability())
                .hasToString("no peak and no limit; one does 100 req/s, contention 0%, coherency ×0");
        assertThat(fit.warnings()).containsExactly("only 4 points: measure 6 or more");
        assertNoAnswer(
                fit::scalabilityWithRanges,
                "the points are fitted exactly, which leaves no ranges: ask for scalability()");
    }

    @Test
    void fit_peakFarAway() {
        ScalabilityFit fit = test(1, 955, 4, 3549, 12, 8647).fit();
        assertThat(fit.warnings())
                .containsExactly(
                        "only 3 points: measure 6 or more", "the peak, at 44, is a guess beyond twice the measured 12");
    }

    /**
     * A contention that would be above 1 is held there, not at 0, which is far: one resource that answers the same
     * however many ask, two that do less than half of one, and one that falls. Least squares with σ = 1 in 40 digits,
     * mpmath; SciPy 1.17 with 0 ≤ σ ≤ 1 and a grid over σ and κ find none that is less.
     */
    @ParameterizedTest
    @CsvSource({
        "100, 101, 99, 100, 100, 100, 1.005, 100.02705609568123897, 2.8490120200514193513e-5, 1.9943054428438327124,"
                + "99.847841444396935626",
        "100, 40, 18, 9, 0, 0, 1.025, 99.997774185854319671, 1.5004526318194731148, 0.12558378151921936748,"
                + "1.0467845474577241407",
        "100, 85, 77, 61, 43, 27, 1.116, 96.7382526319723721, 0.085178068838415734642, 28.440975150676182553,"
                + "15.195559987703994805"
    })
    void fit_contentionAbove1(
            double at1,
            double at2,
            double at4,
            double at8,
            double at16,
            double at32,
            String unconstrained,
            double lambda,
            double kappa,
            double squares,
            double at64) {
        ScalabilityFit fit = (at16 == 0
                        ? test(1, at1, 2, at2, 4, at4, 8, at8)
                        : test(1, at1, 2, at2, 4, at4, 8, at8, 16, at16, 32, at32))
                .fit();
        assertNear(1, fit.contention().estimate());
        assertNear(0, fit.contention().standardError());
        assertNear(lambda, fit.throughputOfOne().estimate(), 1e-11);
        assertNear(kappa, fit.coherency().estimate(), 1e-7);
        assertNear(squares, fit.residualSumOfSquares(), 1e-11);
        assertNear(at64, fit.scalability().throughputAt(count(64)).to(PER_SECOND), 1e-9);
        assertThat(fit.warnings())
                .contains("contention would be " + unconstrained + ", which is not possible, and is held at 1");
        assertThat(fit.toString()).containsPattern("contention +1 +held\n");
        assertThat(fit.scalability().toString()).startsWith("no gain from more than 1; one does ");
    }

    /** Exactly the same at every load: no coherency, no rounding, no refusal. */
    @Test
    void fit_exactlyFlat() {
        ScalabilityFit fit = test(1, 70, 3, 70, 9, 70, 27, 70, 30, 70, 60, 70).fit();
        assertThat(fit.scalability())
                .hasToString("no gain from more than 1; one does 70 req/s, contention 100%, coherency ×0");
        assertNear(70, fit.scalability().throughputAt(count(500)).to(PER_SECOND), 1e-12);
        assertThat(fit.warnings()).isEmpty();
    }

    /** Just below 1: not held, but not told from it either. SciPy with bounds finds the same. */
    @Test
    void fit_contentionNear1() {
        ScalabilityFit fit = test(1, 100, 2, 97, 4, 95, 8, 88, 16, 81, 32, 62).fit();
        assertNear(0.99172013, fit.contention().estimate(), 1e-8);
        assertNear(0.01849150, fit.coherency().estimate(), 1e-6);
        assertNear(11.292051664163, fit.residualSumOfSquares(), 1e-11);
        assertThat(fit.warnings()).containsExactly("contention cannot be told from 1");
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(fit::scalabilityWithRanges)
                .withMessageContaining("cannot be told from 1, so it is no range");
    }

    /** Past the peak, with the digits of reported cases; least squares from several starts. */
    @ParameterizedTest
    @CsvSource({
        "6000, 7000, 5200, 3300, 1900, 1014.22181995950094, 0.0509529789816363529, 0.00250174738197855816, 12400.9482019072557,"
                + "19.4770",
        "6011, 7011, 5394, 3394, 1896, 1000.3794354910702, 0.0500476526420387623, 0.00237583879109543261, 0.0260941479489691221,"
                + "19.9960"
    })
    void fit_pastPeak(
            double at10,
            double at20,
            double at50,
            double at100,
            double at200,
            double lambda,
            double sigma,
            double kappa,
            double squares,
            double peak) {
        ScalabilityFit fit =
                test(10, at10, 20, at20, 50, at50, 100, at100, 200, at200).fit();
        assertNear(lambda, fit.throughputOfOne().estimate(), 1e-11);
        assertNear(sigma, fit.contention().estimate(), 1e-10);
        assertNear(kappa, fit.coherency().estimate(), 1e-10);
        assertNear(squares, fit.residualSumOfSquares(), 1e-9);
        assertNear(peak, fit.scalability().peakConcurrency().value(), 3e-6);
    }

    /** smoeding/usl #7. */
    @Test
    void fit_smoeding() {
        ScalabilityFit fit =
                test(1, 60, 2, 120, 4, 220, 8, 400, 12, 440, 16, 490).fit();
        assertNear(61.372821763009924, fit.throughputOfOne().estimate(), 1e-8);
        assertNear(0.01231769391288849, fit.contention().estimate(), 1e-8);
        assertNear(0.003549021489081073, fit.coherency().estimate(), 1e-8);
        assertNear(805.6430176549435, fit.residualSumOfSquares(), 1e-10);
    }

    /** Beside a billion 1 is so little that the columns of the three coefficients are one and the same. */
    @Test
    void fit_loadsTooClose() {
        assertNoAnswer(
                () -> test(1e9, 5, 1e9 + 1, 5, 1e9 + 2, 5).fit(),
                "the loads are too close together to tell the coefficients apart: measure at loads further apart");
    }

    /** The 90 % ranges are those of Student's t(0.95, 29) = 1.6991270265334978, not of the normal distribution. */
    @Test
    void scalabilityWithRanges_ends() {
        Scalability law = CiscoLoadTest.test().fit().scalabilityWithRanges();
        double reach = 1.699127026533498 * 0.004493828155440815;
        assertNear(0.026715945035725382 - reach, law.contention().p5().value(), 1e-6);
        assertNear(0.026715945035725382 + reach, law.contention().p95().value(), 1e-6);
        assertNear(995.6487859290531, law.throughputOfOne().to(PER_SECOND), 1e-9);
    }

    /**
     * The coefficients move together, so that within the measurements the throughput is known well: to 1.699 × 52.54/s
     * by the linear propagation of their covariance. Drawn independently it would be 12 times as much, 1.699 × 646/s.
     */
    @Test
    void scalabilityWithRanges_areCorrelated() {
        var at20 = CiscoLoadTest.test().fit().scalabilityWithRanges().throughputAt(count(20));
        double width = at20.p95().to(PER_SECOND) - at20.p5().to(PER_SECOND);
        assertNear(2 * 1.699127026533498 * 52.5380022625, width, 0.03);
    }

    @Test
    void scalabilityWithRanges_explain() {
        Scalability law = CiscoLoadTest.test().fit().scalabilityWithRanges();
        assertThat(law.throughputAt(count(20)).explain()).hasToString("""
                assumed
                  throughput of one = 995.6 req/s (947 … 1,040)        (fit to 32 load-test points)
                  concurrency       = 20
                  contention        = 2.672% (1.91% … 3.44%)           (fit to 32 load-test points)
                  coherency         = ×7.691e-4 (×6.22e-4 … ×9.16e-4)  (fit to 32 load-test points)
                calculated
                  slowdown = 1 + contention × (concurrency − 1) + coherency × concurrency × (concurrency − 1)
                           = 1 + 2.672% × (20 − 1) + 7.691e-4 × 20 × (20 − 1)
                           = ×1.8 (×1.7 … ×1.9)
                  throughput = throughput of one × concurrency ÷ slowdown
                             = 995.6 req/s × 20 ÷ 1.8
                             = 11,060 req/s (10,980 … 11,160)""");
    }

    @Test
    void scalabilityWithRanges_maybeZero() {
        assertNoAnswer(
                () -> SIX.fit().scalabilityWithRanges(),
                "contention 0.02317 ± 0.01135 (95%: -0.01296 … 0.05931) cannot be told from zero, so it is no range: measure"
                        + " more points");
    }

    @Test
    void toString_saysHowMany() {
        assertThat(SIX).hasToString("6 points from 1 to 32; ask for fit()");
        assertThat(LoadTest.builder())
                .hasToString("load test, not built yet: go on with what is known, end with build()");
    }

    /** Four points, but two loads. */
    @Test
    void points_tooFewLoads() {
        assertRefused(
                () -> test(1, 100, 1, 101, 4, 300, 4, 301),
                "points must be at 3 distinct loads or more but was at 2: the law has three coefficients");
    }

    @Test
    void point_notMeasured() {
        LoadTest.Builder builder = LoadTest.builder();
        assertRefused(() -> builder.point(count(0), qps(5)), "concurrency must be above zero but was 0");
        assertRefused(() -> builder.point(count(5), qps(0)), "throughput must be above zero but was 0 req/s");
        assertRefused(
                () -> builder.point(count(5), qps(1e200)),
                "throughput must be from 1e-100 to 1e100 req/s, so that its square can be computed, but was 1.0E200 req/s");
        assertRefused(
                () -> builder.point(count(5), qps(1e-200)),
                "throughput must be from 1e-100 to 1e100 req/s, so that its square can be computed, but was 1.0E-200 req/s");
        assertRefused(
                () -> builder.point(between(count(1), count(4)), qps(5)),
                "concurrency must be one measured number but was 2 (1 … 4)");
        assertRefused(
                () -> builder.point(count(5), between(qps(1), qps(4))),
                "throughput must be one measured number but was 2 req/s (1 … 4)");
    }

    private static LoadTest test(double... loadsAndThroughputs) {
        LoadTest.Builder test = LoadTest.builder();
        for (int i = 0; i < loadsAndThroughputs.length; i += 2) {
            test.point(count(loadsAndThroughputs[i]), qps(loadsAndThroughputs[i + 1]));
        }
        return test.build();
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }

    private static void assertNoAnswer(ThrowingCallable call, String message) {
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(call).withMessage(message);
    }
}
