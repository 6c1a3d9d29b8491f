package dev.estimator.system;

import dev.estimator.latency.Latency;
import dev.estimator.quantity.TimeSpan;
import java.util.List;
import java.util.Optional;

/** Steps that run one after another. */
final class InSequence extends StepList {
    private static final long serialVersionUID = 1L;

    InSequence(List<Step> steps) {
        super(steps, ", ");
    }

    @Override
    Optional<Latency> latency(Architecture in) {
        return StepSums.inSequence(latencies(in));
    }

    @Override
    Optional<Latency> latencyThen(Architecture in, Optional<Latency> answered, Latency lost) {
        return StepSums.latencyThen(steps, in, answered, lost);
    }

    @Override
    Optional<TimeSpan> mean(Architecture in) {
        return StepSums.sum(steps.stream().flatMap(step -> step.mean(in).stream()));
    }

    @Override
    String words() {
        return joined(", then ");
    }
}
