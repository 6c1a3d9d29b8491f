package dev.estimator.report;

import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.graph.Node;
import dev.estimator.internal.graph.Note;
import dev.estimator.internal.graph.Tape;
import dev.estimator.internal.unit.Dimension;
import dev.estimator.quantity.Quantity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the assumptions of a page belong to: the only component or model of which a step needs them, or else the only
 * section that needs them itself. What the library named says whose it is, as in 'store workers' or 'cache: items';
 * what a user called an assumption does not.
 *
 * @param components the components on the page, in their order
 * @param limited those of them that something limits
 * @param users for each input the headings of the sections that need it themselves
 * @param owners for each input the components and models of which a step needs it, and NO_ONE if other answers do
 * @param answers for each input the answers that need it
 * @param ofSystem the inputs that a system on the page needs itself
 */
record Belongings(
        List<String> components,
        Set<String> limited,
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

    /** Who has what answers need without a step of a component or model. */
    private static final String NO_ONE = "";

    /** What stands between a thing and the component, as in 'p99 of cdn', 'request to store' or 'search at store'. */
    private static final List<String> LINKS = List.of(" of ", " to ", " in ", " at ");

    /** How much one matters follows from the availability of all that it is needed with. */
    private static final String IMPORTANCE = "importance of ";

    /** What stands between the component and a use case, as in 'response of store in search'. */
    private static final String IN_USE_CASE = " in ";

    /** Finds what belongs where, from the parts of a page and the sections that were made of them. */
    static Belongings of(List<Part> parts, List<Page.Section> sections) {
        List<String> components = components(sections, component -> true);
        List<Part> answering = new ArrayList<>();
        List<Part> ofSystem = new ArrayList<>();
        List<String> headings = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Page.Section section = sections.get(i);
            if (section.blocks().stream().anyMatch(SystemBlock.Architecture.class::isInstance)) {
                ofSystem.add(parts.get(i));
            }
            if (!section.heading().equals(IN_SHORT) && section.blocks().stream().anyMatch(Belongings::isAnswer)) {
                answering.add(parts.get(i));
                headings.addAll(Collections.nCopies(parts.get(i).quantities().size(), section.heading()));
            }
        }
        Tape answers = tape(answering);
        return new Belongings(
                components,
                Set.copyOf(components(sections, component -> component.utilization() != null)),
                users(answers, headings),
                owners(parts, sections, components),
                answers(answers),
                inputs(tape(ofSystem), (step, above) -> above).keySet());
    }

    private static List<String> components(List<Page.Section> sections, Predicate<SystemBlock.Component> which) {
        return sections.stream()
                .flatMap(section -> section.blocks().stream())
                .flatMap(block ->
                        block instanceof SystemBlock.Architecture system ? system.components().stream() : Stream.of())
                .filter(which)
                .map(SystemBlock.Component::name)
                .distinct()
                .toList();
    }

    private static Tape tape(List<Part> parts) {
        return Tape.of(parts.stream()
                .flatMap(part -> part.quantities().stream())
                .map(Inside::node)
                .toList());
    }

    /** What reaches each input from the steps that need it, where a step may change what it passes on from above. */
    private static Map<Node, Set<String>> inputs(Tape tape, BiFunction<Integer, Set<String>, Set<String>> passed) {
        List<Set<String>> above = new ArrayList<>();
        IntStream.range(0, tape.size()).forEach(i -> above.add(new TreeSet<>()));
        Map<Node, Set<String>> inputs = new HashMap<>();
        for (int i = tape.size() - 1; i >= 0; i--) {
            Set<String> all = passed.apply(i, above.get(i));
            tape.operands(i).forEach(operand -> above.get(operand).addAll(all));
            if (tape.operands(i).isEmpty()) {
                inputs.put(tape.node(i), all);
            }
        }
        return inputs;
    }

    /** A section does not use itself what it computes from the answers of an earlier one. */
    private static Map<Node, Set<String>> users(Tape tape, List<String> headings) {
        int[] roots = tape.roots();
        Map<Integer, String> answered = new HashMap<>();
        IntStream.range(0, roots.length).forEach(i -> answered.putIfAbsent(roots[i], headings.get(i)));
        return inputs(tape, (step, above) -> {
            String own = answered.get(step);
            if (own != null) {
                if (!tape.operands(step).isEmpty()) {
                    above.removeIf(later -> headings.indexOf(later) > headings.indexOf(own));
                }
                above.add(own);
            }
            return above;
        });
    }

    /**
     * The nearest steps decide. A user may have named the answers of other sections than those of a system; what
     * answers of a system need in no step of a component is left to those that have one. Tables are of a system, and
     * their cells, called after row and column, of nobody.
     */
    private static Map<Node, Set<String>> owners(
            List<Part> parts, List<Page.Section> sections, List<String> components) {
        Tape tape = tape(parts);
        Set<String> cells = sections.stream()
                .flatMap(section -> section.blocks().stream())
                .flatMap(block -> block instanceof Block.Table table ? TablePart.names(table) : Stream.of())
                .collect(Collectors.toSet());
        var ofSystem = new BitSet();
        var ofOthers = new BitSet();
        int root = 0;
        for (int i = 0; i < parts.size(); i++) {
            List<Block> blocks = sections.get(i).blocks();
            boolean isSystem = blocks.stream().anyMatch(SystemBlock.Architecture.class::isInstance);
            boolean isUseCases = blocks.stream().anyMatch(SystemBlock.UseCases.class::isInstance);
            boolean isAnswer = blocks.stream().anyMatch(Belongings::isAnswer);
            for (int j = 0; j < parts.get(i).quantities().size(); j++) {
                int step = tape.roots()[root++];
                boolean isOfSystem = isSystem
                        || ((isUseCases || cells.contains(tape.node(step).name()))
                                && !tape.operands(step).isEmpty());
                (isOfSystem ? ofSystem : ofOthers).set(step, isAnswer || (isOfSystem ? ofSystem : ofOthers).get(step));
            }
        }
        return inputs(tape, (step, above) -> {
            boolean isOfOthers = ofOthers.get(step) && !ofSystem.get(step);
            boolean isCalculated = !tape.operands(step).isEmpty();
            Node node = tape.node(step);
            Optional<String> named = isOfOthers && isCalculated
                    ? toldApart(owner(node, List.of()), components)
                    : owner(node, components);
            Optional<String> owner = named.filter(one -> !cells.contains(node.name()));
            if (owner.isPresent()) {
                return Set.of(owner.get());
            }
            if (isCalculated && ofSystem.get(step)) {
                above.remove(NO_ONE);
            } else if (ofOthers.get(step)) {
                above.add(NO_ONE);
            }
            return above;
        });
    }

    /** Whose it is by its name, unless the user chose that, or may have, as of a range. */
    private static Optional<String> owner(Node node, List<String> components) {
        boolean isRange = node instanceof Node.Named named
                && Note.resolve(named.operands().get(0)) instanceof Node.Range;
        String name = isRange || isOfUser(node) ? null : node.name();
        return name == null || name.startsWith(IMPORTANCE) ? Optional.empty() : owner(name, components);
    }

    private static Optional<String> owner(String name, List<String> components) {
        Optional<String> model = model(name);
        return component(name, components)
                .filter(one -> model.isEmpty() || model.get().length() <= one.length())
                .or(() -> toldApart(model, components));
    }

    /** What a what-if puts in the place of an assumption has the name of that. */
    private static boolean isOfUser(@Nullable Node node) {
        return node instanceof Node.Assumption given
                && given.by() == Node.Assumption.By.USER
                && (given.replaced() == null || isOfUser(given.replaced()));
    }

    private static Map<Node, Set<String>> answers(Tape tape) {
        Set<Integer> roots = Arrays.stream(tape.roots()).boxed().collect(Collectors.toSet());
        return inputs(tape, (step, above) -> {
            if (roots.contains(step)) {
                String name = tape.node(step).name();
                above.add(name == null ? "" : name);
            }
            return above;
        });
    }

    /** Whether a block says something new, and not how or why or whether that is enough. */
    private static boolean isAnswer(Block block) {
        return block instanceof Block.Answers
                || block instanceof Block.Table
                || block instanceof Outlook
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
    List<Assumption> ordered(List<Assumption> assumptions, List<? extends Quantity<?>> values) {
        if (assumptions.stream().allMatch(Assumption::isDefault)) {
            return withOwners(assumptions, values);
        }
        boolean isFew = assumptions.size() <= MOST_IN_ONE;
        List<Assumption> called = called(assumptions, values, isFew);
        return isFew ? called : byOwner(called, values);
    }

    /** Defaults, once a value, with what left them at that where others did not: 'database, store: spares 0'. */
    private List<Assumption> withOwners(List<Assumption> unset, List<? extends Quantity<?>> values) {
        List<Set<String>> of = values.stream()
                .map(value -> owners(Inside.leaf(value)).collect(Collectors.toSet()))
                .toList();
        List<Assumption> own = IntStream.range(0, unset.size())
                .mapToObj(i -> own(unset.get(i), Inside.leaf(values.get(i))))
                .toList();
        Map<Assumption, List<Integer>> alike = new LinkedHashMap<>();
        for (int i = 0; i < unset.size(); i++) {
            Assumption one = own.get(i);
            boolean isUnclear =
                    of.get(i).isEmpty() && own.stream().anyMatch(o -> o.name().equals(one.name()) && !o.equals(one));
            alike.computeIfAbsent(isUnclear ? unset.get(i) : one, key -> new ArrayList<>())
                    .add(i);
        }
        Set<String> all = union(Stream.concat(Stream.of(limited), of.stream()));
        boolean isAllMany = all.size() > 1 || components.size() <= 1;
        List<Assumption> told = new ArrayList<>();
        alike.forEach((one, those) -> {
            Set<String> some = union(those.stream().map(of::get));
            boolean isOfAll = some.isEmpty() || (isAllMany && some.equals(all));
            told.add(withSource(one, those.stream().map(unset::get).toList())
                    .in(isOfAll ? null : String.join(", ", some)));
        });
        told.sort(Comparator.comparing(one -> one.section() != null));
        return told;
    }

    /** A default by its own name, without its reason, which may differ by resource. */
    private static Assumption own(Assumption unset, @Nullable Node input) {
        String name = input == null || input.name() == null ? unset.name() : input.name();
        return new Assumption(name, unset.value(), null, unset.isDefault(), unset.section());
    }

    /** With the reason that all have. */
    private static Assumption withSource(Assumption one, List<Assumption> all) {
        String first = all.get(0).source();
        boolean isOfAll = all.stream().allMatch(some -> Objects.equals(some.source(), first));
        return new Assumption(one.name(), one.value(), isOfAll ? first : null, one.isDefault(), one.section());
    }

    private static Set<String> union(Stream<Set<String>> sets) {
        return sets.flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> of(Map<Node, Set<String>> inputs, @Nullable Node input) {
        return input == null ? Set.of() : inputs.getOrDefault(input, Set.of());
    }

    private List<Assumption> byOwner(List<Assumption> assumptions, List<? extends Quantity<?>> values) {
        Set<String> models = assumptions.stream()
                .flatMap(one -> toldApart(model(one.name()), components).stream())
                .collect(Collectors.toSet());
        List<String> of = IntStream.range(0, values.size())
                .mapToObj(i -> owner(assumptions.get(i).name(), Inside.leaf(values.get(i)), models))
                .toList();
        Map<String, List<Assumption>> byOwner = new LinkedHashMap<>();
        Stream.concat(Stream.of(NO_ONE), components.stream()).forEach(owner -> byOwner.put(owner, new ArrayList<>()));
        for (int i = 0; i < of.size(); i++) {
            String owner = Collections.frequency(of, of.get(i)) == 1 ? NO_ONE : of.get(i);
            Assumption one = assumptions.get(i).in(owner.isEmpty() ? null : owner);
            byOwner.computeIfAbsent(owner, key -> new ArrayList<>())
                    .add(isOfUser(Inside.leaf(values.get(i))) ? one.whole() : one);
        }
        return byOwner.values().stream().flatMap(List::stream).toList();
    }

    /** With the names that say most of what they are of, unless two would get the same. */
    private List<Assumption> called(List<Assumption> assumptions, List<? extends Quantity<?>> values, boolean isFew) {
        List<@Nullable String> own = new ArrayList<>();
        values.forEach(value -> own.add(Inside.leaf(value) instanceof Node.Assumption one ? one.name() : null));
        List<String> names = IntStream.range(0, values.size())
                .mapToObj(i -> called(
                        assumptions.get(i).name(),
                        Inside.leaf(values.get(i)),
                        isFew,
                        Collections.frequency(own, own.get(i)) == 1))
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
     * @param isOnly whether no other assumption of the page has its own name, though a default may
     */
    private String called(String name, @Nullable Node input, boolean isFew, boolean isOnly) {
        if (!(input instanceof Node.Assumption given)) {
            return name;
        }
        String own = given.name();
        Set<String> needed = of(answers, input);
        boolean isToldApart = !name.equals(own);
        if (owner(given, components).filter(components::contains).isPresent()) {
            return isToldApart && ofSystem.contains(input) ? own : name;
        }
        if (!isToldApart && !(isFew && isInAnotherAnswer(own, needed))) {
            return name;
        }
        if (given.by() != Node.Assumption.By.MODEL) {
            return answers.values().stream().anyMatch(some -> some.contains(own)) ? name : own;
        }
        boolean isOfThem = !needed.isEmpty()
                && needed.size() <= MOST_NAMED
                && (isToldApart || model(own).isEmpty());
        return isOfThem && needed.stream().noneMatch(answer -> answer.isEmpty() || own.contains(answer))
                ? own + " of " + String.join(" and ", needed)
                : isOnly && !isFew && isDefault(own) ? own : name;
    }

    /** Whether a default on the page is called so, which stands among defaults. */
    private boolean isDefault(String name) {
        return answers.keySet().stream()
                .anyMatch(input -> input instanceof Node.Assumption one
                        && one.by() == Node.Assumption.By.NOBODY
                        && name.equals(one.name()));
    }

    /** Whether an answer that does not need it is called so: 'servers', or 'web servers'. */
    private boolean isInAnotherAnswer(String name, Set<String> needed) {
        return answers.values().stream()
                .flatMap(Set::stream)
                .anyMatch(answer -> !needed.contains(answer) && (" " + answer + " ").contains(" " + name + " "));
    }

    /** The component, model, answer or section; NO_ONE if several use it. */
    private String owner(String name, @Nullable Node input, Set<String> models) {
        Optional<String> named = named(name, input);
        boolean isByUse = isOfUser(input) || input instanceof Node.Range;
        Optional<String> alone = only(isAvailability(input)
                        ? owners(input).collect(Collectors.toSet())
                        : of(owners, input))
                .filter(owner -> !owner.equals(NO_ONE) && (isByUse || !components.contains(owner)));
        return (isByUse ? alone.or(() -> named) : named.or(() -> alone))
                .or(() -> onlyAnswer(input).filter(models::contains))
                .or(() -> only(of(users, input)))
                .orElse(NO_ONE);
    }

    /** Whose it is by what the library calls it, or puts before its name to tell two of it apart. */
    private Optional<String> named(String name, @Nullable Node input) {
        String own = input == null ? null : input.name();
        if (own == null) {
            return owner(name, components);
        }
        if (isOfUser(input)) {
            return name.startsWith(own) || ofSystem.contains(input)
                    ? Optional.empty()
                    : toldApart(model(name), components);
        }
        return owner(ofSystem.contains(input) ? own : name, components);
    }

    /** What needs several takes their availabilities together in one step. */
    private static boolean isAvailability(@Nullable Node input) {
        return input != null && input.kind().dimension() == Dimension.AVAILABILITY;
    }

    private Stream<String> owners(@Nullable Node input) {
        return of(owners, input).stream().filter(owner -> !owner.equals(NO_ONE));
    }

    /** The only answer that needs what a model named. */
    private Optional<String> onlyAnswer(@Nullable Node input) {
        boolean isOfModel = input instanceof Node.Assumption given && given.by() == Node.Assumption.By.MODEL;
        return isOfModel ? only(of(answers, input)) : Optional.empty();
    }

    private static Optional<String> only(Set<String> some) {
        return some.size() == 1 ? some.stream().findFirst() : Optional.empty();
    }

    private static Optional<String> component(String name, List<String> components) {
        return components.stream()
                .filter(component -> isOf(name, component))
                .max(Comparator.<String, Boolean>comparing(component -> isLinked(name, component))
                        .thenComparing(String::length));
    }

    private static boolean isOf(String name, String component) {
        return name.equals(component) || name.startsWith(component + " ") || isLinked(name, component);
    }

    private static boolean isLinked(String name, String component) {
        return LINKS.stream()
                .map(link -> link + component)
                .anyMatch(of -> name.endsWith(of) || name.contains(of + IN_USE_CASE));
    }

    private static Optional<String> model(String name) {
        int end = name.indexOf(": ");
        return end > 0 ? Optional.of(name.substring(0, end)) : Optional.empty();
    }

    /** A model that has the name of a component has other spares than that. */
    private static Optional<String> toldApart(Optional<String> model, List<String> components) {
        return model.map(name -> components.contains(name) ? name + Block.OF_MODEL : name);
    }
}
