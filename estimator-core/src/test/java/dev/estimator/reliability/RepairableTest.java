package dev.estimator.reliability;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.YEAR;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Quantities.hours;
import static dev.estimator.quantity.Quantities.minutes;
import static dev.estimator.quantity.Quantities.nines;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Units.HOURS;
import static dev.estimator.quantity.Units.MINUTES;
import static dev.estimator.quantity.Units.PER_SECOND;
import static dev.estimator.quantity.Units.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Simulation;
import dev.estimator.quantity.TimeSpan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepairableTest {
    private static final Repairable SERVER = Repairable.of(days(30), hours(1));

    /**
     * Printed at zeroimpactools.blogspot.com, August 2011: 500,000 and 4 hours are 99.9992 % and 4.2 minutes a year.
     */
    @Test
    void availability_published() {
        Repairable device = Repairable.of(hours(500_000), hours(4));
        assertThat(device.availability().unavailability().value()).isCloseTo(0.000008, within(0.0000005));
        assertThat(device.downtime(hours(8_760)).to(MINUTES)).isCloseTo(4.2, within(0.05));
    }

    /**
     * Wikipedia, Availability, Example: 81.5 years and an hour are 99.999860 %. The 0.01235 hours a year there are
     * 0.01227.
     */
    @Test
    void availability_wikipedia() {
        Repairable equipment = Repairable.of(hours(81.5 * 365 * 24), hours(1));
        double down = equipment.availability().unavailability().value();
        assertNear(1 / 713_941.0, down);
        assertNear(0.00000140, down, 5e-3);
        assertNear(8_760 / 713_941.0, equipment.downtime(hours(8_760)).to(HOURS));
    }

    @Test
    void availability() {
        assertNear(1 / 721.0, SERVER.availability().unavailability().value());
    }

    /** Fifteen nines stay fifteen nines. */
    @Test
    void availability_tiny() {
        Repairable rare = Repairable.of(hours(1e15), hours(1));
        assertNear(1 / (1e15 + 1), rare.availability().unavailability().value());
    }

    /** A cycle is 721 hours. */
    @Test
    void failuresIn() {
        assertNear(8_760 / 721.0, SERVER.failuresIn(YEAR).value());
        assertNear(1 / (721 * 3_600.0), SERVER.failureRate().to(PER_SECOND));
    }

    /** The failures of a period take the repair time each. */
    @Test
    void downtime() {
        assertNear(8_760 / 721.0 * 3_600, SERVER.downtime(YEAR).to(SECONDS));
    }

    /** 720 h × 0.0001 ÷ 0.9999. */
    @Test
    void timeToRepairFor() {
        assertNear(720 * 3_600 / 9_999.0, SERVER.timeToRepairFor(nines(4)).to(SECONDS));
    }

    @Test
    void timeBetweenFailuresFor() {
        assertNear(9_999, SERVER.timeBetweenFailuresFor(nines(4)).to(HOURS));
    }

    @Test
    void timesFor_whatItHas() {
        Availability has = SERVER.availability();
        assertNear(1, SERVER.timeToRepairFor(has).to(HOURS));
        assertNear(720, SERVER.timeBetweenFailuresFor(has).to(HOURS));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 100})
    void timesFor_never(double percent) {
        String message =
                "target must be " + (percent == 0 ? "above 0%" : "below 100%") + " but was " + percentUp(percent);
        assertThatThrownBy(() -> SERVER.timeToRepairFor(percentUp(percent)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> SERVER.timeBetweenFailuresFor(percentUp(percent)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void of_zero() {
        assertThatThrownBy(() -> Repairable.of(days(0), hours(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("timeBetweenFailures must be above zero but was 0 s");
        assertThatThrownBy(() -> Repairable.of(days(30), minutes(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("timeToRepair must be above zero but was 0 s");
    }

    @Test
    void availability_range() {
        TimeSpan repair = assume("repair", between(minutes(30), hours(4)), "last year's incidents");
        Availability up = Repairable.of(days(30), repair).availability();
        assertNear(0.5 / 720.5, up.p95().unavailability().value(), 1e-9);
        assertNear(4 / 724.0, up.p5().unavailability().value(), 1e-9);
        assertThat(up.explain()).hasToString("""
                        assumed
                          MTBF   = 30 d
                          repair = 1.414 h (0.5 … 4)  (last year's incidents)
                        calculated
                          availability = MTBF ÷ (MTBF + repair)
                                       = 30 d ÷ (30 d + 1.414 h)
                                       = 99.804% (99.45% … 99.931%)""");
    }

    @Test
    void toString_answers() {
        assertThat(SERVER).hasToString("MTBF 30 d, MTTR 1 h: 99.86% (2.9 nines), 12 failures and 12 h down a year");
    }

    /**
     * RC-DRAWN: x ÷ (1 + x) of a log-normal x rises with x, so that its p95 is that of x, 1e-3 × e^(s × 1.6449), s =
     * 0.59597.
     */
    @Test
    void availabilityOfRanges_isExact() {
        Repairable repairable =
                Repairable.of(assume("m", between(hours(1000), hours(4000))), assume("r", between(hours(1), hours(4))));
        Availability availability = repairable.availability();
        Simulation simulation = Simulation.of(availability, repairable.downtime(YEAR));
        assertThat(simulation.isExact()).isTrue();
        assertThat(simulation.summary(availability).p95().unavailability().value())
                .isCloseTo(3.75073494e-4, within(1e-12));
        assertThat(simulation.summary(availability).p5().unavailability().value())
                .isCloseTo(2.658060029571494e-3, within(1e-12));
        assertThat(availability.explain().toString()).contains("availability = m ÷ (m + r)");
    }

    /** 999 up and 1 down of 1000 is three nines; what is never down is always up. */
    @Test
    void upAndDown() {
        assertThat(Availability.of(minutes(999), minutes(1)).unavailability().value())
                .isCloseTo(1e-3, within(1e-18));
        assertThat(Availability.of(days(3), seconds(0)).unavailability().value())
                .isZero();
        assertThat(Availability.of(seconds(0), days(3)).unavailability().value())
                .isEqualTo(1);
        assertThatThrownBy(() -> Availability.of(seconds(0), seconds(0))).isInstanceOf(ArithmeticException.class);
    }

    /** The target rises, and with it the time between failures: no draws. */
    @Test
    void timesForARange_areExact() {
        Availability target = assume("target", between(percentUp(99), percentUp(99.99)));
        TimeSpan repair = SERVER.timeToRepairFor(target);
        assertThat(Simulation.of(repair).isExact()).isTrue();
        assertNear(720 * 0.01 / 0.99, repair.p95().to(HOURS), 1e-5);
        assertNear(720 * 0.0001 / 0.9999, repair.p5().to(HOURS), 1e-5);
        assertNear(9_999, SERVER.timeBetweenFailuresFor(target).p95().to(HOURS), 1e-5);
        assertThat(repair.explain().toString()).contains("time to repair = MTBF × (1 − target) ÷ target");
    }
}
