package dev.estimator.quantity;

import dev.estimator.internal.engine.Distribution;
import dev.estimator.internal.engine.Estimate;
import dev.estimator.internal.text.QuantityWriter;
import dev.estimator.internal.text.VerdictText;
import dev.estimator.internal.unit.Kind;
import java.util.ArrayList;
import java.util.List;

/** Which ends of a 90 % range could be on another step if more were drawn, such as another number of servers. */
record StepsInDoubt(Distribution distribution, Kind kind, int draws) {
    /** The share of cases on one step, below which it does not matter on which of two a percentile is. */
    private static final double STEP = 5e-3;

    private static final List<Double> ENDS = List.of(0.05, 0.95);

    List<String> ofEnds() {
        List<String> steps = new ArrayList<>();
        for (double end : ENDS) { // no stream, which the first estimate of a program would wait for
            if (isInDoubt(distribution.quantile(end))) {
                steps.add(words(end));
            }
        }
        return steps;
    }

    private boolean isInDoubt(Estimate end) {
        return !end.isExact()
                && end.high() > end.low()
                && end.high() < Double.POSITIVE_INFINITY
                && !written(end.low()).equals(written(end.high()))
                && at(end.low()) >= STEP
                && at(end.high()) >= STEP;
    }

    private String words(double p) {
        Estimate end = distribution.quantile(p);
        double upToLow = distribution.cumulative(end.low()).value();
        boolean areNext = below(end.high()) == upToLow;
        return VerdictText.steps(p, written(end.low()), written(end.high()), areNext, upToLow, draws);
    }

    /** How likely exactly that is. */
    private double at(double value) {
        return distribution.cumulative(value).value() - below(value);
    }

    private double below(double value) {
        return value == 0 ? 0 : distribution.cumulative(Math.nextDown(value)).value();
    }

    private String written(double end) {
        return QuantityWriter.summary(kind, end);
    }
}
