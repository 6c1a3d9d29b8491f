package dev.estimator.system;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Units.B;
import static dev.estimator.quantity.Units.MILLISECONDS;
import static dev.estimator.quantity.Units.PER_SECOND;
import static dev.estimator.system.Step.anyOf;
import static dev.estimator.system.Step.async;
import static dev.estimator.system.Step.atOnce;
import static dev.estimator.system.Step.cacheAside;
import static dev.estimator.system.Step.every;
import static dev.estimator.system.Step.fanOut;
import static dev.estimator.system.Step.firstOf;
import static dev.estimator.system.Step.hedged;
import static dev.estimator.system.Step.inSequence;
import static dev.estimator.system.Step.readThrough;
import static dev.estimator.system.Step.refreshAhead;
import static dev.estimator.system.Step.retried;
import static dev.estimator.system.Step.sometimes;
import static dev.estimator.system.Step.tied;
import static dev.estimator.system.Step.times;
import static dev.estimator.system.Step.writeBehind;
import static dev.estimator.system.Step.writeThrough;
import static dev.estimator.system.ThreeComponents.API;
import static dev.estimator.system.ThreeComponents.CACHE;
import static dev.estimator.system.ThreeComponents.STORE;
import static dev.estimator.system.ThreeComponents.component;
import static dev.estimator.system.ThreeComponents.reading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.estimator.latency.Latency;
import dev.estimator.quantity.Ratio;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Each kind of step, read three ways: how often, how long, and what must be up. */
class StepTest {
    private static void assertStep(Step step, double storeRate, double meanMs, double availability) {
        Architecture system = reading(step);
        assertNear(storeRate, system.load(STORE).rate().to(PER_SECOND));
        assertThat(system.mean("read").to(MILLISECONDS)).isCloseTo(meanMs, within(1e-9));
        assertThat(system.latency("read").mean().to(MILLISECONDS)).isCloseTo(meanMs, within(2e-2));
        assertThat(system.availability("read").unavailability().value()).isCloseTo(1 - availability, within(1e-15));
    }

    @Test
    void calling_isInSequence() {
        assertStep(API.calling(STORE), 100, 25, 0.999 * 0.99);
        assertStep(inSequence(API, STORE), 100, 25, 0.999 * 0.99);
    }

    /** The slower of two exponentials takes a + b − ab ÷ (a + b). */
    @Test
    void atOnce_slowestCounts() {
        assertStep(atOnce(API, STORE), 100, 5 + 20 - 1 / (1 / 5.0 + 1 / 20.0), 0.999 * 0.99);
    }

    @Test
    void sometimes_aShareOfAll() {
        assertStep(API.calling(sometimes(percent(30), STORE)), 30, 5 + 6, 0.999 * (1 - 0.3 * 0.01));
    }

    @Test
    void times_anyNumber() {
        assertStep(API.calling(times(1.51, STORE)), 151, 5 + 1.51 * 20, 0.999 * 0.99);
        assertStep(API.calling(times(0.25, STORE)), 25, 5 + 0.25 * 20, 0.999 * (1 - 0.25 * 0.01));
        assertStep(API.calling(times(3, STORE)), 300, 5 + 3 * 20, 0.999 * 0.99);
    }

    /** The distribution follows what the number of visits becomes, and so do load and mean. */
    @Test
    void times_aRangeOrAnAssumption() {
        Ratio queries = assume("queries a page", between(ratio(1.2), ratio(3.4)));
        Architecture system = reading(API.calling(times(queries, STORE)));
        assertNear(340, system.load(STORE).rate().percentile(95).to(PER_SECOND), 1e-9);
        assertThat(system.latency("read").mean().given(queries, ratio(2.25)).to(MILLISECONDS))
                .isCloseTo(5 + 2.25 * 20, within(2e-2));
        Latency one = Latency.exponential(ms(20));
        double two = one.inARow(2).percentile(90).to(MILLISECONDS);
        assertThat(one.inARow(queries).percentile(90).given(queries, ratio(2)).to(MILLISECONDS))
                .isCloseTo(two, within(1e-9));
        assertThat(one.inARow(ratio(0.5)).shareSlowerThan(ms(20)).value()).isCloseTo(0.5 / Math.E, within(1e-9));
        assertThat(one.inARow(ratio(0)).mean().to(MILLISECONDS)).isZero();
    }

    /** The slowest of four exponentials takes 1 + 1/2 + 1/3 + 1/4 times as long; the second of four 1/4 + 1/3. */
    @Test
    void fanOut_andFirstOf() {
        assertStep(fanOut(4, STORE), 400, 20 * 25 / 12.0, 0.99);
        assertStep(firstOf(2, 4, STORE), 400, 20 * 7 / 12.0, 0.99);
    }

    @Test
    void async_nobodyWaits() {
        assertStep(API.calling(async(STORE)), 100, 5, 0.999);
    }

    /** The miss of those 20 % needs the store; without the cache all do. */
    @Test
    void cacheAside_missesAndFailures() {
        double up = 0.995 * (1 - 0.2 * 0.01) + 0.005 * 0.99;
        assertStep(cacheAside(CACHE, percent(80), STORE), 20, 1 + 4, up);
    }

    @Test
    void cacheAside_withoutTheCache() {
        Architecture system = reading(cacheAside(CACHE, percent(80), STORE)).without(CACHE);
        assertNear(100, system.load(STORE).rate().to(PER_SECOND));
        assertNear(20, system.mean("read").to(MILLISECONDS));
        assertNear(0.01, system.availability("read").unavailability().value());
    }

    @Test
    void readThrough_needsTheCache() {
        assertStep(readThrough(CACHE, percent(80), STORE), 20, 1 + 4, 0.995 * (1 - 0.2 * 0.01));
        assertThat(reading(readThrough(CACHE, percent(80), STORE))
                        .without(CACHE)
                        .flows())
                .isEmpty();
    }

    @Test
    void writePolicies() {
        assertStep(writeThrough(CACHE, STORE), 100, 21, 0.995 * 0.99);
        assertStep(writeBehind(CACHE, percent(40), STORE), 40, 1, 0.995);
        double up = 0.995 * (1 - 0.2 * 0.01) + 0.005 * 0.99;
        assertStep(refreshAhead(CACHE, percent(80), percent(5), STORE), 25, 5, up);
    }

    @Test
    void anyOf_fallback() {
        Step either = anyOf(STORE, CACHE);
        assertStep(either, 100, 20, 1 - 0.01 * 0.005);
        Architecture system = reading(either).without(STORE);
        assertNear(100, system.load(CACHE).rate().to(PER_SECOND));
        assertNear(1, system.mean("read").to(MILLISECONDS));
    }

    /** Sent again after p90: the first is faster than that, or the faster of what is left of it and another. */
    @Test
    void hedged_exponential() {
        // memoryless: from p90 on two are under way, of which the faster takes 10 ms more on average
        double p90 = 20 * Math.log(10);
        double mean = 20 * 0.9 - p90 * 0.1 + 0.1 * (p90 + 10);
        assertStep(hedged(percent(10), STORE), 110, mean, 0.99);
    }

    @Test
    void retried_takesAsLongAgain() {
        assertStep(retried(3, percent(20), STORE), 124, 1.24 * 20, 0.99);
    }

    /** A fan-out to all four shards. */
    @Test
    void every_slowestOfAll() {
        Component shards =
                Component.named("shards").serviceTime(ms(8), count(1)).instances(count(4));
        Architecture system = Architecture.of(UseCase.read("scatter", qps(50), qps(50), every(shards)));
        double alone = 8 / (1 - 50 * 0.008);
        assertThat(system.mean("scatter").to(MILLISECONDS)).isCloseTo(alone * 25 / 12, within(2e-2));
    }

    /** 3 × 30 kB come back from the CDN's origin for 40 % of requests; requests of 2 kB go there. */
    @Test
    void bytes_onEachEdge() {
        Component cdn = component("cdn", 15, 99.99);
        Architecture system = reading(readThrough(
                cdn.sending(kb(1)).receiving(kb(30)),
                percent(60),
                API.sending(kb(2)).receiving(kb(30))));
        assertThat(system.flows())
                .extracting(Flow::toString)
                .containsExactly("clients → cdn: 300 req/s at peak", "cdn → api: 120 req/s at peak");
        Flow origin = system.flows().get(1);
        assertNear(120 * 2e3, origin.sent().orElseThrow().div(qps(1)).to(B));
        assertNear(120 * 30e3, origin.returned().orElseThrow().div(qps(1)).to(B));
        assertNear(
                300 * 30e3 + 120 * 2e3, system.load(cdn).bytesOut().div(qps(1)).to(B));
        assertNear(
                300 * 1e3 + 120 * 30e3, system.load(cdn).bytesIn().div(qps(1)).to(B));
    }

    /**
     * A CDN that takes 90 % of reads and no writes: 4,344 req/s reach the origin, not the 3,022 of a CDN before
     * everything.
     */
    @Test
    void cdn_answersNoWrites() {
        Component cdn = component("cdn", 15, 99.99);
        Architecture system = Architecture.of(
                UseCase.read("read", qps(28_760), qps(28_760), readThrough(cdn, percent(90), API)),
                UseCase.write("write", qps(1_468), qps(1_468), API));
        assertNear(4_344, system.load(API).rate().to(PER_SECOND));
    }

    /** Half of those that fail are tried again by this budget: (1 + 0.2 + 0.04 − 1) × ½ = 0.12. */
    @Test
    void retried_withinABudget() {
        assertStep(retried(3, percent(20), percent(12), STORE), 112, 1.12 * 20, 0.99);
        assertStep(retried(3, percent(20), percent(90), STORE), 124, 1.24 * 20, 0.99);
        assertStep(retried(3, percent(100), percent(10), STORE), 110, 1.1 * 20, 0.99);
        assertStep(retried(3, percent(100), STORE), 300, 3 * 20, 0.99);
    }

    /** Two layers of three tries each: (1 + f + f²)². */
    @Test
    void retried_layersMultiply() {
        Step layers = retried(3, percent(50), API.calling(retried(3, percent(50), STORE)));
        assertNear(100 * 1.75 * 1.75, reading(layers).load(STORE).rate().to(PER_SECOND));
    }

    /**
     * Of an M/M/1 line 60 % busy the wait is above t with 0.6 e^(−(μ−λ)t): the shorter of two has mean 0.36 ÷ 2(μ−λ).
     */
    @Test
    void tied_theShorterWaitAndTheWorkOfOne() {
        Component store = Component.named("lines")
                .serviceTime(ms(20), count(1))
                .instances(count(2))
                .upPerInstance(percentUp(99));
        Architecture system = Architecture.of(UseCase.read("read", qps(40), qps(60), tied(store)));
        assertNear(40, system.load(store).rate().to(PER_SECOND));
        assertThat(system.mean("read").to(MILLISECONDS)).isCloseTo(0.36 / (2 * 20) * 1000 + 20, within(1e-2));
        Architecture oneLine = Architecture.of(UseCase.read("read", qps(40), qps(60), tied(store.oneLine())));
        assertNear(
                oneLine.load(store).latency().p99().to(MILLISECONDS),
                oneLine.latency("read").p99().to(MILLISECONDS));
        assertRefused(
                "step must be a component or a visit of one but was several steps, of api, store",
                () -> tied(inSequence(API, STORE)));
    }

    @Test
    void refused() {
        assertRefused("steps must be at least one but was none", () -> inSequence());
        assertRefused("times must be above zero but was ×0", () -> times(0, STORE));
        assertRefused("times must be between 1 and 10000 but was 0", () -> fanOut(0, STORE));
        assertRefused("needed must be between 1 and times, which is 4, but was 5", () -> firstOf(5, 4, STORE));
        assertRefused("again must be above 0% and below 100% but was 0%", () -> hedged(percent(0), STORE));
        assertRefused("tries must be between 1 and 100 but was 0", () -> retried(0, percent(1), STORE));
        assertRefused(
                "cache must be a component or a visit of one but was several steps, of cache, api",
                () -> readThrough(inSequence(CACHE, API), percent(50), STORE));
    }

    @Test
    void component_refusedByTheNameOfWhatWasSet() {
        assertRefused("targetUtilization must be above 0% but was 0%", () -> API.targetUtilization(percent(0)));
        assertRefused("instances must be above zero but was 0", () -> API.instances(count(0)));
        assertRefused("threadsPerInstance must be at least 1 but was 0", () -> API.threads(count(0)));
        assertRefused("zones must be between 1 and 100 but was 0", () -> API.zones(0, 0));
        assertRefused("thatMayFail must be below the number of zones, which is 3, but was 5", () -> API.zones(3, 5));
    }

    private static void assertRefused(String message, ThrowingCallable call) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }
}
