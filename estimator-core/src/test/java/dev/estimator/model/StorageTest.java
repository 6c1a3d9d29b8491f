package dev.estimator.model;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.MONTH;
import static dev.estimator.quantity.Quantities.SECOND;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.months;
import static dev.estimator.quantity.Quantities.perDay;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.years;
import static dev.estimator.quantity.Units.B;
import static dev.estimator.quantity.Units.GB;
import static dev.estimator.quantity.Units.ONES;
import static dev.estimator.quantity.Units.TB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Qps;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StorageTest {
    // 20 a second for 10 d and a million besides: 18.28 million of 624 B, compressed 4 times.
    private static final RecordKind ORDER = RecordKind.builder("order")
            .rate(qps(50))
            .shareOfWrites(percent(40))
            .existing(million(1))
            .size(bytes(600))
            .overheadPerRow(bytes(24))
            .retention(days(10))
            .compressionRatio(ratio(4))
            .build();

    // 3 a second for 730 d: 189.216 million of 215,016 B.
    private static final RecordKind PHOTO = RecordKind.builder("photo")
            .rate(qps(3))
            .field("image", kb(200))
            .field("thumbnail", kb(15))
            .overheadPerField(bytes(8))
            .build();

    private static final Storage BASE = Storage.builder()
            .kind(ORDER)
            .kind(PHOTO)
            .retention(years(2))
            .replicationFactor(ratio(3))
            .indexFactor(ratio(1.3))
            .overheadFactor(ratio(1.15))
            .freeSpace(percent(25))
            .build();

    /** Vector rv-st-01. */
    @Test
    void logical_pastebin() {
        Storage pastebin = pastes(kb(1.27));
        assertNear(12.7, pastebin.newPerDay().times(365).div(12).to(GB));
        assertNear(457.2, pastebin.logical().to(GB));
        assertNear(360e6, pastebin.records().to(ONES));
    }

    /** The same with the sum of the fields, 1.271 kB. */
    @Test
    void logical_pastebinUnrounded() {
        assertNear(457.56, pastes(kb(1.271)).logical().to(GB));
    }

    private static Storage pastes(Bytes size) {
        return Storage.builder()
                .kind(RecordKind.builder("paste")
                        .rate(million(10).per(MONTH))
                        .size(size)
                        .build())
                .retention(months(36))
                .build();
    }

    /** Elasticsearch sizing calculator, pulse.support: 100 GB a day × 30 d × (1 + 1 replica) × 1.15. */
    @Test
    void physical_elasticsearch() {
        Storage logs = Storage.builder()
                .kind(RecordKind.builder("log line")
                        .rate(perDay(400e6))
                        .size(bytes(250))
                        .build())
                .retention(days(30))
                .replicas(count(1))
                .overheadFactor(ratio(1.15))
                .build();
        assertNear(100, logs.newPerDay().to(GB));
        assertNear(3, logs.logical().to(TB));
        assertNear(6.9, logs.physical().to(TB));
    }

    @Test
    void newPerDay() {
        assertNear(1_078_272_000, BASE.newPerDay("order").to(B));
        assertNear(55_732_147_200.0, BASE.newPerDay("photo").to(B));
        assertNear(56_810_419_200.0, BASE.newPerDay().to(B));
    }

    @Test
    void objects() {
        assertNear(18_280_000, BASE.records("order").to(ONES));
        assertNear(189_216_000, BASE.records("photo").to(ONES));
        assertNear(207_496_000, BASE.records().to(ONES));
    }

    @Test
    void objects_existingOnly() {
        Storage users = Storage.builder()
                .kind(RecordKind.builder("user")
                        .existing(million(3))
                        .size(kb(2))
                        .build())
                .yearlyGrowth(ratio(5))
                .build();
        assertThat(users.records()).isEqualTo(million(3));
        assertThat(users.logical()).isEqualTo(gb(6));
        assertThat(users.newPerDay()).isEqualTo(bytes(0));
    }

    @Test
    void logical() {
        assertNear(11_406_720_000.0, BASE.logical("order").to(B));
        assertNear(40_684_467_456_000.0, BASE.logical("photo").to(B));
        assertNear(40_695_874_176_000.0, BASE.logical().to(B));
    }

    /** × 1.3 × 1.15 × 3 ÷ 0.75 is × 5.98, and ÷ 4 for the orders. */
    @Test
    void physical() {
        assertNear(17_053_046_400.0, BASE.physical("order").to(B));
        assertNear(243_293_115_386_880.0, BASE.physical("photo").to(B));
        assertNear(243_310_168_433_280.0, BASE.physical().to(B));
    }

    @Test
    void physical_replicasAreBesideTheOriginal() {
        Storage replicas = BASE.withReplicationFactor(Optional.empty()).withReplicas(count(2));
        assertThat(replicas.physical()).isEqualTo(BASE.physical());
    }

    @Test
    void physical_noReplicas() {
        Storage single = BASE.withReplicationFactor(Optional.empty());
        assertNear(243_310_168_433_280.0 / 3, single.physical().to(B));
        assertThat(single.withReplicas(count(0)).physical()).isEqualTo(single.physical());
    }

    /** To keep 20 % free, 8 TB need 10 TB; adding 20 % would be 9.6 TB. */
    @Test
    void physical_freeSpaceDivides() {
        Storage disk = Storage.builder()
                .kind(RecordKind.builder("file")
                        .existing(million(4))
                        .size(kb(2000))
                        .build())
                .freeSpace(percent(20))
                .build();
        assertNear(8, disk.logical().to(TB));
        assertNear(10, disk.physical().to(TB));
    }

    @Test
    void physical_erasureCode() {
        assertNear(
                243_310_168_433_280.0 / 2,
                BASE.withReplicationFactor(ratio(1.5)).physical().to(B));
    }

    /**
     * mpmath: a million and the orders of the last 10 d before two years, 20 × 86,400 × 365 × ∫ 1.4ᵗ; the mean of 1.4ᵗ
     * over two years is 1.4265664….
     */
    @Test
    void objects_withGrowth() {
        Storage growing = BASE.withYearlyGrowth(ratio(1.4));
        assertNear(34_713_170.218915224, growing.records("order").to(ONES));
        assertNear(269_929_195.0861482, growing.records("photo").to(ONES));
    }

    @Test
    void newPerDay_doesNotGrow() {
        assertThat(BASE.withYearlyGrowth(ratio(1.4)).newPerDay()).isEqualTo(BASE.newPerDay());
    }

    @Test
    void physical_explanation() {
        Storage storage = Storage.builder()
                .kind(RecordKind.builder("photo")
                        .rate(assume("posts", qps(50), "traffic"))
                        .shareOfWrites(percent(10))
                        .size(assume("a photo", kb(400), "phone cameras"))
                        .compressionRatio(ratio(1.25))
                        .build())
                .kind(RecordKind.builder("user")
                        .existing(million(3))
                        .size(kb(2))
                        .build())
                .retention(years(5))
                .replicas(count(2))
                .freeSpace(percent(20))
                .yearlyGrowth(ratio(1.4))
                .build();
        assertThat(storage.physical().explain()).hasToString("""
                        assumed
                          posts                   = 50 req/s  (traffic)
                          photo share of writes   = 10%
                          retention               = 5 y
                          yearly growth           = ×1.4
                          a photo                 = 400 kB    (phone cameras)
                          photo compression ratio = ×1.25
                          replicas                = 2
                          free space              = 20%
                          user existing           = 3M
                          user size               = 2 kB
                        not set, so left at the default
                          index factor           = ×1  (indexes not counted)
                          overhead factor        = ×1  (no other overhead)
                          user compression ratio = ×1  (stored as it is)
                        calculated
                          mean growth = average of yearly growth^(t ÷ 1 y) for t = 0 … retention
                                      = average of 1.4^(t ÷ 1 y) for t = 0 … 5 y
                                      = ×2.602
                          photo records = posts × photo share of writes × retention × mean growth
                                        = 50 req/s × 10% × 5 y × 2.602
                                        = 2.052bn
                          logical photo storage = photo records × a photo
                                                = 2.052bn × 400 kB
                                                = 820.7 TB
                          replication factor = replicas + 1
                                             = 2 + 1
                                             = 3
                          physical photo storage = logical photo storage ÷ photo compression ratio × replication factor ÷ (1 − free space)
                                                 = 820.7 TB ÷ 1.25 × 3 ÷ (1 − 20%)
                                                 = 2.462 PB
                          user records = user existing
                                       = 3M
                          logical user storage = user records × user size
                                               = 3M × 2 kB
                                               = 6 GB
                          physical user storage = logical user storage × replication factor ÷ (1 − free space)
                                                = 6 GB × 3 ÷ (1 − 20%)
                                                = 22.5 GB
                          physical storage = physical photo storage + physical user storage
                                           = 2.462 PB + 22.5 GB
                                           = 2.462 PB""");
    }

    @Test
    void given_retention() {
        Bytes physical = BASE.physical("photo");
        assertNear(
                243_293_115_386_880.0 / 2, physical.given("retention", years(1)).to(B));
        assertNear(
                243_293_115_386_880.0 * 4 / 3,
                physical.given("replication factor", ratio(4)).to(B));
    }

    @Test
    void with_function() {
        assertNear(
                4 * 243_310_168_433_280.0,
                BASE.withReplicationFactor(factor -> factor.times(4)).physical().to(B));
        assertNear(
                2 * 189_216_000.0,
                BASE.withRetention(time -> time.times(2)).records("photo").to(ONES));
    }

    @Test
    void toString_sizes() {
        assertThat(BASE).hasToString("storage of 41 TB, 243 TB on disk");
    }

    @Test
    void kinds_none() {
        Storage.Builder builder = Storage.builder().retention(days(3));
        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no kind is set: add at least one with kind(...)");
    }

    @Test
    void retention_missing() {
        Storage storage = BASE.withRetention(Optional.empty());
        assertThat(storage.records("order")).isEqualTo(BASE.records("order"));
        assertThat(storage.newPerDay()).isEqualTo(BASE.newPerDay());
        assertThatThrownBy(storage::records)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("retention is not set: it is needed for the number of photo records");
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void build_refused(String message, UnaryOperator<Storage> change) {
        assertThatThrownBy(() -> change.apply(BASE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal(
                        "kinds must have different names but were 'photo', 'order', 'photo'",
                        storage -> storage.withKinds(PHOTO, ORDER, PHOTO.withRate(qps(4)))),
                refusal(
                        "set only one of replicationFactor, replicas: they say the same thing",
                        storage -> storage.withReplicas(count(2))),
                refusal(
                        "replicationFactor must be at least 1 but was 0.5",
                        storage -> storage.withReplicationFactor(ratio(0.5))),
                refusal("indexFactor must be at least 1 but was 0.3", storage -> storage.withIndexFactor(ratio(0.3))),
                refusal(
                        "overheadFactor must be at least 1 but was 0.15",
                        storage -> storage.withOverheadFactor(ratio(0.15))),
                refusal("yearlyGrowth must be above zero but was ×0", storage -> storage.withYearlyGrowth(ratio(0))),
                refusal("freeSpace must be below 100% but was 100%", storage -> storage.withFreeSpace(percent(100))),
                refusal("retention must be above zero but was 0 s", storage -> storage.withRetention(days(0))));
    }

    private static Arguments refusal(String message, UnaryOperator<Storage> change) {
        return Arguments.of(message, change);
    }

    @ParameterizedTest
    @MethodSource("questions")
    void kind_unknown(Function<Storage, Object> question) {
        assertThatThrownBy(() -> question.apply(BASE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("kind must be one of 'order', 'photo' but was 'video'");
    }

    static Stream<Function<Storage, Object>> questions() {
        return Stream.of(
                storage -> storage.newPerDay("video"),
                storage -> storage.records("video"),
                storage -> storage.logical("video"),
                storage -> storage.physical("video"));
    }

    /** Photos and thumbnails that come at one rate were '6.3bn photos'. */
    @Test
    void records_ofSeveralKindsAtOneRate() {
        Qps rate = assume("uploads", count(100, "photos").per(SECOND));
        RecordKind photo = RecordKind.builder("photo").rate(rate).size(kb(900)).build();
        RecordKind thumbnail =
                RecordKind.builder("thumbnail").rate(rate).size(kb(20)).build();
        Storage both = Storage.builder()
                .kind(photo)
                .kind(thumbnail)
                .retention(days(365))
                .build();
        assertThat(both.records()).hasToString("6.3bn");
        assertThat(both.records("photo")).hasToString("3.2bn photos");
        assertThat(both.records("thumbnail")).hasToString("3.2bn");
        assertThat(thumbnail.newPerDay()).hasToString("8.6M");
        assertThat(photo.newPerDay()).hasToString("8.6M photos");
        assertThat(both.withKinds(photo).records()).hasToString("3.2bn photos");
        assertThat(both.records().explain().toString())
                .contains("= 3.154bn photos + 3.154bn\n")
                .endsWith("= 6.307bn");
    }
}
