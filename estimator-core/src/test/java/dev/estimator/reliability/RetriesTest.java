package dev.estimator.reliability;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
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
                .hasToString("2000 tries at 50% failures: success 100%, ×2 the load, ×2000 if all fail, never gives"
                        + " up");
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
}
