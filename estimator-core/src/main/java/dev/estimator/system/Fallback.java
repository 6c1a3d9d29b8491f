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
        if (!needs.mayBeReplaced()) {
            Optional<Call> visited = otherwise(needs.setting()).flatMap(step -> step.call(needs));
            return StepSums.together(Stream.of(first.call(needs), visited)
                    .flatMap(Optional::stream)
                    .toList());
        }
        return isLost(fallback, needs)
                ? first.call(needs)
                : first.call(needs.withTries()).flatMap(call -> orFallback(call, needs));
    }

    /** The fallback must be up for requests of which all tries fail, and for all of them while the first is down. */
    private Optional<Call> orFallback(Call call, AvailabilityNeeds needs) {
        Optional<Share> lost = Tries.lost(call);
        if (lost.isEmpty()) {
            return call instanceof Call.Sometimes some
                    ? orFallback(some.call(), needs).map(made -> Call.sometimes(some.share(), made))
                    : inPlaceOf(call, needs);
        }
        Optional<Call> up = Tries.answered(call);
        Optional<Call> other = fallback.call(needs);
        if (up.isPresent() && other.isPresent() && isOneChoice(other.get(), needs)) {
            Share answered = lost.get().complement().named("answered by " + first.label());
            return Optional.of(Call.cacheAside(up.get(), answered, other.get()));
        }
        return StepSums.together(Stream.of(
                        up.flatMap(one -> inPlaceOf(one, needs)), other.map(some -> Call.sometimes(lost.get(), some)))
                .flatMap(Optional::stream)
                .toList());
    }

    /** Whether a request that visits the fallback decides what else it visits, whatever sent it there. */
    private boolean isOneChoice(Call other, AvailabilityNeeds needs) {
        return !other.isSameForAll()
                && !needs.isTooSmall(first, fallback)
                && fallback.call(needs.inPlaceOf(first, fallback)).equals(Optional.of(other));
    }

    private Optional<Call> inPlaceOf(Call call, AvailabilityNeeds needs) {
        return needs.isTooSmall(first, fallback)
                ? Optional.of(call)
                : fallback.call(needs.inPlaceOf(first, fallback)).map(other -> StepSums.either(call, other));
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
