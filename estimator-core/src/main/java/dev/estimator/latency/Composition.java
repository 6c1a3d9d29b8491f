package dev.estimator.latency;

import static java.lang.Double.POSITIVE_INFINITY;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A plan, and the law for the parameters for which it was last asked: the percentiles of one latency are read off one
 * law, and the next law takes over the sums whose parameters have not changed. Two of one plan are equal.
 *
 * <p>Threads that ask at the same time displace each other's last law, which costs time and changes no answer: draws of
 * a slow formula are computed on one thread, and a law for each thread would outlive those who asked.
 */
final class Composition implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Smaller shares than this are 0 in print. */
    private static final double UNSEEN = 1e-6;

    /** The relative rounding error of a share that was computed in two ways. */
    private static final double ROUNDING = 1e-9;

    private static final double LAST_DIGITS = 1e-12;

    private static final String OF_SUMS = "the percentile of a sum must not be beyond about p99.9999999999,"
            + " nor that far out if its times are too far apart or too many";

    private final Plan plan;
    private final transient Knots knots;

    /** What of the plan may be invalid, each once. */
    private final transient Plan[] conditional;

    private transient volatile @Nullable Solved last;
    private transient @Nullable Composition coarse;

    private record Solved(
            @SuppressWarnings("ArrayRecordComponent") double[] in, LatencyLaw law, Workings workings) {}

    Composition(Plan plan) {
        this(plan, Knots.FINE);
    }

    /** On another scale. */
    Composition(Plan plan, Knots knots) {
        this.plan = plan;
        this.knots = knots;
        this.conditional = plan.conditional().distinct().toArray(Plan[]::new);
    }

    /** The same on a coarser scale; the same object each time, so that those who ask share its law. */
    synchronized Composition forDraws() {
        Composition known = knots == Knots.COARSE ? this : coarse;
        if (known == null) {
            known = new Composition(plan, Knots.COARSE);
            coarse = known;
        }
        return known;
    }

    Plan plan() {
        return plan;
    }

    private Object writeReplace() {
        return new Written(plan);
    }

    private void readObject(ObjectInputStream stream) throws InvalidObjectException {
        throw new InvalidObjectException("compositions are read through their serial form");
    }

    /**
     * The serial form: a record, so that what does not fit is refused.
     *
     * @param plan the plan
     */
    private record Written(Plan plan) implements Serializable {
        private Written {
            Objects.requireNonNull(plan, "plan");
        }

        private Object readResolve() {
            return new Composition(plan);
        }
    }

    private boolean isPossible(double... in) {
        for (Plan part : conditional) {
            if (!part.isValid(in)) {
                return false;
            }
        }
        return true;
    }

    /** The answer of the law; NaN if there is no law for these parameters. */
    double ask(ToDoubleFunction<LatencyLaw> question, double... in) {
        return isPossible(in) ? question.applyAsDouble(law(in)) : Double.NaN;
    }

    /** The time that is exceeded with a probability; NaN also if it is beyond what is known. */
    double exceededBy(double share, double... in) {
        return ask(law -> isKnown(law, share) ? known(law.exceededBy(share)) : Double.NaN, in);
    }

    private static boolean isKnown(LatencyLaw law, double share) {
        return share >= law.unknown() && share <= law.openStart() * (1 + ROUNDING);
    }

    private double known(double time) {
        return time == POSITIVE_INFINITY && plan.isOpen() ? Double.NaN : time;
    }

    /** The mean; NaN also if it is unknown because no maximum was stated. */
    double mean(double... in) {
        return isPossible(in) ? known(plan.mean(in)) : Double.NaN;
    }

    /**
     * The variance ÷ the square of the mean; NaN also if the mean is zero, or unknown because no maximum was stated.
     */
    double variability(double... in) {
        if (!isPossible(in)) {
            return Double.NaN;
        }
        double mean = plan.mean(in);
        return known(plan.variance(in) / (mean * mean));
    }

    /**
     * The probability of exceeding a time; NaN also if it is in the unknown tail, unless it would round to 0 in print.
     */
    double slower(double time, double... in) {
        return ask(law -> slower(law, time), in);
    }

    /** Which percentiles are known; all if there is no law for these parameters. */
    KnownPercentiles known(double... in) {
        if (!isPossible(in)) {
            return new KnownPercentiles(1, 0);
        }
        return new KnownPercentiles(law(in).openStart(), plan.isOpen() ? law(in).openEnd() : 0);
    }

    /** Whether the percentile that a share exceeds may be computed on a grid, which is an approximation. */
    boolean isOnGrid(double share, double... in) {
        return isPossible(in) && law(in).isOnGrid(share);
    }

    /** When there is an answer to {@link #exceededBy} and {@link #slower}. */
    String condition() {
        String ofPlan = plan.condition();
        return plan.isSlow(false) ? ofPlan + (ofPlan.isEmpty() ? "" : "; ") + OF_SUMS : ofPlan;
    }

    private double slower(LatencyLaw law, double time) {
        double share = law.slower(time);
        boolean isLost = share < law.unknown() && law.unknown() > UNSEEN;
        boolean isBelow = share < 1 && share > law.openStart() * (1 + ROUNDING);
        return isLost || isBelow || (plan.isOpen() && isBeyond(law, time)) ? Double.NaN : share;
    }

    /** Whether only requests of the unknown tail are slower. */
    private static boolean isBeyond(LatencyLaw law, double time) {
        double open = law.openEnd();
        return open > UNSEEN && time > law.exceededBy(open * (1 + LAST_DIGITS)) * (1 + ROUNDING);
    }

    /**
     * A time that is exceeded with at most this probability also if the parts depend on each other; NaN if there is no
     * law.
     */
    double bound(double share, double... in) {
        return known(isPossible(in) ? plan.bound(share, in) : Double.NaN);
    }

    private LatencyLaw law(double... in) {
        Solved known = last;
        if (known != null && Arrays.equals(known.in, in)) {
            return known.law;
        }
        var workings = known == null ? Workings.on(knots) : known.workings.next();
        LatencyLaw law = plan.law(workings, in);
        last = new Solved(in.clone(), law, workings);
        return law;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Composition that && knots == that.knots && plan.equals(that.plan);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(plan);
    }

    @Override
    public String toString() {
        return plan.text();
    }
}
