package dev.estimator.system;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.input.Refusal;
import dev.estimator.latency.Latency;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.reliability.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A visit of a component, what is sent with it, and what it calls while its caller waits. */
@SuppressWarnings("serial") // what it holds is serializable, or a list of that
public final class Visit extends Step {
    private static final long serialVersionUID = 1L;

    private final Component component;
    private final @Nullable Bytes request;
    private final @Nullable Bytes response;
    private final @Nullable TimeSpan taking;
    private final boolean isReadOnly;
    private final List<Step> calls;

    private Visit(
            Component component,
            @Nullable Bytes request,
            @Nullable Bytes response,
            @Nullable TimeSpan taking,
            boolean isReadOnly,
            List<Step> calls) {
        this.component = component;
        this.request = request;
        this.response = response;
        this.taking = taking;
        this.isReadOnly = isReadOnly;
        this.calls = calls;
    }

    static Visit of(Component component) {
        return new Visit(component, null, null, null, false, List.of());
    }

    /**
     * Says what the component calls, one step after another, while its caller waits.
     *
     * @param steps what it calls, after what it calls already
     * @return the visit with these calls
     */
    public Visit calling(Step... steps) {
        List<Step> all = new ArrayList<>(calls);
        all.addAll(Refusal.copy("steps", steps));
        return new Visit(component, request, response, taking, isReadOnly, List.copyOf(all));
    }

    /**
     * Says how much is sent to the component.
     *
     * @param size of the request
     * @return the visit with that size
     */
    public Visit sending(Bytes size) {
        return new Visit(component, requireNonNull(size, "size"), response, taking, isReadOnly, calls);
    }

    /**
     * Says how much comes back.
     *
     * @param size of the response
     * @return the visit with that size
     */
    public Visit receiving(Bytes size) {
        return new Visit(component, request, requireNonNull(size, "size"), taking, isReadOnly, calls);
    }

    /**
     * Says how long a worker is busy with this kind of visit, where that differs from others: a write takes longer than
     * a read.
     *
     * @param time the mean service time of such visits
     * @return the visit with that time
     */
    public Visit taking(TimeSpan time) {
        return new Visit(component, request, response, requireNonNull(time, "time"), isReadOnly, calls);
    }

    /**
     * Says that it only reads, where its use case writes: it is one of {@link Load#reads} and leaves nothing of what
     * the component {@linkplain Component#writes writes}. What it calls is not changed by that.
     *
     * @return the visit that only reads
     */
    public Visit readOnly() {
        return new Visit(component, request, response, taking, true, calls);
    }

    Component component() {
        return component;
    }

    boolean isReadOnly() {
        return isReadOnly;
    }

    boolean isSending() {
        return request != null;
    }

    boolean isReceiving() {
        return response != null;
    }

    Optional<Bytes> request(Architecture in) {
        return sized("request to ", in, visit -> visit.request);
    }

    Optional<Bytes> response(Architecture in) {
        return sized("response of ", in, visit -> visit.response);
    }

    /** A size is of all visits, unless others have another. */
    private Optional<Bytes> sized(String role, Architecture in, Function<Visit, @Nullable Bytes> size) {
        return Optional.ofNullable(size.apply(this))
                .map(own -> own.name() == null && isOneOfSeveral(in, size)
                        ? own.orNamed(nameOf(role, in, size))
                        : own.orNamed(role + component.name()));
    }

    private boolean isOneOfSeveral(Architecture in, Function<Visit, ? extends @Nullable Quantity<?>> part) {
        return said(in, part)
                        .map(visit -> Inside.node(requireNonNull(part.apply(visit))))
                        .distinct()
                        .count()
                > 1;
    }

    boolean isTaking() {
        return taking != null;
    }

    /** The service time of its own, by a name that tells it from those of other visits to the component. */
    Optional<TimeSpan> taking(Architecture in) {
        return Optional.ofNullable(taking)
                .map(time -> time.name() == null
                        ? ofThis(time, nameOf("service time of ", in, visit -> visit.taking))
                        : time);
    }

    private static TimeSpan ofThis(TimeSpan time, String name) {
        return Inside.ofWhole(time, name).orNamed(name);
    }

    private String nameOf(String role, Architecture in, Function<Visit, ? extends @Nullable Quantity<?>> part) {
        String useCases = useCases(in);
        String name = role + component.name() + " in " + useCases;
        int place = unnamed(in, part)
                .filter(other -> other.useCases(in).equals(useCases))
                .map(other -> Inside.node(requireNonNull(part.apply(other))))
                .distinct()
                .toList()
                .indexOf(Inside.node(requireNonNull(part.apply(this))));
        return place > 0 ? name + " (" + (place + 1) + ")" : name;
    }

    /** The visits to the same component of which a part was said but not named. */
    private Stream<Visit> unnamed(Architecture in, Function<Visit, ? extends @Nullable Quantity<?>> part) {
        return said(in, part).filter(visit -> requireNonNull(part.apply(visit)).name() == null);
    }

    /** Those of which it was said, named or not. */
    private Stream<Visit> said(Architecture in, Function<Visit, ? extends @Nullable Quantity<?>> part) {
        return in.edges().stream()
                .map(Edge::visit)
                .filter(visit -> component.name().equals(visit.component.name()) && part.apply(visit) != null);
    }

    private String useCases(Architecture in) {
        return in.edges().stream()
                .filter(edge -> edge.visit() == this)
                .map(edge -> edge.useCase().name())
                .distinct()
                .collect(Collectors.joining(" and "));
    }

    List<Step> calls() {
        return calls;
    }

    @Override
    void walk(Walk walk, @Nullable Ratio often) {
        walk.visit(this, often);
    }

    @Override
    Optional<Latency> latency(Architecture in) {
        Optional<Latency> one = once(in);
        return tried(in, one, one);
    }

    @Override
    Optional<Latency> latencyThen(Architecture in, Optional<Latency> answered, Latency lost) {
        Optional<Tries> tries = tries(in.setting());
        return tries.isEmpty()
                ? StepSums.latencyThen(calls, in, answered, lost)
                        .map(all -> own(in).map(time -> time.plus(all)).orElse(all))
                : once(in).map(one -> tries.get().of(one, answered, lost));
    }

    /** Whether several calls go to shards of which one gets more than others. */
    boolean isUneven(Architecture in) {
        return in.load(component).demand().isUneven();
    }

    /** Of calls at once, each of another shard, or of as many of each, of which all are needed. */
    Latency slowest(int calls, Architecture in) {
        Load load = in.load(component);
        Demand demand = load.demand();
        Share asking = demand.hottest(calls);
        boolean isAll = calls >= demand.shards() || StepSums.isAll(asking);
        int ofHottest = (int) Math.max(1, Math.round(calls / demand.shards()));
        Latency other = ofShard(demand.others(), in);
        Latency all = load.isFull()
                ? Stay.ENDLESS
                : Latency.slowest(ofShard(demand, in).fanOut(ofHottest), other.fanOut(calls - ofHottest));
        return isAll ? all : Latency.mix(asking, all, other.fanOut(calls));
    }

    private Latency ofShard(Demand shard, Architecture in) {
        Optional<Latency> once = withCalls(in, in.load(component).stay(shard).latency(taking(in)));
        return tried(in, once, once).orElse(Stay.NONE);
    }

    private Optional<Latency> own(Architecture in) {
        return in.load(component).stay().latency(taking(in));
    }

    /** One try. */
    Optional<Latency> once(Architecture in) {
        return isDown(in.setting()) ? Optional.empty() : withCalls(in, own(in));
    }

    /** One try, apart from the lines in front of the component. */
    Optional<Latency> onceWithoutWait(Architecture in, Stay stay) {
        return withCalls(in, stay.withoutWait(taking(in)));
    }

    private Optional<Latency> withCalls(Architecture in, Optional<Latency> own) {
        return StepSums.inSequence(
                Stream.concat(own.stream(), latencies(calls, in).stream()).toList());
    }

    /** With what follows the first try, if visits fail. */
    Optional<Latency> tried(Architecture in, Optional<Latency> first, Optional<Latency> further) {
        return further.flatMap(next -> tries(in.setting()).map(tries -> tries.of(first.orElse(Stay.NONE), next)))
                .or(() -> first);
    }

    /** How often a what-if makes it, of which one fails as well where a what-if loses what it calls. */
    Optional<Tries> tries(Setting setting) {
        return Optional.ofNullable(setting.tries().get(component.name()))
                .map(tries -> tries.losing(OneTry.of(this), setting));
    }

    @Override
    Optional<TimeSpan> mean(Architecture in) {
        Optional<TimeSpan> one = meanOnce(in);
        return tries(in.setting())
                .flatMap(tries -> one.map(mean -> mean.times(tries.amplification())))
                .or(() -> one);
    }

    /** The mean of one try. */
    Optional<TimeSpan> meanOnce(Architecture in) {
        return isDown(in.setting())
                ? Optional.empty()
                : StepSums.sum(Stream.concat(in.load(component).stay().mean(taking(in)).stream(), meansOfCalls(in)));
    }

    Stream<TimeSpan> meansOfCalls(Architecture in) {
        return calls.stream().flatMap(step -> step.mean(in).stream());
    }

    @Override
    Optional<Call> call(AvailabilityNeeds needs) {
        return needs.setting().tries().containsKey(component.name())
                ? StepSums.together(
                        Stream.of(callOnce(needs.counting(false)), needs.allFailed(() -> tries(needs.setting())))
                                .flatMap(Optional::stream)
                                .toList())
                : callOnce(needs);
    }

    /** What one try needs. */
    Optional<Call> callOnce(AvailabilityNeeds needs) {
        AvailabilityNeeds one = needs.ofShards(1);
        return StepSums.together(Stream.concat(
                        needs.of(component).stream(), calls.stream().flatMap(step -> step.call(one).stream()))
                .toList());
    }

    boolean isDown(Setting setting) {
        return setting.isDown(component);
    }

    @Override
    Visit asVisit(String argument) {
        return this;
    }

    @Override
    String label() {
        return component.name();
    }

    @Override
    String words() {
        String details = Stream.of(
                        told("sending ", request),
                        told("receiving ", response),
                        told("taking ", taking),
                        told("", isReadOnly ? "read-only" : null))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        String visited = details.isEmpty() ? label() : label() + ", " + details;
        return calls.isEmpty() ? visited : visited + " → " + new InSequence(calls).part();
    }

    private static Optional<String> told(String how, @Nullable Object amount) {
        return Optional.ofNullable(amount).map(known -> how + known);
    }

    /** Returns whom it visits and what that calls, as in 'api → (cache, then database)'. */
    @Override
    public String toString() {
        return words();
    }
}
