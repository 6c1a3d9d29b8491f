package dev.estimator.quantity;

import static dev.estimator.Near.assertNear;
import static dev.estimator.Refusals.assertNoAnswer;
import static dev.estimator.Refusals.assertRefused;
import static dev.estimator.quantity.Explained.assertExplained;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.eur;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.mb;
import static dev.estimator.quantity.Quantities.mean;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.estimator.Serial;
import dev.estimator.analysis.Drivers;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/** Means of several kinds of a thing, by the share of each. */
class WeightedMeanTest {
    private static final Bytes SMALL = assume("small", kb(90));
    private static final Bytes LARGE = assume("large", mb(3));
    private static final Share PART = assume("part of large", percent(20));
    private static final Bytes MIXED = mean(Map.of(LARGE, PART, SMALL, PART.complement()));

    @Test
    void mean_plain() {
        assertEquals(mb(1.4), mean(Map.of(mb(3), percent(20), mb(1), percent(80))));
        assertNear(
                23.66,
                mean(Map.of(ms(5), percent(70), ms(40), percent(18), ms(108), percent(12)))
                        .to(Units.MILLISECONDS),
                1e-12);
        assertEquals(
                "19 tokens",
                mean(Map.of(count(10, "tokens"), percent(70), count(40, "tokens"), percent(30)))
                        .toString());
        assertEquals(
                "19",
                mean(Map.of(count(10, "tokens"), percent(70), count(40, "words"), percent(30)))
                        .toString());
        assertThat(mean(Map.of(mb(3), percent(20), mb(1), percent(80))).isUncertain())
                .isFalse();
    }

    /** 1 in 5 of 99.9 % and 4 in 5 of 99.5 % fail in 0.42 % of cases. */
    @Test
    void mean_partsOfAWhole() {
        assertNear(
                0.598,
                mean(Map.of(percent(99), percent(20), percent(50), percent(80))).value());
        Availability mixed = mean(Map.of(percentUp(99.9), percent(20), percentUp(99.5), percent(80)));
        assertNear(0.0042, mixed.unavailability().value());
    }

    @Test
    void mean_isExplained() {
        assertExplained("""
                assumed
                  small         = 90 kB
                  part of large = 20%
                  large         = 3 MB
                calculated
                  size = small × (1 − part of large) + large × part of large
                       = 90 kB × (1 − 20%) + 3 MB × 20%
                       = 672 kB""", MIXED);
        assertExplained("""
                assumed
                  small         = 90 kB
                  part of large = 20%
                  large         = 3 MB
                calculated
                  size = (1 GB + small × (1 − part of large) + large × part of large) × 7
                       = (1 GB + 90 kB × (1 − 20%) + 3 MB × 20%) × 7
                       = 7.005 GB""", gb(1).plus(MIXED).times(7));
    }

    /** Whatever the order of the map. */
    @Test
    void mean_isInOrderOfSize() {
        Map<Bytes, Share> shares = new LinkedHashMap<>();
        shares.put(LARGE, PART);
        shares.put(SMALL, PART.complement());
        assertEquals(MIXED.explain().toString(), mean(shares).explain().toString());
        assertEquals(MIXED, mean(shares));
    }

    @Test
    void mean_whatIf() {
        assertEquals(kb(1545), MIXED.given(PART, percent(50)));
        assertEquals(kb(1072), MIXED.given(LARGE, mb(5)));
        Bytes apart = mean(Map.of(LARGE, PART, SMALL, percent(80)));
        assertNoAnswer(
                "small (90 kB) × 80% + large (3 MB) × part of large (50%) has no answer: the shares must add up to 100%",
                () -> apart.given(PART, percent(50)));
        assertEquals(kb(472), apart.given(LARGE, mb(2)));
    }

    /** The sizes rise together with the mean, so its percentiles are those of the one that is uncertain. */
    @Test
    void mean_ranges() {
        Bytes range = assume("large", between(mb(1), mb(9)));
        Bytes mixed = mean(Map.of(range, PART, SMALL, PART.complement()));
        assertNear(72e3 + 0.2e6, mixed.p5().to(Units.B), 1e-9);
        assertNear(72e3 + 1.8e6, mixed.p95().to(Units.B), 1e-9);
        assertThat(Simulation.of(mixed).summary(mixed).isExact()).isTrue();
        assertThat(Drivers.of(mixed).toString()).contains("large");
        Share part = assume("part", between(percent(10), percent(40)));
        Bytes ofParts = mean(Map.of(LARGE, part, SMALL, part.complement()));
        assertNear(90e3 + 0.1 * 2.91e6, ofParts.p5().to(Units.B), 0.02);
        assertNear(90e3 + 0.4 * 2.91e6, ofParts.p95().to(Units.B), 0.02);
    }

    /** Two shares that are doubted one by one are no whole. */
    @Test
    void mean_independentShares() {
        Share part = between(percent(10), percent(40));
        Share rest = Share.of(1 - part.value());
        Bytes mixed = mean(Map.of(LARGE, part, SMALL, rest));
        assertThat(assertThrows(ArithmeticException.class, mixed::p95))
                .hasMessageContaining("the shares must add up to 100%");
    }

    @Test
    void mean_refused() {
        assertRefused(
                "shares must add up to 100% but add up to 90%",
                () -> mean(Map.of(mb(3), percent(20), mb(1), percent(70))));
        assertRefused(
                "shares must add up to 100% but add up to 100.5%",
                () -> mean(Map.of(mb(3), percent(20.5), mb(1), percent(80))));
        assertRefused("shares must add up to 100% but add up to 0%", () -> mean(Collections.<Bytes, Share>emptyMap()));
        assertThrows(IllegalArgumentException.class, () -> mean(Map.of(usd(3), percent(20), eur(1), percent(80))));
    }

    /** A map cannot hold equal values, a list can. */
    @Test
    void mean_ofEqualValues() {
        Bytes mean = mean(
                List.of(Map.entry(mb(3), percent(20)), Map.entry(mb(3), percent(30)), Map.entry(kb(90), percent(50))));
        assertEquals(kb(1545), mean);
        assertRefused(
                "shares must add up to 100% but add up to 90%",
                () -> mean(List.of(Map.entry(mb(3), percent(20)), Map.entry(mb(3), percent(70)))));
    }

    @Test
    void mean_isSerialized() {
        Bytes again = Serial.roundTrip(MIXED);
        assertEquals(kb(1545), again.given("part of large", percent(50)));
    }

    /** It lies between the least and the greatest, and shares of ten decimals are whole. */
    @Property(tries = 300)
    void mean_isBetween(
            @ForAll @DoubleRange(min = 1, max = 1e6) double a,
            @ForAll @DoubleRange(min = 1, max = 1e6) double b,
            @ForAll @DoubleRange(max = 1) double part) {
        Assume.that(a != b);
        Share first = Share.of(part);
        double mean =
                mean(Map.of(count(a), first, count(b), first.complement())).value();
        assertThat(mean).isBetween(Math.min(a, b) * (1 - 1e-12), Math.max(a, b) * (1 + 1e-12));
        assertNear(b + part * (a - b), mean, 1e-9);
    }
}
