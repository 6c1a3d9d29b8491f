package dev.estimator.latency;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Units.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** How much requests differ, against formulas of textbooks and numbers by hand. */
class LatencyVariabilityTest {
    private static final Latency EXPONENTIAL = Latency.exponential(seconds(1));

    /** {@code e^(σ²) − 1}, σ = ln 8 ÷ 2.3263478740408408. */
    @Test
    void variability_logNormal() {
        double sigma = Math.log(8) / 2.3263478740408408;
        assertNear(
                Math.exp(sigma * sigma) - 1,
                Latency.ofP50P99(ms(5), ms(40)).variability().value(),
                1e-12);
    }

    /** 1 for sure, also if nobody knows the mean. */
    @Test
    void variability_exponential() {
        assertThat(Latency.exponential(between(ms(5), ms(40))).variability().isUncertain())
                .isFalse();
        assertNear(1, EXPONENTIAL.variability().value());
        assertNear(0, Latency.of(ms(7)).variability().value());
    }

    /** 50 ms (three of four) and 250 ms: mean 100, variance 7,500 ms². */
    @Test
    void variability_measured() {
        assertNear(
                0.75,
                Latency.measured(Map.of(ms(50), 3L, ms(250), 1L)).variability().value());
    }

    /** Variances add: three exponentials 3/9, and 2 s after them 3/25. */
    @Test
    void variability_inSequence() {
        assertNear(1.0 / 3, EXPONENTIAL.inARow(3).variability().value(), 1e-12);
        assertNear(
                3.0 / 25, EXPONENTIAL.inARow(3).plus(seconds(2)).variability().value(), 1e-12);
        double each = Math.expm1(Math.pow(Math.log(8) / 2.3263478740408408, 2));
        assertNear(
                each / 4,
                Latency.ofP50P99(ms(5), ms(40)).inARow(4).variability().value(),
                1e-12);
    }

    /** One and a half times an exponential of 1 s: mean 1.5, variance 1 + (2 × ½ − ¼) = 1.75. */
    @Test
    void variability_inARowOnAverage() {
        assertNear(1.75 / 2.25, EXPONENTIAL.inARow(ratio(1.5)).variability().value(), 1e-12);
    }

    /** 20 % take 3 s, the others an exponential of 1 s: mean 1.4, E(T²) 0.2 × 9 + 0.8 × 2. */
    @Test
    void variability_mix() {
        Latency mixed = Latency.mix(percent(20), Latency.of(seconds(3)), EXPONENTIAL);
        assertNear((3.4 - 1.96) / 1.96, mixed.variability().value(), 1e-12);
        assertNear(
                (3.4 - 1.96) / Math.pow(1.4 + 5, 2),
                mixed.plus(seconds(5)).variability().value(),
                1e-12);
    }

    /** The slower of two exponentials: mean 1 + 1/2, variance 1 + 1/4 (Rényi). */
    @Test
    void variability_fanOut() {
        assertNear(5.0 / 9, EXPONENTIAL.fanOut(2).variability().value(), 1e-8);
        assertNear(
                5.0 / 9, Latency.slowest(EXPONENTIAL, EXPONENTIAL).variability().value(), 1e-8);
    }

    /** An exponential cut off at 2 s: mean 1 − e⁻², E(T²) 2(1 − 3e⁻²). */
    @Test
    void variability_withTimeout() {
        double rest = Math.exp(-2);
        double mean = 1 - rest;
        assertNear(
                2 * (1 - 3 * rest) / (mean * mean) - 1,
                EXPONENTIAL.withTimeout(seconds(2)).variability().value(),
                1e-8);
    }

    /** Even on a logarithmic scale from 2 to 10 s: mean 8 ÷ ln 5, E(T²) 96 ÷ (2 ln 5). */
    @Test
    void variability_percentiles() {
        Latency known = Latency.ofPercentiles(Map.of(0, seconds(2), 100, seconds(10)));
        double log = Math.log(5);
        assertNear(
                96 / (2 * log) / Math.pow(8 / log, 2) - 1, known.variability().value(), 1e-8);
    }

    /** With a range of its median it is one. */
    @Test
    void variability_range() {
        Latency unsure = Latency.ofP50P99(between(ms(5), ms(9)), ms(40));
        double least = Math.expm1(Math.pow(Math.log(40.0 / 9) / 2.3263478740408408, 2));
        assertThat(unsure.variability().isUncertain()).isTrue();
        assertNear(least, unsure.variability().p5().value(), 0.01);
    }

    @Test
    void variability_unknown() {
        assertThatThrownBy(() ->
                        Latency.ofPercentiles(Map.of(50, ms(5), 99, ms(40))).variability())
                .isInstanceOf(ArithmeticException.class)
                .hasMessageEndingWith("has no answer: the mean must be known and above zero");
        assertThatThrownBy(() -> Latency.of(ms(0)).variability()).isInstanceOf(ArithmeticException.class);
        assertNear(5, Latency.of(seconds(5)).mean().to(SECONDS));
    }

    @Test
    void variability_explain() {
        assertThat(Latency.ofP50P99(ms(5), ms(40)).named("auth").variability().explain())
                .hasToString("""
                        assumed
                          p50 of auth = 5 ms
                          p99 of auth = 40 ms
                        calculated
                          variability of auth = variance of log-normal(p50 of auth, p99 of auth), in squared means
                                              = variance of log-normal(5 ms, 40 ms), in squared means
                                              = ×1.223""");
    }
}
