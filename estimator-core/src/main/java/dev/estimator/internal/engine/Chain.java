package dev.estimator.internal.engine;

import dev.estimator.internal.graph.Op.Curve;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The monotone steps that lead from an uncertain core to the result, one after the other. */
class Chain {
    private static final int BITS = 64;

    /**
     * How many doubles a boundary is looked for on each side of where arithmetic backwards puts it: more than lie
     * between a number and what is rounded to it.
     */
    private static final int CLOSE = 1 << 14;

    private static final double NOISE = 1e-12;

    private final List<Monotone> steps;
    private final int core;
    private final boolean isIncreasing;

    Chain(List<Monotone> steps, int core) {
        this.steps = steps;
        this.core = core;
        boolean rises = true;
        for (Monotone step : steps) {
            rises ^= !step.isIncreasing();
        }
        isIncreasing = rises;
    }

    /** The empty chain: the core is the result. */
    static Chain none() {
        return none(-1);
    }

    static Chain none(int core) {
        return new Chain(List.of(), core);
    }

    /** The longest chain that ends at a step. */
    static Chain to(Program program, int step) {
        List<Monotone> steps = new ArrayList<>();
        int core = step;
        for (@Nullable Monotone m = Monotone.of(program, core); m != null; m = Monotone.of(program, core)) {
            steps.add(m);
            core = m.of();
        }
        Collections.reverse(steps);
        return new Chain(steps, core);
    }

    /** The step at which the chain begins. */
    int core() {
        return core;
    }

    boolean isEmpty() {
        return steps.isEmpty();
    }

    boolean isIncreasing() {
        return isIncreasing;
    }

    /** Whether a maximum or minimum with a constant cuts off part of the core. */
    boolean isBounded() {
        return has(Curve.BENT);
    }

    /** Whether the result is a step function of the core, such as a ceiling. */
    boolean hasSteps() {
        return has(Curve.STEPPED);
    }

    /** Whether the result is a power of the core times a constant: nothing is rounded or added. */
    boolean isPower() {
        double once = apply(2) / apply(1);
        return !hasSteps() && Math.abs(apply(4) / apply(2) - once) <= NOISE * once;
    }

    private boolean has(Curve curve) {
        for (Monotone step : steps) {
            if (step.op().curve() == curve) {
                return true;
            }
        }
        return false;
    }

    /** Whether the result is a linear function of the core. */
    boolean isLinear() {
        return !Double.isNaN(slope());
    }

    double apply(double x) {
        double result = x;
        for (int i = 0; i < steps.size(); i++) {
            result = steps.get(i).apply(result);
        }
        return result;
    }

    /** The slope of a linear chain; NaN if it is not linear. */
    double slope() {
        double slope = 1;
        for (Monotone step : steps) {
            slope = step.stretched(slope);
        }
        return slope;
    }

    /**
     * The greatest x for which the result of an increasing chain is at most the limit, or of a decreasing chain above
     * it; negative if there is none. Found by bisection over all doubles, so it is exact to the last bit.
     */
    double boundary(double limit) {
        boolean rises = isIncreasing();
        if (!isBelow(0, limit, rises)) {
            return -1;
        }
        if (isBelow(Double.MAX_VALUE, limit, rises)) {
            return Double.MAX_VALUE;
        }
        double guess = guess(limit);
        if (guess > 0 && guess < Double.MAX_VALUE / 2) {
            long near = Double.doubleToRawLongBits(guess);
            long low = Math.max(0, near - CLOSE);
            if (isBelow(Double.longBitsToDouble(low), limit, rises)
                    && !isBelow(Double.longBitsToDouble(near + CLOSE), limit, rises)) {
                return bisect(low, near + CLOSE, limit, rises);
            }
        }
        return bisect(0, Double.doubleToRawLongBits(Double.MAX_VALUE), limit, rises);
    }

    /** Where the limit would be reached if nothing were rounded up or down; NaN if the chain is not linear then. */
    private double guess(double limit) {
        double slope = 1;
        double atZero = 0;
        for (int i = 0; i < steps.size(); i++) {
            Monotone step = steps.get(i);
            if (step.op().curve() != Curve.STEPPED) {
                slope = step.stretched(slope);
                atZero = step.apply(atZero);
            }
        }
        return (limit - atZero) / (isIncreasing ? slope : -slope);
    }

    private double bisect(long from, long to, double limit, boolean rises) {
        long low = from;
        long high = to;
        for (int i = 0; i < BITS && high - low > 1; i++) {
            long middle = low + (high - low) / 2;
            if (isBelow(Double.longBitsToDouble(middle), limit, rises)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Double.longBitsToDouble(low);
    }

    boolean isBelow(double x, double limit, boolean rises) {
        return rises ? apply(x) <= limit : apply(x) > limit;
    }
}
