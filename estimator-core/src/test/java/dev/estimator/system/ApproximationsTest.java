package dev.estimator.system;

import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Units.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.estimator.latency.Latency;
import dev.estimator.quantity.Explanation;
import dev.estimator.queueing.ErlangC;
import org.junit.jupiter.api.Test;

/** What is approximate about an answer of a system is said with it, and what is exact says nothing. */
class ApproximationsTest {
    private static final Component DATABASE =
            Component.named("database").serviceTime(ms(2), count(8)).instances(count(1));
    private static final Component APP =
            Component.named("app").serviceTime(ms(10), count(16)).instances(count(1));

    private static Architecture system(Step step) {
        return Architecture.of(UseCase.read("page", qps(500), qps(900), step));
    }

    @Test
    void mean_ofSequenceIsExact() {
        assertThat(system(APP.calling(DATABASE)).mean("page").explain().approximations())
                .isEmpty();
    }

    @Test
    void percentile_takesPartsAsIndependent() {
        Explanation explanation =
                system(APP.calling(DATABASE)).latency("page").p99().explain();
        assertThat(explanation.approximations())
                .containsExactly("times of different parts are taken as independent;"
                        + " if the same requests are slow in several, high percentiles are higher");
        assertThat(explanation.toString()).endsWith("""
                        approximate
                          times of different parts are taken as independent; if the same requests are slow in several, high percentiles are higher""");
    }

    @Test
    void bound_doesNotTakeThemSo() {
        assertThat(system(APP.calling(DATABASE))
                        .latency("page")
                        .percentileWithoutIndependence(99)
                        .explain()
                        .approximations())
                .isEmpty();
    }

    @Test
    void mean_atOnce() {
        assertThat(system(Step.atOnce(APP, DATABASE)).mean("page").explain().approximations())
                .singleElement()
                .asString()
                .contains("at once", "too high, by some 6% for two calls and by some 16% for eight");
    }

    /** What is before or behind them may wait, and what only some do is no line. */
    @Test
    void mean_atOnceWithoutLines() {
        Component index = Component.named("index").latency(Latency.exponential(ms(14)));
        Component other = Component.named("other").latency(Latency.exponential(ms(2)));
        Step step = Step.atOnce(index, Step.sometimes(percent(30), other), Step.fanOut(3, other));
        assertThat(system(APP.calling(step)).mean("page").explain().approximations())
                .isEmpty();
        assertThat(system(Step.atOnce(index, DATABASE)).mean("page").explain().approximations())
                .hasSize(1);
        assertThat(Latency.slowest(index(14), index(2))
                        .retried(3, ms(20), ms(1))
                        .mean()
                        .explain()
                        .approximations())
                .isEmpty();
    }

    private static Latency index(double ms) {
        return Latency.exponential(ms(ms));
    }

    @Test
    void mean_ofVariedServiceIsByTwoMoments() {
        Component varied = DATABASE.serviceVariability(ratio(1.5));
        assertThat(system(varied).mean("page").explain().approximations())
                .containsExactly(
                        "mean waits are by Allen–Cunneen approximation, from two moments, and p99 of waits is from"
                                + " 12% low to 14% high up to a service variability of 2");
        assertThat(system(varied).latency("page").p99().explain().approximations())
                .anyMatch(one -> one.startsWith("waits are two exponentials"));
    }

    @Test
    void mean_ofOneServerIsExact() {
        Component one = Component.named("disk")
                .serviceTime(ms(1), count(1))
                .serviceVariability(ratio(0.3))
                .instances(count(1));
        assertThat(system(one).mean("page").explain().approximations()).isEmpty();
    }

    @Test
    void heldThreads() {
        assertThat(system(APP.threads(count(50)).calling(DATABASE))
                        .mean("page")
                        .explain()
                        .approximations())
                .singleElement()
                .asString()
                .startsWith("threads are held as if for exponential times");
    }

    @Test
    void fanOutIntoOnePool() {
        assertThat(system(Step.fanOut(3, DATABASE))
                        .latency("page")
                        .p99()
                        .explain()
                        .approximations())
                .anyMatch(one -> one.startsWith("p99 of the wait of requests that come several at once"));
    }

    /** Of a class that says it of its waits, and of a fan-out beside single visits. */
    @Test
    void batches() {
        Component varied = DATABASE.serviceVariability(ratio(0.25));
        assertThat(system(Step.fanOut(3, varied)).mean("page").explain().approximations())
                .anyMatch(one -> one.startsWith("mean waits of requests that come together"));
        assertThat(system(Step.inSequence(DATABASE, Step.fanOut(3, DATABASE)))
                        .mean("page")
                        .explain()
                        .approximations())
                .anyMatch(one -> one.startsWith("all visits of database are taken to come 3 at once"));
    }

    /** Whoever has one of eight threads finds one of eight workers: M/M/8 at 70 %, as by ErlangC. */
    @Test
    void threads_asManyAsWorkers() {
        Component pool = Component.named("pool").serviceTime(ms(10), count(8)).instances(count(1));
        assertThat(Architecture.of(UseCase.read("r", qps(560), qps(560), pool.threads(count(8))))
                        .mean("r")
                        .to(SECONDS))
                .isCloseTo(ErlangC.of(qps(560), ms(10), count(8)).meanLatency().to(SECONDS), withinPercentage(1e-9));
    }

    /** Threads that eight want at once wait as workers do: 39.6 ms in a simulation of 1.5M requests. */
    @Test
    void threads_ofAFanOut() {
        Component pool = Component.named("pool")
                .latency(Latency.exponential(ms(10)))
                .threads(count(8))
                .instances(count(1));
        assertThat(system2(Step.fanOut(8, pool)).mean("r").to(SECONDS)).isCloseTo(0.0396, withinPercentage(1.5));
    }

    private static Architecture system2(Step step) {
        return Architecture.of(UseCase.read("r", qps(70), qps(70), step));
    }

    /** Three lines have a load each: whose it is goes before its name. */
    @Test
    void explain_namesOfParts() {
        String text = system(APP.threads(count(50)).calling(DATABASE.serviceVariability(ratio(1.5))))
                .latency("page")
                .p99()
                .explain()
                .toString();
        assertThat(text)
                .contains(
                        "  database: load = ",
                        "  app threads: load = ",
                        "  app: load = ",
                        "  app threads: wait probability = ")
                .doesNotContainPattern("#[0-9]")
                .doesNotContain("0 s");
    }
}
