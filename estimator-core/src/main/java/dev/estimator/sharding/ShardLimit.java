package dev.estimator.sharding;

import static java.util.Objects.requireNonNull;

import dev.estimator.quantity.Ratio;

/**
 * A resource that limits a shard.
 *
 * @param name what it is: data, writes, reads
 * @param load how many full shards the demand would fill
 */
public record ShardLimit(String name, Ratio load) {
    /**
     * Checks that all is there.
     *
     * @param name what it is: data, writes, reads
     * @param load how many full shards the demand would fill
     */
    public ShardLimit {
        requireNonNull(name, "name");
        requireNonNull(load, "load");
    }
}
