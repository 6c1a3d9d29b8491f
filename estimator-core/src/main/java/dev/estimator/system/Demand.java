package dev.estimator.system;

import dev.estimator.quantity.Amount;
import dev.estimator.quantity.Bandwidth;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Latency;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Quantities;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.TimeSpan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What comes to a component, and what that takes. */
final class Demand {
    static final String THREADS = "threads";

    private final Architecture architecture;
    private final Component component;
    private final Traits traits;

    Demand(Architecture architecture, Component component) {
        this.architecture = architecture;
        this.component = component;
        this.traits = component.traits();
    }

    Component component() {
        return component;
    }

    /** The visits of those edges, of each use case at its rate. */
    Qps rate(Function<UseCase, Qps> entry, Predicate<Edge> which) {
        Map<UseCase, List<Edge>> byUseCase = in().filter(which)
                .collect(Collectors.groupingBy(Edge::useCase, LinkedHashMap::new, Collectors.toList()));
        List<Qps> rates = new ArrayList<>();
        byUseCase.forEach((useCase, edges) -> {
            Qps requests = entry.apply(useCase);
            rates.add(visits(edges)
                    .map(often -> requests.times(often.orNamed(component + " visits per " + useCase.name())))
                    .orElse(requests));
        });
        return sum(rates, Quantities.qps(0));
    }

    /** How often a request comes by; nothing is once. */
    private static Optional<Ratio> visits(List<Edge> edges) {
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

    /** What instances share at peak. */
    Qps shared() {
        return rate(UseCase::peak, edge -> !edge.isEvery()).named(component + " peak");
    }

    /** What comes to each instance at peak, whatever their number. */
    Optional<Qps> rateOnEach() {
        return in().anyMatch(Edge::isEvery)
                ? Optional.of(rate(UseCase::peak, Edge::isEvery).named("peak on each " + component))
                : Optional.empty();
    }

    /** As if all shards were as busy as the hottest. */
    Qps hottest() {
        Qps all = shared();
        return imbalance()
                .map(ratio -> all.times(ratio).named(component + " peak if all were the hottest"))
                .orElse(all);
    }

    /** As if all shards were as busy as those that are not the hottest; nothing where there is but one. */
    Optional<Qps> others() {
        if (traits.shards().isEmpty() || traits.shards().get().value() <= 1) {
            return Optional.empty();
        }
        Ratio shards = traits.shards().get().toRatio();
        Ratio left = traits.hottest().orElseThrow().complement().toRatio();
        return Optional.of(shared().times(left)
                .times(shards.div(shards.minus(Quantities.ratio(1))))
                .named(component + " peak if none were the hottest"));
    }

    private Optional<Ratio> imbalance() {
        return traits.shards()
                .map(shards -> traits.hottest()
                        .orElseThrow()
                        .toRatio()
                        .times(shards.toRatio())
                        .named(component + " imbalance"));
    }

    /** Workers busy at peak with what is shared, as if all shards were as busy as the hottest. */
    private Count busy() {
        Count all = hasKinds()
                ? sum(
                        shared(in())
                                .map(edge -> edge.peak().times(serviceTime(edge)))
                                .toList(),
                        Quantities.count(0))
                : shared().times(serviceTime());
        Count busiest = imbalance().map(all::times).orElse(all);
        return busiest.named(component + " busy workers");
    }

    /** Workers of each instance that are busy at peak with what every one does. */
    private Optional<Count> busyOnEach() {
        return in().filter(Edge::isEvery)
                .map(edge -> edge.peak().times(serviceTime(edge)))
                .reduce(Count::plus);
    }

    /** How many visits come at once at most; all are taken to come in such batches. */
    int batch() {
        return shared(in()).mapToInt(Edge::batch).max().orElse(1);
    }

    private boolean hasKinds() {
        return in().anyMatch(edge -> edge.visit().taking().isPresent());
    }

    private TimeSpan serviceTime() {
        return traits.serviceTime().orElseThrow();
    }

    private TimeSpan serviceTime(Edge edge) {
        return edge.visit().taking().orElseGet(this::serviceTime);
    }

    /** Over all kinds of visits. */
    TimeSpan meanServiceTime() {
        return hasKinds() ? busy().div(hottest()).named(component + " mean service time") : serviceTime();
    }

    /** Of a mixture of kinds that vary alike: {@code E[S²] ÷ E[S]² − 1}. */
    Ratio variability() {
        Ratio each = traits.variability().orElse(Quantities.ratio(1));
        if (!hasKinds()) {
            return each;
        }
        Qps all = shared();
        TimeSpan mean = meanServiceTime();
        List<Ratio> squares = shared(in())
                .map(edge -> {
                    Ratio longer = serviceTime(edge).div(mean);
                    return edge.peak().div(all).times(longer).times(longer);
                })
                .toList();
        return sum(squares, Quantities.ratio(0))
                .times(each.plus(Quantities.ratio(1)))
                .minus(Quantities.ratio(1))
                .named(component + " service variability of all kinds");
    }

    /** Threads in use at peak, by Little's law: each visit holds one for its own work and for the calls that it waits for. */
    Count held() {
        List<Count> held = in().map(edge -> edge.peak().times(held(edge))).toList();
        return sum(held, Quantities.count(0)).named(component + " threads held");
    }

    private TimeSpan held(Edge edge) {
        Optional<TimeSpan> work = edge.visit()
                .taking()
                .or(traits::serviceTime)
                .or(() -> traits.latency().map(Latency::mean));
        return Steps.sum(Stream.concat(work.stream(), edge.visit().meansOfCalls(architecture)))
                .orElseGet(() -> Quantities.ns(0))
                .named(edge.useCase().name() + " in " + component);
    }

    /** What comes in: requests of callers and responses of those it calls. */
    Bandwidth bytesIn(Function<UseCase, Qps> entry) {
        return sum(bytes(in(), entry, Visit::request), bytes(out(), entry, Visit::response));
    }

    /** What goes out: responses to callers and requests to those it calls. */
    Bandwidth bytesOut(Function<UseCase, Qps> entry) {
        return sum(bytes(in(), entry, Visit::response), bytes(out(), entry, Visit::request));
    }

    Bandwidth responses(Function<UseCase, Qps> entry) {
        return sum(bytes(in(), entry, Visit::response), Optional.empty());
    }

    /** Between it and its callers on average, in other zones; nothing if that is nothing. */
    Optional<Bandwidth> acrossZones() {
        Ratio others = Quantities.ratio(1 - 1.0 / traits.zones()).named("other zones of " + component);
        List<Edge> edges = in().filter(
                        edge -> edge.caller() != null && edge.caller().traits().zones() > 1)
                .toList();
        return Stream.<Function<Visit, Bytes>>of(Visit::request, Visit::response)
                .flatMap(size -> bytes(edges.stream(), UseCase::rate, size).stream())
                .reduce(Bandwidth::plus)
                .filter(bytes -> traits.zones() > 1)
                .map(bytes -> bytes.times(others).named("bytes across zones to " + component));
    }

    private Optional<Bandwidth> bytes(Stream<Edge> edges, Function<UseCase, Qps> entry, Function<Visit, Bytes> size) {
        return architecture.bytes(edges, entry, size);
    }

    private static Bandwidth sum(Optional<Bandwidth> one, Optional<Bandwidth> other) {
        return sum(Stream.concat(one.stream(), other.stream()).toList(), Quantities.mbPerSecond(0));
    }

    /** The busier direction, of what instances share, and of what comes to each. */
    private Resource<Bandwidth> network(Bandwidth most) {
        Bandwidth in =
                sum(bytes(shared(in()), UseCase::peak, Visit::request), bytes(out(), UseCase::peak, Visit::response));
        Bandwidth out =
                sum(bytes(shared(in()), UseCase::peak, Visit::response), bytes(out(), UseCase::peak, Visit::request));
        return new Resource<>("network", in.max(out).named(component + " network"), most, eachOfNetwork(most));
    }

    private static Stream<Edge> shared(Stream<Edge> edges) {
        return edges.filter(edge -> !edge.isEvery());
    }

    private Optional<Ratio> eachOfNetwork(Bandwidth most) {
        Stream<Bandwidth> ways = Stream.<Function<Visit, Bytes>>of(Visit::request, Visit::response)
                .flatMap(size -> in()
                        .filter(Edge::isEvery)
                        .flatMap(edge -> edge.bytes(UseCase::peak, size).stream())
                        .reduce(Bandwidth::plus)
                        .stream());
        return ways.reduce(Bandwidth::max).map(each -> each.div(most));
    }

    List<Resource<?>> resources() {
        List<Resource<?>> all = new ArrayList<>();
        traits.workers()
                .ifPresent(workers -> all.add(
                        new Resource<>("workers", busy(), workers, busyOnEach().map(busy -> busy.div(workers)))));
        traits.requests()
                .ifPresent(most -> all.add(
                        new Resource<>("requests", hottest(), most, rateOnEach().map(rate -> rate.div(most)))));
        traits.threads().ifPresent(threads -> all.add(new Resource<>(THREADS, held(), threads, Optional.empty())));
        traits.bandwidth().ifPresent(most -> all.add(network(most)));
        all.addAll(traits.needs());
        return all;
    }

    static <Q extends Amount<Q>> Q sum(List<Q> parts, Q none) {
        return parts.stream().reduce(Q::plus).orElse(none);
    }
}
