package dev.estimator.system;

import dev.estimator.latency.Latency;
import dev.estimator.quantity.Ratio;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Steps that run in parallel; the slowest determines the time. */
final class AtOnce extends StepList {
    private static final long serialVersionUID = 1L;

    AtOnce(List<Step> steps) {
        super(steps, " and ");
    }

    @Override
    void walk(Walk walk, @Nullable Ratio often) {
        super.walk(walk.into(this, often), often);
    }

    @Override
    Optional<Latency> latency(Architecture in) {
        List<Latency> parts = latencies(in);
        return parts.isEmpty() ? Optional.empty() : Optional.of(Latency.slowest(parts.get(0), StepSums.rest(parts)));
    }

    @Override
    String words() {
        return joined(" and ") + (steps.size() > 1 ? " at once" : "");
    }
}
