package dev.estimator.system;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.input.Refusal;
import dev.estimator.latency.Latency;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.reliability.Call;
import dev.estimator.reliability.CallChain;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What steps have in common: sums of what may be nothing. */
final class StepSums {
    static final int MOST = 10_000;

    private StepSums() {}

    static List<Step> some(Step... steps) {
        List<Step> all = Refusal.copy("steps", steps);
        Refusal.unless(!all.isEmpty(), "steps", "at least one", "none");
        return all;
    }

    /** The product of two numbers of visits; null stands for one visit. */
    static Ratio times(@Nullable Ratio often, Ratio factor) {
        return often == null ? factor : often.times(factor);
    }

    static Optional<Latency> inSequence(List<Latency> parts) {
        return parts.isEmpty() ? Optional.empty() : Optional.of(Latency.inSequence(parts.get(0), rest(parts)));
    }

    /** A step with what follows, if requests lack nothing but an answer to their tries. */
    static Optional<Latency> followed(Step first, Architecture in, Optional<Latency> answered, Optional<Latency> lost) {
        return lost.filter(other -> lost(first, in.setting(), false).isEmpty())
                .flatMap(other -> first.latencyThen(in, answered, other));
    }

    /** What follows a sequence in which one step may get no answer; the others are taken all the same. */
    static Optional<Latency> latencyThen(List<Step> steps, Architecture in, Optional<Latency> answered, Latency lost) {
        Map<Boolean, List<Step>> parts = steps.stream()
                .collect(Collectors.partitioningBy(
                        step -> lost(step, in.setting()).isPresent()));
        List<Step> losing = requireNonNull(parts.get(true));
        if (losing.size() != 1) {
            return Optional.empty();
        }
        List<Latency> all = new ArrayList<>(Step.latencies(requireNonNull(parts.get(false)), in));
        return losing.get(0).latencyThen(in, answered, lost).flatMap(last -> {
            all.add(last);
            return inSequence(all);
        });
    }

    static Latency[] rest(List<Latency> parts) {
        return parts.subList(1, parts.size()).toArray(Latency[]::new);
    }

    static Optional<TimeSpan> sum(Stream<TimeSpan> parts) {
        return parts.reduce(TimeSpan::plus);
    }

    /**
     * The share of requests that get no answer from a step, as they need what is down or all their tries fail; nothing
     * if all get one.
     */
    static Optional<Share> lost(Step step, Setting setting) {
        Optional<Share> all = lost(step, setting, true).filter(share -> share.isUncertain() || share.value() > 0);
        return all.filter(Share::isUncertain)
                .flatMap(share -> lost(step, setting, false)) // while it is down, its tries do not matter
                .filter(StepSums::isAll)
                .or(() -> all)
                .map(share -> share.named("not answered by " + step.label()));
    }

    private static Optional<Share> lost(Step step, Setting setting, boolean hasTries) {
        return step.call(new AvailabilityNeeds.Lost(setting, hasTries))
                .map(call ->
                        CallChain.builder().call(call).build().availability().unavailability());
    }

    /** The share of requests that get no answer as all their tries fail, of those that need nothing that is down. */
    static Optional<Share> lostInTries(Step step, Setting setting) {
        return lostInside(step, setting).filter(lost -> !isAll(lost));
    }

    /** The share that gets no answer as all tries fail, where nothing that is needed is down: that may be all. */
    static Optional<Share> lostInside(Step step, Setting setting) {
        Optional<Share> down = lost(step, setting, false);
        return lost(step, setting) // once, or layers take twice as long for each
                .filter(lost -> !Optional.of(lost).equals(down))
                .map(lost -> isAll(lost)
                        ? lost
                        : down.map(share -> lost.minus(share)
                                        .div(share.complement())
                                        .toShare()
                                        .named("lost in tries by " + step.label()))
                                .orElse(lost));
    }

    static boolean isAll(Share share) {
        return share.value() == 1 && !share.isUncertain();
    }

    /** Any of two, also where only some requests make one of the calls: the others need neither. */
    static Call either(Call one, Call other) {
        if (one instanceof Call.Sometimes some) {
            return Call.sometimes(some.share(), either(some.call(), other));
        }
        if (other instanceof Call.Sometimes some) {
            return Call.sometimes(some.share(), either(one, some.call()));
        }
        return one.equals(other) && one.isSameForAll() ? one : Call.anyOf(one, other);
    }

    /**
     * A step with what takes its place while it is down: nothing takes the place of what is overloaded, since whoever
     * waits for it does not give up.
     */
    static Optional<Call> unlessFull(
            Step step, AvailabilityNeeds needs, Function<AvailabilityNeeds, Optional<Call>> replaced) {
        Optional<Call> full = needs.ofFull().flatMap(step::call);
        return full.isEmpty()
                ? replaced.apply(needs)
                : together(Stream.concat(full.stream(), replaced.apply(needs.withoutFull()).stream())
                        .toList());
    }

    /** All of them; what all requests need, and stands there twice, is needed once. */
    static Optional<Call> together(List<Call> calls) {
        Set<Call> known = new HashSet<>();
        List<Call> different = calls.stream()
                .filter(call -> !call.isSameForAll() || known.add(call))
                .toList();
        return different.size() < 2
                ? different.stream().findFirst()
                : Optional.of(Call.inSequence(different.toArray(Call[]::new)));
    }
}
