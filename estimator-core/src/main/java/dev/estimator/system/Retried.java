package dev.estimator.system;

import dev.estimator.internal.input.Refusal;
import dev.estimator.quantity.Formula;
import dev.estimator.quantity.Latency;
import dev.estimator.quantity.Quantities;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.reliability.Retries;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tried again when it fails, each try as long as the first, by so many of those that fail as a budget allows. */
final class Retried extends Around {
    private static final int MOST = 100;

    private final int tries;
    private final Share failing;
    private final @Nullable Share budget;

    Retried(int tries, Share failing, @Nullable Share budget, Step step) {
        super(step);
        Refusal.unless(tries >= 1 && tries <= MOST, "tries", "between 1 and " + MOST, tries);
        this.tries = tries;
        this.failing = Refusal.named(failing, "failing", "failing at " + step.label());
        this.budget = budget == null ? null : Refusal.named(budget, "budget", "retry budget of " + step.label());
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
        Latency further = one;
        for (int i = 2; i < tries; i++) {
            further = one.plus(Latency.mix(failing, further, Steps.NO_TIME));
        }
        return tries == 1 ? one : one.plus(Latency.mix(triedAgain(), further, Steps.NO_TIME));
    }

    @Override
    Optional<TimeSpan> mean(Architecture in) {
        return step.mean(in).map(mean -> mean.times(amplification()));
    }

    /** As the budget is a share of the requests, so many more tries at most. */
    private Ratio amplification() {
        Ratio all = unlimited();
        return budget == null
                ? all
                : all.min(Quantities.ratio(1).plus(budget.toRatio()))
                        .named("tries of " + step.label() + " within the budget");
    }

    private Ratio unlimited() {
        return Retries.builder()
                .tries(tries)
                .failures(failing)
                .build()
                .amplification()
                .named("tries of " + step.label());
    }

    private Share triedAgain() {
        return budget == null
                ? failing
                : Share.computed("{0} × min(1, {1} ÷ ({2} − 1))", new Allowed(), failing, budget, unlimited())
                        .named("tried again at " + step.label());
    }

    /** Of those that fail, the budget, and the tries without one. */
    private record Allowed() implements Formula {
        @Override
        public double apply(double... inputs) {
            double further = inputs[2] - 1;
            return further > inputs[1] ? inputs[0] * inputs[1] / further : inputs[0];
        }

        @Override
        public Direction direction(int input) {
            return input < 2 ? Direction.RISING : Direction.FALLING;
        }
    }
}
