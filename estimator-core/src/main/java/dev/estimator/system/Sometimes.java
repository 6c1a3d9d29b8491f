package dev.estimator.system;

import dev.estimator.latency.Latency;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.reliability.Call;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A step that only a share of the requests takes. */
final class Sometimes extends WrappingStep {
    private static final long serialVersionUID = 1L;

    private final Share share;

    Sometimes(Share share, Step step) {
        super(step);
        this.share = share;
    }

    private Share share(Naming naming) {
        return naming.named("share to " + label(), label(), share);
    }

    @Override
    void walk(Walk walk, @Nullable Ratio often) {
        step.walk(walk, StepSums.times(often, share(walk).toRatio()));
    }

    @Override
    Optional<Latency> latency(Architecture in) {
        return step.latency(in).map(latency -> Latency.sometimes(share(in.setting()), latency));
    }

    @Override
    Optional<TimeSpan> mean(Architecture in) {
        return step.mean(in).map(mean -> mean.times(share(in.setting())));
    }

    @Override
    Optional<Call> call(AvailabilityNeeds needs) {
        return super.call(needs.ofShards(1)).map(call -> Call.sometimes(share(needs.setting()), call));
    }

    @Override
    String words() {
        return step.part() + " for " + share + " of requests";
    }
}
