package dev.estimator.report;

import static dev.estimator.analysis.Questions.limit;
import static dev.estimator.quantity.Quantities.MONTH;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.tb;
import static dev.estimator.quantity.Quantities.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.estimator.analysis.Growth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DesignSheetTest {
    private static final List<String> TOPICS = List.of(
            "Use cases",
            "Not covered",
            "Users",
            "Usage patterns",
            "Assumptions",
            "Throughput",
            "Traffic volume",
            "Storage",
            "Memory",
            "Servers",
            "Latency",
            "Other estimates",
            "Limits",
            "Consistency or availability",
            "Parts",
            "Calls",
            "Bottleneck",
            "Single points of failure",
            "Redundancy",
            "Throughput and latency of each layer",
            "Overall");

    /**
     * By hand: 4.32 million × 20 ÷ 86,400 s = 1,000 a second, 800 reads and 200 writes, 3,000 at peak. 200 × 2 kB = 400 kB/s. Posts:
     * 200 × 86,400 × 500 B = 8.64 GB a day; in 730 d 12.6 billion, 6.31 TB, in three copies 18.9 TB. Cache: 1.2 million × 350 B × 2 =
     * 840 MB. Servers: 3,000 ÷ 400 ÷ 0.6 = 12.5 and 90 ÷ 16 ÷ 0.6 = 9.4, so 13, used 3,000 ÷ 5,200 = 57.7 % and 90 ÷ 208 = 43.3 %.
     *
     * <p>At least 2 of 3 copies of 99 %: 3 × 0.01² × 0.99 + 0.01³ = 0.000298 down, 3.53 nines. The calls: 0.9995 × (1 − 0.005 × 0.01) ×
     * (1 − 3 × 0.02² × 0.98 − 0.02³) = 0.998267, 2.76 nines, of 730 h 1.27 h down. ln(40 ÷ 18.92) ÷ ln 1.05 = 15.3 months.
     */
    @Test
    void toString_wholeSheet() {
        DesignSheet sheet = DesignSheet.titled("Feed reader")
                .useCases("read the feed", "write a post")
                .notCovered("search")
                .users(Sheets.USERS)
                .usagePatterns("evenings are busiest")
                .traffic(Sheets.TRAFFIC)
                .storage(Sheets.STORAGE)
                .memory(Sheets.CACHE)
                .servers(Sheets.SERVERS)
                .latency(ms(120).named("p99 of a read"))
                .estimates(usd(700).named("cost a month"))
                .limits(
                        limit(Sheets.TRAFFIC.peakQps()).atMost(qps(4000)),
                        limit(Sheets.STORAGE.physical()).atMost(tb(15)))
                .consistency("a late post does no harm")
                .consistency(Sheets.QUORUM)
                .design("a gateway", "a store")
                .path("client", "gateway", "store")
                .path("client", "gateway", "cache")
                .calls(Sheets.CALLS)
                .bottleneck("shard the store")
                .layer("gateway", Sheets.TRAFFIC.peakQps(), qps(6000), ms(3))
                .layer("store", qps(700), qps(500), ms(9))
                .outlook(Growth.compound(percent(5), MONTH), Sheets.STORAGE.physical(), tb(40))
                .headline(Sheets.TRAFFIC.peakQps());
        assertThat(sheet).hasToString("""
                        Feed reader
                        ═══════════

                        Feature expectations
                        ────────────────────

                        Use cases
                          read the feed
                          write a post

                        Not covered
                          search

                        Users
                          daily users  4.3M

                        Usage patterns
                          evenings are busiest

                        Estimations
                        ───────────

                        Assumptions
                          daily users                         4.32M        (launch plan)
                          actions per user                    20
                          read share                          80%
                          peak to average                     ×3
                          write size                          2 kB
                          post size                           500 B
                          retention                           730 d
                          replication factor                  ×3
                          items                               4M
                          hot share                           30%
                          item size                           350 B
                          cache copies                        ×2
                          requests per server                 400 req/s
                          target utilization                  60%
                          memory demand                       90 GB
                          memory per server                   16 GB
                          p99 of a read                       120 ms
                          mean latency of gateway             3 ms
                          mean latency of store               9 ms
                          cost a month                        $700
                          availability of a copy              99%
                          capacity of gateway                 6,000 req/s
                          capacity of store                   500 req/s
                          gateway                             99.95%
                          east                                99.5%
                          west                                99%
                          db-1                                98%
                          db-2                                98%
                          db-3                                98%
                          room for the physical post storage  40 TB
                          monthly growth                      5%

                        Not set, so left at the default
                          active window 1 d, yearly growth ×1, compression ratio ×1, index factor ×1, overhead factor ×1,
                          free space 0%, memory overhead factor ×1, spares 0, zones 1, zones that may fail 0

                        Throughput
                          write rate       200 req/s
                          read rate        800 req/s
                          reads per write  ×4
                          average rate     1k req/s
                          peak rate        3k req/s

                        Traffic volume
                          bandwidth in       400 kB/s (3.2 Mbit/s)
                          peak bandwidth in  1.2 MB/s (9.6 Mbit/s)
                          left out: readSize or responseSize is not set: it is needed for the bandwidth out

                        Storage
                          post data per day      8.6 GB
                          post records           13bn
                          logical post storage   6.3 TB
                          physical post storage  19 TB

                        Memory
                          cache memory  840 MB
                          left out: nodeMemory is not set: it is needed for the number of nodes
                          left out: hitRatio or popularity is not set: it is needed for the residual load

                        Servers
                          servers by requests  13
                          servers by memory    10
                          servers needed       13
                          servers              13
                          requests  58% ████████████          target 60%
                          memory    43% █████████             target 60%

                        Latency
                          p99 of a read  120 ms
                          one visit to each layer  12 ms

                        Other estimates
                          cost a month  $700

                        Design goals
                        ────────────

                        Limits
                          peak rate ≤ 4k req/s           yes
                          physical post storage ≤ 15 TB  no

                        Consistency or availability
                          a late post does no harm
                          N = 3 copies, R = 2 answer a read, W = 2 a write: R + W = 4 > N, so every read sees the last write
                          (strong consistency)
                          read availability   99.97% (3.5 nines)
                          write availability  99.97% (3.5 nines)

                        High-level design
                        ─────────────────

                        Parts
                          a gateway
                          a store

                        Calls
                          client → gateway → store
                          client → gateway → cache

                        Deep dive
                        ─────────

                        Bottleneck
                          the servers are bound by requests, then by memory
                          shard the store
                          the most used layer: store

                        Single points of failure
                          gateway: each alone takes the whole down
                          the db-1 costs the most time down

                        Redundancy
                          1 of 2 is enough: east, west
                          2 of 3 is enough: db-1, db-2, db-3

                        Justification
                        ─────────────

                        Throughput and latency of each layer
                          layer    demand     capacity   used  mean latency
                          gateway  3k req/s   6k req/s   50%   3 ms
                          store    700 req/s  500 req/s  140%  9 ms
                          one visit to each layer 12 ms

                        Overall
                          availability      99.83% (2.8 nines)
                          downtime a month  1.3 h

                        Outlook for the physical post storage
                          now       19 TB
                          growth    5% every month, compound
                          room for  40 TB
                          so it     fits 1 y 3 months

                        Derivation of the peak rate
                          requests per day = daily users × actions per user
                                           = 4.32M × 20
                                           = 86.4M
                          rate while active = requests per day ÷ active window
                                            = 86.4M ÷ 1 d
                                            = 1,000 req/s
                          peak rate = rate while active × peak to average
                                    = 1,000 req/s × 3
                                    = 3,000 req/s""");
    }

    @Test
    void page_chaptersAndTopics() {
        Page page = DesignSheet.titled("Feed").useCases("read").page();
        assertThat(page.title()).isEqualTo("Feed");
        assertThat(page.sections().stream().filter(s -> s.level() == 1).map(Page.Section::heading))
                .containsExactly(
                        "Feature expectations",
                        "Estimations",
                        "Design goals",
                        "High-level design",
                        "Deep dive",
                        "Justification");
        assertThat(page.sections().stream().filter(s -> s.level() == 2).map(Page.Section::heading))
                .containsExactlyElementsOf(TOPICS);
        assertThat(page.sections().stream().map(Page.Section::level))
                .containsExactly(1, 2, 2, 2, 2, 1, 2, 2, 2, 2, 2, 2, 2, 2, 1, 2, 2, 1, 2, 2, 1, 2, 2, 2, 1, 2, 2);
    }

    /** All others say that they are left out, and nothing else. */
    @ParameterizedTest
    @MethodSource("parts")
    void page_leftOut(List<String> topics, UnaryOperator<DesignSheet> part) {
        DesignSheet sheet = part.apply(DesignSheet.titled("Feed"));
        List<Block> leftOut = List.of(new Block.Text(List.of("left out")));
        assertThat(TOPICS)
                .filteredOn(topic -> !Sheets.blocks(sheet, topic).equals(leftOut))
                .isEqualTo(topics);
    }

    /** Where the order of the calls is not that of the sheet, the sheet has its own. */
    @Test
    void page_orderOfCalls() {
        List<UnaryOperator<DesignSheet>> parts = new ArrayList<>();
        parts().forEach(arguments -> parts.add(0, part(arguments)));
        DesignSheet backwards = DesignSheet.titled("Feed");
        for (UnaryOperator<DesignSheet> part : parts) {
            backwards = part.apply(backwards);
        }
        assertThat(backwards.page().sections().stream()
                        .filter(s -> s.level() == 2)
                        .map(Page.Section::heading))
                .filteredOn(heading -> !heading.equals("Not set, so left at the default"))
                .isEqualTo(TOPICS);
        assertThat(backwards.toString()).doesNotContain("\n  left out\n");
    }

    @SuppressWarnings("unchecked") // as they are made below
    private static UnaryOperator<DesignSheet> part(Arguments arguments) {
        return (UnaryOperator<DesignSheet>) arguments.get()[1];
    }

    static Stream<Arguments> parts() {
        return Stream.of(
                part(sheet -> sheet.useCases("read"), "Use cases"),
                part(sheet -> sheet.notCovered("search"), "Not covered"),
                part(sheet -> sheet.users(Sheets.USERS), "Users", "Assumptions"),
                part(sheet -> sheet.usagePatterns("evenings"), "Usage patterns"),
                part(sheet -> sheet.traffic(Sheets.TRAFFIC), "Assumptions", "Throughput", "Traffic volume"),
                part(sheet -> sheet.storage(Sheets.STORAGE), "Assumptions", "Storage"),
                part(sheet -> sheet.memory(Sheets.CACHE), "Assumptions", "Memory"),
                part(sheet -> sheet.servers(Sheets.SERVERS), "Assumptions", "Servers", "Bottleneck"),
                part(sheet -> sheet.latency(ms(120).named("p99")), "Assumptions", "Latency"),
                part(sheet -> sheet.estimates(usd(700).named("cost")), "Assumptions", "Other estimates"),
                part(sheet -> sheet.limits(limit(Sheets.TRAFFIC.peakQps()).atMost(qps(4000))), "Assumptions", "Limits"),
                part(sheet -> sheet.consistency("late"), "Consistency or availability"),
                part(sheet -> sheet.consistency(Sheets.QUORUM), "Assumptions", "Consistency or availability"),
                part(sheet -> sheet.design("a store"), "Parts"),
                part(sheet -> sheet.path("client", "store"), "Calls"),
                part(sheet -> sheet.bottleneck("the store"), "Bottleneck"),
                part(
                        sheet -> sheet.calls(Sheets.CALLS),
                        "Assumptions",
                        "Single points of failure",
                        "Redundancy",
                        "Overall"),
                part(
                        sheet -> sheet.layer("store", qps(700), qps(500)),
                        "Assumptions",
                        "Bottleneck",
                        "Throughput and latency of each layer"),
                part(
                        sheet -> sheet.layer("cache", qps(700), qps(500), ms(9)),
                        "Assumptions",
                        "Latency",
                        "Bottleneck",
                        "Throughput and latency of each layer"));
    }

    private static Arguments part(UnaryOperator<DesignSheet> part, String... topics) {
        return Arguments.of(List.of(topics), part);
    }

    @ParameterizedTest
    @MethodSource("parts")
    void additions_leaveTheSheetAsItWas(List<String> topics, UnaryOperator<DesignSheet> part) {
        DesignSheet sheet = DesignSheet.titled("Feed").design("a queue").latency(ms(7).named("mean"));
        String before = sheet.toString();
        assertThat(part.apply(sheet).toString()).isNotEqualTo(before);
        assertThat(sheet).hasToString(before);
    }

    @Test
    void page_nothing() {
        DesignSheet sheet = DesignSheet.titled("Feed");
        assertThatThrownBy(sheet::page)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the design sheet 'Feed' is empty: add at least one part, such as traffic(traffic) or"
                        + " useCases(words)");
        assertThat(sheet).hasToString("Feed: everything is left out, add something such as traffic(traffic)");
    }
}
