package dev.estimator.queueing;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.input.Percentile;
import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.input.SerialRecord;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Formula;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;

/**
 * How many servers a load needs for waits to be short enough.
 *
 * <p>The count is exact for the queue of {@link ErlangC}, also for a million servers. Beside it stands what the
 * square-root rule says, {@code c = a + β√a}: it shows why a large pool may be busier than a small one at the same
 * waits. How many servers turn away few enough when there is no line says {@link ErlangB#fewestServers}.
 *
 * @param arrivalRate how many requests come, above zero
 * @param serviceTime how long a server is busy with a request, on average, above zero
 * @see "S. Halfin and W. Whitt, Heavy-Traffic Limits for Queues with Many Exponential Servers, Operations Research
 *     29(3), 1981"
 */
public record Staffing(Qps arrivalRate, TimeSpan serviceTime) implements Serializable {
    /**
     * Checks the inputs.
     *
     * @param arrivalRate how many requests come
     * @param serviceTime how long a server is busy with a request, on average
     */
    public Staffing {
        arrivalRate = Refusal.aboveZero(Refusal.named(arrivalRate, "arrivalRate", "arrival rate"), "arrivalRate");
        serviceTime = Refusal.aboveZero(Refusal.named(serviceTime, "serviceTime", "service time"), "serviceTime");
    }

    /**
     * Obtains the need for servers.
     *
     * @param arrivalRate how many requests come, above zero
     * @param serviceTime how long a server is busy with one, on average, above zero
     * @return the need; ask it with a goal
     * @throws IllegalArgumentException if either is zero
     */
    public static Staffing of(Qps arrivalRate, TimeSpan serviceTime) {
        return new Staffing(arrivalRate, serviceTime);
    }

    /**
     * Returns how many servers are busy on average, however many there are: {@code a = λ × S}, in erlangs.
     *
     * @return the load
     */
    public Count load() {
        return ErlangC.load(arrivalRate(), serviceTime());
    }

    /**
     * Returns the servers for which the mean wait, of all requests, is no longer than a limit.
     *
     * @param wait the limit, above zero
     * @return the fewest servers, and what the square-root rule says
     * @throws IllegalArgumentException if the limit is zero
     */
    public Staff forMeanWait(TimeSpan wait) {
        TimeSpan longest = Refusal.aboveZero(Refusal.named(wait, "wait", "longest mean wait"), "wait");
        return staff("mean wait", WaitMeasure.MEAN_WAIT, 0, longest);
    }

    /**
     * Returns the servers for which a percentile of the wait, of all requests, is no longer than a limit. In other
     * words: with which that percentage is served at once or within the limit, which is a service level.
     *
     * @param percent above 0 and below 100: 99 for p99
     * @param wait the limit; zero if that share must not wait at all
     * @return the fewest servers, and what the square-root rule says
     * @throws IllegalArgumentException if percent is not between 0 and 100
     */
    public Staff forWait(double percent, TimeSpan wait) {
        double above = Percentile.above(percent).doubleValue();
        String name = Percentile.name(percent) + " wait";
        return staff(name, WaitMeasure.WAIT_TAIL, above, Refusal.named(wait, "wait", "longest " + name));
    }

    /**
     * Returns the servers for which a percentile of the latency, wait and service, is no longer than a limit.
     *
     * @param percent above 0 and below 100: 99 for p99
     * @param latency the limit, longer than what the percentile would be without any wait
     * @return the fewest servers, and what the square-root rule says
     * @throws IllegalArgumentException if percent is not between 0 and 100, or service alone takes longer
     */
    public Staff forLatency(double percent, TimeSpan latency) {
        double above = Percentile.above(percent).doubleValue();
        String name = Percentile.name(percent) + " latency";
        TimeSpan alone = serviceTime().times(-Math.log(above));
        Refusal.unless(
                requireNonNull(latency, "latency").compareTo(alone) > 0 || latency.isUncertain() || alone.isUncertain(),
                "latency",
                "above the " + name + " without any wait, " + QueueInputs.fourDigits(alone) + ",",
                QueueInputs.fourDigits(latency));
        return staff(name, WaitMeasure.LATENCY_TAIL, above, latency.orNamed("longest " + name));
    }

    /**
     * Returns the servers for which no more than some part of the requests has to wait at all.
     *
     * @param waitProbability the part, above 0 % and below 100 %
     * @return the fewest servers, and what the square-root rule says
     * @throws IllegalArgumentException if the part is all or nothing
     */
    public Staff forWaitProbability(Share waitProbability) {
        requirePart(waitProbability);
        return staff(
                "wait probability", WaitMeasure.WAIT_PROBABILITY, 0, waitProbability.orNamed("most that may wait"));
    }

    /**
     * Returns the β of the square-root rule {@code c = a + β√a}, with which some part of the requests has to wait: β of
     * {@code α = 1 ÷ (1 + βΦ(β)/φ(β))}.
     *
     * @param waitProbability the part that waits, α, above 0 % and below 100 %
     * @return β
     * @throws IllegalArgumentException if the part is all or nothing
     */
    public static Ratio beta(Share waitProbability) {
        requirePart(waitProbability);
        return Ratio.computed(
                        "β of the Halfin–Whitt approximation", new Beta(), waitProbability.orNamed("wait probability"))
                .named("β");
    }

    /** Returns the least that is needed, as in 'a load of 12: at least 13 servers'. */
    @Override
    public String toString() {
        Count least = Count.of(ErlangFormulas.fewestStable(load().value()));
        return "a load of " + QueueInputs.fourDigits(load().value()) + ": at least " + QueueInputs.servers(least);
    }

    private static void requirePart(Share waitProbability) {
        Refusal.unless(
                requireNonNull(waitProbability, "waitProbability").value() > 0 && waitProbability.value() < 1,
                "waitProbability",
                "above 0% and below 100%",
                waitProbability);
    }

    private Staff staff(String goal, WaitMeasure measure, double above, Quantity<?> limit) {
        String condition = " for {0} × {1} with " + goal + " ≤ {2}";
        Count exact = enough("fewest" + condition, new Enough(measure, above, true), limit);
        Count rule =
                enough("approximation by the square-root rule" + condition, new Enough(measure, above, false), limit);
        return new Staff(
                load(),
                exact.named("servers"),
                rule.named("load and reserve by the square-root rule"), // in erlangs, so that it may have tenths
                Optional.empty());
    }

    private Count enough(String notation, Enough formula, Quantity<?> limit) {
        return Count.computed(notation, formula, arrivalRate, serviceTime, limit);
    }

    /**
     * Of arrival rate, service time and limit, which is a time, or the part that waits.
     *
     * @param measure what the queue must keep within the limit
     * @param above the part that exceeds a percentile; 0 if it is none
     * @param isExact whether it is the fewest servers, or what the square-root rule says
     */
    private record Enough(WaitMeasure measure, double above, boolean isExact) implements Formula {
        @Override
        public double apply(double... inputs) {
            double load = inputs[0] * inputs[1];
            if (load == Double.POSITIVE_INFINITY) {
                return load;
            }
            double limit = measure == WaitMeasure.WAIT_PROBABILITY ? inputs[2] : inputs[2] / inputs[1];
            double time = measure.isTail() ? limit : 0;
            double most = measure.isTail() ? above : limit;
            return isExact
                    ? EnoughServers.forWait(load, measure, time, most)
                    : EnoughServers.bySquareRoot(load, measure, time, most);
        }

        @Override
        public Direction direction(int input) {
            return input < 2 ? Direction.RISING : Direction.FALLING;
        }

        @Override
        public String condition() {
            return "there must be a load, below a billion, and a limit that servers can meet";
        }

        @Override
        public String beyond() {
            return "no number is enough";
        }
    }

    /** Of the wait probability. */
    private record Beta() implements Formula {
        @Override
        public double apply(double... inputs) {
            return HalfinWhitt.beta(inputs[0]);
        }

        @Override
        public Direction direction(int input) {
            return Direction.FALLING;
        }

        @Override
        public String condition() {
            return "the wait probability must be above 0% and below 100%";
        }
    }

    /**
     * How many servers meet a goal; see {@link Staffing}.
     *
     * @param load how many servers are busy on average, in erlangs
     * @param servers the fewest that meet the goal, exact, and {@linkplain #withMaxUtilization the utilization} if it
     *     has a limit
     * @param squareRootRule what the square-root rule {@code a + β√a} says of the goal, in erlangs, not rounded
     * @param serversForUtilization the fewest that are not too busy, if their utilization has a limit
     */
    public record Staff(Count load, Count servers, Count squareRootRule, Optional<Count> serversForUtilization)
            implements Serializable {
        /**
         * Checks that no component is null.
         *
         * @param load how many servers are busy on average, in erlangs
         * @param servers the fewest that meet the goal, exact, and the utilization if it has a limit
         * @param squareRootRule what the square-root rule {@code a + β√a} says of the goal, in erlangs, not rounded
         * @param serversForUtilization the fewest that are not too busy, if their utilization has a limit
         */
        public Staff {
            requireNonNull(load, "load");
            requireNonNull(servers, "servers");
            requireNonNull(squareRootRule, "squareRootRule");
            requireNonNull(serversForUtilization, "serversForUtilization");
        }

        /**
         * Returns the same for servers that must also be no busier than a limit, which a large pool may be at short
         * waits: the greater of the servers for the goal and {@code ⌈load ÷ limit⌉}. Which of them binds
         * {@link #binding()} says, and both stand in the explanation.
         *
         * @param mostBusy how busy the servers may be, above 0 % and at most 100 %
         * @return the changed number of servers
         * @throws IllegalArgumentException if the limit is 0 %
         * @throws IllegalStateException if the utilization has a limit already
         */
        public Staff withMaxUtilization(Share mostBusy) {
            requireNonNull(mostBusy, "mostBusy");
            if (serversForUtilization.isPresent()) {
                throw new IllegalStateException(
                        "the utilization has a limit already: say only the lower one, of the servers for the wait");
            }
            Share most = Refusal.aboveZero(Refusal.named(mostBusy, "mostBusy", "max utilization"), "mostBusy");
            Count some = load.div(most).ceil().named("servers for utilization");
            Count all = servers.named("servers for waits").max(some).named("servers for waits and utilization");
            return new Staff(load, all, squareRootRule, Optional.of(some));
        }

        /**
         * Returns what decides the number of servers, at the best guesses: the wait, unless the limit of the
         * utilization takes as many or more.
         *
         * @return 'waits' or 'utilization'
         */
        public String binding() {
            return serversForUtilization
                            .filter(some -> some.value() >= servers.value())
                            .isPresent()
                    ? "utilization"
                    : "waits";
        }

        /**
         * Returns how busy that many servers are.
         *
         * @return {@code load ÷ servers}
         */
        public Share utilization() {
            return load.div(servers).toShare().named("utilization");
        }

        /**
         * Returns how many there are, as in '19 servers at 63.2%; the square-root rule gives 19', and what binds if the
         * utilization has a limit.
         */
        @Override
        public String toString() {
            if (QueueInputs.mayBeBeyond(servers)) {
                return "utilization " + utilization() + ", servers: " + servers;
            }
            String bound = serversForUtilization.isEmpty() ? "" : ", bound by " + binding();
            return QueueInputs.servers(servers) + " at " + utilization() + bound + "; the square-root rule gives "
                    + String.format(Locale.ROOT, "%,.0f", squareRootRule.ceil().value());
        }

        private Object writeReplace() {
            return SerialRecord.of(this);
        }
    }
}
