package dev.estimator.examples;

import static dev.estimator.examples.Exactness.EXACT;
import static dev.estimator.quantity.Quantities.DAY;
import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Units.BILLIONS;
import static dev.estimator.quantity.Units.GB;
import static dev.estimator.quantity.Units.KB_PER_SECOND;
import static dev.estimator.quantity.Units.MB_PER_SECOND;
import static dev.estimator.quantity.Units.MILLIONS;
import static dev.estimator.quantity.Units.ONES;
import static dev.estimator.quantity.Units.PER_SECOND;
import static dev.estimator.quantity.Units.TB;
import static java.math.RoundingMode.HALF_UP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.estimator.model.Traffic;
import dev.estimator.quantity.Bandwidth;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Qps;
import org.junit.jupiter.api.Test;

/** The figures of the System Design course, K. P. Singh, chapter URL Shortener, row by row. */
class UrlShortenerTest {
    private static final Traffic EXACT_TRAFFIC = UrlShortener.traffic();

    /** The source goes on with 40 writes a second. */
    private static final Traffic CARRIED =
            EXACT_TRAFFIC.withWriteRate(EXACT_TRAFFIC.writeQps().rounded(1, PER_SECOND, HALF_UP));

    /** The source goes on with 350 million reads a day. */
    private static final Count CARRIED_READS = CARRIED.readQps().times(DAY).rounded(2, MILLIONS, HALF_UP);

    @Test
    void row1_readsPerMonth() {
        Count reads = EXACT_TRAFFIC.readQps().times(days(30));
        assertThat(reads.to(BILLIONS)).isCloseTo(10, EXACT);
        assertThat(reads.format(BILLIONS)).isEqualTo("10bn");
    }

    @Test
    void row2_writeRate() {
        assertThat(EXACT_TRAFFIC.writeQps().to(PER_SECOND)).isCloseTo(38.580_246_913_58, EXACT);
        assertThat(CARRIED.writeQps().format(PER_SECOND)).isEqualTo("40 req/s");
    }

    @Test
    void row3_readRate() {
        assertThat(EXACT_TRAFFIC.readQps().to(PER_SECOND)).isCloseTo(3858.024_691_358, EXACT);
        assertThat(CARRIED.readQps().format(PER_SECOND)).isEqualTo("4k req/s");
    }

    @Test
    void row4_incomingBandwidth() {
        Bandwidth exact = EXACT_TRAFFIC.bandwidthIn();
        assertThat(exact.to(KB_PER_SECOND)).isCloseTo(19.290_123_456_79, EXACT);
        assertThat(CARRIED.bandwidthIn().format(KB_PER_SECOND)).isEqualTo("20 kB/s");
    }

    @Test
    void row5_outgoingBandwidth() {
        Bandwidth exact = EXACT_TRAFFIC.bandwidthOut();
        assertThat(exact.to(MB_PER_SECOND)).isCloseTo(1.929_012_345_679, EXACT);
        assertThat(CARRIED.bandwidthOut().format(MB_PER_SECOND)).isEqualTo("2 MB/s");
    }

    @Test
    void row6_recordsInTenYears() {
        Count records = UrlShortener.storage().records();
        assertThat(records.to(BILLIONS)).isCloseTo(12, EXACT);
        assertThat(records.format(BILLIONS)).isEqualTo("12bn");
    }

    @Test
    void row7_storageInTenYears() {
        Bytes storage = UrlShortener.storage().logical();
        assertThat(storage.to(TB)).isCloseTo(6, EXACT);
        assertThat(storage.format(TB)).isEqualTo("6 TB");
    }

    @Test
    void row8_readsPerDay() {
        Qps reads = EXACT_TRAFFIC.readQps();
        assertThat(reads.times(DAY).to(MILLIONS)).isCloseTo(333.333_333_333_3, EXACT);
        assertThat(CARRIED.readQps().times(DAY).to(MILLIONS)).isCloseTo(345.6, EXACT);
        assertThat(CARRIED_READS.format(MILLIONS)).isEqualTo("350M");
    }

    @Test
    void row9_cache() {
        Bytes exact = UrlShortener.cache().memory();
        assertThat(exact.to(GB)).isCloseTo(33.333_333_333_33, EXACT);
        Bytes carried = UrlShortener.cache().withItems(CARRIED_READS).memory();
        assertThat(carried.format(GB)).isEqualTo("35 GB");
        assertThat(carried.div(exact).value())
                .as("what rounding between steps does")
                .isCloseTo(1.05, EXACT);
    }

    @Test
    void row10_sixCharacterKeys() {
        assertThat(UrlShortener.KEYS.to(ONES)).isCloseTo(56_800_235_584.0, EXACT);
        assertThat(UrlShortener.KEYS.format(BILLIONS)).isEqualTo("56.8bn");
    }

    /** The source is wrong twice: it says 300 GB, and then about 390 GB. */
    @Test
    void row11_keyTable() {
        Bytes table = UrlShortener.keyTable();
        assertThat(table.to(GB)).isCloseTo(340.801_413_504, EXACT);
        assertThat(table.format(GB)).isEqualTo("341 GB").isNotIn("300 GB", "390 GB");
        assertThat(table.rounded(2, GB, HALF_UP)).isEqualTo(gb(340)).isNotIn(gb(300), gb(390));
    }

    @Test
    void notInTheSource_threeCopies() {
        assertThat(UrlShortener.storage().physical().to(TB)).isCloseTo(18, EXACT);
        assertThat(UrlShortener.storage().records().div(UrlShortener.KEYS).toShare())
                .as("keys taken")
                .isLessThan(percent(25));
    }
}
