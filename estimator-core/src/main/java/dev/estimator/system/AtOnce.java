package dev.estimator.system;

import dev.estimator.quantity.Latency;
import java.util.List;
import java.util.Optional;

/** All at the same time; the slowest counts. */
final class AtOnce extends Several {
    AtOnce(List<Step> steps) {
        super(steps, " and ");
    }

    @Override
    Optional<Latency> latency(Architecture in) {
        List<Latency> parts = latencies(in);
        return parts.isEmpty() ? Optional.empty() : Optional.of(Latency.slowest(parts.get(0), Steps.rest(parts)));
    }
}
