package dev.estimator.model;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Units.B;
import static dev.estimator.quantity.Units.ONES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordKindTest {
    // Pastebin, system-design-primer: content, short link, expiry, creation time, path.
    private static final RecordKind PASTE = RecordKind.builder("paste")
            .rate(million(10).per(days(30)))
            .field("content", kb(1))
            .field("short link", bytes(7))
            .field("expiry", bytes(4))
            .field("created", bytes(5))
            .field("path", bytes(255))
            .build();

    private static final RecordKind PHOTO = RecordKind.builder("photo")
            .rate(qps(50))
            .shareOfWrites(percent(40))
            .size(kb(600))
            .build();

    @Test
    void recordSize_sumOfFields() {
        assertThat(PASTE.recordSize()).isEqualTo(kb(1.271));
    }

    @Test
    void recordSize_stated() {
        assertThat(PHOTO.recordSize()).isEqualTo(kb(600));
    }

    /** 1271 + 5 × 3 + 24. */
    @Test
    void recordSize_withOverheads() {
        RecordKind stored = RecordKind.builder("paste")
                .from(PASTE)
                .overheadPerField(bytes(3))
                .overheadPerRow(bytes(24))
                .build();
        assertThat(stored.recordSize()).isEqualTo(bytes(1310));
        assertThat(stored.withOverheadPerField(Optional.empty()).recordSize()).isEqualTo(bytes(1295));
        assertThat(stored.withOverheadPerRow(Optional.empty()).recordSize()).isEqualTo(bytes(1286));
    }

    @Test
    void recordSize_statedWithRowOverhead() {
        assertThat(PHOTO.withOverheadPerRow(bytes(24)).recordSize()).isEqualTo(bytes(600_024));
    }

    @Test
    void recordSize_explanation() {
        RecordKind stored = RecordKind.builder("key")
                .rate(qps(9))
                .field("id", bytes(8))
                .field("owner", bytes(16))
                .overheadPerField(bytes(3))
                .overheadPerRow(bytes(24))
                .build();
        assertThat(stored.recordSize().explain()).hasToString("""
                        assumed
                          key id                 = 8 B
                          key owner              = 16 B
                          key overhead per field = 3 B
                          key overhead per row   = 24 B
                        calculated
                          key size = key id + key owner + key overhead per field × 2 + key overhead per row
                                   = 8 B + 16 B + 3 B × 2 + 24 B
                                   = 54 B""");
    }

    /** 10 million in 30 d are a third of a million a day. */
    @Test
    void newPerDay_ofCountPerMonth() {
        assertNear(1e6 / 3, PASTE.newPerDay().to(ONES));
    }

    /** 50 × 40 % × 86,400. */
    @Test
    void newPerDay_shareOfWrites() {
        assertNear(1_728_000, PHOTO.newPerDay().to(ONES));
    }

    @Test
    void newPerDay_existingOnly() {
        RecordKind users =
                RecordKind.builder("user").existing(million(3)).size(kb(2)).build();
        assertThat(users.newPerDay()).isEqualTo(count(0));
    }

    @Test
    void with_function() {
        assertNear(3_456_000, PHOTO.withRate(rate -> rate.times(2)).newPerDay().to(ONES));
        assertNear(
                300_000,
                PHOTO.withSize(size -> size.times(percent(50))).recordSize().to(B));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void name_blank(String name) {
        RecordKind.Builder builder = RecordKind.builder(name).existing(count(2)).size(kb(3));
        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("name must not be blank");
    }

    @Test
    void size_besideFields() {
        assertThatThrownBy(() -> PASTE.withSize(kb(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("set only one of fields, size: they say the same thing");
    }

    @Test
    void size_missing() {
        RecordKind.Builder builder = RecordKind.builder("note").rate(qps(4));
        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the size of a note is not set: set its fields or its size");
    }

    @Test
    void field_twice() {
        RecordKind.Builder builder = RecordKind.builder("note").field("text", bytes(80));
        assertThatThrownBy(() -> builder.field("text", bytes(90)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("fields must have different names but two were 'text'");
    }

    @Test
    void rate_missing() {
        RecordKind.Builder builder = RecordKind.builder("note").size(kb(4));
        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the number of note records is not set: set rate, existing or both");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.25})
    void compressionRatio_outOfRange(double bad) {
        assertThatThrownBy(() -> PASTE.withCompressionRatio(ratio(bad)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("compressionRatio must be at least 1 but was " + bad);
    }

    @Test
    void retention_zero() {
        assertThatThrownBy(() -> PASTE.withRetention(days(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("retention must be above zero but was 0 s");
    }

    @Test
    void retention_positive() {
        assertThat(PASTE.withRetention(seconds(1e-9)).retention()).contains(seconds(1e-9));
    }
}
