package dev.estimator.system;

import static dev.estimator.quantity.Quantities.qps;

import dev.estimator.quantity.Bandwidth;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Qps;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Who calls whom, with all calls of a pair together. */
final class Flows {
    private Flows() {}

    static List<Flow> of(Architecture architecture) {
        Map<List<String>, List<Edge>> pairs = new LinkedHashMap<>();
        architecture
                .edges()
                .forEach(edge -> pairs.computeIfAbsent(pair(edge), key -> new ArrayList<>())
                        .add(edge));
        List<Flow> flows = new ArrayList<>();
        pairs.values().forEach(edges -> flows.add(flow(architecture, edges)));
        Set<List<String>> known = new HashSet<>(pairs.keySet());
        architecture.fallbacks().stream()
                .filter(edge -> known.add(pair(edge)))
                .forEach(edge -> flows.add(fallback(edge)));
        return flows;
    }

    private static List<String> pair(Edge edge) {
        return List.of(edge.callerName(), edge.callee().name());
    }

    private static Flow fallback(Edge edge) {
        return new Flow(
                edge.callerName(),
                edge.callee().name(),
                qps(0),
                qps(0),
                Optional.empty(),
                Optional.empty(),
                edge.isAwaited(),
                true);
    }

    private static Flow flow(Architecture architecture, List<Edge> edges) {
        String caller = edges.get(0).callerName();
        String callee = edges.get(0).callee().name();
        String way = caller + " to " + callee;
        Qps rate = sum(edges, edge -> edge.rate(edge.useCase().rate())).orElseGet(() -> qps(0));
        Qps peak = sum(edges, Edge::peak).orElseGet(() -> qps(0));
        return new Flow(
                caller,
                callee,
                rate.named(way),
                peak.named(way + " at peak"),
                bytes(architecture, edges, Visit::request, way),
                bytes(architecture, edges, Visit::response, callee + " to " + caller),
                edges.stream().anyMatch(Edge::isAwaited),
                false);
    }

    private static Optional<Qps> sum(List<Edge> edges, Function<Edge, Qps> rate) {
        return edges.stream().map(rate).reduce(Qps::plus).map(sum -> sum.withNoun("requests"));
    }

    private static Optional<Bandwidth> bytes(
            Architecture architecture,
            List<Edge> pair,
            BiFunction<Visit, Architecture, Optional<Bytes>> size,
            String way) {
        return Edge.bytes(pair.stream(), UseCase::peak, size, architecture).map(all -> all.named("bytes from " + way));
    }
}
