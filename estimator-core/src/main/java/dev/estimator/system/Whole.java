package dev.estimator.system;

import static dev.estimator.quantity.Units.NANOSECONDS;

import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.TimeSpan;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A step whose mean is not the sum of what it visits: of visits at once, of hedged ones. Each place of it in a system is another. */
final class Whole {
    private final Step step;
    private final @Nullable Ratio often;

    Whole(Step step, @Nullable Ratio often) {
        this.step = step;
        this.often = often;
    }

    /** Makes the parts add up to its mean, in proportion. */
    void divide(Map<String, TimeSpan> parts, Architecture in) {
        Optional<TimeSpan> all = Steps.sum(parts.values().stream()).filter(sum -> sum.to(NANOSECONDS) > 0);
        Optional<TimeSpan> mean = step.mean(in);
        if (all.isPresent() && mean.isPresent()) {
            Ratio factor = Steps.times(often, mean.get().div(all.get()));
            parts.replaceAll((component, part) -> part.times(factor));
        }
    }
}
