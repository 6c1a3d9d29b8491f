package dev.estimator.queueing;

import dev.estimator.internal.scaling.Usl;
import dev.estimator.quantity.Formula;
import java.util.function.ToDoubleFunction;

/** The universal scalability law, where it ends, and its inverses. */
enum UslStep implements Formula {
    /** Of N, σ and κ. */
    SLOWDOWN("the coherency is too high for a concurrency below 1", in -> new Usl(1, in[1], in[2]).slowdown(in[0])),
    /** Of σ and κ. */
    PEAK("with a coherency of 0 the peak is unbounded", in -> new Usl(1, in[0], in[1]).peak()),
    /** Of λ, σ and κ. */
    LIMIT(
            "there is a limit only with contention and without coherency",
            in -> in[1] > 0 && in[2] == 0 ? in[0] / in[1] : Double.NaN),
    /** Of X, λ, σ and κ. */
    LOAD("the throughput must not be above the peak, or the limit if there is no peak", in -> law(in).load(in[0])),
    /** Of X, λ, σ and κ. */
    LOAD_PAST_PEAK(
            "there must be a peak, and the throughput must not be above it, nor zero",
            in -> law(in).loadPastPeak(in[0])),
    /** Of R, λ, σ and κ. */
    LOAD_AT_LATENCY(
            "the latency must be above that of an idle system, and must depend on the concurrency",
            in -> law(in).loadAtLatency(in[0]));

    private final String condition;
    private final transient ToDoubleFunction<double[]> formula;

    UslStep(String condition, ToDoubleFunction<double[]> formula) {
        this.condition = condition;
        this.formula = formula;
    }

    private static Usl law(double... inputs) {
        return new Usl(inputs[1], inputs[2], inputs[3]);
    }

    @Override
    public double apply(double... inputs) {
        return formula.applyAsDouble(inputs);
    }

    @Override
    public String condition() {
        return condition;
    }
}
