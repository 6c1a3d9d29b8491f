package dev.estimator.latency;

import dev.estimator.internal.numeric.Binomial;
import java.util.stream.DoubleStream;

/**
 * The time until some of several independent requests alike are done.
 *
 * @param k how many must be done: all of them for the slowest, one for the fastest
 * @param n how many there are
 * @param each how long each takes
 */
record OrderStatistic(int k, int n, LatencyLaw each) implements LatencyLaw {
    @Override
    public double slower(double time) {
        return ofShare(each.slower(time));
    }

    /** The probability that fewer than k are done, given the probability that one is still running. */
    private double ofShare(double slow) {
        if (k == n) {
            return slow == 1 ? 1 : -Math.expm1(n * Math.log1p(-slow));
        }
        return k == 1 ? Math.pow(slow, n) : Binomial.moreThan(n - k, n, slow);
    }

    @Override
    public double exceededBy(double share) {
        return each.exceededBy(shareOfEach(share));
    }

    private double shareOfEach(double share) {
        if (k == n) {
            return -Math.expm1(Math.log1p(-share) / n);
        }
        return k == 1 ? Math.pow(share, 1.0 / n) : solved(share);
    }

    /** Bisects over the bits of a double, so that tiny shares keep their digits. */
    private double solved(double share) {
        long below = 0;
        long above = Double.doubleToLongBits(1);
        while (above - below > 1) {
            long middle = below + (above - below) / 2;
            if (ofShare(Double.longBitsToDouble(middle)) <= share) {
                below = middle;
            } else {
                above = middle;
            }
        }
        return Double.longBitsToDouble(below);
    }

    @Override
    public double unknown() {
        return ofShare(each.unknown());
    }

    @Override
    public double openStart() {
        return ofShare(each.openStart());
    }

    @Override
    public boolean isOnGrid(double share) {
        return each.isOnGrid(share);
    }

    @Override
    public double mean() {
        return NumericMean.of(this);
    }

    @Override
    public DoubleStream singleTimes() {
        return each.singleTimes();
    }
}
