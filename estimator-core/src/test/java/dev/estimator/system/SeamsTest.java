package dev.estimator.system;

import static dev.estimator.Near.assertNear;
import static dev.estimator.latency.Latencies.latency;
import static dev.estimator.quantity.Quantities.MONTH;
import static dev.estimator.quantity.Quantities.SECOND;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.mbPerSecond;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.usd;
import static dev.estimator.quantity.Units.MILLISECONDS;
import static dev.estimator.quantity.Units.SECONDS;
import static dev.estimator.system.Step.async;
import static dev.estimator.system.Step.every;
import static dev.estimator.system.Step.fanOut;
import static dev.estimator.system.Step.inSequence;
import static dev.estimator.system.Step.tied;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.estimator.latency.Latency;
import dev.estimator.quantity.Count;
import dev.estimator.queueing.ErlangC;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where two things meet that are said of components and steps: each right by itself, and right together. */
class SeamsTest {
    private static Architecture reading(double rate, Step step) {
        return Architecture.of(UseCase.read("read", qps(rate), qps(rate), step));
    }

    /** 120 a second for what carries 100: threads of the caller wait without an end, and five in six are served. */
    @Test
    void threadsThatWaitForWhatIsOverloaded() {
        Component store = Component.named("store").serviceTime(ms(10), count(1)).instances(count(1));
        Component api = Component.named("api")
                .serviceTime(ms(1), count(8))
                .threads(count(50))
                .instances(count(2));
        Architecture system = reading(120, api.calling(store));
        assertNear(1 / 1.2, system.served("read").value());
        assertNear(1 / 1.2, system.headroom().value());
        assertNear(1, system.late("read", ms(500)).value());
        assertNear(120 * 0.001 / 8 / 2, system.load(api).utilization("workers").value());
        assertThat(system.byHeadroom())
                .extracting(load -> load.component().name())
                .containsExactly("store", "api");
        assertThat(system.toString()).contains("overloaded", "served at peak: read 83.3%");
        assertThat(SystemScenarios.of(reading(60, api.calling(store)))
                        .with("double", half -> half.times(ratio(2)))
                        .toString())
                .contains("store (workers)  ×0.83", "83.3%");
        Component counted = Component.named("api").serviceTime(ms(1), count(8)).threads(count(50));
        assertThat(reading(120, counted.calling(store)).toString())
                .contains("no number of instances of api is enough: the threads wait without an end");
    }

    /** A visit takes its own time, whatever others take that come to the same line. */
    @Test
    void kindsOfVisits_takeTheirOwnTime() {
        Component store = Component.named("store").serviceTime(ms(1), count(8)).instances(count(1));
        Architecture system = Architecture.of(
                UseCase.read("read", qps(900), qps(900), store),
                UseCase.write("write", qps(100), qps(100), store.taking(ms(11))));
        double read = system.mean("read").to(MILLISECONDS);
        double write = system.mean("write").to(MILLISECONDS);
        assertThat(write - read).isCloseTo(10, within(1e-9));
        assertThat(system.latency("read").mean().to(MILLISECONDS)).isCloseTo(read, within(2e-2));
        assertThat(system.latency("write").mean().to(MILLISECONDS)).isCloseTo(write, within(2e-2));
    }

    /**
     * Of 450 visits 340 take 0.35 ms and 110 take 1 ms, each exponential, on so many workers that nobody waits. The
     * 99th percentile is that of the mixture, found by halving; with one exponential time it would be 1.61 ms, or 2.34
     * ms of the mean.
     */
    @Test
    void latency_ofTwoServiceTimes() {
        Component geo = Component.named("geo").serviceTime(ms(0.35), count(60)).instances(count(9));
        Architecture system = Architecture.of(
                UseCase.write("position", qps(340), qps(340), geo),
                UseCase.read("ride", qps(110), qps(110), geo.taking(ms(1))));
        double low = 0;
        double high = 0.1;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            double slower = 340.0 / 450 * Math.exp(-middle / 0.35e-3) + 110.0 / 450 * Math.exp(-middle / 1e-3);
            low = slower > 0.01 ? middle : low;
            high = slower > 0.01 ? high : middle;
        }
        assertThat(system.load(geo).latency().p99().to(SECONDS)).isCloseTo(low, within(1e-4 * low));
        assertThat(system.load(geo).meanLatency().to(SECONDS))
                .isCloseTo((340 * 0.35e-3 + 110 * 1e-3) / 450, within(1e-9));
    }

    /** Two assumptions of one value are two: a what-if of one of them is what it is if they differ. */
    @Test
    void latency_ofTwoEqualAssumptions() {
        Component store = Component.named("store").serviceTime(ms(1), count(60)).instances(count(9));
        assertThat(p99OfSlowWrites(store, 2)).isCloseTo(p99OfSlowWrites(store, 2.001), within(1e-3));
        double low = 0;
        double high = 1;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            double slower = 340.0 / 450 * Math.exp(-middle / 2e-3) + 110.0 / 450 * Math.exp(-middle / 20e-3);
            low = slower > 0.01 ? middle : low;
            high = slower > 0.01 ? high : middle;
        }
        assertThat(p99OfSlowWrites(store, 2)).isCloseTo(1000 * low, within(0.1 * low));
    }

    private static double p99OfSlowWrites(Component store, double writeMs) {
        Architecture system = Architecture.of(
                UseCase.read("read", qps(340), qps(340), store.taking(assume("read time", ms(2)))),
                UseCase.write("write", qps(110), qps(110), store.taking(assume("write time", ms(writeMs)))));
        return system.load(store).latency().p99().given("write time", ms(20)).to(MILLISECONDS);
    }

    /** Each of 5 does all 60, and takes 8 ms; in one line they are 5 × 60 for 5 × 2 workers. */
    @Test
    void everyInstance_takingAnotherTime() {
        Component store = Component.named("store").serviceTime(ms(2), count(2)).instances(count(5));
        Architecture each = reading(60, async(every(store.taking(ms(8)))));
        assertNear(60 * 0.008 / 2, each.load(store).utilization().value());
        double wait = ErlangC.of(qps(60), ms(8), count(2)).meanWait().to(MILLISECONDS);
        assertThat(each.load(store).meanLatency().to(MILLISECONDS)).isCloseTo(8 + wait, within(1e-9));
        Component line = store.oneLine();
        double common = ErlangC.of(qps(300), ms(8), count(10)).meanWait().to(MILLISECONDS);
        assertThat(reading(60, async(every(line.taking(ms(8)))))
                        .load(line)
                        .meanLatency()
                        .to(MILLISECONDS))
                .isCloseTo(8 + common, within(1e-9));
    }

    /** A visit of every instance holds a thread of each: 400 × 10 ms, and a fifth of 100 × 10 ms. */
    @Test
    void everyInstance_threads() {
        Component replica = Component.named("replica")
                .latency(latency(ms(10)))
                .threads(count(50))
                .instances(count(5));
        Architecture system = Architecture.of(
                UseCase.read("read", qps(100), qps(100), replica),
                UseCase.write("write", qps(400), qps(400), async(every(replica))));
        assertNear((4 + 0.2) / 50, system.load(replica).utilization("threads").value());
        assertThat(reading(400, every(replica)).load(replica).meanLatency().to(MILLISECONDS))
                .isCloseTo(10, within(1e-6));
    }

    @Test
    void everyInstance_down() {
        Component api = Component.named("api").latency(latency(ms(7)));
        Component shards =
                Component.named("shards").serviceTime(ms(20), count(2)).shards(count(4), percent(25));
        Architecture system = reading(30, inSequence(api, every(shards))).without(shards);
        assertNear(7, system.mean("read").to(MILLISECONDS));
    }

    /**
     * 4 shards of 3: who asks all asks each once, so that each of 12 gets a third of 30; 40 % of 400 go to the hottest
     * 3.
     */
    @Test
    void shards_thatAreAllAsked() {
        Component store = Component.named("store")
                .serviceTime(ms(5), count(2))
                .requestsPerInstance(qps(200))
                .bandwidth(mbPerSecond(10))
                .shards(count(4), percent(40))
                .instances(count(12));
        Architecture system = Architecture.of(
                UseCase.read("get", qps(400), qps(400), store.receiving(kb(60))),
                UseCase.read("scan", qps(30), qps(30), every(store.receiving(kb(90)))));
        double hottest = 400 * 0.4 / 3 + 30 / 3.0;
        assertNear(hottest / 200, system.load(store).utilization("requests").value());
        assertNear(
                hottest * 0.005 / 2, system.load(store).utilization("workers").value());
        assertNear(
                (400 * 0.4 / 3 * 0.06 + 10 * 0.09) / 10,
                system.load(store).utilization("network").value());
        double wait = 0.4 * wait(hottest) + 0.6 * wait(400 * 0.2 / 3 + 10);
        assertThat(system.load(store).meanLatency().to(MILLISECONDS)).isCloseTo(5 + wait, within(1e-9));
    }

    private static double wait(double rate) {
        return ErlangC.of(qps(rate), ms(5), count(2)).meanWait().to(MILLISECONDS);
    }

    /**
     * Half of 900 × 4 ms ÷ 2 workers ÷ 70 % is 1.3 for the hottest of four shards, so 2 there and for each; in three
     * zones of which one may fail they are 3. Fewer than shards are refused.
     */
    @Test
    void shards_eachWithItsInstances() {
        Component store = Component.named("store").serviceTime(ms(4), count(2)).shards(count(4), percent(50));
        assertThat(reading(900, store).load(store).instances()).isEqualTo(count(8));
        Component zones = store.zones(3, 1).upPerInstance(percentUp(99));
        Architecture system = reading(900, zones);
        assertThat(system.load(zones).instances()).isEqualTo(count(12));
        assertNear(900 * 0.5 * 0.004 / 2 / 3, system.load(zones).utilization().value());
        assertNear(1e-6, system.availability("read").unavailability().value(), 1e-9); // one of three carries 90 %
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        reading(900, store.instances(count(3))).load(store).instances())
                .withMessage("instances of store must be at least store shards, which is 4, but was 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> reading(900, store).withHits(store, percent(20)))
                .withMessage(
                        "cache must be a cache of the system, which has none, but was 'store': a use case looks into one"
                                + " by cacheAside(cache, hits, store) or readThrough(...)");
    }

    /** The faster of two exponentials of 10 ms takes 5 ms; what it calls is called once. */
    @Test
    void tied_callsOnce() {
        Component outside = Component.named("outside").latency(Latency.exponential(ms(10)));
        Component store = Component.named("store").latency(Latency.exponential(ms(30)));
        assertThat(reading(10, tied(outside.calling(store))).mean("read").to(MILLISECONDS))
                .isCloseTo(35, within(1e-2));
    }

    /** What is full whatever the traffic makes no line and refuses nobody; it is said. */
    @Test
    void needs_thatAreTooSmall() {
        Component store = Component.named("store")
                .serviceTime(ms(5), count(2))
                .needs("disk", gb(500), gb(400))
                .instances(count(1));
        Architecture system = reading(80, store);
        assertNear(1, system.served("read").value());
        assertNear(80 * 0.005 / 2, 1 / system.headroom().value());
        assertNear(
                ErlangC.of(qps(80), ms(5), count(2)).meanLatency().to(MILLISECONDS),
                system.mean("read").to(MILLISECONDS));
        assertThat(system.toString()).contains("too small: store (disk) is 125% full whatever the traffic");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.needs("threads", count(500), count(100)))
                .withMessageContaining("resource must be another than those that more traffic fills");
    }

    /** Of three zones and two that are among them a third of the calls stay in their zone, whoever calls. */
    @Test
    void zones_ofWhichOneHasMore() {
        for (Map.Entry<Integer, Integer> zones : Map.of(3, 2, 2, 3).entrySet()) {
            Component front = Component.named("front").zones(zones.getKey(), 1);
            Component back = Component.named("back").zones(zones.getValue(), 1);
            Architecture system = reading(50, front.calling(back.receiving(kb(6))))
                    .pricePerByteAcrossZones(usd(0.02).per(gb(1)));
            double expected = 50 * 6e-6 * MONTH.to(SECONDS) * 0.02 * 2 / 3;
            assertNear(expected, system.cost().times(MONTH).div(usd(1)).value(), 1e-9);
        }
    }

    /** What nothing counts stays where a zone is lost, and of one instance in three zones nothing may be left. */
    @Test
    void zoneLoss_ofOneInstance() {
        Component cdn = Component.named("cdn")
                .latency(latency(ms(9)))
                .up(percentUp(99.9))
                .zones(3, 1);
        Component single = Component.named("single")
                .serviceTime(ms(4), count(2))
                .instances(count(1))
                .zones(3, 1);
        Architecture lost = reading(20, cdn.calling(single)).afterZoneLoss();
        assertNear(9, lost.mean("read").to(MILLISECONDS));
        assertThat(lost.toString()).containsPattern("single +– +down");
    }

    @Test
    void fanOuts_insideEachOther() {
        Component store = Component.named("store").latency(latency(ms(2)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> reading(1, fanOut(200, fanOut(200, store))))
                .withMessage("fan-outs inside each other must be at most 10000 together but was 200 × 200");
    }

    /** It was '52 photos'. */
    @Test
    void needs_areCountedInWhatAnInstanceHas() {
        Count busy = count(100, "photos").per(SECOND).times(ms(520));
        Component resizer = Component.named("resizer").needs("cores", busy, count(8, "cores"));
        assertThat(reading(100, resizer).load(resizer).instances().explain().toString())
                .contains("resizer cores              = 52 cores");
    }
}
