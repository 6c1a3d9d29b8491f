package dev.estimator.system;

import static dev.estimator.Near.assertNear;
import static dev.estimator.analysis.Questions.drivers;
import static dev.estimator.analysis.Questions.largest;
import static dev.estimator.analysis.Questions.probabilityThat;
import static dev.estimator.check.Checks.checkAll;
import static dev.estimator.quantity.Quantities.HOUR;
import static dev.estimator.quantity.Quantities.MONTH;
import static dev.estimator.quantity.Quantities.SECOND;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.tb;
import static dev.estimator.quantity.Quantities.us;
import static dev.estimator.quantity.Quantities.usd;
import static dev.estimator.quantity.Units.B;
import static dev.estimator.quantity.Units.MILLISECONDS;
import static dev.estimator.quantity.Units.ONES;
import static dev.estimator.quantity.Units.PER_SECOND;
import static dev.estimator.quantity.Units.SECONDS;
import static dev.estimator.system.Step.anyOf;
import static dev.estimator.system.Step.async;
import static dev.estimator.system.Step.cacheAside;
import static dev.estimator.system.Step.every;
import static dev.estimator.system.Step.readThrough;
import static dev.estimator.system.Step.sometimes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.estimator.model.RecordKind;
import dev.estimator.model.Storage;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Simulation;
import dev.estimator.reliability.CallChain;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A system as a whole: what is bought, what if, availability, money, and refusals. */
class ChangedSystemTest {
    private static final Component API =
            Component.named("api").serviceTime(ms(4), count(2)).zones(3, 1).price(usd(0.5).per(HOUR));
    private static final Component CACHE = Component.named("cache").serviceTime(us(200), count(1));
    private static final Component STORE =
            Component.named("store").serviceTime(ms(2), count(3)).pricePerRequest(usd(0.3).per(million(1)));
    private static final Qps LOAD = assume("load", between(qps(1000), qps(4000)));

    private static Architecture shop(Qps load) {
        return Architecture.of(UseCase.read("read", load, load, API.calling(cacheAside(CACHE, percent(80), STORE))));
    }

    /** ⌈1,200 × 4 ms ÷ 2 ÷ 70 %⌉ = 4 in two of three zones are 6 in all; ⌈1,200 × 0.2 × 2 ms ÷ 3 ÷ 70 %⌉ = 1. */
    @Test
    void instances_asServersCountsThem() {
        Architecture shop = shop(qps(1200));
        assertThat(shop.load(API).instances()).isEqualTo(count(6));
        assertThat(shop.load(STORE).instances()).isEqualTo(count(1));
        assertNear(1200 * 0.004 / 2 / 6, shop.load(API).utilization().value());
        assertThat(shop.byHeadroom())
                .extracting(load -> load.component().name())
                .containsExactly("api", "cache", "store");
    }

    /** What was bought for the 90th percentile of the load stays when the load is three times as much. */
    @Test
    void provisioned_isFixed() {
        Architecture bought = shop(LOAD).provisioned(90);
        double p90 = LOAD.percentile(90).to(PER_SECOND);
        assertThat(bought.load(API).instances().to(ONES)).isEqualTo(Math.ceil(Math.ceil(p90 * 0.002 / 0.7) / 2) * 3);
        assertThat(bought.load(API).instances().isUncertain()).isFalse();
        assertThat(bought.load(API).instances().explain().toString())
                .contains("bought: enough in 90% of cases, where 9 (6 … 18) are needed for workers");
        assertThat(bought.times(ratio(3)).load(API).instances())
                .isEqualTo(bought.load(API).instances());
        assertNear(
                bought.load(API).utilization().value() * 3,
                bought.times(ratio(3)).load(API).utilization().value());
    }

    /** Without its cache the store gets five times as much. */
    @Test
    void without_andCold() {
        Architecture bought = shop(qps(3000)).provisioned(90);
        assertNear(600, bought.load(STORE).rate().to(PER_SECOND));
        assertNear(3000, bought.without(CACHE).load(STORE).rate().to(PER_SECOND));
        assertNear(2400, bought.withHits(CACHE, percent(20)).load(STORE).rate().to(PER_SECOND));
        assertNear(
                2 * 3000 / 3e3 / 1,
                bought.without(CACHE).load(STORE).utilization().value());
        assertThat(bought.without(CACHE).byHeadroom().get(0).component()).isEqualTo(STORE.instances(count(1)));
    }

    /** Each instance of an index is asked by every request, so that no number of them is enough. */
    @Test
    void provisioned_whereEachMustDoTooMuch() {
        Component index = Component.named("index").serviceTime(ms(20), count(2)).targetUtilization(percent(60));
        Qps searches = assume("searches", between(qps(30), qps(90)));
        Architecture system = Architecture.of(UseCase.read("search", qps(5), searches, every(index)));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> system.provisioned(90))
                .withMessage(
                        "no number of instances of index is enough in 90% of cases: what each of them must do alone"
                                + " is the target or more; shard it");
    }

    @Test
    void afterZoneLoss_aThirdIsGone() {
        Architecture bought = shop(qps(1200)).provisioned(90);
        assertThat(bought.afterZoneLoss().load(API).instances()).isEqualTo(count(4));
        assertThat(bought.afterZoneLoss().load(STORE).instances()).isEqualTo(count(1));
        assertThat(bought.afterZoneLoss().load(API).utilization())
                .isGreaterThan(bought.load(API).utilization());
    }

    /** 6 × $0.5 × 730 h, whether two or four of the six are lost, or all of one. */
    @Test
    void afterZoneLoss_isPaidForAllTheSame() {
        Architecture bought = shop(qps(1200)).provisioned(90);
        Architecture lost = bought.afterZoneLoss();
        assertNear(2190, lost.load(API).cost().times(MONTH).div(usd(1)).value());
        assertNear(
                2190,
                lost.afterZoneLoss().load(API).cost().times(MONTH).div(usd(1)).value());
        assertThat(lost.afterZoneLoss().load(API).instances()).isEqualTo(count(2));
        assertThat(lost.toString()).contains("/month, with the instances that are lost; $0.754/1M requests");
        assertThat(bought.toString()).doesNotContain("lost");
        Architecture single = bought.with(API.instances(count(1))).afterZoneLoss();
        assertNear(365, single.load(API).cost().times(MONTH).div(usd(1)).value());
        assertThat(single.served("read").value()).isZero();
    }

    @Test
    void with_anotherComponent() {
        Architecture faster = shop(qps(1200)).with(STORE.serviceTime(ms(1), count(3)));
        assertNear(1200 * 0.2 * 0.001 / 3, faster.load(STORE).utilization().value());
    }

    /** Uncertain load: overloaded where it is above the capacity of 6 × 2 ÷ 4 ms = 3,000 req/s. */
    @Test
    void overload_isAnAnswer() {
        Architecture fixed = shop(LOAD).with(API.instances(count(6))).with(STORE.instances(count(2)));
        double probability = probabilityThat(LOAD).isAtLeast(qps(3000)).share().value();
        assertThat(probabilityThat(fixed.headroom()).isAtMost(ratio(1)).share().value())
                .isCloseTo(probability, within(1e-4));
        assertThat(Simulation.of(fixed.mean("read"))
                        .summary(fixed.mean("read"))
                        .probabilityBeyond()
                        .value()
                        .value())
                .isCloseTo(probability, within(0.01));
        assertThat(fixed.latency("read").p50().toString()).contains("overloaded");
        assertNear(1, fixed.served("read").p5().value() * LOAD.p95().to(PER_SECOND) / 3000, 0.01);
    }

    @Test
    void overload_thatIsCertain() {
        Architecture full = shop(qps(3600)).with(API.instances(count(6)));
        assertNear(1.2, full.load(API).utilization().value());
        assertNear(1 / 1.2, full.served("read").value());
        assertNear(1 / 1.2, full.headroom().value());
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> full.latency("read"))
                .withMessage(
                        "waits at api would grow without end: 120% of the workers would be used at peak; take more instances");
        assertThat(full.toString()).contains("overloaded").contains("served at peak: read 83.3%");
        assertThat(full.late("read", ms(60)).value()).isOne();
    }

    /**
     * Of an M/M/1 line 60 % busy a visit takes longer than t with e^(−(μ−λ)t); an overloaded one answers nobody in
     * time.
     */
    @Test
    void late_sharesOfRequests() {
        Component one = Component.named("one").serviceTime(ms(10), count(1)).instances(count(1));
        Qps load = assume("calls", qps(60));
        Architecture system = Architecture.of(UseCase.read("read", load, load, one));
        assertNear(Math.exp(-40 * 0.05), system.late("read", ms(50)).value(), 1e-4);
        Qps ranged = assume("calls", between(qps(50), qps(125)));
        Architecture often = Architecture.of(UseCase.read("read", ranged, ranged, one));
        double full = probabilityThat(ranged).isAtLeast(qps(100)).share().value();
        assertThat(probabilityThat(often.late("read", ms(50)))
                        .isAtLeast(percent(99.9999))
                        .share()
                        .value())
                .isCloseTo(full, within(0.01));
        assertThat(often.toString()).contains("overloaded in 19.9% of cases").doesNotContain("Infinity");
    }

    @Test
    void screen_whatIsDownOrTooSmall() {
        Component store = STORE.instances(count(2));
        Architecture system = shop(qps(1200)).with(store).without(CACHE);
        assertThat(system.toString()).containsPattern("cache +– +down +– +– +– +–\n");
        Component small = store.needs("disk", gb(300), gb(200)).needs("disk", gb(500), gb(200));
        assertThat(system.with(small).toString()).contains("too small: store (disk) is 125% full whatever the traffic");
        assertThat(system.with(small).load(small).resources()).containsExactlyInAnyOrder("workers", "disk");
    }

    /** 6 × 2 ÷ 4 ms. */
    @Test
    void fits_asLimits() {
        Architecture fixed = shop(LOAD)
                .with(API.instances(count(6)))
                .with(CACHE.instances(count(8)))
                .with(STORE.instances(count(9)));
        assertThat(largest(LOAD).suchThat(fixed.fits()).value().orElseThrow().to(PER_SECOND))
                .isCloseTo(3000, within(1e-6));
        assertThat(shop(qps(3600)).with(API.instances(count(6))).fits()).hasToString("""
                api utilization ≤ 100%    120%  fails
                cache utilization ≤ 100%  36%   holds
                store utilization ≤ 100%  48%   holds""");
        // ln 1.5 ÷ ln 2 of the distance from the best guess to p95: Φ(0.962)
        assertThat(fixed.fits().toString())
                .containsPattern("api utilization ≤ 100% .* fails: kept in 83.2% of cases, 95% needed")
                .containsPattern("cache utilization ≤ 100% .* holds: kept in over 99.9999% of cases, 95% needed");
    }

    /**
     * The line in a unit test that fails the build; 3,600 × 4 ms for 6 × 2, and of the load up to 4,000 req/s 3,000 at
     * most.
     */
    @Test
    void fits_failTheBuild() {
        checkAll(shop(qps(2900)).with(API.instances(count(6))).fits());
        Architecture full = shop(qps(3600)).with(API.instances(count(6)));
        assertThat(full.fits().hold()).isFalse();
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> checkAll(full.fits()))
                .withMessageContaining("1 of 3 checks fails")
                .withMessageContaining("api utilization\n  expected at most  100%\n  but is            120%");
        Architecture ranged = shop(LOAD).with(API.instances(count(6))).provisioned(99);
        checkAll(ranged.fits().withConfidence(percent(70)));
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> checkAll(ranged.fits()))
                .withMessageContaining("1 of 3 checks fails")
                .withMessageContaining("with 95% confidence");
        assertThat(largest(LOAD)
                        .suchThat(ranged.fits().withConfidence(percent(90)))
                        .search()
                        .confidence())
                .contains(percent(90));
    }

    /** A disk whose demand counts free space is filled to 100 %, whatever the target of what else there is. */
    @Test
    void provisioned_saysHowFullItMayBe() {
        Storage left = Storage.builder()
                .kind(RecordKind.builder("trip")
                        .rate(assume("trips", between(qps(20), qps(70))))
                        .size(kb(9))
                        .build())
                .retention(days(400))
                .freeSpace(percent(25))
                .build();
        Component counted = Component.named("a").serviceTime(ms(3), count(2)).needs("disk", left.physical(), tb(2));
        Component constant = Component.named("b")
                .serviceTime(ms(2), count(2))
                .needs("disk", assume("data", between(tb(30), tb(90))), tb(5));
        Component busy = Component.named("c").serviceTime(ms(70), count(4)).needs("disk", gb(2), tb(6));
        Architecture bought = Architecture.of(
                        UseCase.read("read", qps(50), LOAD, Step.inSequence(counted, constant, busy)))
                .provisioned(90);
        assertThat(why(bought, counted)).contains("are needed for disk at 100%, free space counted already");
        assertThat(why(bought, constant)).contains("are needed for disk at 70%)");
        assertThat(why(bought, busy)).contains("are needed for workers at 70%)");
    }

    private static String why(Architecture bought, Component component) {
        return bought.load(component).instances().explain().toString();
    }

    /** 6 × $0.5 × 730 h, and 1,200 × 0.2 × 730 × 3,600 requests of $0.3 a million. */
    @Test
    void cost_ofInstancesAndRequests() {
        Architecture shop = shop(qps(1200));
        double expected = 6 * 0.5 * 730 + 1200 * 0.2 * 730 * 3600 * 0.3e-6;
        assertNear(expected, shop.cost().times(MONTH).div(usd(1)).value(), expected * 1e-12);
        assertThat(shop.load(API).cost().times(MONTH)).isEqualTo(usd(2190));
        assertThat(shop.load(CACHE).hasCost()).isFalse();
        assertNear(
                expected / (1200 * 730 * 3600.0),
                shop.costPerRequest().times(count(1)).div(usd(1)).value());
    }

    /**
     * Of the 5 kB of a request between two components in several zones two thirds go to another of three; the rest is
     * not between such.
     */
    @Test
    void cost_ofBytesAcrossZones() {
        Component front = Component.named("front").serviceTime(ms(2), count(4)).zones(2, 1);
        Component back = Component.named("back").serviceTime(ms(3), count(4)).zones(3, 1);
        Component other = Component.named("other").serviceTime(ms(3), count(4));
        Step step = front.receiving(kb(70)).calling(back.sending(kb(1)).receiving(kb(4)), other.receiving(kb(9)));
        Architecture system = Architecture.of(UseCase.read("read", qps(120), qps(300), step))
                .pricePerByteAcrossZones(usd(0.02).per(gb(1)));
        double expected = 120 * 5e3 * (2 / 3.0) * MONTH.to(SECONDS) / 1e9 * 0.02;
        assertNear(expected, system.cost().times(MONTH).div(usd(1)).value(), expected * 1e-9);
        assertThat(system.load(other).hasCost()).isFalse();
    }

    /**
     * Four shards of three: 400 × 5 ms are 2 busy workers, 0.8 in the hottest, so one of three is enough for whoever
     * needs a shard; who asks all needs that four times.
     */
    @Test
    void availability_ofShards() {
        Component store = Component.named("store")
                .serviceTime(ms(5), count(1))
                .shards(count(4), percent(40))
                .instances(count(12))
                .upPerInstance(percentUp(99));
        Architecture one = Architecture.of(UseCase.read("get", qps(300), qps(400), store));
        assertNear(1e-6, one.availability("get").unavailability().value(), 1e-12);
        Architecture all = Architecture.of(UseCase.read("scan", qps(30), qps(40), every(store)));
        assertNear(
                -Math.expm1(4 * Math.log1p(-1e-6)),
                all.availability("scan").unavailability().value(),
                1e-12);
    }

    @Test
    void cost_ofBytesAndOthers() {
        Component cdn = Component.named("cdn")
                .pricePerByte(usd(0.02).per(gb(1)))
                .charge("licence", usd(100).per(MONTH))
                .logs("logs", bytes(400), days(30));
        Architecture system = Architecture.of(UseCase.read("get", qps(50), qps(70), cdn.receiving(kb(60))));
        assertNear(
                100 + 50 * 60e3 * 730 * 3600 * 0.02e-9,
                system.cost().times(MONTH).div(usd(1)).value(),
                1e-9);
        assertNear(50 * 400 * 30 * 86_400.0, system.load(cdn).stored("logs").to(B));
    }

    /**
     * Against a program that goes through all states of zones, instances and services, which shares no code: read
     * 95.863851244 %, write 91.727876760 %.
     */
    @Test
    void availability_enumerated() {
        Component dns = Component.named("dns").up(percentUp(99));
        Component lb = redundant("lb", 1, 3, 95).zones(3, 1).dependsOn(dns);
        Component api = redundant("api", 5, 6, 93).zones(3, 1).dependsOn(dns);
        Component cache = Component.named("cache")
                .serviceTime(us(100), count(1))
                .instances(count(3))
                .zones(3, 1)
                .upPerInstance(percentUp(90));
        Component db = redundant("db", 1, 2, 92);
        Component cdn = Component.named("cdn").up(percentUp(98));
        Component pay = Component.named("pay").up(percentUp(97));
        Component other = Component.named("other").up(percentUp(90));
        // reads and writes need what 1,500 and 200 req/s take: 1 of 3 lb, 4 of 6 api, 1 of 3 cache, 1 of 2 db, also
        // without the cache
        Architecture system = Architecture.of(
                        UseCase.read(
                                "read",
                                qps(1500),
                                qps(1500),
                                readThrough(
                                        cdn, percent(60), lb.calling(api.calling(cacheAside(cache, percent(80), db))))),
                        UseCase.write(
                                "write",
                                qps(200),
                                qps(200),
                                lb.calling(api.calling(sometimes(percent(70), anyOf(pay, other)), db, async(cache)))))
                .zones(percentUp(96));
        assertThat(100 * system.availability("read").value()).isCloseTo(95.863851244, within(1e-8));
        assertThat(100 * system.availability("write").value()).isCloseTo(91.727876760, within(1e-8));
        assertThat(system.chain("read").singlePointsOfFailure()).containsExactlyInAnyOrder("cdn", "dns", "zone a");
        assertThat(system.chain("write").singlePointsOfFailure()).containsExactlyInAnyOrder("dns", "zone a");
    }

    private static Component redundant(String name, double ms, int instances, double up) {
        return Component.named(name)
                .serviceTime(ms(ms), count(1))
                .instances(count(instances))
                .upPerInstance(percentUp(up));
    }

    /**
     * ⌈7,500 × 4 ms ÷ 2 ÷ 70 %⌉ = 22 in two of three zones are 33, where 9 were enough for 1,500 req/s; ⌈1,500 × 2 ms ÷
     * 3 ÷ 70 %⌉ = 2.
     */
    @Test
    void provisioned_again_isBoughtAnew() {
        Architecture bought = shop(qps(1500)).provisioned(90).times(ratio(5));
        Architecture again = bought.provisioned(90);
        assertThat(bought.load(API).instances()).isEqualTo(count(9));
        assertThat(again.load(API).instances()).isEqualTo(count(33));
        assertThat(again.load(STORE).instances()).isEqualTo(count(2));
        assertNear(
                33 * 365 / 1e3,
                again.load(API).cost().times(MONTH).div(usd(1000)).value());
        assertThat(again.times(ratio(2)).load(API).instances()).isEqualTo(count(33));
        assertThat(again.with(API.serviceTime(ms(9), count(2))).load(API).instances())
                .isEqualTo(count(33));
        assertThat(again.with(API.serviceTime(ms(8), count(2)))
                        .provisioned(90)
                        .load(API)
                        .instances())
                .isEqualTo(count(66));
    }

    @Test
    void provisioned_againWithOtherConfidence() {
        Architecture needed = shop(LOAD);
        Architecture once = needed.provisioned(97);
        assertThat(once.provisioned(60).load(API).instances())
                .isEqualTo(needed.provisioned(60).load(API).instances())
                .isLessThan(once.load(API).instances());
    }

    /** Whether it is stated before or after the first purchase. */
    @Test
    void provisioned_again_leavesWhatWasStated() {
        Architecture before = shop(qps(1500)).with(STORE.instances(count(7))).provisioned(90);
        Architecture after = shop(qps(1500)).provisioned(90).with(STORE.instances(count(7)));
        for (Architecture bought : List.of(before, after)) {
            Architecture again = bought.times(ratio(5)).provisioned(90);
            assertThat(again.load(STORE).instances()).isEqualTo(count(7));
            assertThat(again.load(API).instances()).isEqualTo(count(33));
        }
    }

    /**
     * Of 9 in three zones 3 are lost and paid for; ⌈7,500 × 4 ms ÷ 2 ÷ 70 %⌉ = 22 in the two that are left, none of
     * which may fail any more: 25 × $0.5 × 730 h.
     */
    @Test
    void provisioned_again_afterZoneLoss() {
        Architecture lost =
                shop(qps(1500)).provisioned(90).afterZoneLoss().times(ratio(5)).provisioned(90);
        assertThat(lost.load(API).instances()).isEqualTo(count(22));
        assertNear(
                25 * 365 / 1e3,
                lost.load(API).cost().times(MONTH).div(usd(1000)).value());
    }

    /** What was stated is not bought anew, and is not said to be. */
    @Test
    void provisioned_leavesWhatWasStated() {
        Architecture bought = shop(LOAD).with(STORE.instances(count(2))).provisioned(90);
        assertThat(bought.load(STORE).instances()).isEqualTo(count(2));
        assertThat(bought.load(STORE).instances().explain().toString()).doesNotContain("bought");
        assertThat(bought.load(API).instances().explain().toString()).contains("bought: enough in 90% of cases");
    }

    /**
     * Three of six instances in three zones are needed: any zone may fail; of five needed none may, and one lost leaves
     * two of two.
     */
    @Test
    void availability_zonesThatMayFail() {
        double zone = 0.999;
        Component api = redundant("api", 1, 6, 100).zones(3, 1);
        assertThat(zones(api, 2900, zone)).isCloseTo(zone * zone * (3 - 2 * zone), within(1e-12));
        assertThat(zones(api, 4900, zone)).isCloseTo(zone * zone * zone, within(1e-12));
        Architecture left = single(api, 2900, zone).afterZoneLoss();
        assertThat(left.availability("read").value()).isCloseTo(zone * zone, within(1e-12));
    }

    /**
     * Two of three are needed, each up 99 % in zones that are up 99 %, one in each: all zones and two of three, or two
     * zones and both. It was 99.94 % when an instance that is down beside a zone that is down was not counted.
     */
    @Test
    void availability_ofFewInZones() {
        Component api = redundant("api", 1, 3, 99).zones(3, 1);
        double zone = 0.99;
        double two = 0.99 * 0.99;
        double all = zone * zone * zone * two * (3 - 2 * 0.99) + 3 * zone * zone * 0.01 * two;
        assertThat(zones(api, 1900, zone)).isCloseTo(all, within(1e-13)).isCloseTo(0.99883, within(5e-6));
        assertThat(single(api, 1900, zone).chain("read").minimalCuts(2))
                .extracting(CallChain.Cut::services)
                .contains(List.of("zone a", "api"), List.of("api"));
    }

    /** 300,000 states of 44 instances and three zones, drawn; the tolerance is four standard errors. */
    @Test
    void availability_ofManyInZones_drawn() {
        Component front = redundant("front", 1, 10, 85).zones(3, 1);
        Component api = redundant("api", 2, 23, 90).zones(3, 1);
        Component store = redundant("store", 1, 11, 93).zones(2, 1);
        Architecture system = Architecture.of(UseCase.read("read", qps(5900), qps(5900), front.calling(api, store)))
                .zones(percentUp(95));
        Random random = new Random(20);
        int draws = 300_000;
        int up = 0;
        for (int i = 0; i < draws; i++) {
            boolean[] zones = {random.nextDouble() < 0.95, random.nextDouble() < 0.95, random.nextDouble() < 0.95};
            boolean isUp = isUp(random, zones, 10, 6, 0.85);
            isUp &= isUp(random, zones, 23, 12, 0.90);
            isUp &= isUp(random, new boolean[] {zones[0], zones[1]}, 11, 6, 0.93);
            up += isUp ? 1 : 0;
        }
        double drawn = (double) up / draws;
        double error = Math.sqrt(drawn * (1 - drawn) / draws);
        assertThat(system.availability("read").value()).isCloseTo(drawn, within(4 * error));
    }

    /** Whether enough are up and no more than one zone is down. */
    private static boolean isUp(Random random, boolean[] zones, int instances, int needed, double each) {
        int up = 0;
        for (int i = 0; i < instances; i++) {
            up += random.nextDouble() < each && zones[i % zones.length] ? 1 : 0;
        }
        int down = 0;
        for (boolean zone : zones) {
            down += zone ? 0 : 1;
        }
        return up >= needed && down <= 1;
    }

    private static double zones(Component component, double rate, double zone) {
        return single(component, rate, zone).availability("read").value();
    }

    private static Architecture single(Component component, double rate, double zone) {
        return Architecture.of(UseCase.read("read", qps(rate), qps(rate), component))
                .zones(percentUp(100 * zone));
    }

    @Test
    void explain_namesComponents() {
        assertThat(shop(qps(1200)).load(STORE).utilization().explain().toString())
                .contains("store busy workers", "cache misses", "store workers", "store utilization");
    }

    @Test
    void refused() {
        assertRefused(
                "calls go round in a circle: api → cache → api, in loop: leave out one of them",
                () -> Architecture.of(UseCase.read("loop", qps(1), qps(1), API.calling(CACHE.calling(API)))));
        assertRefused(
                "'api' must be one component but two different ones have that name: give them different names",
                () -> Architecture.of(UseCase.read(
                        "read",
                        qps(1),
                        qps(1),
                        API.calling(API.instances(count(3)).calling(STORE)))));
        assertRefused("useCases must be at least one but was none", Architecture::of);
        assertRefused("useCases must be of different names but was [a, a]", () -> {
            UseCase a = UseCase.read("a", qps(1), qps(1), API);
            Architecture.of(a, a);
        });
        assertRefused(
                "peak of read must be at least read rate, which is 5 req/s, but was 4 req/s",
                () -> UseCase.read("read", qps(5), qps(4), API));
        assertRefused(
                "component must be one of [api, cache, store] but was 'queue'",
                () -> shop(qps(10)).load(Component.named("queue")));
        assertRefused(
                "useCase must be one of [read] but was 'write'",
                () -> shop(qps(10)).latency("write"));
        assertRefused(
                "resource must be one of 'workers' but was 'disk'",
                () -> shop(qps(10)).load(API).utilization("disk"));
        assertRefused(
                "useCase must need a component whose availability is stated but 'read' does not:"
                        + " say up(...) or upPerInstance(...)",
                () -> shop(qps(10)).availability("read"));
    }

    /** What was not said is no answer, and whether it was said can be asked. */
    @Test
    void refused_whatWasNotSaid() {
        Component plain = Component.named("plain");
        Component login = Component.named("login").up(percentUp(99.5)).charge("licence", usd(7).per(MONTH));
        Load one = Architecture.of(UseCase.read("read", qps(9), qps(9), plain)).load(plain);
        assertThat(one.hasLatency() || one.hasAvailability() || one.hasCost()).isFalse();
        assertRefused("plain must take time: say serviceTime(...), latency(...) or roundTrip(...)", one::latency);
        assertRefused("plain must take time: say serviceTime(...), latency(...) or roundTrip(...)", one::meanLatency);
        assertRefused("plain must have an availability: say up(...) or upPerInstance(...)", one::availability);
        assertRefused("plain must have a price: say price(...), pricePerRequest(...) or charge(...)", one::cost);
        Component behind = plain.dependsOn(login);
        Architecture system = Architecture.of(UseCase.read("read", qps(9), qps(9), behind.calling(login)));
        assertThat(system.load(behind).hasAvailability()).isTrue();
        assertNear(0.005, system.load(behind).availability().unavailability().value());
        assertThat(system.load(login).hasCost() && system.hasCost()).isTrue();
        assertNear(7, system.load(login).cost().times(MONTH).div(usd(1)).value());
    }

    private static void assertRefused(String message, ThrowingCallable call) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }

    @Test
    void latency_ofASystemIsInMilliseconds() {
        assertThat(shop(qps(1200)).mean("read").to(MILLISECONDS)).isBetween(4.6, 6.0);
    }

    /** 9 were bought; a slower one of them is asked of those, one with instances of its own is as it says. */
    @Test
    void with_keepsWhatWasBought() {
        Component api = Component.named("api").serviceTime(ms(6), count(8)).targetUtilization(percent(50));
        Architecture bought =
                Architecture.of(UseCase.read("read", qps(6000), qps(6000), api)).provisioned(90);
        assertThat(bought.load(api).instances()).isEqualTo(count(9));
        Architecture slower = bought.with(api.serviceTime(ms(9), count(8)));
        assertThat(slower.load(api).instances()).isEqualTo(count(9));
        assertThat(slower.load(api).utilization().value()).isCloseTo(6000 * 0.009 / 72, within(1e-12));
        assertThat(bought.with(api.instances(count(4))).load(api).instances()).isEqualTo(count(4));
    }

    /** The label and the range are of one resource. */
    @Test
    void toString_rangeOfTheFullestResource() {
        Component index = Component.named("index")
                .serviceTime(between(ms(1), ms(4)), count(4))
                .needs("memory", gb(60), gb(26))
                .instances(count(9));
        Architecture system = Architecture.of(UseCase.read("look", qps(4300), qps(4300), index));
        assertThat(system.toString()).contains("memory 26%, workers 24% (12 … 48)  ");
        assertThat(system.toString()).doesNotContain("memory 26% (");
    }

    /**
     * 90 requests a second of 700 tokens each, on GPUs that make 2,500 tokens a second: 25.2, at 70 % 36, and 72 for
     * twice the traffic if it is said what a request takes; a stated need stays.
     */
    @Test
    void needs_whateverTheTraffic() {
        Qps perGpu = count(2500, "tokens").per(SECOND);
        Component stated =
                Component.named("gpu").needs("tokens", count(63_000, "tokens").per(SECOND), perGpu);
        Component perRequest =
                Component.named("gpu").requestsPerInstance(perGpu.div(count(700).toRatio()));
        assertThat(gpus(stated, 1)).isEqualTo(count(36));
        assertThat(gpus(stated, 2)).isEqualTo(count(36));
        assertThat(gpus(perRequest, 1)).isEqualTo(count(36));
        assertThat(gpus(perRequest, 2)).isEqualTo(count(72));
    }

    private static Count gpus(Component gpu, int times) {
        Architecture system = Architecture.of(UseCase.read("ask", qps(90), qps(90), gpu));
        return system.times(ratio(times)).load(gpu).instances();
    }

    /** It was 'where 1 are needed'. */
    @Test
    void provisioned_ofOneThatIsNeeded() {
        Component web = Component.named("web").serviceTime(ms(2), count(8));
        var peak = between(qps(20), qps(40));
        Architecture system = Architecture.of(UseCase.read("read", qps(10), peak, web));
        assertThat(system.provisioned(90).load(web).instances().explain().toString())
                .contains("where 1 is needed");
    }

    /** The ranges are there, and cannot be stated again; of what nobody bought they are what is missing. */
    @Test
    void drivers_ofWhatWasBought() {
        Qps rate = assume("rate", between(qps(50), qps(300)));
        Component llm = Component.named("llm").serviceTime(ms(60), count(1)).price(usd(2).per(HOUR));
        Architecture system = Architecture.of(UseCase.read("ask", rate, rate, llm));
        Architecture bought = system.provisioned(90);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> drivers(bought.load(llm).instances()))
                .withMessageEndingWith(
                        " depends on no range, as llm instances were bought: ask before provisioned(...)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> drivers(bought.cost()))
                .withMessageContaining(", as llm instances were bought");
        assertThat(drivers(system.load(llm).instances()).drivers()).hasSize(1);
    }
}
