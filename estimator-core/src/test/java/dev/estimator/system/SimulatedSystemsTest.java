package dev.estimator.system;

import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Units.PER_SECOND;
import static dev.estimator.quantity.Units.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.estimator.latency.Latency;
import dev.estimator.quantity.TimeSpan;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Systems beside a simulation of events: rates and utilizations within 1 %, means within 3 %, p99 within 5 %, if it
 * runs long enough; here it runs short, with fixed seeds. {@code -Dsimulation.times=30} runs it thirty times as long.
 */
class SimulatedSystemsTest {
    private static final double TIMES = Double.parseDouble(System.getProperty("simulation.times", "1"));

    private static Component station(String name, double serviceMs, int workers, int instances) {
        return Component.named(name).serviceTime(ms(serviceMs), count(workers)).instances(count(instances));
    }

    /**
     * A: a cache, a fork and join, work that nobody waits for, and two kinds of visits at the database; 56 and 83 %
     * busy.
     */
    @Test
    void shop() {
        Component lb = station("lb", 0.5, 1, 1);
        Component api = station("api", 5, 8, 2);
        Component cache = station("cache", 0.4, 1, 1);
        Component db = station("db", 2, 1, 2);
        Component search = station("search", 4, 1, 2);
        Component workers = station("workers", 50, 3, 2).oneLine();
        Component pay = Component.named("pay").latency(Latency.exponential(ms(70)));
        Architecture system = Architecture.of(
                UseCase.read(
                        "read", qps(1200), qps(1200), lb.calling(api.calling(Step.cacheAside(cache, percent(70), db)))),
                UseCase.write(
                        "write",
                        qps(100),
                        qps(100),
                        lb.calling(api.calling(Step.atOnce(db.taking(ms(4)), search), pay, Step.async(workers)))));

        Simulator events = new Simulator(42);
        var sLb = events.new Station(1, 1);
        var sApi = events.new Station(2, 8);
        var sCache = events.new Station(1, 1);
        var sDb = events.new Station(2, 1);
        var sSearch = events.new Station(2, 1);
        var sWorkers = events.new Station(1, 6);
        List<Double> reads = events.requests(
                1200,
                Simulator.inSequence(
                        sLb.visit(events.exponential(0.0005)),
                        sApi.visit(events.exponential(0.005)),
                        sCache.visit(events.exponential(0.0004)),
                        events.sometimes(0.3, sDb.visit(events.exponential(0.002)))));
        List<Double> writes = events.requests(
                100,
                Simulator.inSequence(
                        sLb.visit(events.exponential(0.0005)),
                        sApi.visit(events.exponential(0.005)),
                        Simulator.atOnce(
                                sDb.visit(events.exponential(0.004)), sSearch.visit(events.exponential(0.004))),
                        events.delay(events.exponential(0.07)),
                        Simulator.async(sWorkers.visit(events.exponential(0.05)))));
        events.run(300 * TIMES);

        assertLoad(system.load(lb), sLb);
        assertLoad(system.load(api), sApi);
        assertLoad(system.load(cache), sCache);
        assertLoad(system.load(db), sDb);
        assertLoad(system.load(search), sSearch);
        assertLoad(system.load(workers), sWorkers);
        assertTimes(system, "read", reads);
        assertTimes(system, "write", writes);
    }

    private static void assertLoad(Load load, Simulator.Station station) {
        assertThat(load.rate().to(PER_SECOND)).isCloseTo(station.rate(), withinPercentage(1));
        assertThat(load.utilization().value()).isCloseTo(station.utilization(), withinPercentage(1));
    }

    private static void assertTimes(Architecture system, String useCase, List<Double> times) {
        assertTime(system.mean(useCase), Simulator.mean(times), 3);
        assertTime(system.latency(useCase).p99(), Simulator.percentile(times, 99), 5);
    }

    private static void assertTime(TimeSpan composed, double simulated, double percent) {
        assertThat(composed.to(SECONDS)).isCloseTo(simulated, withinPercentage(percent));
    }

    /** A′: one station is 92 % busy, where waits are long and slow to settle. */
    @Test
    void veryBusy() {
        Component api = station("api", 5, 8, 2);
        Component db = station("db", 2, 1, 2);
        Architecture system = Architecture.of(UseCase.read("read", qps(920), qps(920), api.calling(db)));
        Simulator events = new Simulator(7);
        var sApi = events.new Station(2, 8);
        var sDb = events.new Station(2, 1);
        List<Double> times = events.requests(
                920, Simulator.inSequence(sApi.visit(events.exponential(0.005)), sDb.visit(events.exponential(0.002))));
        events.run(1200 * TIMES);
        assertLoad(system.load(db), sDb);
        assertTimes(system, "read", times);
    }

    /** B: log-normal service at two stations, one behind the other, 75 and 37 % busy. */
    @ParameterizedTest
    @CsvSource({"0.25, 3", "0.81, 5", "1.66, 11"})
    void logNormalService(double variability, long seed) {
        Component one = station("one", 5, 1, 1).serviceVariability(ratio(variability));
        Component two = station("two", 10, 4, 1).serviceVariability(ratio(variability));
        Architecture system = Architecture.of(UseCase.read("read", qps(150), qps(150), one.calling(two)));
        Simulator events = new Simulator(seed);
        var sOne = events.new Station(1, 1);
        var sTwo = events.new Station(1, 4);
        List<Double> times = events.requests(
                150,
                Simulator.inSequence(
                        sOne.visit(events.logNormal(0.005, variability)),
                        sTwo.visit(events.logNormal(0.01, variability))));
        events.run(4000 * TIMES);
        assertLoad(system.load(one), sOne);
        assertTimes(system, "read", times);
    }

    /** C: eight calls at once into a pool of eight workers, 70 % busy. */
    @Test
    void fanOutIntoOnePool() {
        Component pool = station("pool", 10, 8, 1);
        Architecture system = Architecture.of(UseCase.read("read", qps(70), qps(70), Step.fanOut(8, pool)));
        Simulator events = new Simulator(13);
        var sPool = events.new Station(1, 8);
        Simulator.Activity call = sPool.visit(events.exponential(0.01));
        List<Double> times = events.requests(70, Simulator.atOnce(call, call, call, call, call, call, call, call));
        events.run(3000 * TIMES);
        assertLoad(system.load(pool), sPool);
        assertTimes(system, "read", times);
    }

    /** C″: the same with log-normal service times, which vary less and more than exponential ones: means within 5 %. */
    @ParameterizedTest
    @CsvSource({"0.25, 19", "2, 23"})
    void fanOutIntoOnePool_logNormal(double variability, long seed) {
        Component pool = station("pool", 10, 8, 1).serviceVariability(ratio(variability));
        Architecture system = Architecture.of(UseCase.read("read", qps(70), qps(70), Step.fanOut(8, pool)));
        Simulator events = new Simulator(seed);
        var sPool = events.new Station(1, 8);
        Simulator.Activity call = sPool.visit(events.logNormal(0.01, variability));
        List<Double> times = events.requests(70, Simulator.atOnce(call, call, call, call, call, call, call, call));
        events.run(3000 * TIMES);
        assertLoad(system.load(pool), sPool);
        assertTime(system.mean("read"), Simulator.mean(times), 5);
        assertTime(system.latency("read").p99(), Simulator.percentile(times, 99), 3);
    }

    /** E: eight shards, of which the hottest gets a fifth and is 80 % busy. */
    @Test
    void hotShard() {
        Component shards = station("shards", 10, 1, 8).shards(count(8), percent(20));
        Architecture system = Architecture.of(UseCase.read("read", qps(400), qps(400), shards));
        Simulator events = new Simulator(17);
        var sShards = events.new Station(8, 1);
        List<Double> times = events.requests(400, sShards.visitOfShards(0.2, events.exponential(0.01)));
        events.run(1500 * TIMES);
        assertTimes(system, "read", times);
    }
}
