package dev.estimator.latency;

import java.util.stream.DoubleStream;

/** How the time that a request takes is distributed. Times are in seconds. */
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

    /** Infinite if it is not known for want of a greatest time. */
    double mean();

    /** All times that it takes with a probability of their own, and perhaps others. */
    default DoubleStream singleTimes() {
        return DoubleStream.empty();
    }

    /** The share of the slowest requests, of which nothing is known but that they are slower than the others. */
    default double openEnd() {
        return slower(Double.MAX_VALUE);
    }

    /** The probability above which {@link #exceededBy} lies below all that is known; 1 if nothing does. */
    default double openStart() {
        return 1;
    }

    /** Whether it was computed on a grid, which is an approximation. */
    default boolean isOnGrid() {
        return false;
    }

    /** The probability below which {@link #slower} and {@link #exceededBy} are not known; 0 if there is none. */
    default double unknown() {
        return 0;
    }
}
