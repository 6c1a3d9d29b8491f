package dev.estimator.system;

import dev.estimator.model.Call;
import java.util.Optional;

/** A step that does another in some way, and needs what that needs. */
abstract sealed class Around extends Step permits Hedged, Needing, Retried, Tied, Times {
    final Step step;

    Around(Step step) {
        this.step = step;
    }

    @Override
    Optional<Call> call(Needs needs) {
        return step.call(needs);
    }

    @Override
    String label() {
        return step.label();
    }
}
