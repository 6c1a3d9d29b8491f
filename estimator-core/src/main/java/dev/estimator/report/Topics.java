package dev.estimator.report;

import dev.estimator.quantity.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a design sheet has to say. Never changed; what is added makes a longer one.
 *
 * @param entries the parts with their topics, in the order in which they were added
 * @param paths the ways of requests
 * @param layers the layers
 * @param last what stands at the end, each part under its own heading
 */
record Topics(List<Entry> entries, List<Block.Path> paths, List<Layer> layers, List<Part> last) {
    private static final String LEFT_OUT = "left out";

    record Entry(Topic topic, Part part) {}

    static Topics none() {
        return new Topics(List.of(), List.of(), List.of(), List.of());
    }

    boolean isEmpty() {
        return entries.isEmpty() && paths.isEmpty() && layers.isEmpty() && last.isEmpty();
    }

    Topics plus(Topic topic, Part part) {
        Inputs.distinct(Stream.concat(said(topic), Stream.of(part))
                .<Quantity<?>>flatMap(said -> said.quantities().stream())
                .toList());
        return new Topics(longer(entries, new Entry(topic, part)), paths, layers, last);
    }

    Topics plus(Block.Path path) {
        return new Topics(entries, longer(paths, path), layers, last);
    }

    Topics plus(Layer layer) {
        if (layers.stream().anyMatch(other -> other.name().equals(layer.name()))) {
            throw new IllegalArgumentException("name must be new but there is a layer '" + layer.name() + "' already");
        }
        return new Topics(entries, paths, longer(layers, layer), last);
    }

    Topics plusLast(Part part) {
        return new Topics(entries, paths, layers, longer(last, part));
    }

    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        String chapter = "";
        for (Topic topic : Topic.values()) {
            if (!topic.chapter().equals(chapter)) {
                chapter = topic.chapter();
                parts.add(Part.chapter(chapter));
            }
            parts.addAll(topic == Topic.ASSUMPTIONS ? assumptions() : List.of(part(topic)));
        }
        parts.addAll(last);
        return parts;
    }

    private Part part(Topic topic) {
        List<Part> said = said(topic).toList();
        return said.isEmpty() ? Parts.text(topic.heading(), List.of(LEFT_OUT)) : Part.joined(topic.heading(), said);
    }

    private Stream<Part> said(Topic topic) {
        return switch (topic) {
            case PICTURE -> paths.isEmpty() ? Stream.of() : Stream.of(Parts.picture(topic.heading(), paths));
            case LAYERS -> layers.isEmpty() ? Stream.of() : Stream.of(Layer.part(topic.heading(), layers));
            case LATENCY ->
                Stream.concat(
                        added(topic),
                        Layer.oneVisitToEach(layers).stream().map(latency -> Parts.answers("", List.of(latency))));
            case BOTTLENECK ->
                Stream.concat(
                        added(topic), Layer.bottleneck(layers).stream().map(words -> Parts.text("", List.of(words))));
            default -> added(topic);
        };
    }

    private Stream<Part> added(Topic topic) {
        return entries.stream().filter(entry -> entry.topic == topic).map(Entry::part);
    }

    /** Of everything that the sheet shows. */
    private List<Part> assumptions() {
        List<Quantity<?>> shown = Stream.concat(
                        Stream.of(Topic.values())
                                .filter(topic -> topic != Topic.ASSUMPTIONS)
                                .flatMap(this::said),
                        last.stream())
                .<Quantity<?>>flatMap(part -> part.quantities().stream())
                .toList();
        List<Part> found = shown.isEmpty() ? List.of() : Parts.assumptions(shown);
        return found.isEmpty() ? List.of(Parts.text(Topic.ASSUMPTIONS.heading(), List.of(LEFT_OUT))) : found;
    }

    private static <T> List<T> longer(List<T> list, T element) {
        List<T> longer = new ArrayList<>(list);
        longer.add(Objects.requireNonNull(element));
        return List.copyOf(longer);
    }
}
