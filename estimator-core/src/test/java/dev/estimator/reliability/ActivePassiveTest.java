package dev.estimator.reliability;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.YEAR;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.hours;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Units.HOURS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.estimator.quantity.Availability;
import dev.estimator.quantity.TimeSpan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActivePassiveTest {
    private static final Repairable MEMBER = Repairable.of(hours(1_000), hours(8));

    private static final ActivePassive PAIR = ActivePassive.of(MEMBER, seconds(180), percent(90));

    /**
     * The five states solved as a system of linear equations with mpmath and 30 digits: both up, taking over (20 an
     * hour), failed to, one up, none up; of which each that is up fails at 1/1000 and each that is down is repaired at
     * 1/8 in every state.
     */
    @Test
    void availability() {
        assertNear(0.0008881025885368669, PAIR.availability().unavailability().value());
    }

    /**
     * system-design-primer, Availability in numbers: two of 99.9 % in parallel are 99.9999 %, which a pair is that
     * fails over at once.
     */
    @Test
    void availability_published() {
        ActivePassive pair = ActivePassive.of(Repairable.of(hours(999), hours(1)), seconds(0), percent(100));
        assertNear(1e-6, pair.availability().unavailability().value());
    }

    /** Two in parallel are the limit: A² for both, 1 − A² … (1 − A)² for none. */
    @Test
    void availability_atOnce() {
        ActivePassive perfect = ActivePassive.of(PAIR.member(), seconds(0), percent(100));
        Availability parallel = MEMBER.availability().atLeast(1, 2);
        assertNear(
                parallel.unavailability().value(),
                perfect.availability().unavailability().value());
    }

    /**
     * The five states in fractions, states of both up, taking over, failed to, one up, none up: balance of flows in and
     * out.
     */
    @ParameterizedTest
    @CsvSource({"10, 1, 0, 0", "1, 1, 0, 0", "7, 3, 2, 70", "5, 4, 4, 100", "3, 8, 1, 25"})
    void availability_solvesTheBalance(double mtbf, double mttr, double failover, double percent) {
        ActivePassive pair =
                ActivePassive.of(Repairable.of(hours(mtbf), hours(mttr)), hours(failover), percent(percent));
        double fails = 1 / mtbf;
        double repaired = 1 / mttr;
        double takingOver = failover == 0 ? 0 : percent / 100 * fails / (1 / failover + fails + repaired);
        double failedTo = (1 - percent / 100) * fails / (fails + repaired);
        double oneUp = 2 * fails / repaired - takingOver - failedTo;
        double noneUp = (takingOver + failedTo + oneUp) * fails / (2 * repaired);
        double all = 1 + takingOver + failedTo + oneUp + noneUp;
        assertNear(
                (takingOver + failedTo + noneUp) / all,
                pair.availability().unavailability().value());
    }

    /**
     * Nothing takes over, r = 1/10: 1/11 and 1/100 of 1.21. With r = 1, 3/2 of 4. By mpmath 0.184… with a slow
     * failover.
     */
    @Test
    void availability_known() {
        assertNear(0.08339594290007513, down(hours(10), hours(1), seconds(0), 0));
        assertNear(0.375, down(hours(1), hours(1), seconds(0), 0));
        assertNear(0.1842951219512195, down(hours(7), hours(3), hours(2), 70));
    }

    private static double down(TimeSpan mtbf, TimeSpan mttr, TimeSpan failover, double percent) {
        return ActivePassive.of(Repairable.of(mtbf, mttr), failover, percent(percent))
                .availability()
                .unavailability()
                .value();
    }

    @Test
    void failoverTime_aboveTheRepair() {
        assertThatThrownBy(() -> ActivePassive.of(PAIR.member(), hours(9), PAIR.failoverSuccess()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("failoverTime must be at most MTTR, which is 8 h, but was 9 h");
    }

    /** 0.9 × 0.05 h + 0.1 × 8 h. */
    @Test
    void downtimePerFailure() {
        assertNear(0.845, PAIR.downtimePerFailure().to(HOURS));
    }

    @Test
    void downtime() {
        assertNear(8_760 * 0.0008881025885368669, PAIR.downtime(YEAR).to(HOURS));
    }

    @Test
    void availability_range() {
        ActivePassive uncertain =
                ActivePassive.of(PAIR.member(), between(seconds(60), seconds(600)), PAIR.failoverSuccess());
        double slow = ActivePassive.of(PAIR.member(), seconds(600), PAIR.failoverSuccess())
                .availability()
                .unavailability()
                .value();
        assertNear(slow, uncertain.availability().p5().unavailability().value(), 1e-3); // sampled
        assertThat(PAIR.availability().explain()).hasToString("""
                        assumed
                          MTBF             = 1,000 h
                          MTTR             = 8 h
                          failover success = 90%
                          failover time    = 3 min
                        calculated
                          member = MTBF ÷ (MTBF + MTTR)
                                 = 1,000 h ÷ (1,000 h + 8 h)
                                 = 99.2063%
                          share of time taking over = failover time ÷ (failover time + MTTR × member)
                                                    = 3 min ÷ (3 min + 8 h × 99.2063%)
                                                    = 0.6261%
                          not taken over = 1 − failover success + failover success × share of time taking over
                                         = 1 − 90% + 90% × 0.6261%
                                         = 10.56%
                          other up, not taken over = member × member × not taken over
                                                   = 99.2063% × 99.2063% × 10.56%
                                                   = 10.4%
                          availability = 1 − (1 − member) × (1 − member + other up, not taken over)
                                       = 1 − (1 − 99.2063%) × (1 − 99.2063% + 10.4%)
                                       = 99.91119%""");
    }

    @Test
    void toString_answers() {
        assertThat(PAIR).hasToString("active-passive: 99.911% (3.1 nines), a failure costs 51 min");
    }
}
