package dev.estimator.reference;

import dev.estimator.reference.Operations.Operation;
import java.util.Map;
import java.util.Set;

/** The operations of the vectors about caching. */
final class CachingOperations {
    static final Map<String, Operation> ALL = Map.of();

    static final Set<String> MISSING =
            Set.of("bloom.bits", "bloom.falsePositive", "cache.che", "cache.effectiveLatency", "cache.ttl");

    private CachingOperations() {}
}
