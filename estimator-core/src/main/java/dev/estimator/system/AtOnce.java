package dev.estimator.system;

import static dev.estimator.quantity.Quantities.ns;

import dev.estimator.internal.graph.Inside;
import dev.estimator.latency.Latency;
import dev.estimator.quantity.Formula;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.TimeSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Steps that run in parallel; the slowest determines the time. */
final class AtOnce extends StepList {
    private static final long serialVersionUID = 1L;

    /** What is the slowest in no case of the best guess may be without an end in others. */
    private static final double LEAST = 1e-12;

    AtOnce(List<Step> steps) {
        super(steps, " and ");
    }

    @Override
    void walk(Walk walk, @Nullable Ratio often) {
        for (int i = 0; i < steps.size(); i++) {
            steps.get(i).walk(walk.into(this, often, i), often);
        }
    }

    /** The mean of each where it is the slowest, and of nothing elsewhere; none where only one takes time. */
    @Override
    List<TimeSpan> parts(Architecture in) {
        List<TimeSpan> parts = new ArrayList<>();
        if (latencies(in).size() < 2) {
            return parts;
        }
        Latency slowest = latency(in).orElseThrow();
        int place = 0;
        for (Step step : steps) {
            Optional<TimeSpan> each = step.mean(in);
            parts.add(each.isEmpty() ? ns(0) : each.get().times(share(Inside.value(each.get()), slowest, place++)));
        }
        TimeSpan mean = mean(in).orElseThrow();
        TimeSpan all = StepSums.sum(parts.stream()).orElseThrow();
        parts.replaceAll(part -> TimeSpan.computed("{0} × {1} ÷ {2}", new Part(), part, mean, all));
        return parts;
    }

    /**
     * The share of its mean in which a step is the slowest, at the best guess. What has no end is the slowest, beside
     * which others are not.
     */
    private static double share(double mean, Latency slowest, int place) {
        if (mean == 0 || mean == Double.POSITIVE_INFINITY) {
            return 1;
        }
        boolean isEndless = Inside.value(slowest.mean()) == Double.POSITIVE_INFINITY;
        return isEndless ? LEAST : Math.max(Inside.decides(slowest, place) / mean, LEAST);
    }

    @Override
    Optional<Latency> latency(Architecture in) {
        List<Latency> parts = latencies(in);
        return parts.isEmpty() ? Optional.empty() : Optional.of(Latency.slowest(parts.get(0), StepSums.rest(parts)));
    }

    @Override
    String words() {
        return joined(" and ") + (steps.size() > 1 ? " at once" : "");
    }

    /** Scales a part in proportion, so that all add up to the mean; leaves it alone if another is infinite. */
    private record Part() implements Formula {
        @Override
        public double apply(double... inputs) {
            return inputs[2] == 0 || Double.isInfinite(inputs[2]) || Double.isInfinite(inputs[1])
                    ? inputs[0]
                    : inputs[0] * inputs[1] / inputs[2];
        }

        @Override
        public Direction direction(int input) {
            return Direction.UNKNOWN;
        }

        @Override
        public String beyond() {
            return Resource.OVERLOADED;
        }
    }
}
