package dev.estimator.report;

import dev.estimator.internal.text.VerdictText;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Simulation;
import dev.estimator.reliability.Call;
import dev.estimator.reliability.CallChain;
import dev.estimator.system.Architecture;
import dev.estimator.system.Load;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The redundancy of a chain of calls, in words.
 *
 * @param system whose calls they are
 * @param instances how many there are of each component by its name, which are more than a call needs where it needs
 *     one shard
 * @param full how many that are full carry the peak of a component, at the ends of the range; what it takes in the
 *     place of another is added when it is asked for
 */
record RedundancyText(Architecture system, Map<String, Double> instances, Map<String, List<Double>> full) {
    private static final String BEST_GUESS = " at the best guess";
    private static final String IN_PLACE_OF = " in place of ";
    private static final List<Double> ANY = List.of(0.0, Double.POSITIVE_INFINITY);

    static RedundancyText of(Architecture system, List<Load> loads) {
        return new RedundancyText(
                system,
                loads.stream()
                        .collect(Collectors.toMap(
                                RedundancyText::name,
                                load -> Math.floor(load.instances().value()))),
                new HashMap<>(loads.stream().collect(Collectors.toMap(RedundancyText::name, RedundancyText::full))));
    }

    private static String name(Load load) {
        return load.component().name();
    }

    /** None if it is certain; from none to endless if there are more or fewer in some cases, or it is a fallback. */
    private static List<Double> full(Load load) {
        Count all = load.instances();
        try {
            if (load.isFallback()) {
                return all.isUncertain() || load.needed().isUncertain() ? ANY : List.of();
            }
            Ratio busy = load.utilization();
            if (!all.isUncertain() && !busy.isUncertain()) {
                return List.of();
            }
            Ratio full = busy.times(all.toRatio());
            Simulation drawn = Simulation.of(full, all);
            return drawn.summary(all).p5().value() < drawn.summary(all).p95().value()
                    ? ANY
                    : List.of(
                            drawn.summary(full).p5().value(),
                            drawn.summary(full).p95().value());
        } catch (ArithmeticException e) {
            return ANY;
        }
    }

    /** As above for a component in the place of another, which is down then; certain for what is no component. */
    private List<Double> inPlace(String name, String component) {
        String down = name.substring(Math.min(name.length(), (component + IN_PLACE_OF).length()));
        return system.loads().stream()
                .filter(load -> name(load).equals(down))
                .map(Load::component)
                .flatMap(other -> system.without(other).loads().stream())
                .filter(load -> name(load).equals(component))
                .map(RedundancyText::full)
                .findFirst()
                .orElseGet(() -> full.getOrDefault(component, List.of()).isEmpty() ? List.of() : ANY);
    }

    /** Whose instances they are, as in 'store' of 'store in place of cache'. */
    private String component(String name) {
        return instances.keySet().stream()
                .filter(each -> name.startsWith(each + IN_PLACE_OF))
                .findFirst()
                .orElse(name);
    }

    /**
     * What is not needed, in words.
     *
     * @param text such as 'enough without cache: store'
     * @param replaced the names of what may be down because of others, such as the cache; none of alike instances
     */
    private record Line(String text, Set<String> replaced) {
        static Line of(String text) {
            return new Line(text, Set.of());
        }

        /** What is in the place of another is so where that may be replaced. */
        Line within(Set<String> others) {
            return replaced.isEmpty() && text.contains(IN_PLACE_OF) ? new Line(text, others) : this;
        }
    }

    /**
     * One line for each group of which not all members are needed, by use cases; with those for which that is true
     * where others visit what is replaced, and fail without it.
     */
    List<String> of(Map<String, CallChain> chains) {
        Map<Line, List<String>> lines = new LinkedHashMap<>();
        chains.forEach((useCase, chain) -> chain.calls().stream()
                .flatMap(this::of)
                .distinct()
                .forEach(line ->
                        lines.computeIfAbsent(line, key -> new ArrayList<>()).add(useCase)));
        return lines.entrySet().stream()
                .map(entry -> {
                    boolean isOfAll = chains.entrySet().stream()
                            .filter(one -> names(one.getValue())
                                    .anyMatch(entry.getKey().replaced()::contains))
                            .allMatch(one -> entry.getValue().contains(one.getKey()));
                    return entry.getKey().text()
                            + (isOfAll ? "" : " (for " + VerdictText.inWords(entry.getValue()) + ")");
                })
                .distinct()
                .toList();
    }

    /** All services of a chain. */
    static Stream<String> names(CallChain chain) {
        return chain.calls().stream().flatMap(RedundancyText::leaves);
    }

    private Stream<Line> of(Call call) {
        if (call instanceof Call.Redundant members) {
            return members.failures() == 1
                    ? Stream.of()
                    : Stream.of(Line.of(enough(members.name(), members.needed(), members.members())));
        }
        if (call instanceof Call.InZones instances) {
            return Stream.concat(enoughInstances(instances), enoughZones(instances))
                    .map(Line::of);
        }
        if (call instanceof Call.Sometimes sometimes) {
            return of(sometimes.call());
        }
        if (call instanceof Call.CacheAside look) {
            Set<String> cache = names(look.cache());
            return Stream.concat(
                    Stream.of(new Line(without(cache, look.store()), cache)),
                    Stream.of(look.cache(), look.store()).flatMap(this::of));
        }
        if (!(call instanceof Call.Group group)) {
            return Stream.of();
        }
        List<Call> options = options(group);
        Stream<Line> inner = options.stream().flatMap(this::of);
        if (group.needed() == options.size()) {
            return inner;
        }
        Set<String> replaced = first(group);
        boolean isOneInPlace = options.size() == 2
                && (!areAlike(group)
                        || options.stream().anyMatch(option -> names(option).size() > 1));
        Call other = options.get(1);
        Set<String> own = names(options.get(0));
        if (isOneInPlace && names(other).size() > own.size() && needed(other).containsAll(own)) {
            return of(new Call.Group(1, List.of(other, options.get(0))));
        }
        String text = isOneInPlace
                ? without(replaced, other)
                : enough(group.needed(), options.size(), when(options)) + joined(options, ", ", this::words);
        return Stream.concat(Stream.of(new Line(text, replaced)), inner.map(line -> line.within(replaced)));
    }

    /** What there is to choose from; of alternatives among alternatives, each of them. */
    private List<Call> options(Call.Group group) {
        return group.needed() > 1 || !areAlike(group)
                ? group.calls()
                : group.calls().stream()
                        .flatMap(call -> call instanceof Call.Group some && some.needed() == 1
                                ? options(some).stream()
                                : Stream.of(call))
                        .toList();
    }

    /** Whether none is there in the place of the first. */
    private boolean areAlike(Call.Group group) {
        return places(group.calls().get(0)).containsAll(places(group));
    }

    /** As in ' in place of cache'. */
    private Set<String> places(Call call) {
        return leaves(call)
                .map(name -> name.substring(component(name).length()))
                .filter(place -> !place.isEmpty())
                .collect(Collectors.toSet());
    }

    private String without(Set<String> replaced, Call other) {
        String text = words(other);
        for (String place : places(other)) {
            text = text.replace(place, "");
        }
        return "enough without " + and(replaced) + when(List.of(other)) + ": " + text;
    }

    /** Nothing if whatever takes over carries all of it in nearly all cases. */
    private String when(List<Call> calls) {
        return calls.stream().flatMap(RedundancyText::leaves).allMatch(this::carriesAll) ? "" : BEST_GUESS;
    }

    private boolean carriesAll(String name) {
        double all = instances.getOrDefault(component(name), 0.0);
        return full(name).stream().allMatch(each -> each <= all * (1 + 1e-12));
    }

    private List<Double> full(String name) {
        return full.computeIfAbsent(name, key -> inPlace(key, component(key)));
    }

    /** What a call needs, as in 'a and (b or c)'. */
    private String words(Call call) {
        List<Call> parts = parts(call)
                .filter(part -> names(part).stream().anyMatch(names(call)::contains))
                .distinct()
                .toList();
        if (parts.size() != 1) {
            return joined(parts, " and ", this::part);
        }
        if (!(parts.get(0) instanceof Call.Group group)) {
            return and(names(call));
        }
        return group.needed() == 1
                ? joined(options(group), " or ", this::part)
                : group.needed() + " of " + joined(group.calls(), ", ", this::part);
    }

    /** What a call is never up without. */
    private static Set<String> needed(Call call) {
        return parts(call)
                .filter(part -> !(part instanceof Call.Group))
                .flatMap(RedundancyText::leaves)
                .collect(Collectors.toSet());
    }

    private String part(Call call) {
        return names(call).size() > 1 ? "(" + words(call) + ")" : words(call);
    }

    private static String joined(List<Call> calls, String by, Function<Call, String> words) {
        return calls.stream().map(words).distinct().collect(Collectors.joining(by));
    }

    /** What is needed besides each other. */
    private static Stream<Call> parts(Call call) {
        if (call instanceof Call.Sometimes sometimes) {
            return parts(sometimes.call());
        }
        if (call instanceof Call.CacheAside look) {
            return Stream.concat(parts(look.cache()), parts(look.store()));
        }
        return call instanceof Call.Group group
                        && group.needed() == group.calls().size()
                ? group.calls().stream().flatMap(RedundancyText::parts)
                : Stream.of(call);
    }

    private Stream<String> enoughInstances(Call.InZones of) {
        int needed = (int) of.needed().value();
        return needed == of.members() ? Stream.of() : Stream.of(enough(of.name(), needed, of.members()));
    }

    /** The zones of which so many must be up: fewer may carry the peak, but were not planned for. */
    private static Stream<String> enoughZones(Call.InZones of) {
        int needed = of.zonesNeeded();
        int all = Math.min(of.zones().size(), of.members());
        return needed == all
                ? Stream.of()
                : Stream.of(needed + " of " + all + " must be up"
                        + (needed == all - of.zonesThatMayFail()
                                ? ", planned for the loss of " + of.zonesThatMayFail()
                                : "")
                        + ": "
                        + of.zones().stream()
                                .limit(all)
                                .map(zone -> and(names(zone)))
                                .collect(Collectors.joining(", ")));
    }

    /** Of instances, or of those of the one shard that is needed. */
    private String enough(String name, int needed, int all) {
        String component = component(name);
        double shards = Math.max(1, Math.rint(instances.getOrDefault(component, 0.0) / all));
        boolean isBestGuess = full(name).stream()
                .mapToDouble(each -> Math.ceil(each * (1 - 1e-12) / shards))
                .anyMatch(each -> Math.min(Math.max(each, 1), all) != needed);
        return (shards > 1 || name.endsWith(" other shards") ? "of each shard " : "")
                + enough(needed, all, isBestGuess ? BEST_GUESS : "")
                + name;
    }

    private static String enough(int needed, int all, String when) {
        return needed + " of " + all + (needed == 1 ? " is enough" : " are enough") + when + ": ";
    }

    /** What only the first option needs, in the place of which another may be taken. */
    private Set<String> first(Call.Group group) {
        Set<String> all = names(group.calls().get(0));
        Set<String> own = new LinkedHashSet<>(all);
        leaves(group.calls().get(1)).map(this::component).forEach(own::remove);
        return own.isEmpty() ? all : own;
    }

    private static String and(Set<String> names) {
        return String.join(" and ", names);
    }

    /** The services in a call, without their zones. */
    private static Set<String> names(Call call) {
        return leaves(call).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Stream<String> leaves(Call call) {
        if (call instanceof Call.Service service) {
            return Stream.of(service.name());
        }
        if (call instanceof Call.Redundant members) {
            return Stream.of(members.name());
        }
        if (call instanceof Call.InZones instances) {
            return Stream.of(instances.name());
        }
        if (call instanceof Call.CacheAside look) {
            return Stream.concat(leaves(look.cache()), leaves(look.store()));
        }
        return call instanceof Call.Sometimes sometimes
                ? leaves(sometimes.call())
                : ((Call.Group) call).calls().stream().flatMap(RedundancyText::leaves);
    }
}
