package dev.estimator.report;

import static dev.estimator.latency.Latencies.latencyP50P99;
import static dev.estimator.quantity.Quantities.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.estimator.latency.Latency;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Qps;
import dev.estimator.system.Architecture;
import dev.estimator.system.Component;
import dev.estimator.system.Flow;
import dev.estimator.system.Step;
import dev.estimator.system.UseCase;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReportArchitectureTest {
    private static final Count READS = assume("reads a day", between(million(20), million(40)), "last year");
    private static final Component CDN =
            Component.named("cdn").latency(latencyP50P99(ms(15), ms(80))).up(nines(3));
    private static final Component API = Component.named("api")
            .serviceTime(ms(6), count(4))
            .instances(count(3))
            .upPerInstance(percentUp(99))
            .price(usd(0.35).per(HOUR));
    private static final Component STORE =
            Component.named("store").requestsPerInstance(qps(500)).instances(count(2));
    private static final Component MAIL = Component.named("mail");
    private static final Architecture SHOP = Architecture.of(
            UseCase.read(
                    "browse",
                    READS.per(DAY),
                    READS.per(DAY).times(ratio(2)),
                    Step.readThrough(
                            CDN.receiving(kb(30)),
                            percent(75),
                            API.sending(kb(1)).calling(STORE))),
            UseCase.write("order", qps(7), qps(11), API.calling(STORE, Step.async(MAIL))));

    private static Page page() {
        return Report.titled("Shop").architecture(SHOP).page();
    }

    /** 60 of 3 × 75 req/s are 26.7 %, and so are 60 × 40 ms of 3 × 3 workers; 261 of 3 × 300 GB do not grow. */
    @Test
    void text_bottlenecksThatAreFullTogether() {
        Component log = Component.named("log")
                .requestsPerInstance(qps(75))
                .needs("disk", gb(261), gb(300))
                .instances(count(3));
        Component writer =
                Component.named("writer").serviceTime(ms(40), count(3)).instances(count(3));
        Component index = Component.named("index").requestsPerInstance(qps(150)).instances(count(2));
        Architecture all = Architecture.of(
                UseCase.write("put", qps(20), qps(60), log.calling(Step.async(writer), Step.async(index))));
        Page page = Report.titled("t").architecture(all).page();
        assertThat(page.text())
                .contains("disk 29%, requests 27%", "bottleneck: log, writer\n")
                .contains("log (requests) and writer (workers) at ×3.75");
        assertThat(page.markdown())
                .contains("log<br/>3 instances<br/>disk 29%<br/>requests 27%<br/>bottleneck")
                .contains("writer<br/>3 instances<br/>workers 27%<br/>bottleneck")
                .contains("index<br/>2 instances<br/>requests 20%\"");
        assertThat(page.html())
                .contains("A thick frame is a bottleneck.", ">requests 27%<")
                .doesNotContain("is the bottleneck");
    }

    /** 2 + 40 ms of work, and next to no wait, even at 259 req/s of 600: no digits of that wait are shown. */
    @Test
    void text_meanWithoutSenselessDigits() {
        Component last =
                Component.named("matcher").serviceTime(ms(40), count(8)).instances(count(3));
        Step first = Component.named("web")
                .serviceTime(ms(2), count(8))
                .instances(count(3))
                .calling(last);
        Architecture all =
                Architecture.of(UseCase.read("match", qps(40), assume("peak", between(qps(62), qps(259))), first));
        assertThat(Report.titled("t").architecture(all).page().text())
                .contains("127 req/s (62 … 259)  42 ms (42 … 42.24)  186 ms");
    }

    /**
     * 28.28 million a day are 327.4 a second, twice that 654.7 at peak, of which a quarter, 163.7, comes to the api,
     * with the 11 orders 174.7; × 6 ms ÷ 12 workers are 8.7 %, and of 2 × 500 req/s 17.5 %, so that headrooms are 11.4
     * and 5.72; 654.7 × 30 kB are 20 MB/s, 163.7 × 1 kB 164 kB/s. Three instances for 730 h are $766.5, half a dollar
     * up $767.
     */
    @Test
    void text() {
        String text = page().text();
        assertThat(text).contains("reads a day", "(last year)", "service time");
        assertThat(text.substring(text.indexOf("System"))).isEqualTo("""
                System
                  component  at peak                instances  used at peak             p99    up        a month
                  cdn        655 req/s (463 … 926)  –          –                        80 ms  99.9%     –
                  api        175 req/s (127 … 242)  3          workers 8.7% (6.3 … 12)  28 ms  99.9999%  $767
                  store      175 req/s (127 … 242)  2          requests 17% (13 … 24)   –      –         –
                  mail       11 req/s               –          –                        –      –         –
                  bottleneck: store
                  components that are single points of failure: cdn

                  clients → cdn  655 req/s                   returned 20 MB/s
                                 (463 … 926)                 (14 … 28)
                  cdn → api      164 req/s    sent 164 kB/s
                                 (116 … 231)  (116 … 231)
                  api → store    175 req/s
                                 (127 … 242)
                  clients → api  11 req/s
                  api ⇢ mail     11 req/s                                      nobody waits
                  p99 at the best guess of all inputs
                  In brackets: p5 … p95, 9 cases in 10. Before: all inputs at best guess, often not the median.

                Use cases
                  use case  average                at peak                mean   p99    up        fails alone with
                  browse    327 req/s (231 … 463)  655 req/s (463 … 926)  21 ms  82 ms  99.9%     cdn
                  order     7 req/s                11 req/s               6 ms   28 ms  99.9999%  nothing
                  p99 at the best guess of all inputs
                  up: as if instances, zones and services failed independently of each other

                What is full first
                  store (requests) at ×5.72, then api (workers) at ×11.4
                  store headroom  ×5.72 (×4.12 … ×7.89)
                  api headroom    ×11.4 (×8.25 … ×15.8)

                Cost
                  cost                                      $767/month
                  cost per request, all use cases together  $0.872/1M requests ($0.621 … $1.22)

                What was not stated
                  time of a visit of store, counted as none
                  availability of store, counted as always up
                  price of cdn, store, mail, left out of the cost
                  size of what is sent and returned for order, left out of bandwidths

                Assumptions
                  reads a day                  28M (20M … 40M)       (last year)
                  order peak                   11 req/s
                  order rate                   7 req/s
                  cdn
                    availability of cdn        99.9%
                    hits                       75%
                    response of cdn            30 kB
                    p50 of cdn                 15 ms
                    p99 of cdn                 80 ms
                  api
                    instances                  3
                    service time               6 ms
                    workers                    4
                    availability per instance  99%
                    price                      $0.35/h ($256/month)
                    request to api             1 kB
                  store
                    instances                  2
                    requests per instance      500 req/s

                Not set, so left at the default
                  api: arrival variability ×1, service variability ×1""");
    }

    /** 4 kB × 7 orders a second × 365 d are 883 GB; without writes nothing is said. */
    @Test
    void stored() {
        Architecture keeping =
                Architecture.of(UseCase.write("order", qps(7), qps(11), STORE.writes("orders", kb(4), days(365))));
        Page page = Report.titled("Shop").architecture(keeping).page();
        assertThat(page.text()).contains("""
                What is stored
                  orders in store, one copy at steady traffic  883 GB
                """);
        assertThat(page.json()).contains("""
                    "orders in store, one copy at steady traffic": {
                      "value": 883008000000,
                      "unit": "B",
                      "text": "883 GB"
                    }
                """);
        assertThat(page().text()).doesNotContain("What is stored");
    }

    @Test
    void markdown() {
        String markdown = page().markdown();
        int start = markdown.indexOf("```mermaid");
        assertThat(markdown.substring(start, markdown.indexOf("```\n", start))).isEqualTo("""
                ```mermaid
                flowchart TB
                    n1["cdn<br/>single point of failure"]
                    n2["api<br/>3 instances<br/>workers 8.7%"]
                    n3["store<br/>2 instances<br/>requests 17%<br/>bottleneck"]
                    n4["mail"]
                    n5(["clients"])
                    n5 -->|"655 req/s<br/>returned 20 MB/s"| n1
                    n1 -->|"164 req/s<br/>sent 164 kB/s"| n2
                    n2 -->|"175 req/s"| n3
                    n5 -->|"11 req/s"| n2
                    n2 -.->|"11 req/s"| n4
                    style n1 stroke:#c2410c,stroke-width:2px,stroke-dasharray:5 3
                    style n3 stroke:#c2410c,stroke-width:4px
                """);
    }

    @Test
    void everyForm_showsEachComponentAndFlow() {
        Page page = page();
        assertThat(Stream.of(page.text(), page.markdown(), page.html(), page.csv(), page.json()))
                .allSatisfy(form -> {
                    assertThat(SHOP.loads())
                            .allSatisfy(load ->
                                    assertThat(form).contains(load.component().name()));
                    assertThat(SHOP.flows())
                            .extracting(Flow::callee)
                            .allSatisfy(name -> assertThat(form).contains(name));
                });
        assertThat(SHOP.flows())
                .hasSize(5)
                .allSatisfy(flow -> assertThat(page.text())
                        .contains(flow.caller() + (flow.isAwaited() ? " → " : " ⇢ ") + flow.callee()));
        assertThat(Page.fromJson(page.json())).isEqualTo(page);
    }

    /**
     * A fallback stood without an arrow; what it calls itself belongs to it, and while it serves it is a call as any.
     */
    @Test
    void fallback_hasAnArrow() {
        Component eta = Component.named("eta").serviceTime(ms(4), count(8)).up(nines(3));
        Component table = Component.named("table").latency(Latency.of(ms(1))).up(nines(4));
        Component disk = Component.named("disk").latency(Latency.of(ms(3))).up(nines(4));
        Component api = Component.named("api").serviceTime(ms(3), count(8)).up(nines(5));
        Architecture system = Architecture.of(
                UseCase.read("quote", qps(300), qps(900), api.calling(Step.anyOf(eta, table.calling(disk)))));
        assertThat(system.flows())
                .extracting(Flow::toString)
                .containsExactly(
                        "clients → api: 900 req/s at peak",
                        "api → eta: 900 req/s at peak",
                        "api → table: fallback",
                        "table → disk: fallback");
        Page page = Report.titled("Quotes").architecture(system).page();
        assertThat(page.text()).contains("api → table    –              fallback\n");
        assertThat(page.markdown()).contains("-.->|\"fallback\"|");
        assertThat(page.html())
                .contains(">fallback</text>", "A fallback is called only while another component is down.");
        assertThat(system.without(eta).flows())
                .extracting(Flow::toString)
                .containsExactly(
                        "clients → api: 900 req/s at peak",
                        "api → table: 900 req/s at peak",
                        "table → disk: 900 req/s at peak");
    }

    /** Five arrows, one dashed, four boxes and the clients, with all of their words. */
    @Test
    void html_picture() {
        String html = page().html();
        String svg = html.substring(html.indexOf("<svg "), html.indexOf("</svg>"));
        assertThat(svg.split("stroke-dasharray", -1)).hasSize(1 + 1);
        assertThat(svg.split("<path|<polygon", -1).length).isGreaterThan(5);
        assertThat(svg)
                .contains(">clients<", ">cdn<", ">api<", ">store<", ">mail<", ">3 instances<", ">bottleneck<")
                .contains(">single point of failure<", ">655 req/s<", ">returned 20 MB/s<")
                .doesNotContain("script");
        assertThat(page().html()).isEqualTo(html);
    }

    @Test
    void overloaded() {
        Page page = Report.titled("Shop").architecture(SHOP.times(ratio(20))).page();
        assertThat(page.text()).containsPattern("api +3.5k req/s +3 +workers 175% .* overloaded +overloaded");
        assertThat(page.text()).containsPattern("order +140 req/s +220 req/s +overloaded +overloaded +overloaded");
        assertThat(Page.fromJson(page.json())).isEqualTo(page);
        assertThat(page.html()).contains("<svg ");
    }

    /** Nothing but rates is known. */
    @Test
    void hardlyAnything() {
        var bare = Architecture.of(UseCase.read("ask", qps(2), qps(3), Component.named("desk")));
        assertThat(Report.titled("Bare").architecture(bare)).hasToString("""
                Bare
                ════

                System
                  component  at peak  instances  used at peak  p99  up  a month
                  desk       3 req/s  –          –             –    –   –

                  clients → desk  3 req/s

                Use cases
                  use case  average  at peak  mean  p99  up  fails alone with
                  ask       2 req/s  3 req/s  –     –    –   –

                Assumptions
                  ask peak  3 req/s
                  ask rate  2 req/s""");
    }

    @Test
    void headingTaken() {
        Report report = Report.titled("Shop").architecture(SHOP);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> report.architecture(SHOP))
                .withMessage("heading must be new but 'System' is taken by architecture(...): a report has one of it");
        Report priced = Report.titled("Shop").section("Use cases", qps(7).named("orders"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> priced.architecture(SHOP))
                .withMessage("heading must be new but 'Use cases' is taken by a section:"
                        + " architecture(...) adds it too, so give that section another");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> report.section("Use cases", qps(7).named("orders")))
                .withMessage(
                        "heading must be new but 'Use cases' is taken by architecture(...): give this section another");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SystemBlock.Architecture(java.util.List.of(), java.util.List.of()))
                .withMessage("components must not be empty: leave the block out instead");
    }

    /** Nothing that has a range at the prompt loses it on the way to a document: at any width, as HTML and as JSON. */
    @Test
    void pages_showEachCellOfThePrompt() {
        Architecture system = ranged();
        List<String> cells = system.toString()
                .split("\n\n", -1)[0]
                .concat("\n" + system.toString().split("\n\n", -1)[1])
                .lines()
                .flatMap(line -> Stream.of(line.split("  +")))
                .toList();
        assertThat(cells).filteredOn(cell -> cell.contains(" … ")).hasSize(16);
        Page page = Report.titled("Photos").architecture(system).page();
        assertThat(page.text(400)).contains(cells);
        assertThat(page.html().replaceAll("<[^>]*>", "")).contains(cells);
        assertThat(page.markdown().replace("\\", "")).contains(cells);
        assertThat(page.json())
                .contains(cells.stream()
                        .filter(cell -> cell.contains(" … "))
                        .map(cell -> cell.replace("workers ", ""))
                        .toList());
        List<String> narrow = cells.stream()
                .flatMap(cell -> Stream.of(cell.split(" (?=\\()")))
                .toList();
        assertThat(page.text(100)).contains(narrow);
        assertThat(page.text(60)).contains(narrow);
    }

    /** Markdown and HTML said 'overloaded in less than 0.05% of cases' where text and the prompt did not. */
    @Test
    void pages_leaveOutWhatIsTooRareForATable() {
        Component pay = Component.named("pay").serviceTime(ms(40), count(8)).instances(count(2));
        Qps orders = assume("orders", between(qps(71), qps(220)));
        Page page = Report.titled("Pay")
                .architecture(Architecture.of(UseCase.write("order", orders, orders, pay)))
                .page();
        assertThat(page.json()).containsPattern("ms \\(.*, overloaded in .*0\\.0");
        assertThat(page.text(200)).containsPattern("order .* ms \\(4. … ");
        assertThat(Stream.of(page.text(200), page.markdown(), page.html()).flatMap(String::lines))
                .filteredOn(line -> line.contains("order</th>") || line.matches("(\\|| ) order .*"))
                .filteredOn(line -> line.contains(" ms"))
                .hasSize(3)
                .noneMatch(line -> line.contains("overloaded"));
    }

    private static Architecture ranged() {
        Qps visits = assume("visits", between(qps(500), qps(2_100)));
        Component store = Component.named("store")
                .serviceTime(assume("time in store", between(ms(4), ms(11))), count(8))
                .targetUtilization(percent(60))
                .upPerInstance(assume("store is up", between(percentUp(99.1), percentUp(99.8))))
                .price(assume("price", between(usd(0.30), usd(0.46))).per(HOUR));
        Component thumbs = Component.named("thumbnails")
                .serviceTime(ms(3), count(16))
                .instances(count(30))
                .upPerInstance(percentUp(98.7));
        return Architecture.of(
                UseCase.read(
                        "look",
                        visits,
                        visits.times(ratio(3)),
                        thumbs.receiving(kb(40)).calling(store)),
                UseCase.write("post", visits.times(ratio(0.04)), visits.times(ratio(0.05)), store.sending(kb(900))));
    }

    /** What nobody stated of a component is no assumption of its author; a page that says '70%' as if is corrected. */
    @Test
    void assumptions_withoutDefaultsOfComponents() {
        Component store = Component.named("store").serviceTime(ms(4), count(8));
        Component front = Component.named("front")
                .serviceTime(ms(2), count(4))
                .targetUtilization(percent(55))
                .spares(count(2))
                .zones(3, 1);
        Architecture system = Architecture.of(UseCase.read("look", qps(900), qps(2_700), front.calling(store)));
        assertThat(Report.titled("Photos").architecture(system).page().text()).endsWith("""
                Assumptions
                  look peak                  2,700 req/s
                  front service time         2 ms
                  front workers              4
                  front target utilization   55%
                  front spares               2
                  front zones                3
                  front zones that may fail  1
                  store service time         4 ms
                  store workers              8
                  look rate                  900 req/s

                Not set, so left at the default
                  arrival variability ×1, service variability ×1
                  store: target utilization 70%, spares 0, zones 1, zones that may fail 0""");
    }

    /** 2.7k/s × 2 ms are 5.4 workers, of 4 × 55 % 2.5 instances; 2 of 3 zones hold 3 and so all 5, 2 more are 7. */
    @Test
    void bought_saysWhatStandsBehindTheNumber() {
        Component front = Component.named("front")
                .serviceTime(ms(2), count(4))
                .targetUtilization(percent(55))
                .spares(count(2))
                .zones(3, 1);
        Component store = Component.named("store").serviceTime(ms(4), count(8));
        Architecture bought = Architecture.of(UseCase.read("look", qps(900), qps(2_700), front.calling(store)))
                .provisioned(90);
        assertThat(Report.titled("Photos").architecture(bought).page().text(200))
                .contains("are needed for workers at 55%, including 2 to spare, with 1 of 3 zones lost)")
                .contains("are needed for workers at 70%)");
    }
}
