package dev.estimator.quantity;

import static dev.estimator.Refusals.assertRefused;
import static dev.estimator.quantity.NearRange.assertNear;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.correlated;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Uncertain.PAGE;
import static dev.estimator.quantity.Uncertain.PEAK;
import static dev.estimator.quantity.Uncertain.TRAFFIC;
import static dev.estimator.quantity.Uncertain.USERS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.estimator.Serial;
import org.junit.jupiter.api.Test;

/** What if a range were another one, or a number a range. */
class UncertainGivenTest {
    @Test
    void given_assumption() {
        Qps peak = TRAFFIC.peakQps().given(USERS, million(3));
        assertNear(2196.026152894707, peak);
        assertNear(1388.888888888889, peak.p5());
        assertNear(3472.222222222222, peak.p95());
    }

    @Test
    void given_unnamedRange() {
        Bytes pages = PAGE.times(3);
        assertEquals(kb(30), pages.given(PAGE, kb(10)));
        assertEquals(kb(24), pages.given(PAGE, between(kb(8), kb(32))).p5());
    }

    @Test
    void given_rangeThatAModelNamed() {
        Qps peak = TRAFFIC.peakQps().given("peak to average", ratio(3));
        assertNear(2083.3333333333335, peak.p5());
        assertNear(8333.333333333334, peak.p95());
        assertEquals(peak, TRAFFIC.withPeakToAverage(ratio(3)).peakQps());
    }

    @Test
    void given_rangeByItself_thatAModelNamed() {
        Ratio burst = between(ratio(2), ratio(5));
        Qps peak = TRAFFIC.withPeakToAverage(burst).peakQps();
        assertNear(8333.333333333334, peak.given(burst, ratio(3)).p95());
        assertNear(8333.333333333334, peak.given(burst.named("burst"), ratio(3)).p95());
    }

    @Test
    void given_numberBecomesARangeAndBack() {
        Bytes page = assume("page", kb(40));
        Bytes pages = page.times(3);
        Bytes uncertain = pages.given(page, between(kb(20), kb(80)));
        assertEquals("120 kB (60 … 240)", uncertain.toString());
        assertEquals(
                uncertain.p95(), pages.given("page", between(kb(20), kb(80))).p95());
        assertEquals(pages, uncertain.given(page, kb(40)));
        assertFalse(uncertain.given("page", kb(40)).isUncertain());
        assertEquals(pages.explain(), uncertain.given("page", kb(40)).explain());
    }

    @Test
    void given_rangeBecomesANumberAndBack() {
        Ratio doubled = PEAK.times(2);
        Ratio certain = doubled.given(PEAK, ratio(3));
        assertEquals(ratio(6), certain);
        assertFalse(certain.isUncertain());
        Ratio back = certain.given("peak to average", between(ratio(2), ratio(5)));
        assertEquals(doubled, back);
        assertEquals(doubled.explain(), back.explain());
        assertEquals(doubled, certain.given(PEAK, PEAK));
    }

    @Test
    void given_unnamedRangeAgain() {
        Bytes pages = PAGE.times(3);
        Bytes certain = pages.given(PAGE, kb(10));
        assertEquals(kb(21), certain.given(PAGE, kb(7)));
        assertEquals(pages, certain.given(PAGE, PAGE));
        assertEquals(kb(24), certain.given(PAGE, between(kb(8), kb(32))).p5());
        assertEquals(kb(21), Serial.roundTrip(certain).given("40 kB", kb(7)));
    }

    @Test
    void given_anotherRange() {
        Ratio wider = PEAK.times(2).given(PEAK, between(ratio(1), ratio(10)));
        assertEquals("×6.32 (×2 … ×20)", wider.toString());
        assertEquals("""
                assumed
                  peak to average = ×3.162 (×1 … ×10)  (what if, instead of 3.162)
                calculated
                  ratio = peak to average × 2
                        = 3.162 × 2
                        = ×6.325 (×2 … ×20)""", wider.explain().toString());
    }

    @Test
    void given_correlated() {
        Qps rate = between(qps(20), qps(50));
        Bytes page = correlated(PAGE, rate, 0.5).named("page");
        Bandwidth flow = rate.times(page);
        assertEquals(rate.times(kb(30)).p95(), flow.given("page", kb(30)).p95());
        assertEquals(rate.times(kb(30)).p95(), flow.given(page, kb(30)).p95());
        assertEquals(rate.times(kb(30)).p95(), flow.given(PAGE, kb(30)).p95());
        assertEquals(page.times(qps(30)).p95(), flow.given(rate, qps(30)).p95());
        assertFalse(page.times(2).given("page", kb(30)).isUncertain());
        assertEquals("20 kB", page.times(2).given(PAGE, kb(10)).toString());
    }

    @Test
    void given_notOfThisEstimate() {
        assertRefused(
                "there is no assumption '40 kB' to replace: this estimate depends on 'users'",
                () -> USERS.times(3).given(PAGE, kb(10)));
        assertRefused(
                "there is no assumption 'page' to replace: this estimate depends on '40 kB', 'users'",
                () -> USERS.times(PAGE).given("page", kb(10)));
        assertRefused(
                "'users' is a Count, so it cannot be 40 kB, a Bytes",
                () -> USERS.times(3).given("users", PAGE));
    }
}
