package dev.estimator.report;

import static dev.estimator.latency.Latencies.latencyP50P99;
import static dev.estimator.quantity.Quantities.HOUR;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.perDay;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.usd;
import static dev.estimator.quantity.Quantities.years;
import static dev.estimator.system.Step.anyOf;
import static dev.estimator.system.Step.atOnce;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import dev.estimator.caching.Popularity;
import dev.estimator.model.CacheMemory;
import dev.estimator.model.RecordKind;
import dev.estimator.model.Servers;
import dev.estimator.model.Storage;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.queueing.ErlangC;
import dev.estimator.system.Architecture;
import dev.estimator.system.Component;
import dev.estimator.system.UseCase;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BelongingsTest {
    private static final Qps RATE = assume("rate", qps(300), "a log");
    private static final Ratio PEAK = assume("peak", ratio(3));

    private static List<String> assumptions(Page page) {
        return page.text()
                .lines()
                .dropWhile(line -> !line.equals("Assumptions"))
                .skip(1)
                .takeWhile(line -> !line.isBlank())
                .map(line -> line.replaceAll("(?<=\\S) {2,}.*", ""))
                .toList();
    }

    /** What would begin with 'of' or 'per' keeps its name. */
    @Test
    void below_keepsWhatReadsAsAName() {
        assertThat(Block.below("api", "api: servers")).isEqualTo("servers");
        assertThat(Block.below("presence", "presence instances")).isEqualTo("instances");
        assertThat(Block.below("presence", "presence of a user")).isEqualTo("presence of a user");
        assertThat(Block.below("disk", "disk per instance")).isEqualTo("disk per instance");
        assertThat(Block.below("disk", "disks")).isEqualTo("disks");
        assertThat(Block.below("disk", "disk")).isEqualTo("disk");
    }

    /** The first word of a name that a user chose says nothing. */
    @Test
    void page_nameOfTheUser_isOfWhatNeedsIt() {
        TimeSpan queryTime = assume("query time", between(ms(15), ms(60)));
        Component store = Component.named("store")
                .serviceTime(queryTime, count(8))
                .up(assume("store promise", percentUp(99.7)))
                .price(usd(0.6).per(HOUR))
                .instances(count(9));
        Component query = Component.named("query")
                .serviceTime(ms(5), count(4))
                .price(usd(0.25).per(HOUR))
                .up(percentUp(99.9))
                .instances(assume("nodes of store", count(7)));
        Architecture system = Architecture.of(UseCase.read(
                "ask", RATE, RATE.times(PEAK), query.receiving(kb(6)).calling(store.receiving(kb(9)))));
        Report report = Report.titled("Page").architecture(system);
        assertThat(assumptions(report.page()))
                .containsExactly(
                        "  rate",
                        "  peak",
                        "  query",
                        "    nodes of store",
                        "    service time",
                        "    workers",
                        "    availability of query",
                        "    price",
                        "    response of query",
                        "  store",
                        "    instances",
                        "    query time",
                        "    workers",
                        "    store promise",
                        "    price",
                        "    response of store");
        assertThat(Page.fromJson(report.page().json())).isEqualTo(report.page());
        // the same where answers of the system are in other sections too
        assertThat(assumptions(report.section("Again", system.mean("ask"), system.availability("ask"))
                        .page()))
                .containsSubsequence("  store", "    query time", "    store promise");
    }

    /** They stood under one heading, with a spare and without. */
    @Test
    void page_modelNamedAsAComponent_isToldApart() {
        Bytes data = assume("data", between(gb(3000), gb(9000)));
        Servers nodes = Servers.builder()
                .name("tsdb")
                .limit("samples", RATE, qps(250))
                .limit("disk", data, gb(2000))
                .spares(count(1))
                .zones(count(2))
                .build();
        Component tsdb = Component.named("tsdb")
                .serviceTime(ms(12), count(8))
                .upPerInstance(percentUp(99.5))
                .zones(3, 1)
                .needs("disk", data, gb(1500))
                .instances(count(6))
                .price(usd(1.1).per(HOUR));
        String page = DesignSheet.titled("Page")
                .models(nodes)
                .architecture(Architecture.of(UseCase.read("read", RATE, RATE.times(PEAK), tsdb)))
                .page()
                .text();
        assertThat(page.lines().map(line -> line.replaceAll("(?<=\\S) {2,}.*", "")))
                .containsSubsequence(
                        "  data",
                        "  tsdb",
                        "    instances",
                        "    service time",
                        "    disk per instance",
                        "  tsdb (model)",
                        "    disk per server",
                        "    samples per server",
                        "    spares",
                        "    zones");
        assertThat(page)
                .contains("tsdb (model): target utilization 70%")
                .doesNotContain("target utilization 70%, target");
    }

    /** A component and a model may begin with one word. */
    @Test
    void page_modelAndComponentOfOneWord() {
        CacheMemory cache = CacheMemory.builder()
                .name("results cache")
                .popularity(Popularity.of(count(90_000), ratio(0.9)))
                .itemSize(kb(3))
                .reads(qps(90))
                .hotShare(percent(15))
                .build();
        Component results = Component.named("results")
                .serviceTime(ms(3), count(8))
                .up(percentUp(99.7))
                .price(usd(0.6).per(HOUR))
                .instances(count(5));
        Component api = Component.named("api")
                .serviceTime(ms(2), count(7))
                .price(usd(0.3).per(HOUR))
                .instances(count(6));
        Architecture system = Architecture.of(UseCase.read("ask", RATE, RATE.times(PEAK), api.calling(results)));
        List<String> assumptions = assumptions(Report.titled("Page")
                .architecture(system)
                .section("Results cache", cache)
                .page());
        assertThat(assumptions)
                .containsSubsequence("  results", "    instances")
                .containsSubsequence("  results cache", "    items", "    hot share", "    Zipf exponent")
                .noneMatch(line -> line.contains("cache:"));
    }

    /** 14 inputs: two that the whole system uses, and those of three components. */
    @Test
    void page_system_byComponent() {
        Component store = Component.named("store")
                .latency(latencyP50P99(ms(4), ms(31)))
                .up(percentUp(99.7))
                .price(usd(0.6).per(HOUR))
                .instances(count(5));
        Component api = Component.named("api")
                .serviceTime(assume("time in the api", ms(2)), count(8))
                .price(usd(0.25).per(HOUR))
                .up(percentUp(99.9))
                .instances(count(7));
        Architecture system = Architecture.of(
                UseCase.read("ask", RATE, RATE.times(PEAK), api.receiving(kb(6)).calling(store.receiving(kb(9)))));
        Page page = Report.titled("Page").architecture(system).page();
        assertThat(assumptions(page))
                .containsExactly(
                        "  rate",
                        "  peak",
                        "  api",
                        "    instances",
                        "    time in the api",
                        "    workers",
                        "    availability of api",
                        "    price",
                        "    response of api",
                        "  store",
                        "    instances",
                        "    availability of store",
                        "    price",
                        "    response of store",
                        "    p50 of store",
                        "    p99 of store");
        assertThat(page.text(80).lines()).allMatch(line -> line.length() <= 80);
    }

    /** What only the storage needs is of the storage, also where servers are counted from its answer. */
    @Test
    void page_sections_byWhoNeedsIt() {
        Bytes disk = RATE.times(assume("kept", years(2)))
                .times(assume("size", kb(5)))
                .times(assume("copies", ratio(3)))
                .named("disk");
        Count nodes =
                disk.div(assume("disk of a node", gb(700))).toCount("nodes").named("nodes by disk");
        Servers servers = Servers.builder()
                .name("web")
                .limit("requests", RATE.times(PEAK), qps(70))
                .build();
        Servers workers = Servers.builder()
                .name("worker")
                .limit("requests", RATE, qps(40))
                .build();
        Page page = Report.titled("Page")
                .section("Storage", disk)
                .section(
                        "Nodes",
                        nodes,
                        nodes.times(assume("racks per node", ratio(0.1))).named("racks"))
                .section(
                        "Servers",
                        servers.servers().named("web servers"),
                        workers.servers().named("worker servers"))
                .section("Others", many(8).named("others"))
                .page();
        assertThat(assumptions(page)).containsSequence("  Storage", "    kept", "    size", "    copies");
        assertThat(assumptions(page)).containsSequence("  Nodes", "    disk of a node", "    racks per node");
        assertThat(assumptions(page)).startsWith("  rate");
    }

    private static Count many(int number) {
        return IntStream.rangeClosed(1, number)
                .mapToObj(i -> assume("part " + i, count(i)))
                .reduce(Count::plus)
                .orElseThrow();
    }

    /** Eleven are read at a glance. */
    @Test
    void page_few_inOneList() {
        assertThat(assumptions(Report.titled("Page")
                        .section("All", many(11).named("sum"))
                        .page()))
                .hasSize(11)
                .allMatch(line -> line.matches("  part [0-9]+"));
        assertThat(assumptions(Report.titled("Page")
                        .section("All", many(11).named("sum"), RATE.times(PEAK).named("top"))
                        .section("Again", RATE.times(2).named("double"))
                        .page()))
                .startsWith("  rate", "  All", "    part 1");
    }

    /** A queue that nobody named has 'servers', beside those that the page is about: it says whose they are. */
    @Test
    void page_inputsOfUnnamedModels_sayWhose() {
        var slots = ErlangC.of(qps(900), ms(100), count(96)).waitPercentile(99).named("p99 wait for a slot");
        Count needed = assume("load", count(36)).div(0.75).ceil().named("web servers");
        assertThat(assumptions(Report.titled("Page")
                        .section("Slots", slots)
                        .section("Web", needed)
                        .page()))
                .contains("  servers of p99 wait for a slot");
        // alone on the page it needs no such words
        assertThat(assumptions(Report.titled("Page").section("Slots", slots).page()))
                .contains("  servers");
    }

    /** Beside other 'servers' they are of the answer, not of a step that is on no page. */
    @Test
    void page_inputsOfUnnamedModels_areOfTheAnswer() {
        var p99 = ErlangC.of(qps(900), ms(100), count(96)).latencyPercentile(99).named("query p99");
        Count servers = assume("servers", count(48), "bought");
        assertThat(assumptions(Report.titled("Page")
                        .section("Queries", p99)
                        .section("Servers", servers.times(ratio(2)).named("twice"))
                        .page()))
                .contains("  servers of query p99")
                .noneMatch(line -> line.contains("wait probability"));
    }

    /** What the user named is called so, beside what a model named. */
    @Test
    void page_inputOfTheUser_keepsItsName() {
        Qps own = assume("arrival rate", qps(700), "a log");
        var p99 = ErlangC.of(qps(900), ms(100), count(96)).latencyPercentile(99).named("query p99");
        assertThat(assumptions(Report.titled("Page")
                        .section("All", own.times(ratio(3)).named("arrival rate of x"), p99)
                        .page()))
                .contains("  arrival rate", "  arrival rate of query p99");
    }

    /** Two answers of one queue need its servers, which are not those of a third answer. */
    @Test
    void page_inputOfTwoAnswers_isOfBoth() {
        var queue = ErlangC.of(qps(30), ms(100), count(5));
        Count web = assume("load", count(36)).div(6).ceil().named("web servers");
        assertThat(assumptions(Report.titled("Page")
                        .section(
                                "All",
                                queue.meanWait().named("wait"),
                                queue.utilization().named("use"),
                                web)
                        .page()))
                .contains("  servers of use and wait");
    }

    /** What several components left at one value is one line with all of them. */
    @Test
    void page_defaultsOfOneValue_onOneLine() {
        Component web = Component.named("web").serviceTime(ms(20), count(4)).up(percentUp(99.9));
        Component store = Component.named("store").serviceTime(ms(3), count(8)).needs("disk", gb(900), gb(200));
        Component queue = Component.named("queue").requestsPerInstance(qps(90));
        Component last = Component.named("last").serviceTime(ms(4), count(2)).targetUtilization(Share.ofPercent(60));
        Architecture system =
                Architecture.of(UseCase.read("ask", RATE, RATE.times(PEAK), web.calling(store, queue.calling(last))));
        assertThat(Report.titled("Page").architecture(system).page().text())
                .contains("queue, store, web: target utilization 70%")
                .doesNotContain("(first)", "(second)", ": target utilization 70%, target", "servers by disk: target");
    }

    /** What was bought for the system is of its component; what for three times its traffic is of that. */
    @Test
    void page_systemAndItsMultiple() {
        Component idle = Component.named("second")
                .latency(latencyP50P99(ms(6), ms(30)))
                .up(percentUp(99.4))
                .pricePerRequest(usd(0.09).per(count(1)));
        Component main = Component.named("first")
                .latency(latencyP50P99(ms(4), ms(20)))
                .up(percentUp(99.6))
                .pricePerRequest(usd(0.05).per(count(1)));
        Component web = Component.named("web")
                .serviceTime(ms(20), count(4))
                .up(percentUp(99.9))
                .price(usd(0.25).per(HOUR));
        Architecture once = Architecture.of(UseCase.read("ask", RATE, RATE.times(PEAK), web.calling(anyOf(main, idle))))
                .provisioned(90);
        Architecture thrice = once.times(ratio(3)).provisioned(90);
        List<String> assumptions = assumptions(Report.titled("Page")
                .architecture(once)
                .section("Money", once.cost().named("total"), thrice.cost().named("cost at ×3"))
                .page());
        assertThat(assumptions).containsSubsequence("  web", "    instances", "  cost at ×3", "    times the traffic");
        assertThat(assumptions).doesNotContain("  total", "  times the traffic", "    rate");
    }

    /** The name says what they are. */
    @Test
    void page_rowNamedAsItsNoun_hasItOnce() {
        Count hosts = assume("hosts", between(count(30, "hosts"), count(60, "hosts")));
        assertThat(Report.titled("Page")
                        .section("All", hosts.times(ratio(2)).named("busy hosts"), hosts.named("machines"))
                        .page()
                        .text())
                .contains("busy hosts  85 (60 … 120)", "machines    42 hosts (30 … 60)");
    }

    /** What a kind of visit takes is not the usual time, which is in the same list. */
    @Test
    void page_timeOfSomeVisits() {
        Component store =
                Component.named("geo index").serviceTime(ms(3), count(8)).instances(count(1));
        Architecture system = Architecture.of(
                UseCase.read("read", qps(90), qps(90), store),
                UseCase.read("quote", qps(11), qps(11), store.taking(ms(1))));
        assertThat(Report.titled("Page")
                        .architecture(system)
                        .section("Mean", system.mean("quote"))
                        .page()
                        .text())
                .contains("service time of geo index in quote  1 ms")
                .doesNotContain("mean of geo index");
    }

    /** Two answers of one size each are both of their component. */
    @Test
    void page_twoSizesOfOneComponent() {
        Component store = Component.named("store").serviceTime(ms(3), count(8)).instances(count(5));
        Component api = Component.named("api").serviceTime(ms(2), count(7)).instances(count(6));
        Architecture system = Architecture.of(
                UseCase.read("ask", qps(90), qps(110), api.receiving(kb(6)).calling(store.receiving(kb(9)))),
                UseCase.read("tell", qps(30), qps(40), api.receiving(kb(4)).calling(store.receiving(kb(12)))));
        assertThat(assumptions(Report.titled("Page").architecture(system).page()))
                .containsSubsequence("  store", "    response of store in ask", "    response of store in tell")
                .doesNotContain("  System");
    }

    /** A model beside itself changed: an input that differs is of the answer, by the name of the model. */
    @Test
    void page_modelBesideItselfChanged() {
        Storage grows = Storage.builder()
                .name("photos")
                .kind(RecordKind.builder("photo")
                        .rate(perDay(2_000_000))
                        .size(kb(300))
                        .build())
                .retention(years(3))
                .yearlyGrowth(ratio(1.4))
                .build();
        assertThat(assumptions(Report.titled("Page")
                        .section("Grows", grows.physical().named("disk"))
                        .section(
                                "Flat",
                                grows.withYearlyGrowth(ratio(1)).physical().named("flat disk"))
                        .page()))
                .contains("  photos: yearly growth of disk", "  photos: yearly growth of flat disk");
    }

    @Test
    void json_rowsHaveTheirSection() {
        Page page = Report.titled("Page")
                .section("All", many(12).named("sum"))
                .section("More", RATE.times(2).named("double"))
                .page();
        var rows = JsonParser.parseString(page.json())
                .getAsJsonObject()
                .getAsJsonArray("sections")
                .get(2)
                .getAsJsonObject()
                .getAsJsonArray("blocks")
                .get(0)
                .getAsJsonObject()
                .getAsJsonArray("assumptions");
        assertThat(rows).hasSize(13);
        assertThat(rows.get(0).getAsJsonObject().has("section")).isFalse();
        assertThat(rows.get(1).getAsJsonObject().get("section").getAsString()).isEqualTo("All");
        assertThat(Page.fromJson(page.json())).isEqualTo(page);
    }

    @Test
    void below_keepsWhatSaysNothingAlone() {
        assertThat(Block.below("presence", "presence instances")).isEqualTo("instances");
        assertThat(Block.below("presence", "presence: of a user")).isEqualTo("of a user");
        assertThat(Block.below("presence", "presence of a user")).isEqualTo("presence of a user");
    }

    /** Cells of the tables of a sheet are called after their rows, which own nothing. */
    @Test
    void sheet_defaultsOfComponentsOnly() {
        Component web = Component.named("web").serviceTime(ms(5), count(4)).instances(count(9));
        Component maps = Component.named("maps")
                .serviceTime(between(ms(12), ms(25)), count(16))
                .serviceVariability(ratio(1.5))
                .instances(count(3));
        Component queue =
                Component.named("queue").latency(latencyP50P99(ms(2), ms(9))).requestsPerInstance(qps(90));
        Architecture system = Architecture.of(
                UseCase.write("book", RATE, RATE.times(PEAK), web.calling(atOnce(maps, maps, maps), queue)));
        assertThat(defaults(DesignSheet.titled("Rides").architecture(system).page()))
                .containsExactly(
                        "target utilization 70%, spares 0, zones 1, zones that may fail 0",
                        "maps, web: arrival variability ×1", "web: service variability ×1");
    }

    private static List<String> defaults(Page page) {
        return page.text()
                .lines()
                .dropWhile(line -> !line.startsWith("Not set"))
                .skip(1)
                .takeWhile(line -> !line.isBlank())
                .map(String::strip)
                .toList();
    }
}
