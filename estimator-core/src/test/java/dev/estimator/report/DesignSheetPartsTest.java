package dev.estimator.report;

import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.qps;
import static org.assertj.core.api.Assertions.assertThat;

import dev.estimator.model.CacheMemory;
import dev.estimator.model.RecordKind;
import dev.estimator.model.Servers;
import dev.estimator.model.Storage;
import dev.estimator.model.Traffic;
import dev.estimator.reliability.Quorum;
import org.junit.jupiter.api.Test;

/** What a design sheet makes of models that know everything or less. */
class DesignSheetPartsTest {
    private static final DesignSheet SHEET = DesignSheet.titled("Feed");

    @Test
    void traffic_nothingButTheRate() {
        DesignSheet sheet = SHEET.models(Traffic.builder().requestRate(qps(35)).build());
        assertThat(Sheets.text(sheet, "Throughput")).isEqualTo("""
                request rate  35 req/s
                  peak rate     70 req/s
                  left out: read share not stated""");
        assertThat(Sheets.text(sheet, "Traffic volume")).isEqualTo("""
                left out: bandwidth in (write size or request size not stated)
                  left out: bandwidth out (read size or response size not stated)""");
    }

    /** 35 × 20 % × 2 kB = 14 kB/s, at peak twice as much. */
    @Test
    void traffic_oneSizeIsMissing() {
        DesignSheet sheet = SHEET.models(Traffic.builder()
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
                  left out: bandwidth out (read size or response size not stated)""");
    }

    @Test
    void traffic_nothingIsWritten() {
        DesignSheet sheet = SHEET.models(
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
        assertThat(Sheets.text(SHEET.models(storage), "Storage")).isEqualTo("""
                post data per day  130 MB
                  left out: number of post records (retention not stated)""");
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
        assertThat(Sheets.text(SHEET.models(cache), "Memory")).isEqualTo("""
                cache memory  420 MB
                  cache nodes   3
                  left out: residual load (hit ratio or popularity not stated)""");
    }

    @Test
    void servers_oneLimit() {
        Servers servers = Servers.builder()
                .limit("requests", qps(900), qps(100))
                .targetUtilization(percent(50))
                .build();
        DesignSheet sheet = SHEET.models(servers).utilization(servers);
        assertThat(Sheets.text(sheet, "Servers")).isEqualTo("""
                servers by requests  18
                  servers              18
                  Utilization of the servers
                  requests  50%  ██████████  target 50%""");
        assertThat(Sheets.text(sheet, "Bottleneck")).isEqualTo("bound by requests; no other limit was set");
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
        assertThat(Sheets.text(SHEET.models(quorum), "Consistency or availability"))
                .isEqualTo("""
                N = 3 copies, R = 1 answer a read, W = 2 a write: R + W = 3 ≤ N, so a read may miss the last write
                  (eventual consistency)
                  read availability   99.9% (3 nines)
                  write availability  97.2% (1.6 nines)""");
    }
}
