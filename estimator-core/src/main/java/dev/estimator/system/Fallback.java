package dev.estimator.system;

import dev.estimator.latency.Latency;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.reliability.Call;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A step that is replaced by another while it is down. */
final class Fallback extends Step {
    private static final long serialVersionUID = 1L;

    private final Step first;
    private final Step fallback;

    Fallback(Step first, Step fallback) {
        this.first = first;
        this.fallback = fallback;
    }

    @Override
    void walk(Walk walk, @Nullable Ratio often) {
        first.walk(walk, often);
        // it belongs to the system even while it is not visited
        otherwise(walk.setting())
                .ifPresentOrElse(step -> walk(walk, often, step), () -> walk.knowingFallback(first, fallback));
    }

    private void walk(Walk walk, @Nullable Ratio often, Step otherwise) {
        if (otherwise != fallback) {
            walk.replacing(first, fallback, true);
        }
        otherwise.walk(walk, often);
    }

    /** The fallback for requests that get no answer from the first step. */
    private Optional<Step> otherwise(Setting setting) {
        return StepSums.lost(first, setting)
                .map(lost -> StepSums.isAll(lost) ? fallback : new Sometimes(lost, fallback));
    }

    @Override
    Optional<Latency> latency(Architecture in) {
        Optional<Step> otherwise = otherwise(in.setting());
        return StepSums.followed(first, in, Optional.empty(), otherwise.flatMap(step -> fallback.latency(in)))
                .or(() -> StepSums.inSequence(Stream.of(first.latency(in), otherwise.flatMap(step -> step.latency(in)))
                        .flatMap(Optional::stream)
                        .toList()));
    }

    @Override
    Optional<Latency> latencyThen(Architecture in, Optional<Latency> answered, Latency lost) {
        return fallback.latencyThen(in, answered, lost).flatMap(other -> first.latencyThen(in, answered, other));
    }

    @Override
    Optional<TimeSpan> mean(Architecture in) {
        return StepSums.sum(Stream.of(first.mean(in), otherwise(in.setting()).flatMap(step -> step.mean(in)))
                .flatMap(Optional::stream));
    }

    @Override
    Optional<Call> call(AvailabilityNeeds needs) {
        return isLost(first, needs) ? fallback.call(needs) : StepSums.unlessFull(first, needs, this::replaced);
    }

    private Optional<Call> replaced(AvailabilityNeeds needs) {
        if (!needs.mayBeReplaced()) {
            return and(first.call(needs), otherwise(needs.setting()).flatMap(step -> step.call(needs)));
        }
        return isLost(fallback, needs) ? first.call(needs.counting(true)) : either(needs);
    }

    /** The fallback is needed by all requests while the first is down, and by those of which all tries fail. */
    private Optional<Call> either(AvailabilityNeeds needs) {
        Optional<Share> lost = needs.lostInTries(first);
        Optional<Call> ofLost = lost.flatMap(share -> fallback.call(needs));
        Optional<Call> some = lost.flatMap(share -> ofLost.map(call -> Call.sometimes(share, call)));
        AvailabilityNeeds untried = needs.counting(false);
        if (needs.isTooSmall(first, fallback)) {
            return and(first.call(untried), some);
        }
        Optional<Call> ofAll = fallback.call(needs.inPlaceOf(first, fallback));
        return lost.isEmpty() || ofLost.equals(ofAll)
                ? either(first.call(needs.counting(true)), ofAll)
                : and(either(first.call(untried), ofAll), some);
    }

    private static Optional<Call> either(Optional<Call> one, Optional<Call> other) {
        return one.flatMap(call -> other.map(another -> StepSums.either(call, another)));
    }

    private static Optional<Call> and(Optional<Call> one, Optional<Call> other) {
        return StepSums.together(Stream.of(one, other).flatMap(Optional::stream).toList());
    }

    private static boolean isLost(Step step, AvailabilityNeeds needs) {
        return StepSums.lost(step, needs.setting()).filter(StepSums::isAll).isPresent();
    }

    @Override
    String words() {
        return first.part() + ", or " + fallback.part() + " while it is down";
    }

    @Override
    String label() {
        return first.label();
    }
}
