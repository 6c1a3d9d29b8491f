package dev.estimator.queueing;

import static dev.estimator.quantity.Quantities.assumeDefault;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Units.SECONDS;
import static java.util.Objects.requireNonNull;

import dev.estimator.internal.graph.Approximate;
import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.graph.Note;
import dev.estimator.internal.input.Percentile;
import dev.estimator.internal.input.Unbuilt;
import dev.estimator.latency.Latency;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Formula;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import java.io.Serializable;
import org.immutables.value.Value;

/**
 * One line before several equal servers, where arrivals and service times vary more or less than in {@link ErlangC}:
 * G/G/c.
 *
 * <p>How much something varies is its squared coefficient of variation, {@code (standard deviation ÷ mean)²}: 0 for one
 * that is always the same, 1 for an exponential one, {@code 1/k} for the sum of k of those. The mean wait is
 *
 * <ul>
 *   <li>exact for one server and Poisson arrivals, by Pollaczek and Khinchine (M/G/1);
 *   <li>Kingman's approximation for one server and other arrivals, good when it is busy;
 *   <li>the approximation of Allen and Cunneen for several servers, exact if both vary like exponential ones; otherwise
 *       the better the busier the servers are and the closer both variabilities are to 1.
 * </ul>
 *
 * <p>Which of them it was is in its explanation. Percentiles of the wait are an approximation unless both vary like
 * exponential ones; {@link #waiting()} says how near it is.
 */
@Value.Immutable
@SuppressWarnings("exports") // Value is needed at build time only
public abstract class GeneralQueue implements WithGeneralQueue, Serializable {
    private static final long serialVersionUID = 1L;

    private static final double Z99 = 2.3263478740408408;
    private static final double HALF = 0.5;
    private static final double BUSIEST = 1 - 1e-9;
    /** Beside a mean stands a p99 where it is of a system. */
    private static final String OF_WAITS =
            ", and p99 of waits is from 12% low to 14% high up to a service variability of 2";

    private static final String APPROXIMATION = "approximation";

    GeneralQueue() {}

    /**
     * Returns how many requests come.
     *
     * @return the arrival rate
     */
    public abstract Qps arrivalRate();

    /**
     * Returns how long a server is busy with a request, on average.
     *
     * @return the mean service time, above zero
     */
    public abstract TimeSpan serviceTime();

    /**
     * Returns how many servers there are; 1 unless set.
     *
     * @return the servers, a whole number above the load
     */
    @Value.Default
    public Count servers() {
        return assumeDefault("servers", count(1), "one server");
    }

    /**
     * Returns how much the times between arrivals vary; 1 unless set.
     *
     * @return {@code (standard deviation ÷ mean)²}
     */
    @Value.Default
    public Ratio arrivalVariability() {
        return assumeDefault("arrival variability", ratio(1), "Poisson arrivals");
    }

    /**
     * Returns how much service times vary; 1 unless set.
     *
     * @return {@code (standard deviation ÷ mean)²}
     */
    @Value.Default
    public Ratio serviceVariability() {
        return assumeDefault("service variability", ratio(1), "exponential service times");
    }

    @Value.Check
    void check() {
        exponential(); // refuses what it cannot be
    }

    /**
     * Returns whether the mean wait is exact rather than an approximation.
     *
     * @return whether arrivals are Poisson, and there is one server or service is exponential
     */
    public boolean isExact() {
        return QueueInputs.isOne(arrivalVariability()) && (hasOneServer() || QueueInputs.isOne(serviceVariability()));
    }

    /**
     * Returns how many servers are busy on average: {@code a = λ × S}, in erlangs.
     *
     * @return the load
     */
    public Count load() {
        return exponential().load();
    }

    /**
     * Returns how busy a server is: {@code ρ = a ÷ c}.
     *
     * @return the utilization; above 1 in an overloaded case of a range
     */
    public Ratio utilization() {
        return exponential().utilization();
    }

    /**
     * Returns the mean wait in line: that of {@link ErlangC} times {@code (cₐ² + cₛ²) ÷ 2}.
     *
     * @return the mean wait; its explanation says whether it is an approximation
     * @see "D. Gross, J. F. Shortle, J. M. Thompson and C. M. Harris, Fundamentals of Queueing Theory, 4th ed., 2008,
     *     section 5.1, Pollaczek–Khinchine"
     * @see "J. F. C. Kingman, The Single Server Queue in Heavy Traffic, Proc. Cambridge Philosophical Society 57(4),
     *     1961"
     * @see "A. O. Allen, Probability, Statistics, and Queueing Theory, 2nd ed., 1990, chapter 5, Allen–Cunneen
     *     approximation"
     */
    public TimeSpan meanWait() {
        return varied(exponential().meanWait("mean wait if exponential")).named("mean wait");
    }

    private TimeSpan varied(TimeSpan ofExponential) {
        TimeSpan wait = ofExponential.times(arrivalVariability()
                .orNamed("arrival variability")
                .plus(serviceNamed())
                .div(2)
                .named("variability factor"));
        return method().contains(APPROXIMATION)
                ? Note.mark(
                        wait,
                        new Approximate("mean waits are by " + method() + ", from two moments"
                                + (hasOneServer() ? "" : OF_WAITS)))
                : wait;
    }

    /**
     * Returns the mean time from coming to leaving: {@code R = Wq + S}.
     *
     * @return the mean latency
     */
    public TimeSpan meanLatency() {
        return meanWait().plus(exponential().serviceTime()).named("mean latency");
    }

    /**
     * Returns how many stand in line on average, by Little's law: {@code Lq = λ × Wq}.
     *
     * @return the mean length of the line
     */
    public Count meanQueue() {
        return exponential().arrivalRate().times(meanWait()).named("mean queue");
    }

    /**
     * Returns how many are in line or in service on average, by Little's law: {@code L = λ × R}.
     *
     * @return the concurrency
     */
    public Count meanInSystem() {
        return exponential().arrivalRate().times(meanLatency()).named("mean in system");
    }

    /**
     * Returns a percentile of the wait, of all requests, also those that do not wait: that of {@link #waiting()}, exact
     * if arrivals are Poisson and service is exponential and otherwise an approximation, as its explanation says.
     *
     * @param percent above 0 and below 100: 99 for p99
     * @return the percentile of the wait
     * @throws IllegalArgumentException if percent is not between 0 and 100
     */
    public TimeSpan waitPercentile(double percent) {
        return waiting().percentile(percent).named(Percentile.name(percent) + " wait");
    }

    /**
     * Returns how long requests wait, as a latency to compose with others. As many wait as with exponential service;
     * the waits of those have the mean of {@link #meanWait()} and the shape of two exponentials that fit two moments of
     * the wait for one server with log-normal service times. Against the exact law of one such server its p99 is 0 to 7
     * % high for service variabilities from 0.25 to 1.66, up to 19 % at 4, and means little beyond; for constant
     * service it is 5 % high at 90 % of the server, 19 % at 30 %. For 2 to 20 servers from 50 to 95 % busy p99 of the
     * wait was from 12 % low to 14 % high up to a variability of 2, beside the exact law of constant service and
     * simulations of log-normal service, and a third high at 4.
     *
     * @return the wait
     * @see "W. Whitt, Approximating a Point Process by a Renewal Process, I, Operations Research 30(1), 1982, for the
     *     two exponentials"
     */
    public Latency waiting() {
        ErlangC exponential = exponential();
        if (QueueInputs.isOne(arrivalVariability()) && QueueInputs.isOne(serviceVariability())) {
            return exponential.waiting();
        }
        TimeSpan meanWait = meanWait();
        if (!meanWait.isUncertain() && meanWait.to(SECONDS) == 0) { // arrivals and services like clockwork
            return Latency.of(meanWait);
        }
        Share shorter = Share.computed(
                        "share of shorter waits (two exponentials)", new Shorter(), utilization(), serviceNamed())
                .named("shorter waits");
        TimeSpan mean = varied(exponential.meanOfThoseThatWait("mean wait of those that wait if exponential"))
                .named("mean wait of those that wait");
        Latency waits = Latency.mix(
                shorter,
                half(mean, shorter, "mean of shorter waits"),
                half(mean, shorter.complement(), "mean of longer waits"));
        return Inside.waiting(exponential.waitProbability(), waits);
    }

    private static Latency half(TimeSpan mean, Share share, String name) {
        return Latency.exponential(mean.div(share.toRatio().times(ratio(2))).named(name));
    }

    /**
     * Returns how long requests take, wait and service together, as a latency to compose with others. Service times are
     * exponential if their variability is 1, all alike if it is 0, and log-normal otherwise.
     *
     * @return the latency
     */
    public Latency latency() {
        return waiting().plus(service(exponential().serviceTime(), serviceNamed()));
    }

    /**
     * Returns service times of a mean and a variability: exponential if that is 1, all alike if it is 0, and log-normal
     * otherwise.
     *
     * @param mean the mean service time
     * @param variability (standard deviation ÷ mean)²
     * @return the service times
     */
    public static Latency service(TimeSpan mean, Ratio variability) {
        requireNonNull(mean, "mean");
        requireNonNull(variability, "variability");
        if (variability.isUncertain() || (variability.value() != 1 && variability.value() != 0)) {
            Ratio median = Ratio.computed("1 ÷ √(1 + {0})", new LogNormal(0), variability);
            Ratio p99 =
                    Ratio.computed("p99 of log-normal of mean 1 and variability {0}", new LogNormal(Z99), variability);
            return Latency.ofP50P99(
                    mean.times(median).named("median service time"),
                    mean.times(p99).named("p99 of service times"));
        }
        return variability.value() == 1 ? Latency.exponential(mean) : Latency.of(mean);
    }

    /** Returns the mean wait and where it is from, as in '1 server at 80%: 2 s mean wait (Pollaczek–Khinchine)'. */
    @Override
    public String toString() {
        TimeSpan wait = meanWait();
        return QueueInputs.servers(servers()) + " at " + QueueInputs.percent(utilization()) + ": "
                + (QueueInputs.mayBeBeyond(wait)
                        ? "mean wait by " + method() + ": " + wait
                        : QueueInputs.meanWait(wait) + " (" + method() + ")");
    }

    /**
     * Begins a queue.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the numbers of a queue. */
    public static final class Builder extends ImmutableGeneralQueue.Builder {
        Builder() {}

        /**
         * Sets how long a server is busy with a request, as a distribution over requests: {@link #serviceTime(TimeSpan)
         * the mean} and {@link #serviceVariability the variability} are taken from it. That is all that counts for
         * waits; {@link GeneralQueue#latency()} adds service times of that mean and variability, and
         * {@code queue.waiting().plus(serviceTime)} these very ones.
         *
         * @param serviceTime the service times, of a known mean above zero
         * @return this builder
         * @throws ArithmeticException if their mean is zero or not known
         */
        public Builder serviceTime(Latency serviceTime) {
            return serviceTime(requireNonNull(serviceTime, "serviceTime").mean())
                    .serviceVariability(serviceTime.variability());
        }

        /** Says how to go on. */
        @Override
        public String toString() {
            return Unbuilt.of("queue");
        }
    }

    private String method() {
        if (hasOneServer()) {
            return QueueInputs.isOne(arrivalVariability()) ? "Pollaczek–Khinchine" : "Kingman's " + APPROXIMATION;
        }
        return isExact() ? "M/M/c" : "Allen–Cunneen " + APPROXIMATION;
    }

    private boolean hasOneServer() {
        return servers().value() == 1 && !servers().isUncertain();
    }

    private Ratio serviceNamed() {
        return serviceVariability().orNamed("service variability");
    }

    private ErlangC exponential() {
        return ErlangC.of(arrivalRate(), serviceTime(), servers());
    }

    /**
     * A percentile of the log-normal law of mean 1 and a variability.
     *
     * @param deviations its standard score
     */
    private record LogNormal(double deviations) implements Formula {
        @Override
        public double apply(double... inputs) {
            double variance = Math.log1p(inputs[0]);
            return Math.exp(deviations * Math.sqrt(variance) - variance / 2);
        }

        @Override
        public String approximation() {
            return "service times are taken as log-normal, with their mean and variability";
        }

        @Override
        public Direction direction(int input) {
            return Direction.UNKNOWN;
        }
    }

    /** Of utilization and service variability: the weight of the shorter of two exponentials with balanced means. */
    private record Shorter() implements Formula {
        @Override
        public double apply(double... inputs) {
            double busy = Math.min(inputs[0], BUSIEST);
            double second = 1 + inputs[1];
            double third = second * second * second;
            double mean = busy * second / (2 * (1 - busy)); // of one server, in service times
            double square = 2 * mean * mean + busy * third / (3 * (1 - busy));
            double variability = square * busy / (mean * mean) - 1; // of the waits of those that wait
            return variability <= 1 ? HALF : HALF * (1 + Math.sqrt((variability - 1) / (variability + 1)));
        }

        @Override
        public String approximation() {
            return "waits are two exponentials of the right mean: for one server p99 is up to 7% high for service"
                    + " variabilities from 0.25 to 1.66, and up to 19% at 0 and at 4; for several servers from 12% low to 14% high up to 2, and a third high at 4";
        }

        @Override
        public Direction direction(int input) {
            return Direction.UNKNOWN;
        }
    }
}
