package dev.estimator.report;

import static dev.estimator.analysis.Questions.limit;
import static dev.estimator.quantity.Quantities.MONTH;
import static dev.estimator.quantity.Quantities.YEAR;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.perDay;
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
            "System",
            "Bottleneck",
            "Single points of failure",
            "Redundancy",
            "Scale",
            "Throughput and latency of each component",
            "Overall");

    /**
     * By hand: 4.32 million × 20 ÷ 86,400 s = 1,000 a second, 800 reads and 200 writes, 3,000 at peak. 200 × 2 kB = 400
     * kB/s. Posts: 200 × 86,400 × 500 B = 8.64 GB a day; in 730 d 12.6 billion, 6.31 TB, in three copies 18.9 TB.
     * Cache: 1.2 million × 350 B × 2 = 840 MB. Servers: 3,000 ÷ 400 ÷ 0.6 = 12.5 and 90 ÷ 16 ÷ 0.6 = 9.4, so 13, used
     * 3,000 ÷ 5,200 = 57.7 % and 90 ÷ 208 = 43.3 %.
     *
     * <p>The system: 3,000 come to the web, 6,000 fit into it, 1.2 MB/s go in; a quarter of 2,400 reads and all 600
     * writes, 1,200, come to the store, of 2 × 1,000, so each of its lines is M/M/1 at 60 %, with a mean of 1 ÷ 0.4 =
     * 2.5 ms and a p99 of 2.5 × ln 100 = 11.5 ms. A write takes 3 + 2.5 ms, half of the time 3 + 2.5 × ln 2 = 4.73 ms,
     * p99 14.5 ms; a read 3 + 2.5 ÷ 4 = 3.625 ms, half of the time 3 ms, p99 3 + 2.5 × ln 25 = 11.05 ms. Needed are
     * 3,000 ÷ 1,500 ÷ 0.7 = 2.9 and 1.2 ÷ 0.7 = 1.7. At three times the traffic the store is used to 180 %, so 1 ÷ 1.8
     * of the writes are served, and of the reads 1 ÷ 1.5, as web is used to 150 %.
     *
     * <p>At least 2 of 3 copies of 99 %: 3 × 0.01² × 0.99 + 0.01³ = 0.000298 down, 3.53 nines. Of 98 %, as in the
     * store: 0.001184 down, so that writes are up 0.9995 × 0.998816 = 0.998317, 2.77 nines, of 730 h 1.23 h down; reads
     * 0.9995 × (1 − 0.001184 ÷ 4) = 0.999204. ln(40 ÷ 18.92) ÷ ln 1.05 = 15.3 months.
     */
    @Test
    void toString_wholeSheet() {
        DesignSheet sheet = DesignSheet.titled("Feed reader")
                .useCases("read the feed", "write a post")
                .notCovered("search")
                .users(Sheets.USERS)
                .usagePatterns("evenings are busiest")
                .models(Sheets.TRAFFIC, Sheets.STORAGE)
                .models(Sheets.CACHE, Sheets.SERVERS)
                .utilization(Sheets.SERVERS)
                .latency(ms(120).named("p99 of a read"))
                .estimates(usd(700).named("cost a month"))
                .limits(
                        limit(Sheets.TRAFFIC.peakQps()).atMost(qps(4000)),
                        limit(Sheets.STORAGE.physical()).atMost(tb(15)))
                .consistency("a late post does no harm")
                .models(Sheets.QUORUM)
                .design("no cache yet")
                .architecture(Sheets.SYSTEM)
                .bottleneck("shard the store")
                .outlook(Growth.compound(percent(5), MONTH), Sheets.STORAGE.physical(), tb(40))
                .headline(Sheets.TRAFFIC.peakQps());
        assertThat(sheet).hasToString("""
                Feed reader
                ═══════════

                In short
                ────────
                  peak rate  3k req/s
                  3 of 4 limits hold; not physical post storage ≤ 15 TB (is 19 TB)

                Feature expectations
                ────────────────────

                Use cases
                  read the feed
                  write a post

                Not covered
                  search

                Users
                  daily users  4.32M

                Usage patterns
                  evenings are busiest

                Estimations
                ───────────

                Assumptions
                  daily users                       4.32M        (launch plan)
                  actions per user                  20
                  read share                        80%
                  peak to average                   ×3
                  write size                        2 kB
                  p99 of a read                     120 ms
                  cost a month                      $700
                  availability of a copy            99%
                  web
                    instances                       4
                    time of web                     3 ms
                    requests per instance           1,500 req/s
                    availability of web             99.95%
                    request to web                  2 kB
                    response of web                 5 kB
                  store
                    instances                       2
                    service time                    1 ms
                    workers                         1
                    share to store in read          25%
                    db-1                            98%
                    db-2                            98%
                    db-3                            98%
                  Storage
                    post size                       500 B
                    retention                       2 y
                    replication factor              ×3
                  Memory
                    items                           4M
                    hot share                       30%
                    item size                       350 B
                    cache copies                    ×2
                  Servers
                    requests per server             400 req/s
                    target utilization              60%
                    memory demand                   90 GB
                    memory per server               16 GB
                  Outlook: physical post storage
                    room for physical post storage  40 TB
                    monthly growth                  5%

                Not set, so left at the default
                  active window 1 d, yearly growth ×1, compression ratio ×1, index factor ×1, overhead factor ×1,
                  free space 0%, memory overhead factor ×1
                  store, web: spares 0, zones 1, zones that may fail 0, target utilization 70%
                  store: arrival variability ×1, service variability ×1

                Throughput
                  write rate       200 req/s
                  read rate        800 req/s
                  reads per write  ×4
                  average rate     1k req/s
                  peak rate        3k req/s

                Traffic volume
                  bandwidth in       400 kB/s (3.2 Mbit/s)
                  peak bandwidth in  1.2 MB/s (9.6 Mbit/s)
                  left out: bandwidth out (read size or response size not stated)

                Storage
                  post data per day      8.6 GB
                  post records           13bn
                  logical post storage   6.3 TB
                  physical post storage  19 TB

                Memory
                  cache memory  840 MB
                  left out: number of nodes (node memory not stated)
                  left out: residual load (hit ratio or popularity not stated)

                Servers
                  servers by requests  13
                  servers by memory    10
                  servers needed       13
                  servers              13
                  Utilization of the servers
                  requests  57.7%  ████████████  target 60%
                  memory    43.3%  █████████     target 60%
                  web instances    4
                  store instances  2
                  fullest in each: web (requests), store (workers)

                Latency
                  p99 of a read  120 ms
                  use case  mean    p50     p99
                  read      3.6 ms  3 ms    11 ms
                  write     5.5 ms  4.7 ms  15 ms

                Other estimates
                  cost a month  $700

                Design goals
                ────────────

                Limits
                  limit                          found     does it hold?
                  peak rate ≤ 4k req/s           3k req/s  holds
                  physical post storage ≤ 15 TB  19 TB     fails
                  web utilization ≤ 100%         50%       holds
                  store utilization ≤ 100%       60%       holds

                Consistency or availability
                  a late post does no harm
                  N = 3 copies, R = 2 answer a read, W = 2 a write: R + W = 4 > N, so every read sees the last write
                  (strong consistency)
                  read availability   99.97% (3.5 nines)
                  write availability  99.97% (3.5 nines)
                  done after the answer, so seen later (eventual consistency): mail (by web)

                High-level design
                ─────────────────

                Parts
                  no cache yet

                System
                  component  at peak     instances  used at peak  p99    up      a month
                  web        3k req/s    4          requests 50%  3 ms   99.95%  –
                  store      1.2k req/s  2          workers 60%   12 ms  99.88%  –
                  mail       600 req/s   –          –             –      –       –
                  bottleneck: store
                  components that are single points of failure: web

                  clients → web  3k req/s    sent 1.2 MB/s  returned 12 MB/s
                  web → store    1.2k req/s
                  web ⇢ mail     600 req/s                                    nobody waits
                  not stated: size of what is sent for read (to web), left out of bandwidths
                  not stated: size of what is returned for write (to web), left out of bandwidths

                Deep dive
                ─────────

                Bottleneck
                  bound by requests, then by memory
                  store (workers) at ×1.67, then web (requests) at ×2
                  store headroom  ×1.67
                  web headroom    ×2
                  shard the store

                Single points of failure
                  read: web takes it down alone
                  write: web takes it down alone

                Redundancy
                  2 of 3 are enough: db-1, db-2, db-3

                Scale
                  component  needed  needed at ×3  needed at ×10  there  used  used at ×3  used at ×10
                  web        3       9             29             4      50%   150%        500%
                  store      2       6             18             2      60%   180%        600%
                  ×1 the traffic fits what is there
                  ×3 the traffic overloads store (workers), web (requests); served: at most 66.7% of read, at most
                  55.6% of write; what fails still loads what it would visit afterwards
                  ×10 the traffic overloads store (workers), web (requests); served: at most 20% of read, at most
                  16.7% of write; what fails still loads what it would visit afterwards
                  needed: to stay at the target utilization; there: as stated or bought, or else enough in 95% of
                  cases

                Justification
                ─────────────

                Throughput and latency of each component
                  component         at peak     carries   mean per read  mean per write
                  web               3k req/s    6k req/s  3 ms           3 ms
                  store             1.2k req/s  2k req/s  625 µs         2.5 ms
                  mail              600 req/s   –         –              –
                  mean, end to end  –           –         3.6 ms         5.5 ms

                Overall
                  use case  average    at peak     mean    p99    up      fails alone with
                  read      800 req/s  2.4k req/s  3.6 ms  11 ms  99.92%  web
                  write     200 req/s  600 req/s   5.5 ms  15 ms  99.83%  web
                  up: as if instances, zones and services failed independently of each other
                  availability of the whole      99.83% (2.8 nines)
                  downtime a month of the whole  1.2 h

                Outlook: physical post storage
                  once 2 y are full  19 TB
                  growth             5% every month, compound
                  room for           40 TB
                  so it              fits 1 y 3 months
                  That once 2 y are full counts as if all were there at the start: with less today it fits longer.

                Derivation: peak rate
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
                .containsExactly("Feature expectations");
        assertThat(page.sections().stream().map(Page.Section::heading))
                .containsExactly("Feature expectations", "Use cases", "Left out");
        assertThat(page.sections().stream().map(Page.Section::level)).containsExactly(1, 2, 2);
    }

    /** All others are named in one line, and nowhere else. */
    @ParameterizedTest
    @MethodSource("parts")
    void page_leftOut(List<String> topics, UnaryOperator<DesignSheet> part) {
        DesignSheet sheet = part.apply(DesignSheet.titled("Feed"));
        List<String> others =
                TOPICS.stream().filter(topic -> !topics.contains(topic)).toList();
        assertThat(Sheets.blocks(sheet, "Left out"))
                .containsExactly(new Block.Text(List.of("left empty: "
                        + String.join(", ", others.subList(0, 4)) + " and " + (others.size() - 4)
                        + " other topics")));
        assertThat(sheet.page().sections().stream().map(Page.Section::heading))
                .containsAll(topics)
                .doesNotContainAnyElementsOf(others);
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
        assertThat(backwards.toString()).doesNotContain("Left out");
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
                part(sheet -> sheet.models(Sheets.TRAFFIC), "Assumptions", "Throughput", "Traffic volume"),
                part(sheet -> sheet.models(Sheets.STORAGE), "Assumptions", "Storage"),
                part(sheet -> sheet.models(Sheets.CACHE), "Assumptions", "Memory"),
                part(
                        sheet -> sheet.models(Sheets.SERVERS).utilization(Sheets.SERVERS),
                        "Assumptions",
                        "Servers",
                        "Bottleneck"),
                part(sheet -> sheet.latency(ms(120).named("p99")), "Assumptions", "Latency"),
                part(sheet -> sheet.estimates(usd(700).named("cost")), "Assumptions", "Other estimates"),
                part(sheet -> sheet.limits(limit(Sheets.TRAFFIC.peakQps()).atMost(qps(4000))), "Assumptions", "Limits"),
                part(sheet -> sheet.consistency("late"), "Consistency or availability"),
                part(sheet -> sheet.models(Sheets.QUORUM), "Assumptions", "Consistency or availability"),
                part(sheet -> sheet.design("a store"), "Parts"),
                part(sheet -> sheet.bottleneck("the store"), "Bottleneck"),
                part(
                        sheet -> sheet.architecture(Sheets.SYSTEM),
                        "Assumptions",
                        "Throughput",
                        "Traffic volume",
                        "Servers",
                        "Latency",
                        "Limits",
                        "Consistency or availability",
                        "System",
                        "Bottleneck",
                        "Single points of failure",
                        "Redundancy",
                        "Scale",
                        "Throughput and latency of each component",
                        "Overall"));
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
                .hasMessage("the design sheet 'Feed' is empty: add at least one part, such as models(traffic) or"
                        + " useCases(words)");
        assertThat(sheet).hasToString("Feed: everything is left out, add something such as models(traffic)");
    }

    /** What was assumed as 638,000 a day is not 7.4 a second three lines later, and needs no derivation. */
    @Test
    void headline_anAssumption() {
        var orders = assume("orders a day", perDay(638_000));
        String text = DesignSheet.titled("Shop")
                .headline(orders)
                .limits(limit(orders).atMost(perDay(700_000)), limit(orders).atLeast(perDay(500)))
                .outlook(Growth.compound(percent(40), YEAR), orders, perDay(900_000))
                .page()
                .text();
        assertThat(text)
                .contains("  orders a day  638k req/d\n  both limits hold\n")
                .contains("orders a day ≤ 700k req/d  638k req/d  holds")
                .contains("now       638k req/d", "room for  900k req/d")
                .doesNotContain("Derivation", "req/s");
    }
}
