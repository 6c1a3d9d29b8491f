package dev.estimator.system;

import dev.estimator.internal.input.Refusal;
import dev.estimator.quantity.Latency;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.reliability.Retries;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tried again when it fails, each try as long as the first. */
final class Retried extends Around {
    private static final int MOST = 100;

    private final int tries;
    private final Share failing;

    Retried(int tries, Share failing, Step step) {
        super(step);
        Refusal.unless(tries >= 1 && tries <= MOST, "tries", "between 1 and " + MOST, tries);
        this.tries = tries;
        this.failing = Refusal.named(failing, "failing", "failing at " + step.label());
    }

    @Override
    void walk(Walk walk, @Nullable Ratio often) {
        step.walk(walk, Steps.times(often, amplification()));
    }

    @Override
    Optional<Latency> latency(Architecture in) {
        return step.latency(in).map(this::withTries);
    }

    private Latency withTries(Latency one) {
        Latency all = one;
        for (int i = 1; i < tries; i++) {
            all = one.plus(Latency.mix(failing, all, Steps.NO_TIME));
        }
        return all;
    }

    @Override
    Optional<TimeSpan> mean(Architecture in) {
        return step.mean(in).map(mean -> mean.times(amplification()));
    }

    private Ratio amplification() {
        return Retries.builder()
                .tries(tries)
                .failures(failing)
                .build()
                .amplification()
                .named("tries of " + step.label());
    }
}
