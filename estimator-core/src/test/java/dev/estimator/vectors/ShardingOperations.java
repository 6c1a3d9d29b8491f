package dev.estimator.vectors;

import dev.estimator.sharding.ConsistentHashing;
import dev.estimator.vectors.Operations.Operation;
import java.util.Map;

/** The operations of the vectors about balance. */
final class ShardingOperations {
    static final Map<String, Operation> ALL = Map.of("balance.virtualNodes", ShardingOperations::virtualNodes);

    private ShardingOperations() {}

    private static Map<String, Double> virtualNodes(Inputs in) {
        ConsistentHashing ring = ConsistentHashing.of(in.count("servers"), in.count("pointsPerServer"));
        return Map.of(
                "relativeDeviation",
                ring.deviation().value(),
                "low99",
                ring.loadAt(0.5).value(),
                "high99",
                ring.loadAt(99.5).value());
    }
}
