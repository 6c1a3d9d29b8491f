package dev.estimator.caching;

import static java.util.Objects.requireNonNull;

import dev.estimator.quantity.Qps;

/**
 * What comes to one of several levels of caches, and what goes on.
 *
 * @param level the name of the level
 * @param arriving the rate of requests that reach it
 * @param answered the rate of those that it answers
 * @param residual the rate of those that go on to what is behind it
 */
public record CacheLoad(String level, Qps arriving, Qps answered, Qps residual) {
    /**
     * Checks that all is there.
     *
     * @param level the name of the level
     * @param arriving the rate of requests that reach it
     * @param answered the rate of those that it answers
     * @param residual the rate of those that go on to what is behind it
     */
    public CacheLoad {
        requireNonNull(level, "level");
        requireNonNull(arriving, "arriving");
        requireNonNull(answered, "answered");
        requireNonNull(residual, "residual");
    }

    /** Returns the three rates, as in 'CDN: 10k req/s arrive, 9k req/s answered, 1k req/s go on'. */
    @Override
    public String toString() {
        return level + ": " + arriving + " arrive, " + answered + " answered, " + residual + " go on";
    }
}
