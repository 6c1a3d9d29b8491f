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

    private final Tries tries;

    Retried(int most, Share failing, Optional<Share> budget, Step step) {
        super(step);
        tries = new Tries(most, failing, budget, step.label());
    }

    @Override
    void walk(Walk walk, @Nullable Ratio often) {
        step.walk(walk, StepSums.times(often, tries.amplification()));
    }

    @Override
    Optional<Call> call(AvailabilityNeeds needs) {
        return StepSums.together(Stream.of(step.call(needs.counting(false)), needs.allFailed(tries))
                .flatMap(Optional::stream)
                .toList());
    }

    @Override
    Optional<Latency> latency(Architecture in) {
        return step.latency(in).map(one -> tries.of(one, one));
    }

    @Override
    Optional<Latency> latencyThen(Architecture in, Optional<Latency> answered, Latency lost) {
        return step.latency(in).map(one -> tries.of(one, answered, lost));
    }

    @Override
    Optional<TimeSpan> mean(Architecture in) {
        return step.mean(in).map(mean -> mean.times(tries.amplification()));
    }

    @Override
    String words() {
        return step.part() + ", " + tries.words();
    }
}
