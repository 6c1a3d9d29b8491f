package dev.estimator.report;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.input.Refusal;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.TimeSpan;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a layer of a design carries, and could. */
record Layer(String name, Qps demand, Qps capacity, Ratio utilization, Optional<TimeSpan> latency) {
    static Layer of(String name, Qps demand, Qps capacity, Optional<TimeSpan> latency) {
        Inputs.line(name, "name");
        Qps known = Refusal.named(capacity, "capacity", "capacity of " + name);
        return new Layer(
                name,
                requireNonNull(demand, "demand"),
                known,
                demand.div(known).named("utilization of " + name),
                latency.map(time -> time.orNamed("mean latency of " + name)));
    }

    /** The table of all layers; the sum of their mean latencies, of one visit to each, if all are known. */
    static Part part(String heading, List<Layer> layers) {
        Optional<TimeSpan> overall = oneVisitToEach(layers);
        List<Quantity<?>> quantities = Stream.concat(layers.stream().flatMap(Layer::quantities), overall.stream())
                .<Quantity<?>>map(quantity -> quantity)
                .toList();
        return Part.of(
                heading,
                quantities,
                findings -> new Block.Layers(
                        layers.stream().map(layer -> layer.block(findings)).toList(),
                        overall.map(findings::value).orElse(null)));
    }

    /**
     * The sum of the mean latencies, if all are known: that of a request which visits each layer once and waits for it.
     * Which requests do that, the layers do not say.
     */
    static Optional<TimeSpan> oneVisitToEach(List<Layer> layers) {
        return layers.stream()
                .map(Layer::latency)
                .reduce((a, b) -> a.flatMap(x -> b.map(x::plus)))
                .flatMap(sum -> sum)
                .map(sum -> sum.named("one visit to each layer"));
    }

    /** Which layer has the least room. */
    static Optional<String> bottleneck(List<Layer> layers) {
        return layers.stream()
                .max(Comparator.comparing(Layer::utilization))
                .map(layer -> "the most used layer: " + layer.name);
    }

    private Stream<Quantity<?>> quantities() {
        return Stream.concat(Stream.of(demand, capacity, utilization), latency.stream());
    }

    private Block.Layer block(Findings findings) {
        return new Block.Layer(
                name,
                findings.value(demand),
                findings.value(capacity),
                findings.percentage(utilization),
                latency.map(findings::value).orElse(null));
    }
}
