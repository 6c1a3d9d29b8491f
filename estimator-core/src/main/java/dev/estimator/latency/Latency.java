package dev.estimator.latency;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.input.FromStream;
import dev.estimator.internal.input.Refusal;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.quantity.Unit;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How long a request takes, as a distribution over requests, such as 'p50 5 ms, p99 40 ms'.
 *
 * <p>Means add, percentiles do not. Calls one after another are convolved, of calls at the same time the slowest
 * counts; all are taken as independent of each other, and {@link #percentileWithoutIndependence} says what holds if
 * they are not. The same latency used twice is two requests of the same kind.
 *
 * <p>What a latency is made of, such as its p99, may be an assumption or a range: how sure one is of a percentile, and
 * how requests differ, are kept apart. Its answers are quantities that explain themselves and answer what-if questions.
 *
 * <p>Sums of constants and of exponential times alike are exact, and so is everything that is not a sum. Other sums of
 * exponential times, also of those that only a share of the requests take, such as waits, are usually found to nine
 * digits of the time or more. All others are computed on a logarithmic scale, which {@code explain()} calls an
 * approximation on a grid, beside which times that are taken often, such as timeouts and measured times, keep their
 * places; percentiles 50 to 99.9 of sums of calls between 100 ns and 10 s are within 0.5 % (1 % beside a constant that
 * only some wait for), and so they are beside a call whose p99 is an hour. Percentiles of sums end at about
 * p99.9999999999, before that if the times are more than 38 powers of ten apart, and with many thousands of calls;
 * beyond there is a refusal. A latency is immutable and safe for use by many threads.
 */
public final class Latency implements Serializable {
    private static final long serialVersionUID = 1L;

    static {
        Inside.setLatencies(new Inside.LatencyAccess() {
            @Override
            public Object withParameters(Object latency, UnaryOperator<Object> change) {
                return ((Latency) latency).withParameters(change);
            }

            @Override
            public Object waiting(Object share, Object ofThose) {
                return DerivedLatency.sometimes((Share) share, (Latency) ofThose, true);
            }

            @Override
            public double decides(Object latency, int part) {
                return CriticalPath.decides((Latency) latency, part);
            }
        });
    }

    /** What the latency is computed from: calls, and how they follow each other. */
    final Composition composition;

    /** The quantities that go in. */
    @SuppressWarnings("serial") // the serial form is written in its place, and a copy by field must not lose it
    final Parameters parameters;

    /** What it is called on the critical path, if it was named. */
    private final @Nullable String name;

    /** What comes one after another or at the same time. */
    private final ArrayList<Latency> parts;

    /** Whether the parts come at the same time. */
    private final boolean isAtOnce;

    Latency(Plan plan, Parameters parameters) {
        this(new Composition(plan), parameters, null, List.of(), false);
    }

    Latency(
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
        return new Latency(new LeafPlan.Always(0), Parameters.of("time", requireNonNull(time, "time")));
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
        return StatedLatency.byP50AndP99(p50, p99);
    }

    /**
     * Obtains a log-normal latency from its mean and one percentile: of the two that there can be the one with the
     * lighter tail.
     *
     * @param mean the mean, above zero
     * @param percent which percentile, above 0 and below 100
     * @param percentile the time that this part of the requests does not exceed: above the median it is above the mean
     *     and at most {@code exp(z² ÷ 2)} times it, 14.97 times for the 99th, where z is the normal score; below it is
     *     below the mean
     * @return the latency
     * @throws IllegalArgumentException if no log-normal latency has this mean and percentile
     */
    public static Latency ofMeanAndPercentile(TimeSpan mean, double percent, TimeSpan percentile) {
        return StatedLatency.byMean(mean, percent, percentile);
    }

    /**
     * Obtains an exponential latency, as of a service that is as likely to end now as at any other time.
     *
     * @param mean the mean, above zero
     * @return the latency
     * @throws IllegalArgumentException if the mean is zero
     */
    public static Latency exponential(TimeSpan mean) {
        return StatedLatency.exponential(mean);
    }

    /**
     * Obtains a latency through several known percentiles, as a dashboard or a load test shows them: 50, 95, 99, and
     * best also 100, the maximum. Between two of them it is log-normal, between the last and the maximum even on a
     * logarithmic scale.
     *
     * <p>Without a maximum nothing is known beyond the last percentile, and nothing is made up: requests beyond it
     * count as slower than any time. What depends on them, such as the mean, a percentile of a large fan-out or how
     * many are slower than a long time, is refused unless a {@linkplain #withTimeout timeout} ends them; any other
     * percentile holds however slow they are. Nor is a percentile given that lies below the first one, unless
     * percentile 0, the minimum, is known; where others need such times, they are taken as even from 0 to the first
     * percentile.
     *
     * @param percentiles the times by percentile, from 0 to 100, such as 50, 95, 99.9 and 100; at least two, and none
     *     below the one before
     * @return the latency
     * @throws IllegalArgumentException if there are fewer than two, or a percentile is not from 0 to 100 or given
     *     twice, as 50 and 50.0, or a time is below the one before
     */
    public static Latency ofPercentiles(Map<? extends Number, TimeSpan> percentiles) {
        return StatedLatency.byPercentiles(percentiles);
    }

    /**
     * Obtains a latency through several known percentiles that also has a known mean, which most tools print beside
     * them. As many requests as it takes have the least, or the greatest, times that the percentiles allow. With a
     * maximum the mean makes what lies between the percentiles more exact; without, the mean of this latency and of
     * what follows it in sequence is known, and nothing else beyond the last percentile.
     *
     * @param percentiles the times by percentile, as in {@link #ofPercentiles(Map)}
     * @param mean the mean
     * @return the latency
     * @throws IllegalArgumentException if the percentiles do not allow this mean, or are none
     */
    public static Latency ofPercentiles(Map<? extends Number, TimeSpan> percentiles, TimeSpan mean) {
        return StatedLatency.byPercentiles(percentiles, mean);
    }

    /**
     * Obtains a latency from cumulative buckets that have no {@code +Inf}: the last one counts all requests.
     *
     * @param atMost how many requests took at most each time, as in {@link #ofBuckets(Map, long)}
     * @return the latency
     * @throws IllegalArgumentException if there is no request, or a count is below the one of a shorter time, or a time
     *     is a range
     */
    public static Latency ofBuckets(Map<TimeSpan, Long> atMost) {
        return StatedLatency.buckets(
                atMost,
                Refusal.whole(atMost, "atMost").values().stream()
                        .mapToLong(Long::longValue)
                        .max()
                        .orElse(0));
    }

    /**
     * Obtains a latency from cumulative buckets, as Prometheus has them: how many requests took at most 100 ms, at most
     * 500 ms ({@code le="0.1"}, {@code le="0.5"}), and how many there were in all, {@code le="+Inf"}. Within the first
     * bucket requests are taken as even from 0 on, within others as log-normal. Of those beyond the last bucket it is
     * only known that they are slower: what depends on them is refused, as in {@link #ofPercentiles(Map)}.
     *
     * @param atMost how many requests took at most each time
     * @param total how many there were in all
     * @return the latency
     * @throws IllegalArgumentException if there is no request, or a count is below the one of a shorter time, or above
     *     the total, or a time is a range
     */
    public static Latency ofBuckets(Map<TimeSpan, Long> atMost, long total) {
        return StatedLatency.buckets(atMost, total);
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
        return StatedLatency.measured(times, unit);
    }

    /**
     * Obtains a latency from a measured histogram. Counts of all requests up to each time, as in Prometheus, belong to
     * {@link #ofBuckets(Map, long)}; a latency of counts that only rise says so.
     *
     * @param histogram how many requests took each time, and not less; at least one request
     * @return the latency
     * @throws IllegalArgumentException if there is no request, or a count is negative, or a time is a range
     */
    public static Latency measured(Map<TimeSpan, Long> histogram) {
        return StatedLatency.measured(histogram);
    }

    /**
     * Obtains a latency from the percentile distribution that HdrHistogram and tools that use it print, such as wrk2:
     * lines of value, percentile and total count. Between two lines all requests are taken to be as slow as the slower
     * one; the histogram itself, by {@link HdrHistograms}, is finer.
     *
     * @param text the printed distribution
     * @param unit the unit of its values
     * @return the latency
     * @throws IllegalArgumentException if there are no such lines
     * @see "G. Tene, HdrHistogram, AbstractHistogram.outputPercentileDistribution"
     */
    public static Latency ofHdrHistogram(String text, Unit<TimeSpan> unit) {
        requireNonNull(unit, "unit");
        return StatedLatency.measured(HdrText.parse(requireNonNull(text, "text")), unit);
    }

    /**
     * {@return the latency of this request and then another: the convolution of the two}
     *
     * @param next what comes after this
     */
    public Latency plus(Latency next) {
        return inSequence(this, requireNonNull(next, "next"));
    }

    /**
     * {@return the latency of this request and then a time that is always the same}
     *
     * @param time the time
     */
    public Latency plus(TimeSpan time) {
        return plus(of(time));
    }

    /**
     * {@return the latency of requests one after another: their convolution}
     *
     * @param first the first
     * @param others the others
     */
    public static Latency inSequence(Latency first, Latency... others) {
        return DerivedLatency.inSequence(first, others);
    }

    /**
     * {@return the latency of several such requests one after another}
     *
     * @param n how many, at least 1
     * @throws IllegalArgumentException if n is below 1
     */
    public Latency inARow(int n) {
        return DerivedLatency.inARow(n, this);
    }

    /**
     * {@return the latency of several such requests one after another, by their mean number: 1.51 queries a page are
     * one for half of the pages and two for the others}
     *
     * @param times how many, 0 or more; percentiles are known up to 10,000
     */
    public Latency inARow(Ratio times) {
        return DerivedLatency.inARow(times, this);
    }

    /**
     * {@return the latency of requests at the same time, all of which are needed: the slowest counts}
     *
     * @param first one
     * @param others the others
     */
    public static Latency slowest(Latency first, Latency... others) {
        return needing(1 + requireNonNull(others, "others").length, first, others);
    }

    /**
     * {@return the latency of requests at the same time, any of which is enough: the fastest counts}
     *
     * @param first one
     * @param others the others
     */
    public static Latency fastest(Latency first, Latency... others) {
        return needing(1, first, others);
    }

    /**
     * {@return the latency of requests at the same time until some of them are done, as of a quorum}
     *
     * @param k how many are needed, from 1 to all
     * @param first one
     * @param others the others
     * @throws IllegalArgumentException if k is below 1 or above the number of requests
     * @see "H. A. David and H. N. Nagaraja, Order Statistics, 3rd edition, Wiley 2003"
     */
    public static Latency needing(int k, Latency first, Latency... others) {
        return DerivedLatency.needing(k, first, others);
    }

    /**
     * {@return the latency of several such requests at the same time until some of them are done}
     *
     * @param k how many are needed, from 1 to n
     * @param n how many there are
     * @throws IllegalArgumentException if not {@code 1 ≤ k ≤ n}
     */
    public Latency needing(int k, int n) {
        return DerivedLatency.needingAlike(k, n, this);
    }

    /**
     * {@return the latency of a request that goes to many servers and waits for the slowest of them: {@code P(T ≤ t) =
     * F(t)ⁿ}}
     *
     * @param n how many servers, at least 1
     * @throws IllegalArgumentException if n is below 1
     * @see "J. Dean and L. A. Barroso, The Tail at Scale, Communications of the ACM 56(2), 2013"
     */
    public Latency fanOut(int n) {
        return needing(n, n);
    }

    /**
     * {@return the latency if a second request is sent when the first has taken a while, and the first answer counts:
     * {@code P(T > t) = S(t) × S(t − d)}} What that costs says {@link #extraLoadOfHedging}.
     *
     * @param delay how long to wait for the first, d
     * @see "J. Dean and L. A. Barroso, The Tail at Scale, Communications of the ACM 56(2), 2013"
     */
    public Latency hedgedAfter(TimeSpan delay) {
        return DerivedLatency.hedged(this, delay);
    }

    /**
     * {@return the share of requests that are sent twice if hedged: {@code S(d)}, 5 % after the 95th percentile}
     *
     * @param delay how long to wait for the first, d
     */
    public Share extraLoadOfHedging(TimeSpan delay) {
        return LatencyFormula.slower(this, Refusal.named(delay, "delay", "hedge delay"))
                .named("extra load");
    }

    /**
     * {@return the latency if the request is sent to two servers at once, which cancel each other when one begins: that
     * of the faster one, if all that differs is the wait before} The load is that of one request, apart from what is
     * done before the cancellation arrives.
     *
     * @see "J. Dean and L. A. Barroso, The Tail at Scale, Communications of the ACM 56(2), 2013"
     */
    public Latency tied() {
        return needing(1, 2);
    }

    /**
     * {@return how long a caller waits who gives up after a while} How many give up says {@link #shareSlowerThan}.
     *
     * @param timeout when to give up, above zero
     * @throws IllegalArgumentException if the timeout is zero
     */
    public Latency withTimeout(TimeSpan timeout) {
        return LatencyTries.once(this, timeout);
    }

    /**
     * {@return how long a caller waits for an answer who gives up after a while and tries again, each time with a new
     * independent request, until the last try is given up} How many fail says {@link #shareFailed}, how many requests
     * it takes {@link #meanTries}.
     *
     * @param tries how many there are at most, at least 1
     * @param timeout when a try is given up, above zero
     * @param backoff how long to wait before the next try
     * @throws IllegalArgumentException if tries is below 1 or the timeout is zero
     */
    public Latency retried(int tries, TimeSpan timeout, TimeSpan backoff) {
        return LatencyTries.upTo(tries, this, timeout, backoff);
    }

    /**
     * {@return the share of requests that get no answer although they were tried several times: {@code S(timeout)ⁿ}}
     *
     * @param tries how many tries there are at most, n, at least 1
     * @param timeout when a try is given up
     * @throws IllegalArgumentException if tries is below 1
     */
    public Share shareFailed(int tries, TimeSpan timeout) {
        return LatencyTries.shareFailed(tries, this, timeout);
    }

    /**
     * {@return how many tries a request takes on average, the factor by which the load grows: {@code 1 + S + … + Sⁿ⁻¹},
     * where S is how likely a try exceeds the timeout}
     *
     * @param tries how many there are at most, n, at least 1
     * @param timeout when a try is given up
     * @throws IllegalArgumentException if tries is below 1
     */
    public Ratio meanTries(int tries, TimeSpan timeout) {
        return LatencyTries.mean(tries, this, timeout);
    }

    /**
     * {@return the latency behind a cache, the mixture of two} Where no request takes as long as between the slowest
     * hit and the fastest miss, a percentile that is as large as the hit ratio falls into that gap: it jumps from one
     * side to the other with the least change of a parameter.
     *
     * @param hitRatio the share of requests that the cache answers
     * @param hit how long those take
     * @param miss how long the others take in all, with the look-up in vain
     */
    public static Latency cached(Share hitRatio, Latency hit, Latency miss) {
        requireNonNull(hitRatio, "hitRatio");
        requireNonNull(hit, "hit");
        requireNonNull(miss, "miss");
        return DerivedLatency.oneOrOther("hit ratio", hitRatio, hit, miss);
    }

    /**
     * {@return the latency of requests that go one of two ways, the mixture of the two}
     *
     * @param share the share that goes the first way
     * @param first how long those take
     * @param others how long the others take
     */
    public static Latency mix(Share share, Latency first, Latency others) {
        requireNonNull(share, "share");
        requireNonNull(first, "first");
        requireNonNull(others, "others");
        return DerivedLatency.oneOrOther("share of the first", share, first, others);
    }

    /**
     * {@return the latency of what only a share of the requests do, such as waiting in a line; the others take no time
     * for it}
     *
     * @param share the share that does it
     * @param latency how long those take
     */
    public static Latency sometimes(Share share, Latency latency) {
        requireNonNull(share, "share");
        return DerivedLatency.sometimes(share, requireNonNull(latency, "latency"), false);
    }

    /**
     * {@return how likely a request is slow that waits for many servers, each slow for a share of the requests:
     * {@code 1 − (1 − p)ⁿ}}
     *
     * @param slow how often each server is slow, p
     * @param servers how many servers, n, at least 1
     * @throws IllegalArgumentException if there is no server
     * @see "J. Dean and L. A. Barroso, The Tail at Scale, Communications of the ACM 56(2), 2013"
     */
    public static Share slowAtFanOut(Share slow, int servers) {
        return FanOut.slowOverall(slow, servers);
    }

    /**
     * {@return how often each of many servers may be slow for a request that waits for all of them: {@code 1 −
     * q^(1/n)}} A leaf must keep at its {@code q^(1/n)} percentile what the request is to keep at its q.
     *
     * @param allowed how often the request may be slow, 1 − q
     * @param servers how many servers, n, at least 1
     * @throws IllegalArgumentException if there is no server
     */
    public static Share slowAllowedAtEach(Share allowed, int servers) {
        return FanOut.slowAllowedAtEach(allowed, servers);
    }

    /**
     * {@return how many servers a request may wait for: {@code ⌊ln(1 − allowed) ÷ ln(1 − slow)⌋}; 0 if a single server
     * is too many}
     *
     * @param slow how often each server is slow, above 0 %
     * @param allowed how often the request may be slow, below 100 %
     * @throws ArithmeticException if no server is ever slow or the request may always be
     */
    public static Count maxFanOut(Share slow, Share allowed) {
        return FanOut.most(slow, allowed);
    }

    /**
     * Gives the latency a name, under which it appears in the {@link #criticalPath()}, as do answers, 'p99 latency of
     * auth'. Its numbers that have no name yet are called after it: 'p99 of auth', 'timeout of auth'. Where several
     * latencies are combined their numbers stay as they are: name each of those latencies itself.
     *
     * @param newName what takes so long, such as 'auth'
     * @return the same latency with the name
     * @throws IllegalArgumentException if the name is blank
     */
    public Latency named(String newName) {
        Refusal.unreadable(requireNonNull(newName, "newName"), "name");
        return new Latency(composition, parameters.of(newName, plan().isOfSeveral()), newName, parts, isAtOnce);
    }

    Latency withParameters(UnaryOperator<Object> change) {
        return new Latency(composition, parameters.changed(change), name, parts, isAtOnce);
    }

    /** {@return the name, or null if there is none} */
    public @Nullable String name() {
        return name;
    }

    /** {@return the median: the time that half of the requests exceed} */
    public TimeSpan p50() {
        return percentile(50);
    }

    /** {@return the 95th percentile: the time that one request of 20 exceeds} */
    public TimeSpan p95() {
        return percentile(95);
    }

    /** {@return the 99th percentile: the time that one request of 100 exceeds} */
    public TimeSpan p99() {
        return percentile(99);
    }

    /** {@return the 99.9th percentile: the time that one request of 1,000 exceeds} */
    public TimeSpan p999() {
        return percentile(99.9);
    }

    /**
     * {@return the time that a part of the requests does not exceed}
     *
     * @param percent above 0 and below 100: 99.9 for one request of 1,000 that takes longer
     * @throws IllegalArgumentException if it is not between 0 and 100
     * @throws ArithmeticException if it is not known, as beyond the last of known {@linkplain #ofPercentiles(Map)
     *     percentiles}, or the parameters are ranges that exclude each other for some draws, as a p50 above its p99
     */
    public TimeSpan percentile(double percent) {
        return LatencyFormula.percentile(this, percent);
    }

    /**
     * {@return a time that a part of the requests does not exceed whatever the calls have to do with each other} If
     * each of n calls in sequence exceeds its time with a probability of {@code (1 − q) ÷ n}, some call does with at
     * most {@code 1 − q}. It is an upper bound, not a percentile.
     *
     * @param percent above 0 and below 100
     * @throws IllegalArgumentException if it is not between 0 and 100
     * @see "G. Boole, The Laws of Thought, 1854, chapter 19: the union bound"
     */
    public TimeSpan percentileWithoutIndependence(double percent) {
        return LatencyFormula.bound(this, percent);
    }

    /**
     * {@return the mean} Of requests one after another it is the sum of the means.
     *
     * @throws ArithmeticException if it is not known, as of {@linkplain #ofPercentiles(Map) percentiles} without a
     *     maximum
     */
    public TimeSpan mean() {
        return LatencyFormula.mean(this);
    }

    /**
     * {@return how much requests differ: {@code (standard deviation ÷ mean)²}, the squared coefficient of variation} It
     * is 0 if all take the same time and 1 for an exponential latency; it decides how long a line gets. Of requests one
     * after another the variances add, as they are taken as independent.
     *
     * @throws ArithmeticException if the mean is zero, or not known, as of {@linkplain #ofPercentiles(Map) percentiles}
     *     without a maximum
     */
    public Ratio variability() {
        return LatencyFormula.variability(this);
    }

    /**
     * {@return the share of requests that take no longer than a time: {@code P(T ≤ t)}}
     *
     * @param time the time
     */
    public Share shareWithin(TimeSpan time) {
        return LatencyFormula.within(this, time).named("share within");
    }

    /**
     * {@return the share of requests that take longer than a time: {@code P(T > t)}}
     *
     * @param time the time
     */
    public Share shareSlowerThan(TimeSpan time) {
        return LatencyFormula.slower(this, time).named("share slower");
    }

    /**
     * {@return the calls one after another with their percentiles and what each adds to the mean; a table if printed}
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

    Plan plan() {
        return composition.plan();
    }

    /**
     * Obtains the serial form that is written in place of this.
     *
     * @return what it is made of
     */
    private Object writeReplace() {
        return new Written(composition.plan(), new ArrayList<>(parameters.all()), name, parts, isAtOnce);
    }

    /**
     * Refuses a stream that was not written through the serial form.
     *
     * @param stream the stream
     * @throws InvalidObjectException always
     */
    private void readObject(ObjectInputStream stream) throws InvalidObjectException {
        throw new InvalidObjectException("latencies are read through their serial form");
    }

    private record Written(
            Plan plan,
            ArrayList<Parameters.Parameter> all,
            @Nullable String name,
            ArrayList<Latency> parts,
            boolean isAtOnce)
            implements Serializable {
        private Object readResolve() throws InvalidObjectException {
            return FromStream.checked("a latency", () -> {
                Parameters read = Parameters.read(all);
                if (!plan.isPossible(read.bestGuesses())) {
                    throw new IllegalArgumentException(plan.condition());
                }
                parts.forEach(Latency::plan);
                return new Latency(new Composition(plan), read, name, parts, isAtOnce);
            });
        }
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
     * Returns the median and the 99th percentile with their ranges if there are any; of what is always the same that
     * time.
     */
    @Override
    public String toString() {
        return LatencyText.of(this);
    }
}
