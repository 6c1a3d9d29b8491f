package dev.estimator.reliability;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.nines;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.uniform;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.estimator.quantity.Availability;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class DependencyTargetsTest {
    private static final DependencyTargets FIVE = DependencyTargets.of(percentUp(99.99), percentUp(99.995), 5);

    /**
     * The Calculus of Service Availability, ACM Queue 15 (2), 2017: a service of 99.99 % needs dependencies of 99.999
     * %.
     */
    @Test
    void extraNine_published() {
        assertNear(1e-5, FIVE.extraNine().unavailability().value());
        assertThat(FIVE.extraNine().explain().toString()).contains("a tenth of the time down = (1 − objective) ÷ 10");
    }

    /** Vector rv-cg-01 backwards: 99.99 % of its own and ten of 99.999 % make 1 − 0.0001999855005699859. */
    @Test
    void each_ofTheExtraNine() {
        DependencyTargets ten =
                DependencyTargets.of(Availability.ofUnavailability(0.0001999855005699859), percentUp(99.99), 10);
        assertNear(1e-5, ten.each().unavailability().value(), 1e-12);
    }

    /** 1 − (0.9999 ÷ 0.99995)^(1/5), with mpmath and 30 digits. */
    @Test
    void each() {
        assertNear(1.0000700051003861e-5, FIVE.each().unavailability().value(), 1e-12);
    }

    /** The same to the power of 0.6. */
    @Test
    void ofPart() {
        assertNear(
                3.000180011200726e-5, FIVE.ofPart(percent(60)).unavailability().value(), 1e-12);
        assertThat(FIVE.ofPart(percent(100))).isEqualTo(FIVE.together());
        assertThat(FIVE.ofPart(percent(0))).isEqualTo(percentUp(100));
    }

    /** Nothing is promised: nothing is needed. */
    @Test
    void each_ofNothing() {
        assertThat(DependencyTargets.of(percentUp(0), FIVE.own(), FIVE.dependencies())
                        .each())
                .isEqualTo(percentUp(0));
    }

    /** What they must offer multiplies to the objective, at any number of nines. */
    @Property(tries = 300)
    void each_multipliesToTheObjective(
            @ForAll @DoubleRange(min = 1, max = 14) @Scale(3) double promised,
            @ForAll @DoubleRange(min = 0.01, max = 3) @Scale(3) double more,
            @ForAll @IntRange(min = 1, max = 40) int dependencies) {
        DependencyTargets targets = DependencyTargets.of(nines(promised), nines(promised + more), dependencies);
        Availability reached =
                Stream.generate(targets::each).limit(dependencies).reduce(targets.own(), Availability::times);
        assertNear(
                targets.objective().unavailability().value(),
                reached.unavailability().value(),
                1e-12);
    }

    /** However the parts are given out. */
    @Property(tries = 200)
    void ofPart_multipliesToTheObjective(@ForAll @DoubleRange(min = 0, max = 100) @Scale(2) double part) {
        Availability both =
                FIVE.ofPart(percent(part)).times(FIVE.ofPart(percent(part).complement()));
        assertNear(1e-4, FIVE.own().times(both).unavailability().value(), 1e-12);
    }

    @Test
    void own_notAboveTheObjective() {
        assertThatThrownBy(() -> DependencyTargets.of(FIVE.objective(), percentUp(99.99), FIVE.dependencies()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("own must be above objective, which is 99.99%, but was 99.99%");
        assertThatThrownBy(() -> DependencyTargets.of(percentUp(100), FIVE.own(), FIVE.dependencies()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("own must be above objective, which is 100%, but was 99.995%");
    }

    @Test
    void dependencies_none() {
        assertThatThrownBy(() -> DependencyTargets.of(FIVE.objective(), FIVE.own(), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("dependencies must be at least 1 but was 0");
    }

    /** Too many cases of its own availability leave nothing for the dependencies. */
    @Test
    void each_rangeAcrossTheObjective() {
        Availability own = assume("measured", between(percentUp(99.985), percentUp(99.9999)));
        assertThatThrownBy(() -> DependencyTargets.of(FIVE.objective(), own, FIVE.dependencies()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("own must be above objective, which is 99.99%, but p5 of its range is 99.985%");
    }

    @Test
    void each_explanation() {
        Availability own = assume("measured", uniform(percentUp(99.995), percentUp(99.9999)), "last quarter");
        assertThat(DependencyTargets.of(FIVE.objective(), own, FIVE.dependencies())
                        .ofPart(percent(60))
                        .explain())
                .hasToString("""
                        assumed
                          objective = 99.99%
                          measured  = 99.99745% (99.9952% … 99.99965%)  (last quarter)
                          part      = 60%
                        calculated
                          dependency = (objective ÷ measured)^part
                                     = (99.99% ÷ 99.99745%)^60%
                                     = 99.99553% (99.9942% … 99.9969%)""");
    }

    @Test
    void toString_answers() {
        assertThat(DependencyTargets.of(FIVE.objective(), FIVE.own(), 4))
                .hasToString(
                        "99.99% (4 nines) with 4 dependencies: each needs 99.9987% (4.9 nines), 99.999% (5 nines) by"
                                + " the rule of the extra nine");
        assertThat(DependencyTargets.of(FIVE.objective(), FIVE.own(), 1).toString())
                .startsWith("99.99% (4 nines) with 1 dependency: each needs ");
    }
}
