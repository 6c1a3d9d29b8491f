package dev.estimator.system;

import dev.estimator.quantity.Latency;
import dev.estimator.quantity.TimeSpan;
import java.util.List;
import java.util.Optional;

/** One after another. */
final class InSequence extends Several {
    InSequence(List<Step> steps) {
        super(steps, ", ");
    }

    @Override
    Optional<Latency> latency(Architecture in) {
        return Steps.inSequence(latencies(in));
    }

    @Override
    Optional<TimeSpan> mean(Architecture in) {
        return Steps.sum(steps.stream().flatMap(step -> step.mean(in).stream()));
    }
}
