package dev.estimator.quantity;

import dev.estimator.internal.graph.Node;
import dev.estimator.internal.graph.Node.Operation;
import dev.estimator.internal.graph.PartOf;
import dev.estimator.internal.graph.Shown;
import dev.estimator.internal.graph.Tape;
import dev.estimator.internal.text.Ordinal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the steps of a derivation are called. Where several have one name, as the zones of two groups of servers, each
 * is called after the what-if that changed it, as 'users (what if, 15M)', the whole that it is part of, or the first
 * step that follows from it and from no other of that name: 'api servers: zones'; else after its source or an input
 * that only it has, 'both (of c)'; else after its value, 'users (15M)'. Where that is the same too, it says which it
 * is, 'users (second)'.
 */
final class StepLabels {

    private final Tape tape;
    private final Map<String, List<Integer>> named = new LinkedHashMap<>();
    private final @Nullable String[] labels;
    private final @Nullable String[] wholes;
    private final WhatIfLabels whatIfs;

    private StepLabels(Tape tape) {
        this.tape = tape;
        labels = new String[tape.size()];
        for (int i = 0; i < tape.size(); i++) {
            String name = tape.node(i).name();
            if (name != null) {
                named.computeIfAbsent(name, key -> new ArrayList<>()).add(i);
            }
        }
        wholes = wholes();
        whatIfs = new WhatIfLabels(tape);
        named.forEach(this::label);
    }

    /** The labels by the indices of the steps, null for those without a name. */
    static List<@Nullable String> of(Tape tape) {
        return Arrays.asList(new StepLabels(tape).labels);
    }

    /** The assumption or range of that label, one of several of a name; null if there is none. */
    static @Nullable Node labelled(Node root, String label) {
        Tape tape = Tape.of(List.of(root));
        List<@Nullable String> labels = of(tape);
        return IntStream.range(0, tape.size())
                .filter(i -> label.equals(labels.get(i)))
                .mapToObj(tape::node)
                .filter(node -> node instanceof Node.Assumption || node instanceof Node.Range)
                .findFirst()
                .orElse(null);
    }

    /** Besides what-ifs only one step of its name is called so: where one is left of several it has its value. */
    private void label(String name, List<Integer> steps) {
        List<Integer> given = steps.size() == 1 ? steps : withoutWhatIf(name, steps);
        List<Integer> left = given.size() < 2 ? given : withoutOwner(name, given);
        if (left.size() == 1 && given.size() > 1) {
            byValue(name, given, left);
        } else {
            tellApart(name, left);
        }
    }

    private void tellApart(String name, List<Integer> steps) {
        if (steps.size() == 1) {
            labels[steps.get(0)] = name;
        } else {
            byValue(name, steps, withoutDifference(name, steps));
        }
    }

    /** Calls those that are left by their values, or where two have one by their places among all. */
    private void byValue(String name, List<Integer> steps, List<Integer> left) {
        Set<String> values = steps.stream().map(step -> value(name, step)).collect(Collectors.toSet());
        if (values.size() == steps.size() && Collections.disjoint(values, named.keySet())) {
            left.forEach(step -> labels[step] = value(name, step));
        } else {
            byPlace(name, steps, left);
        }
    }

    private void byPlace(String name, List<Integer> steps, List<Integer> left) {
        BitSet alike = new BitSet();
        left.forEach(alike::set);
        int place = 0;
        for (int step : steps) {
            do {
                place++;
            } while (named.containsKey(Ordinal.behind(name, place)));
            if (alike.get(step)) {
                labels[step] = Ordinal.behind(name, place);
            }
        }
    }

    private String value(String name, int step) {
        return name + " (" + Shown.inFormula(tape.node(step)) + ")";
    }

    /** Calls those after what only they have that have something; the others are left. */
    private List<Integer> withoutDifference(String name, List<Integer> steps) {
        List<@Nullable String> differences = new Differences(tape, this::isUnique).of(steps);
        List<Integer> left = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            String label = name + " (" + differences.get(i) + ")";
            if (differences.get(i) == null || named.containsKey(label)) {
                left.add(steps.get(i));
            } else {
                labels[steps.get(i)] = label;
            }
        }
        return left;
    }

    /** Calls those that a what-if changed after what it changed; the others are left. */
    private List<Integer> withoutWhatIf(String name, List<Integer> steps) {
        Map<String, List<Integer>> changed = new LinkedHashMap<>();
        steps.stream()
                .filter(step -> whatIfs.isChanged(step))
                .forEach(step -> changed.computeIfAbsent(name + whatIfs.inBrackets(step), key -> new ArrayList<>())
                        .add(step));
        List<Integer> left = new ArrayList<>(steps);
        changed.forEach((label, those) -> {
            if (those.size() == 1 && !named.containsKey(label)) {
                labels[those.get(0)] = label;
                left.removeAll(those);
            }
        });
        return left;
    }

    private List<Integer> withoutOwner(String name, List<Integer> steps) {
        List<Integer> left = called(name, wholes, steps, true);
        return left.size() < 2 ? left : called(name, owners(left), left, false);
    }

    /** Calls those after their owners that have one, and maybe of their own; the others are left. */
    private List<Integer> called(String name, @Nullable String[] owners, List<Integer> steps, boolean isShared) {
        Map<String, Integer> uses = new HashMap<>();
        steps.stream()
                .map(step -> owners[step])
                .filter(Objects::nonNull)
                .forEach(owner -> uses.merge(owner, 1, Integer::sum));
        Map<String, List<Integer>> shared = new LinkedHashMap<>();
        List<Integer> left = new ArrayList<>();
        for (int step : steps) {
            String owner = owners[step];
            boolean isOnly = owner != null && uses.getOrDefault(owner, 0) == 1;
            if (owner == null || !(isOnly || isShared) || named.containsKey(owner + ": " + name)) {
                left.add(step);
            } else {
                shared.computeIfAbsent(owner + ": " + name, key -> new ArrayList<>())
                        .add(step);
            }
        }
        shared.forEach(this::tellApart);
        return left;
    }

    /** For each step the whole through which alone it is used; none where there are several. */
    private @Nullable String[] wholes() {
        @Nullable String[] wholes = new String[tape.size()];
        BitSet used = new BitSet();
        Arrays.stream(tape.roots()).forEach(used::set);
        for (int i = tape.size() - 1; i >= 0; i--) {
            String whole = whole(tape.node(i), wholes[i]);
            for (int operand : tape.operands(i)) {
                boolean isOther = used.get(operand) && !Objects.equals(whole, wholes[operand]);
                wholes[operand] = isOther ? null : whole;
                used.set(operand);
            }
        }
        return wholes;
    }

    private static @Nullable String whole(Node node, @Nullable String around) {
        return node instanceof Operation operation
                        && operation.function() instanceof PartOf part
                        && !part.whole().equals(PartOf.OTHER)
                ? part.whole()
                : around;
    }

    /**
     * For each of these steps the first that follows from it alone and whose name nothing else has; none where one
     * follows from another. One whose name ends as theirs does is passed over: 'free servers: servers' says nothing.
     */
    private @Nullable String[] owners(List<Integer> steps) {
        @Nullable String[] owners = new String[tape.size()];
        int[] origins = new int[tape.size()];
        BitSet these = new BitSet();
        steps.forEach(these::set);
        String repeated = " " + tape.node(steps.get(0)).name();
        for (int i = 0; i < tape.size(); i++) {
            int origin = CommonOrigin.of(origins, tape.operands(i));
            if (these.get(i) && origin != CommonOrigin.NONE) {
                return new String[tape.size()];
            }
            origins[i] = these.get(i) ? i : origin;
            if (origins[i] >= 0 && owners[origins[i]] == null && isOwner(tape.node(i), repeated)) {
                owners[origins[i]] = tape.node(i).name();
            }
        }
        return owners;
    }

    private boolean isUnique(Node node) {
        return node.name() != null && isUnique(node.name());
    }

    private boolean isOwner(Node node, String repeated) {
        return isUnique(node) && !String.valueOf(node.name()).endsWith(repeated);
    }

    private boolean isUnique(String name) {
        List<Integer> steps = named.get(name);
        return steps != null && steps.size() == 1;
    }
}
