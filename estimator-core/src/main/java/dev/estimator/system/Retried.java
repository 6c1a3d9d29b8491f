package dev.estimator.system;

import dev.estimator.latency.Latency;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.reliability.Call;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A step that is retried when it fails. */
final class Retried extends WrappingStep {
    private static final long serialVersionUID = 1L;

    private final int most;
    private final Share failing;
    private final @Nullable Share budget;

    Retried(int most, Share failing, Optional<Share> budget, Step step) {
        super(step);
        this.most = most;
        this.failing = failing;
        this.budget = budget.orElse(null);
        tries(Setting.AS_DESCRIBED);
    }

    private Tries tries(Naming naming) {
        return new Tries(
                most,
                naming.named("failing at " + label(), label(), failing),
                Optional.ofNullable(budget).map(some -> naming.named("retry budget of " + label(), label(), some)),
                label());
    }

    @Override
    void walk(Walk walk, @Nullable Ratio often) {
        step.walk(walk, StepSums.times(often, tries(walk).amplification()));
    }

    @Override
    Optional<Call> call(AvailabilityNeeds needs) {
        return StepSums.together(Stream.of(step.call(needs.counting(false)), needs.allFailed(tries(needs.setting())))
                .flatMap(Optional::stream)
                .toList());
    }

    @Override
    Optional<Latency> latency(Architecture in) {
        return step.latency(in).map(one -> tries(in.setting()).of(one, one));
    }

    @Override
    Optional<Latency> latencyThen(Architecture in, Optional<Latency> answered, Latency lost) {
        return step.latency(in).map(one -> tries(in.setting()).of(one, answered, lost));
    }

    @Override
    Optional<TimeSpan> mean(Architecture in) {
        return step.mean(in).map(mean -> mean.times(tries(in.setting()).amplification()));
    }

    @Override
    String words() {
        return step.part() + ", " + tries(Setting.AS_DESCRIBED).words();
    }
}
