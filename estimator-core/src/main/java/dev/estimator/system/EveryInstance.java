package dev.estimator.system;

import dev.estimator.internal.input.Refusal;
import dev.estimator.latency.Latency;
import dev.estimator.quantity.Ratio;
import dev.estimator.reliability.Call;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A visit of every instance; adding instances does not reduce the load of each. */
final class EveryInstance extends Step {
    private static final long serialVersionUID = 1L;

    private final Visit visit;

    EveryInstance(Step step) {
        visit = step.asVisit("step");
        Refusal.unless(visit.calls().isEmpty(), "step", "a visit that calls nothing", visit);
    }

    @Override
    void walk(Walk walk, @Nullable Ratio often) {
        walk.into(this, often).everyInstance().visit(visit, often);
    }

    @Override
    Optional<Latency> latency(Architecture in) {
        return visit.latency(in).map(one -> one.fanOut(members(in)));
    }

    private int members(Architecture in) {
        return (int) Math.max(1, in.load(visit.component()).members().value());
    }

    @Override
    Optional<Call> call(AvailabilityNeeds needs) {
        return needs.ofAll(visit.component());
    }

    @Override
    String label() {
        return visit.label();
    }
}
