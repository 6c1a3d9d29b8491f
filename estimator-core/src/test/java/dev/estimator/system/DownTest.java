package dev.estimator.system;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Units.MILLISECONDS;
import static dev.estimator.quantity.Units.PER_SECOND;
import static dev.estimator.system.Step.anyOf;
import static dev.estimator.system.Step.async;
import static dev.estimator.system.Step.cacheAside;
import static dev.estimator.system.Step.fanOut;
import static dev.estimator.system.Step.firstOf;
import static dev.estimator.system.Step.inSequence;
import static dev.estimator.system.Step.readThrough;
import static dev.estimator.system.Step.sometimes;
import static dev.estimator.system.Step.times;
import static dev.estimator.system.ThreeComponents.API;
import static dev.estimator.system.ThreeComponents.CACHE;
import static dev.estimator.system.ThreeComponents.STORE;
import static dev.estimator.system.ThreeComponents.component;
import static dev.estimator.system.ThreeComponents.reading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import org.junit.jupiter.api.Test;

/** What is down, and who does without it. */
class DownTest {
    private static void assertServed(double expected, Step step) {
        assertThat(reading(step).without(STORE).served("read").value()).isCloseTo(expected, within(1e-12));
    }

    @Test
    void served_byStep() {
        assertServed(0, API.calling(STORE));
        assertServed(0.7, API.calling(sometimes(percent(30), STORE)));
        assertServed(0.7 * 0.6, API.calling(sometimes(percent(30), STORE), sometimes(percent(40), STORE)));
        assertServed(0.75, API.calling(times(0.25, STORE)));
        assertServed(0, API.calling(times(1.51, STORE)));
        assertServed(1, API.calling(async(STORE)));
        assertServed(0.8, cacheAside(CACHE, percent(80), STORE));
        assertServed(
                1 - 0.4 * 0.1,
                readThrough(component("cdn", 9, 99), percent(60), cacheAside(CACHE, percent(90), STORE)));
        assertServed(1, anyOf(STORE, API));
        assertServed(1, anyOf(API, STORE));
        assertServed(0, anyOf(STORE, CACHE.calling(STORE)));
        assertServed(0, inSequence(API.dependsOn(STORE), async(STORE)));
        assertServed(0, Step.every(STORE));
    }

    /** Nobody is answered, and what the others were said to be does not matter. */
    @Test
    void availability_ofWhatNeedsIt() {
        Architecture system = reading(API.calling(STORE)).without(STORE);
        assertNear(1, system.availability("read").unavailability().value());
        assertThat(system.toString()).contains("served at peak: read 0%").containsPattern("read .* 0% +api, store");
        assertNear(
                0.2 + 0.005 * 0.8,
                reading(cacheAside(CACHE, percent(80), STORE))
                        .without(STORE)
                        .availability("read")
                        .unavailability()
                        .value());
    }

    /** Of 200 a second a tenth visit a store that carries half of that; all the others are served. */
    @Test
    void served_someVisitWhatIsFull() {
        Component store = Component.named("store").requestsPerInstance(qps(10)).instances(count(1));
        Architecture system =
                Architecture.of(UseCase.read("read", qps(200), qps(200), API.calling(sometimes(percent(10), store))));
        assertNear(0.95, system.served("read").value());
        assertNear(0.9, system.without(store).served("read").value());
    }

    /** What has no zones of its own stands in the first, which is the one that is lost. */
    @Test
    void afterZoneLoss_ofTheOnlyZone() {
        Component single = Component.named("single")
                .serviceTime(ms(5), count(4))
                .instances(count(3))
                .upPerInstance(percentUp(99.9));
        Component spread = Component.named("spread")
                .serviceTime(ms(2), count(4))
                .instances(count(6))
                .zones(3, 1)
                .upPerInstance(percentUp(99.9));
        Architecture system = Architecture.of(
                UseCase.read("get", qps(500), qps(500), spread.calling(single)),
                UseCase.read("look", qps(50), qps(50), spread));
        assertNear(1, system.afterZoneLoss().served("get").value());
        Architecture zoned = system.zones(percentUp(99.95));
        assertThat(zoned.chain("get").singlePointsOfFailure()).contains("zone a");
        assertNear(0, zoned.afterZoneLoss().served("get").value());
        assertNear(1, zoned.afterZoneLoss().served("look").value());
    }

    /** Of 120 a second a pool carries 100; of what is left four in five are hits. */
    @Test
    void served_overloadedToo() {
        Component pool = Component.named("pool").serviceTime(ms(10), count(1)).instances(count(1));
        Architecture system = Architecture.of(
                UseCase.read("read", qps(120), qps(120), pool.calling(cacheAside(CACHE, percent(80), STORE))));
        assertNear(0.8 / 1.2, system.without(STORE).served("read").value());
    }

    /** Of 100 look-ups the 20 that miss go to the fallback, which takes 5 ms, after 1 ms at the cache. */
    @Test
    void fallback_forThoseThatGetNoAnswer() {
        Architecture system =
                reading(anyOf(cacheAside(CACHE, percent(80), STORE), API)).without(STORE);
        assertNear(1, system.served("read").value());
        assertNear(20, system.load(API).rate().to(PER_SECOND));
        assertNear(100, system.load(CACHE).rate().to(PER_SECOND));
        assertNear(1 + 0.2 * 5, system.mean("read").to(MILLISECONDS));
        assertThat(system.latency("read").mean().to(MILLISECONDS)).isCloseTo(2, within(1e-3));
        assertThat(reading(anyOf(STORE, API)).load(API).rate().to(PER_SECOND)).isZero();
    }

    /** A fifth of 100 finds nothing in the first cache and the second is down; of the others half miss: 20 + 40. */
    @Test
    void cacheOfCaches_partlyDown() {
        Component second = component("second", 2, 99.8);
        Step look = cacheAside(cacheAside(CACHE, percent(80), second), percent(50), STORE);
        Architecture system = reading(look).without(second);
        assertNear(60, system.load(STORE).rate().to(PER_SECOND));
        assertNear(1, system.served("read").value());
        assertThat(system.caches()).containsExactly("cache");
    }

    /** Also one that nobody visits and of which something else was said since. */
    @Test
    void without_whatOthersDependOn() {
        Component dns = Component.named("dns").up(percentUp(99.98));
        Architecture system = reading(API.dependsOn(dns).calling(sometimes(percent(30), STORE)));
        assertThat(system.without(dns).served("read").value()).isZero();
        assertThat(system.without(dns.up(percentUp(98))).served("read").value()).isZero();
    }

    /** Nine of ten never get to the store, however often the tenth does: 4.8 % was the answer. */
    @Test
    void served_fewVisitWhatIsFullOften() {
        Component store = Component.named("store").serviceTime(ms(4), count(1)).instances(count(2));
        for (Step step : new Step[] {
            readThrough(CACHE, percent(90), times(10, store)), API.calling(sometimes(percent(10), times(10, store)))
        }) {
            Architecture system = Architecture.of(UseCase.read("read", qps(1000), qps(1000), step));
            assertNear(1 - 0.1 * (1 - 0.5), system.served("read").value());
            assertNear(
                    1 - 0.1 * (1 - 0.05), system.times(ratio(10)).served("read").value());
            assertNear(0.9, system.without(store).served("read").value());
        }
        Architecture replaced = Architecture.of(UseCase.read("read", qps(1000), qps(1000), anyOf(store, API)));
        assertNear(0.5, replaced.served("read").value());
        assertNear(1, replaced.without(store).served("read").value());
    }

    /** A request visits what any of the three visits, although the first answer of the three is enough. */
    @Test
    void served_firstOfSomeThatVisitWhatIsFull() {
        Component store = Component.named("store").requestsPerInstance(qps(300)).instances(count(1));
        Architecture system = Architecture.of(UseCase.read(
                "read", qps(1000), qps(1000), firstOf(1, 3, API.calling(sometimes(percent(20), store)))));
        assertNear(
                1 - (1 - 0.8 * 0.8 * 0.8) * (1 - 300 / 600.0),
                system.served("read").value());
    }

    /** What needs a copy for each time is prepared for twice as many. */
    @Test
    void served_moreTimesThanPrepared() {
        Ratio images = assume("images", ratio(2));
        Step once = API.calling(sometimes(percent(20), CACHE.calling(sometimes(percent(30), STORE))));
        Share served = reading(times(images, once)).without(STORE).served("read");
        assertNear(Math.pow(0.94, 4), served.given(images, ratio(4)).value());
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> served.given(images, ratio(5)))
                .withMessage("times must be at most 4 but was 5");
    }

    @Test
    void up_ofTheWholeAndOfEach() {
        Component each = Component.named("both").upPerInstance(percentUp(98));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> each.up(percentUp(99.9)))
                .withMessage(
                        "up must be of the whole or of each instance but was of both: what both needs besides is said with"
                                + " dependsOn(...)");
    }

    /** Ten look-ups of a page are ten chances to miss; 1 − 0.9 for all of them was the answer for one. */
    @Test
    void served_eachLookUpDecidesForItself() {
        Step look = cacheAside(CACHE, percent(90), STORE);
        assertServed(0.9 * 0.9, inSequence(look, look));
        assertServed(0.9 * 0.9, inSequence(API.calling(look), API.calling(look)));
        assertServed(Math.pow(0.9, 10), times(10, look));
        assertServed(Math.pow(0.9, 10), fanOut(10, look));
        assertServed(Math.pow(0.9, 10) + 10 * Math.pow(0.9, 9) * 0.1, firstOf(9, 10, look));
        assertServed(0.9 * 0.9 * (1 - 0.51 * 0.1), times(2.51, look));
        assertServed(
                Math.pow(1 - 0.1 * 0.2, 10),
                times(10, cacheAside(CACHE, percent(90), API.calling(sometimes(percent(20), STORE)))));
    }

    /** A miss asks the store once, and it is the same asking whether the cache is down or has not got it. */
    @Test
    void availability_storeThatSometimesAsksAnother() {
        Step look = cacheAside(CACHE, percent(40), API.calling(sometimes(percent(50), STORE)));
        double behind = 0.999 * (1 - 0.5 * 0.01);
        assertThat(reading(look).availability("read").value())
                .isCloseTo(0.995 * (0.4 + 0.6 * behind) + 0.005 * behind, within(1e-12));
    }

    /** As often as an assumption says, also of what needs a copy for each time. */
    @Test
    void served_asManyTimesAsAssumed() {
        Ratio images = assume("images", between(ratio(2), ratio(6)));
        Step once = API.calling(sometimes(percent(20), CACHE.calling(sometimes(percent(30), STORE))));
        for (Step step : new Step[] {times(images, cacheAside(CACHE, percent(94), STORE)), times(images, once)}) {
            Share served = reading(step).without(STORE).served("read");
            assertThat(served.value()).isCloseTo(noneMisses(images.value()), within(1e-12));
            assertThat(served.p5().value()).isCloseTo(noneMisses(images.p95().value()), within(1e-3));
        }
    }

    private static double noneMisses(double times) {
        double whole = Math.floor(times);
        return Math.pow(0.94, whole) * (1 - (times - whole) * 0.06);
    }

    /** Three times or half a time: what an assumption becomes decides whether all requests need the store. */
    @Test
    void availability_ofTimesThatMayBeBelowOne() {
        Ratio queries = assume("queries a page", ratio(3));
        Architecture system = reading(API.calling(times(queries, STORE)));
        assertNear(
                1 - 0.999 * 0.99, system.availability("read").unavailability().value());
        assertNear(
                1 - 0.999 * (1 - 0.5 * 0.01),
                system.availability("read")
                        .given(queries, ratio(0.5))
                        .unavailability()
                        .value(),
                1e-12);
        assertThat(system.chain("read").singlePointsOfFailure()).containsExactly("api", "store");
        Ratio range = assume("queries", between(ratio(0.5), ratio(0.8)));
        assertNear(
                range.value() * 0.01,
                reading(times(range, STORE))
                        .availability("read")
                        .unavailability()
                        .value());
    }

    /**
     * What only some requests do has a fallback as well: a quarter of them, of which one in a hundred, of which one in
     * a thousand.
     */
    @Test
    void fallback_ofWhatSomeNeed() {
        assertNear(
                0.25 * 0.01 * 0.001,
                reading(anyOf(times(0.25, STORE), API))
                        .availability("read")
                        .unavailability()
                        .value(),
                1e-9);
        assertNear(
                0.01 * 0.25 * 0.001,
                reading(anyOf(STORE, sometimes(percent(25), API)))
                        .availability("read")
                        .unavailability()
                        .value(),
                1e-9);
        assertNear(
                0.01,
                reading(anyOf(STORE, STORE))
                        .availability("read")
                        .unavailability()
                        .value());
        // 30 % need the store at all, of those a fifth miss, or all while the cache is down
        assertNear(
                0.3 * 0.01 * (0.995 * 0.2 + 0.005),
                reading(cacheAside(CACHE, percent(80), sometimes(percent(30), STORE)))
                        .availability("read")
                        .unavailability()
                        .value(),
                1e-9);
    }
}
