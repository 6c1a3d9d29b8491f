package dev.estimator.system;

import dev.estimator.model.Call;
import dev.estimator.quantity.Latency;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A look-up in a cache; the caller goes to the store for what is missing, and for all of it while the cache is down. */
final class CacheAside extends Step {
    private final Step cache;
    private final Step store;
    private final Misses misses;

    CacheAside(Step cache, Share hits, Step store) {
        this.cache = cache;
        this.store = store;
        this.misses = new Misses(cache, hits, store);
    }

    @Override
    void walk(Walk walk, @Nullable Ratio often) {
        cache.walk(walk, often);
        afterwards(walk.setting()).walk(walk, often);
    }

    private Step afterwards(Setting setting) {
        return cache.isDown(setting) ? store : misses;
    }

    @Override
    Optional<Latency> latency(Architecture in) {
        return Steps.inSequence(
                Stream.of(cache.latency(in), afterwards(in.setting()).latency(in))
                        .flatMap(Optional::stream)
                        .toList());
    }

    @Override
    Optional<TimeSpan> mean(Architecture in) {
        return Steps.sum(
                Stream.of(cache.mean(in), afterwards(in.setting()).mean(in)).flatMap(Optional::stream));
    }

    @Override
    Optional<Call> call(Architecture in) {
        Optional<Call> all = store.call(in);
        Optional<Call> missing = misses.call(in);
        Optional<Call> look = cache.call(in);
        if (cache.isDown(in.setting()) || missing.isEmpty() || look.isEmpty()) {
            return cache.isDown(in.setting()) ? all : missing;
        }
        return Optional.of(Call.anyOf(Call.inSequence(look.get(), missing.get()), all.orElseThrow()));
    }

    @Override
    boolean isDown(Setting setting) {
        return store.isDown(setting);
    }

    @Override
    String label() {
        return cache.label();
    }
}
