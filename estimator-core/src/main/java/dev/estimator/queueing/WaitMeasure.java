package dev.estimator.queueing;

/** A measure of a wait that falls as servers are added; time is in units of service times. */
enum WaitMeasure {
    /** The share that waits. */
    WAIT_PROBABILITY {
        @Override
        public double of(double waitProbability, double free, double time) {
            return waitProbability;
        }
    },

    /** The mean wait. */
    MEAN_WAIT {
        @Override
        public double of(double waitProbability, double free, double time) {
            return Waiting.mean(waitProbability, free);
        }
    },

    /** The share that waits for longer than the time. */
    WAIT_TAIL {
        @Override
        public double of(double waitProbability, double free, double time) {
            return Waiting.tail(waitProbability, free, time);
        }
    },

    /** The share of which wait and service together are longer than the time. */
    LATENCY_TAIL {
        @Override
        public double of(double waitProbability, double free, double time) {
            return Waiting.latencyTail(waitProbability, free, time);
        }
    };

    /** The value, from the share that waits and the mean number of free servers. */
    abstract double of(double waitProbability, double free, double time);
}
