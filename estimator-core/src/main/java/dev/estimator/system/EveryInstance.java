package dev.estimator.system;

import dev.estimator.internal.input.Refusal;
import dev.estimator.latency.Latency;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Quantities;
import dev.estimator.quantity.Ratio;
import dev.estimator.reliability.Call;
import java.util.Optional;
import java.util.stream.Stream;
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
        int members = members(in);
        return visit.latency(in).map(one -> visit.isUneven(in) ? visit.slowest(members, in) : one.fanOut(members));
    }

    private int members(Architecture in) {
        return (int) Math.max(1, in.load(visit.component()).members().floor().value());
    }

    @Override
    Optional<Call> call(AvailabilityNeeds needs) {
        Optional<Call> lost = needs.allFailed(() -> visit.tries(needs.setting()))
                .map(call -> new Repeated(members(needs.setting()), true).all(call));
        return StepSums.together(Stream.of(needs.ofShards(Integer.MAX_VALUE).of(visit.component()), lost)
                .flatMap(Optional::stream)
                .toList());
    }

    /** Each must answer; of instances that nobody stated or bought one at least. */
    private Ratio members(Setting setting) {
        Traits traits = setting.current(visit.component()).traits();
        Optional<Count> stated = traits.shards().or(traits::instances).map(Count::floor);
        return Quantities.ratio(Math.max(1, stated.map(Count::value).orElse(1.0)));
    }

    @Override
    String words() {
        return (visit.component().traits().shards().isPresent() ? "every shard of " : "every instance of ")
                + visit.part();
    }

    @Override
    String label() {
        return visit.label();
    }
}
