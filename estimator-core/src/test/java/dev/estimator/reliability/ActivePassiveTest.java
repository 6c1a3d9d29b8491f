package dev.estimator.reliability;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.YEAR;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.hours;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Units.HOURS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.estimator.quantity.Availability;
import org.junit.jupiter.api.Test;

class ActivePassiveTest {
    private static final Repairable MEMBER = Repairable.of(hours(1_000), hours(8));

    private static final ActivePassive PAIR = ActivePassive.of(MEMBER, seconds(180), percent(90));

    /**
     * The five states solved as a system of linear equations with mpmath and 30 digits: both up, taking over (20 an hour), failed
     * to (repaired at 1/8), one up, none up.
     */
    @Test
    void availability() {
        assertNear(0.0008914426037131173, PAIR.availability().unavailability().value());
    }

    /** Two in parallel are the limit: A² for both, 1 − A² … (1 − A)² for none. */
    @Test
    void availability_atOnce() {
        ActivePassive perfect = PAIR.withFailoverTime(seconds(0)).withFailoverSuccess(percent(100));
        Availability parallel = MEMBER.availability().atLeast(1, 2);
        assertNear(
                parallel.unavailability().value(),
                perfect.availability().unavailability().value());
    }

    /** Nothing takes over: down as often as one, but for the time in which the standby's failure is repaired beside it. */
    @Test
    void availability_neverTakesOver() {
        ActivePassive single = PAIR.withFailoverSuccess(percent(0));
        double r = 8 / 1_000.0;
        assertNear(
                (r + r * r / 2) / (1 + 2 * r + r * r / 2),
                single.availability().unavailability().value());
    }

    /** 0.9 × 0.05 h + 0.1 × 8 h. */
    @Test
    void downtimePerFailure() {
        assertNear(0.845, PAIR.downtimePerFailure().to(HOURS));
    }

    @Test
    void downtime() {
        assertNear(8_760 * 0.0008914426037131173, PAIR.downtime(YEAR).to(HOURS));
    }

    @Test
    void availability_range() {
        ActivePassive uncertain = PAIR.withFailoverTime(between(seconds(60), seconds(600)));
        double slow = PAIR.withFailoverTime(seconds(600))
                .availability()
                .unavailability()
                .value();
        assertNear(slow, uncertain.availability().p5().unavailability().value(), 1e-3); // sampled
        assertThat(PAIR.availability().explain()).hasToString("""
                        assumed
                          MTBF             = 3,600,000 s
                          MTTR             = 8 h
                          failover time    = 3 min
                          failover success = 90%
                        calculated
                          availability = Markov model of a pair(MTBF, MTTR, failover time, failover success)
                                       = Markov model of a pair(3,600,000 s, 8 h, 3 min, 90%)
                                       = 99.91086%""");
    }

    @Test
    void toString_answers() {
        assertThat(PAIR).hasToString("active-passive: 99.911% (3 nines), a failure costs 51 min");
    }
}
