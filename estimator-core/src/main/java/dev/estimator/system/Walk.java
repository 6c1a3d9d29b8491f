package dev.estimator.system;

import dev.estimator.internal.input.Refusal;
import dev.estimator.quantity.Ratio;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way through the steps of a use case: who calls, whether somebody waits, how many calls begin together.
 *
 * @param found where visits are noted
 * @param useCase whose steps they are
 * @param setting what is different from the description
 * @param caller who calls; null for clients
 * @param path who called the caller, and the caller
 * @param isAwaited whether somebody waits
 * @param isEvery whether every instance is visited
 * @param batch how many calls begin together
 */
record Walk(
        Found found,
        UseCase useCase,
        Setting setting,
        @Nullable Component caller,
        List<String> path,
        boolean isAwaited,
        boolean isEvery,
        int batch) {
    static Walk of(Found found, UseCase useCase, Setting setting) {
        return new Walk(found, useCase, setting, null, List.of(), true, false, 1);
    }

    Walk asynchronous() {
        return new Walk(found, useCase, setting, caller, path, false, isEvery, batch);
    }

    Walk everyInstance() {
        return new Walk(found, useCase, setting, caller, path, isAwaited, true, batch);
    }

    Walk inBatchesOf(int calls) {
        Refusal.unless(
                (long) batch * calls <= Steps.MOST,
                "fan-outs inside each other",
                "at most " + Steps.MOST + " together",
                batch + " × " + calls);
        return new Walk(found, useCase, setting, caller, path, isAwaited, isEvery, batch * calls);
    }

    /** Notes what a step would visit, without visiting it. */
    void knowing(Step step) {
        step.walk(new Walk(found.withoutEdges(), useCase, setting, caller, path, isAwaited, isEvery, batch), null);
    }

    /** Notes a visit and follows its calls. */
    void visit(Visit visit, @Nullable Ratio often) {
        Component component = found.component(setting.current(visit.component()));
        String name = component.name();
        if (path.contains(name)) {
            throw new IllegalArgumentException("calls go round in a circle: " + String.join(" → ", path) + " → " + name
                    + ", in " + useCase.name());
        }
        if (setting.down().contains(name)) {
            knowing(new InSequence(visit.calls()));
            return;
        }
        Ratio tries = setting.tries().get(name);
        Ratio tried = tries == null ? often : Steps.times(often, tries);
        found.add(new Edge(caller, component, useCase, tried, isEvery, isAwaited, batch, visit));
        List<String> longer = new ArrayList<>(path);
        longer.add(name);
        var inside = new Walk(found, useCase, setting, component, longer, isAwaited, false, 1);
        visit.calls().forEach(step -> step.walk(inside, tried));
    }
}
