package dev.estimator.queueing;

/** A measure of a wait that falls as servers are added; time is in units of service times. */
enum WaitMeasure {
    /** The share that waits. */
    WAIT_PROBABILITY,
    /** The mean wait. */
    MEAN_WAIT,
    /** The share that waits for longer than the time. */
    WAIT_TAIL,
    /** The share of which wait and service together are longer than the time. */
    LATENCY_TAIL;

    /** Whether it refers to a time. */
    boolean isTail() {
        return this == WAIT_TAIL || this == LATENCY_TAIL;
    }

    /** The value, from the share that waits and the mean number of free servers. */
    double of(double waitProbability, double free, double time) {
        if (this == WAIT_PROBABILITY) {
            return waitProbability;
        }
        if (this == MEAN_WAIT) {
            return Waiting.mean(waitProbability, free);
        }
        return this == WAIT_TAIL
                ? Waiting.tail(waitProbability, free, time)
                : Waiting.latencyTail(waitProbability, free, time);
    }
}
