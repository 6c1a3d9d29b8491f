package dev.estimator.queueing;

import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.input.Refusal;
import dev.estimator.latency.Latency;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Formula;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Quantities;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import java.io.Serializable;

/**
 * A queue to which several requests come at once, as from a fan-out into one pool: M^[X]/M/c. Batches come at random
 * times, and whoever came first is served first. Taken one by one, as by {@link ErlangC}, a fan-out of 8 to 8 servers
 * that are 70 % busy seems to wait 1.1 ms of 10; it waits 12.
 *
 * <p>That is exact for exponential service times. Of others, M^[X]/G/c, the mean wait differs by as much as that of
 * requests which come one by one, {@code (cₛ² − 1) ÷ 2 × Wq(M/M/c)}: exact for one server, an approximation for
 * several, which {@code explain()} says. In simulations of 4 or 8 servers that are 70 or 90 % busy, 3 to 20 requests at
 * once, it is within 11 % for service variabilities from 0 to 2 and within 12 % at 4; where they are half busy within
 * 26 %. Many servers that are hardly busy (32 at 70 %, 8 at once) hardly wait, but by 23 % more for constant service
 * times than it says. Scaled as a whole by {@code (1 + cₛ²) ÷ 2} it would be off by 40 to 60 %.
 *
 * @param arrivalRate how many requests come to the line, members of batches counted one by one
 * @param serviceTime the mean service time, above zero
 * @param servers how many serve the line, a whole number, at least 1
 * @param batch how many come at once, from 1 to 10,000
 * @param lines over how many lines like this one the members of a batch are spread at random, at least 1
 * @param serviceVariability how much service times vary, (standard deviation ÷ mean)²; 1 if they are exponential
 * @see "M. L. Chaudhry and J. G. C. Templeton, A First Course in Bulk Queues, Wiley 1983"
 * @see "P. J. Burke, Delays in Single-Server Queues with Batch Input, Operations Research 23(4), 1975"
 */
public record BatchQueue(
        Qps arrivalRate, TimeSpan serviceTime, Count servers, int batch, Count lines, Ratio serviceVariability)
        implements Serializable {
    private static final int MOST = 10_000;

    /**
     * Checks and names the inputs.
     *
     * @param arrivalRate how many requests come to the line
     * @param serviceTime the mean service time
     * @param servers how many serve the line
     * @param batch how many come at once
     * @param lines over how many lines the members of a batch are spread
     * @param serviceVariability how much service times vary
     * @throws IllegalArgumentException if one is out of range
     */
    public BatchQueue {
        Refusal.unless(batch >= 1 && batch <= MOST, "batch", "between 1 and " + MOST, batch);
        arrivalRate = Refusal.named(arrivalRate, "arrivalRate", "arrival rate");
        serviceTime = Refusal.aboveZero(Refusal.named(serviceTime, "serviceTime", "service time"), "serviceTime");
        servers = QueueInputs.wholeNumber(Refusal.named(servers, "servers"), "servers");
        lines = Refusal.atLeast(Refusal.named(lines, "lines"), "lines", 1);
        serviceVariability = Refusal.named(serviceVariability, "serviceVariability", "service variability");
    }

    /**
     * Obtains a queue with exponential service times.
     *
     * @param arrivalRate how many requests come to the line
     * @param serviceTime the mean service time
     * @param servers how many serve the line
     * @param batch how many come at once
     * @param lines over how many lines the members of a batch are spread
     * @throws IllegalArgumentException if one is out of range
     */
    public BatchQueue(Qps arrivalRate, TimeSpan serviceTime, Count servers, int batch, Count lines) {
        this(arrivalRate, serviceTime, servers, batch, lines, Quantities.ratio(1));
    }

    /**
     * Returns how busy the servers are.
     *
     * @return {@code arrival rate × service time ÷ servers}, which may exceed 1
     */
    public Ratio utilization() {
        return Inside.asUtilization(load().div(servers)).named("utilization");
    }

    private Count load() {
        return Inside.ofNothingNamed(arrivalRate.times(serviceTime)).named("load");
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
        TimeSpan exponential = serviceTime.times(inService());
        if (isExponential()) {
            return exponential.named("mean wait");
        }
        return TimeSpan.computed(
                        "{0} + ({1} − 1) ÷ 2 × {2} (" + method() + ")",
                        new Varied(servers.value() == 1 && !servers.isUncertain()),
                        exponential.named("mean wait if exponential"),
                        serviceVariability,
                        ErlangC.of(arrivalRate, serviceTime, servers).meanWait("mean wait if exponential, one by one"))
                .named("mean wait");
    }

    private boolean isExponential() {
        return serviceVariability.value() == 1 && !serviceVariability.isUncertain();
    }

    private String method() {
        return servers.value() == 1 && !servers.isUncertain()
                ? "M[X]/G/1, Burke"
                : "approximation of M[X]/G/c, exact for one server";
    }

    private Ratio inService() {
        return Ratio.computed("M[X]/M/c wait in service times", new Wait(batch), load(), servers, lines);
    }

    /**
     * Returns how long requests wait, as a latency to compose with others: none for some, exponential with the right
     * mean for the others. As many wait as with exponential service times. In simulations the p99 is within 15 % for
     * service variabilities from 0 to 2, and up to 17 % low at 4.
     *
     * @return the wait
     * @throws ArithmeticException if the servers are overloaded whatever is assumed
     */
    public Latency waiting() {
        TimeSpan ofThose = TimeSpan.computed("{0} ÷ {1}", new OfThose(), meanWait(), waitProbability())
                .named("mean wait of those that wait");
        return Inside.waiting(waitProbability(), Latency.exponential(ofThose));
    }

    /** Returns what it is like to wait, as in '8 servers at 70%, 8 at once: 12 ms mean wait'. */
    @Override
    public String toString() {
        return QueueInputs.servers(servers) + " at " + QueueInputs.percent(utilization()) + ", " + batch + " at once: "
                + QueueInputs.meanWait(meanWait());
    }

    /**
     * More load, or fewer servers, leave more before each request; how many of a batch share its line changes its kind.
     */
    private static Formula.Direction directionOf(int input) {
        return switch (input) {
            case 0 -> Formula.Direction.RISING;
            case 1 -> Formula.Direction.FALLING;
            default -> Formula.Direction.UNKNOWN;
        };
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
            return directionOf(input);
        }

        @Override
        public String beyond() {
            return WaitPercentiles.OVERLOADED;
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
            return inputs[0] == 0
                    ? 0
                    : Batches.of(inputs[0], (int) inputs[1], batch, inputs[2]).meanWait(inputs[0]);
        }

        @Override
        public Direction direction(int input) {
            return directionOf(input);
        }

        @Override
        public String condition() {
            return "the load must be below the servers";
        }

        @Override
        public String beyond() {
            return WaitPercentiles.OVERLOADED;
        }

        @Override
        public boolean isSlow() {
            return true;
        }
    }

    /**
     * Of the wait of batches and of requests that come one by one: what other service times change.
     *
     * @param isOneServer whether it is exact
     */
    private record Varied(boolean isOneServer) implements Formula {
        @Override
        public double apply(double... inputs) {
            return inputs[0] == Double.POSITIVE_INFINITY ? inputs[0] : inputs[0] + (inputs[1] - 1) / 2 * inputs[2];
        }

        @Override
        public Direction direction(int input) {
            return input < 2 ? Direction.RISING : Direction.UNKNOWN;
        }

        @Override
        public String approximation() {
            return isOneServer
                    ? ""
                    : "mean waits of requests that come together are by two moments: of 4 or 8 servers that are 70% busy within 11%,"
                            + " half busy within 26%";
        }

        @Override
        public String beyond() {
            return WaitPercentiles.OVERLOADED;
        }
    }

    /** The mean over all ÷ the share of those that wait. */
    private record OfThose() implements Formula {
        @Override
        public double apply(double... inputs) {
            return inputs[0] == 0 ? Double.MIN_NORMAL : inputs[0] / inputs[1];
        }

        @Override
        public String approximation() {
            return "p99 of the wait of requests that come several at once, as in a fan-out, is within some 17%:"
                    + " those that wait are taken to do so for exponential times, of the right mean";
        }

        @Override
        public Direction direction(int input) {
            return input == 0 ? Direction.RISING : Direction.FALLING;
        }

        @Override
        public String beyond() {
            return WaitPercentiles.OVERLOADED;
        }
    }
}
