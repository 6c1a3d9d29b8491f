package dev.estimator.system;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The components of a system, and who calls whom. */
final class CallGraph {
    private final Map<String, Component> components;
    private final Optional<List<Edge>> edges;

    /** The calls that are made only while something else is down. */
    private final List<Edge> fallbacks;

    private final Set<String> caches;

    private CallGraph(
            Map<String, Component> components, Optional<List<Edge>> edges, List<Edge> fallbacks, Set<String> caches) {
        this.components = components;
        this.edges = edges;
        this.fallbacks = fallbacks;
        this.caches = caches;
    }

    static CallGraph in(List<UseCase> useCases, Setting setting) {
        var found = new CallGraph(
                new LinkedHashMap<>(), Optional.of(new ArrayList<>()), new ArrayList<>(), new LinkedHashSet<>());
        useCases.forEach(useCase -> useCase.step().walk(Walk.of(found, useCase, setting), null));
        return found;
    }

    CallGraph withoutEdges() {
        return new CallGraph(components, Optional.empty(), fallbacks, caches);
    }

    /** The same, to which calls are added as fallbacks. */
    CallGraph ofFallbacks() {
        return edges.isEmpty() ? this : new CallGraph(components, Optional.of(fallbacks), fallbacks, caches);
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

    List<Edge> fallbacks() {
        return fallbacks;
    }
}
