package dev.estimator.system;

import static dev.estimator.quantity.Quantities.MONTH;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.gbitPerSecond;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.nines;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.usd;
import static dev.estimator.quantity.Quantities.years;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.estimator.latency.Latency;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a prompt echoes of the parts of a system. */
class EchoTest {
    private static final Component API =
            Component.named("api").serviceTime(ms(3), count(8)).zones(3, 1).upPerInstance(percentUp(99.5));
    private static final Component SMALL = Component.named("small").latency(Latency.exponential(ms(70)));
    private static final Component PAY = Component.named("pay")
            .latency(Latency.exponential(ms(80)))
            .up(nines(3))
            .pricePerRequest(usd(0.40).per(million(1)));

    @Test
    void component_saysWhatItIs() {
        assertThat(Component.named("store")).hasToString("store");
        assertThat(API).hasToString("api: 3 ms a visit, 8 workers, 3 zones of which 1 may fail, up 99.5% per instance");
        assertThat(PAY).hasToString("pay: latency p50 55 ms, p99 368 ms, up 99.9%, $0.40/1M for requests");
    }

    @Test
    void component_ofAllThatCanBeSaid() {
        Component store = Component.named("store")
                .serviceTime(between(ms(2), ms(5)), count(1))
                .oneLine()
                .threads(count(200, "connections"))
                .requestsPerInstance(qps(1000))
                .bandwidth(gbitPerSecond(2))
                .needs("memory", gb(200), gb(64))
                .instances(count(5))
                .targetUtilization(percent(50))
                .spares(count(1))
                .shards(count(16), percent(10))
                .dependsOn(API, PAY)
                .pricePerByte(usd(0.02).per(gb(1)))
                .charge("disk", usd(90).per(MONTH))
                .writes("orders", kb(2), years(1));
        assertThat(store)
                .hasToString(
                        "store: 3.2 ms (2 … 5) a visit, 1 worker, 200 connections, one line, 1k req/s per instance,"
                                + " 2 Gbit/s per instance, needs memory, 5 instances, at most 50% used, 1 spare, 16 shards,"
                                + " the hottest with 10% of requests,"
                                + " depends on api and pay, $0.02/GB for bytes returned, charged for disk, keeps orders");
    }

    /** It left out how many zones may fail, and told of no spares and of one shard. */
    @Test
    void component_ofWhatIsMoreThanOne() {
        Component store = Component.named("store").spares(count(0)).shards(count(1), percent(100));
        assertThat(store).hasToString("store");
        assertThat(store.zones(3, 0)).hasToString("store: 3 zones");
        assertThat(store.zones(3, 2)).hasToString("store: 3 zones of which 2 may fail");
        assertThat(store.shards(count(8), percent(20)))
                .hasToString("store: 8 shards, the hottest with 20% of requests");
    }

    @Test
    void names_areThoseOfComponents() {
        Architecture system = Architecture.of(UseCase.read("browse", qps(90), qps(270), API.calling(PAY)));
        assertThat(system.load(API).peak().explain().toString()).doesNotContain("a visit, ");
        assertThat(system.toString()).doesNotContain("a visit, ").contains("first full: api (workers) at");
        assertThat(system.load(API)).hasToString("api: 270 req/s at peak, 3 instances, workers at 3.4%");
        assertThat(system.useCases()).hasToString("browse: 90 req/s, 270 req/s at peak");
    }

    /**
     * Headrooms of 2 … 8 and 3 … 12: the first of all is in half of the bad cases not that which is first at the best
     * guess. The least of two log-normals has p5 1.967 and p95 6.561, by root finding.
     */
    @Test
    void firstFull_ofAll() {
        Component api = Component.named("api")
                .requestsPerInstance(between(qps(200), qps(800)))
                .instances(count(1));
        Component store = Component.named("store")
                .requestsPerInstance(between(qps(300), qps(1200)))
                .instances(count(1));
        Architecture both = Architecture.of(UseCase.read("browse", qps(70), qps(100), api.calling(store)));
        assertThat(both.headroom().p5().value()).isCloseTo(1.967, within(0.02));
        assertThat(both.headroom().p95().value()).isCloseTo(6.561, within(0.06));
        assertThat(both.toString())
                .contains(
                        "first full: api (requests) at ×4 (×2 … ×8) the traffic, then store (requests) at ×6 (×3 … ×12)"
                                + " the traffic; whichever is first, at ×4 (×1.97 … ×6.57) the traffic");
        assertThat(Architecture.of(UseCase.read("browse", qps(70), qps(100), api))
                        .toString())
                .doesNotContain("whichever");
        // of 2 … 8 and 8 … 32 the least has p95 7.920, 1 % below 8; of 2 … 8 and 6 … 24 it has 7.737
        assertThat(besideStore(api, 800, 3200).toString())
                .contains("×8) the traffic")
                .doesNotContain("whichever");
        assertThat(besideStore(api, 600, 2400).toString()).contains("; whichever is first, at ×4 (×2 … ×7.7");
    }

    private static Architecture besideStore(Component api, double low, double high) {
        Component store = Component.named("store")
                .requestsPerInstance(between(qps(low), qps(high)))
                .instances(count(1));
        return Architecture.of(UseCase.read("browse", qps(70), qps(100), api.calling(store)));
    }

    /** A zone of two services was two factors of what was right: 0.9995² × 0.999975 × 0.999996. */
    @Test
    void availability_countsAZoneOnce() {
        Component web = Component.named("web")
                .instances(count(3))
                .upPerInstance(percentUp(99.5))
                .zones(3, 1);
        Component store = Component.named("store")
                .instances(count(3))
                .upPerInstance(percentUp(99.8))
                .zones(3, 1);
        Architecture left = Architecture.of(UseCase.read("open", qps(5), qps(10), web.calling(store)))
                .zones(percentUp(99.95))
                .afterZoneLoss();
        assertThat(left.availability("open").explain().toString())
                .contains("= zone b × zone c × web × store")
                .endsWith("= 99.8971%");
    }

    @Test
    void instancesInZones_areThoseLeftOfAll() {
        Architecture system =
                Architecture.of(UseCase.read("browse", qps(90), qps(270), API)).zones(percentUp(99.9));
        assertThat(system.availability("browse").explain().toString())
                .contains("api with 3 of 3 instances left = 1 of 3 up, given that 1 of 2 is not");
    }

    @Test
    void visit_saysWhomItVisits() {
        assertThat(API.calling(PAY)).hasToString("api → pay");
        assertThat(API.calling(PAY, SMALL)).hasToString("api → (pay, then small)");
        assertThat(API.calling(Step.times(3, PAY)).sending(kb(2)).taking(ms(9)))
                .hasToString("api, sending 2 kB, taking 9 ms → (3 × pay)");
        assertThat(API.taking(ms(9)).readOnly().calling(PAY)).hasToString("api, taking 9 ms, read-only → pay");
        assertThat(Step.times(2, API.calling(PAY))).hasToString("2 × (api → pay)");
        assertThat(Step.inSequence(Step.async(PAY))).hasToString("pay, not waited for");
    }

    /** All that combine steps; they echoed the name of the first component alone. */
    @Test
    void step_saysWhatItDoes() {
        Map<String, Step> said = new TreeMap<>();
        said.put(
                "inSequence: api, then (pay for 60% of requests)",
                Step.inSequence(API, Step.sometimes(percent(60), PAY)));
        said.put("atOnce: api and pay at once", Step.atOnce(API, PAY));
        said.put("sometimes: pay for 60% of requests", Step.sometimes(percent(60), PAY));
        said.put("times: 3 × pay", Step.times(3, PAY));
        said.put("fanOut: 8 × pay at once", Step.fanOut(8, PAY));
        said.put("firstOf: the first 2 of 3 × pay at once", Step.firstOf(2, 3, PAY));
        said.put("async: pay, not waited for", Step.async(PAY));
        said.put("anyOf: pay, or small while it is down", Step.anyOf(PAY, SMALL));
        said.put("every: every instance of pay", Step.every(PAY));
        said.put("hedged: pay, sent again where it is among the slowest 4%", Step.hedged(percent(4), PAY));
        said.put("retried: pay, at most 3 tries, of which 1% fail", Step.retried(3, percent(1), PAY));
        said.put("tied: pay, sent to two instances of which one does it", Step.tied(PAY));
        said.put("cacheAside: pay, and small for the 15% that miss", Step.cacheAside(PAY, percent(85), SMALL));
        said.put("readThrough: pay → (small for the 15% that miss)", Step.readThrough(PAY, percent(85), SMALL));
        said.put("writeThrough: pay, then small", Step.writeThrough(PAY, SMALL));
        said.put(
                "writeBehind: pay, then ((small for 20% of requests), not waited for)",
                Step.writeBehind(PAY, percent(20), SMALL));
        said.put(
                "refreshAhead: (pay, and small for the 15% that miss), then ((small for 2% of requests), not waited for)",
                Step.refreshAhead(PAY, percent(85), percent(2), SMALL));
        said.forEach((words, step) -> assertThat(words).endsWith(": " + step));
        assertThat(said.keySet().stream().map(words -> words.substring(0, words.indexOf(':'))))
                .containsExactlyInAnyOrderElementsOf(Stream.of(Step.class.getDeclaredMethods())
                        .filter(method ->
                                Modifier.isPublic(method.getModifiers()) && Modifier.isStatic(method.getModifiers()))
                        .map(Method::getName)
                        .collect(Collectors.toSet()));
        assertThat(Step.retried(3, percent(1), percent(10), PAY))
                .hasToString("pay, at most 3 tries, of which 1% fail, within a budget of 10%");
        assertThat(Step.every(Component.named("kv").shards(count(5), percent(30))))
                .hasToString("every shard of kv");
        assertThat(Step.times(between(ratio(2), ratio(5)), PAY)).hasToString("3.2 (2 … 5) × pay");
    }
}
