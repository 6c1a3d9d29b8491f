package dev.estimator.quantity;

import static dev.estimator.Refusals.assertNoAnswer;
import static dev.estimator.Refusals.assertRefused;
import static dev.estimator.quantity.NearRange.assertNear;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.eur;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.normal;
import static dev.estimator.quantity.Quantities.oneOf;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.pert;
import static dev.estimator.quantity.Quantities.plusOrMinus;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.triangular;
import static dev.estimator.quantity.Quantities.uniform;
import static dev.estimator.quantity.Quantities.usd;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Ranges that are stated by their ends, and what is refused as an end. */
class RangeEndsTest {
    @Test
    void between_twelveNines() {
        Availability range = between(Availability.ofNines(9), Availability.ofNines(12));
        assertNear(1e-9, range.p5());
        assertNear(1e-12, range.p95());
        assertNear(Math.sqrt(1e-21), range);
    }

    @Test
    void between_threePointsOfAnAvailability() {
        Availability range = between(percentUp(99), percentUp(99.95), percentUp(99.99));
        assertNear(1e-2, range.p5());
        assertNear(5e-4, range.p50());
        assertNear(1e-4, range.p95());
    }

    @Test
    void between_anyNoun() {
        Count mixed = between(count(3, "posts"), count(5, "photos"));
        assertNear(3, mixed.p5());
        assertEquals("3", mixed.p5().toString());
        assertEquals(
                "3 posts", between(count(3, "posts"), count(5, "posts")).p5().toString());
    }

    @Test
    void between_eachCallIsARangeOfItsOwn() {
        Bytes one = between(kb(3), kb(7));
        Bytes other = between(kb(3), kb(7));
        assertEquals(ratio(1), one.div(one).p95());
        assertTrue(one.div(other).p95().value() > 1.5);
    }

    @Test
    void between_lowNotBelowHigh() {
        assertRefused("low must be below high but they were 4 kB and 1 kB", () -> between(kb(4), kb(1)));
        assertRefused("low must be below high but they were 4 kB and 4 kB", () -> uniform(kb(4), kb(4)));
        assertRefused(
                "low must be below high but they were 99% (2 nines) and 90% (1 nine)",
                () -> between(percentUp(99), percentUp(90)));
    }

    @Test
    void between_asGoodAsEqual() {
        String message = "low and high must differ by more than a billionth but were 4000.0 B and 4000.000001 B";
        assertRefused(message, () -> between(bytes(4000), bytes(4000.000001)));
        assertRefused(message, () -> uniform(bytes(4000), bytes(4000.000001)));
        assertRefused(message, () -> triangular(bytes(4000), bytes(4000), bytes(4000.000001)));
    }

    @Test
    void between_zero() {
        assertRefused(
                "low must be above zero but was 0 B: take the smallest value that you would bet on, or uniform(low, high)",
                () -> between(kb(0), kb(4)));
        assertRefused(
                "low must be above zero but was 0%: take the smallest value that you would bet on, or uniform(low, high)",
                () -> between(percent(0), percent(4)));
    }

    @Test
    void between_theWhole() {
        assertRefused(
                "a bound must be inside of 0% and 100% but they were 10% and 100%: take the most extreme value that you"
                        + " would bet on, or uniform(low, high)",
                () -> between(percent(10), percent(100)));
        assertRefused(
                "a bound must be inside of 0% and 100% but they were 0% and 99% (2 nines): take the most extreme value that"
                        + " you would bet on, or uniform(low, high)",
                () -> between(percentUp(0), percentUp(99)));
        assertRefused(
                "high must be below 100% but was 100%: something that may never fail is no range",
                () -> between(percentUp(90), percentUp(100)));
    }

    @Test
    void between_mixedCurrencies() {
        String message = "currencies must be the same but were USD and EUR: convert one at a rate of your choice";
        assertRefused(message, () -> between(usd(1), eur(3)));
        assertRefused(message, () -> between(usd(1), eur(2), usd(3)));
        assertRefused(message, () -> between(usd(1).per(gb(1)), eur(3).per(gb(1))));
        assertRefused(message, () -> normal(usd(5), eur(1)));
        assertRefused(message, () -> oneOf(usd(5), eur(1)));
    }

    @Test
    void between_notPlain() {
        assertRefused(
                "low must be a plain number but 6 kB has been named, calculated or is a range itself",
                () -> between(assume("a", kb(3)).times(2), kb(50)));
        assertRefused(
                "high must be a plain number but 5 kB has been named, calculated or is a range itself",
                () -> uniform(kb(3), kb(5).named("b")));
        assertRefused(
                "mid must be a plain number but 5.5 kB (5 … 6) has been named, calculated or is a range itself",
                () -> between(kb(3), between(kb(5), kb(6)), kb(7)));
        assertRefused(
                "mode must be a plain number but 4 kB has been named, calculated or is a range itself",
                () -> pert(kb(3), kb(4).named("usual"), kb(7)));
        assertRefused(
                "value must be a plain number but 4 kB has been named, calculated or is a range itself",
                () -> plusOrMinus(kb(4).named("usual"), percent(30)));
        assertRefused(
                "part must be a plain number but 30% has been named, calculated or is a range itself",
                () -> plusOrMinus(kb(4), percent(30).named("error")));
        assertRefused(
                "part must be a plain number but 24.7% (20% … 30%) has been named, calculated or is a range itself",
                () -> plusOrMinus(percent(4), between(percent(20), percent(30))));
        assertRefused(
                "sd must be a plain number but 1 kB has been named, calculated or is a range itself",
                () -> normal(kb(4), kb(1).named("spread")));
        assertRefused(
                "each of the values must be a plain number but 4 kB has been named, calculated or is a range itself",
                () -> oneOf(kb(3), kb(4).named("usual")));
        assertRefused(
                "each of the chances must be a plain number but 60% has been named, calculated or is a range itself",
                () -> oneOf(Map.of(kb(3), assume("hit", percent(60)), kb(4), percent(40))));
    }

    @Test
    void between_midOutside() {
        assertRefused(
                "mid must be between 3 kB and 5 kB but was 2 kB; the nearest that is possible is just above 3 kB",
                () -> between(kb(3), kb(2), kb(5)));
        assertRefused(
                "mid must be between 3 kB and 5 kB but was 7 kB; the nearest that is possible is just below 5 kB",
                () -> between(kb(3), kb(7), kb(5)));
        assertRefused(
                "mid must be between 3 kB and 5 kB but was 3 kB; the nearest that is possible is just above 3 kB",
                () -> between(kb(3), kb(3), kb(5)));
        assertRefused(
                "mid must be between 99% (2 nines) and 99.9% (3 nines) but was 98% (1.7 nines); the nearest that is"
                        + " possible is just above 99% (2 nines)",
                () -> between(percentUp(99), percentUp(98), percentUp(99.9)));
        assertRefused(
                "mid must be between 99% (2 nines) and 99.9% (3 nines) but was 99.99% (4 nines); the nearest that is"
                        + " possible is just below 99.9% (3 nines)",
                () -> between(percentUp(99), percentUp(99.99), percentUp(99.9)));
    }

    @Test
    void between_tooWide() {
        assertRefused(
                "the range from 1e-200 B to 1 B is too wide: its lower tail is nothing but zero",
                () -> between(bytes(1e-200), bytes(1)));
        assertRefused(
                "the range from 1 B to 1e170 QB is too wide: its tail goes beyond any quantity",
                () -> between(bytes(1), bytes(1e200)));
        assertRefused(
                "the range from 1 B to 1e170 QB is too wide: its tail goes beyond any quantity",
                () -> between(bytes(1), bytes(2), bytes(1e200)));
    }

    @Test
    void plusOrMinus_aNearlyWholePart() {
        Bytes range = plusOrMinus(kb(40), Share.of(0.999999));
        assertNear(0.04, range.p5());
        assertNear(40_000, range);
        assertNear(79_999.96, range.p95());
    }

    @Test
    void plusOrMinus_part() {
        assertRefused("part must be above 0% and below 100% but was 0%", () -> plusOrMinus(kb(3), percent(0)));
        assertRefused(
                "part must be above 0% and below 100% but was 100%: state the range itself with between(low, high)",
                () -> plusOrMinus(kb(3), percent(100)));
        assertRefused(
                "part must be above 0% and below 100% but was 100%: state the range itself with between(low, high)",
                () -> plusOrMinus(percent(3), percent(100)));
    }

    @Test
    void plusOrMinus_zero() {
        assertRefused("value must be above zero but was 0 B", () -> plusOrMinus(kb(0), percent(10)));
        assertRefused("value must be above zero but was 0%", () -> plusOrMinus(percent(0), percent(10)));
    }

    @Test
    void plusOrMinus_shareReachesTheWhole() {
        assertRefused(
                "value plus 90% of it must be below 100% but 70% would reach 133%: state the range itself with"
                        + " between(low, mid, high)",
                () -> plusOrMinus(percent(70), percent(90)));
        assertRefused(
                "value plus 25% of it must be below 100% but 80% would reach 100%: state the range itself with"
                        + " between(low, mid, high)",
                () -> plusOrMinus(percent(80), percent(25)));
    }

    @Test
    void plusOrMinus_tooLarge() {
        assertNoAnswer("1.5e278 QB × 1.9 is too large for any Bytes", () -> plusOrMinus(bytes(1.5e308), percent(90)));
    }

    @Test
    void uniform_fromZeroToTheWhole() {
        assertNear(0.05, uniform(percent(0), percent(100)).p5());
        assertNear(0.95, uniform(percentUp(0), percentUp(100)).p5());
        assertNear(200, uniform(bytes(0), kb(4)).p5());
    }
}
