package dev.estimator.report;

import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.nines;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.qps;
import static org.assertj.core.api.Assertions.assertThat;

import dev.estimator.model.CacheMemory;
import dev.estimator.model.Call;
import dev.estimator.model.CallChain;
import dev.estimator.model.Quorum;
import dev.estimator.model.RecordKind;
import dev.estimator.model.Servers;
import dev.estimator.model.Storage;
import dev.estimator.model.Traffic;
import org.junit.jupiter.api.Test;

/** What a design sheet makes of models that know everything or less, and of layers. */
class DesignSheetPartsTest {
    private static final DesignSheet SHEET = DesignSheet.titled("Feed");
    private static final String LAYERS = "Throughput and latency of each layer";

    @Test
    void traffic_nothingButTheRate() {
        DesignSheet sheet = SHEET.traffic(Traffic.builder().requestRate(qps(35)).build());
        assertThat(Sheets.text(sheet, "Throughput")).isEqualTo("""
                request rate  35 req/s
                  peak rate     70 req/s
                  left out: readShare is not set: set readShare, readsPerWrite or writesPerRead to tell reads from
                  writes""");
        assertThat(Sheets.text(sheet, "Traffic volume")).isEqualTo("""
                left out: writeSize or requestSize is not set: it is needed for the bandwidth in
                  left out: readSize or responseSize is not set: it is needed for the bandwidth out""");
    }

    /** 35 × 20 % × 2 kB = 14 kB/s, at peak twice as much. */
    @Test
    void traffic_oneSizeIsMissing() {
        DesignSheet sheet = SHEET.traffic(Traffic.builder()
                .requestRate(qps(35))
                .readShare(percent(80))
                .writeSize(kb(2))
                .build());
        assertThat(Sheets.text(sheet, "Throughput")).isEqualTo("""
                write rate       7 req/s
                  read rate        28 req/s
                  reads per write  ×4
                  request rate     35 req/s
                  peak rate        70 req/s""");
        assertThat(Sheets.text(sheet, "Traffic volume")).isEqualTo("""
                bandwidth in       14 kB/s (112 kbit/s)
                  peak bandwidth in  28 kB/s (224 kbit/s)
                  left out: readSize or responseSize is not set: it is needed for the bandwidth out""");
    }

    @Test
    void traffic_nothingIsWritten() {
        DesignSheet sheet = SHEET.traffic(
                Traffic.builder().requestRate(qps(35)).readShare(percent(100)).build());
        assertThat(Sheets.text(sheet, "Throughput")).isEqualTo("""
                write rate    0 req/s
                  read rate     35 req/s
                  request rate  35 req/s
                  peak rate     70 req/s
                  left out: reads per write: nothing is written""");
    }

    /** 3 × 86,400 × 500 B = 129.6 MB a day; how much that becomes is not known. */
    @Test
    void storage_retentionIsMissing() {
        Storage storage = Storage.builder()
                .kind(RecordKind.builder("post").rate(qps(3)).size(bytes(500)).build())
                .build();
        assertThat(Sheets.text(SHEET.storage(storage), "Storage")).isEqualTo("""
                post data per day  130 MB
                  left out: retention is not set: it is needed for the number of post records""");
    }

    /** 30 % of 4 million × 350 B = 420 MB on nodes of 200 MB, of which 70 % are used: 3. */
    @Test
    void memory_hitRatioIsMissing() {
        CacheMemory cache = CacheMemory.builder()
                .items(million(4))
                .hotShare(percent(30))
                .itemSize(bytes(350))
                .nodeMemory(gb(0.2))
                .usableShare(percent(70))
                .build();
        assertThat(Sheets.text(SHEET.memory(cache), "Memory")).isEqualTo("""
                cache memory  420 MB
                  cache nodes   3
                  left out: hitRatio or popularity is not set: it is needed for the residual load""");
    }

    @Test
    void servers_oneLimit() {
        Servers servers = Servers.builder()
                .limit("requests", qps(900), qps(100))
                .targetUtilization(percent(50))
                .build();
        DesignSheet sheet = SHEET.servers(servers);
        assertThat(Sheets.text(sheet, "Servers")).isEqualTo("""
                servers by requests  18
                  servers              18
                  requests  50% ██████████            target 50%""");
        assertThat(Sheets.text(sheet, "Bottleneck"))
                .isEqualTo("the servers are bound by requests; no other limit was set");
    }

    @Test
    void consistency_ofQuorums() {
        Quorum quorum = Quorum.builder()
                .copies(3)
                .readsFrom(1)
                .writesTo(2)
                .availabilityOfCopy(percentUp(90))
                .build();
        // 1 − 0.1³ = 0.999; 1 − 3 × 0.1² × 0.9 − 0.1³ = 0.972, and −lg 0.028 = 1.55.
        assertThat(Sheets.text(SHEET.consistency(quorum), "Consistency or availability"))
                .isEqualTo("""
                N = 3 copies, R = 1 answer a read, W = 2 a write: R + W = 3 ≤ N, so a read may miss the last write
                  (eventual consistency)
                  read availability   99.9% (3 nines)
                  write availability  97.2% (1.6 nines)""");
    }

    @Test
    void calls_noneIsASinglePoint() {
        CallChain calls = CallChain.builder()
                .call(Call.anyOf(
                        Call.of("a", nines(3)),
                        Call.inSequence(
                                Call.of("b", nines(2)),
                                Call.atLeast(1, Call.of("c", nines(1)), Call.of("d", nines(2))))))
                .build();
        DesignSheet sheet = SHEET.calls(calls);
        assertThat(Sheets.text(sheet, "Single points of failure")).isEqualTo("""
                none: no service alone takes the whole down
                  the a costs the most time down""");
        assertThat(Sheets.text(sheet, "Redundancy")).isEqualTo("""
                1 of 2 is enough: a, (b, (c, d))
                  1 of 2 is enough: c, d""");
    }

    @Test
    void calls_noneIsRedundant() {
        CallChain calls = CallChain.builder()
                .call("web", percentUp(99.9))
                .call("store", percentUp(99.5))
                .build();
        DesignSheet sheet = SHEET.calls(calls);
        assertThat(Sheets.text(sheet, "Single points of failure")).isEqualTo("""
                web, store: each alone takes the whole down
                  the store costs the most time down""");
        assertThat(Sheets.text(sheet, "Redundancy")).isEqualTo("none: every call is needed");
        // 0.999 × 0.995 = 0.994005, 2.22 nines; of 720 h 4.3164 h.
        assertThat(Sheets.text(sheet, "Overall")).isEqualTo("""
                availability      99.4% (2.2 nines)
                  downtime a month  4.4 h""");
    }

    /** 700 ÷ 500 = 140 %: more than there is. */
    @Test
    void layer_demandOverCapacity() {
        DesignSheet sheet = SHEET.layer("web", qps(900), qps(1200), ms(3)).layer("store", qps(700), qps(500), ms(9));
        assertThat(Sheets.text(sheet, LAYERS)).isEqualTo("""
                layer  demand     capacity    used  mean latency
                  web    900 req/s  1.2k req/s  75%   3 ms
                  store  700 req/s  500 req/s   140%  9 ms
                  one visit to each layer 12 ms""");
        assertThat(Sheets.text(sheet, "Latency")).isEqualTo("one visit to each layer  12 ms");
        assertThat(Sheets.text(sheet, "Bottleneck")).isEqualTo("the most used layer: store");
    }

    /** RC-LAYERS: 20 of 100 requests visit the second layer, 10 + 0.2 × 100 = 30 ms on average; the sum is of one visit to each. */
    @Test
    void layers_ofDifferentRates() {
        DesignSheet sheet =
                DesignSheet.titled("x").layer("a", qps(100), qps(1000), ms(10)).layer("b", qps(20), qps(100), ms(100));
        assertThat(Sheets.text(sheet, "Latency")).isEqualTo("one visit to each layer  110 ms");
        assertThat(sheet.toString()).doesNotContain("overall");
    }

    /** A sum of some of the latencies would be too low. */
    @Test
    void layer_latencyOfOneIsMissing() {
        DesignSheet sheet = SHEET.layer("web", qps(900), qps(1200), ms(3))
                .layer("store", qps(300), qps(500))
                .layer("disk", qps(200), qps(400), ms(4));
        assertThat(Sheets.text(sheet, LAYERS)).isEqualTo("""
                layer  demand     capacity    used  mean latency
                  web    900 req/s  1.2k req/s  75%   3 ms
                  store  300 req/s  500 req/s   60%   not said
                  disk   200 req/s  400 req/s   50%   4 ms""");
        assertThat(Sheets.text(sheet, "Latency")).isEqualTo("left out");
        assertThat(Sheets.text(sheet, "Bottleneck")).isEqualTo("the most used layer: web");
    }

    /** 60 (30 … 120) of 80 are 75 % (37.5 … 150). */
    @Test
    void layer_ofRange() {
        DesignSheet sheet = SHEET.layer("web", assume("demand", between(qps(30), qps(120))), qps(80), ms(2));
        Block.Layers layers = (Block.Layers) Sheets.blocks(sheet, LAYERS).get(0);
        assertThat(layers.layers().get(0).utilization().text()).matches("75% \\(3[78]% … 150%\\)");
        assertThat(Sheets.text(sheet, "Bottleneck")).isEqualTo("the most used layer: web");
    }

    /** The same stop is the same box, and each way is a line. */
    @Test
    void path_several() {
        DesignSheet sheet = SHEET.path("client", "web").path("cron", "web", "store");
        assertThat(Sheets.text(sheet, "Calls")).isEqualTo("""
                client → web
                  cron → web → store""");
        assertThat(Sheets.blocks(sheet, "Calls")).hasSize(1);
    }
}
