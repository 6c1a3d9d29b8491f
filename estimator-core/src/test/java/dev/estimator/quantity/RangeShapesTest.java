package dev.estimator.quantity;

import static dev.estimator.Refusals.assertRefused;
import static dev.estimator.quantity.NearRange.assertNear;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.measured;
import static dev.estimator.quantity.Quantities.normal;
import static dev.estimator.quantity.Quantities.oneOf;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.pert;
import static dev.estimator.quantity.Quantities.triangular;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Ranges that are stated by a shape or by values, and what is refused. */
class RangeShapesTest {
    @Test
    void triangular_modeAtAnEnd() {
        assertNear(3202.5645241528287, triangular(kb(3), kb(3), kb(11)).p5());
        assertNear(10797.43547584717, triangular(kb(3), kb(11), kb(11)).p95());
    }

    @Test
    void triangular_modeOutside() {
        assertRefused(
                "mode must be from 3 kB to 5 kB but was 2 kB; the nearest that is possible is 3 kB",
                () -> triangular(kb(3), kb(2), kb(5)));
        assertRefused(
                "mode must be from 3 kB to 5 kB but was 8 kB; the nearest that is possible is 5 kB",
                () -> pert(kb(3), kb(8), kb(5)));
        assertRefused(
                "mode must be from 99% (2 nines) to 99.9% (3 nines) but was 99.99% (4 nines); the nearest that is"
                        + " possible is 99.9% (3 nines)",
                () -> pert(percentUp(99), percentUp(99.99), percentUp(99.9)));
    }

    @Test
    void triangular_ofAnySize() {
        assertNear(
                9.450806661517033e250,
                triangular(count(3e250), count(5e250), count(11e250)).p95());
        assertNear(
                3.6115231312986313e+307,
                pert(count(3e307), count(5e307), count(11e307)).p5());
    }

    @Test
    void pert_modeAtAnEnd() {
        assertNear(3081.649746504092, pert(kb(3), kb(3), kb(11)).p5());
        assertNear(10918.350253495908, pert(kb(3), kb(11), kb(11)).p95());
    }

    @Test
    void normal_sd() {
        assertRefused("sd must be above zero but was 0 B", () -> normal(kb(3), kb(0)));
        assertRefused(
                "sd must be more than a billionth of the mean but they were 1.0E-9 B and 5.0E9 B",
                () -> normal(gb(5), bytes(1e-9)));
    }

    @Test
    void normal_tooMuchCutOff() {
        assertRefused(
                "sd must be so small that at most 1% lies below zero but with mean 3 kB and sd 2 kB 6.68% would: for"
                        + " something so uncertain use between(low, high)",
                () -> normal(kb(3), kb(2)));
        assertRefused(
                "sd must be so small that at most 1% lies below zero or above 100% but with mean 90% and sd 10% 15.9%"
                        + " would: for something so uncertain use between(low, high)",
                () -> normal(percent(90), percent(10)));
        assertRefused(
                "sd must be so small that at most 1% lies below zero but with mean 0 B and sd 1 kB 50% would: for"
                        + " something so uncertain use between(low, high)",
                () -> normal(kb(0), kb(1)));
    }

    @Test
    void normal_tooWide() {
        assertRefused(
                "the range with mean 1.7e278 QB and sd 1e277 QB is too wide: its tail goes beyond any quantity",
                () -> normal(bytes(1.7e308), bytes(1e307)));
    }

    @Test
    void oneOf_twiceIsTwiceAsLikely() {
        assertEquals(kb(3), oneOf(kb(3), kb(8), kb(3), kb(3)).p50());
        assertEquals(kb(3), oneOf(kb(3), kb(8), kb(3), kb(3)).percentile(75));
        assertEquals(kb(8), oneOf(kb(3), kb(8), kb(3), kb(3)).percentile(76));
    }

    @Test
    void oneOf_chancesAddUpInBinaryToLess() {
        Bytes range = oneOf(Map.of(
                kb(2), percent(70), kb(3), percent(10), kb(5), percent(10), kb(7), percent(5), kb(90), percent(5)));
        assertEquals(kb(7), range.p95());
        assertEquals(kb(2), range.p50());
    }

    @Test
    void oneOf_nothingToChooseFrom() {
        assertRefused(
                "values must have two different values at least but all were 3 kB: a value without alternatives is a plain"
                        + " number",
                () -> oneOf(kb(3), kb(3), kb(3)));
        assertRefused(
                "chances must have two different values at least but all were 3 kB: a value without alternatives is a plain"
                        + " number",
                () -> oneOf(Map.of(kb(3), percent(100), kb(5), percent(0))));
        assertRefused("chances must not be empty", () -> oneOf(Map.<Bytes, Share>of()));
    }

    @Test
    void oneOf_chances() {
        assertRefused(
                "chances must add up to 100% but add up to 90%",
                () -> oneOf(Map.of(kb(3), percent(70), kb(5), percent(20))));
        assertRefused(
                "chances must add up to 100% but add up to 100.1%",
                () -> oneOf(Map.of(kb(3), percent(70), kb(5), percent(30.1))));
        assertRefused(
                "chances must add up to 100% but add up to 0%",
                () -> oneOf(Map.of(kb(3), percent(0), kb(5), percent(0))));
    }

    @Test
    void measured_tooFew() {
        assertRefused("values must not be empty", () -> measured(List.<Bytes>of()));
        assertRefused(
                "values must have two different values at least but all were 4 kB: a value without alternatives is a plain"
                        + " number",
                () -> measured(List.of(kb(4), kb(4))));
    }

    @Test
    void measured_percentilesAreAmongTheValues() {
        List<Bytes> values = new ArrayList<>();
        for (int i = 100; i > 0; i--) {
            values.add(kb(i));
        }
        Bytes range = measured(values);
        assertEquals(kb(5), range.p5());
        assertEquals(kb(50), range.p50());
        assertEquals(kb(95), range.p95());
    }
}
