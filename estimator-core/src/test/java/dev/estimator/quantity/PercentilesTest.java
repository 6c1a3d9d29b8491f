package dev.estimator.quantity;

import static dev.estimator.Near.assertNear;
import static dev.estimator.Refusals.assertRefused;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.mb;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.percentiles;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/** Ranges whose ends are not p5 and p95; expected numbers are those of RC-CONFIDENCE, with 30 digits. */
class PercentilesTest {
    @Test
    void percentiles_quartiles() {
        Bytes size = percentiles(25, mb(40), 75, mb(90));
        assertNear(60e6, size.value, 1e-9);
        assertNear(22.3215270e6, size.p5().value, 3e-9);
        assertNear(161.279289e6, size.p95().value, 5e-9);
        assertNear(71.8823890e6, Simulation.of(size).summary(size).mean().value().value, 1e-9);
    }

    @Test
    void percentiles_ofConfidence98() {
        TimeSpan time = percentiles(1, ms(10), 99, ms(1000));
        assertNear(0.1, time.value, 1e-9);
        assertNear(0.0196311606, time.p5().value, 3e-9);
        assertNear(0.509394234, time.p95().value, 3e-9);
        assertNear(0.163205105, Simulation.of(time).summary(time).mean().value().value, 4e-9);
    }

    @Test
    void percentiles_medianAndTail() {
        Bytes size = percentiles(50, kb(2), 99, kb(200));
        assertNear(2000, size.value, 1e-9);
        assertNear(77.0764931, size.p5().value, 4e-9);
        assertNear(51896.4971, size.p95().value, 2e-9);
        assertNear(14189.4303, Simulation.of(size).summary(size).mean().value().value, 4e-9);
    }

    /**
     * Of a share the odds are log-normal: quartiles of 1:4 and 4:1 have even odds in the middle, and p5 at
     * 4^-(1.6449/0.6745).
     */
    @Test
    void percentiles_ofShare() {
        Share share = percentiles(25, percent(20), 75, percent(80));
        double odds = Math.pow(4, -1.6448536269514722 / 0.6744897501960817);
        assertNear(0.5, share.value, 1e-12);
        assertNear(odds / (1 + odds), share.p5().value, 1e-9);
    }

    /** What an availability holds is the complement; 10 % are below the lower of the two nevertheless. */
    @Test
    void percentiles_ofAvailability() {
        Availability up = percentiles(10, percentUp(99), 60, percentUp(99.9));
        assertNear(0.01, up.percentile(10).unavailability().value(), 1e-9);
        assertNear(0.001, up.percentile(60).unavailability().value(), 1e-9);
    }

    @Property(tries = 200)
    void percentiles_meetsBoth(
            @ForAll @DoubleRange(min = 0.5, max = 50) double low,
            @ForAll @DoubleRange(min = 70, max = 99.5) double high) {
        Count range = percentiles(low, count(3), high, count(700));
        assertNear(3, range.percentile(low).value(), 1e-9);
        assertNear(700, range.percentile(high).value(), 1e-9);
    }

    @Test
    void percentiles_5and95AreBetween() {
        Count range = percentiles(5, count(3), 95, count(700));
        assertNear(between(count(3), count(700)).value(), range.value(), 1e-12);
    }

    @Test
    void percentiles_refused() {
        assertRefused(
                "lowPercent must be above 0 and below 100 but was 0.0", () -> percentiles(0, count(3), 75, count(7)));
        assertRefused(
                "highPercent must be above lowPercent, which is 25.0, and below 100 but was 25.0",
                () -> percentiles(25, count(3), 25, count(7)));
        assertRefused(
                "highPercent must be above lowPercent, which is 25.0, and below 100 but was 100.0",
                () -> percentiles(25, count(3), 100, count(7)));
        assertRefused(
                "lowPercent must be above 0 and below 100 but was NaN",
                () -> percentiles(Double.NaN, count(3), 75, count(7)));
        assertRefused("low must be below high but they were 7 and 3", () -> percentiles(25, count(7), 75, count(3)));
    }
}
