package dev.estimator.quantity;

import dev.estimator.internal.latency.Composition;
import java.math.BigDecimal;

/**
 * A question about a latency, as a step of a calculation.
 *
 * @param question what is asked
 * @param composition the latency, whose parameters come first among the inputs
 * @param share how likely a percentile is exceeded; 0 where no percentile is asked for
 */
record LatencyFormula(Question question, Composition composition, double share) implements Formula {
    /** What can be asked. */
    enum Question {
        MEAN,
        PERCENTILE,
        /** What a percentile is at most, whatever the parts have to do with each other. */
        BOUND,
        /** How likely a time, the last input, is exceeded. */
        SLOWER,
        /** How likely a time, the last input, is kept. */
        WITHIN
    }

    @Override
    public double apply(double... inputs) {
        double time = inputs.length == 0 ? 0 : inputs[inputs.length - 1];
        return switch (question) {
            case MEAN -> composition.ask(law -> law.mean(), inputs);
            case PERCENTILE -> composition.exceededBy(share, inputs);
            case BOUND -> composition.bound(share, inputs);
            case SLOWER -> composition.slower(time, inputs);
            case WITHIN -> 1 - composition.slower(time, inputs);
        };
    }

    @Override
    public String condition() {
        return switch (question) {
            case MEAN, BOUND -> composition.plan().condition();
            case PERCENTILE, SLOWER, WITHIN -> composition.condition();
        };
    }

    @Override
    public boolean isSlow() {
        return question != Question.BOUND && composition.plan().isSlow(question == Question.MEAN);
    }

    /** Without the rounding that 1 − 0.999 has. */
    static double shareAbove(double percent) {
        return BigDecimal.valueOf(100)
                .subtract(BigDecimal.valueOf(percent))
                .movePointLeft(2)
                .doubleValue();
    }
}
