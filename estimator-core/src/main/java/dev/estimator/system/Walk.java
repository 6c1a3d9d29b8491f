package dev.estimator.system;

import dev.estimator.quantity.Ratio;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One way through the steps of a use case: who calls, whether somebody waits, how many calls begin together.
 *
 * @param found where visits are noted
 * @param useCase whose steps they are
 * @param setting what is different from the description
 * @param caller who calls; null for clients
 * @param path who called the caller, and the caller
 * @param way how it calls
 */
record Walk(
        CallGraph found,
        UseCase useCase,
        Setting setting,
        @Nullable Component caller,
        List<String> path,
        VisitMode way) implements Naming {
    static Walk of(CallGraph found, UseCase useCase, Setting setting) {
        return new Walk(found, useCase, setting, null, List.of(), VisitMode.DIRECT);
    }

    private Walk with(VisitMode other) {
        return new Walk(found, useCase, setting, caller, path, other);
    }

    Walk asynchronous() {
        return with(way.asynchronous());
    }

    Walk everyInstance() {
        return with(way.everyInstance());
    }

    Walk inBatchesOf(int calls) {
        return with(way.inBatchesOf(calls));
    }

    /** Into a step whose mean is not the sum of what it visits. */
    Walk into(Step step, @Nullable Ratio often) {
        return into(step, often, 0);
    }

    /** Into one of several at once. */
    Walk into(Step step, @Nullable Ratio often, int place) {
        return with(way.within(new NonAdditiveStep(step, often, place)));
    }

    /** Notes a number of a step, and names it. */
    @Override
    public <Q> Q named(String name, String whose, Q number) {
        found.add(Called.of(name, whose, number), useCase);
        return setting.named(name, whose, number);
    }

    /** Notes what a step would visit, without visiting it. */
    void knowing(Step step) {
        step.walk(new Walk(found.withoutEdges(), useCase, setting, caller, path, way), null);
    }

    /** Notes that all requests of a step visit another while it is down. */
    void replacing(Step first, Step other, boolean isFallback) {
        if (found.hasEdges()) {
            found.add(replacement(first, other, isFallback));
        }
    }

    /** Notes what a fallback would visit and call in place of a step, without visiting it. */
    void knowingFallback(Step first, Step fallback) {
        if (!found.hasEdges()) {
            knowing(fallback);
            return;
        }
        Replacement replacement = replacement(first, fallback, true);
        found.add(replacement);
        fallback.walk(new Walk(found.during(replacement), useCase, setting, caller, path, way), null);
    }

    private Replacement replacement(Step first, Step other, boolean isFallback) {
        Map<String, Component> ofFirst = visitedBy(first);
        Map<String, Component> needed = new LinkedHashMap<>(ofFirst);
        ofFirst.values().forEach(component -> setting.addDependencies(component, Map.of(), needed));
        return Replacement.of(first, needed.keySet(), other, visitedBy(other).keySet(), found.down(), isFallback);
    }

    private Map<String, Component> visitedBy(Step step) {
        CallGraph only = CallGraph.ofComponents();
        step.walk(new Walk(only, useCase, setting, caller, path, way), null);
        return only.components();
    }

    /** The path to a component, which must not be on it. */
    private List<String> to(String name, String what) {
        List<String> longer = new ArrayList<>(path);
        longer.add(name);
        if (path.contains(name)) {
            throw new IllegalArgumentException(what + " go round in a circle: "
                    + String.join(" → ", longer.subList(path.indexOf(name), longer.size())) + ", in " + useCase.name()
                    + ": leave out one of them");
        }
        return longer;
    }

    /**
     * Refuses what depends on itself, as it is and, if it is visited already, as it is visited.
     *
     * @param checked the names of those that are known not to
     */
    private void requireNoCircle(Component component, Set<String> checked) {
        String name = component.name();
        List<String> longer = to(name, "dependencies");
        if (checked.contains(name)) {
            return;
        }
        var inside = new Walk(found, useCase, setting, null, longer, way);
        Component current = setting.current(component);
        Component visited = found.components().getOrDefault(name, current);
        for (Component each : visited.equals(current) ? List.of(current) : List.of(current, visited)) {
            for (Component other : each.traits().dependencies()) {
                inside.requireNoCircle(other, checked);
            }
        }
        checked.add(name);
    }

    /** Notes a visit with all tries that a what-if says, and follows its calls. */
    void visit(Visit visit, @Nullable Ratio often) {
        Optional<Tries> tries = visit.tries(setting);
        visitOnce(
                visit,
                tries.isEmpty() ? often : StepSums.times(often, tries.get().amplification()));
    }

    /** Notes one try of a visit, and follows its calls. */
    void visitOnce(Visit visit, @Nullable Ratio often) {
        Component component = found.component(setting.current(visit.component()));
        String name = component.name();
        List<String> longer = to(name, "calls");
        Walk.of(found, useCase, setting).requireNoCircle(component, new HashSet<>());
        if (setting.isDown(component)) {
            knowing(new InSequence(visit.calls()));
            return;
        }
        found.add(new Edge(caller, component, useCase, often, way, visit));
        var inside = new Walk(found, useCase, setting, component, longer, way.ofCalls());
        visit.calls().forEach(step -> step.walk(inside, often));
    }
}
