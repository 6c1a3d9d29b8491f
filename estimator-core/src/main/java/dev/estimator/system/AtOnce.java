package dev.estimator.system;

import dev.estimator.latency.CriticalPath;
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

    /** The share of its mean in which a step is the slowest, at the best guess; all where that is not known of each. */
    double decides(int place, Architecture in) {
        int before = latencies(steps.subList(0, place), in).size();
        if (latencies(in).size() < 2
                || latencies(steps.subList(place, place + 1), in).isEmpty()) {
            return 1;
        }
        try {
            CriticalPath path = latency(in).orElseThrow().criticalPath();
            CriticalPath.Term step = path.terms().get(0).atOnce().get(before);
            return Math.max(
                    step.share().value() * path.total().mean().div(step.mean()).value(), LEAST);
        } catch (ArithmeticException e) { // no median, or no end
            return 1;
        }
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
