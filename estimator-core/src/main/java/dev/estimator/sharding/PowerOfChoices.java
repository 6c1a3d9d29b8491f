package dev.estimator.sharding;

import dev.estimator.internal.input.Refusal;
import dev.estimator.quantity.Formula;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import java.io.Serializable;

/**
 * Load balancing that asks a few servers at random and takes the one with the shortest queue.
 *
 * <p>This is the supermarket model: arrivals are random (Poisson), service times are exponential, and the answers are
 * the limit for very many servers. From 100 servers on, simulations are within a few percent of it, below a utilization
 * of 99 %.
 *
 * @param choices how many servers are compared for each request, d, at least 1; 1 is random balancing
 * @param utilization the busy share of the servers, ρ, below 100 %
 * @param serviceTime how long a request takes without queueing, on average, above zero
 * @see "M. Mitzenmacher, The Power of Two Choices in Randomized Load Balancing, IEEE Transactions on Parallel and
 *     Distributed Systems 12(10), 2001"
 * @see "N. D. Vvedenskaya, R. L. Dobrushin and F. I. Karpelevich, Queueing System with Selection of the Shortest of Two
 *     Queues, Problems of Information Transmission 32(1), 1996"
 */
public record PowerOfChoices(int choices, Share utilization, TimeSpan serviceTime) implements Serializable {
    private static final int MOST_CHOICES = 1000;

    /**
     * Checks the inputs.
     *
     * @param choices how many servers are compared for each request, d, at least 1; 1 is random balancing
     * @param utilization the busy share of the servers, ρ, below 100 %
     * @param serviceTime how long a request takes without queueing, on average, above zero
     */
    public PowerOfChoices {
        utilization = Refusal.named(utilization, "utilization");
        Refusal.unless(choices >= 1 && choices <= MOST_CHOICES, "choices", "between 1 and " + MOST_CHOICES, choices);
        Refusal.unless(utilization.value() < 1, "utilization", "below 100%", utilization);
        serviceTime = Refusal.aboveZero(Refusal.named(serviceTime, "serviceTime", "service time"), "serviceTime");
    }

    /**
     * Obtains a way of balancing.
     *
     * @param choices how many servers are compared for each request, at least 1
     * @param utilization the busy share of the servers, below 100 %
     * @param serviceTime how long a request takes without queueing, above zero
     * @return the way of balancing
     * @throws IllegalArgumentException if an input is not as said
     */
    public static PowerOfChoices of(int choices, Share utilization, TimeSpan serviceTime) {
        return new PowerOfChoices(choices, utilization, serviceTime);
    }

    /**
     * Returns how long a request stays, with queueing: {@code S × Σ ρ^((d^i − d) ÷ (d − 1))} over i from 1, in the
     * limit of many servers.
     *
     * @return the mean latency
     */
    public TimeSpan meanLatency() {
        return latencyWith(choices()).named("mean latency");
    }

    /**
     * Returns which part of the servers has at least {@code i} requests, in service or waiting: {@code ρ^((d^i − 1) ÷
     * (d − 1))}, in the limit of many servers.
     *
     * @param requests how many, i, 0 or more
     * @return the share of servers
     * @throws IllegalArgumentException if the number is negative
     */
    public Share withAtLeast(int requests) {
        Refusal.unless(requests >= 0, "requests", "0 or more", requests);
        return Share.computed(
                        "P(queue of " + requests + " or more with " + choices()
                                + " choices, approximation by the limit of many servers) at {0}",
                        new LongQueues(choices(), requests),
                        utilization)
                .named("servers with at least " + requests);
    }

    /**
     * Returns how many times longer a request stays if a server is picked at random.
     *
     * @return the mean latency with one choice ÷ that with d
     */
    public Ratio gainOverRandom() {
        return latencyWith(1).named("random latency").div(meanLatency()).named("gain over random");
    }

    /** Returns the latency, as in '2 choices at 90%: 26 ms on average, at random ×3.83 as long'. */
    @Override
    public String toString() {
        return choices() + (choices() == 1 ? " choice at " : " choices at ") + utilization() + ": " + meanLatency()
                + " on average, at random " + gainOverRandom() + " as long";
    }

    private TimeSpan latencyWith(int d) {
        Ratio stay = Ratio.computed(
                d == 1
                        ? "1 ÷ (1 − {0})"
                        : "supermarket sum of " + d + " choices, approximation by the limit of many servers",
                new MeanStay(d),
                utilization);
        return serviceTime.times(stay);
    }

    /**
     * The exponents grow from 0 by {@code e → d (e + 1)}.
     *
     * @param choices how many servers are looked at
     */
    private record MeanStay(int choices) implements Formula {
        @Override
        public double apply(double... inputs) {
            double utilization = inputs[0];
            if (choices == 1 || !(utilization < 1)) {
                return utilization < 1 ? 1 / (1 - utilization) : Double.POSITIVE_INFINITY;
            }
            double sum = 1;
            double term = 1;
            for (double exponent = choices; term > 1e-18 * sum; exponent = choices * (exponent + 1)) {
                term = Math.pow(utilization, exponent);
                sum += term;
            }
            return sum;
        }

        @Override
        public Direction direction(int input) {
            return Direction.RISING;
        }

        @Override
        public String condition() {
            return "the utilization must be below 100%";
        }

        @Override
        public String beyond() {
            return "overloaded";
        }
    }

    /**
     * The exponents grow from 0 by {@code e → d e + 1}.
     *
     * @param choices how many servers are looked at
     * @param requests how many requests are there
     */
    private record LongQueues(int choices, int requests) implements Formula {
        @Override
        public double apply(double... inputs) {
            if (choices == 1) {
                return Math.pow(inputs[0], requests);
            }
            double exponent = 0;
            for (int i = 0; i < requests && exponent < 1e300; i++) {
                exponent = choices * exponent + 1;
            }
            return Math.pow(inputs[0], exponent);
        }

        @Override
        public Direction direction(int input) {
            return Direction.RISING;
        }
    }
}
