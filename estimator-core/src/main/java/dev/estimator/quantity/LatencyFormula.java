package dev.estimator.quantity;

import dev.estimator.internal.latency.Composition;
import dev.estimator.internal.latency.Law;
import java.math.BigDecimal;

/** What can be asked about a latency, as steps of a calculation. The parameters of the latency come first. */
sealed interface LatencyFormula extends Formula {
    /** The latency. */
    Composition composition();

    @Override
    default String condition() {
        return composition().plan().condition();
    }

    /** Without the rounding that 1 − 0.999 has. */
    static double shareAbove(double percent) {
        return BigDecimal.valueOf(100)
                .subtract(BigDecimal.valueOf(percent))
                .movePointLeft(2)
                .doubleValue();
    }

    /** The mean. */
    record Mean(Composition composition) implements LatencyFormula {
        @Override
        public double apply(double... inputs) {
            return composition.ask(Law::mean, inputs);
        }
    }

    /** A percentile; {@code share} is how likely it is exceeded. */
    record Percentile(Composition composition, double share) implements LatencyFormula {
        @Override
        public double apply(double... inputs) {
            return composition.ask(law -> law.exceededBy(share), inputs);
        }
    }

    /** What a percentile is at most, whatever the parts have to do with each other. */
    record Bound(Composition composition, double share) implements LatencyFormula {
        @Override
        public double apply(double... inputs) {
            return composition.bound(share, inputs);
        }
    }

    /** How likely a time, the last input, is exceeded. */
    record Slower(Composition composition) implements LatencyFormula {
        @Override
        public double apply(double... inputs) {
            return composition.ask(law -> law.slower(inputs[inputs.length - 1]), inputs);
        }
    }

    /** How likely a time, the last input, is kept. */
    record Within(Composition composition) implements LatencyFormula {
        @Override
        public double apply(double... inputs) {
            return composition.ask(law -> 1 - law.slower(inputs[inputs.length - 1]), inputs);
        }
    }
}
