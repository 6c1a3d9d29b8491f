package dev.estimator.system;

import dev.estimator.internal.input.Refusal;
import dev.estimator.latency.Latency;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.reliability.Call;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A step that only a share of the requests takes. */
final class Sometimes extends Step {
    private static final long serialVersionUID = 1L;

    private final Share share;
    private final Step step;

    Sometimes(Share share, Step step) {
        this.step = step;
        this.share = Refusal.named(share, "share", "share to " + step.label());
    }

    @Override
    void walk(Walk walk, @Nullable Ratio often) {
        step.walk(walk, StepSums.times(often, share.toRatio()));
    }

    @Override
    Optional<Latency> latency(Architecture in) {
        return step.latency(in).map(latency -> Latency.sometimes(share, latency));
    }

    @Override
    Optional<TimeSpan> mean(Architecture in) {
        return step.mean(in).map(mean -> mean.times(share));
    }

    @Override
    Optional<Call> call(AvailabilityNeeds needs) {
        return step.call(needs).map(call -> Call.sometimes(share, call));
    }

    @Override
    String words() {
        return step.part() + " for " + share + " of requests";
    }

    @Override
    String label() {
        return step.label();
    }
}
