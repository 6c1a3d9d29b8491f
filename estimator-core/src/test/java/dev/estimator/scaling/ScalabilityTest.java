package dev.estimator.scaling;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Quantities.us;
import static dev.estimator.quantity.Units.MILLISECONDS;
import static dev.estimator.quantity.Units.PER_SECOND;
import static dev.estimator.quantity.Units.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ScalabilityTest {
    /** 40 × 20 ÷ (1 + 0.06 × 19 + 0.001 × 20 × 19) = 800 ÷ 2.52. */
    private static final Scalability BASE = Scalability.of(qps(40), percent(6), ratio(0.001));

    @Test
    void throughputAt_concurrency() {
        assertNear(800 / 2.52, BASE.throughputAt(count(20)).to(PER_SECOND));
        assertNear(0.063, BASE.latencyAt(count(20)).to(SECONDS));
        assertNear(20 / 2.52, BASE.speedupAt(count(20)).value());
        assertNear(40, BASE.throughputAt(count(1)).to(PER_SECOND));
        assertNear(0, BASE.throughputAt(count(0)).to(PER_SECOND));
    }

    /** usl4j 0.7.0 swaps the signs of σ and κ here. 63 ms is the latency of 20, so by Little's law 20 ÷ 63 ms. */
    @Test
    void throughputAt_latency() {
        assertNear(20, BASE.concurrencyAt(ms(63)).value(), 1e-12);
        assertNear(800 / 2.52, BASE.throughputAt(ms(63)).to(PER_SECOND), 1e-12);
    }

    /** usl4j 0.7.0 leaves κ out here, which for 800 ÷ 2.52 per second would be 57.6 ms. */
    @Test
    void latencyAt_throughput() {
        assertNear(63, BASE.latencyAt(qps(800 / 2.52)).to(MILLISECONDS), 1e-12);
        assertNear(20, BASE.concurrencyAt(qps(800 / 2.52)).value(), 1e-12);
    }

    /** As many are done at 47 = 0.94 ÷ 0.001 ÷ 20 as at 20, for the product of the two roots is (1 − σ) ÷ κ. */
    @Test
    void pastThePeak() {
        assertNear(47, BASE.concurrencyPastPeakAt(qps(800 / 2.52)).value(), 1e-12);
        assertNear(47 / (800 / 2.52), BASE.latencyPastPeakAt(qps(800 / 2.52)).to(SECONDS), 1e-12);
    }

    /** √(0.94 ÷ 0.001); the throughput by mpmath 1.3.0: 40*n/(1+0.06*(n-1)+0.001*n*(n-1)). */
    @Test
    void peak() {
        assertNear(30.659419433511783, BASE.peakConcurrency().value());
        assertNear(332.4500167775723, BASE.peakThroughput().to(PER_SECOND));
    }

    @Test
    void aboveThePeak() {
        assertNoAnswer(
                () -> BASE.latencyAt(qps(334)),
                "throughput must be at most the peak, which is 332.5 req/s, but was 334 req/s");
        assertNoAnswer(
                () -> BASE.latencyPastPeakAt(qps(334)),
                "throughput must be at most the peak, which is 332.5 req/s, but was 334 req/s");
    }

    /** 1 ÷ 40 s is 25 ms, and with less than one at a time hardly below. */
    @Test
    void concurrencyAt_latencyTooLow() {
        assertNoAnswer(
                () -> BASE.concurrencyAt(ms(20)),
                "concurrency of latency(latency (20 ms), throughput of one (40 req/s), contention (6%), coherency (×0.001)) has"
                        + " no answer: the latency must be above that of an idle system, and must depend on the concurrency; with a peak at 1, not"
                        + " below that of 1");
    }

    /**
     * Amdahl's law in Wikipedia: with 95 % parallel any number does at most 20 times as much; 16 do 16 ÷ 1.75 times.
     */
    @Test
    void amdahl() {
        Scalability law = Scalability.amdahl(qps(10), percent(5));
        assertNear(16 / 1.75, law.speedupAt(count(16)).value());
        assertNear(200, law.throughputLimit().to(PER_SECOND));
        assertNear(16, law.concurrencyAt(qps(160 / 1.75)).value(), 1e-12);
        assertThat(law.hasPeak()).isFalse();
        assertThat(law).hasToString("no peak, towards 200 req/s; one does 10 req/s, contention 5%, coherency ×0");
        assertNoAnswer(
                law::peakConcurrency,
                "max(1, √((1 − contention (5%)) ÷ coherency (×0))) has no answer: with a coherency of 0 the peak is unbounded");
        assertNoAnswer(
                law::peakThroughput,
                "max(1, √((1 − contention (5%)) ÷ coherency (×0))) has no answer: with a coherency of 0 the peak is unbounded");
        assertNoAnswer(
                () -> law.concurrencyPastPeakAt(qps(100)),
                "concurrency past the peak(throughput (100 req/s), throughput of one (10 req/s), contention (5%), coherency (×0))"
                        + " has no answer: there must be a peak, and the throughput must not be above it, nor zero");
    }

    @Test
    void linear() {
        Scalability law = Scalability.amdahl(qps(10), percent(0));
        assertNear(1e7, law.throughputAt(count(1e6)).to(PER_SECOND));
        assertThat(law).hasToString("no peak and no limit; one does 10 req/s, contention 0%, coherency ×0");
        assertNoAnswer(
                law::throughputLimit,
                "throughput of one (10 req/s) ÷ contention (0%) has no answer: there is a limit only with contention and"
                        + " without coherency");
    }

    /** Gunther's rule: twice the measured range and no further, and the explanation says so. */
    @Test
    void isBeyondMeasured() {
        Scalability measured = BASE.withMeasuredUpTo(count(10));
        assertThat(measured.isBeyondMeasured(count(20))).isFalse();
        assertThat(measured.isBeyondMeasured(count(20.1))).isTrue();
        assertThat(BASE.isBeyondMeasured(count(1e9))).isFalse();
        assertThat(measured.throughputAt(count(21)).explain().toString())
                .contains(", a guess beyond twice the measured 10");
        assertThat(measured.throughputAt(count(20)).explain().toString()).doesNotContain("guess");
        assertThat(measured.peakConcurrency().explain().toString())
                .contains("max(1, √((1 − contention) ÷ coherency)), a guess beyond twice the measured 10");
        assertThat(measured.latencyPastPeakAt(qps(300)).explain().toString())
                .contains("past the peak(throughput, throughput of one, contention, coherency), a guess beyond");
    }

    @Test
    void throughputAt_explain() {
        assertThat(BASE.throughputAt(between(count(5), count(20))).explain()).hasToString("""
                assumed
                  throughput of one = 40 req/s
                  concurrency       = 10 (5 … 20)
                  contention        = 6%
                  coherency         = ×0.001
                calculated
                  slowdown = 1 + contention × (concurrency − 1) + coherency × concurrency × (concurrency − 1)
                           = 1 + 6% × (10 − 1) + 0.001 × 10 × (10 − 1)
                           = ×1.63 (×1.26 … ×2.52)
                  throughput = throughput of one × concurrency ÷ slowdown
                             = 40 req/s × 10 ÷ 1.63
                             = 245.4 req/s (159 … 317)""");
    }

    @Test
    void peakThroughput_explain() {
        assertThat(BASE.withMeasuredUpTo(count(12)).peakThroughput().explain()).hasToString("""
                assumed
                  throughput of one = 40 req/s
                  contention        = 6%
                  coherency         = ×0.001
                calculated
                  peak throughput = throughput of one × N ÷ (1 + contention × (N − 1) + coherency × N × (N − 1))\
                 at N = max(1, √((1 − contention) ÷ coherency)), a guess beyond twice the measured 12
                                  = 40 req/s × N ÷ (1 + 6% × (N − 1) + 0.001 × N × (N − 1))\
                 at N = max(1, √((1 − 6%) ÷ 0.001)), a guess beyond twice the measured 12
                                  = 332.5 req/s""");
    }

    @Test
    void toString_saysThePeak() {
        assertThat(BASE).hasToString("peak 332 req/s at 31; one does 40 req/s, contention 6%, coherency ×0.001");
        assertThat(BASE.withMeasuredUpTo(count(12)))
                .hasToString(
                        "peak 332 req/s at 31 (a guess, beyond twice the measured 12); one does 40 req/s, contention 6%,"
                                + " coherency ×0.001");
        assertThat(Scalability.of(qps(40), percent(6), ratio(2)))
                .hasToString("no gain from more than 1; one does 40 req/s, contention 6%, coherency ×2");
    }

    /** Two do 20 ÷ (1 + 0.05 + 10) a second; with less than one the law would promise any throughput. */
    @Test
    void peak_atOne() {
        Scalability harm = Scalability.of(qps(10), percent(5), ratio(5));
        assertThat(harm).hasToString("no gain from more than 1; one does 10 req/s, contention 5%, coherency ×5");
        assertThat(harm.peakConcurrency().value()).isEqualTo(1);
        assertNear(10, harm.peakThroughput().to(PER_SECOND));
        assertThat(harm.concurrencyAt(harm.peakThroughput()).value()).isEqualTo(1);
        assertNear(2, harm.concurrencyPastPeakAt(qps(20 / 11.05)).value());
        assertNear(2, harm.concurrencyAt(seconds(1.105)).value());
        assertNoAnswer(
                () -> harm.concurrencyAt(qps(1e6)),
                "throughput must be at most the peak, which is 10 req/s, but was 1M req/s");
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> harm.concurrencyPastPeakAt(qps(10.1)));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> harm.concurrencyAt(ms(99)));
    }

    @Test
    void latencyAt_nothing() {
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> BASE.latencyAt(count(0)));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> BASE.latencyAt(qps(0)));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> BASE.concurrencyAt(seconds(0)));
        assertNear(0, BASE.concurrencyAt(qps(0)).value());
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> BASE.concurrencyAt(us(1)));
    }

    /** All work waits for one lock: any number does what one does. */
    @Test
    void fullContention() {
        Scalability law = Scalability.amdahl(qps(70), percent(100));
        assertNear(70, law.throughputAt(count(9)).to(PER_SECOND));
        assertThat(law.hasPeak()).isTrue();
        assertNear(1, law.peakConcurrency().value());
        assertNear(70, law.peakThroughput().to(PER_SECOND));
        assertThat(law).hasToString("no gain from more than 1; one does 70 req/s, contention 100%, coherency ×0");
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> law.concurrencyAt(qps(69)));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> law.concurrencyAt(qps(71)));
    }

    @Test
    void coefficients_refused() {
        assertRefused(
                () -> Scalability.of(qps(0), percent(6), ratio(0.001)),
                "throughputOfOne must be above zero but was 0 req/s");
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }

    private static void assertNoAnswer(ThrowingCallable call, String message) {
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(call).withMessage(message);
    }
}
