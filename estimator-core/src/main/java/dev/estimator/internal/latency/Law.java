package dev.estimator.internal.latency;

import java.util.stream.DoubleStream;

/** How the time that a request takes is distributed. Times are in seconds. */
public interface Law {
    /** The probability that a request takes longer than a time. */
    double slower(double time);

    /**
     * The least time that is exceeded with at most the given probability: for 0.01 it is the 99th percentile. A share rather than
     * a percentile, so that twelve nines keep their digits.
     *
     * @param share above 0 and below 1
     */
    double exceededBy(double share);

    double mean();

    /** All times that it takes with a probability of their own, and perhaps others. */
    default DoubleStream singleTimes() {
        return DoubleStream.empty();
    }

    /** The probability below which {@link #slower} and {@link #exceededBy} are not known; 0 if there is none. */
    default double unknown() {
        return 0;
    }
}
