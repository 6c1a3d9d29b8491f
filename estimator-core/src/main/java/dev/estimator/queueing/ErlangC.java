package dev.estimator.queueing;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.input.Percentile;
import dev.estimator.internal.input.Refusal;
import dev.estimator.latency.Latency;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Formula;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import java.io.Serializable;
import java.math.BigDecimal;

/**
 * One line before several equal servers, first come first served: M/M/c, and with one server M/M/1.
 *
 * <p>Requests come independently of each other (a Poisson process), service times are exponential, nobody gives up, and
 * the line has room for all. The servers must be above the load, or the line grows for ever; in the cases of a range in
 * which they are not the wait has no end. Where it may not hold ask a {@link FiniteQueue} or {@link ErlangA}, which
 * have an answer at any load.
 *
 * @param arrivalRate how many requests come
 * @param serviceTime how long a server is busy with a request, on average, above zero
 * @param servers how many servers there are, a whole number above the load
 * @see "D. Gross, J. F. Shortle, J. M. Thompson and C. M. Harris, Fundamentals of Queueing Theory, 4th ed., 2008,
 *     section 2.3"
 */
public record ErlangC(Qps arrivalRate, TimeSpan serviceTime, Count servers) implements Serializable {
    private static final double ROUNDING = 1e-12;

    /**
     * Checks the inputs.
     *
     * @param arrivalRate how many requests come
     * @param serviceTime how long a server is busy with a request, on average
     * @param servers how many servers there are
     */
    public ErlangC {
        arrivalRate = Refusal.named(arrivalRate, "arrivalRate", "arrival rate");
        servers = QueueInputs.wholeNumber(Refusal.named(servers, "servers"), "servers");
        serviceTime = Refusal.aboveZero(Refusal.named(serviceTime, "serviceTime", "service time"), "serviceTime");
        Count load = load(arrivalRate, serviceTime);
        double fewest = ErlangFormulas.fewestStable(load.value());
        Refusal.unless(
                servers.value() >= fewest || load.isUncertain() || servers.isUncertain(),
                "servers",
                "above the load, which is " + QueueInputs.fourDigits(load.value()) + ",",
                QueueInputs.fourDigits(servers.value()),
                "the line would grow for ever; it takes at least " + QueueInputs.fourDigits(fewest));
    }

    /**
     * Obtains a queue.
     *
     * @param arrivalRate how many requests come
     * @param serviceTime how long a server is busy with one, on average, above zero
     * @param servers how many servers there are, a whole number up to a billion, above arrival rate × service time
     * @return the queue
     * @throws IllegalArgumentException if the line would grow for ever, the servers are not a whole number or the
     *     service time is zero
     */
    public static ErlangC of(Qps arrivalRate, TimeSpan serviceTime, Count servers) {
        return new ErlangC(arrivalRate, serviceTime, servers);
    }

    /**
     * Obtains a queue of exponential service times. Others belong to a {@link GeneralQueue}, whose waits follow from
     * how much they vary.
     *
     * @param arrivalRate how many requests come
     * @param serviceTime how long a server is busy with one, an exponential latency
     * @param servers how many servers there are, a whole number up to a billion, above arrival rate × service time
     * @return the queue
     * @throws IllegalArgumentException if the service times are not exponential, the line would grow for ever or the
     *     servers are not a whole number
     */
    public static ErlangC of(Qps arrivalRate, Latency serviceTime, Count servers) {
        requireNonNull(arrivalRate, "arrivalRate");
        requireNonNull(servers, "servers");
        Ratio variability = requireNonNull(serviceTime, "serviceTime").variability();
        TimeSpan mean = serviceTime.mean();
        Refusal.unless(
                QueueInputs.isOne(variability) && isExponentialAt(mean, serviceTime),
                "serviceTime",
                "exponential, as Latency.exponential(mean) is,",
                serviceTime,
                "any other is a GeneralQueue: GeneralQueue.builder().arrivalRate(...).serviceTime(latency)"
                        + ".servers(...).build()");
        return of(arrivalRate, mean, servers);
    }

    /** That the variability is 1 is not enough: so is that of times of which half are zero and half alike. */
    private static boolean isExponentialAt(TimeSpan mean, Latency serviceTime) {
        return Math.abs(serviceTime.shareSlowerThan(mean).value() * Math.E - 1) < ROUNDING;
    }

    /**
     * Returns how many servers are busy on average: {@code a = λ × S}, in erlangs.
     *
     * @return the load
     */
    public Count load() {
        return load(arrivalRate(), serviceTime());
    }

    static Count load(Qps arrivalRate, TimeSpan serviceTime) {
        Count load = Refusal.named(arrivalRate, "arrivalRate", "arrival rate")
                .times(Refusal.named(serviceTime, "serviceTime", "service time"));
        return Inside.ofNothingNamed(load).named("load");
    }

    /**
     * Returns how busy a server is: {@code ρ = a ÷ c}.
     *
     * @return the utilization; above 1 in an overloaded case of a range
     */
    public Ratio utilization() {
        return Inside.asUtilization(load().div(servers)).named("utilization");
    }

    /**
     * Returns which part of the requests has to wait: {@code C = B ÷ (1 − ρ(1 − B))}, where B is that of
     * {@link ErlangB}.
     *
     * @return the probability of a wait
     * @see "A. K. Erlang, Solution of some Problems in the Theory of Probabilities of Significance in Automatic
     *     Telephone Exchanges, 1917"
     */
    public Share waitProbability() {
        return Share.computed("Erlang C", new WaitProbability(), servers, load())
                .named("wait probability");
    }

    /**
     * Returns the mean wait in line, of all requests, also those that do not wait: {@code Wq = C × S ÷ (c − a)}.
     *
     * @return the mean wait
     */
    public TimeSpan meanWait() {
        return meanWait("mean wait");
    }

    TimeSpan meanWait(String name) {
        return TimeSpan.computed(
                        "{0} × {1} ÷ {2}", new WaitPercentiles.Mean(), serviceTime, waitProbability(), freeServers())
                .named(name);
    }

    /**
     * Returns the mean time from coming to leaving: {@code R = Wq + S}.
     *
     * @return the mean latency
     */
    public TimeSpan meanLatency() {
        return meanWait().plus(serviceTime).named("mean latency");
    }

    /**
     * Returns a percentile of the wait: {@code S ÷ (c − a) × ln(C ÷ (1 − p))}; zero if no more than the others wait.
     *
     * @param percent above 0 and below 100: 99 for p99
     * @return the percentile of the wait
     * @throws IllegalArgumentException if percent is not between 0 and 100
     */
    public TimeSpan waitPercentile(double percent) {
        BigDecimal above = Percentile.above(percent);
        return TimeSpan.computed(
                        "{0} ÷ {1} × ln max(1, {2} ÷ " + QueueInputs.percent(above) + ")",
                        new WaitPercentiles.Percentile(above.doubleValue(), false),
                        serviceTime,
                        freeServers(),
                        waitProbability())
                .named(Percentile.name(percent) + " wait");
    }

    /**
     * Returns a percentile of the latency, which is wait and service: t of {@code e^(−t/S) × (1 + C × (1 − e^(−d t/S))
     * ÷ d) = 1 − p}, {@code d = c − 1 − a}.
     *
     * @param percent above 0 and below 100: 99 for p99
     * @return the percentile of the latency
     * @throws IllegalArgumentException if percent is not between 0 and 100
     */
    public TimeSpan latencyPercentile(double percent) {
        double above = Percentile.above(percent).doubleValue();
        String name = Percentile.name(percent);
        return TimeSpan.computed(
                        name + " of wait and service",
                        new WaitPercentiles.Percentile(above, true),
                        serviceTime,
                        freeServers(),
                        waitProbability())
                .named(name + " latency");
    }

    /**
     * Returns which part of the requests is served at once or within some wait: {@code 1 − C e^(−(c − a) t/S)}.
     *
     * @param wait the wait that is still good
     * @return the service level
     */
    public Share serviceLevel(TimeSpan wait) {
        return Share.computed(
                        "1 − {0} × exp(−{1} × {2} ÷ {3})",
                        new ServiceLevel(), waitProbability(), freeServers(), Refusal.named(wait, "wait"), serviceTime)
                .named("service level");
    }

    /**
     * Returns how many stand in line on average, by Little's law: {@code Lq = λ × Wq}.
     *
     * @return the mean length of the line
     * @see "J. D. C. Little, A Proof for the Queuing Formula: L = λW, Operations Research 9(3), 1961"
     */
    public Count meanQueue() {
        return arrivalRate.times(meanWait()).named("mean queue");
    }

    /**
     * Returns how many are in line or in service on average, by Little's law: {@code L = λ × R}.
     *
     * @return the concurrency
     * @see "J. D. C. Little, A Proof for the Queuing Formula: L = λW, Operations Research 9(3), 1961"
     */
    public Count meanInSystem() {
        return arrivalRate.times(meanLatency()).named("mean in system");
    }

    /**
     * Returns how long requests wait, as a latency to compose with others: none for those that find a server free,
     * exponential for the others.
     *
     * @return the wait
     */
    public Latency waiting() {
        return Inside.waiting(
                waitProbability(), Latency.exponential(meanOfThoseThatWait("mean wait of those that wait")));
    }

    TimeSpan meanOfThoseThatWait(String name) {
        return TimeSpan.computed("{0} ÷ {1}", new WaitPercentiles.OfThoseThatWait(), serviceTime, freeServers())
                .named(name);
    }

    /**
     * Returns how long requests take, wait and service together, as a latency to compose with others.
     *
     * @return the latency
     */
    public Latency latency() {
        return waiting().plus(Latency.exponential(serviceTime));
    }

    /** Returns what it is like to wait, as in '12 servers at 83%: 45% wait, 40 s on average, p99 4 min'. */
    @Override
    public String toString() {
        String queue = QueueInputs.servers(servers()) + " at " + QueueInputs.percent(utilization()) + ": ";
        TimeSpan p99 = waitPercentile(99);
        if (QueueInputs.mayBeBeyond(p99)) {
            return queue + "p99 wait: " + p99;
        }
        TimeSpan mean = meanWait();
        return queue
                + (QueueInputs.isNone(mean)
                        ? QueueInputs.meanWait(mean)
                        : waitProbability() + " wait, " + mean + " on average, p99 " + p99);
    }

    private Count freeServers() {
        return servers.minus(load().min(servers)).named("free servers");
    }

    /** Of servers and load. */
    record WaitProbability() implements Formula {
        @Override
        public double apply(double... inputs) {
            if (!ErlangFormulas.isPossible(inputs[0])) {
                return Double.NaN;
            }
            return inputs[1] == Double.POSITIVE_INFINITY || inputs[0] < ErlangFormulas.fewestStable(inputs[1])
                    ? 1
                    : ErlangFormulas.waitProbability(inputs[0], inputs[1]);
        }

        @Override
        public Direction direction(int input) {
            return input == 0 ? Direction.FALLING : Direction.RISING;
        }

        @Override
        public String condition() {
            return "the servers must be a whole number";
        }

        /** Of a load beyond every number all wait. */
        @Override
        public String beyond() {
            return WaitPercentiles.OVERLOADED;
        }
    }

    /** Of wait probability, free servers, wait and service time. */
    private record ServiceLevel() implements Formula {
        @Override
        public double apply(double... inputs) {
            return 1 - Waiting.tail(inputs[0], inputs[1], inputs[2] / inputs[3]);
        }

        @Override
        public Direction direction(int input) {
            return input == 0 || input == 3 ? Direction.FALLING : Direction.RISING;
        }
    }
}
