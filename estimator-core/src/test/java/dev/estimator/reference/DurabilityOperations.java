package dev.estimator.reference;

import dev.estimator.reference.Operations.Operation;
import java.util.Map;
import java.util.Set;

/** The operations of the vectors about durability. */
final class DurabilityOperations {
    static final Map<String, Operation> ALL = Map.of();

    static final Set<String> MISSING = Set.of("drives.afr", "durability.erasure", "storage.erasureCode");

    private DurabilityOperations() {}
}
