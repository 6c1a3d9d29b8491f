package dev.estimator.system;

import static dev.estimator.quantity.Units.NANOSECONDS;

import dev.estimator.quantity.Formula;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.TimeSpan;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A step whose mean is not the sum of what it visits: of visits at once, of hedged ones; or one of several at once.
 * Each place of it in a system is another.
 */
final class NonAdditiveStep {
    private final Step step;
    private final @Nullable Ratio often;
    private final int place;

    /** The place is that of one of several at once, or -1 of the step itself. */
    NonAdditiveStep(Step step, @Nullable Ratio often, int place) {
        this.step = step;
        this.often = often;
        this.place = place;
    }

    /**
     * Scales the parts in proportion, so that they add up to the mean of the step; of one of several at once to the
     * time in which it decides.
     */
    void divide(Map<String, TimeSpan> parts, Architecture in) {
        if (place >= 0) {
            double share = ((AtOnce) step).decides(place, in);
            parts.replaceAll((component, part) -> part.times(share));
            return;
        }
        Optional<TimeSpan> all = StepSums.sum(parts.values().stream()).filter(sum -> sum.to(NANOSECONDS) > 0);
        Optional<TimeSpan> mean = step.mean(in);
        if (all.isPresent() && mean.isPresent()) {
            parts.replaceAll((component, part) -> {
                TimeSpan divided = TimeSpan.computed("{0} × {1} ÷ {2}", new Part(), part, mean.get(), all.get());
                return often == null ? divided : divided.times(often);
            });
        }
    }

    /** Scales a part in proportion; leaves it alone if another part is infinite. */
    private record Part() implements Formula {
        @Override
        public double apply(double... inputs) {
            return Double.isInfinite(inputs[2]) || Double.isInfinite(inputs[1])
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
