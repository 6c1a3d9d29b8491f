package dev.estimator.scaling;

import dev.estimator.quantity.Formula;

/** The universal scalability law, where it ends, and its inverses. */
enum UslFormula implements Formula {
    /** From N = 1 on, where both cost time. The inputs are N, σ and κ. */
    SLOWDOWN("the coherency is too high for a concurrency below 1"),
    /** The same below N = 1, where more of σ and κ makes it faster. */
    SLOWDOWN_BELOW_ONE(SLOWDOWN.condition),
    /** The inputs are σ and κ. */
    PEAK("with a coherency of 0 the peak is unbounded"),
    /**
     * The inputs are λ, σ and κ. Every load above 1 does less if either of these two is higher, so the best does too.
     */
    PEAK_THROUGHPUT(PEAK.condition),
    /** The inputs are λ, σ and κ. */
    LIMIT("there is a limit only with contention and without coherency"),
    /** The inputs are X, λ, σ and κ. */
    LOAD(
            "the throughput must not be above the peak, or the limit if there is no peak; with a peak at 1 it must be the peak"),
    /** The inputs are X, λ, σ and κ. */
    LOAD_PAST_PEAK("there must be a peak, and the throughput must not be above it, nor zero"),
    /** The inputs are R, λ, σ and κ. */
    LOAD_AT_LATENCY("the latency must be above that of an idle system, and must depend on the concurrency;"
            + " with a peak at 1, not below that of 1");

    private final String condition;

    UslFormula(String condition) {
        this.condition = condition;
    }

    @Override
    public double apply(double... inputs) {
        if (this == SLOWDOWN || this == SLOWDOWN_BELOW_ONE) {
            return new Usl(1, inputs[1], inputs[2]).slowdown(inputs[0]);
        }
        if (this == PEAK) {
            return new Usl(1, inputs[0], inputs[1]).peak();
        }
        if (this == PEAK_THROUGHPUT) {
            return new Usl(inputs[0], inputs[1], inputs[2]).peakThroughput();
        }
        if (this == LIMIT) {
            return inputs[1] > 0 && inputs[2] == 0 ? inputs[0] / inputs[1] : Double.NaN;
        }
        Usl law = law(inputs);
        if (this == LOAD) {
            return law.isOutOfReach(inputs[0]) ? Double.POSITIVE_INFINITY : law.load(inputs[0]);
        }
        return this == LOAD_PAST_PEAK ? law.loadPastPeak(inputs[0]) : law.loadAtLatency(inputs[0]);
    }

    @Override
    public Direction direction(int input) {
        if (this == SLOWDOWN || this == SLOWDOWN_BELOW_ONE) {
            return input == 0 ? Direction.UNKNOWN : this == SLOWDOWN ? Direction.RISING : Direction.FALLING;
        }
        if (this == LIMIT || this == LOAD) {
            return input == 0 ? Direction.RISING : input == 1 ? Direction.FALLING : Direction.UNKNOWN;
        }
        if (this == LOAD_AT_LATENCY) {
            return input < 2 ? Direction.RISING : Direction.UNKNOWN;
        }
        int rising = this == PEAK_THROUGHPUT ? 0 : this == LOAD_PAST_PEAK ? 1 : -1;
        return input == rising ? Direction.RISING : Direction.FALLING;
    }

    private static Usl law(double... inputs) {
        return new Usl(inputs[1], inputs[2], inputs[3]);
    }

    @Override
    public String condition() {
        return condition;
    }

    @Override
    public String beyond() {
        return this == PEAK ? "no peak" : this == LOAD ? "out of reach" : "";
    }
}
