package dev.estimator.reference;

import dev.estimator.reference.Operations.Operation;
import java.util.Map;
import java.util.Set;

/** The operations of the vectors about latency. */
final class LatencyOperations {
    static final Map<String, Operation> ALL = Map.of();

    static final Set<String> MISSING = Set.of("fanout.maxFanOut", "latency.sumQuantile");

    private LatencyOperations() {}
}
