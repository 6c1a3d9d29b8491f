package dev.estimator.system;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.mbPerSecond;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Units.MB_PER_SECOND;
import static dev.estimator.quantity.Units.MILLISECONDS;
import static dev.estimator.quantity.Units.PER_SECOND;
import static dev.estimator.quantity.Units.SECONDS;
import static dev.estimator.system.Step.async;
import static dev.estimator.system.Step.atOnce;
import static dev.estimator.system.Step.every;
import static dev.estimator.system.Step.fanOut;
import static dev.estimator.system.Step.inSequence;
import static dev.estimator.system.Step.retried;
import static dev.estimator.system.Step.sometimes;
import static dev.estimator.system.Step.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.estimator.latency.Latency;
import dev.estimator.model.Traffic;
import dev.estimator.quantity.Qps;
import dev.estimator.queueing.ErlangC;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Networks whose answers are known from books. */
class NetworkTest {
    private static Component station(String name, double serviceMs, int workers, int instances) {
        return Component.named(name).serviceTime(ms(serviceMs), count(workers)).instances(count(instances));
    }

    private static Architecture of(double rate, Step step) {
        return Architecture.of(UseCase.read("read", qps(rate), qps(rate), step));
    }

    /**
     * Three stations (Jackson 1957), by hand: {@code 1 ÷ (1000 − 500) + 0.6 ÷ (500 − 300) + 0.25 × (M/M/2 of 10 ms at
     * 62.5 %)}.
     */
    @Test
    void jackson_threeStations() {
        Component a = station("a", 1, 1, 1);
        Component b = station("b", 2, 1, 1);
        Component c = station("c", 10, 2, 1);
        Architecture network = of(500, a.calling(sometimes(percent(60), b), sometimes(percent(25), c)));
        assertThat(network.mean("read").to(MILLISECONDS)).isCloseTo(9.102564103, within(5e-10));
        assertNear(0.5, network.load(a).utilization().value());
        assertNear(0.6, network.load(b).utilization().value());
        assertNear(0.625, network.load(c).utilization().value());
    }

    /**
     * Two classes at two stations, first come first served: E. D. Lazowska and others, Quantitative System Performance,
     * 1984, p. 138.
     */
    @Test
    void lazowska_twoClasses() {
        Component cpu = station("cpu", 1, 1, 1);
        Component disk = station("disk", 1, 1, 1);
        Architecture system = Architecture.of(
                UseCase.read(
                        "A",
                        qps(3 / 19.0),
                        qps(3 / 19.0),
                        inSequence(times(10, cpu.taking(seconds(0.1))), times(9, disk.taking(seconds(1 / 3.0))))),
                UseCase.read(
                        "B",
                        qps(2 / 19.0),
                        qps(2 / 19.0),
                        inSequence(times(5, cpu.taking(seconds(0.4))), times(4, disk.taking(seconds(1))))));
        assertThat(100 * system.load(cpu).utilization().value()).isCloseTo(36.842, within(5e-4));
        assertThat(100 * system.load(disk).utilization().value()).isCloseTo(89.474, within(5e-4));
        assertThat(system.mean("A").to(SECONDS)).isCloseTo(55.083333, within(5e-7));
        assertThat(system.mean("B").to(SECONDS)).isCloseTo(28.791667, within(5e-7));
    }

    /**
     * Independence of two lines that are asked at once gives 50.00 ms; Flatto and Hahn 1984 have 47.083 ms, (12 − ρ) ÷
     * 8 of one line.
     */
    @Test
    void atOnce_asIfIndependent() {
        Architecture pair = of(70, atOnce(station("left", 10, 1, 1), station("right", 10, 1, 1)));
        assertThat(pair.mean("read").to(MILLISECONDS)).isCloseTo(50.00, within(5e-3));
    }

    /**
     * Eight calls at once into a pool of eight workers, 70 % busy. A simulation of events says mean 39.205 ms, p99
     * 103.70 ms; taken one by one they would seem to take 28.9 and 68.6.
     */
    @Test
    void fanOut_intoOnePool() {
        Component pool = station("pool", 10, 8, 1);
        Architecture system = of(70, fanOut(8, pool));
        assertNear(0.7, system.load(pool).utilization().value());
        assertThat(system.mean("read").to(MILLISECONDS)).isCloseTo(39.205, withinPercentage(0.5));
        assertThat(system.latency("read").p99().to(MILLISECONDS)).isCloseTo(103.70, withinPercentage(4));
    }

    /** One component alone is an M/M/c queue for each instance. */
    @Test
    void oneComponent_isErlangC() {
        Component api = station("api", 6, 8, 3);
        Architecture alone = of(2900, api);
        ErlangC each = ErlangC.of(qps(2900 / 3.0), ms(6), count(8));
        assertNear(each.meanLatency().to(SECONDS), alone.mean("read").to(SECONDS));
        assertThat(alone.latency("read").p99().to(SECONDS))
                .isCloseTo(each.latencyPercentile(99).to(SECONDS), within(1e-5));
    }

    /** One line before 3 × 8 workers. */
    @Test
    void oneLine_isErlangCOfAllWorkers() {
        Component workers = station("workers", 120, 8, 3).oneLine();
        Architecture alone = of(170, workers);
        assertNear(
                ErlangC.of(qps(170), ms(120), count(24)).meanLatency().to(SECONDS),
                alone.mean("read").to(SECONDS));
    }

    /** Two callers of one store add up, and what is visited n times or sometimes is visited so often. */
    @Test
    void rates_addUp() {
        Component store = station("store", 1, 4, 2);
        Component one = station("one", 2, 4, 1);
        Component other = station("other", 3, 4, 1);
        Architecture system = Architecture.of(
                UseCase.read("read", qps(100), qps(300), one.calling(times(1.51, store))),
                UseCase.write("write", qps(10), qps(50), other.calling(sometimes(percent(40), store), async(store))));
        Load load = system.load(store);
        assertRate(151 + 4 + 10, load.rate());
        assertRate(300 * 1.51 + 50 * 0.4 + 50, load.peak());
        assertRate(151, load.reads());
        assertRate(14, load.writes());
        assertRate(10, load.asynchronous());
        assertNear((300 * 1.51 + 70) * 0.001 / 8, load.utilization().value());
    }

    /** What a step adds to the load: 1 + f + f² tries. */
    @Test
    void retried_addsLoad() {
        Component store = station("store", 1, 4, 2);
        Architecture system = of(100, retried(3, percent(20), store));
        assertRate(124, system.load(store).rate());
        assertRate(
                124, of(100, store).retried(store, 3, percent(20)).load(store).rate());
    }

    /** Each instance does all writes: 50 × 2 ms ÷ 4 workers, whatever their number; reads are shared. */
    @Test
    void every_doesNotShrinkWithInstances() {
        Component replica = Component.named("replica").serviceTime(ms(2), count(4));
        Component api = station("api", 1, 8, 2);
        Architecture system = Architecture.of(
                UseCase.read("read", qps(1000), qps(3000), api.calling(replica)),
                UseCase.write("write", qps(100), qps(700), api.calling(async(every(replica)))));
        // (0.7 − 0.35) is left of each: 3000 × 2 ms ÷ 4 ÷ 0.35 = 4.29
        assertThat(system.load(replica).instances()).isEqualTo(count(5));
        assertNear(0.35 + 1.5 / 5, system.load(replica).utilization().value());
    }

    /**
     * 700 writes of 3 kB go to each of 6, which also get their part of 5 kB × 2,400 reads, and take 4 ms instead of 2.
     */
    @Test
    void every_bytesGoToEach() {
        Component replica = Component.named("replica")
                .serviceTime(ms(2), count(8))
                .bandwidth(mbPerSecond(8))
                .instances(count(6));
        Component api = station("api", 1, 8, 2).bandwidth(mbPerSecond(100));
        Architecture system = Architecture.of(
                UseCase.read("read", qps(800), qps(2400), api.calling(replica.receiving(kb(5)))),
                UseCase.write(
                        "write",
                        qps(200),
                        qps(700),
                        api.calling(async(every(replica.sending(kb(3)).taking(ms(4)))))));
        assertNear(12.6, system.load(replica).bytesIn().to(MB_PER_SECOND));
        assertNear(12, system.load(replica).bytesOut().to(MB_PER_SECOND));
        assertNear(12.6, system.load(api).bytesOut().to(MB_PER_SECOND));
        assertNear(12.6, system.flows().get(1).sent().orElseThrow().to(MB_PER_SECOND));
        assertNear(2.1 / 8, system.load(replica).utilization("network in").value());
        assertNear(12 / 8.0 / 6, system.load(replica).utilization("network out").value());
        assertNear(
                (2400 * 0.002 / 6 + 700 * 0.004) / 8,
                system.load(replica).utilization("workers").value());
        assertNear(12.6 / 100 / 2, system.load(api).utilization("network").value());
    }

    /** What is visited as a whole only is one instance, 500 × 2 ms ÷ 4 = 25 % busy. */
    @Test
    void every_alone() {
        Component replica = Component.named("replica").serviceTime(ms(2), count(4));
        Architecture system = of(500, every(replica));
        assertThat(system.load(replica).instances()).isEqualTo(count(1));
        assertNear(0.25, system.load(replica).utilization().value());
        assertNear(4, system.headroom().value());
    }

    /** Each instance would have to do 1.25 times what it can, or more than its target leaves: no number helps. */
    @ParameterizedTest
    @CsvSource({"2500, 125%", "1500, 75%"})
    void every_noNumberIsEnough(double writes, String each) {
        Component replica = Component.named("replica").serviceTime(ms(2), count(4));
        Architecture system = of(writes, every(replica));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> system.load(replica).instances())
                .withMessage("no number of instances of replica is enough: what each of them must do takes " + each
                        + " of its workers alone, and the target is 70%; shard it");
    }

    /** Little's law: 1,000 req/s × (5 ms + 25 ms) hold 30 threads. */
    @Test
    void threads_areHeldWhileOthersAreCalled() {
        Component slow = Component.named("slow").latency(Latency.exponential(ms(25)));
        Component api = station("api", 5, 8, 1).threads(count(40));
        Architecture system = of(1000, api.calling(slow));
        assertThat(system.load(api).utilization("threads").value()).isCloseTo(30 / 40.0, within(1e-9));
        assertThat(system.load(api).utilization("workers").value()).isCloseTo(5 / 8.0, within(1e-9));
        assertThat(system.load(api).resources()).containsExactly("threads", "workers");
    }

    /** The hottest of 8 shards gets a fifth: 400 × 20 % × 10 ms = 80 % of its only worker. */
    @Test
    void shards_hottestIsBusiest() {
        Component store = station("store", 10, 1, 8).shards(count(8), percent(20));
        Architecture system = of(400, store);
        assertNear(0.8, system.load(store).utilization().value());
        double hot = 0.8 / 0.2 * 10;
        double rate = 400 * 0.8 / 7;
        double other = rate * 0.01 / (1 - rate * 0.01) * 10;
        assertThat(system.mean("read").to(MILLISECONDS)).isCloseTo(10 + 0.2 * hot + 0.8 * other, within(1e-9));
    }

    private static void assertRate(double expected, Qps rate) {
        assertNear(expected, rate.to(PER_SECOND));
    }

    /** A model of traffic that says nothing of reads and writes is all of the use case. */
    @Test
    void useCase_ofOneKindOfTraffic() {
        Traffic searches =
                Traffic.builder().requestRate(qps(70)).peakToAverage(ratio(3)).build();
        Component store = station("store", 1, 4, 2);
        Architecture system =
                Architecture.of(UseCase.read("search", searches, store), UseCase.write("log", searches, store));
        assertRate(140, system.load(store).rate());
        assertRate(420, system.load(store).peak());
        assertRate(70, system.load(store).writes());
    }
}
