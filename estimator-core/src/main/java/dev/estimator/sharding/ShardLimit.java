package dev.estimator.sharding;

import dev.estimator.quantity.Ratio;

/**
 * A resource that limits a shard.
 *
 * @param name what it is: data, writes, reads
 * @param load how many full shards the demand would fill
 */
public record ShardLimit(String name, Ratio load) {}
