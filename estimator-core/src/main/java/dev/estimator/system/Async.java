package dev.estimator.system;

import dev.estimator.latency.Latency;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.reliability.Call;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A step that is started but not waited for. */
final class Async extends Step {
    private static final long serialVersionUID = 1L;

    private final Step step;

    Async(Step step) {
        this.step = step;
    }

    @Override
    void walk(Walk walk, @Nullable Ratio often) {
        step.walk(walk.asynchronous(), often);
    }

    @Override
    Optional<Latency> latency(Architecture in) {
        return Optional.empty();
    }

    @Override
    Optional<TimeSpan> mean(Architecture in) {
        return Optional.empty();
    }

    @Override
    Optional<Call> call(AvailabilityNeeds needs) {
        return Optional.empty();
    }

    @Override
    String words() {
        return step.part() + ", not waited for";
    }

    @Override
    String label() {
        return step.label();
    }
}
