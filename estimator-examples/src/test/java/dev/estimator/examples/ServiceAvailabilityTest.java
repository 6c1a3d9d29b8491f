package dev.estimator.examples;

import static dev.estimator.examples.Exactness.EXACT;
import static dev.estimator.examples.ServiceAvailability.A_MONTH;
import static dev.estimator.examples.ServiceAvailability.A_YEAR;
import static dev.estimator.examples.ServiceAvailability.FOUR_NINES;
import static dev.estimator.examples.ServiceAvailability.THREE_NINES;
import static dev.estimator.quantity.Quantities.DAY;
import static dev.estimator.quantity.Quantities.WEEK;
import static dev.estimator.quantity.Quantities.YEAR;
import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Units.HOURS;
import static dev.estimator.quantity.Units.MINUTES;
import static dev.estimator.quantity.Units.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.estimator.quantity.Availability;
import dev.estimator.quantity.TimeSpan;
import org.junit.jupiter.api.Test;

/** The figures of system-design-primer, README, Availability in numbers, D. Martin, March 2026, row by row. */
class ServiceAvailabilityTest {
    @Test
    void row1_twoInSequence() {
        Availability both = ServiceAvailability.inSequence().availability();
        assertThat(both.unavailability().value()).isCloseTo(0.001_999, EXACT);
        assertThat(both.value()).isCloseTo(0.998_001, EXACT);
        assertThat(both.toString()).isEqualTo("99.8% (2.7 nines)");
    }

    @Test
    void row2_twoInParallel() {
        Availability either = ServiceAvailability.inParallel().availability();
        assertThat(either.unavailability().value()).isCloseTo(1e-6, EXACT);
        assertThat(either.toString()).isEqualTo("99.9999% (6 nines)");
    }

    @Test
    void row3_threeNinesAYear() {
        TimeSpan down = THREE_NINES.downtime(A_YEAR);
        assertThat(down.to(SECONDS)).isCloseTo(31_556.952, EXACT);
        assertThat(down.toClockString()).isEqualTo("8 h 45 min 57 s");
    }

    @Test
    void row4_threeNinesAMonth() {
        TimeSpan down = THREE_NINES.downtime(A_MONTH);
        assertThat(down.to(SECONDS)).isCloseTo(2629.746, EXACT);
        assertThat(down.toClockString()).isEqualTo("43 min 49.7 s");
    }

    @Test
    void row5_threeNinesAWeek() {
        TimeSpan down = THREE_NINES.downtime(WEEK);
        assertThat(down.to(SECONDS)).isCloseTo(604.8, EXACT);
        assertThat(down.toClockString()).isEqualTo("10 min 4.8 s");
    }

    @Test
    void row6_threeNinesADay() {
        TimeSpan down = THREE_NINES.downtime(DAY);
        assertThat(down.to(SECONDS)).isCloseTo(86.4, EXACT);
        assertThat(down.toClockString()).isEqualTo("1 min 26.4 s");
    }

    @Test
    void row7_fourNinesAYear() {
        TimeSpan down = FOUR_NINES.downtime(A_YEAR);
        assertThat(down.to(SECONDS)).isCloseTo(3155.6952, EXACT);
        assertThat(down.toClockString()).isEqualTo("52 min 35.7 s");
    }

    @Test
    void row8_fourNinesAMonth() {
        TimeSpan down = FOUR_NINES.downtime(A_MONTH);
        assertThat(down.to(SECONDS)).isCloseTo(262.9746, EXACT);
        assertThat(down.toClockString()).isEqualTo("4 min 23 s");
    }

    /** The source is wrong: it says 1 min 5 s. */
    @Test
    void row9_fourNinesAWeek() {
        TimeSpan down = FOUR_NINES.downtime(WEEK);
        assertThat(down.to(SECONDS)).isCloseTo(60.48, EXACT);
        assertThat(down.toClockString()).isEqualTo("1 min 0.5 s").isNotEqualTo("1 min 5 s");
    }

    @Test
    void row10_fourNinesADay() {
        TimeSpan down = FOUR_NINES.downtime(DAY);
        assertThat(down.to(SECONDS)).isCloseTo(8.64, EXACT);
        assertThat(down.toClockString()).isEqualTo("8.6 s");
    }

    /**
     * Other tables take a month of 30 d (B. Treynor Sloss et al., Site Reliability Engineering) and a year of 365 d.
     */
    @Test
    void downtime_dependsOnTheLengthOfThePeriod() {
        assertThat(THREE_NINES.downtime(days(30)).to(MINUTES)).isCloseTo(43.2, EXACT);
        assertThat(THREE_NINES.downtime(YEAR).to(HOURS)).isCloseTo(8.76, EXACT);
        assertThat(THREE_NINES.downtime(A_YEAR).given(A_YEAR, YEAR).to(HOURS)).isCloseTo(8.76, EXACT);
    }
}
