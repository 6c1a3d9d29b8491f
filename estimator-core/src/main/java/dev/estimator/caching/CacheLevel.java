package dev.estimator.caching;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.input.Refusal;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import java.util.Optional;

/**
 * One of several caches that are asked one after the other.
 *
 * @param name what it is, such as 'CDN'
 * @param hitRatio the share of the requests that reach it that it answers
 * @param lookupTime what asking it takes, hit or miss; not needed for loads
 */
public record CacheLevel(String name, Share hitRatio, Optional<TimeSpan> lookupTime) {
    /**
     * Names the numbers after the level.
     *
     * @param name what it is
     * @param hitRatio the share of the requests that reach it that it answers
     * @param lookupTime what asking it takes, hit or miss
     */
    public CacheLevel {
        hitRatio = Refusal.named(hitRatio, "hitRatio", "hit ratio of " + requireNonNull(name, "name"));
        lookupTime = requireNonNull(lookupTime, "lookupTime").map(time -> time.orNamed("lookup in " + name));
    }

    /** Returns what is known, as in 'CDN 90% hits in 20 ms'. */
    @Override
    public String toString() {
        return name + " " + hitRatio + " hits"
                + lookupTime.map(time -> " in " + time).orElse("");
    }
}
