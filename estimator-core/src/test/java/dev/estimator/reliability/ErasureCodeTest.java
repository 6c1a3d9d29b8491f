package dev.estimator.reliability;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.gib;
import static dev.estimator.quantity.Quantities.pb;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.tb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.estimator.quantity.Units;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErasureCodeTest {
    /**
     * Printed: RS(6, 3) 1.5, RS(12, 4) 1.33, LRC(12, 2, 2) 1.33 in C. Huang et al., Erasure Coding in Windows Azure
     * Storage, USENIX ATC 2012; RS(10, 4) 1.4 in S. Muralidhar et al., f4: Facebook's Warm BLOB Storage System, OSDI
     * 2014; 17 + 3 of Backblaze.
     */
    @ParameterizedTest
    @CsvSource({
        "6, 3, 1.5",
        "12, 4, 1.3333333333333333",
        "10, 4, 1.4",
        "17, 3, 1.1764705882352942",
        "1, 2, 3",
        "7, 0, 1"
    })
    void factor_published(int data, int parity, double factor) {
        ErasureCode code = ErasureCode.of(data, parity);
        assertNear(factor, code.factor().value());
        assertNear(1 / factor, code.efficiency().value());
        assertThat(code.shards()).isEqualTo(data + parity);
        assertThat(code.tolerated()).isEqualTo(parity);
    }

    /** 5 shards for 3 of data, which some pages print as 1.5. */
    @Test
    void factor_threeAndTwo() {
        assertNear(5 / 3.0, ErasureCode.of(3, 2).factor().value());
    }

    @Test
    void replication() {
        assertThat(ErasureCode.replication(4)).isEqualTo(ErasureCode.of(1, 3));
        assertNear(4, ErasureCode.replication(4).factor().value());
    }

    /** Facebook: a haystack of 3.6 effective copies against 2.8 with two RS(10, 4) in different regions. */
    @Test
    void stored() {
        assertNear(2.8, ErasureCode.of(10, 4).stored(pb(2)).to(Units.PB));
    }

    /**
     * MinIO issue 5416: 12 disks of 15 GiB, 8 + 4, hold 120 GiB. Issue 4617: of disks of 1, 2 and 4 TB each counts as
     * the smallest.
     */
    @Test
    void usable_published() {
        assertNear(120, ErasureCode.of(8, 4).usable(gib(15).times(count(12))).to(Units.GIB));
        var smallest = tb(2).min(tb(1)).min(tb(4));
        assertNear(2, ErasureCode.of(2, 1).usable(smallest.times(count(3))).to(Units.TB));
    }

    /** Of disks of 4, 2, 1 and 8 TB each counts as 1 TB: 4 × 1 × 2/3. */
    @Test
    void usable_differentDisks() {
        ErasureCode code = ErasureCode.of(2, 1);
        assertNear(8.0 / 3, code.usable(List.of(tb(4), tb(2), tb(1), tb(8))).to(Units.TB));
        assertThat(code.usable(List.of(tb(4), tb(2), tb(1))).explain().toString())
                .contains("smallest disk", "disks");
        assertThatThrownBy(() -> code.usable(List.of(tb(4), tb(2))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("disks must be at least 3, one for each shard, but was 2");
    }

    /** Any one of 10 + 4 is restored from 10 others: 40 TB read for a drive of 4 TB; a copy is read once. */
    @Test
    void readForRepair() {
        assertNear(40, ErasureCode.of(10, 4).readForRepair(tb(4)).to(Units.TB));
        assertNear(4, ErasureCode.replication(3).readForRepair(tb(4)).to(Units.TB));
    }

    /** 2 of 3: 1 − 3 × 0.02² × 0.98 − 0.02³. */
    @Test
    void availability() {
        assertNear(
                0.001184,
                ErasureCode.of(2, 1)
                        .availability(percentUp(98))
                        .unavailability()
                        .value());
    }

    @Test
    void stored_explain() {
        var data = assume("photos", between(pb(2), pb(8)), "product plan");
        assertThat(ErasureCode.of(10, 4).stored(data).explain()).hasToString("""
                assumed
                  photos      = 4 PB (2 … 8)  (product plan)
                  shards      = 14
                  data shards = 10
                calculated
                  stored for a byte = shards ÷ data shards
                                    = 14 ÷ 10
                                    = ×1.4
                  stored = photos × stored for a byte
                         = 4 PB × 1.4
                         = 5.6 PB (2.8 … 11)""");
    }

    @Test
    void toString_says() {
        assertThat(ErasureCode.of(10, 4))
                .hasToString("10 + 4 shards: ×1.4 stored, 71.4% of it data, survives the loss of any 4");
        assertThat(ErasureCode.replication(3))
                .hasToString("3 copies: ×3 stored, 33.3% of it data, survives the loss of any 2");
        assertThat(ErasureCode.replication(1)).hasToString("1 copy: ×1 stored, 100% of it data, survives no loss");
    }

    @Test
    void refused() {
        assertRefused(() -> ErasureCode.of(0, 3), "dataShards must be between 1 and 1000000 but was 0");
        assertRefused(() -> ErasureCode.of(2, -1), "parityShards must be between 0 and 1000000 but was -1");
        assertRefused(() -> ErasureCode.replication(0), "copies must be between 1 and 1000000 but was 0");
        assertRefused(
                () -> ErasureCode.of(2, Integer.MAX_VALUE),
                "parityShards must be between 0 and 1000000 but was 2147483647");
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
