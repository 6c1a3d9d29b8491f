package dev.estimator.system;

import static dev.estimator.Near.assertNear;
import static dev.estimator.analysis.Questions.probabilityThat;
import static dev.estimator.latency.Latencies.latencyP50P99;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.oneOf;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.seconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.estimator.quantity.Count;
import dev.estimator.quantity.Figure;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.Simulation;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.queueing.GeneralQueue;
import dev.estimator.report.Report;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How likely something is overloaded has one number, whoever asks: the mean, a percentile, the limits or a table. */
class OverloadProbabilityTest {
    private static final TimeSpan TIME = assume("db time", between(ms(2.5), ms(5)));
    private static final Component DB =
            Component.named("db").serviceTime(TIME, count(2)).instances(count(2));
    private static final Component API =
            Component.named("api").serviceTime(ms(1), count(1)).instances(count(3));

    private static final Qps PEAK =
            assume("base", between(qps(425), qps(850))).times(assume("peak factor", between(ratio(1), ratio(1.8))));

    private static final Architecture SHOP = Architecture.of(UseCase.read("read", qps(100), PEAK, API.calling(DB)));

    /**
     * By Python's statistics.NormalDist: the logarithm of the utilization is normal, with the mean ½ ln(425 × 850 × 1.8
     * × 0.0025 × 0.005) − ln 4 and the variance (ln² 2 + ln² 1.8 + ln² 2) ÷ (2 × 1.6448536)².
     */
    private static final double OVERLOADED = 0.16486970625557;

    /** Where a law is turned around it is searched for. */
    private static final double SEARCHED = 1e-6;

    /**
     * That the api with 1 to 5 ms on 3 workers is full, or the database: 1 − ∫ Φ(api) Φ(db) over the normal logarithm
     * of the peak, by Python with 20,000 steps of the trapezoidal rule.
     */
    private static final double EITHER = 0.28684270675145;

    private static <Q extends Quantity<Q>> Figure<Share> beyond(Q quantity) {
        return Simulation.of(quantity).summary(quantity).probabilityBeyond();
    }

    @Test
    void probability_ofAllWhoAsk() {
        Share within =
                probabilityThat(SHOP.load(DB).utilization()).isAtMost(ratio(1)).share();
        assertNear(OVERLOADED, 1 - within.value(), SEARCHED);
        assertNear(OVERLOADED, beyond(SHOP.load(DB).meanLatency()).value().value(), SEARCHED);
        assertNear(OVERLOADED, beyond(SHOP.mean("read")).value().value(), SEARCHED);
        assertNear(OVERLOADED, beyond(SHOP.latency("read").p99()).value().value(), SEARCHED);
        assertNear(OVERLOADED, beyond(SHOP.latency("read").p50()).value().value(), SEARCHED);
    }

    @Test
    void texts_ofAllWhoAsk() {
        assertThat(SHOP.mean("read").toString()).endsWith("overloaded in 16.5% of cases");
        assertThat(SHOP.latency("read").toString()).endsWith("overloaded in 16.5% of cases");
        assertThat(SHOP.toString()).contains("overloaded in 16.5% of cases");
        assertThat(SHOP.fits().toString()).contains("kept in 83.5% of cases");
    }

    /** In those cases all requests are late, which is said as of the latency; in others none is said to be so. */
    @Test
    void late_saysSo() {
        Share late = SHOP.late("read", ms(50));
        assertThat(late).hasToString("0.053% (3.2e-6% … 100%), overloaded in 16.5% of cases");
        assertThat(probabilityThat(late).isAtLeast(percent(99.9999)).share().value())
                .isCloseTo(OVERLOADED, within(0.002));
        assertThat(Report.titled("r").section("s", late).toString()).contains("read late  " + late);
        assertThat(late.explain().toString()).contains("= 0.05303% (3.2e-6% … 100%), overloaded in 16.5% of cases");
        assertThat(SHOP.times(ratio(0.2)).late("read", ms(50)).toString()).doesNotContain("overloaded");
        assertThat(late.complement().toString()).doesNotContain("overloaded");
    }

    /** So of a part of all requests, beside others that nobody waits for; not of those that are in time. */
    @Test
    void late_ofAPart_saysSo() {
        Share late = SHOP.late("read", ms(50));
        Share refused = assume("refused", between(percent(1), percent(4)));
        for (Share part : List.of(
                late.times(percent(30)), late.times(percent(30)).plus(refused), refused.plus(late.times(refused)))) {
            assertThat(part.toString()).endsWith(", overloaded in 16.5% of cases");
        }
        assertThat(late.complement().times(percent(30)).toString()).doesNotContain("overloaded");
        assertThat(refused.times(percent(30)).toString()).doesNotContain("overloaded");
    }

    /** Two of which neither is much seldomer full have no law together, so that it is said how far draws may be off. */
    @Test
    void texts_ofTwoThatMayBeFull() {
        TimeSpan time = assume("api time", between(ms(1), ms(5)));
        Architecture both = Architecture.of(UseCase.read(
                "read", qps(100), PEAK, API.serviceTime(time, count(1)).calling(DB)));
        assertThat(both.mean("read").toString()).containsPattern("overloaded in [0-9.]+% ± [0-9.]+% of cases");
        Figure<Share> beyond = beyond(both.mean("read"));
        assertThat(beyond.isExact()).isFalse();
        assertThat(EITHER).isBetween(beyond.low().value(), beyond.high().value());
        assertThat(beyond.high().value() - beyond.low().value()).isLessThan(0.01);
    }

    /** Of two, of which one is full in 0.05 % of cases by the same Python, the other says how many, within that. */
    @Test
    void texts_ofTwoOfWhichOneIsSeldomFull() {
        Architecture both = Architecture.of(UseCase.read(
                "read", qps(100), PEAK, API.serviceTime(ms(1.5), count(1)).calling(DB)));
        Figure<Share> beyond = beyond(both.mean("read"));
        assertNear(OVERLOADED, beyond.value().value(), SEARCHED);
        assertNear(OVERLOADED + API_FULL, beyond.high().value(), SEARCHED);
        assertThat(both.mean("read").toString()).endsWith("overloaded in 16.49% ± 0.06% of cases");
    }

    /**
     * Another that is full in one case of five, as its time has two modes, which the tail of its load does not show: it
     * was 12.2%. The database alone is full in 12.235 % of cases, by Python's statistics.NormalDist.
     */
    @Test
    void probability_besideTwoModes() {
        TimeSpan time = oneOf(Map.of(ms(0.1), percent(80), ms(11), percent(20)));
        Qps reads = assume("reads", between(qps(95), qps(105)));
        Qps puts = assume("puts", between(qps(190), qps(210)));
        Component api = API.serviceTime(time, count(1));
        Component db = DB.serviceTime(between(ms(20), ms(45)), count(2));
        Architecture system = Architecture.of(
                UseCase.read("read", reads, reads, api.calling(db)), UseCase.write("put", puts, puts, api));
        Figure<Share> beyond = beyond(system.mean("read"));
        assertThat(0.2 + 0.8 * 0.12235)
                .isBetween(beyond.low().value(), beyond.high().value());
        assertThat(beyond.high().value() - beyond.low().value()).isLessThan(0.02);
    }

    /** A queue by itself goes through the percentiles of its load. */
    @Test
    void probability_ofAQueue() {
        GeneralQueue queue = GeneralQueue.builder()
                .arrivalRate(PEAK)
                .serviceTime(TIME)
                .servers(count(4))
                .build();
        assertNear(OVERLOADED, beyond(queue.meanWait()).value().value(), SEARCHED);
        assertNear(OVERLOADED, beyond(queue.waiting().p99()).value().value(), SEARCHED);
    }

    /**
     * 4 in a million loads are above 17 servers, of which no draw shows one; what is left of the servers has an end all
     * the same.
     */
    @Test
    void probability_ofABoundedResult() {
        Count servers = count(17);
        Count busy = servers.min(assume("load", between(count(8), count(12))));
        Count left = servers.minus(busy).plus(assume("spare", between(count(1), count(5))));
        assertThat(beyond(left).value().value()).isZero();
        assertThat(Simulation.of(left).summary(left).toString()).doesNotContain("cases");
    }

    private static final Qps ASKED = assume("asked", between(qps(156), qps(723)));
    private static final double API_FULL = 0.00050449490056;

    private static final double MODEL = 0.00518403041527;
    private static final double WORKERS = 0.00213113494706;
    private static final Qps OPENED = assume("opened", between(qps(86), qps(295)));

    /** At a gateway with the load of a sum, which has no law, and is never full. */
    private static Architecture behindGateway(Component model) {
        Component gateway =
                Component.named("gateway").serviceTime(ms(5), count(16)).instances(count(3));
        return Architecture.of(
                UseCase.read("ask", ASKED, ASKED, gateway.calling(model)),
                UseCase.read("open", OPENED, OPENED, gateway));
    }

    /** By Python's statistics.NormalDist, of 156 to 723 a second for 84 × 10 to 38. */
    @Test
    void probability_withoutALineBehindASum() {
        Component model = Component.named("model")
                .latency(latencyP50P99(seconds(7), seconds(24)))
                .requestsPerInstance(assume("of a replica", between(qps(10), qps(38))))
                .instances(count(84));
        Architecture chat = behindGateway(model);
        assertNear(MODEL, beyond(chat.load(model).meanLatency()).value().value(), SEARCHED);
        assertNear(MODEL, beyond(chat.mean("ask")).value().value(), SEARCHED);
        assertThat(chat.mean("ask").toString()).endsWith("overloaded in 0.518% of cases");
        assertThat(chat.load(model).meanLatency().toString()).endsWith("overloaded in 0.518% of cases");
    }

    /** By Python's statistics.NormalDist, of 156 to 723 a second times 30 to 80 ms for 80 workers. */
    @Test
    void probability_withALineBehindASum() {
        TimeSpan time = assume("model time", between(ms(30), ms(80)));
        Component model = Component.named("model").serviceTime(time, count(8)).instances(count(10));
        Architecture chat = behindGateway(model);
        assertNear(WORKERS, beyond(chat.load(model).meanLatency()).value().value(), SEARCHED);
        assertNear(WORKERS, beyond(chat.mean("ask")).value().value(), SEARCHED);
    }
}
