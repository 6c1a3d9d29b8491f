package dev.estimator.reliability;

import static dev.estimator.quantity.Quantities.count;

import dev.estimator.internal.graph.Bound;
import dev.estimator.internal.input.Refusal;
import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import java.io.Serializable;
import java.util.List;

/**
 * A scheme that stores data redundantly: in data shards, with parity shards of which each can replace any lost shard.
 * Replication is one data shard, and a parity shard for each further copy.
 *
 * <p>As with Reed–Solomon codes, any k shards restore the data, where k is the number of data shards. For local codes,
 * such as LRC(12, 2, 2), the overhead is right, but they do not survive every loss of as many shards as they have
 * parities.
 *
 * @param dataShards into how many shards the data is cut, k, at least 1
 * @param parityShards how many shards are added, m, 0 or more
 * @see "J. S. Plank, A Tutorial on Reed–Solomon Coding for Fault-Tolerance in RAID-like Systems, Software: Practice and
 *     Experience 27(9), 1997"
 */
public record ErasureCode(int dataShards, int parityShards) implements Serializable {
    private static final int MOST_SHARDS = 1_000_000;

    /**
     * Obtains a code of data and parity shards.
     *
     * @param dataShards into how many shards the data is cut, at least 1
     * @param parityShards how many are added, 0 or more
     * @throws IllegalArgumentException if there is no data shard, or fewer than no parity shards, or more than a
     *     million of either
     */
    public ErasureCode {
        Refusal.unless(
                dataShards >= 1 && dataShards <= MOST_SHARDS, "dataShards", "between 1 and " + MOST_SHARDS, dataShards);
        Refusal.unless(
                parityShards >= 0 && parityShards <= MOST_SHARDS,
                "parityShards",
                "between 0 and " + MOST_SHARDS,
                parityShards);
    }

    /**
     * Obtains a code of data and parity shards, as in RS(10, 4).
     *
     * @param dataShards into how many shards the data is cut, at least 1
     * @param parityShards how many are added, 0 or more
     * @return the code
     * @throws IllegalArgumentException if there is no data shard, or fewer than no parity shards
     */
    public static ErasureCode of(int dataShards, int parityShards) {
        return new ErasureCode(dataShards, parityShards);
    }

    /**
     * Obtains replication: whole copies.
     *
     * @param copies how many there are in all, at least 1
     * @return one data shard, and a parity shard for each further copy
     * @throws IllegalArgumentException if there is no copy
     */
    public static ErasureCode replication(int copies) {
        Refusal.unless(copies >= 1 && copies <= MOST_SHARDS, "copies", "between 1 and " + MOST_SHARDS, copies);
        return of(1, copies - 1);
    }

    /**
     * Returns how many shards are stored, each in a place of its own: {@code k + m}.
     *
     * @return the shards
     */
    public int shards() {
        return dataShards() + parityShards();
    }

    /**
     * Returns how many shards may be lost at once.
     *
     * @return m
     */
    public int tolerated() {
        return parityShards();
    }

    /**
     * Returns how many bytes are stored for a byte of data: {@code (k + m) ÷ k}.
     *
     * @return the factor, at least 1
     */
    public Ratio factor() {
        Count data = ofData();
        return ofAll(data).div(data).named("stored for a byte");
    }

    /**
     * Returns the part of the stored bytes that is data: {@code k ÷ (k + m)}. {@link RaidZ} adds padding to parity.
     *
     * @return the efficiency
     */
    public Share efficiency() {
        Count data = ofData();
        return data.div(ofAll(data)).toShare().named("efficiency");
    }

    /**
     * Returns how much is stored for an amount of data.
     *
     * @param data the data
     * @return {@code data × (k + m) ÷ k}
     */
    public Bytes stored(Bytes data) {
        return Refusal.named(data, "data").times(factor()).named("stored");
    }

    /**
     * Returns how much data fits.
     *
     * @param raw the size of all disks together, each as large as the smallest
     * @return {@code raw × k ÷ (k + m)}
     */
    public Bytes usable(Bytes raw) {
        return Refusal.named(raw, "raw").times(efficiency()).named("usable");
    }

    /**
     * Returns how much data fits on disks that may differ: each shard is as large as the smallest disk, and what is
     * left of the others stays empty.
     *
     * @param disks the sizes of all disks, at least one for each shard
     * @return {@code number × smallest × k ÷ (k + m)}
     * @throws IllegalArgumentException if there are fewer disks than shards
     */
    public Bytes usable(List<Bytes> disks) {
        List<Bytes> sizes = Refusal.copy(disks, "disks");
        Refusal.unless(
                sizes.size() >= shards(), "disks", "at least " + shards() + ", one for each shard,", sizes.size());
        Bytes smallest = sizes.stream().reduce(Bytes::min).orElseThrow().named("smallest disk");
        return usable(smallest.times(count(sizes.size()).named("disks")).named("raw"));
    }

    /**
     * Returns how much is read from other shards to restore lost data: k times as much, which for copies is as much as
     * was lost.
     *
     * @param lost the size of the shard, or of the drive, that was lost
     * @return {@code k × lost}
     */
    public Bytes readForRepair(Bytes lost) {
        return Refusal.named(lost, "lost").times(ofData()).named("read for repair");
    }

    /**
     * Returns how much of the time the data can be read, when any k of the shards are enough.
     *
     * @param ofShard how much of the time the place of a shard is up, independently of the others
     * @return the probability that at least k of k + m are up
     */
    public Availability availability(Availability ofShard) {
        return Refusal.named(ofShard, "ofShard", "availability of a shard")
                .atLeast(dataShards(), shards())
                .named("availability of the data");
    }

    /**
     * Returns the overhead and the losses that the code survives, as in '10 + 4 shards: ×1.4 stored, 71% of it data,
     * survives the loss of any 4'.
     */
    @Override
    public String toString() {
        String scheme = dataShards() == 1 ? copies() : dataShards() + " + " + parityShards() + " shards";
        String survives = tolerated() == 0 ? "survives no loss" : "survives the loss of any " + tolerated();
        return scheme + ": " + factor() + " stored, " + efficiency() + " of it data, " + survives;
    }

    /** The scheme in short, for texts of its users: '17 + 3'. */
    String shortText() {
        return dataShards() == 1 ? copies() : dataShards() + " + " + parityShards();
    }

    private String copies() {
        return shards() == 1 ? "1 copy" : shards() + " copies";
    }

    private Count ofData() {
        return Refusal.atLeast(count(dataShards()).named("data shards"), "data shards", 1);
    }

    /** With data they are never fewer than those of data, whichever of the two a what-if replaces. */
    private Count ofAll(Count data) {
        return Refusal.kept(count(shards()).named("shards"), "shards", Bound.Side.AT_LEAST, data);
    }
}
