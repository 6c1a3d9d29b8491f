package dev.estimator.system;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Units.MILLISECONDS;
import static dev.estimator.quantity.Units.PER_SECOND;
import static dev.estimator.system.Step.anyOf;
import static dev.estimator.system.Step.atOnce;
import static dev.estimator.system.Step.every;
import static dev.estimator.system.Step.hedged;
import static dev.estimator.system.Step.inSequence;
import static dev.estimator.system.Step.retried;
import static dev.estimator.system.Step.sometimes;
import static dev.estimator.system.Step.tied;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.estimator.latency.Latency;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Share;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What if visits failed that are retried already, or inside of what is, against arithmetic and enumeration. */
class RetriedWhatIfTest {
    private static final Component STORE = Component.named("store").latency(Latency.exponential(ms(2)));
    private static final Component FRONT = Component.named("front").latency(Latency.exponential(ms(3)));
    private static final Component OTHER =
            Component.named("other").serviceTime(ms(5), count(4)).up(percentUp(99));

    private static Architecture of(Step step) {
        return Architecture.of(UseCase.read("read", qps(100), qps(100), step));
    }

    private static double served(Architecture system) {
        return system.served("read").value();
    }

    private static double peak(Architecture system, Component component) {
        return system.load(component).peak().to(PER_SECOND);
    }

    @Test
    void takesThePlace_ofTheTriesOfTheVisit() {
        Architecture plain = of(STORE).retried(STORE, 3, percent(30));
        for (Step visit : new Step[] {STORE, Visit.of(STORE).readOnly()}) {
            Architecture system = of(retried(2, percent(2), visit)).retried(STORE, 3, percent(30));
            assertNear(1 - 0.027, served(system));
            assertNear(139, peak(system, STORE));
            assertNear(1.39 * 2, system.mean("read").to(MILLISECONDS));
            assertThat(system.toString()).isEqualTo(plain.toString());
            assertNear(1 - 0.04 * 0.04, served(system.retried(STORE, 2, percent(4))));
        }
    }

    @Test
    void takesThePlace_onlyWhereTheVisitIsRetried() {
        Architecture system = Architecture.of(
                        UseCase.read("read", qps(100), qps(100), retried(2, percent(2), STORE)),
                        UseCase.read("list", qps(10), qps(10), STORE))
                .retried(STORE, 3, percent(30));
        assertNear(1 - 0.027, system.served("list").value());
        assertNear(1.39 * 110, peak(system, STORE));
    }

    /** The budget leaves 12 of 24 tries that follow: of the 20 that fail 10 are tried again, and 4 % of them fail. */
    @Test
    void keepsTheBudget() {
        Architecture system = of(retried(5, percent(1), percent(12), STORE)).retried(STORE, 3, percent(20));
        assertNear(112, peak(system, STORE));
        assertNear(1 - (0.2 - 0.1 + 0.1 * 0.04), served(system));
    }

    /** What a request needs: visits of the front and of the store, and whether it gets an answer. */
    private record Seen(double front, double store, double answered) {
        /** Tries one after another until one gets an answer that does not fail in the front itself. */
        static Seen of(int tries, double failing, int ofStore, double inside) {
            if (tries == 0) {
                return new Seen(0, 0, 0);
            }
            Seen next = of(tries - 1, failing, ofStore, inside);
            double visits = 0;
            double lost = 1;
            for (int i = 0; i < ofStore; i++) {
                visits += lost;
                lost *= inside;
            }
            double again = lost + (1 - lost) * failing;
            return new Seen(1 + again * next.front, visits + again * next.store, 1 - again + again * next.answered);
        }
    }

    private static void assertSeen(Seen seen, Architecture system) {
        assertNear(seen.answered, served(system));
        assertNear(100 * seen.front, peak(system, FRONT));
        assertNear(100 * seen.store, peak(system, STORE));
        double mean = 3 * seen.front + 2 * seen.store;
        assertNear(mean, system.mean("read").to(MILLISECONDS));
        assertThat(system.latency("read").mean().to(MILLISECONDS)).isCloseTo(mean, within(2e-3 * mean));
    }

    @Test
    void failsAround_whereAllFailInside() {
        Architecture system = of(retried(2, percent(5), FRONT.calling(STORE)));
        assertSeen(Seen.of(2, 0.05, 3, 0.3), system.retried(STORE, 3, percent(30)));
        assertSeen(Seen.of(2, 0.05, 1, 0.4), system.retried(STORE, 1, percent(40)));
        assertSeen(Seen.of(2, 0.05, 4, 1), system.retried(STORE, 4, percent(100)));
        assertSeen(Seen.of(2, 0.05, 1, 0), system.retried(STORE, 6, percent(0)));
        assertSeen(Seen.of(2, 0.1, 1, 0), system.retried(FRONT, 2, percent(10)));
    }

    @Test
    void failsAround_whereOnlySomeGoInside() {
        Architecture system = of(retried(2, percent(5), FRONT.calling(sometimes(percent(40), STORE))));
        double failing = 1 - 0.95 * (1 - 0.4 * 0.027);
        assertNear(1 - failing * failing, served(system.retried(STORE, 3, percent(30))));
    }

    /** Of 20 % that fail as described 9 % (30 %²) are lost inside, so that 11 of 91 fail by themselves. */
    @Test
    void failsAround_lessWhatIsLostInsideAsDescribed() {
        Architecture system = of(retried(3, percent(20), FRONT.calling(retried(2, percent(30), STORE))));
        double own = 11 / 91.0;
        assertSeen(Seen.of(3, own, 2, 0.3), system);
        assertSeen(Seen.of(3, own, 2, 0.3), system.retried(STORE, 2, percent(30)));
        assertSeen(Seen.of(3, own, 4, 0.6), system.retried(STORE, 4, percent(60)));
        assertSeen(Seen.of(3, own, 5, 0.1), system.retried(STORE, 5, percent(10)));
        Architecture always = of(retried(3, percent(100), FRONT.calling(retried(2, percent(100), STORE))));
        assertSeen(Seen.of(3, 0, 2, 0.7), always.retried(STORE, 2, percent(70)));
    }

    /** Around it fewer fail than are lost inside: then none do by themselves. */
    @Test
    void failsAround_butNoFewerThanInside() {
        Architecture system = of(retried(3, percent(1), FRONT.calling(retried(1, percent(30), STORE))));
        assertSeen(Seen.of(3, 0, 1, 0.2), system.retried(STORE, 1, percent(20)));
    }

    /** Three layers: nearest to the store its own tries are replaced, and both others see more failures. */
    @Test
    void failsAround_inEachLayer() {
        Architecture system = of(retried(2, percent(7), OTHER.calling(retried(3, percent(5), FRONT.calling(STORE)))));
        double front = Math.pow(1 - 0.95 * (1 - 0.09), 3);
        double other = 1 - 0.93 * (1 - front) / (1 - Math.pow(0.05, 3));
        Architecture whatIf = system.retried(STORE, 2, percent(30));
        assertNear(1 - other * other, served(whatIf));
        assertNear(100 * (1 + other), peak(whatIf, OTHER));
    }

    @Test
    void failsAround_notWhereAnotherAnswersInside() {
        Architecture system = of(retried(2, percent(5), anyOf(STORE, OTHER)));
        assertNear(1 - 0.05 * 0.05, served(system.retried(STORE, 3, percent(30))));
        double failing = 1 - 0.95 * (1 - 0.027);
        assertNear(
                1 - failing * failing,
                served(system.retried(OTHER, 3, percent(30)).without(STORE)));
    }

    /** A range inside, which a what-if of another component does not concern. */
    @Test
    void isAsDescribed_beforeTheWhatIfOfAnother() {
        Share range = assume("range", between(percent(10), percent(40)));
        Architecture system =
                of(inSequence(retried(3, percent(20), FRONT.calling(retried(2, range, STORE))), Visit.of(OTHER)));
        assertThat(system.retried(OTHER, 1, percent(4)).load(FRONT).peak())
                .isEqualTo(system.load(FRONT).peak());
        Qps peak = system.retried(STORE, 2, percent(60)).load(FRONT).peak();
        assertThat(peak.explain().toString()).contains("failing at front or inside");
        assertThat(peak.isUncertain()).isTrue();
    }

    /** What is down is told by that, and not by its tries. */
    @Test
    void failsAround_notWhereItIsDown() {
        Architecture system = of(anyOf(retried(2, percent(5), FRONT.calling(STORE)), OTHER));
        double failing = 1 - 0.95 * (1 - 0.027);
        Architecture whatIf = system.retried(STORE, 3, percent(30));
        assertNear(1, served(whatIf));
        assertNear(100 * failing * failing, peak(whatIf, OTHER));
        assertNear(1 - failing * failing * 0.01, whatIf.availability("read").value());
        assertNear(100, peak(whatIf.without(STORE), OTHER));
        assertNear(0.99, whatIf.without(STORE).availability("read").value());
    }

    /** A what-if of no failures, or of those described, changes nothing, whatever is lost inside. */
    @Test
    void failsAround_inAnotherWhatIf() {
        Architecture plain = of(FRONT.calling(STORE));
        assertSeen(Seen.of(1, 0, 3, 0.3), plain.retried(STORE, 3, percent(30)).retried(FRONT, 1, percent(0)));
        assertSeen(Seen.of(4, 0.2, 3, 0.3), plain.retried(FRONT, 4, percent(20)).retried(STORE, 3, percent(30)));
        Architecture tried = of(retried(2, percent(5), FRONT.calling(STORE)));
        assertSeen(
                Seen.of(2, 0.05, 3, 0.3), tried.retried(STORE, 3, percent(30)).retried(FRONT, 2, percent(5)));
        assertSeen(Seen.of(2, 0.05, 3, 0.3), tried.retried(FRONT, 2, percent(5)).retried(STORE, 3, percent(30)));
        assertSeen(Seen.of(4, 0.2, 1, 0.4), tried.retried(FRONT, 4, percent(20)).retried(STORE, 1, percent(40)));
    }

    /** Of 20 % as described, or 25 % in the what-if, 9 % (30 %²) are those lost inside as described. */
    @Test
    void failsAround_inAnotherWhatIf_lessWhatIsLostInsideAsDescribed() {
        Architecture system = of(retried(3, percent(20), FRONT.calling(retried(2, percent(30), STORE))));
        Architecture whatIf = system.retried(STORE, 4, percent(60));
        assertSeen(Seen.of(3, 11 / 91.0, 4, 0.6), whatIf.retried(FRONT, 3, percent(20)));
        assertSeen(Seen.of(5, 16 / 91.0, 4, 0.6), whatIf.retried(FRONT, 5, percent(25)));
        assertSeen(Seen.of(5, 16 / 91.0, 2, 0.3), system.retried(FRONT, 5, percent(25)));
        Architecture bare = of(FRONT.calling(retried(2, percent(30), STORE))).retried(FRONT, 5, percent(25));
        assertSeen(Seen.of(5, 16 / 91.0, 2, 0.3), bare);
        assertSeen(Seen.of(5, 16 / 91.0, 4, 0.6), bare.retried(STORE, 4, percent(60)));
    }

    /** Each of two layers around the store is described or a what-if, or both: that is all the same. */
    @Test
    void failsAround_inEachLayer_describedOrNot() {
        double front = Math.pow(1 - 0.95 * (1 - 0.09), 3);
        double other = 1 - 0.93 * (1 - front);
        for (boolean isFront : new boolean[] {true, false}) {
            for (boolean isOther : new boolean[] {true, false}) {
                Visit inner = FRONT.calling(STORE);
                Visit outer = OTHER.calling(isFront ? retried(3, percent(5), inner) : inner);
                Share told = percent(isFront ? 100 * (1 - 0.93 * (1 - Math.pow(0.05, 3))) : 7);
                Architecture system =
                        of(isOther ? retried(2, told, outer) : outer).retried(STORE, 2, percent(30));
                Architecture all = isOther ? system : system.retried(OTHER, 2, told);
                assertLayers(front, other, isFront ? all : all.retried(FRONT, 3, percent(5)));
                assertLayers(front, other, all.retried(FRONT, 3, percent(5)).retried(OTHER, 2, told));
            }
        }
    }

    private static void assertLayers(double front, double other, Architecture system) {
        double failing = Math.cbrt(front);
        assertNear(1 - other * other, served(system));
        assertNear(100 * (1 + other), peak(system, OTHER));
        assertNear(100 * (1 + other) * (1 + failing + failing * failing), peak(system, FRONT));
        assertNear(100 * (1 + other) * (1 + failing + failing * failing) * 1.3, peak(system, STORE));
    }

    @Test
    void failsAround_inAnotherWhatIf_beforeAFallback() {
        Component spare =
                Component.named("spare").latency(Latency.exponential(ms(7))).up(percentUp(98));
        Architecture system = of(anyOf(FRONT.calling(STORE), spare))
                .retried(STORE, 3, percent(30))
                .retried(FRONT, 2, percent(5));
        Seen seen = Seen.of(2, 0.05, 3, 0.3);
        double lost = 1 - seen.answered;
        assertNear(1, served(system));
        assertNear(100 * lost, peak(system, spare));
        assertNear(100 * seen.store, peak(system, STORE));
        assertNear(1 - lost * 0.02, system.availability("read").value());
        double mean = 3 * seen.front + 2 * seen.store + 7 * lost;
        assertNear(mean, system.mean("read").to(MILLISECONDS));
        assertThat(system.latency("read").mean().to(MILLISECONDS)).isCloseTo(mean, within(2e-3 * mean));
    }

    /** A sequence of one step is that step; others have layers of their own around their visits. */
    @Test
    void takesThePlace_ofVisitsAlone() {
        for (Step visit : new Step[] {inSequence(STORE), inSequence(inSequence(STORE))}) {
            Architecture system = of(retried(2, percent(5), visit)).retried(STORE, 3, percent(30));
            assertNear(1 - 0.027, served(system));
            assertNear(139, peak(system, STORE));
        }
        for (Step other : new Step[] {every(STORE), hedged(percent(10), STORE), tied(STORE), atOnce(STORE)}) {
            double failing = 1 - 0.95 * (1 - 0.027);
            assertNear(
                    1 - failing * failing,
                    served(of(retried(2, percent(5), other)).retried(STORE, 3, percent(30))));
        }
        double twice = 1 - 0.95 * 0.973 * 0.973;
        Architecture system = of(retried(2, percent(5), Step.times(2, STORE)));
        assertNear(1 - twice * twice, served(system.retried(STORE, 3, percent(30))));
    }

    /** What is lost inside is found once for each layer, not twice as often in each. */
    @Test
    @Timeout(30)
    void failsAround_inManyLayers() {
        double lost = 0.4;
        Step step = Component.named("c0");
        for (int i = 1; i <= 40; i++) {
            Visit visit = Component.named("c" + i).calling(step);
            step = i % 2 == 0 ? visit : retried(2, percent(i / 2.0), visit);
        }
        Architecture system = of(step);
        double before = 0;
        for (int i = 1; i <= 40; i += 2) {
            double own = Math.min(1, (1 - i / 200.0) / (1 - before));
            before = i * i / 40_000.0;
            lost = Math.pow(1 - own * (1 - lost), 2);
        }
        assertNear(1 - lost, served(system.retried(Component.named("c0"), 1, percent(40))));
    }

    @Test
    @Timeout(30)
    void failsAround_inManyWhatIfs() {
        Step step = Component.named("c0");
        for (int i = 1; i < 40; i++) {
            step = Component.named("c" + i).calling(step);
        }
        Architecture system = of(step);
        double lost = 0;
        double peak = 100;
        for (int i = 0; i < 40; i++) {
            system = system.retried(Component.named("c" + i), 2, percent(i / 5.0));
            double failing = 1 - (1 - i / 500.0) * (1 - lost);
            peak *= 1 + failing;
            lost = failing * failing;
        }
        assertNear(1 - lost, served(system));
        assertNear(peak, peak(system, Component.named("c0")));
    }
}
