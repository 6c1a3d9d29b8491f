package dev.estimator.system;

import static java.util.Objects.requireNonNull;

import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.TimeSpan;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A step whose mean is not the sum of what it visits, as a hedged one, or one of several at once. Each place of it in a
 * system is another.
 */
final class NonAdditiveStep {
    private final Step step;
    private final @Nullable Ratio often;
    private final int place;

    /** The place is that of one of several at once. */
    NonAdditiveStep(Step step, @Nullable Ratio often, int place) {
        this.step = step;
        this.often = often;
        this.place = place;
    }

    /** Whether nothing inside of it is known alone; notes the parts of its mean. */
    boolean isWhole(Map<Step, List<TimeSpan>> known, Architecture in) {
        return !known.computeIfAbsent(step, other -> other.parts(in)).isEmpty();
    }

    /** What it adds to the mean of the use case. */
    TimeSpan mean(Map<Step, List<TimeSpan>> known) {
        TimeSpan mean = requireNonNull(known.get(step)).get(place);
        return often == null ? mean : mean.times(often);
    }
}
