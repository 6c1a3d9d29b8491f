package dev.estimator.system;

import dev.estimator.model.Call;
import dev.estimator.quantity.Latency;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.TimeSpan;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A visit of every instance; more of them do not help. */
final class Every extends Step {
    private final Component component;

    Every(Component component) {
        this.component = component;
    }

    @Override
    void walk(Walk walk, @Nullable Ratio often) {
        walk.everyInstance().visit(Visit.of(component), often);
    }

    @Override
    Optional<Latency> latency(Architecture in) {
        Load load = in.load(component);
        int members = (int) Math.max(1, load.members().value());
        return load.own(Optional.empty()).map(one -> one.fanOut(members));
    }

    @Override
    Optional<TimeSpan> mean(Architecture in) {
        return latency(in).map(Latency::mean);
    }

    @Override
    Optional<Call> call(Architecture in) {
        return component.call(in);
    }

    @Override
    boolean isDown(Setting setting) {
        return component.isDown(setting);
    }

    @Override
    String label() {
        return component.label();
    }
}
