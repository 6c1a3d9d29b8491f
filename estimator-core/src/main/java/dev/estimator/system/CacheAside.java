package dev.estimator.system;

import dev.estimator.latency.Latency;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.reliability.Call;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A look-up in a cache; the caller goes to the store for what is missing, and for all of it while the cache is down.
 */
final class CacheAside extends Step {
    private static final long serialVersionUID = 1L;

    private final Step cache;
    private final Step store;
    private final CacheMisses misses;

    CacheAside(Step cache, Share hits, Step store) {
        this.cache = cache;
        this.store = store;
        this.misses = new CacheMisses(cache, hits, store);
    }

    @Override
    void walk(Walk walk, @Nullable Ratio often) {
        cache.walk(walk, often);
        Step afterwards = afterwards(walk.setting());
        if (afterwards != store) {
            walk.found().addCache(cache.label());
            misses.note(walk);
            walk.replacing(cache, store, false);
        }
        afterwards.walk(walk, often);
    }

    /** The requests that go to the store, because of a miss or because the cache is down. */
    private Step afterwards(Setting setting) {
        return StepSums.lost(cache, setting)
                .map(lost -> StepSums.isAll(lost) ? store : new Sometimes(missing(lost, setting), store))
                .orElse(misses);
    }

    private Share missing(Share lost, Setting setting) {
        return lost.plus(lost.complement().times(misses.share(setting))).named("not answered by " + cache.label());
    }

    @Override
    Optional<Latency> latency(Architecture in) {
        Optional<Latency> behind = store.latency(in); // once, or caches of caches take twice as long for each
        Optional<Latency> missed = behind.map(latency -> misses.of(latency, in));
        Optional<Share> lost = StepSums.lost(cache, in.setting());
        return lost.flatMap(share -> StepSums.followed(cache, in, missed, behind))
                .or(() -> {
                    Optional<Latency> afterwards = lost.isEmpty()
                            ? missed
                            : lost.filter(StepSums::isAll).isPresent()
                                    ? behind
                                    : behind.map(
                                            latency -> Latency.sometimes(missing(lost.get(), in.setting()), latency));
                    return StepSums.inSequence(Stream.of(cache.latency(in), afterwards)
                            .flatMap(Optional::stream)
                            .toList());
                });
    }

    @Override
    Optional<TimeSpan> mean(Architecture in) {
        return StepSums.sum(
                Stream.of(cache.mean(in), afterwards(in.setting()).mean(in)).flatMap(Optional::stream));
    }

    @Override
    Optional<Call> call(AvailabilityNeeds needs) {
        return StepSums.unlessFull(cache, needs.ofShards(1), this::replaced);
    }

    private Optional<Call> replaced(AvailabilityNeeds needs) {
        Optional<Call> look = cache.call(needs.counting(false));
        if (!needs.mayBeReplaced() || needs.isTooSmall(cache, store)) {
            return StepSums.together(Stream.concat(look.stream(), afterwards(needs.setting()).call(needs).stream())
                    .toList());
        }
        return afterwards(needs.setting()) == store || look.isEmpty()
                ? afterwards(needs.setting()).call(needs)
                : store.call(needs).flatMap(some -> withStore(look.get(), some, needs));
    }

    /**
     * The store must be up for what misses or fails in all tries, and more of it for all requests while the cache is
     * down.
     */
    private Optional<Call> withStore(Call look, Call some, AvailabilityNeeds needs) {
        Share hits = misses.hits(needs.setting());
        return store.call(needs.inPlaceOf(cache, store))
                .flatMap(all -> all.equals(some)
                        ? cache.call(needs.counting(true)).map(tried -> Call.cacheAside(tried, hits, all))
                        : StepSums.together(List.of(StepSums.either(look, all), Call.sometimes(further(needs), some))));
    }

    private Share further(AvailabilityNeeds needs) {
        return needs.lostInTries(cache)
                .map(lost -> missing(lost, needs.setting()))
                .orElseGet(() -> misses.share(needs.setting()));
    }

    @Override
    String words() {
        return cache.part() + ", and " + misses.words();
    }

    @Override
    String label() {
        return cache.label();
    }
}
