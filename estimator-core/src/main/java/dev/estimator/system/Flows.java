package dev.estimator.system;

import static dev.estimator.quantity.Quantities.mbPerSecond;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Units.B;

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

    static List<Flow> of(List<Edge> edges) {
        Map<List<String>, List<Edge>> pairs = new LinkedHashMap<>();
        edges.forEach(edge -> pairs.computeIfAbsent(
                        List.of(edge.callerName(), edge.callee().name()), key -> new ArrayList<>())
                .add(edge));
        return pairs.values().stream().map(Flows::flow).toList();
    }

    private static Flow flow(List<Edge> pair) {
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
                bytes(pair, Visit::request).named(way + " bytes"),
                bytes(pair, Visit::response).named(callee + " to " + caller + " bytes"),
                pair.stream().anyMatch(Edge::isAwaited));
    }

    private static Optional<Qps> sum(List<Edge> edges, Function<Edge, Qps> rate) {
        return edges.stream().map(rate).reduce(Qps::plus);
    }

    private static Bandwidth bytes(List<Edge> edges, Function<Visit, Bytes> size) {
        return edges.stream()
                .filter(edge -> size.apply(edge.visit()).to(B) > 0)
                .map(edge -> edge.peak().times(size.apply(edge.visit())))
                .reduce(Bandwidth::plus)
                .orElseGet(() -> mbPerSecond(0));
    }
}
