package dev.estimator.system;

import static dev.estimator.quantity.Units.MB_PER_SECOND;
import static dev.estimator.quantity.Units.PER_SECOND;

import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.graph.Node;
import dev.estimator.internal.input.Lazy;
import dev.estimator.latency.Latency;
import dev.estimator.quantity.Amount;
import dev.estimator.quantity.Bandwidth;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Quantities;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.system.Resource.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The requests that reach a component, and the resources they need. */
final class Demand {
    static final Qps NO_VISITS = Quantities.qps(0);
    private static final Ratio ONE = Quantities.ratio(1);
    private static final Bandwidth NOTHING = Quantities.mbPerSecond(0);

    private final Architecture architecture;
    private final Component component;
    private final Traits traits;
    private final boolean isOfOthers;
    private final Supplier<List<Resource<?>>> resources = Lazy.of(this::found);
    private final Supplier<Work<Count>> held = Lazy.of(this::findHeld); // twice for each call, else 2ⁿ in a chain

    /**
     * What reaches a component.
     *
     * @param isOfOthers whether it is as if all shards were as busy as those other than the hottest
     */
    Demand(Architecture architecture, Component component, boolean isOfOthers) {
        this.architecture = architecture;
        this.component = component;
        this.traits = component.traits();
        this.isOfOthers = isOfOthers;
    }

    Waits counted() {
        return architecture.waits();
    }

    Component component() {
        return component;
    }

    /** The rate of visits over some edges, summed over use cases; none over none, which nobody assumed, has no name. */
    Qps rate(Function<UseCase, Qps> entry, Predicate<Edge> which, String what) {
        Map<UseCase, List<Edge>> byUseCase = in().filter(which)
                .collect(Collectors.groupingBy(Edge::useCase, LinkedHashMap::new, Collectors.toList()));
        List<Qps> rates = new ArrayList<>();
        byUseCase.forEach((useCase, edges) -> {
            Qps requests = entry.apply(useCase);
            rates.add(visits(edges)
                    .map(often -> useCase.at(component, requests, often))
                    .orElse(requests));
        });
        return rates.stream()
                .reduce(Qps::plus)
                .map(sum -> Inside.ofSame(sum, NO_VISITS)) // whatever the use cases are of
                .map(sum -> sum.named(component.name() + " " + what))
                .orElse(NO_VISITS);
    }

    /** The visits over some edges for each request; empty stands for one visit. */
    static Optional<Ratio> visits(List<Edge> edges) {
        if (edges.size() == 1) {
            return Optional.ofNullable(edges.get(0).often());
        }
        return Optional.of(sum(
                edges.stream()
                        .map(edge -> edge.often() == null ? Quantities.ratio(1) : edge.often())
                        .toList(),
                Quantities.ratio(0)));
    }

    Stream<Edge> in() {
        return architecture.edges().stream().filter(edge -> edge.callee().equals(component));
    }

    private Stream<Edge> out() {
        return architecture.edges().stream().filter(edge -> component.equals(edge.caller()));
    }

    /** The visits at peak that are distributed over the instances. */
    Qps shared() {
        return rate(UseCase::peak, edge -> !isEven(edge), "peak");
    }

    /** Whether it goes to each instance, or to each shard, alike. */
    private boolean isEven(Edge edge) {
        int batch = edge.way().batch();
        return edge.isEvery()
                || (batch > 1
                        && traits.shards().isPresent()
                        && batch >= traits.shards().get().value());
    }

    /** The visits that go to every instance; those that go to every shard are distributed over its instances. */
    private Stream<Edge> each() {
        return traits.shards().isPresent() ? Stream.of() : in().filter(Edge::isEvery);
    }

    /** Visits at peak. */
    Work<Qps> rates() {
        Work<Qps> rates = work(shared(), Edge::peak);
        Qps hottest = traits.shards().isPresent()
                ? rates.shared()
                        .named(component.name() + " peak if " + (isOfOthers ? "none" : "all") + " were the hottest")
                : rates.shared();
        return new Work<>(hottest, rates.onEach().map(each -> each.named(component.name() + " peak on each instance")));
    }

    /** The visits at peak if all shards were as busy as the hottest, plus those that go to every instance or shard. */
    private <Q extends Amount<Q>> Work<Q> work(Q all, Function<Edge, Q> ofEdge) {
        Q hottest = imbalance().map(all::times).orElse(all);
        return new Work<>(withAllShards(hottest, ofEdge), each().map(ofEdge).reduce(Q::plus));
    }

    /** With visits of all shards, which are even. */
    private <Q extends Amount<Q>> Q withAllShards(Q others, Function<Edge, Q> of) {
        Q all = others;
        if (traits.shards().isPresent()) {
            for (Edge edge : in().filter(this::isEven).toList()) {
                Q some = of.apply(edge);
                all = all.plus(edge.isEvery() ? some.times(traits.shards().get().toRatio()) : some);
            }
        }
        return all;
    }

    /** Whether the hottest shard gets more than others. */
    boolean isUneven() {
        return others() != this && in().anyMatch(edge -> !isEven(edge));
    }

    /** As if all shards were as busy as those other than the hottest; the same if there is one shard at most. */
    Demand others() {
        return traits.shards().isPresent() && traits.shards().get().value() > 1
                ? new Demand(architecture, component, true)
                : this;
    }

    /** How many there are; one where none were stated. */
    double shards() {
        return traits.shards().map(Count::value).orElse(1.0);
    }

    /** The requests of a use case that ask the hottest shard: of several at once any may, and of all one does. */
    Share hottest(UseCase useCase) {
        int most = in().filter(edge -> edge.useCase().equals(useCase))
                .mapToInt(
                        edge -> edge.isEvery() ? Integer.MAX_VALUE : edge.way().batch())
                .max()
                .orElse(1);
        return hottest(most);
    }

    /** How likely one of several calls, each of another shard, is of the hottest. */
    Share hottest(int calls) {
        return calls == 1
                ? hottest()
                : hottest().toRatio().times(Quantities.ratio(calls)).min(ONE).toShare();
    }

    private Share hottest() {
        return traits.hottest().orElseThrow();
    }

    /** Visits at peak; of every instance or shard as many. */
    private Qps visits(Edge edge, Count instances) {
        return edge.isEvery()
                ? edge.peak().times(traits.shards().orElse(instances).toRatio())
                : edge.peak();
    }

    private Optional<Ratio> imbalance() {
        if (traits.shards().isEmpty()) {
            return Optional.empty();
        }
        Ratio shards = traits.shards().get().toRatio();
        Ratio factor = isOfOthers
                ? hottest().complement().toRatio().times(shards.div(shards.minus(ONE)))
                : hottest().toRatio().times(shards);
        return Optional.of(factor.named(component.name() + " imbalance" + whose()));
    }

    /** Nothing of the hottest shard, or of all. */
    String whose() {
        return isOfOthers ? " of others" : "";
    }

    /** Workers busy at peak. */
    private Work<Count> busy() {
        Function<Edge, Count> ofEdge = edge -> busy(edge.peak(), serviceTime(edge));
        Count all = hasKinds() ? ofShared(ofEdge) : busy(shared(), serviceTime());
        return work(all, ofEdge).named(component.name() + " busy workers");
    }

    private static Count busy(Qps visits, TimeSpan each) {
        return Inside.ofNothingNamed(visits.times(each));
    }

    private Count ofShared(Function<Edge, Count> ofEdge) {
        return sum(shared(in()).map(ofEdge).toList(), Quantities.count(0));
    }

    /** The largest number of visits that reach a shard together; all are assumed to come in such batches. */
    int batch() {
        return batches().max().orElse(1);
    }

    private IntStream batches() {
        return in().filter(edge -> !edge.isEvery())
                .mapToInt(edge -> (int) Math.ceil(edge.way().batch() / (traits.isOneLine() ? 1 : shards())));
    }

    /** Whether some visits come in smaller batches, or alone. */
    boolean hasSmallerBatches() {
        return batches().distinct().count() > 1;
    }

    private boolean hasKinds() {
        return in().anyMatch(edge -> edge.visit().isTaking());
    }

    /**
     * How often visits come that take each of several service times; none if all take the usual. Times of two
     * assumptions are two, though they are equal: each can be asked for.
     */
    List<Map.Entry<TimeSpan, Qps>> kinds(Count instances) {
        Map<Node, Map.Entry<TimeSpan, Qps>> kinds = new LinkedHashMap<>();
        if (hasKinds() && traits.latency().isEmpty()) {
            in().filter(edge -> edge.peak().to(PER_SECOND) > 0).forEach(edge -> {
                TimeSpan each = serviceTime(edge);
                Node leaf = Inside.leaf(each);
                kinds.merge(
                        leaf == null ? Inside.node(each) : leaf,
                        Map.entry(each, visits(edge, instances)),
                        (one, other) -> Map.entry(one.getKey(), one.getValue().plus(other.getValue())));
            });
        }
        return List.copyOf(kinds.values());
    }

    private TimeSpan serviceTime() {
        return traits.serviceTime().orElseThrow();
    }

    private TimeSpan serviceTime(Edge edge) {
        return edge.visit().taking(architecture).orElseGet(this::serviceTime);
    }

    /** The mean over all kinds of visits. */
    TimeSpan meanServiceTime(Count instances) {
        if (!hasKinds()) {
            return serviceTime();
        }
        List<Count> busy = in().map(edge -> visits(edge, instances).times(serviceTime(edge)))
                .toList();
        return sum(busy, Quantities.count(0)).div(visits(instances)).named(component.name() + " mean service time");
    }

    private Qps visits(Count instances) {
        return sum(in().map(edge -> visits(edge, instances)).toList(), NO_VISITS);
    }

    /** The squared variation of service times of all kinds of visits together: {@code E[S²] ÷ E[S]² − 1}. */
    Ratio variability(Count instances) {
        Ratio each = traits.variability().orElseGet(Demand::exponential);
        if (!hasKinds()) {
            return each;
        }
        Qps all = visits(instances);
        TimeSpan mean = meanServiceTime(instances);
        List<Ratio> squares = in().map(edge -> {
                    Ratio longer = serviceTime(edge).div(mean);
                    return visits(edge, instances).div(all).times(longer).times(longer);
                })
                .toList();
        return sum(squares, Quantities.ratio(0))
                .times(each.plus(Quantities.ratio(1)))
                .minus(Quantities.ratio(1))
                .named(component.name() + " service variability of all kinds");
    }

    private static Ratio exponential() {
        return Quantities.assumeDefault("service variability", Quantities.ratio(1), "exponential service times");
    }

    /**
     * Threads in use at peak, by Little's law: each visit holds one for its own work and for the calls that it waits
     * for.
     */
    Work<Count> held() {
        return held.get();
    }

    private Work<Count> findHeld() {
        Function<Edge, Count> ofEdge = edge -> busy(edge.peak(), held(edge));
        return work(ofShared(ofEdge), ofEdge).named(component.name() + " threads held");
    }

    private TimeSpan held(Edge edge) {
        Optional<TimeSpan> work = edge.visit()
                .taking(architecture)
                .or(traits::serviceTime)
                .or(() -> traits.latency().map(Latency::mean));
        return StepSums.sum(Stream.concat(work.stream(), calls(edge)))
                .orElseGet(() -> Quantities.ns(0))
                .named(edge.useCase().name() + " in " + component.name());
    }

    /**
     * How long a visit waits for the components it calls; infinite if there are lines of one that is overloaded. What a
     * resource without a line refuses is answered at once.
     */
    private Stream<TimeSpan> calls(Edge edge) {
        try {
            return edge.visit().meansOfCalls(architecture.refusing()).toList().stream();
        } catch (Overload e) {
            return Stream.of(Inside.like(Quantities.ns(0), Double.POSITIVE_INFINITY));
        }
    }

    /** What comes in: requests of callers and responses of those it calls; empty if nobody said their size. */
    Optional<Bandwidth> bytesIn(Function<UseCase, Qps> entry) {
        return sum(bytes(in(), entry, Visit::request), bytes(out(), entry, Visit::response));
    }

    /** What goes out: responses to callers and requests to those it calls; empty if nobody said their size. */
    Optional<Bandwidth> bytesOut(Function<UseCase, Qps> entry) {
        return sum(bytes(in(), entry, Visit::response), bytes(out(), entry, Visit::request));
    }

    /** What it returns on average; nothing where nobody calls it, and empty if nobody said how much that is. */
    Optional<Bandwidth> returned() {
        return in().findAny().isEmpty() ? Optional.of(NOTHING) : bytes(in(), UseCase::rate, Visit::response);
    }

    Bandwidth responses(Function<UseCase, Qps> entry) {
        return bytes(in(), entry, Visit::response).orElse(NOTHING);
    }

    Bandwidth requests(Function<UseCase, Qps> entry) {
        return bytes(in(), entry, Visit::request).orElse(NOTHING);
    }

    /** The bytes exchanged with callers in other zones, on average; empty if there are none. */
    Optional<Bandwidth> acrossZones() {
        return in().flatMap(edge -> Stream.<BiFunction<Visit, Architecture, Optional<Bytes>>>of(
                                Visit::request, Visit::response)
                        .flatMap(size -> bytes(Stream.of(edge), UseCase::rate, size).stream())
                        .flatMap(bytes -> inOtherZones(edge).map(bytes::times).stream()))
                .reduce(Bandwidth::plus)
                .map(bytes -> bytes.named("bytes across zones to " + component.name()));
    }

    /** Of the calls of one component in several zones to another: both are in the same with 1 ÷ the more of them. */
    private Optional<Ratio> inOtherZones(Edge edge) {
        int callers = edge.caller() == null ? 1 : edge.caller().traits().zones();
        int zones = traits.zones();
        return callers == 1 || zones == 1
                ? Optional.empty()
                : Optional.of(Quantities.ratio(1 - 1.0 / Math.max(callers, zones))
                        .named("other zones of " + edge.callerName() + " and " + component.name()));
    }

    private Optional<Bandwidth> bytes(
            Stream<Edge> edges, Function<UseCase, Qps> entry, BiFunction<Visit, Architecture, Optional<Bytes>> size) {
        return Edge.bytes(edges, entry, size, architecture);
    }

    private static Optional<Bandwidth> sum(Optional<Bandwidth> one, Optional<Bandwidth> other) {
        return Stream.concat(one.stream(), other.stream()).reduce(Bandwidth::plus);
    }

    /** Whether the size of anything that it receives or sends was stated. */
    private boolean hasBytes() {
        return Stream.concat(in(), out()).anyMatch(Edge::hasBytes);
    }

    /** The busier direction; both directions if part of the traffic goes to every instance. */
    private Stream<Resource<?>> network(Bandwidth most) {
        String name = component.name() + " network";
        Work<Bandwidth> in = network(Visit::request, Visit::response);
        Work<Bandwidth> out = network(Visit::response, Visit::request);
        return in.onEach().isEmpty() && out.onEach().isEmpty()
                ? Stream.of(new Work<>(in.shared().max(out.shared()), Optional.empty())
                        .named(name)
                        .resource(Kind.NETWORK, most))
                : Stream.of(
                        in.named(name + " in").resource(Kind.NETWORK_IN, most),
                        out.named(name + " out").resource(Kind.NETWORK_OUT, most));
    }

    /** Bytes in one direction. */
    private Work<Bandwidth> network(
            BiFunction<Visit, Architecture, Optional<Bytes>> ofIts,
            BiFunction<Visit, Architecture, Optional<Bytes>> ofOthers) {
        Bandwidth all = sum(bytes(shared(in()), UseCase::peak, ofIts), bytes(out(), UseCase::peak, ofOthers))
                .orElse(NOTHING);
        Work<Bandwidth> work =
                work(all, edge -> edge.bytes(UseCase::peak, ofIts, architecture).orElse(NOTHING));
        return new Work<>(work.shared(), work.onEach().filter(some -> some.to(MB_PER_SECOND) > 0));
    }

    private Stream<Edge> shared(Stream<Edge> edges) {
        return edges.filter(edge -> !isEven(edge));
    }

    /** What limits it; of bandwidth nothing where the size of nothing that is sent was stated. */
    List<Resource<?>> resources() {
        return resources.get();
    }

    private List<Resource<?>> found() {
        List<Resource<?>> all = new ArrayList<>();
        workers().ifPresent(all::add);
        requests().ifPresent(all::add);
        threads().ifPresent(all::add);
        network().forEach(all::add);
        if (isUneven()
                && imbalance().filter(factor -> factor.value() > 1 + 1e-6).isPresent()) {
            all.replaceAll(Resource::ofHottest);
        }
        all.addAll(traits.needs());
        return all;
    }

    private Optional<Resource<?>> workers() {
        return traits.workers().map(workers -> busy().resource(Kind.WORKERS, workers));
    }

    private Optional<Resource<?>> threads() {
        return traits.threads().map(threads -> held().resource(Kind.THREADS, threads));
    }

    /** Those for which visits stand in lines; without the network, which may follow from the lines of others. */
    Stream<Resource<?>> withLines() {
        return Stream.concat(workers().stream(), threads().stream());
    }

    private Optional<Resource<?>> requests() {
        return traits.requests().map(most -> rates().resource(Kind.REQUESTS, most));
    }

    private Stream<Resource<?>> network() {
        return traits.bandwidth().filter(most -> hasBytes()).stream().flatMap(this::network);
    }

    /** Whether it calls every instance of another, as many as follow from other loads. */
    boolean isCallingAll() {
        return out().anyMatch(Edge::isEvery);
    }

    /** Those that refuse what is too much for them, without a line. */
    Stream<Resource<?>> refusing() {
        return Stream.concat(requests().stream(), network());
    }

    static <Q extends Amount<Q>> Q sum(List<Q> parts, Q none) {
        return parts.stream().reduce(Q::plus).orElse(none);
    }
}
