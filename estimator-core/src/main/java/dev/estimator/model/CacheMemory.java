package dev.estimator.model;

import static dev.estimator.internal.input.Refusal.aboveZero;
import static dev.estimator.internal.input.Refusal.atLeast;
import static dev.estimator.model.ModelInputs.input;
import static dev.estimator.model.ModelInputs.required;
import static dev.estimator.quantity.Quantities.DAY;
import static dev.estimator.quantity.Quantities.assumeDefault;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.ratio;

import dev.estimator.caching.LruCache;
import dev.estimator.caching.Popularity;
import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.input.Defaults;
import dev.estimator.internal.input.ModelName;
import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.input.Unbuilt;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Model;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How much memory a cache needs, on how many nodes, and what it leaves to the store behind it.
 *
 * <p>State what deserves memory in one way: the working set in bytes, the number of items of which a
 * {@link #hotShare()} is kept, how popular they are, or nothing of the kind, and then it is a share of the
 * {@link #reads()} of a period. That last rule counts every read as a different item, so it is an upper bound. Where
 * the popularity is known, either the hit ratio is set, and as many items are kept as it needs, or the hot share is
 * kept, and the hit ratio follows.
 */
@Value.Immutable
@SuppressWarnings("exports") // Value is needed at build time only
public abstract class CacheMemory implements WithCacheMemory, Model, Serializable {
    private static final long serialVersionUID = 1L;

    CacheMemory() {}

    /**
     * Returns what goes before the names of the parts of this model, as in 'sessions: cache memory'; nothing unless
     * set.
     *
     * @return the name of the model
     */
    public abstract Optional<String> name();

    /**
     * Returns the data that deserves memory.
     *
     * @return the working set, without overhead, if it is stated so
     */
    public abstract Optional<Bytes> workingSet();

    /**
     * Returns how many items there are, of which the hot share is kept.
     *
     * @return the items, if the working set is stated so
     */
    public abstract Optional<Count> items();

    /**
     * Returns how many items there are and how often each is asked for, of a cache that drops the item that was not
     * asked for longest.
     *
     * @return the popularity, if the working set is stated so
     */
    public abstract Optional<Popularity> popularity();

    /**
     * Returns the rate of reads that come to the cache.
     *
     * @return the mean rate of reads; needed for the residual load, and if the working set is a share of the reads
     */
    public abstract Optional<Qps> reads();

    /**
     * Returns the period whose reads are kept; a day unless set.
     *
     * @return the period
     */
    @Value.Default
    public TimeSpan readsPeriod() {
        return assumeDefault("period of reads", DAY, "a day's reads");
    }

    /**
     * Returns the share of the items, or of the reads of a period, that is kept; 20 % unless set. It is refused beside
     * popularity and hit ratio, which say it already.
     *
     * @return the share that is hot
     */
    @Value.Default
    public Share hotShare() {
        return assumeDefault("hot share", percent(20), "80/20 rule");
    }

    /**
     * Returns the size of one item.
     *
     * @return the size; needed unless the working set is stated in bytes
     */
    public abstract Optional<Bytes> itemSize();

    /**
     * Returns what the cache adds to each item: keys, pointers, expiry.
     *
     * @return the overhead; none unless set
     */
    public abstract Optional<Bytes> overheadPerItem();

    /**
     * Returns memory used ÷ data held, at least 1; 1 unless set. Fragmentation, or a skip list beside a table.
     *
     * @return the overhead factor
     */
    @Value.Default
    public Ratio overheadFactor() {
        return assumeDefault("memory overhead factor", ratio(1), "no overhead but that of the items");
    }

    /**
     * Returns how many times everything is held, at least 1; 1 unless set.
     *
     * @return the copies in all
     */
    @Value.Default
    public Ratio copies() {
        return assumeDefault("cache copies", ratio(1), "a lost node starts cold");
    }

    /**
     * Returns the memory of one node.
     *
     * @return the memory; needed for the number of nodes
     */
    public abstract Optional<Bytes> nodeMemory();

    /**
     * Returns the share of a node's memory that may hold data; all of it unless set.
     *
     * @return the usable share
     */
    @Value.Default
    public Share usableShare() {
        return assumeDefault("usable share of memory", percent(100), "nothing kept back for the system");
    }

    /**
     * Returns the share of reads that the cache answers.
     *
     * @return the hit ratio, if it is set; needed for the residual load unless the popularity is known
     */
    public abstract Optional<Share> hitRatio();

    /** Refuses what makes no sense; defaults go by the name of this model. */
    @Value.Check
    CacheMemory check() {
        ModelInputs.atMostOne(
                input("workingSet", workingSet()), input("items", items()), input("popularity", popularity()));
        if (workingSet().isPresent()
                && (itemSize().isPresent() || overheadPerItem().isPresent())) {
            throw new IllegalArgumentException(
                    "set workingSet without itemSize and overheadPerItem: a number of bytes does not say"
                            + " how many items it holds");
        }
        if (workingSet().isEmpty() && items().isEmpty() && popularity().isEmpty() && reads().isEmpty()) {
            throw new IllegalStateException("what to keep is not set: set workingSet, items, popularity or reads");
        }
        if (workingSet().isEmpty()) {
            required(itemSize(), "itemSize", "size of the cache");
        }
        if (popularity().isPresent() && hitRatio().isPresent() && !Defaults.isDefault(hotShare())) {
            throw new IllegalArgumentException(
                    "set only one of hitRatio, hotShare: where the popularity is known each follows from the other");
        }
        overheadNamed();
        copiesNamed();
        aboveZero(usableShare(), "usableShare");
        periodNamed();
        nodeMemory().ifPresent(m -> aboveZero(m, "nodeMemory"));
        return withReadsPeriod(own().ofDefault(readsPeriod()))
                .withHotShare(own().ofDefault(hotShare()))
                .withOverheadFactor(own().ofDefault(overheadFactor()))
                .withCopies(own().ofDefault(copies()))
                .withUsableShare(own().ofDefault(usableShare()));
    }

    /**
     * Returns how many items are kept: {@code items × hot share}, or {@code reads × period × hot share}; those that the
     * hit ratio needs, if that and the popularity are set.
     *
     * @return the items in the cache
     * @throws IllegalStateException if the working set is stated in bytes
     * @see LruCache#ofHitRatio
     */
    public Count cachedItems() {
        if (workingSet().isPresent()) {
            throw new IllegalStateException("items or reads is not set: it is needed for the number of items");
        }
        if (popularity().isPresent() && hitRatio().isPresent()) {
            return LruCache.ofHitRatio(popularity().get(), hitRatioFor("items"))
                    .cachedItems()
                    .ceil()
                    .named(part("cached items"));
        }
        return allItems().times(hotShare().orNamed(part("hot share"))).named(part("cached items"));
    }

    /**
     * Returns the share of reads that the cache answers: the one that was set, or what the popularity makes of the
     * items kept.
     *
     * @return the hit ratio
     * @throws IllegalStateException if neither is set
     * @see LruCache#hitRatio
     */
    public Share expectedHitRatio() {
        return hitRatioFor("hit ratio");
    }

    /**
     * Returns the memory for all copies: {@code cached items × (item size + overhead) × overhead factor × copies}, or
     * {@code working set × overhead factor × copies}.
     *
     * @return the memory of the whole cache
     */
    public Bytes memory() {
        return data().times(overheadNamed()).times(copiesNamed()).named(part("cache memory"));
    }

    /**
     * Returns how many nodes hold it: {@code ⌈memory ÷ (node memory × usable share)⌉}, and at least one for each copy,
     * as a node that fails must not take two copies of an item with it.
     *
     * @return the nodes
     * @throws IllegalStateException if the memory of a node is not set
     */
    public Count nodes() {
        Bytes node = required(nodeMemory(), "nodeMemory", "number of nodes").orNamed(part("memory of a node"));
        Bytes usable = node.times(usableShare().orNamed(part("usable share of memory")));
        Count enough = memory().div(usable).ceil();
        return enough.max(copiesNamed().ceil()).named(part("cache nodes"));
    }

    /**
     * Returns the reads that the cache does not answer, at the expected hit ratio: {@code reads × (1 − hit ratio)}.
     *
     * @return the load on the store behind the cache
     * @throws IllegalStateException if the reads are not set, or neither hit ratio nor popularity
     */
    public Qps residualLoad() {
        return residualLoad(hitRatioFor("residual load"));
    }

    /**
     * Returns the reads that the cache does not answer, at a given hit ratio.
     *
     * @param hits the hit ratio
     * @return the load on the store behind the cache
     * @throws IllegalStateException if the reads are not set
     */
    public Qps residualLoad(Share hits) {
        Share misses = Refusal.named(hits, "hits", part("hit ratio")).complement();
        Qps all = required(reads(), "reads", "residual load").orNamed(part("reads"));
        return all.times(misses).named(part("residual load"));
    }

    @Override
    public List<Answers> answers() {
        return List.of(Answers.of("Memory", List.of(this::memory, this::nodes, this::residualLoad)));
    }

    /** Returns the memory, as in 'cache of 33 GB'. */
    @Override
    public String toString() {
        return part("cache of " + memory());
    }

    /**
     * Begins a model of a cache.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the assumptions about a cache. */
    public static final class Builder extends ImmutableCacheMemory.Builder {
        Builder() {}

        /** Says how to go on. */
        @Override
        public String toString() {
            return Unbuilt.of("cache memory");
        }
    }

    private ModelName own() {
        return new ModelName(name());
    }

    private String part(String part) {
        return own().of(part);
    }

    private Ratio overheadNamed() {
        return atLeast(overheadFactor().orNamed(part("memory overhead factor")), "overheadFactor", 1);
    }

    private Ratio copiesNamed() {
        return atLeast(copies().orNamed(part("cache copies")), "copies", 1);
    }

    private Share hitRatioFor(String question) {
        return hitRatio()
                .map(set -> set.orNamed(part("hit ratio")))
                .orElseGet(() -> LruCache.of(required(popularity(), "hitRatio or popularity", question), cachedItems())
                        .hitRatio());
    }

    private Count allItems() {
        return items().or(() -> popularity().map(Popularity::items))
                .map(all -> all.orNamed(part("items")))
                .orElseGet(() -> Inside.ofNothingNamed(required(reads(), "reads", "number of items")
                        .orNamed(part("reads"))
                        .times(periodNamed()))); // each view may be of an item of its own, which is no view
    }

    private TimeSpan periodNamed() {
        return aboveZero(readsPeriod().orNamed(part("period of reads")), "readsPeriod");
    }

    private Bytes data() {
        if (workingSet().isPresent()) {
            return workingSet().get().orNamed(part("working set"));
        }
        Bytes item = required(itemSize(), "itemSize", "size of the cache").orNamed(part("item size"));
        Bytes held = overheadPerItem()
                .map(o -> item.plus(o.orNamed(part("overhead per item"))))
                .orElse(item);
        return cachedItems().times(held);
    }
}
