package dev.estimator.system;

import dev.estimator.internal.graph.Inside;
import dev.estimator.latency.Latency;
import dev.estimator.quantity.Ratio;
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
        Walk all = walk.into(this, often);
        for (int i = 0; i < steps.size(); i++) {
            steps.get(i).walk(all.into(this, often, i), often);
        }
    }

    /**
     * The share of its mean in which a step is the slowest, at the best guess. What has no end is the slowest, beside
     * which others are not.
     */
    double decides(int place, Architecture in) {
        List<Latency> all = latencies(in);
        int before = latencies(steps.subList(0, place), in).size();
        if (all.size() < 2 || latencies(steps.subList(place, place + 1), in).isEmpty()) {
            return 1;
        }
        double mean = Inside.value(all.get(before).mean());
        if (mean == 0 || mean == Double.POSITIVE_INFINITY) {
            return 1;
        }
        Latency slowest = latency(in).orElseThrow();
        boolean isEndless = Inside.value(slowest.mean()) == Double.POSITIVE_INFINITY;
        return isEndless ? LEAST : Math.max(Inside.decides(slowest, before) / mean, LEAST);
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
}
