package dev.estimator.queueing;

import static dev.estimator.quantity.Quantities.ns;

import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.queueing.Batches;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Formula;
import dev.estimator.quantity.Latency;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;

/**
 * A queue to which several requests come at once, as from a fan-out into one pool: M^[X]/M/c. Batches come at random times, service times
 * are exponential, and whoever came first is served first. Taken one by one, as by {@link ErlangC}, a fan-out of 8 to 8 servers that are
 * 70 % busy seems to wait 1.1 ms of 10; it waits 12.
 *
 * @param arrivalRate how many requests come to the line, members of batches counted one by one
 * @param serviceTime the mean service time, above zero
 * @param servers how many serve the line, a whole number, at least 1
 * @param batch how many come at once, from 1 to 10,000
 * @param lines over how many lines like this one the members of a batch are spread at random, at least 1
 * @see "M. L. Chaudhry and J. G. C. Templeton, A First Course in Bulk Queues, Wiley 1983"
 */
public record BatchQueue(Qps arrivalRate, TimeSpan serviceTime, Count servers, int batch, Count lines) {
    private static final int MOST = 10_000;

    /**
     * Checks and names the inputs.
     *
     * @param arrivalRate how many requests come to the line
     * @param serviceTime the mean service time
     * @param servers how many serve the line
     * @param batch how many come at once
     * @param lines over how many lines the members of a batch are spread
     * @throws IllegalArgumentException if one is out of range
     */
    public BatchQueue {
        Refusal.unless(batch >= 1 && batch <= MOST, "batch", "between 1 and " + MOST, batch);
        arrivalRate = Refusal.named(arrivalRate, "arrivalRate", "arrival rate");
        serviceTime = Refusal.aboveZero(Refusal.named(serviceTime, "serviceTime", "service time"), "serviceTime");
        servers = Asked.wholeNumber(Refusal.named(servers, "servers"), "servers");
        lines = Refusal.atLeast(Refusal.named(lines, "lines"), "lines", 1);
    }

    /**
     * Returns how busy the servers are.
     *
     * @return {@code arrival rate × service time ÷ servers}, which may exceed 1
     */
    public Ratio utilization() {
        return load().div(servers).named("utilization");
    }

    private Count load() {
        return arrivalRate.times(serviceTime).named("load");
    }

    /**
     * Returns how likely a request waits.
     *
     * @return the probability; 100 % if the servers are overloaded
     */
    public Share waitProbability() {
        return Share.computed("M[X]/M/c waits", new Waits(batch), load(), servers, lines)
                .named("wait probability");
    }

    /**
     * Returns how long requests wait on average.
     *
     * @return the mean wait; without an end if the servers are overloaded
     * @throws ArithmeticException if they are overloaded whatever is assumed
     */
    public TimeSpan meanWait() {
        return serviceTime.times(inService()).named("mean wait");
    }

    private Ratio inService() {
        return Ratio.computed("M[X]/M/c wait in service times", new Wait(batch), load(), servers, lines);
    }

    /**
     * Returns how long requests wait, as a latency to compose with others: none for some, exponential with the right mean for the others.
     *
     * @return the wait
     * @throws ArithmeticException if the servers are overloaded whatever is assumed
     */
    public Latency waiting() {
        TimeSpan ofThose = TimeSpan.computed("{0} ÷ {1}", new OfThose(), meanWait(), waitProbability())
                .named("mean wait of those that wait");
        return Latency.mix(waitProbability(), Latency.exponential(ofThose), Latency.of(ns(0)));
    }

    /** Returns what it is like to wait, as in '8 servers at 70%, 8 at once: 12 ms mean wait'. */
    @Override
    public String toString() {
        return Asked.servers(servers) + " at " + Asked.percent(utilization()) + ", " + batch + " at once: " + meanWait()
                + " mean wait";
    }

    private static boolean isFull(double... inputs) {
        return inputs[0] == Double.POSITIVE_INFINITY || inputs[0] >= inputs[1];
    }

    /**
     * Of load, servers and lines.
     *
     * @param batch how many come at once
     */
    private record Waits(int batch) implements Formula {
        @Override
        public double apply(double... inputs) {
            return isFull(inputs)
                    ? 1
                    : Batches.of(inputs[0], (int) inputs[1], batch, inputs[2]).waitProbability();
        }

        @Override
        public Direction direction(int input) {
            return Direction.UNKNOWN;
        }

        @Override
        public String beyond() {
            return Percentiles.OVERLOADED;
        }

        @Override
        public boolean isSlow() {
            return true;
        }
    }

    /**
     * Of load, servers and lines: by Little's law.
     *
     * @param batch how many come at once
     */
    private record Wait(int batch) implements Formula {
        @Override
        public double apply(double... inputs) {
            if (isFull(inputs)) {
                return Double.POSITIVE_INFINITY;
            }
            double waiting =
                    Batches.of(inputs[0], (int) inputs[1], batch, inputs[2]).meanInSystem() - inputs[0];
            return inputs[0] == 0 ? 0 : Math.max(0, waiting) / inputs[0];
        }

        @Override
        public Direction direction(int input) {
            return Direction.UNKNOWN;
        }

        @Override
        public String condition() {
            return "the load must be below the servers";
        }

        @Override
        public String beyond() {
            return Percentiles.OVERLOADED;
        }

        @Override
        public boolean isSlow() {
            return true;
        }
    }

    /** The mean over all ÷ the share of those that wait. */
    private record OfThose() implements Formula {
        @Override
        public double apply(double... inputs) {
            return inputs[0] == 0 ? Double.MIN_NORMAL : inputs[0] / inputs[1];
        }

        @Override
        public Direction direction(int input) {
            return input == 0 ? Direction.RISING : Direction.FALLING;
        }

        @Override
        public String beyond() {
            return Percentiles.OVERLOADED;
        }
    }
}
