package dev.estimator.system;

import dev.estimator.latency.Latency;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.reliability.Call;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The steps of requests that miss a cache. */
final class CacheMisses extends Step {
    private static final long serialVersionUID = 1L;

    private final String cache;
    private final Share hits;
    private final Step store;

    CacheMisses(Step cache, Share hits, Step store) {
        this.cache = cache.label();
        this.hits = hits;
        this.store = store;
    }

    @Override
    void walk(Walk walk, @Nullable Ratio often) {
        walk.found().addCache(cache);
        note(walk);
        store.walk(walk, StepSums.times(often, share(walk.setting()).toRatio()));
    }

    /** Notes that the hits are of this use case. */
    void note(Walk walk) {
        named(walk);
    }

    @Override
    Optional<Latency> latency(Architecture in) {
        return store.latency(in).map(latency -> of(latency, in));
    }

    /** How long the requests wait that miss, of which the store takes so long. */
    Latency of(Latency behind, Architecture in) {
        return Latency.sometimes(share(in.setting()), behind);
    }

    @Override
    Optional<TimeSpan> mean(Architecture in) {
        return store.mean(in).map(mean -> mean.times(share(in.setting())));
    }

    @Override
    Optional<Call> call(AvailabilityNeeds needs) {
        return store.call(needs).map(call -> Call.sometimes(share(needs.setting()), call));
    }

    @Override
    String words() {
        return store.part() + " for the " + hits.complement() + " that miss";
    }

    @Override
    String label() {
        return store.label();
    }

    /** The share of requests that miss. */
    Share share(Setting setting) {
        return hits(setting).complement().named(cache + " misses");
    }

    /** The share of requests that the cache answers. */
    Share hits(Setting setting) {
        return setting.hits(cache, named(setting));
    }

    private Share named(Naming naming) {
        return naming.named(cache + " hits", cache, hits);
    }
}
