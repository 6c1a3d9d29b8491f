package dev.estimator.system;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.MONTH;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.estimator.reliability.CallChain;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands in the zones that are left, under their names. */
class ZoneLossTest {
    /** One of its instances carries 200 req/s. */
    private static Component component(String name, int instances) {
        return Component.named(name)
                .serviceTime(ms(5), count(1))
                .instances(count(instances))
                .upPerInstance(percentUp(99));
    }

    private static final Component TWO = component("two", 4).zones(2, 1);
    private static final Component THREE = component("three", 5).zones(3, 2);
    private static final Component FOUR = component("four", 7).zones(4, 3);

    private static UseCase read(String name, Step step) {
        return UseCase.read(name, qps(9), qps(20), step);
    }

    private static Architecture zoned(UseCase... useCases) {
        return Architecture.of(useCases).zones(percentUp(99.9));
    }

    private static List<String> failsAlone(Architecture system, String useCase) {
        return system.chain(useCase).singlePointsOfFailure();
    }

    private static List<List<String>> cuts(Architecture system, String useCase, int most) {
        return system.chain(useCase).minimalCuts(most).stream()
                .map(CallChain.Cut::services)
                .filter(services -> services.stream().allMatch(name -> name.startsWith("zone ")))
                .toList();
    }

    /** One zone has three or two instances, of which one is enough; of the third, two of three are needed. */
    @Test
    void notesOfUp_zonesThatAreNeededThoughFewerCarry() {
        Component thin = component("thin", 3).serviceTime(ms(80), count(1)).zones(3, 1);
        Component wide = component("wide", 9).zones(3, 1);
        Component side = component("side", 6).zones(3, 1);
        Architecture system = zoned(read("browse", thin.calling(wide, side, TWO, THREE)));
        String note =
                "up needs 2 of 3 zones, planned for the loss of 1, though fewer may carry the peak: wide and side";
        assertThat(system.notesOfUp()).containsExactly(note);
        assertThat(system.toString()).contains("\n" + note + "\n");
    }

    /** It was 'zone a', which is the one that is lost. */
    @Test
    void failsAlone_withTheZoneThatIsLeft() {
        Component single = component("single", 2);
        Architecture system = zoned(read("browse", TWO.calling(single)), read("look", TWO));
        assertThat(failsAlone(system, "browse")).containsExactly("zone a");
        assertThat(failsAlone(system, "look")).isEmpty();
        Architecture left = system.afterZoneLoss();
        assertThat(failsAlone(left, "browse")).containsExactlyInAnyOrder("zone b", "single");
        assertThat(failsAlone(left, "look")).containsExactly("zone b");
        assertThat(left.toString())
                .containsPattern("browse .* 0% +zone b, single\\n")
                .containsPattern("look .* zone b\\n")
                .doesNotContain("zone a");
        assertThat(left.availability("look").explain().toString())
                .contains("zone b × two")
                .doesNotContain("zone a");
    }

    /** A half of one and two thirds of the other. */
    @Test
    void zonesLeft_ofWhom() {
        Architecture left = zoned(read("browse", TWO.calling(THREE))).afterZoneLoss();
        assertThat(left.load(TWO).utilization().explain().toString()).containsPattern("two zones left += ×0.5");
        assertThat(left.load(THREE).utilization().explain().toString()).containsPattern("three zones left += ×0.6667");
    }

    /** Zones of unlike numbers, lost one after another: a, then b, then c. */
    @Test
    void names_ofUnlikeNumbersOfZones() {
        Architecture system = zoned(read("two", TWO), read("three", THREE), read("four", FOUR));
        assertThat(cuts(system, "two", 4)).containsExactly(List.of("zone a", "zone b"));
        assertThat(cuts(system, "four", 4)).containsExactly(List.of("zone a", "zone b", "zone c", "zone d"));
        Architecture one = system.afterZoneLoss();
        assertThat(cuts(one, "two", 4)).containsExactly(List.of("zone b"));
        assertThat(cuts(one, "three", 4)).containsExactly(List.of("zone b", "zone c"));
        assertThat(cuts(one, "four", 4)).containsExactly(List.of("zone b", "zone c", "zone d"));
        Architecture both = one.afterZoneLoss();
        assertThat(failsAlone(both, "two")).containsExactly("two");
        assertThat(cuts(both, "three", 4)).containsExactly(List.of("zone c"));
        assertThat(cuts(both, "four", 4)).containsExactly(List.of("zone c", "zone d"));
        assertThat(both.load(THREE).instances()).isEqualTo(count(1)); // 2, 2 and 1
        Architecture last = both.afterZoneLoss();
        assertThat(failsAlone(last, "three")).containsExactly("three");
        assertThat(failsAlone(last, "four")).containsExactlyInAnyOrder("zone d", "four");
        assertNear(0.999 * 0.99, last.availability("four").value());
        assertThat(failsAlone(last.afterZoneLoss(), "four")).containsExactly("four");
    }

    /** Not visited, but needed: one instance of two is left of the first, and none of the others, in zone a alone. */
    @Test
    void dependencies_areLostToo() {
        Component names =
                Component.named("names").instances(count(2)).zones(2, 1).upPerInstance(percentUp(98));
        Component region = Component.named("region").upPerInstance(percentUp(97));
        Component login = Component.named("login").up(percentUp(99.5)).dependsOn(region);
        Architecture left = zoned(
                        read("look", TWO.dependsOn(names)),
                        read("open", component("api", 4).zones(2, 1).dependsOn(login)))
                .afterZoneLoss();
        assertThat(failsAlone(left, "look")).containsExactlyInAnyOrder("zone b", "names");
        assertThat(left.availability("look").value()).isCloseTo(0.999 * 0.98 * (1 - 0.01 * 0.01), within(1e-12));
        assertThat(failsAlone(left, "open")).contains("region");
        assertThat(left.availability("open").value()).isZero();
    }

    /** Nobody said how many there are, so none is lost; it stands in a zone that is left, while there is one. */
    @Test
    void ofUnknownNumber() {
        Component gate = Component.named("gate").upPerInstance(percentUp(99)).zones(2, 1);
        Architecture left = zoned(read("look", gate)).afterZoneLoss();
        assertThat(failsAlone(left, "look")).containsExactlyInAnyOrder("zone b", "gate");
        assertNear(0.999 * 0.99, left.availability("look").value());
        assertNear(0, left.afterZoneLoss().served("look").value());
    }

    /** Both of two zones, of which nobody said how often they are up; 6 × $10 are paid for all the same. */
    @Test
    void allZones_withoutAvailabilities() {
        Component api = Component.named("api")
                .serviceTime(ms(5), count(1))
                .instances(count(6))
                .zones(2, 1)
                .price(usd(10).per(MONTH));
        Architecture left = Architecture.of(read("look", api)).afterZoneLoss();
        assertThat(left.load(api).instances()).isEqualTo(count(3));
        assertNear(1, left.served("look").value());
        assertNear(0, left.afterZoneLoss().served("look").value());
        assertNear(60, left.afterZoneLoss().cost().times(MONTH).div(usd(1)).value());
    }

    /** Of two zones none is left after two losses, also where nobody said how many instances there are. */
    @Test
    void afterZoneLoss_ofAnUnknownNumber() {
        Component store = Component.named("store").upPerInstance(percentUp(99)).zones(2, 1);
        Architecture once = Architecture.of(read("browse", store)).afterZoneLoss();
        assertThat(once.availability("browse").value()).isPositive();
        assertThat(once.afterZoneLoss().availability("browse").value()).isZero();
    }

    /** What others depend on stands in the first zone, too, if nobody said in which. */
    @Test
    void notStated_ofDependencies() {
        Component archive =
                Component.named("archive").upPerInstance(percentUp(98)).instances(count(1));
        Architecture system = zoned(read("browse", THREE.dependsOn(archive)), read("look", TWO.dependsOn(archive)));
        assertThat(system.notStated()).contains("zones of archive, taken to stand in the first: say zones(...)");
        assertThat(system.afterZoneLoss().availability("look").value()).isZero();
        assertThat(system.afterZoneLoss().notStated())
                .contains("zones of archive, taken to stand in the first, which is lost, and so down: say zones(...)");
    }

    private static double up(Architecture system) {
        return system.availability("look").value();
    }

    /** What says zones(1, 0) was lost with the second loss only. One instance is enough: of n are up 1 − 0.01ⁿ. */
    @Test
    void statedOrNot_oneAndTwoLosses() {
        Component api = component("api", 6).serviceTime(ms(5), count(9));
        Architecture one = Architecture.of(read("look", api.zones(1, 0)));
        assertNear(1 - 1e-12, up(one));
        assertNear(0, up(one.afterZoneLoss()));
        assertNear(0, up(one.afterZoneLoss().afterZoneLoss()));
        Architecture nowhere = Architecture.of(read("look", api));
        assertNear(1 - 1e-12, up(nowhere.afterZoneLoss().afterZoneLoss()));
        Architecture two = Architecture.of(read("look", api.zones(2, 1)));
        assertNear(1 - 1e-6, up(two.afterZoneLoss()));
        assertNear(0, up(two.afterZoneLoss().afterZoneLoss()));
        Architecture three = Architecture.of(read("look", api.zones(3, 1)));
        assertNear(1 - 1e-8, up(three.afterZoneLoss()));
        assertNear(1 - 1e-4, up(three.afterZoneLoss().afterZoneLoss()));
        assertNear(0, up(three.afterZoneLoss().afterZoneLoss().afterZoneLoss()));

        for (Component single : List.of(api, api.zones(1, 0))) {
            assertNear(0.999 * (1 - 1e-12), up(zoned(read("look", single))));
            assertNear(0, up(zoned(read("look", single)).afterZoneLoss()));
        }
        Architecture left = zoned(read("look", api.zones(2, 1))).afterZoneLoss();
        assertNear(0.999 * (1 - 1e-6), up(left));
        assertNear(0, up(left.afterZoneLoss()));
        left = zoned(read("look", api.zones(3, 1))).afterZoneLoss().afterZoneLoss();
        assertNear(0.999 * (1 - 1e-4), up(left));
        assertNear(0, up(left.afterZoneLoss()));
    }

    /** Without instances of which anybody said how often they are up: what says that it stands in one zone does. */
    @Test
    void oneZone_ofTheWhole() {
        Component mail = Component.named("mail").up(percentUp(99.5));
        for (Architecture system :
                List.of(zoned(read("look", mail.zones(1, 0))), Architecture.of(read("look", mail.zones(1, 0))))) {
            assertNear(0.995, up(system));
            assertNear(0, up(system.afterZoneLoss()));
        }
        assertNear(0.995, up(zoned(read("look", mail)).afterZoneLoss().afterZoneLoss()));
    }

    /** It stood in 'zone d' then, of a system that has three. */
    @Test
    void with_afterZoneLoss() {
        Architecture left = zoned(read("look", THREE), read("browse", TWO)).afterZoneLoss();
        for (Component same : List.of(THREE, left.load(THREE).component())) {
            assertThat(cuts(left.with(same), "look", 4)).containsExactly(List.of("zone b", "zone c"));
            assertThat(cuts(left.afterZoneLoss().with(same), "look", 4)).containsExactly(List.of("zone c"));
        }
        assertThat(failsAlone(left.with(TWO), "browse")).containsExactly("zone b");
        assertThat(cuts(left.with(TWO.zones(3, 2)), "browse", 4)).containsExactly(List.of("zone b", "zone c"));
        assertThat(left.with(THREE.zones(3, 1)).availability("look").explain().toString())
                .isEqualTo(zoned(read("look", THREE.zones(3, 1)))
                        .afterZoneLoss()
                        .with(THREE.zones(2, 0))
                        .availability("look")
                        .explain()
                        .toString());
    }
}
