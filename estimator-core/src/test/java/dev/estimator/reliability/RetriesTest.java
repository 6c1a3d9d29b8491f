package dev.estimator.reliability;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Units.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.estimator.quantity.Share;
import java.math.BigDecimal;
import java.math.MathContext;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class RetriesTest {
    private static final Retries THREE =
            Retries.builder().tries(3).failures(percent(10)).build();

    private static final Retries TIMED =
            THREE.withTries(4).withTimeout(ms(200)).withBackoff(ms(50)).withBackoffFactor(ratio(3));

    /**
     * Site Reliability Engineering, chapter 21: with up to three attempts the load grows up to three times if all fail.
     */
    @Test
    void amplification_published() {
        assertNear(3, THREE.withFailures(percent(100)).amplification().value());
    }

    @Test
    void success() {
        assertNear(0.001, THREE.success().unavailability().value());
        assertNear(1e-24, THREE.withTries(24).success().unavailability().value());
        assertThat(THREE.withFailures(percent(0)).success().nines()).isInfinite();
        assertThat(THREE.withFailures(percent(100)).success().value()).isZero();
    }

    /** 1 + 0.1 + 0.01. */
    @Test
    void amplification() {
        assertNear(1.11, THREE.amplification().value());
        assertNear(1, THREE.withFailures(percent(0)).amplification().value());
        assertNear(1, THREE.withTries(1).amplification().value());
    }

    /** Nearly all fail: the quotient of the formula has no digits left, the sum of its terms has. */
    @Test
    void amplification_nearlyAll() {
        Retries nearly = THREE.withFailures(Share.of(1 - 0x1p-40));
        assertNear(3 - 3 * 0x1p-40, nearly.amplification().value());
    }

    /** Term by term in 50 digits. */
    @Property(tries = 300)
    void amplification_isTheSumOfItsTerms(
            @ForAll @DoubleRange(min = 0, max = 1) @Scale(9) double failures,
            @ForAll @IntRange(min = 1, max = 60) int tries) {
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < tries; i++) {
            sum = sum.add(term);
            term = term.multiply(new BigDecimal(failures), new MathContext(50));
        }
        Retries retries = THREE.withTries(tries).withFailures(Share.of(failures));
        assertNear(sum.doubleValue(), retries.amplification().value());
        assertNear(term.doubleValue(), retries.success().unavailability().value());
    }

    /** 4 × 200 + 50 + 150 + 450. */
    @Test
    void timeToGiveUp() {
        assertNear(1_450, TIMED.timeToGiveUp().to(MILLISECONDS));
        assertNear(950, TIMED.withBackoffFactor(ratio(1)).timeToGiveUp().to(MILLISECONDS));
        assertNear(600, THREE.withTimeout(ms(200)).timeToGiveUp().to(MILLISECONDS));
    }

    /** 200 × (0.1 + 0.01 + 0.001 + 0.0001) + 50 × 0.1 + 150 × 0.01 + 450 × 0.001. */
    @Test
    void meanTimeLost() {
        assertNear(29.17, TIMED.meanTimeLost().to(MILLISECONDS));
        assertNear(1_450, TIMED.withFailures(percent(100)).meanTimeLost().to(MILLISECONDS));
    }

    /** Of half that fail and waits that double each wait adds as much: 200 × (1 − 2⁻²⁰⁰⁰) and 1999 × 50 ÷ 2. */
    @Test
    void meanTimeLost_manyTries() {
        Retries many = TIMED.withTries(2000).withFailures(percent(50)).withBackoffFactor(ratio(2));
        assertNear(50_175, many.meanTimeLost().to(MILLISECONDS));
        assertThat(many)
                .hasToString(
                        "2000 tries at 50% failures: success 100%, ×2 the load, ×2,000 if all fail, never gives up");
        assertThatThrownBy(many::timeToGiveUp)
                .isInstanceOf(ArithmeticException.class)
                .hasMessageEndingWith(
                        "has no answer: the waits must not grow beyond all numbers, with fewer tries or a smaller"
                                + " backoff factor");
    }

    /** 2³¹ − 1 tries of 200 ms, with 2³¹ − 2 waits of 50 ms. */
    @Test
    void timeToGiveUp_mostTries() {
        Retries most = TIMED.withTries(Integer.MAX_VALUE).withBackoffFactor(ratio(1));
        assertNear(
                2_147_483_647.0 * 200 + 2_147_483_646.0 * 50,
                most.timeToGiveUp().to(MILLISECONDS));
        assertNear(
                2_147_483_647.0 * 200,
                most.withBackoff(ms(0))
                        .withBackoffFactor(ratio(2))
                        .timeToGiveUp()
                        .to(MILLISECONDS));
    }

    /** Term by term. */
    @Property(tries = 300)
    void meanTimeLost_isTheSumOfItsTerms(
            @ForAll @DoubleRange(min = 0, max = 1) @Scale(9) double failures,
            @ForAll @DoubleRange(min = 0.5, max = 3) @Scale(3) double factor,
            @ForAll @IntRange(min = 1, max = 60) int tries) {
        double reached = 1;
        double wait = 50;
        double sum = 0;
        for (int i = 1; i <= tries; i++) {
            reached *= failures;
            sum += reached * (200 + (i < tries ? wait : 0));
            wait *= factor;
        }
        Retries retries =
                TIMED.withTries(tries).withFailures(Share.of(failures)).withBackoffFactor(ratio(factor));
        assertNear(sum, retries.meanTimeLost().to(MILLISECONDS), 1e-12);
    }

    @Test
    void timeToGiveUp_noTimeout() {
        assertThatThrownBy(THREE::timeToGiveUp)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("timeout is not set: it is needed for the time to give up");
        assertThatThrownBy(THREE::meanTimeLost)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("timeout is not set: it is needed for the mean time lost");
    }

    @Test
    void check() {
        assertThatThrownBy(() -> THREE.withTries(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("tries must be at least 1 but was 0");
        assertThatThrownBy(() -> THREE.withTimeout(seconds(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("timeout must be above zero but was 0 s");
        assertThatThrownBy(() -> THREE.withBackoffFactor(ratio(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("backoffFactor must be above zero but was ×0");
    }

    @Test
    void amplification_explanation() {
        Retries retries = THREE.withFailures(assume("failing", between(percent(1), percent(50))));
        assertThat(retries.amplification().explain()).hasToString("""
                        assumed
                          failing = 9.133% (1% … 50%)
                        calculated
                          amplification = (1 − failing^3) ÷ (1 − failing)
                                        = (1 − 9.133%^3) ÷ (1 − 9.133%)
                                        = ×1.1 (×1.01 … ×1.75)""");
    }

    @Test
    void toString_answers() {
        assertThat(THREE)
                .hasToString("3 tries at 10% failures: success 99.9% (3 nines), ×1.11 the load, ×3 if all fail");
        assertThat(TIMED.withTries(1))
                .hasToString("1 try at 10% failures: success 90% (1 nine), ×1 the load, ×1 if all fail, gives up after"
                        + " 200 ms");
        assertThat(Retries.builder()).hasToString("retries, not built yet: go on with what is known, end with build()");
    }

    private static final Retries LAYERS = Retries.builder()
            .failures(percent(50))
            .layer("JavaScript", 2)
            .layer("frontend", 3)
            .layer("backend", 4)
            .build();

    private static final Retries TWO = Retries.builder()
            .failures(percent(50))
            .layer("gateway", 2)
            .layer("service", 3)
            .timeout(ms(100))
            .backoff(ms(10))
            .build();

    /**
     * Site Reliability Engineering, chapter 22, Retries: if the backend, the frontend and the JavaScript layer each
     * make 3 retries, which is 4 attempts, one action of a user may create 64 attempts on the database.
     */
    @Test
    void worstCase_published() {
        Retries layers = Retries.builder()
                .failures(percent(100))
                .layer("JavaScript", 4)
                .layer("frontend", 4)
                .layer("backend", 4)
                .build();
        assertThat(layers.worstCase()).isEqualTo(count(64));
        assertNear(64, layers.amplification().value());
        assertNear(4, layers.amplificationOf("frontend").value());
    }

    /** From below: 1 + 1/2 + 1/4 + 1/8; then 1/16 fails, 1 + 1/16 + 1/256; then 1/4096 fails, 1 + 1/4096. */
    @Test
    void amplificationOf() {
        assertNear(1.875, LAYERS.amplificationOf("backend").value());
        assertNear(1 + 1 / 16.0 + 1 / 256.0, LAYERS.amplificationOf("frontend").value());
        assertNear(1 + 1 / 4_096.0, LAYERS.amplificationOf("JavaScript").value());
        assertNear(2 - 0x1p-23, LAYERS.amplification().value());
    }

    @Property(tries = 200)
    void amplification_isTheProductOfTheLayers(
            @ForAll @DoubleRange(min = 0, max = 1) @Scale(6) double failures,
            @ForAll @IntRange(min = 1, max = 9) int top,
            @ForAll @IntRange(min = 1, max = 9) int bottom) {
        Retries layers = Retries.builder()
                .failures(Share.of(failures))
                .layer("top", top)
                .layer("middle", 3)
                .layer("bottom", bottom)
                .build();
        double product = layers.amplificationOf("top").value()
                * layers.amplificationOf("middle").value()
                * layers.amplificationOf("bottom").value();
        assertNear(product, layers.amplification().value(), 1e-12);
    }

    @Test
    void success_layers() {
        assertNear(0x1p-24, LAYERS.success().unavailability().value());
    }

    /** The last layer gives up after 3 × 100 + 10 + 20, the first after 2 × 330 + 10. */
    @Test
    void timeToGiveUp_layers() {
        assertNear(670, TWO.timeToGiveUp().to(MILLISECONDS));
    }

    /** A call of the last layer loses 100 × 7/8 + 10 ÷ 2 + 20 ÷ 4; of the first 9/8 of that, and 10 ÷ 8. */
    @Test
    void meanTimeLost_layers() {
        assertNear(110.9375, TWO.meanTimeLost().to(MILLISECONDS));
    }

    @Test
    void layer_unknown() {
        assertThatThrownBy(() -> LAYERS.amplificationOf("edge"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("layer must be one of [JavaScript, frontend, backend] but was 'edge'");
    }

    @Test
    void layers_none() {
        Retries.Builder builder = Retries.builder().failures(percent(1));
        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no tries are set: say tries(number), or layer(name, tries) for each layer");
        assertThatThrownBy(() -> builder.layer("edge", 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("tries must be at least 1 but was 0");
    }

    @Test
    void layers_names() {
        Retries.Builder twice =
                Retries.builder().failures(percent(1)).layer("edge", 2).layer("edge", 3);
        assertThatThrownBy(twice::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("layers must be of different names but was [edge, edge]");
        assertThatThrownBy(() -> twice.layer(" ", 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("name must not be blank");
    }

    /** 2³¹ to the 40th is 2¹²⁴⁰, and to the 33rd 2¹⁰²³. */
    @Test
    void layers_tooManyTries() {
        assertThatThrownBy(layers(40)::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "layers must be few enough that the product of their tries is a number but was above 1.8e308");
        assertThat(layers(33).build().toString()).endsWith(" if all fail");
    }

    private static Retries.Builder layers(int number) {
        Retries.Builder builder = Retries.builder().failures(percent(10));
        for (int i = 0; i < number; i++) {
            builder.layer("layer " + i, Integer.MAX_VALUE);
        }
        return builder;
    }

    @Test
    void amplificationOf_explanation() {
        Retries layers = LAYERS.withFailures(assume("failing", between(percent(10), percent(90))));
        assertThat(layers.amplificationOf("frontend").explain()).hasToString("""
                        assumed
                          failing = 50% (10% … 90%)
                        calculated
                          failures below frontend = failing^4
                                                  = 50%^4
                                                  = 6.25% (0.01% … 65.6%)
                          amplification of frontend = (1 − failures below frontend^3) ÷ (1 − failures below frontend)
                                                    = (1 − 6.25%^3) ÷ (1 − 6.25%)
                                                    = ×1.066 (×1 … ×2.09)""");
    }

    @Test
    void toString_layers() {
        assertThat(LAYERS)
                .hasToString(
                        "2 × 3 × 4 tries at 50% failures: success 99.999994% (7.2 nines), ×2 the load, ×24 if all fail");
        assertThat(LAYERS.layers()).hasToString("[JavaScript (2 tries), frontend (3 tries), backend (4 tries)]");
        assertThat(new Retries.Layer("edge", 1)).hasToString("edge (1 try)");
    }
}
