package dev.estimator.latency;

import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** The distribution of the time that a request takes, in seconds. */
interface LatencyLaw {
    /** The probability that a request takes longer than a time. */
    double slower(double time);

    /**
     * The least time that is exceeded with at most the given probability: for 0.01 it is the 99th percentile. A share
     * rather than a percentile, so that twelve nines keep their digits. It is infinite below {@link #openEnd}.
     *
     * @param share above 0 and below 1
     */
    double exceededBy(double share);

    /** The mean; infinite if it is unknown because there is no maximum. */
    double mean();

    /** The square of the standard deviation; infinite if the mean is, or if there is no maximum. */
    default double variance() {
        return NumericMean.ofSquare(this) - mean() * mean();
    }

    /** Its Laplace transform, if it is made of exponential and constant times only. */
    default @Nullable Transform transform() {
        return null;
    }

    /** Whether it holds sums that are found by inverting their transforms, which takes long for many tails. */
    default boolean isInverted() {
        return false;
    }

    /** The same for those who ask for many tails: its sums are on grids. */
    default LatencyLaw tabulated(Workings workings) {
        return this;
    }

    /** Candidates for atoms: all times with a positive probability, and possibly others. */
    default DoubleStream singleTimes() {
        return DoubleStream.empty();
    }

    /** The unknown tail: the share of the slowest requests, of which only a lower bound is known. */
    default double openEnd() {
        return slower(Double.MAX_VALUE);
    }

    /**
     * The probability above which {@link #exceededBy} is below the first known percentile; 1 if all of them are known.
     */
    default double openStart() {
        return 1;
    }

    /**
     * Whether {@link #exceededBy} of this share, or a tail like it, may be computed on a grid, which is an
     * approximation.
     */
    default boolean isOnGrid(double share) {
        return false;
    }

    /** The probability below which {@link #slower} and {@link #exceededBy} are not known; 0 if there is none. */
    default double unknown() {
        return 0;
    }
}
