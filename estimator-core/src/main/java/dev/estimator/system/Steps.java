package dev.estimator.system;

import dev.estimator.internal.input.Refusal;
import dev.estimator.model.Call;
import dev.estimator.quantity.Latency;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.TimeSpan;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What steps have in common: sums of what may be nothing. */
final class Steps {
    static final int MOST = 10_000;

    private Steps() {}

    static List<Step> some(Step... steps) {
        List<Step> all = Refusal.copy("steps", steps);
        Refusal.unless(!all.isEmpty(), "steps", "at least one", "none");
        return all;
    }

    /** So many times as often. */
    static Ratio times(@Nullable Ratio often, Ratio factor) {
        return often == null ? factor : often.times(factor);
    }

    static Optional<Latency> inSequence(List<Latency> parts) {
        return parts.isEmpty() ? Optional.empty() : Optional.of(Latency.inSequence(parts.get(0), rest(parts)));
    }

    static Latency[] rest(List<Latency> parts) {
        return parts.subList(1, parts.size()).toArray(Latency[]::new);
    }

    static Optional<TimeSpan> sum(Stream<TimeSpan> parts) {
        return parts.reduce(TimeSpan::plus);
    }

    static Optional<Call> together(List<Call> calls) {
        List<Call> different = calls.stream().distinct().toList();
        return different.size() < 2
                ? different.stream().findFirst()
                : Optional.of(Call.inSequence(different.toArray(Call[]::new)));
    }
}
