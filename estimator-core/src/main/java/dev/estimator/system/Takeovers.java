package dev.estimator.system;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.Maps;
import dev.estimator.internal.input.Lazy;
import dev.estimator.quantity.Count;
import dev.estimator.reliability.Call;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What a system is like while something is down in whose place another takes its requests.
 *
 * @param system in which all is up
 * @param replacements what may be down, and what is visited then
 * @param asNeeded the system without some components, of which the others may have more instances
 * @param asNow the same with as many instances as there are
 */
record Takeovers(
        Architecture system,
        List<Replacement> replacements,
        Map<Set<String>, Supplier<Architecture>> asNeeded,
        Map<Set<String>, Supplier<Architecture>> asNow) {
    /** Of what would carry the load in some cases of a range. */
    private static final String NOT_COUNTED = ", so not counted in any case";

    static Takeovers of(Architecture system, List<Replacement> replacements) {
        List<Set<String>> causes = replacements.stream()
                .flatMap(replacement -> replacement.causes().stream())
                .toList();
        return new Takeovers(
                system,
                replacements,
                Maps.toMap(causes, down -> Lazy.of(() -> system.whatIf(without(system, down)))),
                Maps.toMap(causes, down -> Lazy.of(() -> system.whatIf(asNow(system, replacements, down)))));
    }

    private static Setting without(Architecture system, Set<String> down) {
        Setting setting = system.setting();
        for (String name : down) {
            setting = setting.without(name);
        }
        return setting;
    }

    private static Setting asNow(Architecture system, List<Replacement> replacements, Set<String> down) {
        Setting setting = without(system, down);
        for (Load load : visited(replacements, system).toList()) {
            if (!load.hasFixedInstances() && load.sizing().isSized()) {
                setting = setting.withComponent(Purchase.bought(load.component(), load.instances()));
            }
        }
        return setting;
    }

    private static Stream<Load> visited(List<Replacement> replacements, Architecture system) {
        return replacements.stream()
                .flatMap(replacement -> replacement.visited().stream())
                .distinct()
                .map(system::requireLoad);
    }

    /** Whether what takes the place of a step does not carry its requests at peak, at the best guess. */
    boolean isTooSmall(Step first, Step other) {
        return of(first, other).flatMap(this::overloaded).findAny().isPresent();
    }

    private Stream<Replacement> of(Step first, Step other) {
        return replacements.stream()
                .filter(replacement -> replacement.first() == first && replacement.other() == other);
    }

    /** What does not carry the requests of that whose place it takes, each at the most of them. */
    private Stream<Load> overloaded(Replacement replacement) {
        return replacement.visited().stream()
                .flatMap(name -> loads(Stream.of(replacement), name, asNow)
                        .filter(Load::isOverloaded)
                        .max(comparing(Load::utilization))
                        .stream());
    }

    /** The loads of a component in the place of others, in systems without those. */
    private static Stream<Load> loads(
            Stream<Replacement> replacements, String name, Map<Set<String>, Supplier<Architecture>> without) {
        return replacements
                .filter(replacement -> replacement.visited().contains(name))
                .flatMap(replacement -> replacement.causes().stream())
                .distinct()
                .map(down -> requireNonNull(without.get(down)).get().requireLoad(name))
                .filter(Load::isFilled);
    }

    /**
     * What a visit needs that is made in the place of another step, if more than otherwise: 'store in place of cache'
     * is up while as many instances are as carry all, and never in the cases that overload it.
     */
    Optional<Call> call(Step first, Step other, Component component, int shards, Optional<Call> usual) {
        return most(loads(of(first, other), component.name(), asNow))
                .filter(load -> carrying(load).isPresent() || (!isAlike(load, usual) && !isUsual(load, shards, usual)))
                .map(load -> load.inPlace(
                        keepsName(load, shards, usual)
                                ? component.name()
                                : of(first, other).findFirst().orElseThrow().nameOf(component.name()),
                        shards,
                        carrying(load)))
                .orElse(usual);
    }

    private Optional<Count> carrying(Load load) {
        return load.sizing().carrying(isOnlyThere(load.component().name()));
    }

    /** Whether it is visited in the place of one step alone, so that no other call needs the same instances. */
    private boolean isOnlyThere(String name) {
        return !system.requireLoad(name).isVisited()
                && !isDependency(name)
                && replacements.stream()
                                .filter(replacement -> replacement.visited().contains(name))
                                .count()
                        == 1;
    }

    private boolean isDependency(String name) {
        return system.loads().stream()
                .flatMap(load -> system.dependencies(load).stream())
                .anyMatch(load -> load.component().name().equals(name));
    }

    private static Optional<Load> most(Stream<Load> loads) {
        return loads.max(comparing(load -> load.sizing().leastNeeded()));
    }

    /** Whether it is visited only then, and is not told apart from what it would be anyway. */
    private boolean keepsName(Load load, int shards, Optional<Call> usual) {
        return isUsual(load, shards, usual)
                && !inUsual(load).isVisited()
                && !isDependency(load.component().name());
    }

    private static boolean isUsual(Load load, int shards, Optional<Call> usual) {
        return load.call(load.component().name(), shards).equals(usual);
    }

    /**
     * Whether it, and all it depends on, need as much as otherwise at the best guess of a range: then the same
     * instances are told once.
     */
    private boolean isAlike(Load load, Optional<Call> usual) {
        List<Load> all = load.withDependencies();
        return usual.isPresent()
                && all.stream().anyMatch(each -> each.sizing().leastNeeded().isUncertain())
                && all.stream()
                        .allMatch(each -> each.sizing().leastNeeded().value()
                                == system.anyLoad(each.component())
                                        .sizing()
                                        .leastNeeded()
                                        .value());
    }

    /** As in 'second provider in place of card provider, requests at 155%', of what is large enough while all is up. */
    List<String> tooSmall() {
        return replacements.stream()
                .flatMap(replacement -> overloaded(replacement)
                        .filter(load -> !inUsual(load).isOverloaded())
                        .map(load -> replacement.nameOf(load.component().name()) + ", " + NumberCells.fullest(load)
                                + (carrying(load).isPresent() ? NOT_COUNTED : "")))
                .distinct()
                .toList();
    }

    /** The load of the same component while all is up. */
    private Load inUsual(Load load) {
        return system.requireLoad(load.component().name());
    }

    /** How many instances of a fallback are needed in the place of others; none if it is not one. */
    Optional<Count> needed(Component component, String name) {
        return loads(component)
                .map(load -> load.sizing().enough(name + " in place of others"))
                .reduce(Count::max);
    }

    /** The load of a fallback that needs the most instances. */
    Optional<Load> most(Component component) {
        return most(loads(component));
    }

    /** The loads of a fallback in the place of others, with as many instances as it needs. */
    private Stream<Load> loads(Component component) {
        return loads(replacements.stream().filter(Replacement::isFallback), component.name(), asNeeded);
    }
}
