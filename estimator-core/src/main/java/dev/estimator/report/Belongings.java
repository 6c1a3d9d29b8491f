package dev.estimator.report;

import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.graph.Node;
import dev.estimator.internal.graph.Tape;
import dev.estimator.quantity.Quantity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the assumptions of a page belong to: the component or model that their names begin or end with, or else the only
 * section that needs them itself.
 *
 * @param components the components on the page, in their order
 * @param users for each input the headings of the sections that need it themselves
 * @param owners for each input the components and models of which named steps need it
 * @param answers for each answer, and each input that a model named, the answers that need it
 * @param ofSystem the inputs that a system on the page needs itself
 */
record Belongings(
        List<String> components,
        Map<Node, Set<String>> users,
        Map<Node, Set<String>> owners,
        Map<Node, Set<String>> answers,
        Set<Node> ofSystem) {
    /** Opens a page with figures that its sections have too. */
    static final String IN_SHORT = "In short";

    /** So many are read at a glance, and need no headings. */
    private static final int MOST_IN_ONE = 11;

    /** So many answers say what an input is of. */
    private static final int MOST_NAMED = 2;

    /** What stands between a thing and the component, as in 'p99 of cdn' or 'request to store'. */
    private static final Pattern LINK = Pattern.compile(".* (of|to|in) (the )?");

    private static final String MODEL_ENDS = ": ";

    /** Finds what belongs where, from the parts of a page and the sections that were made of them. */
    static Belongings of(List<Part> parts, List<Page.Section> sections) {
        List<String> components = sections.stream()
                .flatMap(section -> section.blocks().stream())
                .flatMap(block ->
                        block instanceof SystemBlock.Architecture system ? system.components().stream() : Stream.of())
                .map(SystemBlock.Component::name)
                .distinct()
                .toList();
        List<String> headings = new ArrayList<>();
        List<List<? extends Quantity<?>>> answers = new ArrayList<>();
        for (int i = 0; i < sections.size(); i++) {
            Page.Section section = sections.get(i);
            if (!section.heading().equals(IN_SHORT) && section.blocks().stream().anyMatch(Belongings::isAnswer)) {
                headings.add(section.heading());
                answers.add(parts.get(i).quantities());
            }
        }
        Tape all = Tape.of(parts.stream()
                .flatMap(part -> part.quantities().stream())
                .map(Inside::node)
                .toList());
        return new Belongings(
                components,
                users(headings, answers),
                owners(all, components),
                ofModels(answers),
                ofSystem(parts, sections));
    }

    private static Set<Node> ofSystem(List<Part> parts, List<Page.Section> sections) {
        Tape tape = Tape.of(IntStream.range(0, parts.size())
                .filter(i -> sections.get(i).blocks().stream().anyMatch(SystemBlock.Architecture.class::isInstance))
                .mapToObj(i -> parts.get(i).quantities())
                .flatMap(List::stream)
                .map(Inside::node)
                .toList());
        return IntStream.range(0, tape.size())
                .filter(i -> tape.operands(i).isEmpty())
                .mapToObj(tape::node)
                .collect(Collectors.toSet());
    }

    private static Map<Node, Set<String>> ofModels(List<List<? extends Quantity<?>>> answers) {
        Map<Node, Set<String>> inputs = new HashMap<>();
        answers.stream().flatMap(List::stream).map(Inside::node).distinct().forEach(answer -> {
            Tape tape = Tape.of(List.of(answer));
            String name = answer.name() == null ? "" : answer.name();
            inputs.computeIfAbsent(answer, key -> new TreeSet<>()).add(name);
            IntStream.range(0, tape.size())
                    .mapToObj(tape::node)
                    .filter(node -> node instanceof Node.Assumption input && input.by() == Node.Assumption.By.MODEL)
                    .forEach(input -> inputs.computeIfAbsent(input, key -> new TreeSet<>())
                            .add(name));
        });
        return inputs;
    }

    private static Map<Node, Set<String>> owners(Tape tape, List<String> components) {
        Map<Node, Set<String>> inputs = new HashMap<>();
        List<Set<String>> owners = new ArrayList<>();
        IntStream.range(0, tape.size()).forEach(i -> owners.add(new TreeSet<>()));
        for (int i = tape.size() - 1; i >= 0; i--) {
            String name = tape.node(i).name();
            Optional<String> own = name == null
                    ? Optional.empty()
                    : component(name, components).or(() -> model(name));
            Set<String> all = own.isPresent() ? Set.of(own.get()) : owners.get(i);
            tape.operands(i).forEach(operand -> owners.get(operand).addAll(all));
            if (tape.operands(i).isEmpty()) {
                inputs.put(tape.node(i), all);
            }
        }
        return inputs;
    }

    /** A default by its own name, without its reason, which may differ by resource. */
    private static Block.Assumption own(Block.Assumption unset, @Nullable Node input) {
        String name = input == null || input.name() == null ? unset.name() : input.name();
        return new Block.Assumption(name, unset.value(), null, unset.isDefault(), unset.section());
    }

    /** Defaults, once a value, with what left them at that where others did not: 'spares 0 (database, store)'. */
    private List<Block.Assumption> withOwners(List<Block.Assumption> unset, List<? extends Quantity<?>> values) {
        Map<Block.Assumption, Set<String>> some = new LinkedHashMap<>();
        Map<Block.Assumption, Set<@Nullable String>> sources = new HashMap<>();
        List<Block.Assumption> own = IntStream.range(0, unset.size())
                .mapToObj(i -> own(unset.get(i), Inside.leaf(values.get(i))))
                .toList();
        for (int i = 0; i < unset.size(); i++) {
            Node input = Inside.leaf(values.get(i));
            Set<String> of = input == null ? Set.of() : owners.getOrDefault(input, Set.of());
            Block.Assumption one = own.get(i);
            boolean isClear = !of.isEmpty()
                    || own.stream().allMatch(o -> o.equals(one) || !o.name().equals(one.name()));
            Block.Assumption key = isClear ? one : unset.get(i);
            some.computeIfAbsent(key, first -> new TreeSet<>()).addAll(of);
            sources.computeIfAbsent(key, first -> new HashSet<>())
                    .add(unset.get(i).source());
        }
        Set<String> all = some.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        boolean isAllMany = all.size() > 1 || components.size() <= 1;
        List<Block.Assumption> told = new ArrayList<>();
        some.forEach((one, of) -> {
            boolean isOfAll = of.isEmpty() || (isAllMany && of.equals(all));
            Set<@Nullable String> why = sources.getOrDefault(one, Set.of());
            told.add(new Block.Assumption(
                    one.name(),
                    one.value(),
                    why.size() == 1 ? why.iterator().next() : null,
                    true,
                    isOfAll ? null : String.join(", ", of)));
        });
        told.sort(Comparator.comparing(one -> one.section() != null));
        return told;
    }

    /**
     * For each input the sections that need it themselves: what a section computes from the answers of an earlier one
     * it does not use.
     */
    private static Map<Node, Set<String>> users(List<String> headings, List<List<? extends Quantity<?>>> answers) {
        Tape tape =
                Tape.of(answers.stream().flatMap(List::stream).map(Inside::node).toList());
        int[] roots = tape.roots();
        Map<Node, Set<String>> users = new HashMap<>();
        var answered = new BitSet();
        int next = 0;
        for (int section = 0; section < headings.size(); section++) {
            int end = next + answers.get(section).size();
            String heading = headings.get(section);
            inputs(tape, Arrays.copyOfRange(roots, next, end), answered)
                    .mapToObj(tape::node)
                    .forEach(input ->
                            users.computeIfAbsent(input, key -> new HashSet<>()).add(heading));
            Arrays.stream(roots, next, end).forEach(answered::set);
            next = end;
        }
        return users;
    }

    /** The inputs that some steps need without those that are answered already. */
    private static IntStream inputs(Tape tape, int[] roots, BitSet answered) {
        var needed = new BitSet();
        Arrays.stream(roots).filter(root -> !answered.get(root)).forEach(needed::set);
        for (int i = tape.size() - 1; i >= 0; i--) {
            if (needed.get(i)) {
                tape.operands(i).stream()
                        .filter(operand ->
                                !answered.get(operand) || tape.operands(operand).isEmpty())
                        .forEach(needed::set);
            }
        }
        return needed.stream().filter(i -> tape.operands(i).isEmpty());
    }

    /** Whether a block says something new, and not how or why or whether that is enough. */
    private static boolean isAnswer(Block block) {
        return block instanceof Block.Answers
                || block instanceof Block.Table
                || block instanceof Block.Outlook
                || block instanceof Block.Utilization
                || block instanceof SystemBlock.Architecture
                || block instanceof SystemBlock.UseCases;
    }

    /**
     * The assumptions, those of no owner first, then those of each owner, of which there are at least two.
     *
     * @param assumptions what is assumed
     * @param values what each was made of
     */
    List<Block.Assumption> ordered(List<Block.Assumption> assumptions, List<? extends Quantity<?>> values) {
        if (assumptions.stream().allMatch(Block.Assumption::isDefault)) {
            return withOwners(assumptions, values);
        }
        boolean isFew = assumptions.size() <= MOST_IN_ONE;
        List<Block.Assumption> called = called(assumptions, values, isFew);
        return isFew ? called : byOwner(called, values);
    }

    private List<Block.Assumption> byOwner(List<Block.Assumption> assumptions, List<? extends Quantity<?>> values) {
        Set<String> models =
                assumptions.stream().flatMap(one -> model(one.name()).stream()).collect(Collectors.toSet());
        List<String> owners = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            owners.add(owner(assumptions.get(i).name(), Inside.leaf(values.get(i)), models));
        }
        Map<String, List<Block.Assumption>> byOwner = new LinkedHashMap<>();
        Stream.concat(Stream.of(""), components.stream()).forEach(owner -> byOwner.put(owner, new ArrayList<>()));
        for (int i = 0; i < owners.size(); i++) {
            String owner = owners.get(i);
            boolean isAlone = owners.stream().filter(owner::equals).count() == 1;
            byOwner.computeIfAbsent(isAlone ? "" : owner, key -> new ArrayList<>())
                    .add(assumptions.get(i).in(isAlone || owner.isEmpty() ? null : owner));
        }
        return byOwner.values().stream().flatMap(List::stream).toList();
    }

    /** With the names that say most of what they are of, unless two would get the same. */
    private List<Block.Assumption> called(
            List<Block.Assumption> assumptions, List<? extends Quantity<?>> values, boolean isFew) {
        List<String> names = IntStream.range(0, values.size())
                .mapToObj(i -> called(assumptions.get(i).name(), Inside.leaf(values.get(i)), isFew))
                .toList();
        return IntStream.range(0, values.size())
                .mapToObj(i -> Collections.frequency(names, names.get(i)) == 1
                        ? assumptions.get(i).called(names.get(i))
                        : assumptions.get(i))
                .toList();
    }

    /**
     * Beside another of its name an input of a model is called after the answers that need it, 'servers of query p99',
     * one of a component that a system on the page needs 'web instances', and what the user named as he named it.
     *
     * @param name the name that tells it apart from steps that may be on no page
     * @param isFew whether no heading says what it is of, so that 'servers' beside an answer 'web servers' says it
     */
    private String called(String name, @Nullable Node input, boolean isFew) {
        if (!(input instanceof Node.Assumption given)) {
            return name;
        }
        String own = given.name();
        Set<String> needed = answers.getOrDefault(input, Set.of());
        boolean isToldApart = !name.equals(own);
        if (component(own, components).isPresent()) {
            return isToldApart && ofSystem.contains(input) ? own : name;
        }
        if (!isToldApart && !(isFew && isInAnotherAnswer(own, needed))) {
            return name;
        }
        if (given.by() != Node.Assumption.By.MODEL) {
            return answers.values().stream().anyMatch(some -> some.contains(own)) ? name : own;
        }
        boolean isOfThem =
                !needed.isEmpty() && needed.size() <= MOST_NAMED && model(own).isEmpty();
        return isOfThem && needed.stream().noneMatch(answer -> answer.isEmpty() || own.contains(answer))
                ? own + " of " + String.join(" and ", needed)
                : name;
    }

    /** Whether an answer that does not need it is called so: 'servers', or 'web servers'. */
    private boolean isInAnotherAnswer(String name, Set<String> needed) {
        return answers.values().stream()
                .flatMap(Set::stream)
                .anyMatch(answer -> !needed.contains(answer) && (" " + answer + " ").contains(" " + name + " "));
    }

    /** The component, model, answer or section; empty if several use it. */
    private String owner(String name, @Nullable Node input, Set<String> models) {
        return component(name, components)
                .or(() -> model(name))
                .or(() -> onlyAnswer(input).filter(models::contains))
                .orElseGet(() -> section(input));
    }

    private Optional<String> onlyAnswer(@Nullable Node input) {
        Set<String> needed = input == null ? Set.of() : answers.getOrDefault(input, Set.of());
        return needed.size() == 1 ? needed.stream().findFirst() : Optional.empty();
    }

    private static Optional<String> component(String name, List<String> components) {
        return components.stream()
                .filter(component -> isOf(name, component))
                .max(Comparator.comparingInt(String::length));
    }

    private static boolean isOf(String name, String component) {
        return name.equals(component)
                || name.startsWith(component + " ")
                || (name.endsWith(component)
                        && LINK.matcher(name.substring(0, name.length() - component.length()))
                                .matches());
    }

    private static Optional<String> model(String name) {
        int end = name.indexOf(MODEL_ENDS);
        return end > 0 ? Optional.of(name.substring(0, end)) : Optional.empty();
    }

    private String section(@Nullable Node input) {
        Set<String> headings = input == null ? Set.of() : users.getOrDefault(input, Set.of());
        return headings.size() == 1 ? headings.iterator().next() : "";
    }
}
