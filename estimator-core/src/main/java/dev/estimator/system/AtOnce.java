package dev.estimator.system;

import dev.estimator.model.Call;
import dev.estimator.quantity.Latency;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.TimeSpan;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All at the same time; the slowest counts. */
final class AtOnce extends Step {
    private final List<Step> steps;

    AtOnce(List<Step> steps) {
        this.steps = steps;
    }

    @Override
    void walk(Walk walk, @Nullable Ratio often) {
        steps.forEach(step -> step.walk(walk, often));
    }

    @Override
    Optional<Latency> latency(Architecture in) {
        List<Latency> parts = latencies(steps, in);
        return parts.isEmpty() ? Optional.empty() : Optional.of(Latency.slowest(parts.get(0), Steps.rest(parts)));
    }

    @Override
    Optional<TimeSpan> mean(Architecture in) {
        return latency(in).map(Latency::mean);
    }

    @Override
    Optional<Call> call(Architecture in) {
        return Steps.together(
                steps.stream().flatMap(step -> step.call(in).stream()).toList());
    }

    @Override
    boolean isDown(Setting setting) {
        return steps.stream().anyMatch(step -> step.isDown(setting));
    }

    @Override
    String label() {
        return steps.stream().map(Step::label).collect(Collectors.joining(" and "));
    }
}
