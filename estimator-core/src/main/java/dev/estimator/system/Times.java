package dev.estimator.system;

import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.graph.Node;
import dev.estimator.internal.input.Refusal;
import dev.estimator.model.Call;
import dev.estimator.quantity.Latency;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.TimeSpan;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The same several times, one after another; the mean number of times is given. */
final class Times extends Around {
    private final Ratio times;
    private final boolean isFixed;

    Times(Ratio times, Step step) {
        super(step);
        this.times = Refusal.aboveZero(Refusal.named(times, "times", "times " + step.label()), "times");
        isFixed = Inside.get().node(times) instanceof Node.Constant;
    }

    @Override
    void walk(Walk walk, @Nullable Ratio often) {
        step.walk(walk, Steps.times(often, times));
    }

    @Override
    Optional<Latency> latency(Architecture in) {
        return step.latency(in).map(once -> once.inARow(times));
    }

    @Override
    Optional<TimeSpan> mean(Architecture in) {
        return step.mean(in).map(mean -> mean.times(times));
    }

    @Override
    Optional<Call> call(Needs needs) {
        return super.call(needs).map(call -> new Repeated(times, isFixed).all(call));
    }
}
