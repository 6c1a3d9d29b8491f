package dev.estimator.slo;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Quantities.minutes;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Units.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.estimator.quantity.Availability;
import dev.estimator.quantity.TimeSpan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TimeslicesTest {
    private static final Timeslices BASE = Timeslices.of(Slo.of(percentUp(99.9), days(30)), minutes(1), percentUp(95));

    /**
     * Amazon CloudWatch user guide, SLOs, the example of an error budget: 30 d have 43,200 periods of a minute, of
     * which 42,768 must be healthy for 99 %; 130 were not so far.
     */
    @Test
    void allowedBadSlices_cloudWatch() {
        Timeslices minutes = Timeslices.of(Slo.of(percentUp(99), days(30)), BASE.slice(), BASE.sliceObjective());
        assertNear(43_200, minutes.slices().value());
        assertNear(43_200 - 42_768, minutes.allowedBadSlices().value());
        assertNear(130 / 432.0, minutes.spent(count(130)).value());
    }

    /** 30 × 1,440 min, of which 43.2. */
    @Test
    void allowedBadSlices() {
        assertNear(43_200, BASE.slices().value());
        assertNear(43, BASE.allowedBadSlices().value());
        assertNear(
                8,
                Timeslices.of(BASE.slo(), minutes(5), BASE.sliceObjective())
                        .allowedBadSlices()
                        .value());
    }

    @Test
    void isBad() {
        assertThat(BASE.isBad(percent(5))).isFalse();
        assertThat(BASE.isBad(percent(5.01))).isTrue();
        assertThat(Timeslices.of(BASE.slo(), BASE.slice(), percentUp(100)).isBad(percent(0.001)))
                .isTrue();
        assertThat(Timeslices.of(BASE.slo(), BASE.slice(), percentUp(100)).isBad(percent(0)))
                .isFalse();
    }

    /** 108 of 43,200 are 0.25 %, and 2.5 budgets. */
    @Test
    void spent() {
        assertNear(0.0025, BASE.goodSlices(count(108)).unavailability().value());
        assertNear(2.5, BASE.spent(count(108)).value());
        assertNear(0, BASE.spent(count(0)).value());
    }

    /** An hour of 4 % errors: no bad minute, but counted by requests it spends 2.4 of the 43.2 min. */
    @Test
    void spent_againstOccurrences() {
        assertThat(BASE.isBad(percent(4))).isFalse();
        assertNear(
                2.4 / 43.2,
                BurnRate.ofErrorRate(BASE.slo(), percent(4))
                        .budgetSpentIn(minutes(60))
                        .value());
    }

    /** 43.2 min that fail as a whole, and 5 % of the rest. */
    @Test
    void goodRequestsAtLeast() {
        assertNear(1 - 0.999 * 0.95, BASE.goodRequestsAtLeast().unavailability().value());
        assertNear(3, BASE.unnoticedOutage().to(SECONDS));
    }

    @Test
    void spent_explain() {
        assertThat(BASE.spent(between(count(10), count(40))).explain()).hasToString("""
                assumed
                  bad slices = 20 (10 … 40)
                  window     = 30 d
                  slice      = 1 min
                  objective  = 99.9%
                calculated
                  slices = ⌊window ÷ slice⌋
                         = ⌊30 d ÷ 1 min⌋
                         = 43,200
                  error budget = 1 − objective
                               = 1 − 99.9%
                               = 0.1%
                  budget in slices = slices × error budget
                                   = 43,200 × 0.1%
                                   = 43.2
                  budget spent = bad slices ÷ budget in slices
                               = 20 ÷ 43.2
                               = ×0.463 (×0.231 … ×0.926)""");
    }

    @Test
    void toString_saysWhatMayBeBad() {
        assertThat(BASE)
                .hasToString(
                        "99.9% (3 nines) over 30 d: 43 of 43,200 slices of 1 min may have less than 95% (1.3 nines)"
                                + " good; 94.9% (1.3 nines) of requests are sure to be");
    }

    static TimeSpan[] misfits() {
        return new TimeSpan[] {minutes(7), days(31), days(20)};
    }

    @ParameterizedTest
    @MethodSource("misfits")
    void slice_noPartOfTheWindow(TimeSpan slice) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Timeslices.of(BASE.slo(), slice, BASE.sliceObjective()))
                .withMessage("slice must be a whole part of window, which is 30 d, but was " + slice);
    }

    @Test
    void slice_zero() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Timeslices.of(BASE.slo(), seconds(0), BASE.sliceObjective()))
                .withMessage("slice must be above zero but was 0 s");
    }

    @Test
    void sliceObjective_nothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Timeslices.of(BASE.slo(), BASE.slice(), Availability.of(0)))
                .withMessage("sliceObjective must be above 0% but was 0%: at 0% every slice is good");
    }

    @Test
    void goodSlices_moreBadOnesThanThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BASE.goodSlices(count(43_201)))
                .withMessage("badSlices must be at most slices, which is 43,200, but was 43,201");
    }
}
