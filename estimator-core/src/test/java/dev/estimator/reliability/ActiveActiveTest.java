package dev.estimator.reliability;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.YEAR;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.hours;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Units.HOURS;
import static dev.estimator.quantity.Units.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.estimator.quantity.Share;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActiveActiveTest {
    private static final Repairable MEMBER = Repairable.of(hours(500), hours(4));

    private static final ActiveActive GROUP = ActiveActive.of(MEMBER, 3, percent(60), seconds(36));

    /** u = 4/504: 1 − (1 − 3u²(1 − u) − u³)(1 − 0.01/504), with mpmath and 30 digits. */
    @Test
    void availability() {
        assertNear(0.00020780220302710073, GROUP.availability().unavailability().value());
        assertNear(8_760 * 0.00020780220302710073, GROUP.downtime(YEAR).to(HOURS));
    }

    /** If all are needed, they are in a row. */
    @Test
    void availability_allNeeded() {
        ActiveActive full = ActiveActive.of(MEMBER, 3, percent(70), seconds(0));
        double u = 4 / 504.0;
        assertNear(
                3 * u - 3 * u * u + u * u * u,
                full.availability().unavailability().value());
    }

    /** 3 × 66.67 % is a little more than two. */
    @ParameterizedTest
    @CsvSource({"60, 2, 1", "66.66, 2, 1", "66.67, 3, 0", "33, 1, 2", "100, 3, 0"})
    void needed(double utilization, double needed, double spares) {
        ActiveActive group = ActiveActive.of(MEMBER, 3, percent(utilization), seconds(36));
        assertThat(group.needed()).isEqualTo(count(needed));
        assertThat(group.spares()).isEqualTo(count(spares));
    }

    /**
     * Microsoft, Azure documentation on reliability: for a peak that takes 4 instances provide 6 in 3 zones, as without
     * one of the zones there are {@code 2/3 × 6 = 4}.
     */
    @Test
    void needed_azure() {
        ActiveActive zones = ActiveActive.of(MEMBER, 6, Share.of(4 / 6.0), seconds(36));
        assertThat(zones.needed()).isEqualTo(count(4));
        assertThat(zones.spares()).isEqualTo(count(2));
        assertNear(1, zones.utilizationAfterLossOf(2).value());
    }

    @Test
    void utilizationAfterLossOf() {
        assertNear(
                1.2,
                ActiveActive.of(MEMBER, 2, percent(60), seconds(36))
                        .utilizationAfterLossOf(1)
                        .value());
        assertNear(0.9, GROUP.utilizationAfterLossOf(1).value());
        assertNear(1.8, GROUP.utilizationAfterLossOf(2).value());
        assertNear(0.6, GROUP.utilizationAfterLossOf(0).value());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 3})
    void utilizationAfterLossOf_outOfRange(int failed) {
        assertThatThrownBy(() -> GROUP.utilizationAfterLossOf(failed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("failed must be from 0 to 2, all but one, but was " + failed);
    }

    /** A third of the requests for 36 s; until the repair if the rest cannot carry it. */
    @Test
    void downtimePerFailure() {
        assertNear(12, GROUP.downtimePerFailure().to(SECONDS));
        assertNear(
                4,
                ActiveActive.of(MEMBER, 3, percent(70), seconds(36))
                        .downtimePerFailure()
                        .to(HOURS));
    }

    /** The same two machines: what a standby loses while it takes over, and active ones not. */
    @Test
    void availability_besideActivePassive() {
        ActiveActive two = ActiveActive.of(MEMBER, 2, percent(45), seconds(36));
        ActivePassive pair = ActivePassive.of(MEMBER, seconds(180), percent(95));
        assertThat(two.availability()).isGreaterThan(pair.availability());
        assertThat(ActiveActive.of(two.member(), two.members(), percent(55), two.detectionTime())
                        .availability())
                .isLessThan(pair.availability());
    }

    @Test
    void availability_explanation() {
        ActiveActive group = ActiveActive.of(MEMBER, 3, assume("load", between(percent(30), percent(80))), seconds(36));
        assertThat(group.availability().explain()).hasToString("""
                        assumed
                          MTBF           = 500 h
                          MTTR           = 4 h
                          load           = 56.7% (30% … 80%)
                          detection time = 36 s
                        calculated
                          availability of a member = MTBF ÷ (MTBF + MTTR)
                                                   = 500 h ÷ (500 h + 4 h)
                                                   = 99.2063%
                          needed = ⌈3 × load⌉
                                 = ⌈3 × 56.7%⌉
                                 = 2 (1 … 3)
                          enough members up = needed of 3 × availability of a member
                                            = 2 of 3 × 99.2063%
                                            = 99.9812% (97.6% … 99.99995%)
                          requests routed to those = 1 − detection time ÷ (MTBF + MTTR)
                                                   = 1 − 36 s ÷ (500 h + 4 h)
                                                   = 99.998016%
                          availability = enough members up × requests routed to those
                                       = 99.9812% × 99.998016%
                                       = 99.97922% (97.6% … 99.998%)""");
    }

    @Test
    void check() {
        assertThatThrownBy(() -> ActiveActive.of(MEMBER, 1, percent(60), seconds(36)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("members must be at least 2 but was 1");
        assertThatThrownBy(() -> ActiveActive.of(MEMBER, 3, percent(0), seconds(36)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("utilization must be above 0% but was 0%");
        assertThatThrownBy(() -> ActiveActive.of(MEMBER, 3, percent(60), hours(5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("detectionTime must be at most MTTR, which is 4 h, but was 5 h");
    }

    @Test
    void toString_answers() {
        assertThat(GROUP)
                .hasToString("active-active: 99.979% (3.7 nines), a failure costs 12 s and leaves the rest at 90%");
        assertThat(ActiveActive.of(MEMBER, 3, percent(70), seconds(36)))
                .hasToString(
                        "active-active: 97.6% (1.6 nines), a failure costs 4 h and leaves the rest at ×1.05 of what"
                                + " it can carry");
    }
}
