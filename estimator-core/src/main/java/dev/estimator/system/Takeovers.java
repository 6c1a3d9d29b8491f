package dev.estimator.system;

import dev.estimator.quantity.Count;
import dev.estimator.quantity.Ratio;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a system is like while something is down in whose place another takes its requests.
 *
 * @param system in which all is up
 * @param without the system without what is down, for each replacement
 */
record Takeovers(Architecture system, Map<Replacement, Architecture> without) {
    static Takeovers of(Architecture system, List<Replacement> replacements) {
        Map<Replacement, Architecture> without = new LinkedHashMap<>();
        for (Replacement replacement : replacements) {
            Setting setting = system.setting();
            for (String name : replacement.down()) {
                setting = setting.without(name);
            }
            without.put(replacement, system.whatIf(setting));
        }
        return new Takeovers(system, without);
    }

    /** Whether what takes the place of a step does not carry its requests at peak, at the best guess. */
    boolean isTooSmall(Step first, Step other) {
        return without.entrySet().stream()
                .filter(entry ->
                        entry.getKey().first() == first && entry.getKey().other() == other)
                .anyMatch(entry -> overloaded(entry).findAny().isPresent());
    }

    /** As in 'second provider in place of card provider, requests at 155%'. */
    List<String> tooSmall() {
        return without.entrySet().stream()
                .flatMap(entry -> overloaded(entry)
                        .map(load -> load.component().name() + " in place of "
                                + entry.getKey().first().label() + ", " + fullest(load)))
                .distinct()
                .toList();
    }

    /** How many instances of a component are needed while it takes the place of others; none if it never does. */
    Optional<Count> needed(Component component, String name) {
        return loads(component)
                .map(load -> load.enough(name))
                .reduce(Count::max)
                .map(most -> most.named(name));
    }

    /** The loads of a component while it takes the place of others. */
    Stream<Load> loads(Component component) {
        return without.entrySet().stream()
                .filter(entry -> entry.getKey().visited().contains(component.name()))
                .map(entry -> entry.getValue().load(component))
                .filter(load -> load.isLimited() && load.isVisited());
    }

    private Stream<Load> overloaded(Map.Entry<Replacement, Architecture> entry) {
        return entry.getKey().visited().stream()
                .map(name -> entry.getValue().requireLoad(name))
                .filter(load -> load.isVisited() && load.isLimited())
                .filter(load -> !now(load).isOverloaded() && isFull(busy(load)));
    }

    private Load now(Load load) {
        return system.load(load.component());
    }

    /** With the instances that there are now. */
    private Ratio busy(Load load) {
        return load.utilizationOf(kind -> true, now(load).instances());
    }

    private static boolean isFull(Ratio busy) {
        return busy.value() > 1 + 1e-12;
    }

    private String fullest(Load load) {
        Count all = now(load).instances();
        return load.resourcesBy(all)
                .map(resource -> resource.name() + " at " + NumberCells.percent(resource.utilization(all)))
                .findFirst()
                .orElseThrow();
    }
}
