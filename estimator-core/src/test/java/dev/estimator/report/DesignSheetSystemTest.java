package dev.estimator.report;

import static dev.estimator.latency.Latencies.latency;
import static dev.estimator.quantity.Quantities.*;
import static dev.estimator.system.Step.anyOf;
import static dev.estimator.system.Step.async;
import static dev.estimator.system.Step.atOnce;
import static dev.estimator.system.Step.cacheAside;
import static dev.estimator.system.Step.every;
import static dev.estimator.system.Step.inSequence;
import static dev.estimator.system.Step.readThrough;
import static dev.estimator.system.Step.sometimes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.estimator.latency.Latency;
import dev.estimator.model.Traffic;
import dev.estimator.quantity.Qps;
import dev.estimator.system.Architecture;
import dev.estimator.system.Component;
import dev.estimator.system.Step;
import dev.estimator.system.UseCase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a design sheet makes of a system. */
class DesignSheetSystemTest {
    private static final DesignSheet SHEET = DesignSheet.titled("Feed");
    private static final Component BIG = Component.named("big")
            .serviceTime(ms(900), count(16))
            .upPerInstance(percentUp(99.5))
            .price(usd(7).per(HOUR));
    private static final Component SMALL = Component.named("small")
            .needs("memory", gb(3), gb(64))
            .serviceTime(ms(400), count(6))
            .upPerInstance(percentUp(98.5))
            .price(usd(3).per(HOUR));
    private static final String COMPONENTS = "Throughput and latency of each component";

    private static String text(Architecture architecture, String heading) {
        return Sheets.text(SHEET.architecture(architecture), heading);
    }

    private static Architecture asking(Step step) {
        return Architecture.of(UseCase.read("ask", qps(40), qps(70), step));
    }

    /** 600 × 2 kB = 1.2 MB/s in, 2,400 × 5 kB = 12 MB/s out. */
    @Test
    void throughput_ofAllUseCases() {
        assertThat(text(Sheets.SYSTEM, "Throughput")).isEqualTo("""
                read rate        800 req/s
                  write rate       200 req/s
                  reads to writes  ×4
                  average rate     1k req/s
                  peak rate        3k req/s""");
        assertThat(text(Sheets.SYSTEM, "Traffic volume")).isEqualTo("""
                peak bandwidth in   1.2 MB/s (9.6 Mbit/s)
                  peak bandwidth out  12 MB/s (96 Mbit/s)""");
    }

    /** The traffic says more of rates, and nothing of bytes; in which order they are told does not matter. */
    @Test
    void throughput_ofTrafficFirst() {
        Traffic traffic = Traffic.builder().requestRate(qps(35)).build();
        for (DesignSheet sheet : new DesignSheet[] {
            SHEET.models(traffic).architecture(Sheets.SYSTEM),
            SHEET.architecture(Sheets.SYSTEM).models(traffic)
        }) {
            assertThat(Sheets.text(sheet, "Throughput"))
                    .startsWith("request rate  35 req/s")
                    .doesNotContain("average rate");
            assertThat(Sheets.text(sheet, "Traffic volume"))
                    .isEqualTo(text(Sheets.SYSTEM, "Traffic volume"))
                    .doesNotContain("left out");
        }
    }

    /** RC-LAYERS: 20 of 100 requests visit the second layer, so a request takes 10 + 0.2 × 100 = 30 ms, not 110. */
    @Test
    void latency_ofVisitsThatAreMade() {
        Component first = Component.named("first").latency(latency(ms(10)));
        Component second = Component.named("second").latency(latency(ms(100)));
        Architecture system =
                Architecture.of(UseCase.read("ask", qps(50), qps(100), first.calling(sometimes(percent(20), second))));
        assertThat(text(system, "Latency")).isEqualTo("""
                use case  mean   p50    p99
                  ask       30 ms  10 ms  110 ms""");
        assertThat(text(system, COMPONENTS)).isEqualTo("""
                component         at peak    carries  mean per ask
                  first             100 req/s  –        10 ms
                  second            20 req/s   –        20 ms
                  mean, end to end  –          –        30 ms""");
    }

    /**
     * A CDN that takes 90 % of 28,760 reads and no write leaves 2,876 + 1,468 = 4,344; before everything it would leave
     * 3,022.8.
     */
    @Test
    void cdn_rateAtTheOrigin() {
        Component cdn = Component.named("cdn");
        Component origin = Component.named("origin").requestsPerInstance(qps(1086));
        UseCase read = UseCase.read("read", qps(28_760), qps(28_760), readThrough(cdn, percent(90), origin));
        Architecture right = Architecture.of(read, UseCase.write("write", qps(1468), qps(1468), origin));
        Architecture wrong = Architecture.of(
                read, UseCase.write("write", qps(1468), qps(1468), readThrough(cdn, percent(90), origin)));
        assertThat(text(right, "System"))
                .containsPattern("origin +4.3k req/s +6 ")
                .contains("cdn → origin      2.9k req/s", "clients → origin  1,468 req/s");
        assertThat(text(right, COMPONENTS)).containsPattern("origin +4.3k req/s +6.5k req/s");
        assertThat(text(wrong, "System"))
                .containsPattern("origin +3k req/s +4 ")
                .contains("cdn → origin   3k req/s")
                .doesNotContain("clients → origin");
    }

    /**
     * 70 ÷ 10 ÷ 0.5 = 14 and one spare; 16 ÷ 4 ÷ 0.5 = 8; $0.5 × 730 × 15 = $5,475, with 40 × 2,628,000 = 105.12 M
     * requests.
     */
    @Test
    void servers_andCost() {
        Component api = Component.named("api")
                .requestsPerInstance(qps(10))
                .needs("memory", gb(16), gb(4))
                .targetUtilization(percent(50))
                .spares(count(1))
                .price(usd(0.5).per(HOUR));
        assertThat(text(asking(api), "Servers")).isEqualTo("""
                api instances  15
                  fullest in each: api (requests, then memory)""");
        assertThat(text(asking(api), "Other estimates")).isEqualTo("""
                cost              $5.48k/month
                  cost per request  $52.08/1M requests""");
        assertThat(text(asking(api), "Scale")).isEqualTo("""
                component     needed  needed at ×3  needed at ×10  there   used  used at ×3  used at ×10
                  api           15      43            141            15      47%   140%        467%
                  cost a month  $5.48k  $15.7k        $51.5k         $5.48k  –     –           –
                  ×1 the traffic fits what is there
                  ×3 the traffic overloads api (requests); served: 71.4% of ask
                  ×10 the traffic overloads api (requests); served: 21.4% of ask
                  needed: to stay at the target utilization; there: as stated or bought, or else enough in 95% of
                  cases
                  taken as they are now: memory of api""");
    }

    /**
     * A fallback had no row, and cost as much at ×10. 100 × 0.9 s ÷ 16 ÷ 70 % are 8.04 and 100 × 0.4 s ÷ 6 ÷ 70 % are
     * 9.5; 730 × ($7 × 9 + $3 × 10) are $67,890, 730 × ($7 × 25 + $3 × 29) $191,260, 730 × ($7 × 81 + $3 × 96)
     * $624,150.
     */
    @Test
    void scale_ofFallback() {
        Architecture system = Architecture.of(UseCase.read("ask", qps(60), qps(100), anyOf(BIG, SMALL)));
        assertThat(text(system, "Servers")).isEqualTo("""
                big instances    9
                  small instances  10
                  fullest in each: big (workers), small (workers, then memory)""");
        assertThat(text(system, "Scale")).startsWith("""
                component     needed  needed at ×3  needed at ×10  there   used  used at ×3  used at ×10
                  big           9       25            81             9       63%   188%        625%
                  small         10      29            96             10      –     –           –
                  cost a month  $67.9k  $191k         $624k          $67.9k  –     –           –
                """).endsWith("taken as they are now: memory of small");
        assertThat(text(system, "Redundancy")).isEqualTo("""
                1 of 2 is enough: big, small
                  6 of 9 are enough: big
                  7 of 10 are enough: small""");
    }

    /** What was bought was bought anew for 95 % of cases, so that a month there cost more than the system does. */
    @Test
    void scale_ofBoughtFallback() {
        var peak = assume("peak", between(qps(60), qps(130)));
        Architecture bought = Architecture.of(UseCase.read("ask", qps(50), peak, anyOf(BIG, SMALL)))
                .provisioned(70);
        assertThat(bought.load(SMALL).instances().value()).isEqualTo(10);
        assertThat(bought.cost().times(MONTH)).isEqualTo(usd(67_890));
        assertThat(text(bought, "Scale"))
                .containsPattern("small .* 10 +– +–\\n")
                .containsPattern("cost a month .* \\$67.9k +– +–\\n");
        assertThat(text(bought, "Redundancy")).contains("6 of 10 are enough at the best guess: small"); // of 88 req/s
        for (String page : new String[] {
            Report.titled("Ask").architecture(bought).page().text(),
            SHEET.architecture(bought).page().text()
        }) {
            assertThat(page.substring(page.indexOf("Assumptions")))
                    .containsPattern("\\n +small\\n(.*\\n)* +service time +400 ms\\n +workers +6\\n");
        }
    }

    /** The cost, which has no busy columns, stood below them as '– – –' where those are below the others. */
    @Test
    void scale_narrow() {
        var rate = assume("rate", between(qps(3_217), qps(91_234)));
        Component api = Component.named("api").requestsPerInstance(qps(10)).price(usd(0.5).per(HOUR));
        Component db = Component.named("the database of orders")
                .requestsPerInstance(qps(17))
                .price(usd(0.7).per(HOUR));
        String scale = text(Architecture.of(UseCase.read("ask", rate, rate, api.calling(db))), "Scale");
        assertThat(scale.lines().filter(line -> line.strip().startsWith("component")))
                .hasSizeGreaterThan(1);
        assertThat(scale.lines().filter(line -> line.strip().startsWith("cost a month")))
                .singleElement(STRING)
                .contains("$");
        assertThat(scale.lines().filter(line -> line.strip().startsWith("the database")))
                .hasSizeGreaterThan(1);
    }

    /** 60 (30 … 120) of 100 are 60 % (30 … 120); above 100 in some 19 % of cases. */
    @Test
    void limits_ofRanges() {
        Component api = Component.named("api").requestsPerInstance(qps(100)).instances(count(1));
        var rate = assume("rate", between(qps(30), qps(120)));
        Architecture system = Architecture.of(UseCase.read("ask", rate, rate, api));
        assertThat(text(system, "Limits")).isEqualTo("""
                        limit                   found           does it hold?
                          api utilization ≤ 100%  60% (30 … 120)  fails: kept in 88.7% of cases, 95% needed
                          In brackets: p5 … p95, 9 cases in 10. Before: all inputs at best guess, often not the median.""");
        assertThat(text(system, "Bottleneck")).startsWith("api (requests) at ×1.67");
    }

    /** Of 210 a second three disks serve 150; threads that wait for the disk refuse nothing, so that only one does. */
    @Test
    void scale_threadsThatWaitForWhatIsFull() {
        Component disk = Component.named("disk").serviceTime(ms(20), count(1)).instances(count(3));
        Component web = Component.named("web").threads(count(4)).instances(count(1));
        assertThat(text(asking(web.calling(disk)), "Scale"))
                .contains("×3 the traffic overloads disk (workers), web (threads); served: 71.4% of ask\n");
    }

    /** 70 × 20 ms are 140 % of a worker, so that its line has no end, and 50 ÷ 70 is served. */
    @Test
    void overloaded() {
        Architecture system =
                asking(Component.named("disk").serviceTime(ms(20), count(1)).instances(count(1)));
        assertThat(text(system, "Latency")).isEqualTo("""
                use case  mean        p50         p99
                  ask       overloaded  overloaded  overloaded""");
        assertThat(text(system, "Limits")).isEqualTo("""
                limit                    found  does it hold?
                  disk utilization ≤ 100%  140%   fails""");
        assertThat(text(system, "Bottleneck")).startsWith("disk (workers) already at ×0.714");
        assertThat(text(system, COMPONENTS)).isEqualTo("""
                component         at peak   carries   mean per ask
                  disk              70 req/s  50 req/s  –
                  mean, end to end  –         –         overloaded""");
        assertThat(text(system, "Scale")).contains("×1 the traffic overloads disk (workers); served: 71.4% of ask");
    }

    /**
     * 250 requests need 3 of 6 instances, which stand in three zones; the cache answers 80 % while the store is down.
     */
    @Test
    void redundancy() {
        Component api = Component.named("api")
                .requestsPerInstance(qps(100))
                .instances(count(6))
                .zones(3, 1)
                .upPerInstance(percentUp(99));
        Component cache = Component.named("cache").up(nines(2));
        Component store = Component.named("store").up(nines(3));
        Component first = Component.named("first provider").up(percentUp(99.7));
        Component other = Component.named("other provider").up(percentUp(99.4));
        Architecture system = Architecture.of(
                        UseCase.read("read", qps(90), qps(150), api.calling(cacheAside(cache, percent(80), store))),
                        UseCase.write(
                                "pay", qps(60), qps(100), api.calling(sometimes(percent(30), anyOf(first, other)))))
                .zones(percentUp(99.9));
        assertThat(text(system, "Redundancy")).isEqualTo("""
                3 of 6 are enough: api
                  2 of 3 must be up, planned for the loss of 1: zone a, zone b, zone c
                  enough without cache: store
                  1 of 2 is enough: first provider, other provider""");
        assertThat(text(system, "Single points of failure")).isEqualTo("""
                read: store (for 20% of requests) takes it down alone
                  pay: nothing takes it down alone""");
        assertThat(text(asking(first.calling(store)), "Redundancy")).isEqualTo("none: every part is needed");
    }

    /** Without zone a the others go by their names; a component may be called as a zone is. */
    @Test
    void redundancy_afterZoneLoss() {
        Component api = Component.named("api")
                .serviceTime(ms(5), count(1))
                .instances(count(8))
                .zones(4, 2)
                .upPerInstance(percentUp(99));
        Component store = Component.named("store").up(nines(3));
        Component table = Component.named("zone table").up(nines(2));
        Component cache = Component.named("cache").up(nines(2));
        Architecture left = asking(anyOf(cache, api.calling(store, table)))
                .zones(percentUp(99.9))
                .afterZoneLoss();
        assertThat(text(left, "Redundancy")).isEqualTo("""
                enough without cache: api and store and zone table
                  1 of 6 is enough: api
                  2 of 3 must be up, planned for the loss of 1: zone b, zone c, zone d""");
    }

    /**
     * Of √(50 × 300) = 122.5 req/s ⌈122.5 × 60 ms⌉ = 8 without the cache, which are 18 of 300, and ⌈40 % × 7.35⌉ = 3
     * with it; of 122 req/s that are certain ⌈7.32⌉ are 8 in all cases, and of two shards ⌈7.32 ÷ 2⌉ = 4.
     */
    @Test
    void redundancy_inPlaceOfAnother() {
        assertThat(redundancy(assume("rate", between(qps(50), qps(300))), store()))
                .isEqualTo("""
                8 of 21 are enough at the best guess: db in place of cache
                  3 of 21 are enough at the best guess: db""");
        assertThat(redundancy(qps(122), store())).isEqualTo("""
                8 of 21 are enough: db in place of cache
                  3 of 21 are enough: db""");
        Component two = store().instances(count(22)).shards(count(2), percent(50));
        assertThat(redundancy(qps(122), two)).isEqualTo("""
                of each shard 4 of 11 are enough: db in place of cache
                  of each shard 2 of 11 are enough: db""");
        // what 9 cases in 10 have in common is certain
        assertThat(redundancy(assume("rate", between(qps(118), qps(130))), store()))
                .startsWith("8 of 21 are enough: db in place of cache\n");
    }

    /** Said 'vectors and llm in place of answers and hosted in place of answers', which states nothing. */
    @Test
    void redundancy_ofNestedAlternatives() {
        Component answers = Component.named("answers")
                .serviceTime(ms(1), count(8))
                .zones(3, 1)
                .upPerInstance(nines(3));
        Component vectors = Component.named("vectors").up(percentUp(99.7));
        Component llm = Component.named("llm")
                .serviceTime(ms(800), count(16))
                .instances(count(10))
                .upPerInstance(nines(2));
        Component hosted = Component.named("hosted").up(percentUp(99.5));
        Component local = Component.named("local").up(percentUp(99.4));
        Step found = sometimes(percent(40), vectors);
        // 70 × 0.8 s ÷ 16 are 4 of llm, and of the 85 % that miss 3
        Step step = cacheAside(answers, percent(15), inSequence(found, anyOf(llm, hosted)));
        assertThat(text(asking(step).zones(percentUp(99.9)), "Redundancy")).isEqualTo("""
                enough without answers: vectors and (llm or hosted)
                  1 of 3 is enough: answers
                  2 of 3 must be up, planned for the loss of 1: zone a, zone b, zone c
                  1 of 2 is enough: llm in place of answers, hosted
                  4 of 10 are enough: llm in place of answers
                  1 of 2 is enough: llm, hosted
                  3 of 10 are enough: llm""");
        assertThat(text(asking(anyOf(vectors, anyOf(hosted, local))), "Redundancy"))
                .isEqualTo("1 of 3 is enough: vectors, hosted, local");
        assertThat(text(asking(anyOf(vectors, inSequence(hosted, local))), "Redundancy"))
                .isEqualTo("enough without vectors: hosted and local");
        assertThat(text(asking(cacheAside(answers, percent(15), anyOf(llm, anyOf(hosted, local)))), "Redundancy"))
                .isEqualTo("""
                enough without answers: llm or hosted or local
                  1 of 3 is enough: answers
                  1 of 3 is enough: llm in place of answers, hosted, local
                  4 of 10 are enough: llm in place of answers
                  1 of 3 is enough: llm, hosted, local
                  3 of 10 are enough: llm""");
    }

    /** Said 'enough without a: a and b', which contradicts itself: a or a and b is a. */
    @Test
    void redundancy_ofWhatContainsTheFirst() {
        Component a = Component.named("a").up(nines(3));
        Component b = Component.named("b").up(nines(2));
        Component c = Component.named("c").up(percentUp(99.7));
        assertThat(text(asking(anyOf(a, inSequence(a, b))), "Redundancy")).isEqualTo("enough without b: a");
        assertThat(text(asking(anyOf(inSequence(a, b), a)), "Redundancy")).isEqualTo("enough without b: a");
        assertThat(text(asking(anyOf(inSequence(a, c), inSequence(a, b))), "Redundancy"))
                .isEqualTo("enough without c: a and b");
        assertThat(text(asking(anyOf(a, inSequence(c, anyOf(a, b)))), "Redundancy"))
                .isEqualTo("""
                enough without a: c and (a or b)
                  1 of 2 is enough: a, b""");
    }

    /**
     * While small is down each request visits db twice, 70 × 2 × 60 ms are 9 of 21. Said 'enough without db and small:
     * db', and 'db in place of db'.
     */
    @Test
    void redundancy_ofWhatTheFirstHasToo() {
        Component small = Component.named("small").up(nines(2));
        for (Step step : List.of(anyOf(inSequence(store(), small), store()), anyOf(store().calling(small), store()))) {
            assertThat(text(asking(step), "Redundancy")).isEqualTo("""
                    enough without small: db
                      5 of 21 are enough: db
                      9 of 21 are enough: db in place of small""");
        }
    }

    /** While the store is down, it cannot carry twice the load either. */
    @Test
    void redundancy_ofMoreOfTheFirst() {
        Step twice = inSequence(Step.times(2, store()), Component.named("small").up(nines(2)));
        assertThat(text(asking(anyOf(store(), twice)), "Redundancy")).startsWith("enough without small: db");
    }

    /** A use case that calls the cache itself fails without it, whatever others do. */
    @Test
    void redundancy_ofSomeUseCases() {
        Component cache = Component.named("cache")
                .requestsPerInstance(qps(400))
                .instances(count(2))
                .up(nines(3));
        Component small = Component.named("small").up(nines(2));
        UseCase near = UseCase.read("near", qps(122), qps(122), cacheAside(cache, percent(60), store()));
        UseCase ping = UseCase.write("ping", qps(9), qps(9), cache);
        UseCase trip = UseCase.read("trip", qps(9), qps(9), anyOf(cache, small));
        assertThat(text(Architecture.of(near, ping), "Redundancy")).isEqualTo("""
                enough without cache: db (for near)
                  8 of 21 are enough: db in place of cache (for near)
                  3 of 21 are enough: db""");
        assertThat(text(Architecture.of(trip, ping), "Redundancy"))
                .isEqualTo("1 of 2 is enough: cache, small (for trip)");
        UseCase far = UseCase.read("far", qps(1), qps(1), cacheAside(cache, percent(60), store()));
        assertThat(text(Architecture.of(near, far), "Redundancy")).doesNotContain("for ");
        assertThat(text(Architecture.of(near, far, ping), "Redundancy"))
                .startsWith("enough without cache: db (for near and far)\n");
        Component db = Component.named("db").up(nines(3));
        assertThat(text(
                        Architecture.of(UseCase.read("near", qps(9), qps(9), cacheAside(cache, percent(60), db)), ping),
                        "Redundancy"))
                .isEqualTo("enough without cache: db (for near)");
    }

    private static Component store() {
        return Component.named("db")
                .serviceTime(ms(60), count(1))
                .instances(count(21))
                .upPerInstance(percentUp(99.5));
    }

    private static String redundancy(Qps rate, Component db) {
        Component cache = Component.named("cache")
                .requestsPerInstance(qps(400))
                .instances(count(2))
                .up(nines(3));
        UseCase read = UseCase.read("r", rate, rate, cacheAside(cache, percent(60), db));
        String all = text(Architecture.of(read), "Redundancy");
        return all.substring(all.indexOf('\n') + 1).strip();
    }

    @Test
    void consistency_ofCachesAndOfWhatIsDoneLater() {
        Component store = Component.named("store");
        Architecture system = Architecture.of(
                UseCase.read(
                        "read",
                        qps(2),
                        qps(3),
                        readThrough(
                                Component.named("cdn"),
                                percent(60),
                                cacheAside(Component.named("cache"), percent(90), store))),
                UseCase.write(
                        "write",
                        qps(4),
                        qps(5),
                        store.calling(async(Component.named("mail")), async(Component.named("log")))));
        assertThat(text(system, "Consistency or availability")).isEqualTo("""
                may serve stale data: cdn, cache
                  done after the answer, so seen later (eventual consistency): mail (by store), log (by store)""");
    }

    /** The sms, down for 5 % of requests, costs the most and is not what takes it down from now on. */
    @Test
    void singlePoints_besideWhatIsDown() {
        Component sms = Component.named("sms").up(percentUp(99.5));
        Component pay = Component.named("pay").up(percentUp(99.9));
        Component log = Component.named("log").up(percentUp(99));
        Architecture system = asking(log.calling(sometimes(percent(5), sms)).calling(pay));
        assertThat(text(system.without(sms), "Single points of failure"))
                .isEqualTo("ask: log, pay take it down alone; the log costs the most time down");
    }

    /** One of a name with a comma is one. */
    @Test
    void singlePoints_nameWithAComma() {
        assertThat(text(asking(Component.named("b, c").up(nines(3))), "Single points of failure"))
                .isEqualTo("ask: b, c takes it down alone");
    }

    /** The store is down for 0.1 % × 100 %, the provider for 0.3 % × 25 %. */
    @Test
    void singlePoints_ofSomeRequests() {
        Component store = Component.named("store").up(nines(3));
        Component provider = Component.named("provider").up(percentUp(99.7));
        Architecture system = asking(store.calling(sometimes(percent(25), provider)));
        assertThat(text(system, "Single points of failure"))
                .isEqualTo(
                        "ask: store, provider (for 25% of requests) take it down alone; the store costs the most time"
                                + " down");
        // 0.999 × (1 − 0.25 × 0.003) = 0.99825075; of 730 h 1.277 h
        assertThat(text(system, "Overall"))
                .contains("availability of the whole      99.83% (2.8 nines)")
                .contains("downtime a month of the whole  1.3 h");
    }

    /**
     * Each replica does all 30 writes of 20 ms, 60 %, and its part of 40 reads, 0.8 ÷ (70 % − 60 %) = 8; three times
     * the writes are 180 %.
     */
    @Test
    void scale_noNumberIsEnough() {
        Component replica =
                Component.named("replica").serviceTime(ms(20), count(1)).instances(count(9));
        Architecture system = Architecture.of(
                UseCase.read("read", qps(40), qps(40), replica),
                UseCase.write("write", qps(30), qps(30), every(replica)));
        assertThat(text(system, "Scale")).startsWith("""
                component  needed  needed at ×3  needed at ×10  there  used  used at ×3  used at ×10
                  replica    8       –             –              9      69%   207%        689%
                """);
    }

    /** Of what is known above p90 alone the median is not; it is never the slowest beside 20 ms, and not overloaded. */
    @Test
    void components_atOnceWithUnknownMedian() {
        Component ads = Component.named("ads").latency(Latency.ofPercentiles(Map.of(90, ms(4), 100, ms(9))));
        Component posts = Component.named("posts").latency(latency(ms(20)));
        assertThat(text(asking(atOnce(ads, posts)), COMPONENTS)).isEqualTo("""
                component         at peak   carries  mean per ask
                  ads               70 req/s  –        –
                  posts             70 req/s  –        20 ms
                  mean, end to end  –         –        20 ms""");
        assertThat(text(asking(ads), "Latency")).matches("(?s)use case +mean +p50 +p99\n +ask +2.* ms +– +8.* ms");
        Component log = Component.named("log").latency(Latency.ofPercentiles(Map.of(90, ms(4), 99, ms(9)), ms(3)));
        assertThat(text(asking(posts.calling(log)), "Overall")).doesNotContain("overloaded");
    }

    /** The longer of 3 and 8 ms, which is never that of 3. */
    @Test
    void components_atOnce() {
        Step step = atOnce(
                Component.named("ads").latency(latency(ms(3))),
                Component.named("posts").latency(latency(ms(8))));
        assertThat(text(asking(step), COMPONENTS)).isEqualTo("""
                component         at peak   carries  mean per ask
                  ads               70 req/s  –        –
                  posts             70 req/s  –        8 ms
                  mean, end to end  –         –        8 ms""");
    }

    /** What nothing was said of is left out, and nobody assumed that an unvisited fallback gets nothing. */
    @Test
    void hardlyAnything() {
        Architecture system = asking(anyOf(Component.named("desk"), Component.named("phone")));
        for (String topic : new String[] {
            "Traffic volume",
            "Servers",
            "Latency",
            "Other estimates",
            "Limits",
            "Consistency or availability",
            "Bottleneck",
            "Single points of failure",
            "Redundancy",
            "Scale"
        }) {
            assertThat(DesignSheet.titled("System").architecture(system).page().sections())
                    .noneMatch(section -> section.heading().equals(topic));
        }
        assertThat(text(system, "Left out"))
                .isEqualTo("left empty: Use cases, Not covered, Users, Usage patterns and 13 other topics");
        assertThat(text(system, "Assumptions")).isEqualTo("""
                ask rate  40 req/s
                  ask peak  70 req/s""");
        assertThat(text(system, COMPONENTS)).isEqualTo("""
                component  at peak   carries
                  desk       70 req/s  –
                  phone      –         –""");
        assertThat(text(system, "System")).contains("phone      fallback  – ");
    }

    /** The rates of both are called 'write rate' by their models; the sheet tells them apart by the use cases. */
    @Test
    void twoTraffics() {
        Component store = Component.named("store").serviceTime(ms(2), count(4));
        Traffic orders = Traffic.builder().writeRate(qps(11)).readRate(qps(0)).build();
        Traffic places = Traffic.builder().writeRate(qps(900)).readRate(qps(0)).build();
        Architecture system = Architecture.of(
                UseCase.write("order", orders, store), UseCase.write("place", places, store.sending(kb(1))));
        assertThat(text(system, "Throughput")).contains("write rate    911 req/s");
    }
}
