package dev.estimator.system;

import static dev.estimator.quantity.Quantities.qps;

import dev.estimator.quantity.Bandwidth;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Qps;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Who calls whom, with all calls of a pair together. */
final class Flows {
    private Flows() {}

    static List<Flow> of(Architecture architecture) {
        Map<List<String>, List<Edge>> pairs = new LinkedHashMap<>();
        architecture
                .edges()
                .forEach(edge -> pairs.computeIfAbsent(
                                List.of(edge.callerName(), edge.callee().name()), key -> new ArrayList<>())
                        .add(edge));
        return pairs.values().stream().map(pair -> flow(architecture, pair)).toList();
    }

    private static Flow flow(Architecture architecture, List<Edge> pair) {
        String caller = pair.get(0).callerName();
        String callee = pair.get(0).callee().name();
        String way = caller + " to " + callee;
        Qps rate = sum(pair, edge -> edge.rate(edge.useCase().rate())).orElseGet(() -> qps(0));
        Qps peak = sum(pair, Edge::peak).orElseGet(() -> qps(0));
        return new Flow(
                caller,
                callee,
                rate.named(way),
                peak.named(way + " at peak"),
                bytes(architecture, pair, Visit::request, way),
                bytes(architecture, pair, Visit::response, callee + " to " + caller),
                pair.stream().anyMatch(Edge::isAwaited));
    }

    private static Optional<Qps> sum(List<Edge> edges, Function<Edge, Qps> rate) {
        return edges.stream().map(rate).reduce(Qps::plus).map(sum -> sum.withNoun("requests"));
    }

    private static Optional<Bandwidth> bytes(
            Architecture architecture, List<Edge> pair, Function<Visit, Optional<Bytes>> size, String way) {
        return architecture.bytes(pair.stream(), UseCase::peak, size).map(all -> all.named("bytes from " + way));
    }
}
