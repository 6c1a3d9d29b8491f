package dev.estimator.system;

import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Units.PER_SECOND;
import static java.util.Objects.requireNonNull;

import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.text.LineMap;
import dev.estimator.latency.Latency;
import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Bandwidth;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Spending;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.reliability.Call;
import dev.estimator.reliability.CallChain;
import dev.estimator.system.Resource.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The load of a component in a system: the requests that reach it, the resources they need, and what it costs. */
public final class Load {
    private static final double NOISE = 1e-12;

    private final Component component;
    private final Architecture architecture;
    private final Demand demand;
    private final Sizing sizing;
    private final Fullness fullness;
    private final Stay stay;

    Load(Architecture architecture, Component component) {
        this.component = component;
        this.architecture = architecture;
        this.demand = new Demand(architecture, component, false);
        this.sizing = new Sizing(this, architecture);
        this.fullness = new Fullness(this, architecture);
        this.stay = new Stay(this, demand, demand.others());
    }

    /**
     * Returns the component.
     *
     * @return whose load it is
     */
    public Component component() {
        return component;
    }

    /**
     * Returns how many visits come on average, of all use cases.
     *
     * @return the sum of requests × visits per request
     */
    public Qps rate() {
        return demand.rate(UseCase::rate, edge -> true, "rate");
    }

    /**
     * Returns how many visits come at peak; all use cases peak together.
     *
     * @return the sum of requests at peak × visits per request
     */
    public Qps peak() {
        return demand.rate(UseCase::peak, edge -> true, "rate at peak");
    }

    /**
     * Returns how many visits come on average from use cases that read, or only read in those that write.
     *
     * @return the part of the rate
     */
    public Qps reads() {
        return demand.rate(UseCase::rate, edge -> !edge.isWrite(), "reads");
    }

    /**
     * Returns how many visits come on average from use cases that write, without those that are {@link Visit#readOnly}.
     *
     * @return the part of the rate
     */
    public Qps writes() {
        return demand.rate(UseCase::rate, Edge::isWrite, "writes");
    }

    /**
     * Returns how many visits come on average that nobody waits for.
     *
     * @return the part of the rate
     */
    public Qps asynchronous() {
        return demand.rate(UseCase::rate, edge -> !edge.isAwaited(), "asynchronous");
    }

    /**
     * Returns what it receives at peak: requests, and responses of those it calls.
     *
     * @return the bandwidth, of what has a size
     * @throws IllegalArgumentException if no size of it was stated
     */
    public Bandwidth bytesIn() {
        return sized(demand.bytesIn(UseCase::peak), "into ", "sending(...) of its visits or receiving(...)");
    }

    /**
     * Returns what it sends at peak: responses, and requests to those it calls.
     *
     * @return the bandwidth, of what has a size
     * @throws IllegalArgumentException if no size of it was stated
     */
    public Bandwidth bytesOut() {
        return sized(demand.bytesOut(UseCase::peak), "out of ", "receiving(...) of its visits or sending(...)");
    }

    private Bandwidth sized(Optional<Bandwidth> bytes, String way, String what) {
        return bytes.orElseThrow(() -> new IllegalArgumentException("what goes " + way + component.name()
                        + " must have a size: say " + what + " of those it calls"))
                .named(way + component.name());
    }

    /**
     * Returns how many instances there are: those that were stated, or as many as are needed at the target utilization,
     * in zones, with spares. A component that nothing limits is one.
     *
     * @return the instances
     * @throws ArithmeticException if no number is enough, as each instance must do more than it can
     */
    public Count instances() {
        return sizing.instances();
    }

    /**
     * Returns whether it is visited only while something else is down. Unless their number was stated, it has as many
     * instances as it needs then.
     *
     * @return whether all of its visits are those of a fallback
     */
    public boolean isFallback() {
        return demand.in().findAny().isEmpty()
                && architecture.fallbacks().stream()
                        .anyMatch(edge -> edge.callee().equals(component))
                && !architecture.setting().isDown(component);
    }

    /**
     * Returns how many instances are needed at the target utilization, in zones, with spares, however many were stated
     * or bought, of it or of others: threads that wait for others are counted as if those had what they need, too.
     *
     * @return the instances; one if nothing limits it
     * @throws ArithmeticException if no number is enough
     */
    public Count needed() {
        return sizing.needed();
    }

    /**
     * Returns whether the number of instances was stated or bought, and so stays as it is when traffic grows.
     *
     * @return whether {@link #instances} is what was said, and {@link #needed} another answer
     */
    public boolean hasFixedInstances() {
        return component.traits().instances().isPresent();
    }

    /** Whether something limits it; bandwidth does not where the size of nothing that is sent was stated. */
    boolean isLimited() {
        return !demand.resources().isEmpty();
    }

    boolean isVisited() {
        return peak().to(PER_SECOND) > 0;
    }

    /** Whether something limits it, and visits come. */
    boolean isFilled() {
        return isLimited() && isVisited();
    }

    /** Places that hold the same: shards, or instances. */
    Count members() {
        return component.traits().shards().orElseGet(this::instances);
    }

    /**
     * Returns the resources that limit it, the fullest first; of a fallback, as it is in the place of what is down.
     *
     * @return their names, such as 'workers', 'threads', 'network', and 'workers of the hottest shard' where one has
     *     more to do than others; none if nothing limits it
     */
    public List<String> resources() {
        return fullness.byUtilization().stream().map(Resource::name).toList();
    }

    /**
     * Returns the resources that more traffic does not fill, as they were said by {@link Component#needs}.
     *
     * @return their names, such as 'memory'
     */
    public List<String> fixed() {
        return component.traits().needs().stream().map(Resource::name).toList();
    }

    /**
     * Returns what it costs whatever the load, as it was said by {@link Component#charge}: more traffic, as by
     * {@link Architecture#times}, makes it no more.
     *
     * @return the money for a time by what it is for, such as 'storage'
     */
    public Map<String, Spending> charges() {
        Map<String, Spending> charges = new LinkedHashMap<>();
        component.traits().charges().forEach(charge -> charges.put(charge.name(), charge.amount()));
        return new LineMap<>(charges);
    }

    /**
     * Returns those of the {@linkplain #fixed fixed} resources and {@linkplain #charges charges} of which there is more
     * where the traffic grows by what both follow from, such as the number of users. {@link Architecture#times},
     * {@link #headroom} and {@link Architecture#runway} take them as they are; what-ifs of the number of users, and
     * {@code largest(users).suchThat(shop.fits())}, do not.
     *
     * @return their names, such as 'connections'; none if nothing of them shares an assumption with the traffic
     */
    public List<String> takenAsFixed() {
        return List.copyOf(following().keySet());
    }

    /** As above, with the names of what each and the traffic follow from. */
    Map<String, List<String>> following() {
        return new TakenAsFixed(this, architecture).causes();
    }

    /**
     * Returns how busy the fullest resource is at peak, in its hottest shard.
     *
     * @return the utilization, above 1 where fewer instances were stated than are needed; 0 if nobody visits it
     * @throws IllegalArgumentException if nothing limits it
     */
    public Ratio utilization() {
        requireLimited(" must be limited");
        boolean isHottest = fullness.byUtilization().get(0).name().endsWith(Resource.OF_HOTTEST);
        return Inside.asUtilization(fullness.of(kind -> true))
                .named(component.name() + " utilization" + (isHottest ? Resource.OF_HOTTEST : ""));
    }

    /**
     * Returns how busy a resource is at peak.
     *
     * @param resource its name, such as 'workers'
     * @return the utilization
     * @throws IllegalArgumentException if it is not limited by a resource of that name
     */
    public Ratio utilization(String resource) {
        requireLimited(" is not limited by " + requireNonNull(resource, "resource") + " or anything else");
        return Inside.asUtilization(fullness.of(resource)).named(component.name() + " " + resource + " utilization");
    }

    /**
     * Returns by how much all traffic can grow until a resource is full, if everything grows alike. What a component
     * {@linkplain Component#needs needs}, such as memory for data, is left out, also where it follows from what the
     * traffic follows from ({@link #takenAsFixed}).
     *
     * @return {@code 1 ÷ utilization}
     * @throws IllegalArgumentException if nothing limits it
     * @throws ArithmeticException if traffic fills nothing of it, as where nobody visits it
     */
    public Ratio headroom() {
        requireLimited(" must be limited");
        Ratio busy = fullness.growing();
        if (!busy.isUncertain() && busy.value() == 0) {
            throw new ArithmeticException("the headroom of " + component.name() + " has no end: no traffic fills it");
        }
        return ratio(1).div(busy).named(component.name() + " headroom");
    }

    private void requireLimited(String what) {
        if (!isLimited()) {
            throw new IllegalArgumentException(
                    component.name() + what + ": say serviceTime(...), requestsPerInstance(...) or another limit");
        }
    }

    /**
     * Returns what is full first when all traffic grows: the fullest resource of those that more traffic fills.
     *
     * @return its name, such as 'workers'; 'nothing' if there is none
     */
    public String firstFull() {
        return fullness.firstFull().map(Resource::name).orElse("nothing");
    }

    /**
     * Returns how long a visit takes here: the way, the lines at peak, and the work, without what is called. Of visits
     * that take different service times it is the mixture, by their rates. Waits in different lines are taken as
     * independent.
     *
     * @return the latency
     * @throws IllegalArgumentException if it takes no time, which {@link #hasLatency} says
     * @throws ArithmeticException if it is certainly overloaded
     */
    public Latency latency() {
        return stay.latencyOfAll().orElseThrow(this::takesNoTime);
    }

    private IllegalArgumentException takesNoTime() {
        return new IllegalArgumentException(
                component.name() + " must take time: say serviceTime(...), latency(...) or roundTrip(...)");
    }

    /**
     * Returns whether a visit takes time here.
     *
     * @return whether something was said that takes time
     */
    public boolean hasLatency() {
        Traits traits = component.traits();
        return !traits.isTimeless() || (traits.threads().isPresent() && isVisited());
    }

    /**
     * Returns how long a visit takes here on average, by arithmetic, over all visits of all use cases.
     *
     * @return the mean
     * @throws IllegalArgumentException if it takes no time, which {@link #hasLatency} says
     * @throws ArithmeticException if it is certainly overloaded
     */
    public TimeSpan meanLatency() {
        return stay.meanOfAll().orElseThrow(this::takesNoTime);
    }

    Demand demand() {
        return demand;
    }

    Sizing sizing() {
        return sizing;
    }

    Fullness fullness() {
        return fullness;
    }

    Stay stay() {
        return stay;
    }

    /** As above, of its hottest shard or of others. */
    Stay stay(Demand of) {
        return new Stay(this, of, of);
    }

    /** The utilization of the fullest resource with a fixed capacity; threads that wait for others are not one. */
    Ratio carried() {
        return carried(demand);
    }

    /** As above, of its hottest shard or of others. */
    Ratio carried(Demand of) {
        return Fullness.of(of, Kind::carries, instances());
    }

    /** Whether more comes at the best guess than it carries; what is exactly full may come out as a little more. */
    boolean isRefusing() {
        return carried().value() > 1 + NOISE;
    }

    /** Whether a resource is certainly overloaded, so that waits are endless. */
    boolean isFull() {
        return isFull(demand);
    }

    /** As above, of its hottest shard or of others. */
    boolean isFull(Demand of) {
        return fullness.full(Waits.ALL, of).isPresent();
    }

    /**
     * Returns whether the peak is more than it carries with all instances up, at the best guess. It is then never up in
     * time, however rarely it fails.
     *
     * @return whether {@link #utilization} is above 1
     */
    public boolean isOverloaded() {
        return isVisited() && fullness.of(kind -> true).value() > 1 + NOISE;
    }

    /**
     * Returns how much of the time it is up, with what it depends on, but without what it calls.
     *
     * @return the availability: how much of the time as many instances are up as carry the peak, so 0 % where all of
     *     them do not; tables then say 'overloaded'
     * @throws IllegalArgumentException if none was stated, which {@link #hasAvailability} says
     */
    public Availability availability() {
        Call all = call().orElseThrow(() -> new IllegalArgumentException(
                component.name() + " must have an availability: say up(...) or upPerInstance(...)"));
        return CallChain.builder().call(all).build().availability().named(component.name() + " availability");
    }

    /**
     * Returns whether an availability was stated, of it or of what it depends on.
     *
     * @return whether {@link #availability} has an answer
     */
    public boolean hasAvailability() {
        return isUpStated() || architecture.dependencies(this).stream().anyMatch(Load::isUpStated);
    }

    private boolean isUpStated() {
        Traits traits = component.traits();
        return traits.whole().isPresent()
                || traits.perInstance().isPresent()
                || architecture.setting().isDown(component);
    }

    /** This, and what it depends on. */
    List<Load> withDependencies() {
        return Stream.concat(Stream.of(this), architecture.dependencies(this).stream())
                .toList();
    }

    /** Enough instances in enough zones, and its dependencies; of shards only the one that a request needs. */
    Optional<Call> call() {
        return call(component.name(), 1);
    }

    /** As above, with a name for the instances that are enough, and of so many shards. */
    Optional<Call> call(String name, int shards) {
        return new Uptime(this, name, architecture, Optional.empty()).call(shards);
    }

    /** As above, in the place of another, which it is not in the cases in which it does not carry that. */
    Optional<Call> inPlace(String name, int shards, Optional<Count> carrying) {
        return new Uptime(this, name, architecture, carrying).call(shards);
    }

    /**
     * Returns what it costs: instances, requests, bytes sent to callers and across zones, and what was stated besides.
     *
     * @return the money for a time, such as '$2.19k/month'
     * @throws IllegalArgumentException if no price was stated, which {@link #hasCost} says
     */
    public Spending cost() {
        return spending()
                .orElseThrow(() -> new IllegalArgumentException(component.name()
                        + (component.traits().perByte().isPresent()
                                ? " must return bytes to have a cost: say receiving(...) of its visits"
                                : " must have a price: say price(...), pricePerRequest(...) or charge(...)")));
    }

    /**
     * Returns whether a price was stated.
     *
     * @return whether {@link #cost} has an answer
     */
    public boolean hasCost() {
        return costs().isAny();
    }

    Costs costs() {
        return new Costs(this, demand, architecture.setting());
    }

    Optional<Spending> spending() {
        return costs().all();
    }

    /**
     * Returns how much of what visits leave behind is kept: rate × size × time kept, on average. The rate is that of
     * {@link #writes()} for what was said by {@link Component#writes}, and of all visits for {@link Component#logs}. It
     * is one copy, and costs what was said by {@link Component#charge}.
     *
     * @param what its name, such as 'messages'
     * @return the bytes
     * @throws IllegalArgumentException if it keeps nothing of that name
     */
    public Bytes stored(String what) {
        return costs().stored(requireNonNull(what, "what"));
    }

    /**
     * Returns all that visits leave behind.
     *
     * @return how much of each is kept, in the order in which it was said
     */
    public List<Bytes> stored() {
        return component.traits().written().stream()
                .map(written -> stored(written.name()))
                .toList();
    }

    /** Returns the load in a line, as in 'api: 46k req/s at peak, 30 instances, workers at 68%'. */
    @Override
    public String toString() {
        String text = component.name() + ": " + peak() + " at peak";
        return isLimited()
                ? text + ", " + Traits.number(instances(), "instance") + ", " + NumberCells.fullest(this)
                : text;
    }
}
