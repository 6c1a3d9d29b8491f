package dev.estimator.quantity;

import dev.estimator.internal.input.Percentile;
import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.latency.Composition;
import dev.estimator.internal.latency.HdrText;
import dev.estimator.internal.latency.Leaf;
import dev.estimator.internal.latency.Ordered;
import dev.estimator.internal.latency.Plan;
import dev.estimator.internal.text.QuantityWriter;
import dev.estimator.internal.unit.Kind;
import dev.estimator.quantity.LatencyFormula.Question;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How long a request takes, as a distribution over requests, such as 'p50 5 ms, p99 40 ms'.
 *
 * <p>Means add, percentiles do not. Calls one after another are convolved, of calls at the same time the slowest counts; all are taken
 * as independent of each other, and {@link #percentileWithoutIndependence} says what holds if they are not. The same latency used
 * twice is two requests of the same kind.
 *
 * <p>What a latency is made of, such as its p99, may be an assumption or a range: how sure one is of a percentile, and how requests
 * differ, are kept apart. Its answers are quantities that explain themselves and answer what-if questions.
 *
 * <p>Sums of constants and of exponential times alike are exact, and so is everything that is not a sum. Other sums are computed on a
 * logarithmic scale; percentiles 50 to 99.9 of sums of calls between 100 ns and 10 s are within 0.5 %, and so they are beside a
 * call whose p99 is an hour. Percentiles of sums end at about p99.9999999999, before that if the times are more than 38 powers of ten
 * apart, and with many thousands of calls; beyond there is a refusal. A latency is immutable and safe for use by many threads.
 */
public final class Latency implements Serializable {
    private static final long serialVersionUID = 1L;

    /** What the latency is computed from: calls, and how they follow each other. */
    private final Composition composition;

    /** The quantities that go in. */
    private final Parameters parameters;

    /** What it is called on the critical path, if it was named. */
    private final @Nullable String name;

    /** What comes one after another or at the same time. */
    private final ArrayList<Latency> parts;

    /** Whether the parts come at the same time. */
    private final boolean isAtOnce;

    private Latency(Plan plan, Parameters parameters) {
        this(new Composition(plan), parameters, null, List.of(), false);
    }

    private Latency(
            Composition composition,
            Parameters parameters,
            @Nullable String name,
            List<Latency> parts,
            boolean isAtOnce) {
        this.composition = composition;
        this.parameters = parameters;
        this.name = name;
        this.parts = new ArrayList<>(parts);
        this.isAtOnce = isAtOnce;
    }

    /**
     * Obtains a latency that is always the same.
     *
     * @param time how long every request takes
     * @return the latency
     */
    public static Latency of(TimeSpan time) {
        return new Latency(new Leaf.Always(0), Parameters.of("time", time));
    }

    /**
     * Obtains a log-normal latency from its median and its 99th percentile.
     *
     * @param p50 the median, above zero
     * @param p99 the 99th percentile, above the median
     * @return the latency
     * @throws IllegalArgumentException if not {@code 0 < p50 < p99}
     */
    public static Latency ofP50P99(TimeSpan p50, TimeSpan p99) {
        Refusal.unless(p50.value > 0 && p50.value < p99.value, "p50", "above zero and below p99, which is " + p99, p50);
        return new Latency(new Leaf.ByP50AndP99(0, 1), Parameters.of("p50", p50).and("p99", p99));
    }

    /**
     * Obtains a log-normal latency from its mean and one percentile. Of the two that there can be it is the one with the lighter
     * tail.
     *
     * @param mean the mean, above zero
     * @param percent which percentile, above 0 and below 100
     * @param percentile the time that this part of the requests does not exceed: above the median it is above the mean and at most
     *     {@code exp(z² ÷ 2)} times it, 14.97 times for the 99th, where z is the normal score; below it is below the mean
     * @return the latency
     * @throws IllegalArgumentException if no log-normal latency has this mean and percentile
     */
    public static Latency ofMeanAndPercentile(TimeSpan mean, double percent, TimeSpan percentile) {
        String role = Percentile.name(percent);
        double share = LatencyFormula.shareAbove(percent);
        Refusal.aboveZero(mean, "mean");
        Plan plan = new Leaf.ByMean(0, 1, share, role);
        if (!plan.isPossible(mean.value, percentile.value)) {
            throw new IllegalArgumentException("no log-normal latency has the mean " + mean + " and the " + role + " "
                    + percentile + ": " + plan.condition());
        }
        return new Latency(plan, Parameters.of("mean", mean).and(role, percentile));
    }

    /**
     * Obtains an exponential latency, as of a service that is as likely to end now as at any other time.
     *
     * @param mean the mean, above zero
     * @return the latency
     * @throws IllegalArgumentException if the mean is zero
     */
    public static Latency exponential(TimeSpan mean) {
        Refusal.aboveZero(mean, "mean");
        return new Latency(new Leaf.Exponential(0), Parameters.of("mean", mean));
    }

    /**
     * Obtains a latency through several known percentiles, as a dashboard shows them. Between them it is log-normal, and beyond the
     * first and the last it goes on as beside them.
     *
     * @param percentiles the times by percentile, such as 50, 95 and 99.9; at least two, and each time above the one before
     * @return the latency
     * @throws IllegalArgumentException if there are fewer than two, or a percentile is not between 0 and 100 or given twice, as
     *     50 and 50.0, or a time is not above the one before
     */
    public static Latency ofPercentiles(Map<? extends Number, TimeSpan> percentiles) {
        SortedMap<Double, TimeSpan> sorted = new TreeMap<>();
        percentiles.forEach((percent, time) -> {
            String role = Percentile.name(percent.doubleValue());
            Refusal.unless(sorted.put(percent.doubleValue(), time) == null, role, "given once", "given twice");
        });
        Refusal.unless(sorted.size() >= 2, "percentiles", "at least two", percentiles.size());
        List<Double> shares = new ArrayList<>();
        Parameters parameters = Parameters.none();
        TimeSpan before = TimeSpan.of(0, Units.SECONDS);
        for (Map.Entry<Double, TimeSpan> each : sorted.entrySet()) {
            String role = Percentile.name(each.getKey());
            TimeSpan time = each.getValue();
            Refusal.unless(time.value > before.value, role, "above " + before, time);
            before = time;
            shares.add(LatencyFormula.shareAbove(each.getKey()));
            parameters = parameters.and(role, time);
        }
        return new Latency(Leaf.ByPercentiles.of(shares), parameters);
    }

    /**
     * Obtains a latency as it was measured: each time is as likely as any other.
     *
     * @param times the times, at least one
     * @param unit their unit
     * @return the latency
     * @throws IllegalArgumentException if there is none, or one is negative, infinite or NaN
     */
    public static Latency measured(double[] times, Unit<TimeSpan> unit) {
        double[] weights = new double[times.length];
        Arrays.fill(weights, 1);
        return measured(Arrays.stream(times).map(unit::toCanonical).toArray(), weights);
    }

    /**
     * Obtains a latency from a measured histogram.
     *
     * @param histogram how many requests took each time; at least one request
     * @return the latency
     * @throws IllegalArgumentException if there is no request, or a count is negative, or a time is a range
     */
    public static Latency measured(Map<TimeSpan, Long> histogram) {
        histogram.forEach((time, count) -> {
            Refusal.unless(!time.isUncertain(), "time", "one measured number", time);
            Refusal.unless(count >= 0, "count at " + time, "0 or more", count);
        });
        return measured(
                histogram.keySet().stream().mapToDouble(time -> time.value).toArray(),
                histogram.values().stream().mapToDouble(Long::doubleValue).toArray());
    }

    /**
     * Obtains a latency from the percentile distribution that HdrHistogram and tools that use it print, such as wrk2: lines of value,
     * percentile and total count. Between two lines all requests are taken to be as slow as the slower one; the histogram
     * itself, by {@code dev.estimator.hdrhistogram}, is finer.
     *
     * @param text the printed distribution
     * @param unit the unit of its values
     * @return the latency
     * @throws IllegalArgumentException if there are no such lines
     * @see "G. Tene, HdrHistogram, AbstractHistogram.outputPercentileDistribution"
     */
    public static Latency ofHdrHistogram(String text, Unit<TimeSpan> unit) {
        HdrText rows = HdrText.parse(text);
        return measured(
                rows.values().stream().mapToDouble(unit::toCanonical).toArray(),
                rows.counts().stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static Latency measured(double[] seconds, double[] weights) {
        Refusal.unless(Arrays.stream(weights).sum() > 0, "requests", "at least 1", 0);
        return new Latency(Leaf.Measured.of(seconds, weights), Parameters.none());
    }

    /**
     * Returns the latency of this request and then another: the convolution of the two.
     *
     * @param next what comes after this
     * @return the latency of both, one after the other
     */
    public Latency plus(Latency next) {
        return inSequence(this, next);
    }

    /**
     * Returns the latency of this request and a time that is always the same.
     *
     * @param time the time
     * @return the latency of both, one after the other
     */
    public Latency plus(TimeSpan time) {
        return plus(of(time));
    }

    /**
     * Obtains the latency of requests one after another: their convolution.
     *
     * @param first the first
     * @param others the others
     * @return the latency of all
     */
    public static Latency inSequence(Latency first, Latency... others) {
        List<Latency> flat = new ArrayList<>();
        for (Latency part : listOf(first, others)) {
            boolean isSequence = part.name == null && !part.isAtOnce && !part.parts.isEmpty();
            flat.addAll(isSequence ? part.parts : List.of(part));
        }
        return flat.size() == 1 ? first : combined(flat, false, Plan.InSequence::new);
    }

    /**
     * Returns the latency of several such requests one after another.
     *
     * @param n how many, at least 1
     * @return the latency of all
     * @throws IllegalArgumentException if n is below 1
     */
    public Latency inARow(int n) {
        return alike(n, new Plan.InARow(requireCount(n), plan()));
    }

    /**
     * Obtains the latency of requests at the same time, all of which are needed: the slowest counts.
     *
     * @param first one
     * @param others the others
     * @return the latency until all are done
     */
    public static Latency slowest(Latency first, Latency... others) {
        return needing(1 + others.length, first, others);
    }

    /**
     * Obtains the latency of requests at the same time, any of which is enough: the fastest counts.
     *
     * @param first one
     * @param others the others
     * @return the latency until one is done
     */
    public static Latency fastest(Latency first, Latency... others) {
        return needing(1, first, others);
    }

    /**
     * Obtains the latency of requests at the same time of which some are enough, as of a quorum.
     *
     * @param k how many are needed, from 1 to all
     * @param first one
     * @param others the others
     * @return the latency until k are done
     * @throws IllegalArgumentException if k is below 1 or above the number of requests
     * @see "H. A. David and H. N. Nagaraja, Order Statistics, 3rd edition, Wiley 2003, section 5.2"
     */
    public static Latency needing(int k, Latency first, Latency... others) {
        List<Latency> all = listOf(first, others);
        requireAmong(k, all.size());
        return all.size() == 1 ? first : combined(all, true, plans -> new Plan.AtOnce(k, plans));
    }

    /**
     * Returns the latency of several such requests at the same time of which some are enough.
     *
     * @param k how many are needed, from 1 to n
     * @param n how many there are
     * @return the latency until k are done
     * @throws IllegalArgumentException if not {@code 1 ≤ k ≤ n}
     */
    public Latency needing(int k, int n) {
        requireAmong(k, requireCount(n));
        return alike(n, new Plan.AlikeAtOnce(k, n, plan()));
    }

    /**
     * Returns the latency of a request that goes to many servers and waits for all of them: {@code P(T ≤ t) = F(t)ⁿ}.
     *
     * @param n how many servers, at least 1
     * @return the latency of the slowest of n
     * @throws IllegalArgumentException if n is below 1
     * @see "J. Dean and L. A. Barroso, The Tail at Scale, Communications of the ACM 56(2), 2013"
     */
    public Latency fanOut(int n) {
        return needing(n, n);
    }

    /**
     * Returns the latency if a second request is sent when the first has taken a while, and the first answer counts:
     * {@code P(T > t) = S(t) × S(t − d)}. What that costs says {@link #extraLoadOfHedging}.
     *
     * @param delay how long to wait for the first, d
     * @return the latency until one is done
     * @see "J. Dean and L. A. Barroso, The Tail at Scale, Communications of the ACM 56(2), 2013"
     */
    public Latency hedgedAfter(TimeSpan delay) {
        Parameters with = parameters.and("hedged after", delay);
        int place = Parameters.of("hedged after", delay).placesIn(with).applyAsInt(0);
        Plan second = new Plan.InSequence(List.of(new Leaf.Always(place), plan()));
        return new Latency(new Plan.AtOnce(1, List.of(plan(), second)), with);
    }

    /**
     * Returns how many more requests there are if a second is sent after a while: {@code S(d)}, 5 % after the 95th percentile.
     *
     * @param delay how long to wait for the first, d
     * @return the share of requests that are sent twice
     */
    public Share extraLoadOfHedging(TimeSpan delay) {
        return slower(delay.orNamed("hedged after")).named("extra load");
    }

    /**
     * Returns the latency if the request is sent to two servers at once, which cancel each other when one begins: that of the faster
     * one, if all that differs is the wait before. The load is that of one request, apart from what is done before the cancellation
     * arrives.
     *
     * @return the latency of the faster of two
     * @see "J. Dean and L. A. Barroso, The Tail at Scale, Communications of the ACM 56(2), 2013"
     */
    public Latency tied() {
        return needing(1, 2);
    }

    /**
     * Returns how long a caller waits who gives up after a while. How many give up says {@link #shareSlowerThan}.
     *
     * @param timeout when to give up, above zero
     * @return the latency until there is an answer or the caller gives up
     * @throws IllegalArgumentException if the timeout is zero
     */
    public Latency withTimeout(TimeSpan timeout) {
        return tried(1, timeout, parameters.and("timeout", timeout), timeout);
    }

    /**
     * Returns how long a caller waits who gives up after a while and tries again, each time with a new independent request. How many
     * fail says {@link #shareFailed}, how many requests it takes {@link #meanTries}.
     *
     * @param tries how many there are at most, at least 1
     * @param timeout when a try is given up, above zero
     * @param backoff how long to wait before the next try
     * @return the latency until there is an answer, or until the last try is given up
     * @throws IllegalArgumentException if tries is below 1 or the timeout is zero
     */
    public Latency retried(int tries, TimeSpan timeout, TimeSpan backoff) {
        requireTries(tries);
        return tries == 1
                ? withTimeout(timeout)
                : tried(tries, timeout, parameters.and("timeout", timeout).and("backoff", backoff), backoff);
    }

    private Latency tried(int tries, TimeSpan timeout, Parameters with, TimeSpan backoff) {
        Refusal.aboveZero(timeout, "timeout");
        int timeoutPlace = Parameters.of("timeout", timeout).placesIn(with).applyAsInt(0);
        int backoffPlace = Parameters.of("backoff", backoff).placesIn(with).applyAsInt(0);
        return new Latency(new Plan.Tried(plan(), tries, timeoutPlace, backoffPlace), with);
    }

    /**
     * Returns how many requests get no answer although they were tried several times: {@code S(timeout)ⁿ}.
     *
     * @param tries how many tries there are at most, n, at least 1
     * @param timeout when a try is given up
     * @return the share of requests that fail
     * @throws IllegalArgumentException if tries is below 1
     */
    public Share shareFailed(int tries, TimeSpan timeout) {
        requireTries(tries);
        Share failed = slower(timeout.orNamed("timeout")).named("share of tries that fail");
        return Share.computed("({0})^" + tries, new Tries.AllFail(tries), failed)
                .named("share failed");
    }

    /**
     * Returns how many tries a request takes on average: {@code 1 + S + … + Sⁿ⁻¹}, where S is how likely a try exceeds the timeout.
     *
     * @param tries how many there are at most, n, at least 1
     * @param timeout when a try is given up
     * @return the factor by which the load grows
     * @throws IllegalArgumentException if tries is below 1
     */
    public Ratio meanTries(int tries, TimeSpan timeout) {
        requireTries(tries);
        Share failed = slower(timeout.orNamed("timeout")).named("share of tries that fail");
        return Ratio.computed("(1 − ({0})^" + tries + ") ÷ (1 − {0})", new Tries.Mean(tries), failed)
                .named("mean tries");
    }

    /**
     * Obtains the latency behind a cache. Where no request takes as long as between the slowest hit and the fastest miss, a percentile
     * that is as large as the hit ratio falls into that gap: it jumps from one side to the other with the least change of a parameter.
     *
     * @param hitRatio the share of requests that the cache answers
     * @param hit how long those take
     * @param miss how long the others take in all, with the look-up in vain
     * @return the mixture of the two
     */
    public static Latency cached(Share hitRatio, Latency hit, Latency miss) {
        return mixed("hit ratio", hitRatio, hit, miss);
    }

    /**
     * Obtains the latency of requests that go one of two ways.
     *
     * @param share the share that goes the first way
     * @param first how long those take
     * @param others how long the others take
     * @return the mixture of the two
     */
    public static Latency mix(Share share, Latency first, Latency others) {
        return mixed("share of the first", share, first, others);
    }

    private static Latency mixed(String role, Share share, Latency first, Latency other) {
        Parameters all = first.parameters.and(other.parameters).and(role, share);
        int place = Parameters.of(role, share).placesIn(all).applyAsInt(0);
        return new Latency(new Plan.OneOrOther(place, first.planIn(all), other.planIn(all)), all);
    }

    /**
     * Returns how likely a request is slow that waits for many servers, each of which is slow for a share of the requests.
     *
     * @param slow how often each server is slow, p
     * @param servers how many servers, n, at least 1
     * @return {@code 1 − (1 − p)ⁿ}
     * @throws IllegalArgumentException if there is no server
     * @see "J. Dean and L. A. Barroso, The Tail at Scale, Communications of the ACM 56(2), 2013"
     */
    public static Share slowAtFanOut(Share slow, int servers) {
        requireCount(servers);
        return Share.computed(
                        "1 − (1 − {0})^" + servers,
                        new FanOut.SlowOverall(servers),
                        slow.orNamed("slow at each server"))
                .named("slow at fan-out");
    }

    /**
     * Returns how often each of many servers may be slow for a request that waits for all of them: a leaf must keep at its
     * {@code q^(1/n)} percentile what the request is to keep at its q.
     *
     * @param allowed how often the request may be slow, 1 − q
     * @param servers how many servers, n, at least 1
     * @return {@code 1 − q^(1/n)}
     * @throws IllegalArgumentException if there is no server
     */
    public static Share slowAllowedAtEach(Share allowed, int servers) {
        requireCount(servers);
        return Share.computed(
                        "1 − (1 − {0})^(1/" + servers + ")",
                        new FanOut.SlowOfEach(servers),
                        allowed.orNamed("slow allowed"))
                .named("slow allowed at each server");
    }

    /**
     * Returns how many servers a request may wait for.
     *
     * @param slow how often each server is slow, above 0 %
     * @param allowed how often the request may be slow, below 100 %
     * @return {@code ⌊ln(1 − allowed) ÷ ln(1 − slow)⌋}; 0 if a single server is too many
     * @throws ArithmeticException if no server is ever slow or the request may always be
     */
    public static Count maxFanOut(Share slow, Share allowed) {
        return Ratio.computed(
                        "ln(1 − {1}) ÷ ln(1 − {0})",
                        new FanOut.Most(), slow.orNamed("slow at each server"), allowed.orNamed("slow allowed"))
                .floor()
                .named("greatest fan-out");
    }

    /**
     * Gives the latency a name, under which it appears in the {@link #criticalPath()}; of a latency that is not made of others also
     * in explanations: 'p99 of auth'.
     *
     * @param newName what takes so long, such as 'auth'
     * @return the same latency with the name
     * @throws IllegalArgumentException if the name is blank
     */
    public Latency named(String newName) {
        Quantity.requireText(newName, "name");
        return new Latency(composition, parameters.of(newName), newName, parts, isAtOnce);
    }

    /**
     * Returns the name, if there is one.
     *
     * @return the name or null
     */
    public @Nullable String name() {
        return name;
    }

    /**
     * Returns the median.
     *
     * @return the time that half of the requests exceed
     */
    public TimeSpan p50() {
        return percentile(50);
    }

    /**
     * Returns the 95th percentile.
     *
     * @return the time that one request of 20 exceeds
     */
    public TimeSpan p95() {
        return percentile(95);
    }

    /**
     * Returns the 99th percentile.
     *
     * @return the time that one request of 100 exceeds
     */
    public TimeSpan p99() {
        return percentile(99);
    }

    /**
     * Returns the 99.9th percentile.
     *
     * @return the time that one request of 1,000 exceeds
     */
    public TimeSpan p999() {
        return percentile(99.9);
    }

    /**
     * Returns the time that a part of the requests does not exceed.
     *
     * @param percent above 0 and below 100: 99.9 for one request of 1,000 that takes longer
     * @return the percentile
     * @throws IllegalArgumentException if it is not between 0 and 100
     * @throws ArithmeticException if the parameters are ranges that exclude each other for some draws, as a p50 above its p99
     */
    public TimeSpan percentile(double percent) {
        String role = Percentile.name(percent);
        return time(role + " of " + bracketed(), Question.PERCENTILE, LatencyFormula.shareAbove(percent))
                .named(ofThis(role + " latency"));
    }

    /**
     * Returns a time that a part of the requests does not exceed whatever the calls have to do with each other: if each of n calls in
     * sequence exceeds its time with a probability of {@code (1 − q) ÷ n}, some call does with at most {@code 1 − q}. It is an upper
     * bound, not a percentile.
     *
     * @param percent above 0 and below 100
     * @return what the percentile is at most
     * @throws IllegalArgumentException if it is not between 0 and 100
     * @see "G. Boole, The Laws of Thought, 1854, chapter 19: the union bound"
     */
    public TimeSpan percentileWithoutIndependence(double percent) {
        String role = Percentile.name(percent);
        double share = LatencyFormula.shareAbove(percent);
        return time("union bound of the " + role + " of " + bracketed(), Question.BOUND, share)
                .named(ofThis(role + " latency at most"));
    }

    /**
     * Returns the mean. Of requests one after another it is the sum of the means. Of a latency {@link #ofPercentiles} it counts the
     * tail beyond the last percentile, which is extrapolated and may be nearly all of the mean; the step says so.
     *
     * @return the mean
     */
    public TimeSpan mean() {
        String beyond = plan() instanceof Leaf.ByPercentiles known ? ", beyond " + known.last() + " extrapolated" : "";
        return time("mean of " + bracketed() + beyond, Question.MEAN, 0).named(ofThis("mean latency"));
    }

    /**
     * Returns how many requests take no longer than a time.
     *
     * @param time the time
     * @return {@code P(T ≤ t)}
     */
    public Share shareWithin(TimeSpan time) {
        return share(" within ", Question.WITHIN, time).named("share within");
    }

    /**
     * Returns how many requests take longer than a time.
     *
     * @param time the time
     * @return {@code P(T > t)}
     */
    public Share shareSlowerThan(TimeSpan time) {
        return slower(time).named("share slower");
    }

    private Share slower(TimeSpan time) {
        return share(" slower than ", Question.SLOWER, time);
    }

    /**
     * Returns what the latency is made of, term by term.
     *
     * @return the calls one after another with their percentiles and what each adds to the mean; a table if printed
     */
    public CriticalPath criticalPath() {
        return CriticalPath.of(this);
    }

    /** What comes one after another, or this alone. */
    List<Latency> sequence() {
        return isAtOnce || parts.isEmpty() ? List.of(this) : List.copyOf(parts);
    }

    /** What runs at the same time; empty if it is one request. */
    List<Latency> atOnce() {
        return isAtOnce ? List.copyOf(parts) : List.of();
    }

    /** How often the request at this place decides how long several at the same time take. */
    double decides(int part) {
        return composition.ask(law -> ((Ordered) law).decides(part), parameters.bestGuesses());
    }

    /** A name, or how it is made. */
    String label() {
        if (name != null) {
            return name;
        }
        return plan() instanceof Plan.AtOnce plan && isAtOnce
                ? plan.which() + parts.stream().map(Latency::label).collect(Collectors.joining(", ", "(", ")"))
                : written();
    }

    private String written() {
        String text = plan().text();
        Quantity<?>[] inputs = parameters.inputs();
        for (int i = 0; i < inputs.length; i++) {
            text = text.replace("{" + i + "}", QuantityWriter.summary(inputs[i].kind(), inputs[i].value));
        }
        return text;
    }

    /** The best guess of a percentile as text, without a step. */
    private String summary(double share) {
        return text(composition.exceededBy(share, parameters.bestGuesses()));
    }

    private static String text(double seconds) {
        return Double.isNaN(seconds) ? "unknown" : QuantityWriter.summary(Kind.TIME, seconds);
    }

    private TimeSpan time(String notation, Question question, double share) {
        var formula = new LatencyFormula(question, composition, share);
        return parameters.size() == 0
                ? new TimeSpan(formula.apply(), null)
                : TimeSpan.computed(notation, formula, parameters.inputs());
    }

    private Share share(String relation, Question question, TimeSpan time) {
        var formula = new LatencyFormula(question, composition, 0);
        String notation = "share of " + bracketed() + relation + "{" + parameters.size() + "}";
        return Share.computed(notation, formula, parameters.inputs(time.orNamed("time")));
    }

    private String ofThis(String role) {
        return name == null ? role : role + " of " + name;
    }

    private String bracketed() {
        return plan() instanceof Plan.InSequence ? "(" + plan().text() + ")" : plan().text();
    }

    private Plan plan() {
        return composition.plan();
    }

    private Plan planIn(Parameters all) {
        IntUnaryOperator places = parameters.placesIn(all);
        return plan().moved(places);
    }

    private Latency alike(int n, Plan plan) {
        return n == 1 ? this : new Latency(plan, parameters);
    }

    /** How several plans become one. */
    @FunctionalInterface
    private interface Combination {
        Plan of(List<Plan> plans);
    }

    private static Latency combined(List<Latency> parts, boolean isAtOnce, Combination combination) {
        Parameters all = Parameters.none();
        for (Latency part : parts) {
            all = all.and(part.parameters);
        }
        List<Plan> plans = new ArrayList<>();
        for (Latency part : parts) {
            plans.add(part.planIn(all));
        }
        return new Latency(new Composition(combination.of(plans)), all, null, parts, isAtOnce);
    }

    private static List<Latency> listOf(Latency first, Latency... others) {
        List<Latency> all = new ArrayList<>();
        all.add(first);
        all.addAll(Arrays.asList(others));
        return all;
    }

    private static int requireCount(int n) {
        Refusal.unless(n >= 1, "n", "at least 1", n);
        return n;
    }

    private static void requireTries(int tries) {
        Refusal.unless(tries >= 1, "tries", "at least 1", tries);
    }

    private static void requireAmong(int k, int n) {
        Refusal.unless(k >= 1 && k <= n, "k", "between 1 and n, which is " + n + ",", k);
    }

    /** Whether the other is made in the same way of equal parameters. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Latency that
                && composition.equals(that.composition)
                && parameters.equals(that.parameters)
                && Objects.equals(name, that.name);
    }

    @Override
    public int hashCode() {
        return Objects.hash(composition, parameters);
    }

    /**
     * Returns the median and the 99th percentile, as in 'p50 5 ms, p99 40 ms', with their ranges if there are any; of a latency that is
     * always the same that time.
     */
    @Override
    public String toString() {
        if (plan() instanceof Leaf.Always) {
            return parameters.inputs()[0].toString();
        }
        return parameters.isUncertain() ? withRanges() : "p50 " + summary(0.5) + ", p99 " + summary(0.01);
    }

    /** A thousand draws are enough for two digits. */
    private String withRanges() {
        try {
            TimeSpan p50 = p50();
            TimeSpan p99 = p99();
            Simulation simulation = Simulation.of(p50, p99).withSamples(1024);
            return "p50 " + ranged(p50, simulation) + ", p99 " + ranged(p99, simulation);
        } catch (ArithmeticException e) {
            return "p50 " + summary(0.5) + ", p99 " + summary(0.01) + " (no range: " + e.getMessage() + ")";
        }
    }

    private static String ranged(TimeSpan time, Simulation simulation) {
        TimeSpan low = simulation.summary(time).p5();
        TimeSpan high = simulation.summary(time).p95();
        boolean isSame = high.value - low.value <= 1e-9 * high.value;
        return isSame ? text(time.value) : time.withRange(QuantityWriter::range, low, high);
    }
}
