package dev.estimator.system;

import static dev.estimator.Near.assertNear;
import static dev.estimator.latency.Latencies.latency;
import static dev.estimator.latency.Latencies.latencyP50P99;
import static dev.estimator.quantity.Quantities.MONTH;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.gbitPerSecond;
import static dev.estimator.quantity.Quantities.hours;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.minutes;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.nines;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Quantities.tb;
import static dev.estimator.quantity.Quantities.thousand;
import static dev.estimator.quantity.Quantities.us;
import static dev.estimator.quantity.Quantities.usd;
import static dev.estimator.quantity.Units.B;
import static dev.estimator.quantity.Units.PER_SECOND;
import static dev.estimator.quantity.Units.SECONDS;
import static dev.estimator.system.Step.async;
import static dev.estimator.system.Step.atOnce;
import static dev.estimator.system.Step.cacheAside;
import static dev.estimator.system.Step.every;
import static dev.estimator.system.Step.firstOf;
import static dev.estimator.system.Step.inSequence;
import static dev.estimator.system.Step.readThrough;
import static dev.estimator.system.Step.sometimes;
import static dev.estimator.system.Step.times;
import static org.assertj.core.api.Assertions.assertThat;

import dev.estimator.Serial;
import dev.estimator.reliability.ActiveActive;
import dev.estimator.reliability.ActivePassive;
import dev.estimator.reliability.Call;
import dev.estimator.reliability.Quorum;
import dev.estimator.reliability.Repairable;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What templates of system design name, each said in a line. */
class VocabularyTest {
    private static final Repairable MACHINE = Repairable.of(days(90), hours(4));

    private static Architecture of(Step step) {
        return Architecture.of(UseCase.read("read", qps(400), qps(1000), step));
    }

    private static double peak(Step step, Component component) {
        return of(step).load(component).peak().to(PER_SECOND);
    }

    private static final Component API =
            Component.named("api").serviceTime(ms(6), count(8)).upPerInstance(percentUp(99.5));

    /** One answer is kept for an hour by a browser that asks 50 times. */
    @Test
    void dns() {
        Component dns =
                Component.named("DNS").latency(latencyP50P99(ms(15), ms(120))).up(nines(5));
        assertNear(20, peak(API.calling(sometimes(percent(2), dns)), dns));
        assertThat(of(API.calling(sometimes(percent(2), dns))).chain("read").singlePointsOfFailure())
                .contains("DNS");
        assertThat(of(Component.named("edge").up(nines(4)).dependsOn(dns))
                        .chain("read")
                        .singlePointsOfFailure())
                .containsExactly("edge", "DNS");
    }

    /** A push CDN has all of it, a pull CDN asks for what it misses. */
    @Test
    void cdn_pushAndPull() {
        Component cdn = Component.named("CDN")
                .latency(latencyP50P99(ms(15), ms(80)))
                .up(nines(4))
                .pricePerByte(usd(0.02).per(gb(1)));
        assertThat(of(cdn.receiving(kb(30))).loads()).hasSize(1);
        assertNear(400, peak(readThrough(cdn.receiving(kb(30)), percent(60), API.receiving(kb(30))), API));
    }

    /**
     * Active-passive: one of two; active-active: as many as carry the peak. Layer 4 passes packets, layer 7 reads
     * requests.
     */
    @Test
    void loadBalancers() {
        Component layer4 = Component.named("L4")
                .latency(latency(us(50)))
                .up(Call.of("L4", ActivePassive.of(MACHINE, seconds(10), percent(1))));
        Component layer7 = Component.named("L7")
                .serviceTime(us(200), count(4))
                .up(Call.of("L7", ActiveActive.of(MACHINE, 2, percent(40))));
        Architecture system = of(layer4.calling(layer7.calling(API)));
        assertThat(system.chain("read").singlePointsOfFailure()).doesNotContain("L4", "L7");
        assertThat(system.availability("read").value()).isBetween(0.99, 1.0);
    }

    @Test
    void reverseProxy_gatewayWithARateLimit_statelessService() {
        Component proxy =
                Component.named("reverse proxy").serviceTime(us(80), count(4)).bandwidth(gbitPerSecond(10));
        Component gateway =
                Component.named("gateway").serviceTime(us(300), count(8)).requestsPerInstance(qps(2000));
        Architecture system = of(proxy.receiving(kb(20)).calling(gateway.calling(API)));
        assertThat(system.load(gateway).resources()).contains("requests");
        assertThat(system.load(API).instances()).isEqualTo(count(2));
        assertThat(system.load(proxy).utilization("network").value()).isPositive();
    }

    /**
     * A primary with replicas: reads are shared, each replica applies every write. Several primaries: each gets its
     * part of the writes.
     */
    @Test
    void relational() {
        Component primary = Component.named("primary")
                .serviceTime(ms(5), count(8))
                .up(Call.of("primary", ActivePassive.of(MACHINE, minutes(1), percent(2))));
        Component replicas =
                Component.named("replicas").serviceTime(ms(3), count(4)).instances(count(5));
        Component users = Component.named("users").serviceTime(ms(2), count(8));
        Component orders =
                Component.named("orders").serviceTime(ms(4), count(8)).shards(count(4), percent(40));
        Step write = atOnce(primary.calling(async(every(replicas))), users, orders);
        Architecture system = Architecture.of(
                UseCase.read("read", qps(400), qps(1000), replicas), UseCase.write("write", qps(40), qps(100), write));
        assertNear(
                1000 * 0.003 / 4 / 5 + 100 * 0.003 / 4,
                system.load(replicas).utilization().value());
        assertThat(system.load(orders).instances()).isEqualTo(count(4));
    }

    /** Key-value, wide-column, document and graph stores: a quorum of copies, or of so many nodes at once. */
    @Test
    void stores() {
        Quorum quorum = Quorum.builder()
                .copies(3)
                .readsFrom(2)
                .writesTo(2)
                .availabilityOfCopy(nines(3))
                .build();
        Component keyValue = Component.named("key-value")
                .latency(latencyP50P99(ms(2), ms(12)))
                .up(Call.reading("key-value", quorum));
        Component wideColumn =
                Component.named("wide-column").serviceTime(ms(1), count(8)).needs("disk", tb(90), tb(2));
        Component graph = Component.named("graph").serviceTime(ms(12), count(16));
        Architecture system = of(API.calling(keyValue, firstOf(2, 3, wideColumn), times(3.5, graph)));
        assertThat(system.load(wideColumn).instances()).isEqualTo(count(65));
        assertNear(3500, system.load(graph).peak().to(PER_SECOND));
        assertThat(system.chain("read").singlePointsOfFailure()).doesNotContain("key-value");
    }

    @Test
    void blobs_costWhatIsStored() {
        Component blobs = Component.named("blobs")
                .latency(latencyP50P99(ms(60), ms(300)))
                .up(nines(4))
                .charge("storage", usd(0.023).per(gb(1)).per(MONTH).times(tb(5)));
        assertNear(
                115,
                of(blobs.receiving(kb(300))).cost().times(MONTH).div(usd(1)).value());
    }

    /** Client, CDN, web server, application and database cache: each takes its part of what is left. */
    @Test
    void caches_oneBehindTheOther() {
        Component client = Component.named("client cache");
        Component cdn = Component.named("CDN").latency(latency(ms(15)));
        Component web = Component.named("web cache").latency(latency(ms(1)));
        Component application = Component.named("application cache").latency(latency(us(500)));
        Component store = Component.named("store").serviceTime(ms(3), count(4));
        Step read = readThrough(
                client,
                percent(30),
                readThrough(
                        cdn,
                        percent(60),
                        readThrough(web, percent(20), API.calling(cacheAside(application, percent(90), store)))));
        assertNear(1000 * 0.7 * 0.4 * 0.8 * 0.1, peak(read, store));
    }

    /** A queue takes messages fast; what workers cannot do in time is back pressure, seen as utilization. */
    @Test
    void queues_consumersAndBackPressure() {
        Component queue = Component.named("queue")
                .latency(latencyP50P99(ms(3), ms(15)))
                .pricePerRequest(usd(0.4).per(million(1)));
        Component workers = Component.named("workers")
                .serviceTime(ms(120), count(8))
                .oneLine()
                .instances(count(12));
        Architecture system = of(API.calling(queue, async(workers)));
        assertNear(1000 * 0.12 / 96, system.load(workers).utilization().value());
        assertNear(96 / 120.0, system.load(workers).headroom().value());
        assertThat(system.contributions("read")).doesNotContainKey("workers");
    }

    /**
     * TCP needs one round trip before the first request, TLS another; UDP none; a call over REST or RPC one for itself.
     */
    @Test
    void protocols_areRoundTrips() {
        Component rpc = Component.named("rpc").roundTrip(latency(ms(0.5)));
        Component far = Component.named("far").roundTrip(latency(ms(80)));
        Component handshake = Component.named("TCP and TLS").roundTrip(latency(ms(160)));
        Architecture system = of(inTurn(sometimes(percent(5), handshake), far, rpc));
        assertNear(0.05 * 160 + 80 + 0.5, 1e3 * system.mean("read").to(SECONDS));
    }

    private static Step inTurn(Step... steps) {
        return Step.inSequence(steps);
    }

    /** Long polling, websockets and server-sent events: connections held, and memory for each. */
    @Test
    void connections_areHeld() {
        Component sockets = Component.named("sockets")
                .serviceTime(us(40), count(8))
                .needs("connections", million(3), thousand(100))
                .needs("memory", million(3).times(kb(20)), gb(16));
        Architecture system = of(sockets);
        assertThat(system.load(sockets).instances()).isEqualTo(count(43));
        assertThat(system.load(sockets).resources()).startsWith("connections");
    }

    @Test
    void external_withAContract() {
        Component payment = Component.named("payment")
                .latency(latencyP50P99(ms(250), ms(1500)))
                .up(nines(3))
                .requestsPerInstance(qps(500))
                .instances(count(1));
        assertNear(0.5, of(API.calling(payment)).headroom().value());
        assertNear(0.5, of(API.calling(payment)).served("read").value());
    }

    /** Log lines, samples and traces are left by reads, too: 400 req/s × 2 kB for 30 days. */
    @Test
    void telemetry() {
        Component logged = API.logs("logs", kb(2), days(30)).logs("metrics", bytes(16), days(400));
        assertNear(
                400 * 2e3 * 30 * 86_400, of(logged).load(logged).stored("logs").to(B));
    }

    /**
     * Of 278 sent, 56 read and 30 deleted a second, 278 and 30 store 2 kB for 365 days: 19.425 TB, and not 22.957 TB.
     */
    @Test
    void writes_areOfUseCasesThatWrite() {
        Component store =
                Component.named("store").writes("messages", kb(2), days(365)).logs("log", bytes(300), days(7));
        Architecture chat = Architecture.of(
                UseCase.write("send", qps(278), qps(834), API.calling(store)),
                UseCase.read("open", qps(56), qps(168), API.calling(store)),
                UseCase.write("delete", qps(30), qps(90), async(store)));
        assertNear(
                (278 + 30) * 2e3 * 365 * 86_400,
                chat.load(store).stored("messages").to(B));
        assertNear(
                (278 + 56 + 30) * 300.0 * 7 * 86_400,
                chat.load(store).stored("log").to(B));
        assertNear(0, of(store).load(store).stored("messages").to(B));
    }

    /** 87 questions a second read the history and write 4 kB, kept for 365 days: 10.97 TB, which were 21.95 TB. */
    @Test
    void readOnly_visitLeavesNothingThatIsWritten() {
        Component store = Component.named("store")
                .serviceTime(ms(3), count(4))
                .writes("messages", kb(4), days(365))
                .logs("log", bytes(300), days(7));
        Architecture chat = Architecture.of(
                UseCase.write("ask", qps(87), qps(250), API.calling(store.readOnly(), store.taking(ms(6)))));
        assertNear(87, chat.load(store).reads().to(PER_SECOND));
        assertNear(87, chat.load(store).writes().to(PER_SECOND));
        assertNear(87 * 4e3 * 365 * 86_400, chat.load(store).stored("messages").to(B));
        assertNear(2 * 87 * 300.0 * 7 * 86_400, chat.load(store).stored("log").to(B));
    }

    /**
     * In whatever order it was said, of which step it is a part, and of which system: 13 requests, of which 40 % read.
     */
    @Test
    void readOnly_isKept() {
        Component store = Component.named("store").serviceTime(ms(3), count(4)).writes("rows", kb(4), days(30));
        Visit read = store.readOnly()
                .sending(bytes(90))
                .receiving(kb(7))
                .taking(ms(2))
                .calling(API);
        Architecture system = Architecture.of(UseCase.write(
                "save", qps(13), qps(17), inSequence(store, async(sometimes(percent(40), read)))));
        Architecture copy = Serial.roundTrip(system);
        for (Architecture each :
                List.of(system, copy, system.provisioned(90), system.without(API), system.with(store.oneLine()))) {
            assertNear(13, each.load(store).writes().to(PER_SECOND));
            assertNear(5.2, each.load(store).reads().to(PER_SECOND));
        }
        Architecture tried = system.times(ratio(3)).retried(store, 2, percent(50));
        assertNear(3 * 1.5 * 13, tried.load(store).writes().to(PER_SECOND));
        assertNear(3 * 1.5 * 5.2, tried.load(store).reads().to(PER_SECOND));
    }

    /** Two of three visits write; a row of a table says of how many it is, and so does the screen, with the time. */
    @Test
    void stored_saysWhatItIs() {
        Component store =
                Component.named("store").writes("rows", kb(4), days(30)).logs("log", kb(1), days(7));
        Component index = Component.named("index").writes("index", kb(1), days(30));
        Architecture system = Architecture.of(
                UseCase.write("ask", qps(10), qps(20), API.calling(store.readOnly(), store, store, index)),
                UseCase.write("put", qps(5), qps(6), store));
        assertThat(system.load(store).stored("rows").name())
                .isEqualTo("rows in store of 2 visits per ask, one copy at steady traffic");
        // 25 × 4 kB × 30 d, 35 × 1 kB × 7 d and 10 × 1 kB × 30 d
        assertThat(system.toString())
                .contains("\nstored, one copy at steady traffic: rows in store of 2 visits per ask 259 GB kept 30 d,"
                        + " log in store 21 GB kept 7 d, index 26 GB kept 30 d");
        Architecture once =
                Architecture.of(UseCase.write("ask", qps(10), qps(20), API.calling(store.readOnly(), store)));
        assertThat(once.load(store).stored("rows").name()).isEqualTo("rows in store, one copy at steady traffic");
    }
}
