package dev.estimator.reliability;

import static dev.estimator.Near.assertNear;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class BirthDeathTest {
    /** To the first state, {@code 1 ÷ up}, whatever goes down. */
    @Test
    void timeToReach_theNext() {
        assertNear(1 / 0.7, BirthDeath.timeToReach(1, state -> 0.7, state -> 5));
    }

    /** Without ways back, the sum of the times in each state. */
    @Test
    void timeToReach_noWayBack() {
        assertNear(1 / 2.0 + 1 / 3.0 + 1 / 4.0, BirthDeath.timeToReach(3, state -> state + 2, state -> 0));
    }

    /**
     * As many steps up as down at the same rate: the symmetric walk that is reflected at 0 takes n² + n steps of ½
     * each.
     */
    @Test
    void timeToReach_evenWalk() {
        assertNear(500 * 501 / 2, BirthDeath.timeToReach(500, state -> 1, state -> 1));
    }

    /** {@code (u₀ + u₁ + d) ÷ (u₀ u₁)}, the solution of the two equations. */
    @Property(tries = 100)
    void timeToReach_second(
            @ForAll @DoubleRange(min = 0.1, max = 9) double first,
            @ForAll @DoubleRange(min = 0.1, max = 9) double second,
            @ForAll @DoubleRange(max = 1e9) double back) {
        assertNear(
                (first + second + back) / (first * second),
                BirthDeath.timeToReach(2, state -> state == 0 ? first : second, state -> back));
    }
}
