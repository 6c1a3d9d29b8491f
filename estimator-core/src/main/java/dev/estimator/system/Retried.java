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
        super(OneTry.of(step));
        this.most = most;
        this.failing = failing;
        this.budget = budget.orElse(null);
        described(Setting.AS_DESCRIBED);
    }

    private Tries described(Naming naming) {
        return new Tries(
                most,
                naming.named("failing at " + label(), label(), failing),
                Optional.ofNullable(budget).map(some -> naming.named("retry budget of " + label(), label(), some)),
                label());
    }

    /** Those of a what-if are in the place of those of the same visit, and what it loses inside fails as well. */
    private Tries tries(Naming naming, Setting setting) {
        Tries described = described(naming);
        Tries other = step instanceof OneTry ? setting.tries().get(label()) : null;
        Tries own = other == null ? described : new Tries(other.most(), other.failing(), described.budget(), label());
        return own.losing(step, setting);
    }

    private Tries tries(Setting setting) {
        return tries(setting, setting);
    }

    @Override
    void walk(Walk walk, @Nullable Ratio often) {
        step.walk(walk, StepSums.times(often, tries(walk, walk.setting()).amplification()));
    }

    @Override
    Optional<Call> call(AvailabilityNeeds needs) {
        return StepSums.together(Stream.concat(
                        step.call(needs.counting(false)).stream(),
                        needs.allFailed(() -> Optional.of(tries(needs.setting()))).stream())
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
        return step.part() + ", " + described(Setting.AS_DESCRIBED).words();
    }
}
