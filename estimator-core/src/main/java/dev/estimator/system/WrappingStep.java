package dev.estimator.system;

import dev.estimator.reliability.Call;
import java.util.Optional;

/** A step that does another in some way, and needs what that needs. */
abstract sealed class WrappingStep extends Step permits Hedged, EnoughAnswers, OneTry, Retried, Sometimes, Tied, Times {
    private static final long serialVersionUID = 1L;

    final Step step;

    WrappingStep(Step step) {
        this.step = step;
    }

    @Override
    Optional<Call> call(AvailabilityNeeds needs) {
        return step.call(needs);
    }

    @Override
    String label() {
        return step.label();
    }
}
