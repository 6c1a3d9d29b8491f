package dev.estimator.model;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.DAY;
import static dev.estimator.quantity.Quantities.HOUR;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.mib;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Units.B;
import static dev.estimator.quantity.Units.GB;
import static dev.estimator.quantity.Units.MIB;
import static dev.estimator.quantity.Units.ONES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Data rates, reserves in a row, and fields that repeat; all numbers are by hand. */
class StorageRatesTest {
    private static final Storage LOGS = Storage.builder()
            .dataRate("log", mib(200).per(HOUR))
            .retention(days(30))
            .replicationFactor(ratio(3))
            .build();

    /** 200 × 24 × 30 MiB, three times. */
    @Test
    void dataRate_alone() {
        assertNear(4800, LOGS.newPerDay().to(MIB));
        assertNear(144_000, LOGS.logical().to(MIB));
        assertNear(432_000, LOGS.physical().to(MIB));
        assertThat(LOGS.logical().explain().toString()).contains("log data rate = 200 MiB/h");
        assertThat(LOGS.kinds().get(0)).hasToString("log of 200 MiB/h");
    }

    /** Beside a kind, with its own compression and retention: 7 × 5 GB ÷ 2, and 30 × 86,400 × 4 × 1 kB. */
    @Test
    void dataRate_besideKinds() {
        Storage both = LOGS.withKinds(
                        RecordKind.builder("metric")
                                .dataRate(gb(5).per(DAY))
                                .compressionRatio(ratio(2))
                                .retention(days(7))
                                .build(),
                        RecordKind.builder("order").rate(qps(4)).size(kb(1)).build())
                .withReplicationFactor(ratio(1));
        assertNear(17.5, both.physical("metric").to(GB));
        assertNear(10.368, both.physical("order").to(GB));
        assertNear(27.868, both.physical().to(GB));
        assertNear(10_368_000, both.records("order").to(ONES));
    }

    /** 5 GB a day of 250 B are 20M a day. */
    @Test
    void dataRate_withSize() {
        RecordKind metric = RecordKind.builder("metric")
                .dataRate(gb(5).per(DAY))
                .size(bytes(250))
                .build();
        assertNear(20e6, metric.newPerDay().to(ONES));
        Storage storage = Storage.builder().kind(metric).retention(days(7)).build();
        assertNear(140e6, storage.records().to(ONES));
        assertNear(35, storage.logical().to(GB));
    }

    /** Growth counts as it does for records: doubling in a year has a mean of 1 ÷ ln 2 over the first. */
    @Test
    void dataRate_grows() {
        Storage grown = LOGS.withRetention(days(365)).withYearlyGrowth(ratio(2));
        assertNear(4800 * 365 / Math.log(2), grown.logical().to(MIB), 1e-12);
    }

    @Test
    void dataRate_numberOfRecordsUnknown() {
        assertThatThrownBy(LOGS::records)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("size is not set: of a data rate it is needed for the number of log records");
        assertThat(LOGS.answers().get(0).toString()).doesNotContain("records");
    }

    @Test
    void dataRate_besideRate() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecordKind.builder("log")
                        .dataRate(gb(5).per(DAY))
                        .rate(qps(3))
                        .size(bytes(7))
                        .build())
                .withMessage("set only one of rate, dataRate: they say the same thing");
        assertThatThrownBy(() -> RecordKind.builder("log")
                        .dataRate(gb(5).per(DAY))
                        .existing(count(3))
                        .build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the size of a log is not set: set its fields or its size");
    }

    /** 432,000 ÷ 0.8 ÷ 0.7. */
    @Test
    void reserves_multiply() {
        Storage reserved = Storage.builder()
                .from(LOGS)
                .reserve("compaction", percent(20))
                .reserve("growth", percent(30))
                .build();
        assertNear(432_000 / 0.56, reserved.physical().to(MIB), 1e-12);
        assertThat(reserved.physical().explain().toString())
                .contains("compaction reserve = 20%", "growth reserve     = 30%");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Storage.builder()
                        .from(LOGS)
                        .reserve("all", percent(100))
                        .build())
                .withMessage("all reserve must be below 100% but was 100%");
    }

    /** 16 + 100 × 8 B, and 101 fields with 3 B each. */
    @Test
    void field_repeats() {
        RecordKind row = RecordKind.builder("row")
                .rate(qps(2))
                .field("id", bytes(16))
                .field("column", bytes(8), count(100))
                .overheadPerField(bytes(3))
                .build();
        assertNear(816 + 303, row.recordSize().to(B));
        assertThat(row.recordSize().explain().toString()).contains("row column fields");
    }

    @Test
    void fieldCounts_ofNoField() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecordKind.builder("row")
                        .rate(qps(2))
                        .field("id", bytes(16))
                        .putFieldCounts("column", count(7))
                        .build())
                .withMessage("fieldCounts must be of the fields [id] but was [column]");
    }

    @Test
    void reserve_twice() {
        assertThatThrownBy(() -> Storage.builder().reserve("merge", percent(10)).reserve("merge", percent(20)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("reserves must have different reasons but two were 'merge'");
    }
}
