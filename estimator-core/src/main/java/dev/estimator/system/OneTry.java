package dev.estimator.system;

import dev.estimator.latency.Latency;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.reliability.Call;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One try of a visit whose caller retries it, whatever a what-if says of tries: that is what its caller does. */
final class OneTry extends WrappingStep {
    private static final long serialVersionUID = 1L;

    private final Visit visit;

    private OneTry(Visit visit) {
        super(visit);
        this.visit = visit;
    }

    /** Several steps are left as they are, as each has tries of its own; a sequence of one is that. */
    static Step of(Step step) {
        if (step instanceof InSequence all && all.steps.size() == 1) {
            return of(all.steps.get(0));
        }
        return step instanceof Visit || step instanceof Component ? new OneTry(step.asVisit("step")) : step;
    }

    @Override
    void walk(Walk walk, @Nullable Ratio often) {
        walk.visitOnce(visit, often);
    }

    @Override
    Optional<Latency> latency(Architecture in) {
        return visit.once(in);
    }

    @Override
    Optional<TimeSpan> mean(Architecture in) {
        return visit.meanOnce(in);
    }

    @Override
    Optional<Call> call(AvailabilityNeeds needs) {
        return visit.callOnce(needs);
    }

    @Override
    String words() {
        return visit.words();
    }
}
