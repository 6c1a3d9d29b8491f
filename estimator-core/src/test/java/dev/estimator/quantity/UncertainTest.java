package dev.estimator.quantity;

import static dev.estimator.Refusals.assertRefused;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.correlated;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Uncertain.PAGE;
import static dev.estimator.quantity.Uncertain.PEAK;
import static dev.estimator.quantity.Uncertain.TRAFFIC;
import static dev.estimator.quantity.Uncertain.USERS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.estimator.Serial;
import org.junit.jupiter.api.Test;

/** Quantities that are ranges or were computed from some. */
class UncertainTest {
    @Test
    void isUncertain_rangesAndTheirResults() {
        assertTrue(PAGE.isUncertain());
        assertTrue(PAGE.named("page").isUncertain());
        assertTrue(USERS.isUncertain());
        assertTrue(PAGE.times(3).isUncertain());
        assertFalse(kb(3).isUncertain());
        assertFalse(assume("page", kb(3)).isUncertain());
        assertFalse(PAGE.p95().isUncertain());
    }

    @Test
    void percentile_ofACertainValue() {
        assertEquals(kb(3), kb(3).percentile(99));
        assertEquals(kb(6), assume("page", kb(3)).times(2).p5());
    }

    @Test
    void percentile_outOfRange() {
        assertRefused("percent must be above 0 and below 100 but was 0.0", () -> PAGE.percentile(0));
        assertRefused("percent must be above 0 and below 100 but was 100.0", () -> PAGE.percentile(100));
        assertRefused("percent must be above 0 and below 100 but was NaN", () -> PAGE.percentile(Double.NaN));
    }

    @Test
    void compareTo_usesTheBestGuess() {
        assertTrue(between(kb(1), kb(100)).compareTo(kb(11)) < 0);
        assertTrue(between(kb(1), kb(100)).compareTo(kb(9)) > 0);
        assertEquals(0, between(kb(20), kb(40), kb(70)).compareTo(between(kb(10), kb(40), kb(900))));
    }

    @Test
    void equals_sameCalculationOnTheSameRanges() {
        Bytes once = PAGE.times(PEAK);
        Bytes again = PAGE.times(PEAK);
        assertEquals(once, again);
        assertEquals(once.hashCode(), again.hashCode());
        assertEquals(once, once.named("traffic"));
        assertNotEquals(once, PAGE.times(PEAK).times(2).div(2).plus(kb(0)).times(ratio(1.5)));
    }

    @Test
    void equals_twoRangesThatLookEqual() {
        assertNotEquals(between(kb(20), kb(80)), PAGE);
        assertNotEquals(between(kb(20), kb(80)).times(3), PAGE.times(3));
        assertEquals(PAGE, PAGE);
        assertEquals(PAGE, PAGE.named("page"));
    }

    @Test
    void equals_rangeAndItsBestGuess() {
        Bytes range = between(kb(20), kb(40), kb(70));
        assertNotEquals(range, kb(40));
        assertNotEquals(kb(40), range);
        assertEquals(kb(40).hashCode(), range.hashCode());
    }

    @Test
    void equals_anAssumptionMadeTwiceIsOne() {
        Ratio again = assume("peak to average", between(ratio(2), ratio(5)));
        assertEquals(PEAK, again);
        assertEquals(PEAK.hashCode(), again.hashCode());
        assertNotEquals(PEAK, assume("burst", between(ratio(2), ratio(5))));
        assertNotEquals(PEAK, assume("peak to average", between(ratio(2), ratio(6))));
        assertNotEquals(PEAK, assume("peak to average", between(ratio(2), ratio(5)), "measured"));
    }

    @Test
    void equals_correlationsMatter() {
        Qps rate = between(qps(20), qps(50));
        Bandwidth independent = rate.times(PAGE);
        Bandwidth together = correlated(rate, PAGE, 0.5).times(PAGE);
        assertNotEquals(independent, together);
        assertNotEquals(together, independent);
        assertNotEquals(together, correlated(rate, PAGE, 0.6).times(PAGE));
        assertEquals(together, correlated(rate, PAGE, 0.5).times(PAGE));
        assertEquals(
                together.hashCode(), correlated(rate, PAGE, 0.5).times(PAGE).hashCode());
    }

    @Test
    void range_usedTwiceIsOneDraw() {
        assertAlways(1, PAGE.div(PAGE));
        assertAlways(1, PAGE.named("page").div(PAGE));
        assertAlways(1, PEAK.div(assume("peak to average", between(ratio(2), ratio(5)))));
        assertAlways(
                1.5,
                PAGE.times(PEAK)
                        .plus(PAGE.times(PEAK))
                        .plus(PAGE.times(PEAK))
                        .div(PAGE.times(PEAK).times(2)));
        assertEquals(kb(0), PAGE.minus(PAGE).p95());
        assertTrue(PEAK.div(between(ratio(2), ratio(5))).p95().value() > 1.5);
    }

    @Test
    void name_ofRanges() {
        assertNull(PAGE.name());
        assertEquals("page", PAGE.named("page").name());
        assertEquals("page", PAGE.orNamed("page").name());
        assertEquals("page", PAGE.named("page").orNamed("answer").name());
        assertEquals("users", USERS.orNamed("daily active users").name());
        assertNull(PAGE.times(3).name());
    }

    @Test
    void name_ofCorrelatedValues() {
        Qps rate = between(qps(20), qps(50));
        assertNull(correlated(PAGE, rate, 0.5).name());
        assertEquals("page", correlated(PAGE, rate, 0.5).named("page").name());
        assertEquals("page", correlated(PAGE.named("page"), rate, 0.5).name());
        assertEquals(
                "page",
                correlated(PAGE.named("page"), rate, 0.5).orNamed("answer").name());
        assertEquals("answer", correlated(PAGE, rate, 0.5).orNamed("answer").name());
        assertEquals("users", correlated(USERS, rate, 0.5).name());
        assertEquals(PAGE.p95(), correlated(PAGE, rate, 0.5).named("page").p95());
    }

    @Test
    void assume_ofWhatIsNoRange() {
        assertRefused(
                "value must be a number or a range but 80 kB (40 … 160) has been named or calculated: assume what it was"
                        + " calculated from, or call named(\"two pages\") on it",
                () -> assume("two pages", PAGE.times(2)));
    }

    @Test
    void serialForm_ofResults() {
        Qps peak = TRAFFIC.peakQps();
        Qps again = Serial.roundTrip(peak);
        assertEquals(peak.toString(), again.toString());
        assertEquals(peak.explain().toString(), again.explain().toString());
        assertEquals(peak.p95(), again.p95());
        assertEquals(
                peak.given("peak to average", ratio(3)).p95(),
                again.given("peak to average", ratio(3)).p95());
        assertEquals(USERS, Serial.roundTrip(USERS));
        assertEquals(PAGE, Serial.roundTrip(PAGE));
    }

    @Test
    void serialForm_ofDrawnResults() {
        Bytes sum = PAGE.plus(correlated(between(kb(5), kb(90)), PAGE, 0.4));
        Bytes again = Serial.roundTrip(sum);
        assertEquals(sum.p5(), again.p5());
        assertEquals(sum.p95(), again.p95());
        assertEquals(sum.toString(), again.toString());
        assertAlways(1, Serial.roundTrip(PAGE.div(PAGE)));
    }

    private static void assertAlways(double expected, Ratio ratio) {
        assertEquals(expected, ratio.p5().value(), 1e-12);
        assertEquals(expected, ratio.p95().value(), 1e-12);
    }
}
