package dev.estimator.system;

import dev.estimator.model.Call;
import dev.estimator.quantity.Latency;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.TimeSpan;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The second where the first is down. */
final class AnyOf extends Step {
    private final Step first;
    private final Step fallback;

    AnyOf(Step first, Step fallback) {
        this.first = first;
        this.fallback = fallback;
    }

    @Override
    void walk(Walk walk, @Nullable Ratio often) {
        // what is not visited now belongs to the system all the same
        walk.knowing(taken(walk.setting()) == first ? fallback : first);
        taken(walk.setting()).walk(walk, often);
    }

    @Override
    Optional<Latency> latency(Architecture in) {
        return taken(in.setting()).latency(in);
    }

    @Override
    Optional<TimeSpan> mean(Architecture in) {
        return taken(in.setting()).mean(in);
    }

    @Override
    Optional<Call> call(Architecture in) {
        if (first.isDown(in.setting()) || fallback.isDown(in.setting())) {
            return taken(in.setting()).call(in);
        }
        Optional<Call> one = first.call(in);
        Optional<Call> other = fallback.call(in);
        return one.isEmpty() || other.isEmpty() || one.equals(other)
                ? Optional.empty()
                : Optional.of(Call.anyOf(one.get(), other.get()));
    }

    @Override
    boolean isDown(Setting setting) {
        return first.isDown(setting) && fallback.isDown(setting);
    }

    @Override
    String label() {
        return first.label();
    }

    private Step taken(Setting setting) {
        return first.isDown(setting) ? fallback : first;
    }
}
