package dev.estimator.system;

import dev.estimator.model.Call;
import dev.estimator.quantity.Latency;
import dev.estimator.quantity.Ratio;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Steps that are all done, and all needed. */
abstract sealed class Several extends Step permits AtOnce, InSequence {
    final List<Step> steps;
    private final String separator;

    Several(List<Step> steps, String separator) {
        this.steps = steps;
        this.separator = separator;
    }

    List<Latency> latencies(Architecture in) {
        return latencies(steps, in);
    }

    @Override
    void walk(Walk walk, @Nullable Ratio often) {
        steps.forEach(step -> step.walk(walk, often));
    }

    @Override
    Optional<Call> call(Needs needs) {
        return Steps.together(
                steps.stream().flatMap(step -> step.call(needs).stream()).toList());
    }

    @Override
    String label() {
        return steps.stream().map(Step::label).collect(Collectors.joining(separator));
    }
}
