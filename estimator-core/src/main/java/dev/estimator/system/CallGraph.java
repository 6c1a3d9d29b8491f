package dev.estimator.system;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The components of a system, and who calls whom. */
final class CallGraph {
    private final Map<String, Component> components;
    private final Optional<List<Edge>> edges;

    /** The calls that are made only while something else is down. */
    private final List<Edge> fallbacks;

    private final Set<String> caches;

    private final List<Replacement> replacements;

    /** The use cases that have the numbers of steps. */
    private final Map<Called, Set<String>> numbers;

    /** The components that are down while what is added is visited. */
    private final Set<String> down;

    private CallGraph(Optional<List<Edge>> edges) {
        components = new LinkedHashMap<>();
        this.edges = edges;
        fallbacks = new ArrayList<>();
        caches = new LinkedHashSet<>();
        replacements = new ArrayList<>();
        numbers = new LinkedHashMap<>();
        down = Set.of();
    }

    /** What is found of this is found of the other, but for calls. */
    private CallGraph(CallGraph other, Optional<List<Edge>> edges, Set<String> down) {
        components = other.components;
        this.edges = edges;
        fallbacks = other.fallbacks;
        caches = other.caches;
        replacements = other.replacements;
        numbers = other.numbers;
        this.down = down;
    }

    static CallGraph in(List<UseCase> useCases, Setting setting) {
        var found = new CallGraph(Optional.of(new ArrayList<>()));
        useCases.forEach(useCase -> useCase.step().walk(Walk.of(found, useCase, setting), null));
        return found;
    }

    /** With nothing in it, to which no calls are added. */
    static CallGraph ofComponents() {
        return new CallGraph(Optional.empty());
    }

    CallGraph withoutEdges() {
        return new CallGraph(this, Optional.empty(), down);
    }

    /** The same, to which calls are added as fallbacks. */
    CallGraph during(Replacement replacement) {
        return new CallGraph(this, Optional.of(fallbacks), replacement.down());
    }

    boolean hasEdges() {
        return edges.isPresent();
    }

    Set<String> down() {
        return down;
    }

    void add(Replacement replacement) {
        replacements.add(replacement);
    }

    void add(Called number, UseCase useCase) {
        numbers.computeIfAbsent(number, key -> new LinkedHashSet<>()).add(useCase.name());
    }

    /**
     * The names of numbers that only some of the use cases have that visit the component: 'visits to store in trip'.
     */
    Map<Called, String> namesInUseCases() {
        Map<String, Set<String>> visiting = new HashMap<>();
        Stream.concat(edges().stream(), fallbacks.stream())
                .forEach(edge -> visiting.computeIfAbsent(edge.callee().name(), key -> new HashSet<>())
                        .add(edge.useCase().name()));
        Map<Called, String> names = new HashMap<>();
        numbers.forEach((number, own) -> {
            if (!own.containsAll(visiting.getOrDefault(number.whose(), Set.of()))) {
                names.put(number, number.name() + " in " + String.join(" and ", own));
            }
        });
        return names;
    }

    void add(Edge edge) {
        edges.ifPresent(list -> list.add(edge));
    }

    void addCache(String name) {
        caches.add(name);
    }

    Component component(Component component) {
        Component known = components.putIfAbsent(component.name(), component);
        if (known != null && !known.equals(component)) {
            throw new IllegalArgumentException("'" + component.name()
                    + "' must be one component but two different ones have that name: give them different names");
        }
        return component;
    }

    Map<String, Component> components() {
        return components;
    }

    Set<String> caches() {
        return caches;
    }

    List<Edge> edges() {
        return edges.orElseThrow();
    }

    List<Replacement> replacements() {
        return replacements;
    }

    List<Edge> fallbacks() {
        return fallbacks;
    }
}
