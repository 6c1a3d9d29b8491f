package dev.estimator.reference;

import dev.estimator.reference.Operations.Operation;
import java.util.Map;
import java.util.Set;

/** The operations of the vectors about queueing and scalability. */
final class QueueingOperations {
    static final Map<String, Operation> ALL = Map.of();

    static final Set<String> MISSING = Set.of(
            "bottleneck.serial",
            "erlangB.blocking",
            "erlangB.maxLoad",
            "erlangC.waitProbability",
            "ggc.meanWait",
            "halfinWhitt.beta",
            "mg1.meanWait",
            "mmc.metrics",
            "mmc.serviceLevel",
            "mmck.metrics",
            "usl.fit",
            "usl.predict");

    private QueueingOperations() {}
}
