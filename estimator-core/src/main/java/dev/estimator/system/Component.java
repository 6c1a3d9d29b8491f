package dev.estimator.system;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.graph.Bound.Side;
import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.input.Refusal;
import dev.estimator.latency.Latency;
import dev.estimator.quantity.Amount;
import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Bandwidth;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Price;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.Spending;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.reliability.Call;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is visited: an application, a database, a cache, a queue's workers, somebody else's service. Each method returns
 * the component with something said about it. What is not said does not limit it, costs nothing, takes no time and does
 * not fail.
 *
 * <p>A component is also the {@linkplain Step step} that visits it.
 */
public final class Component extends Step {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final Traits traits;

    private Component(String name, Traits traits) {
        this.name = name;
        this.traits = traits;
    }

    /**
     * Obtains a component with a name and no other properties yet.
     *
     * @param name its name, which no other component of a system has
     * @return the component
     * @throws IllegalArgumentException if the name is blank
     */
    public static Component named(String name) {
        return new Component(
                Refusal.unreadable(name, "name"), ImmutableTraits.builder().build());
    }

    /**
     * Says how long a worker is busy with one visit, apart from what it waits for others, and how many an instance has.
     * Visits wait in line for a worker; service times are exponential unless {@link #serviceVariability} says
     * otherwise.
     *
     * @param mean the mean service time, above zero
     * @param workersPerInstance cores, processes or connections that work at the same time, a whole number, at least 1
     * @return the component with workers
     * @throws IllegalArgumentException if one is out of range
     */
    public Component serviceTime(TimeSpan mean, Count workersPerInstance) {
        TimeSpan own = Inside.ofWhole(requireNonNull(mean, "mean"), "service time of " + name);
        TimeSpan time = Refusal.aboveZero(own.orNamed(name + " service time"), "mean");
        Count workers = Refusal.named(workersPerInstance, "workersPerInstance", name + " workers");
        return with(said().serviceTime(time).workers(wholeFromOne(workers, "workersPerInstance")));
    }

    /**
     * Says how much service times vary: 0 where all take as long, 1 if exponential (the default), more where a few take
     * very long; other than 1 they are log-normal.
     *
     * @param squared (standard deviation ÷ mean)²
     * @return the component with that variability
     */
    public Component serviceVariability(Ratio squared) {
        Ratio own = Inside.ofWhole(requireNonNull(squared, "squared"), "service time of " + name);
        return with(said().variability(own.orNamed(name + " service variability")));
    }

    /**
     * Says that one line stands before all instances, as before workers that take messages from a queue. Otherwise each
     * instance has its own, and requests are spread at random.
     *
     * @return the component with one line
     */
    public Component oneLine() {
        return with(said().isOneLine(true));
    }

    /**
     * Says how long a visit takes where no line forms here: somebody else's service, a CDN.
     *
     * @param own the latency of a visit
     * @return the component with that latency
     */
    public Component latency(Latency own) {
        return with(said().latency(requireNonNull(own, "own").named(name)));
    }

    /**
     * Says how long the way to it and back takes.
     *
     * @param time the round trip
     * @return the component at that distance
     */
    public Component roundTrip(Latency time) {
        return with(said().roundTrip(requireNonNull(time, "time").named("way to " + name)));
    }

    /**
     * Says how many requests an instance takes at most, as load tests, contracts and rate limits do.
     *
     * @param requestsPerInstance the greatest rate of one instance, above zero
     * @return the component with that limit
     * @throws IllegalArgumentException if the rate is zero
     */
    public Component requestsPerInstance(Qps requestsPerInstance) {
        Qps visits = Inside.ofSame(requireNonNull(requestsPerInstance, "requestsPerInstance"), Demand.NO_VISITS);
        Qps requests = Refusal.named(visits, "requestsPerInstance", name + " requests per instance");
        return with(said().requests(Refusal.aboveZero(requests, "requestsPerInstance")));
    }

    /**
     * Says how many threads or connections an instance has. Each visit holds one for its own work and while it waits
     * for what it calls, by Little's law, and waits for one where all are held.
     *
     * @param threadsPerInstance how many, a whole number, at least 1
     * @return the component with that limit
     * @throws IllegalArgumentException if the number is not whole or below 1
     */
    public Component threads(Count threadsPerInstance) {
        Count threads = Refusal.named(threadsPerInstance, "threadsPerInstance", name + " threads");
        return with(said().threads(wholeFromOne(threads, "threadsPerInstance")));
    }

    /**
     * Says how much an instance can send, and how much receive.
     *
     * @param bandwidthPerInstance the bandwidth each way, above zero
     * @return the component with that limit
     * @throws IllegalArgumentException if the bandwidth is zero
     */
    public Component bandwidth(Bandwidth bandwidthPerInstance) {
        Bandwidth one = Refusal.named(bandwidthPerInstance, "bandwidthPerInstance", name + " bandwidth");
        return with(said().bandwidth(Refusal.aboveZero(one, "bandwidthPerInstance")));
    }

    /**
     * Adds a resource of which an instance has a limited amount, whatever the rate of requests: memory for data,
     * connections that are held. More traffic, as by {@link Architecture#times}, does not make it more, even if it is a
     * rate, such as of tokens, or follows from what the traffic follows from: ten times the traffic may be of ten times
     * the users or of users ten times as busy. State it from the number of users where it follows from that, and ask
     * what if there are more of them: {@code busy.given(users, million(3))},
     * {@code largest(users).suchThat(shop.fits())}. {@link Architecture#notStated} says of what is taken as fixed so.
     * What each request uses up is said by {@link #requestsPerInstance}, as in
     * {@code requestsPerInstance(tokensPerSecond.div(tokensPerRequest))}, and grows with them.
     *
     * @param resource what it is called, such as 'memory'
     * @param all how much all of them must hold
     * @param perInstance how much one can, above zero
     * @param <Q> the type of both
     * @return the component with that limit
     * @throws IllegalArgumentException if one can hold nothing, or the name is blank
     */
    public <Q extends Amount<Q>> Component needs(String resource, Q all, Q perInstance) {
        Refusal.unreadable(resource, "resource");
        Q each = Inside.ofNeeded(requireNonNull(perInstance, "perInstance"), requireNonNull(all, "all"));
        Refusal.unless(
                !Resource.Kind.growing().contains(resource),
                "resource",
                "another than those that more traffic fills, " + Resource.Kind.growing() + ",",
                "'" + resource + "'");
        Q one = Refusal.named(each, "perInstance", name + " " + resource + " per instance");
        var need = new Resource<>(
                Resource.Kind.OTHER,
                resource,
                Refusal.named(Inside.ofHad(all, perInstance, resource), "all", name + " " + resource),
                Refusal.aboveZero(one, "perInstance"),
                Optional.empty());
        return with(said().needs(Traits.with(traits.needs(), need, Resource::name)));
    }

    /**
     * Fixes the number of instances; otherwise there are as many as are needed.
     *
     * @param instances how many
     * @return the component with that number
     * @throws IllegalArgumentException if there is none
     */
    public Component instances(Count instances) {
        return with(said().instances(
                        Refusal.aboveZero(Refusal.named(instances, "instances", name + " instances"), "instances"))
                .isBought(false));
    }

    /**
     * Says how busy instances may be at peak: 70 % unless set.
     *
     * @param targetUtilization of each resource
     * @return the component with that target
     * @throws IllegalArgumentException if it is zero
     */
    public Component targetUtilization(Share targetUtilization) {
        Share target = Refusal.named(targetUtilization, "targetUtilization", name + " target utilization");
        return with(said().targetUtilization(Refusal.aboveZero(target, "targetUtilization")));
    }

    /**
     * Says how many instances there are beyond those needed.
     *
     * @param spares how many, a whole number
     * @return the component with spares
     */
    public Component spares(Count spares) {
        return with(said().spares(Refusal.named(spares, "spares", name + " spares")));
    }

    /**
     * Says over how many zones instances are spread, the first of the system, and how many zones may fail without too
     * few being left.
     *
     * @param zones how many zones, at least 1
     * @param thatMayFail how many of them, fewer than all
     * @return the component in zones
     * @throws IllegalArgumentException if a number is out of range
     */
    public Component zones(int zones, int thatMayFail) {
        Refusal.unless(zones >= 1 && zones <= 100, "zones", "between 1 and 100", zones);
        Refusal.unless(
                thatMayFail >= 0 && thatMayFail < zones,
                "thatMayFail",
                "below the number of zones, which is " + zones + ",",
                thatMayFail);
        return with(said().zones(zones).areZonesStated(true).zonesThatMayFail(thatMayFail));
    }

    /**
     * Says that instances are spread over shards, of which the hottest gets more than its part of the requests. All
     * shards have as many instances as the hottest needs, one at least; several shards on one instance are one shard
     * here.
     *
     * @param shards how many shards, at least 1
     * @param hottest the share of requests that the hottest gets, at least 1 ÷ shards
     * @return the component in shards
     * @throws IllegalArgumentException if there is no shard, or the share is below that of even shards
     */
    public Component shards(Count shards, Share hottest) {
        Count all = Refusal.atLeast(Refusal.named(shards, "shards", name + " shards"), "shards", 1);
        Share even = Count.of(1 - 1e-9).div(all).toShare().named("the share of even shards");
        Share most = Refusal.named(hottest, "hottest", "hottest shard of " + name);
        return with(said().shards(all).hottest(Refusal.kept(most, "hottest", Side.AT_LEAST, even)));
    }

    /**
     * Says how much of the time one instance is up. As many must be up as carry the peak, of shards as many of the one
     * that a request needs, or of each that it asks at once, with {@link Step#fanOut} or {@link Step#every}, and as
     * many of a shard as if it were the hottest where it is asked alone; they fail independently of each other. Where
     * the peak is a range and the number of instances is not, that is another number in each case, and all of them
     * where more would be needed; where both are ranges it is that of the best guess.
     *
     * @param each the availability of one
     * @return the component with that availability
     * @throws IllegalArgumentException if that of the whole was said
     */
    public Component upPerInstance(Availability each) {
        Availability one = Refusal.named(each, "each", name + " availability per instance");
        return with(said().perInstance(one).build().requireOneUp(name));
    }

    /**
     * Says how much of the time the whole is up, as a provider promises it.
     *
     * @param whole the availability
     * @return the component with that availability
     * @throws IllegalArgumentException if that of each instance was said
     */
    public Component up(Availability whole) {
        return up(Call.of(name, Refusal.named(whole, "whole", "availability of " + name)));
    }

    /**
     * Says what must be up of the whole: {@code Call.of("primary", activePassive)}, {@code Call.writing("store",
     * quorum)}.
     *
     * @param whole the call that stands for it, which may have spare members of its own
     * @return the component with that redundancy
     * @throws IllegalArgumentException if that of each instance was said
     */
    public Component up(Call whole) {
        return with(said().whole(requireNonNull(whole, "whole")).build().requireOneUp(name));
    }

    /**
     * Adds what it depends on, besides what it calls: DNS, a login service, a region.
     *
     * @param others what must be up, too
     * @return the component with these dependencies
     */
    public Component dependsOn(Component... others) {
        return with(said().dependencies(Refusal.copy("others", others)));
    }

    /**
     * Says what an instance costs.
     *
     * @param perInstance such as {@code usd(0.35).per(HOUR)}
     * @return the component with that price
     */
    public Component price(Spending perInstance) {
        return with(said().price(Refusal.named(perInstance, "perInstance", name + " price")));
    }

    /**
     * Says what a request costs.
     *
     * @param each such as {@code usd(0.40).per(million(1))}
     * @return the component with that price
     */
    public Component pricePerRequest(Price<Count> each) {
        return with(said().perRequest(Refusal.named(each, "each", name + " price per request")));
    }

    /**
     * Says what it costs to send data from it to its callers. What they send to it, as in an upload, costs nothing by
     * this; {@link #charge} says what it costs.
     *
     * @param sent such as {@code usd(0.02).per(gb(1))}
     * @return the component with that price
     */
    public Component pricePerByte(Price<Bytes> sent) {
        return with(said().perByte(Refusal.named(sent, "sent", name + " price per byte returned")));
    }

    /**
     * Says what else it costs, whatever the load: stored bytes, a licence.
     *
     * @param what it is for
     * @param amount such as {@code tb(5).times(usd(0.023).per(gb(1)).per(MONTH))}
     * @return the component with that cost
     * @throws IllegalArgumentException if the name is blank
     */
    public Component charge(String what, Spending amount) {
        Refusal.unreadable(what, "what");
        var charge = new Traits.Charge(what, Refusal.named(amount, "amount", name + " " + what));
        return with(said().charges(Traits.with(traits.charges(), charge, Traits.Charge::name)));
    }

    /**
     * Says what a visit stores if its use case writes: messages, orders, photos. Each visit of a use case that writes
     * adds to it, two for a request twice, unless it is {@link #readOnly}; visits from one that reads store nothing.
     * What every visit leaves behind, such as log lines, is said by {@link #logs}. It is one copy and has no price of
     * its own: what it costs is said by {@link #charge}; copies, growth and free space of a store are in
     * {@link dev.estimator.model.Storage}.
     *
     * @param what it is, such as 'messages'; it replaces what was said of the same name
     * @param perVisit how much of it a visit writes
     * @param kept for how long
     * @return the component that stores it
     * @throws IllegalArgumentException if the name is blank
     */
    public Component writes(String what, Bytes perVisit, TimeSpan kept) {
        return keeping(what, perVisit, kept, false);
    }

    /**
     * Says what each visit leaves behind, whether its use case reads or writes: log lines, samples, traces.
     *
     * @param what it is, such as 'access log'; it replaces what was said of the same name
     * @param perVisit how much of it a visit leaves
     * @param kept for how long
     * @return the component that leaves it
     * @throws IllegalArgumentException if the name is blank
     */
    public Component logs(String what, Bytes perVisit, TimeSpan kept) {
        return keeping(what, perVisit, kept, true);
    }

    private Component keeping(String what, Bytes perVisit, TimeSpan kept, boolean isOfReads) {
        Refusal.unreadable(what, "what");
        var written = new Traits.Written(
                what,
                Refusal.named(perVisit, "perVisit", name + " bytes of " + what + " per visit"),
                Refusal.named(kept, "kept", name + " " + what + " kept"),
                isOfReads);
        return with(said().written(Traits.with(traits.written(), written, Traits.Written::name)));
    }

    /**
     * Obtains a visit in which it calls others, one after another, while its caller waits.
     *
     * @param steps what it calls
     * @return the visit
     */
    public Visit calling(Step... steps) {
        return Visit.of(this).calling(steps);
    }

    /**
     * Obtains a visit that sends something.
     *
     * @param request its size
     * @return the visit
     */
    public Visit sending(Bytes request) {
        return Visit.of(this).sending(requireNonNull(request, "request"));
    }

    /**
     * Obtains a visit that gets something back.
     *
     * @param response its size
     * @return the visit
     */
    public Visit receiving(Bytes response) {
        return Visit.of(this).receiving(requireNonNull(response, "response"));
    }

    /**
     * Obtains a visit with a service time of its own.
     *
     * @param time the mean service time of such visits
     * @return the visit
     */
    public Visit taking(TimeSpan time) {
        return Visit.of(this).taking(time);
    }

    /**
     * Obtains a visit that only reads, where its use case writes.
     *
     * @return the visit, which leaves nothing of what the component {@link #writes}
     */
    public Visit readOnly() {
        return Visit.of(this).readOnly();
    }

    /**
     * Returns its name.
     *
     * @return the name, which tells it from others of a system
     */
    public String name() {
        return name;
    }

    Traits traits() {
        return traits;
    }

    /** The component with its name, of which something else is said. */
    Component with(Traits changed) {
        return new Component(name, changed);
    }

    @Override
    void walk(Walk walk, @Nullable Ratio often) {
        Visit.of(this).walk(walk, often);
    }

    @Override
    Optional<Latency> latency(Architecture in) {
        return Visit.of(this).latency(in);
    }

    @Override
    Optional<Latency> latencyThen(Architecture in, Optional<Latency> answered, Latency lost) {
        return Visit.of(this).latencyThen(in, answered, lost);
    }

    @Override
    Optional<TimeSpan> mean(Architecture in) {
        return Visit.of(this).mean(in);
    }

    @Override
    Optional<Call> call(AvailabilityNeeds needs) {
        return Visit.of(this).call(needs);
    }

    @Override
    Visit asVisit(String argument) {
        return Visit.of(this);
    }

    @Override
    String label() {
        return name;
    }

    /** Two components are equal if all their properties are. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Component component && name.equals(component.name) && traits.equals(component.traits);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /**
     * Returns the name and what was said, as in 'api: 3 ms a visit, 8 workers, 3 zones of which 1 may fail, up 99.5%
     * per instance'.
     */
    @Override
    public String toString() {
        String words = traits.inWords();
        return words.isEmpty() ? name : name + ": " + words;
    }

    private static Count wholeFromOne(Count number, String argument) {
        return Refusal.atLeast(Refusal.whole(number, argument), argument, 1);
    }

    /** What was said so far, to be changed. */
    private ImmutableTraits.Builder said() {
        return ImmutableTraits.builder().from(traits);
    }

    private Component with(ImmutableTraits.Builder changed) {
        return with(changed.build());
    }
}
