package dev.estimator.system;

import static dev.estimator.latency.Latencies.latencyP50P99;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.mbPerSecond;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.us;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.estimator.Serial;
import dev.estimator.latency.Latency;
import dev.estimator.quantity.Bandwidth;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Explanation;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Simulation;
import dev.estimator.quantity.Summary;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.report.DesignSheet;
import dev.estimator.report.Report;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Threads that wait for workers behind them, which may be too few. */
class ThreadsBehindTest {
    private static final Qps RATE = assume("positions", between(qps(30_000), qps(110_000)));
    private static final Component GATEWAY =
            Component.named("gateway").threads(count(4)).latency(latencyP50P99(ms(2), ms(11)));
    private static final Component GEO = Component.named("geo").serviceTime(us(350), count(4));
    private static final Architecture SYSTEM =
            Architecture.of(UseCase.write("position", RATE, RATE, GATEWAY.calling(GEO)));

    /** Of p50 2 ms and p99 11 ms, whose 99th percentile is 2.3263 deviations out. */
    private static final double GATEWAY_MEAN = 0.002 * Math.exp(Math.pow(Math.log(5.5) / 2.326347874, 2) / 2);

    private static final double WORK = 0.00035;

    /** The mean wait for one of four workers, from the sums of Erlang. */
    private static double wait(double rate) {
        double offered = rate * WORK;
        if (offered >= 4) {
            return Double.POSITIVE_INFINITY;
        }
        double term = 1;
        double sum = 0;
        for (int k = 0; k < 4; k++) {
            sum += term;
            term *= offered / (k + 1);
        }
        double last = term * 4 / (4 - offered);
        return last / (sum + last) * WORK / (4 - offered);
    }

    /** Threads in use of a rate in front of a number of instances. */
    private static double held(double rate, double instances) {
        return rate * (GATEWAY_MEAN + WORK + wait(rate / instances));
    }

    private static double enough(double busy, double each) {
        return Math.ceil(busy / each / 0.7);
    }

    private static double gateways(double rate) {
        return enough(held(rate, enough(rate * WORK, 4)), 4);
    }

    /** Of 400,000 rates, drawn apart from the library: log-normal with 90 % between 30k and 110k. */
    private static double[] drawn(DoubleUnaryOperator of) {
        Random random = new Random(71);
        double middle = Math.log(30_000 * 110_000.0) / 2;
        double sigma = Math.log(110.0 / 30) / 2 / 1.6448536269;
        double[] all = new double[400_000];
        Arrays.setAll(all, i -> of.applyAsDouble(Math.exp(middle + sigma * random.nextGaussian())));
        Arrays.sort(all);
        return all;
    }

    @Test
    void needed_isBehindOthersThatHaveWhatTheyNeed() {
        Architecture bought = SYSTEM.provisioned(90);
        Count needed = bought.times(ratio(10)).load(GATEWAY).needed();
        assertThat(needed.value())
                .isEqualTo(SYSTEM.times(ratio(10)).load(GATEWAY).needed().value());
        Summary<Count> found = Simulation.of(needed).summary(needed);
        double[] drawn = drawn(rate -> gateways(10 * rate));
        for (int percent : new int[] {5, 50, 95}) {
            double expected = drawn[drawn.length * percent / 100];
            assertThat(found.percentile(percent).value()).isCloseTo(expected, within(0.01 * expected));
        }
        Architecture few = SYSTEM.with(GEO.instances(count(3)));
        assertThat(few.load(GATEWAY).needed().value())
                .isEqualTo(SYSTEM.load(GATEWAY).needed().value());
    }

    /** The sheet says the same of what was bought as of what follows the load. */
    @Test
    void scale_neededOfWhatWasBought() {
        String bought = scale(SYSTEM.provisioned(90));
        String needed = scale(SYSTEM);
        for (String name : new String[] {"gateway", "geo"}) {
            assertThat(cells(bought, name)).isEqualTo(cells(needed, name)).doesNotContain("overloaded");
        }
    }

    /** How busy threads are is in percent also where they wait without an end in some cases. */
    @Test
    void scale_isInPercent() {
        String table = scale(SYSTEM.with(GEO.instances(count(20))).with(GATEWAY.instances(count(400))));
        assertThat(table).containsPattern("[0-9]%, overloaded").doesNotContainPattern("×[0-9.]+, overloaded");
    }

    /** In some 30 of 100 cases 7 instances of geo are overloaded, and no number of gateways is enough for 95 %. */
    @Test
    void scale_whereNoNumberIsEnough() {
        Architecture few = SYSTEM.with(GEO.instances(count(7)));
        String message =
                "no number of instances of gateway is enough in 95% of cases: the threads wait without an end for"
                        + " others that are overloaded";
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> few.provisioned(95))
                .withMessage(message);
        assertThat(DesignSheet.titled("Cab").architecture(few).toString().replaceAll("\\s+", " "))
                .contains(message);
    }

    /** 'overloaded in 59.5% of cases instances' was no sentence. */
    @Test
    void load_readsWithoutAnEnd() {
        String beyond = "overloaded in \\d\\d\\.\\d% of cases";
        assertThat(SYSTEM.with(GEO.instances(count(7))).load(GATEWAY).toString())
                .matches("gateway: .* at peak, instances 64, " + beyond + ", threads at 70%, " + beyond);
        assertThat(SYSTEM.with(GEO.instances(count(5))).load(GATEWAY).toString())
                .matches("gateway: .* at peak, instances " + beyond + ", threads " + beyond);
    }

    /**
     * Nobody stated the gateways: where 7 of geo are overloaded no number of them is enough, and as many are counted as
     * are needed if nobody waits.
     */
    @Test
    void headroom_whereNoNumberIsEnough() {
        for (int few : new int[] {7, 3}) {
            Architecture system = SYSTEM.with(GEO.instances(count(few)));
            Ratio headroom = system.load(GATEWAY).headroom();
            double[] drawn = drawn(rate -> Double.isInfinite(wait(rate / few))
                    ? enough(rate * (GATEWAY_MEAN + WORK), 4) * 4 / (rate * (GATEWAY_MEAN + WORK))
                    : enough(held(rate, few), 4) * 4 / held(rate, few));
            for (int percent : new int[] {5, 50, 95}) {
                double expected = drawn[drawn.length * percent / 100];
                assertThat(Simulation.of(headroom)
                                .summary(headroom)
                                .percentile(percent)
                                .value())
                        .isCloseTo(expected, within(0.01 * expected));
            }
            assertThat(headroom.toString()).doesNotContain("no range");
            assertThat(system.toString()).contains("gateway").doesNotContain("no range");
            assertThat(DesignSheet.titled("Cab").architecture(system).toString())
                    .doesNotContain("no range")
                    .doesNotContain("the divisor is zero");
            assertThat(Report.titled("Cab").architecture(system).toString()).doesNotContain("no range");
        }
    }

    /** It was ×4, ×11 and ×36: the waits of a system whose database is bought anew, in front of one without waits. */
    @Test
    void headroom_whateverTheTargetOfStatedInstances() {
        for (int target : new int[] {70, 90, 99}) {
            Component db = Component.named("db")
                    .serviceTime(ms(30), count(1))
                    .instances(count(31))
                    .targetUtilization(percent(target));
            Component api = Component.named("api")
                    .serviceTime(ms(6), count(8))
                    .targetUtilization(percent(70))
                    .threads(count(20));
            Qps peak = assume("peak", between(qps(800), qps(1500)));
            Ratio headroom = Architecture.of(UseCase.read("ask", peak, peak, api.calling(db)))
                    .load(api)
                    .headroom();
            // at the best guess, 1,095 req/s, 31 of db are overloaded: 39.4 threads held, and 6.6 workers busy
            double best = Math.sqrt(800 * 1500.0);
            double threads = best * 0.036;
            assertThat(headroom.value()).isCloseTo(Math.ceil(threads / 20 / 0.7) * 20 / threads, within(1e-6));
            assertThat(Simulation.of(headroom).summary(headroom).percentile(95).value())
                    .isBetween(1.43, 2.2);
            assertThat(Simulation.of(headroom).summary(headroom).percentile(50).value())
                    .isBetween(1.43, 1.65);
        }
    }

    /** It said that the workers wait, which are the fullest at the best guess. */
    @Test
    void provisioned_saysThatThreadsWait() {
        Component both =
                Component.named("gateway").serviceTime(ms(40), count(1)).threads(count(300));
        Architecture few =
                Architecture.of(UseCase.write("position", RATE, RATE, both.calling(GEO.instances(count(7)))));
        assertThat(few.load(both).resources()).startsWith("workers");
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> few.provisioned(95))
                .withMessage("no number of instances of gateway is enough in 95% of cases: the threads wait without an"
                        + " end for others that are overloaded");
    }

    @Test
    void contributions_readAsLines() {
        assertThat(SYSTEM.contributions("position").toString().lines().toList())
                .hasSize(2)
                .first(STRING)
                .matches("gateway: 3\\.7 ms.*");
    }

    @Test
    void contributions_areSerializable() {
        Map<String, TimeSpan> contributions = SYSTEM.contributions("position");
        Map<String, TimeSpan> read = Serial.roundTrip(contributions);
        assertThat(read).isEqualTo(contributions).hasToString(contributions.toString());
        assertThat(read.get("gateway")).isEqualTo(contributions.get("gateway"));
        assertThat(read.containsKey("nobody")).isFalse();
    }

    /** More are enough in other cases, and the line says that it is the best guess. */
    @Test
    void enough_saysOfWhichCase() {
        Component up = GEO.instances(count(18)).upPerInstance(percentUp(99));
        assertThat(DesignSheet.titled("Cab")
                        .architecture(Architecture.of(UseCase.write("position", RATE, RATE, up)))
                        .toString())
                .containsPattern("[0-9] of 18 are enough at the best guess: geo\n");
        assertThat(DesignSheet.titled("Cab")
                        .architecture(Architecture.of(UseCase.write("position", qps(11), qps(57_445), up)))
                        .toString())
                .containsPattern("6 of 18 are enough: geo\n");
        assertThat(DesignSheet.titled("Cab")
                        .architecture(Architecture.of(UseCase.write(
                                "position",
                                RATE,
                                RATE,
                                up.serviceTime(us(3), count(4)).instances(count(5)))))
                        .toString())
                .contains("1 of 5 is enough: geo\n");
    }

    /** Two kinds of visits had one name, and a what-if changed both. */
    @Test
    void timesOfVisits_haveNamesOfTheirOwn() {
        Component db = Component.named("db").serviceTime(ms(4), count(8)).instances(count(9));
        Architecture system = Architecture.of(
                UseCase.read("search", qps(90), qps(110), db.taking(ms(9))),
                UseCase.read("post", qps(30), qps(70), Step.inSequence(db.taking(ms(20)), db.taking(ms(6)))));
        Ratio busy = system.load(db).utilization();
        assertThat(busy.value()).isCloseTo((110 * 9 + 70 * 26) / 72_000.0, within(1e-9));
        assertThat(busy.given("service time of db in search", ms(5)).value())
                .isCloseTo((110 * 5 + 70 * 26) / 72_000.0, within(1e-9));
        assertThat(busy.given("service time of db in post (2)", ms(5)).value())
                .isCloseTo((110 * 9 + 70 * 25) / 72_000.0, within(1e-9));
    }

    /** They were 'p50' and 'p99' of nobody, and nothing was called the service time. */
    @Test
    void serviceTimesOfLatency_areOfTheComponent() {
        Latency times = latencyP50P99(ms(60), ms(600));
        TimeSpan other = latencyP50P99(between(ms(20), ms(50)), ms(700)).mean();
        Component querier = Component.named("querier")
                .serviceTime(times.mean(), count(8))
                .serviceVariability(latencyP50P99(ms(60), ms(600)).variability())
                .instances(count(40));
        Architecture system = Architecture.of(
                UseCase.read("search", qps(90), qps(110), querier),
                UseCase.read("scan", qps(3), qps(7), querier.taking(other)));
        TimeSpan mean = system.mean("search");
        assertThat(mean.explain().assumptions())
                .extracting(Explanation.Assumption::name)
                .contains(
                        "p50 of service time of querier",
                        "p99 of service time of querier",
                        "p50 of service time of querier in scan",
                        "p99 of service time of querier in scan")
                .doesNotContain("p50", "p99");
        assertThat(mean.explain().toString()).contains("querier service time = mean of log-normal(");
        assertThat(mean.given("p50 of service time of querier", ms(30))).isLessThan(mean);
    }

    /** All were 'request to db', and a what-if changed them all. */
    @Test
    void sizesOfVisits_haveNamesOfTheirOwn() {
        Component db = Component.named("db").bandwidth(mbPerSecond(1000)).instances(count(9));
        Architecture system = Architecture.of(
                UseCase.read("search", qps(90), qps(110), db.sending(kb(2)).receiving(kb(40))),
                UseCase.write("post", qps(30), qps(70), db.sending(kb(9)).receiving(kb(40))));
        Bandwidth sent = system.flows().get(0).sent().orElseThrow();
        assertThat(sent.given("request to db in search", kb(3)))
                .isEqualTo(kb(3).times(qps(110)).plus(kb(9).times(qps(70))));
        assertThat(system.flows().get(0).returned().orElseThrow().given("response of db", kb(50)))
                .isEqualTo(kb(50).times(qps(180)));
    }

    /** It was 'request to db', as if posts, whose size follows from others, sent as much. */
    @Test
    void sizesOfVisits_besideOneThatIsNamed() {
        Component db = Component.named("db").bandwidth(mbPerSecond(1000)).instances(count(9));
        Architecture system = Architecture.of(
                UseCase.read("search", qps(90), qps(110), db.sending(kb(2))),
                UseCase.write(
                        "post", qps(30), qps(70), db.sending(kb(3).times(3).named("upload"))));
        assertThat(system.flows().get(0).sent().orElseThrow().explain().assumptions())
                .extracting(Explanation.Assumption::name)
                .contains("request to db in search")
                .doesNotContain("request to db");
    }

    /** It read 'availability = gateway = 0%' of a gateway that is up, with the zero among what was assumed. */
    @Test
    void served_saysWhoVisits() {
        Component gateway =
                Component.named("gateway").serviceTime(ms(6), count(8)).instances(count(3));
        assertThat(Architecture.of(UseCase.read("ingest", qps(500), qps(2000), gateway))
                        .times(ratio(3))
                        .served("ingest")
                        .explain()
                        .toString())
                .doesNotContain("availability", "  gateway = 0%")
                .contains(
                        "ingest that does not visit gateway = without gateway",
                        "ingest that visits gateway = 1 − ingest that does not visit gateway")
                .satisfies(text -> assertThat(text.substring(0, text.indexOf("calculated")))
                        .doesNotContain("without gateway"));
    }

    private static String scale(Architecture system) {
        String page = DesignSheet.titled("Cab").architecture(system).toString();
        return page.substring(page.indexOf("needed at ×3"));
    }

    /** What is needed now, at ×3 and at ×10. */
    private static String cells(String table, String name) {
        String row = table.lines()
                .filter(line -> line.strip().startsWith(name + " "))
                .findFirst()
                .orElseThrow();
        return String.join("|", Arrays.copyOf(row.strip().split(" {2,}"), 4));
    }

    /** Ten times the traffic fills threads ten times as much, apart from waits, whatever is overloaded behind them. */
    @Test
    void headroom_behindWhatIsOverloaded() {
        Architecture bought = SYSTEM.provisioned(90);
        double gateways = bought.load(GATEWAY).instances().value();
        Ratio headroom = bought.times(ratio(10)).load(GATEWAY).headroom();
        double best = Math.sqrt(30_000 * 110_000.0);
        assertThat(headroom.value()).isCloseTo(gateways * 4 / (10 * best * (GATEWAY_MEAN + WORK)), within(1e-6));
        assertThat(headroom.value()).isCloseTo(bought.load(GATEWAY).headroom().value() / 10, within(0.01));

        // in some cases geo is overloaded: those say no more than that
        Architecture few = SYSTEM.with(GATEWAY.instances(count(400))).with(GEO.instances(count(6)));
        Ratio some = few.load(GATEWAY).headroom();
        double[] drawn = drawn(rate ->
                Double.isInfinite(wait(rate / 6)) ? 1600 / (rate * (GATEWAY_MEAN + WORK)) : 1600 / held(rate, 6));
        for (int percent : new int[] {10, 50, 90}) {
            double expected = drawn[drawn.length * percent / 100];
            assertThat(Simulation.of(some).summary(some).percentile(percent).value())
                    .isCloseTo(expected, within(0.01 * expected));
        }
    }
}
