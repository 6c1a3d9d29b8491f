package dev.estimator.reference;

import dev.estimator.reference.Operations.Operation;
import java.util.Map;
import java.util.Set;

/** The operations of the vectors about service levels. */
final class SloOperations {
    static final Map<String, Operation> ALL = Map.of();

    static final Set<String> MISSING = Set.of("slo.burnRateForBudget", "slo.timeToExhaustion");

    private SloOperations() {}
}
