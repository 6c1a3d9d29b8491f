package dev.estimator.system;

import static dev.estimator.quantity.Quantities.MONTH;
import static java.util.Objects.requireNonNull;

import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.text.AlignedText;
import dev.estimator.quantity.Ratio;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A system under several assumptions, side by side: with three times the traffic, without its cache, after the loss of
 * a zone. What is overloaded then says so in its cell. Of a zone that is lost the instances are still paid for.
 *
 * <pre>{@code
 * SystemScenarios.of(shop.provisioned(90))
 *     .with("3x traffic", system -> system.times(ratio(3)))
 *     .with("cache down", system -> system.without(cache))
 *     .with("zone lost", Architecture::afterZoneLoss)
 * }</pre>
 *
 * <p>Each scenario changes the base. Immutable; each method returns new scenarios with one added. Single quantities are
 * compared by {@link dev.estimator.analysis.Scenarios}.
 */
public final class SystemScenarios {
    private static final String BASE = "base";

    private final Map<String, Architecture> systems;

    private SystemScenarios(Map<String, Architecture> systems) {
        this.systems = systems;
    }

    /**
     * Begins a comparison.
     *
     * @param base the system as it is; with {@link Architecture#provisioned bought} instances, or they follow the load
     *     of each scenario
     * @return the system, to which scenarios can be added
     */
    public static SystemScenarios of(Architecture base) {
        return new SystemScenarios(Map.of(BASE, requireNonNull(base, "base")));
    }

    /**
     * Adds a scenario.
     *
     * @param name what is different, unlike that of all others
     * @param change what to make of the base: {@code system -> system.times(ratio(3))}
     * @return the scenarios with this one
     * @throws IllegalArgumentException if the name is blank, taken or 'base'
     */
    public SystemScenarios with(String name, UnaryOperator<Architecture> change) {
        Refusal.unreadable(name, "name");
        Refusal.unless(!systems.containsKey(name), "name", "new, unlike " + systems.keySet() + ",", "'" + name + "'");
        Architecture base = requireNonNull(systems.get(BASE));
        Map<String, Architecture> more = new LinkedHashMap<>(systems);
        more.put(name, requireNonNull(requireNonNull(change, "change").apply(base), "change"));
        return new SystemScenarios(more);
    }

    /**
     * Returns the systems that are compared.
     *
     * @return by the names of scenarios, 'base' first
     */
    public Map<String, Architecture> systems() {
        return Collections.unmodifiableMap(systems);
    }

    /**
     * Returns a table of the whole: what is full first, the headroom, the cost; one of the components: how busy of how
     * many instances, at the best guess; and one of the use cases, with p99 at the best guess and the share of requests
     * that is carried. Below them stands what is {@linkplain Load#takenAsFixed taken as fixed} though the traffic grows
     * with it, in any of them, as in 'taken as fixed: memory of db': why such a cost or need is the same under twice
     * the traffic.
     */
    @Override
    public String toString() {
        String fixed = Screen.fixed(systems.values());
        return List.of(whole(), components(), useCases()).stream()
                        .map(AlignedText::of)
                        .collect(Collectors.joining("\n\n"))
                + NumberCells.note(systems.values())
                + (fixed.isEmpty() ? "" : "\n" + fixed);
    }

    private List<List<String>> whole() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("scenario", "first full", "headroom", "a month"));
        systems.forEach((name, system) -> rows.add(List.of(
                name,
                ofFirstFull(system, load -> load.component().name() + " (" + load.firstFull() + ")"),
                ofFirstFull(system, load -> NumberCells.times(load.headroom())),
                NumberCells.text(
                        () -> system.hasCost() ? NumberCells.of(system.cost().times(MONTH)) : NumberCells.NONE))));
        return rows;
    }

    private static String ofFirstFull(Architecture system, Function<Load, String> text) {
        return NumberCells.text(
                () -> system.byHeadroom().stream().findFirst().map(text).orElse(NumberCells.NONE));
    }

    private List<List<String>> components() {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        systems.values()
                .forEach(system ->
                        system.loads().forEach(load -> rows.put(load.component().name(), new ArrayList<>())));
        rows.forEach((component, row) -> {
            row.add(component);
            systems.values().forEach(system -> row.add(busy(system, component)));
        });
        List<String> header = new ArrayList<>(List.of("used at peak, of instances"));
        header.addAll(systems.keySet());
        List<List<String>> all = new ArrayList<>(List.of(header));
        all.addAll(rows.values());
        return all;
    }

    /** '68% of 30'. */
    private static String busy(Architecture system, String component) {
        return system.loads().stream()
                .filter(load -> load.component().name().equals(component))
                .filter(Load::isFilled)
                .findFirst()
                .map(load -> NumberCells.text(() -> {
                    Ratio utilization = load.utilization();
                    return utilization.isBeyond()
                            ? Resource.OVERLOADED
                            : NumberCells.bestGuess(utilization) + " of " + NumberCells.bestGuess(load.instances());
                }))
                .orElse(NumberCells.NONE);
    }

    private List<List<String>> useCases() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("use case", "scenario", "mean", "p99", "up", "served"));
        List<UseCase> useCases = requireNonNull(systems.get(BASE)).useCases();
        for (UseCase useCase : useCases) {
            systems.forEach((name, system) -> rows.add(row(useCase.name(), name, system)));
        }
        return rows;
    }

    private static List<String> row(String useCase, String scenario, Architecture system) {
        Journey journey = system.of(useCase);
        return List.of(
                scenario.equals(BASE) ? useCase : "",
                scenario,
                NumberCells.mean(journey),
                NumberCells.p99(journey),
                NumberCells.up(journey),
                NumberCells.text(() -> NumberCells.served(journey)));
    }
}
