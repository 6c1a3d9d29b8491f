package dev.estimator.reliability;

import static dev.estimator.quantity.Quantities.count;

import dev.estimator.internal.input.Refusal;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Share;
import java.io.Serializable;

/**
 * A RAID-Z group of ZFS, and how much of it holds data. Each record has its own parity sectors, one for each parity
 * disk and each row of data sectors, and is padded to a multiple of {@code parity + 1} sectors. With small records or
 * large sectors this costs much more than the parity disks alone; compare {@link ErasureCode}.
 *
 * <p>Compression, metadata, and the space that ZFS reserves are left out.
 *
 * @param disks how many disks the group has, above parity, at most 1,000
 * @param parity how many of them may be lost: 1, 2 or 3
 * @param sector the smallest piece that is written to a disk, such as 4 KiB, above zero
 * @param record the size of a record or block, such as 128 KiB, above zero
 * @see "OpenZFS, vdev_raidz_psize_to_asize() in module/zfs/vdev_raidz.c; issue 1089 counts 42 sectors for 32 of data"
 */
public record RaidZ(int disks, int parity, Bytes sector, Bytes record) implements Serializable {
    private static final int MOST_PARITY = 3;
    private static final int MOST_DISKS = 1000;

    /**
     * Checks the inputs.
     *
     * @param disks how many disks the group has, above parity, at most 1,000
     * @param parity how many of them may be lost: 1, 2 or 3
     * @param sector the smallest piece that is written to a disk
     * @param record the size of a record or block
     * @throws IllegalArgumentException if one is out of range
     */
    public RaidZ {
        Refusal.unless(parity >= 1 && parity <= MOST_PARITY, "parity", "1, 2 or 3", parity);
        Refusal.unless(
                disks > parity && disks <= MOST_DISKS,
                "disks",
                "above parity, which is " + parity + ", to 1000",
                disks);
        Refusal.aboveZero(sector, "sector");
        Refusal.aboveZero(record, "record");
        sector = Refusal.named(sector, "sector", "sector");
        record = Refusal.named(record, "record", "record");
    }

    /**
     * Obtains a group, as in {@code RaidZ.of(12, 2, kib(4), kib(128))}.
     *
     * @param disks how many disks the group has, above parity, at most 1,000
     * @param parity how many of them may be lost: 1, 2 or 3
     * @param sector the smallest piece that is written to a disk, such as 4 KiB
     * @param record the size of a record or block, such as 128 KiB
     * @return the group
     * @throws IllegalArgumentException if one is out of range
     */
    public static RaidZ of(int disks, int parity, Bytes sector, Bytes record) {
        return new RaidZ(disks, parity, sector, record);
    }

    /**
     * Returns the part of the written bytes that is data: the record ÷ the sectors that it takes.
     *
     * @return the efficiency
     */
    public Share efficiency() {
        return record.div(sector.times(sectors())).toShare().named("efficiency");
    }

    /**
     * Returns how much data fits.
     *
     * @param raw the size of all disks together, each as large as the smallest
     * @return {@code raw × efficiency}
     */
    public Bytes usable(Bytes raw) {
        return Refusal.named(raw, "raw", "raw").times(efficiency()).named("usable");
    }

    /** The sectors of data and parity, padded to a multiple of parity + 1, so that no gap is too small to use. */
    private Count sectors() {
        Count data = record.div(sector).ceil().named("data sectors");
        Count parities = count(parity).named("parity");
        Count dataDisks = count(disks).named("disks").minus(parities).named("data disks");
        Count rows = data.div(dataDisks).ceil().named("rows");
        Count multiple = parities.plus(count(1)).named("multiple");
        return data.plus(rows.times(parities))
                .div(multiple)
                .ceil()
                .times(multiple)
                .named("sectors");
    }

    /** Returns the group and its efficiency, as in '12 disks, 2 of them parity: 76.2% of it data'. */
    @Override
    public String toString() {
        return disks + " disks, " + parity + " of them parity: " + efficiency() + " of it data";
    }
}
