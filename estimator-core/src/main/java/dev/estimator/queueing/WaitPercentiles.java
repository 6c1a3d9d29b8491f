package dev.estimator.queueing;

import dev.estimator.quantity.Formula;

/** Percentiles of an M/M/c queue, of service time, free servers and wait probability. */
final class WaitPercentiles {
    /** What it is called when a queue grows for ever. */
    static final String OVERLOADED = "overloaded";

    private static final String CONDITION = "some servers must be free on average";

    /** So small a part of a server is not free: it is what the last bits of a load leave. */
    private static final double LAST_BITS = 1e-12;

    private WaitPercentiles() {}

    private static boolean hasEnd(double freeServers) {
        return freeServers > LAST_BITS;
    }

    /** What has an end only while servers are free on average. */
    private interface OfFreeServers extends Formula {
        @Override
        default String condition() {
            return CONDITION;
        }

        @Override
        default String beyond() {
            return OVERLOADED;
        }
    }

    /** The mean wait, of service time, wait probability and free servers. */
    record Mean() implements OfFreeServers {
        @Override
        public double apply(double... inputs) {
            return hasEnd(inputs[2]) ? inputs[0] * inputs[1] / inputs[2] : Double.POSITIVE_INFINITY;
        }

        @Override
        public Direction direction(int input) {
            return input < 2 ? Direction.RISING : Direction.FALLING;
        }
    }

    /** The mean wait of those that wait, of service time and free servers. */
    record OfThoseThatWait() implements OfFreeServers {
        @Override
        public double apply(double... inputs) {
            return hasEnd(inputs[1]) ? inputs[0] / inputs[1] : Double.POSITIVE_INFINITY;
        }

        @Override
        public Direction direction(int input) {
            return input == 0 ? Direction.RISING : Direction.FALLING;
        }
    }

    /**
     * Of service time, free servers and wait probability.
     *
     * @param above the part that exceeds the percentile
     * @param isWithService whether it is of wait and service together
     */
    record Percentile(double above, boolean isWithService) implements OfFreeServers {
        @Override
        public double apply(double... inputs) {
            if (!hasEnd(inputs[1])) {
                return Double.POSITIVE_INFINITY;
            }
            return inputs[0]
                    * (isWithService
                            ? Waiting.latencyExceededBy(above, inputs[2], inputs[1])
                            : Waiting.exceededBy(above, inputs[2], inputs[1]));
        }

        @Override
        public Direction direction(int input) {
            return input == 1 ? Direction.FALLING : Direction.RISING;
        }
    }
}
