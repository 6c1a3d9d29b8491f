package dev.estimator.system;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.HOUR;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.usd;
import static dev.estimator.system.Step.anyOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.estimator.report.Report;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What depends on itself has no availability. */
class DependencyCircleTest {
    private static final Component WEB = named("web", 99);
    private static final Component DNS = named("dns", 98);
    private static final Component REGION = named("region", 97);

    private static Component named(String name, double percent) {
        return Component.named(name)
                .serviceTime(ms(4), count(5))
                .price(usd(0.3).per(HOUR))
                .up(percentUp(percent));
    }

    private static Architecture of(Step... steps) {
        UseCase[] all = new UseCase[steps.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = UseCase.read("use " + i, qps(6), qps(7), steps[i]);
        }
        return Architecture.of(all);
    }

    private static void assertRefused(String circle, ThrowingCallable made) {
        assertThatIllegalArgumentException()
                .isThrownBy(made)
                .withMessage("dependencies go round in a circle: " + circle + ": leave out one of them");
    }

    @Test
    void ofOne() {
        assertRefused("web → web, in use 0", () -> of(WEB.dependsOn(WEB)));
        assertRefused("web → web, in use 0", () -> of(WEB).with(WEB.dependsOn(WEB)));
        Architecture system = of(WEB.dependsOn(DNS));
        assertRefused("dns → dns, in use 0", () -> system.with(DNS.dependsOn(DNS)));
    }

    @Test
    void ofTwo() {
        assertRefused("web → dns → web, in use 0", () -> of(WEB.dependsOn(DNS.dependsOn(WEB))));
        Architecture system = of(WEB.dependsOn(DNS));
        assertRefused("web → dns → web, in use 0", () -> system.with(DNS.dependsOn(WEB)));
        Architecture both = of(WEB.dependsOn(DNS), DNS);
        assertRefused("web → dns → web, in use 0", () -> both.with(DNS.dependsOn(WEB)));
        assertRefused("dns → web → dns, in use 1", () -> of(WEB.dependsOn(DNS), DNS.dependsOn(WEB)));
        assertRefused("web → dns → web, in use 0", () -> both.afterZoneLoss().with(DNS.dependsOn(WEB)));
    }

    /** What leads into the circle is not of it. */
    @Test
    void ofThree() {
        assertRefused(
                "web → dns → region → web, in use 0", () -> of(WEB.dependsOn(DNS.dependsOn(REGION.dependsOn(WEB)))));
        Architecture system = of(named("front", 96).dependsOn(WEB), WEB.dependsOn(DNS), DNS.dependsOn(REGION));
        assertRefused("dns → region → web → dns, in use 2", () -> system.with(REGION.dependsOn(WEB)));
        assertRefused("dns → region → dns, in use 2", () -> system.with(REGION.dependsOn(DNS)));
    }

    /** Of two that have one name, one is visited, and others depend on the other. */
    @Test
    void ofTwoVersions() {
        assertRefused("web → dns → web, in use 0", () -> of(WEB.dependsOn(DNS.dependsOn(WEB)), DNS));
        Architecture system = of(WEB, DNS);
        assertRefused("web → dns → web, in use 0", () -> system.with(WEB.dependsOn(DNS.dependsOn(WEB))));
    }

    /** What others depend on is what it is now: a circle of which a part is changed is none. */
    @Test
    void ofWhatWasChanged() {
        Architecture system = of(WEB.dependsOn(DNS.dependsOn(REGION))).with(DNS);
        assertNear(0.99 * 0.98, system.availability("use 0").value());
        assertNear(
                0.99 * 0.98,
                system.with(WEB.dependsOn(DNS.dependsOn(WEB)))
                        .availability("use 0")
                        .value());
    }

    /** It depends on a component, not on what that calls: both must be up, once. */
    @Test
    void ofCallsAndDependencies() {
        Architecture system = of(WEB.calling(DNS.dependsOn(WEB)));
        Architecture changed = of(WEB.calling(DNS)).with(DNS.dependsOn(WEB));
        for (Architecture each : new Architecture[] {system, changed, system.afterZoneLoss()}) {
            assertNear(0.99 * 0.98, each.availability("use 0").value());
            assertNear(0, each.without(WEB).served("use 0").value());
            assertThat(each.toString()).contains("dns");
            assertThat(Report.titled("Circle").architecture(each).page().text()).contains("dns");
        }
        assertNear(
                0.97 * 0.99 * 0.98,
                of(REGION.calling(DNS.dependsOn(WEB.dependsOn(REGION))))
                        .availability("use 0")
                        .value());
    }

    /** Two ways to one are no circle. */
    @Test
    void ofTwoWays() {
        Architecture system = of(WEB.dependsOn(REGION, DNS.dependsOn(REGION)));
        assertNear(0.99 * 0.98 * 0.97, system.availability("use 0").value());
    }

    /** Forty layers of two, each of which needs both below: 2⁴⁰ ways to the lowest, each of which is looked at once. */
    @Test
    void of_manyWays() {
        Component one = Component.named("one 0");
        Component other = Component.named("other 0");
        for (int layer = 1; layer <= 40; layer++) {
            Component next = Component.named("one " + layer).dependsOn(one, other);
            other = Component.named("other " + layer).dependsOn(one, other);
            one = next;
        }
        assertThat(Architecture.of(UseCase.read("browse", qps(3), qps(7), one)).useCases())
                .hasSize(1);
    }

    /** As above: each is asked once, whether it states an availability or only the lowest does. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void of_manyWays_asked(boolean areAllStated) {
        Component lowest = Component.named("one 0").upPerInstance(percentUp(99.9));
        Component one = lowest;
        Component other = Component.named("other 0");
        for (int layer = 1; layer < 40; layer++) {
            Component next = Component.named("one " + layer).dependsOn(one, other);
            other = Component.named("other " + layer).dependsOn(one, other);
            one = areAllStated ? next.up(percentUp(99.8)) : next;
        }
        Step needsAll = anyOf(Component.named("top").dependsOn(one, other), WEB);
        assertTimeoutPreemptively(Duration.ofMinutes(1), () -> {
            Architecture system = of(needsAll).zones(percentUp(97));
            double up = 0.97 * 0.999 * (areAllStated ? Math.pow(0.998, 39) : 1);
            assertNear(1 - (1 - up) * 0.01, system.availability("use 0").value());
            Architecture left = system.afterZoneLoss();
            assertNear(0.99, left.availability("use 0").value());
            assertNear(0, left.without(WEB).served("use 0").value());
            assertNear(1, left.served("use 0").value());
            assertThat(left.toString()).contains("zones of one 0, taken to stand in the first, which is lost");
            assertThat(Report.titled("Ways").architecture(system).page().text()).contains("top");
        });
    }
}
