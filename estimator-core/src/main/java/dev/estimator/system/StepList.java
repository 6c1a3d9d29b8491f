package dev.estimator.system;

import dev.estimator.latency.Latency;
import dev.estimator.quantity.Ratio;
import dev.estimator.reliability.Call;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Steps that are all done, and all needed. */
@SuppressWarnings("serial") // what it holds is serializable, or a list of that
abstract sealed class StepList extends Step permits AtOnce, InSequence {
    private static final long serialVersionUID = 1L;

    final List<Step> steps;
    private final String separator;

    StepList(List<Step> steps, String separator) {
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
    Optional<Call> call(AvailabilityNeeds needs) {
        return StepSums.together(
                steps.stream().flatMap(step -> step.call(needs).stream()).toList());
    }

    /** What was said of each. */
    String joined(String between) {
        return steps.size() == 1
                ? steps.get(0).words()
                : steps.stream().map(Step::part).collect(Collectors.joining(between));
    }

    @Override
    String label() {
        return steps.stream().map(Step::label).collect(Collectors.joining(separator));
    }
}
