package dev.estimator.system;

import dev.estimator.internal.input.Refusal;
import dev.estimator.latency.Latency;
import dev.estimator.quantity.Quantities;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.quantity.Units;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A step that is sent again when it is slow; not possible if most take no time, as slow ones cannot be told then. */
final class Hedged extends WrappingStep {
    private static final long serialVersionUID = 1L;

    private final Share again;

    Hedged(Share again, Step step) {
        super(step);
        Refusal.unless(again.value() > 0 && again.value() < 1, "again", "above 0% and below 100%", again);
        Refusal.unless(!again.isUncertain(), "again", "one number, as a client is set to it,", again);
        this.again = again;
    }

    @Override
    void walk(Walk walk, @Nullable Ratio often) {
        step.walk(
                walk.into(this, often),
                StepSums.times(often, walk.named("sent to " + label(), label(), Quantities.ratio(1 + again.value()))));
    }

    @Override
    Optional<Latency> latency(Architecture in) {
        return step.latency(in).map(one -> {
            TimeSpan delay = one.percentile(100 * (1 - again.value()));
            return delay.to(Units.NANOSECONDS) > 0 ? one.hedgedAfter(delay) : one;
        });
    }

    @Override
    String words() {
        return step.part() + ", sent again where it is among the slowest " + again;
    }
}
