package dev.estimator.system;

import static java.util.Objects.requireNonNull;

import dev.estimator.latency.Latency;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.reliability.Call;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a request does: it visits components, one after another or at once, always or sometimes. A step has three
 * readings: how often each component is visited, how long it takes, and what it needs to succeed.
 *
 * <p>A {@link Component} is a step, the visit of it; the methods of this class combine steps.
 */
public abstract sealed class Step implements Serializable
        permits Fallback, WrappingStep, Async, CacheAside, Component, EveryInstance, CacheMisses, StepList, Visit {
    private static final long serialVersionUID = 1L;

    Step() {}

    /** Adds the visits of this step, which is done the given number of times for each request; null stands for once. */
    abstract void walk(Walk walk, @Nullable Ratio often);

    /** The latency; empty if it is not waited for, or takes no time. */
    abstract Optional<Latency> latency(Architecture in);

    /**
     * The latency with what comes after an answer, if anything, and what comes instead where all tries fail; empty if
     * it is not known which requests those are, which may then be any.
     */
    Optional<Latency> latencyThen(Architecture in, Optional<Latency> answered, Latency lost) {
        return Optional.empty();
    }

    /** The mean latency, by arithmetic where means add up. */
    Optional<TimeSpan> mean(Architecture in) {
        return latency(in).map(latency -> latency.mean().named("mean of " + label()));
    }

    /** The parts of a mean that is not the sum of what it visits; one for each of several at once. */
    List<TimeSpan> parts(Architecture in) {
        return mean(in).stream().toList();
    }

    /** The components that must be up for it to succeed. */
    abstract Optional<Call> call(AvailabilityNeeds needs);

    /** The step as one visit, for what calls others itself. */
    Visit asVisit(String argument) {
        throw new IllegalArgumentException(
                argument + " must be a component or a visit of one but was several steps, of " + label());
    }

    /** Its name in texts. */
    abstract String label();

    /** What was said of it, in one line; of a component its name. */
    String words() {
        return label();
    }

    /** What was said of it as a part of another step: in brackets if it is more than a name. */
    final String part() {
        return words().equals(label()) ? label() : "(" + words() + ")";
    }

    /** Returns what was said of it in one line, as in 'llm, or small while it is down'. */
    @Override
    public String toString() {
        return words();
    }

    /**
     * Obtains steps of which each begins when the one before has ended. What a visit calls is in sequence anyway.
     *
     * @param steps the steps, at least one
     * @return the sequence
     * @throws IllegalArgumentException if there is none
     */
    public static Step inSequence(Step... steps) {
        return new InSequence(StepSums.some(steps));
    }

    /**
     * Obtains steps that begin together; the slowest counts. They are taken as independent, which overstates their mean
     * where they share arrivals: by 6 % for two lines that are 70 % busy.
     *
     * @param steps the steps, at least one
     * @return all of them
     * @throws IllegalArgumentException if there is none
     */
    public static Step atOnce(Step... steps) {
        return new AtOnce(StepSums.some(steps));
    }

    /**
     * Obtains a step that only some requests take.
     *
     * @param share the share of requests that take it
     * @param step the step
     * @return the step for some
     */
    public static Step sometimes(Share share, Step step) {
        return new Sometimes(requireNonNull(share, "share"), requireNonNull(step, "step"));
    }

    /**
     * Obtains a step that is taken several times, one after another. Each time decides for itself what a cache has got
     * and whether it does what is done sometimes: of ten look-ups with 90 % hits each, 35 % of the requests miss none.
     * Where such decisions are nested, a what-if can make the number at most twice as great.
     *
     * @param times how often on average, above zero; with 1.51 queries a page, once by half of the requests and twice
     *     by the others
     * @param step the step
     * @return the repetition
     * @throws IllegalArgumentException if it is zero
     */
    public static Step times(Ratio times, Step step) {
        return new Times(requireNonNull(times, "times"), requireNonNull(step, "step"));
    }

    /**
     * As {@link #times(Ratio, Step)}.
     *
     * @param times how often on average, above zero
     * @param step the step
     * @return the repetition
     * @throws IllegalArgumentException if it is zero, or no finite number
     */
    public static Step times(double times, Step step) {
        return times(Ratio.of(times), step);
    }

    /**
     * Obtains a step that is taken several times at once; the slowest counts. Visits that come at once to one line wait
     * together, see {@link dev.estimator.queueing.BatchQueue}; a simulation of 8 to a pool of 8, 70 % busy, has the
     * same mean and a p99 3 % lower. With service times of variability 0.25 the mean is 4 % lower than in the
     * simulation, with 2 it is 2 % higher, and p99 is within 2 %. Instances with lines of their own get them at random.
     * What some of them do is decided by each, as in {@link #times(Ratio, Step)}.
     *
     * <p>Of a component in {@linkplain Component#shards shards} each goes to another shard, and all of these must be
     * up: with as many calls as there are shards, or more, all shards, which get as much, so that of six shards that
     * are up 99.8 % six calls succeed 98.8 % of the time. What only some of the calls do ({@link #sometimes}, misses of
     * a cache), or what a component calls that is called several times, needs one shard, as if it were the same in all,
     * and in latencies asks the hottest or not each time anew, so that several may. So does what is asked by
     * {@link #firstOf}. Else the slowest is that of different shards: n of s ask the hottest with n times its share,
     * once at most, and s or more with n ÷ s calls, to the nearest; fewer than s load it as n single calls would.
     *
     * <p>It is one number, for it decides how they wait and which is the slowest. Where it varies, say for which
     * requests: {@code sometimes(percent(20), fanOut(50, step))}; {@link #times(Ratio, Step)} loads what it visits as
     * much, one after another.
     *
     * @param times how often, from 1 to 10,000
     * @param step the step
     * @return the fan-out
     * @throws IllegalArgumentException if the number is out of range
     */
    public static Step fanOut(int times, Step step) {
        return new EnoughAnswers(times, times, requireNonNull(step, "step"));
    }

    /**
     * Obtains a step that is taken several times at once, of which the first answers are enough, as in a quorum. All of
     * them load what they visit. How likely enough of them are up is said of the component:
     * {@code up(Call.reading("store", quorum))}.
     *
     * @param needed how many answers are waited for, from 1 to all
     * @param times how many are asked, at most 10,000
     * @param step the step
     * @return the step
     * @throws IllegalArgumentException if a number is out of range
     */
    public static Step firstOf(int needed, int times, Step step) {
        return new EnoughAnswers(needed, times, requireNonNull(step, "step"));
    }

    /**
     * Obtains a step that nobody waits for: it loads what it visits, and the request succeeds without it.
     *
     * @param step the step, such as a message for workers
     * @return the asynchronous step
     */
    public static Step async(Step step) {
        return new Async(requireNonNull(step, "step"));
    }

    /**
     * Obtains a step with another that is taken where the first is down. While nothing is down only the first is
     * visited; what is refused because the first is overloaded does not go to the other. A component that is only a
     * fallback has as many instances as it needs then, unless it says how many; one that is
     * {@linkplain Architecture#tooSmallToReplace too small} does not count in availabilities.
     *
     * @param first the step
     * @param fallback what is done instead
     * @return either
     */
    public static Step anyOf(Step first, Step fallback) {
        return new Fallback(requireNonNull(first, "first"), requireNonNull(fallback, "fallback"));
    }

    /**
     * Obtains a visit of every instance: replicas that apply each write, shards that are all asked. More instances do
     * not help: each does all of it. In rates it counts once, in bytes as often as there are instances. The slowest
     * counts, as if the lines of the instances were independent: for a scatter to 8 shards of their own the mean is 16
     * % above that of a simulation, as the same requests fill all lines, and p99 1 %.
     *
     * @param step a component, or a visit of one that calls nothing
     * @return the visit of all
     * @throws IllegalArgumentException if it is several steps, or calls something
     */
    public static Step every(Step step) {
        return new EveryInstance(requireNonNull(step, "step"));
    }

    /**
     * Obtains a step that is sent a second time where it is slow; the first answer counts.
     *
     * @param again the share of requests that are sent again, which are the slowest; 5 % means after the 95th
     *     percentile
     * @param step the step
     * @return the hedged step, which loads what it visits by that share more; that is too much by those requests that
     *     take exactly as long as the percentile, as where all take the same time, since only slower ones are sent
     *     again
     * @throws IllegalArgumentException if the share is zero or all
     */
    public static Step hedged(Share again, Step step) {
        return new Hedged(requireNonNull(again, "again"), requireNonNull(step, "step"));
    }

    /**
     * Obtains a step that is tried again when it fails. A failed try takes as long as another. It is about single
     * requests that fail, independently of each other; what is down is told by availabilities. Requests of which all
     * tries fail, {@code f^n} of them, get no answer from the step: they are not {@link Architecture#served served}, or
     * go to its fallback, and the time of all tries is in latencies. An {@link Architecture#availability availability}
     * counts them as requests that need the fallback, or the store behind a cache, and no others: what has no other
     * step to go to, or is lost there as well while all is up, is not served.
     *
     * @param tries how often at most, from 1 to 100
     * @param failing the share of tries that fail
     * @param step the step
     * @return the step, which loads what it visits by {@code (1 − f^n) ÷ (1 − f)}
     * @throws IllegalArgumentException if a number is out of range
     * @see "B. Beyer, C. Jones, J. Petoff and N. R. Murphy, Site Reliability Engineering, O'Reilly 2016, chapter 22,
     *     Retries; chapter 3, the availability of requests beside that of time"
     */
    public static Step retried(int tries, Share failing, Step step) {
        return new Retried(tries, requireNonNull(failing, "failing"), Optional.empty(), requireNonNull(step, "step"));
    }

    /**
     * Obtains a step that is tried again when it fails while retries are within a budget: beyond it, what fails is not
     * tried again. Layers with retries of their own are steps inside steps, and multiply; of what is lost inside a try
     * its own share of failures tells.
     *
     * @param tries how often at most, from 1 to 100
     * @param failing the share of tries that fail
     * @param budget how many more tries than requests there may be
     * @param step the step
     * @return the step, which loads what it visits by {@code (1 − f^n) ÷ (1 − f)}, at most {@code 1 + budget}
     * @throws IllegalArgumentException if a number is out of range
     * @see "B. Beyer, C. Jones, J. Petoff and N. R. Murphy, Site Reliability Engineering, O'Reilly 2016, chapter 21,
     *     Client-Side Throttling"
     */
    public static Step retried(int tries, Share failing, Share budget, Step step) {
        return new Retried(
                tries,
                requireNonNull(failing, "failing"),
                Optional.of(requireNonNull(budget, "budget")),
                requireNonNull(step, "step"));
    }

    /**
     * Obtains a visit that is sent to two instances at once, which cancel each other when one begins: the shorter of
     * two waits, taken as independent, and the work of one.
     *
     * @param step the visit
     * @return the tied visit
     * @throws IllegalArgumentException if it is not a component or a visit of one
     * @see "J. Dean and L. A. Barroso, The Tail at Scale, Communications of the ACM 56(2), 2013"
     */
    public static Step tied(Step step) {
        return new Tied(requireNonNull(step, "step"));
    }

    /**
     * Obtains a look-up in a cache, and in the store where the cache has not got it or is down; the caller asks both
     * (cache aside).
     *
     * @param cache the visit of the cache
     * @param hits the share that the cache answers
     * @param store what is done on a miss
     * @return the look-up
     */
    public static Step cacheAside(Step cache, Share hits, Step store) {
        return new CacheAside(
                requireNonNull(cache, "cache"), requireNonNull(hits, "hits"), requireNonNull(store, "store"));
    }

    /**
     * Obtains a look-up in a cache that asks the store itself (read through): a pull CDN, a caching proxy. When it is
     * down nothing is answered.
     *
     * @param cache the visit of the cache
     * @param hits the share that the cache answers
     * @param store what the cache calls on a miss
     * @return the look-up
     * @throws IllegalArgumentException if the cache is not a component or a visit of one
     */
    public static Visit readThrough(Step cache, Share hits, Step store) {
        Visit visit = requireNonNull(cache, "cache").asVisit("cache");
        return visit.calling(new CacheMisses(cache, requireNonNull(hits, "hits"), requireNonNull(store, "store")));
    }

    /**
     * Obtains a write that waits for the cache and for the store (write through).
     *
     * @param cache the visit of the cache
     * @param store the visit of the store
     * @return both, one after the other
     */
    public static Step writeThrough(Step cache, Step store) {
        return inSequence(requireNonNull(cache, "cache"), requireNonNull(store, "store"));
    }

    /**
     * Obtains a write that waits for the cache alone; the store is written later (write behind).
     *
     * @param cache the visit of the cache
     * @param left the share of writes that reach the store, below 100 % where several to the same record become one
     * @param store the visit of the store
     * @return the write
     */
    public static Step writeBehind(Step cache, Share left, Step store) {
        return inSequence(
                requireNonNull(cache, "cache"),
                async(sometimes(requireNonNull(left, "left"), requireNonNull(store, "store"))));
    }

    /**
     * Obtains a look-up in a cache that fetches what is about to expire while it still serves it (refresh ahead).
     *
     * @param cache the visit of the cache
     * @param hits the share that the cache answers
     * @param refreshed the share of look-ups that make it fetch
     * @param store the visit of the store
     * @return the look-up
     */
    public static Step refreshAhead(Step cache, Share hits, Share refreshed, Step store) {
        Step look = cacheAside(cache, hits, store);
        return inSequence(look, async(sometimes(requireNonNull(refreshed, "refreshed"), store)));
    }

    /** The parts of a list of steps. */
    static List<Latency> latencies(List<Step> steps, Architecture in) {
        return steps.stream().flatMap(step -> step.latency(in).stream()).toList();
    }
}
