package dev.estimator.reliability;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.kib;
import static dev.estimator.quantity.Quantities.oneOf;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.tib;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.estimator.quantity.Simulation;
import dev.estimator.quantity.Units;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RaidZTest {
    /** OpenZFS issue 1089: 32.5 TiB raw on 12 disks, of which 1/64 is kept back: 24.375 TiB. */
    @Test
    void usable_published() {
        RaidZ group = RaidZ.of(12, 2, kib(4), kib(128));
        assertNear(32 / 42.0, group.efficiency().value());
        assertThat(group.usable(tib(32.5)).format(Units.TIB, 4)).isEqualTo("24.76 TiB");
        assertNear(24.375, group.usable(tib(32.5)).times(percent(98.4375)).to(Units.TIB), 1e-3);
    }

    /** Sectors counted one by one: each row of data gets its parities, then gaps are filled. */
    @ParameterizedTest
    @CsvSource({
        "5, 1, 4096, 131072", // 32 + 8 of 40
        "3, 1, 4096, 8192", // 2 + 1, filled up to 4
        "3, 1, 4096, 512", // one sector for an eighth of it
        "6, 2, 4096, 65536", // 16 + 8
        "11, 3, 512, 131072",
        "8, 3, 4096, 20000",
        "4, 3, 512, 1536",
        "9, 2, 8192, 1048576"
    })
    void efficiency_countedOneByOne(int disks, int parity, int sector, int size) {
        int data = 0;
        int all = 0;
        for (int left = size; left > 0; left -= sector) {
            all += data % (disks - parity) == 0 ? parity + 1 : 1;
            data++;
        }
        while (all % (parity + 1) != 0) {
            all++;
        }
        assertNear(
                (double) size / ((long) all * sector),
                RaidZ.of(disks, parity, bytes(sector), bytes(size)).efficiency().value());
    }

    /** As many data sectors as a row holds, and nothing to fill up: as an erasure code. */
    @Test
    void efficiency_ofWholeRows() {
        assertNear(
                ErasureCode.of(8, 2).efficiency().value(),
                RaidZ.of(10, 2, kib(4), kib(96)).efficiency().value());
    }

    /** Records of 8 or 128 KiB, on 4 disks with a parity: 2 of 4 sectors, 32 + 11 of 44. */
    @Test
    void efficiency_ofARange() {
        var size = assume("record", oneOf(Map.of(kib(8), percent(25), kib(128), percent(75))));
        var efficiency = RaidZ.of(4, 1, kib(4), size).efficiency();
        assertNear(0.5, efficiency.p5().value());
        assertNear(32 / 44.0, efficiency.p95().value());
        assertNear(
                (0.5 + 3 * 32 / 44.0) / 4,
                Simulation.of(efficiency).summary(efficiency).mean().value().value());
    }

    @Test
    void toString_says() {
        assertThat(RaidZ.of(12, 2, kib(4), kib(128))).hasToString("12 disks, 2 of them parity: 76.2% of it data");
    }

    @Test
    void refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RaidZ.of(12, 4, kib(4), kib(128)))
                .withMessage("parity must be 1, 2 or 3 but was 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RaidZ.of(2, 2, kib(4), kib(128)))
                .withMessage("disks must be above parity, which is 2, to 1000 but was 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RaidZ.of(6, 2, kib(0), kib(128)))
                .withMessage("sector must be above zero but was 0 B");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RaidZ.of(6, 2, kib(4), kib(0)))
                .withMessage("record must be above zero but was 0 B");
    }
}
