package dev.estimator.system;

import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.graph.Node;
import dev.estimator.internal.input.Refusal;
import dev.estimator.latency.Latency;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.reliability.Call;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The same several times, one after another; the mean number of times is given. */
final class Times extends WrappingStep {
    private static final long serialVersionUID = 1L;

    private final Ratio times;
    private final boolean isFixed;

    Times(Ratio times, Step step) {
        super(step);
        this.times = times;
        kept(times);
        isFixed = Inside.node(times) instanceof Node.Constant;
    }

    private static Ratio kept(Ratio times) {
        return Refusal.aboveZero(times, "times");
    }

    private Ratio times(Naming naming) {
        return kept(naming.named("visits to " + label(), label(), times));
    }

    @Override
    void walk(Walk walk, @Nullable Ratio often) {
        step.walk(walk, StepSums.times(often, times(walk)));
    }

    @Override
    Optional<Latency> latency(Architecture in) {
        return step.latency(in).map(once -> once.inARow(times(in.setting())));
    }

    @Override
    Optional<TimeSpan> mean(Architecture in) {
        return step.mean(in).map(mean -> mean.times(times(in.setting())));
    }

    @Override
    Optional<Call> call(AvailabilityNeeds needs) {
        return super.call(needs).map(call -> new Repeated(times(needs.setting()), isFixed).all(call));
    }

    @Override
    String words() {
        return times.toCount() + " × " + step.part();
    }
}
