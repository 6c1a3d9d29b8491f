package dev.estimator.system;

import dev.estimator.latency.Latency;
import dev.estimator.quantity.Ratio;
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
        return StepSums.inSequence(
                Stream.of(first.latency(in), otherwise(in.setting()).flatMap(step -> step.latency(in)))
                        .flatMap(Optional::stream)
                        .toList());
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
        Optional<Call> one = first.call(needs);
        if (!needs.mayBeReplaced()) {
            Optional<Call> visited = otherwise(needs.setting()).flatMap(step -> step.call(needs));
            return StepSums.together(
                    Stream.of(one, visited).flatMap(Optional::stream).toList());
        }
        if (isLost(fallback, needs) || needs.isTooSmall(first, fallback)) {
            return one;
        }
        return one.flatMap(
                call -> fallback.call(needs.inPlaceOf(first, fallback)).map(other -> StepSums.either(call, other)));
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
