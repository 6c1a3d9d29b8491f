package dev.estimator.quantity;

import dev.estimator.internal.graph.Node;
import dev.estimator.internal.graph.Node.Assumption;
import dev.estimator.internal.graph.Note;
import dev.estimator.internal.graph.Tape;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * In which words steps of one name differ: by their sources, 'users (survey)', or by an input that only one of them
 * has, 'both (of c)'.
 */
final class Differences {
    /** A longer source is no name. */
    private static final int LONGEST_SOURCE = 40;

    /** Inputs further away are not looked for. */
    private static final int MOST_STEPS = 100;

    private final Tape tape;
    private final Predicate<String> isUnique;

    Differences(Tape tape, Predicate<String> isUnique) {
        this.tape = tape;
        this.isUnique = isUnique;
    }

    /** For each of the steps what only it has, or null. */
    List<@Nullable String> of(List<Integer> steps) {
        List<@Nullable String> sources =
                own(steps.stream().map(step -> sources(tape.node(step))).toList());
        List<@Nullable String> inputs = own(steps.stream().map(this::inputs).toList());
        List<@Nullable String> differences = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            differences.add(sources.get(i) == null ? inputs.get(i) : sources.get(i));
        }
        return differences;
    }

    /** Of each set the first word that is in no other. */
    private static List<@Nullable String> own(List<Set<String>> words) {
        Map<String, Integer> uses = new HashMap<>();
        words.forEach(set -> set.forEach(word -> uses.merge(word, 1, Integer::sum)));
        List<@Nullable String> own = new ArrayList<>();
        words.forEach(set -> own.add(set.stream()
                .filter(word -> Objects.equals(uses.get(word), 1))
                .sorted()
                .findFirst()
                .orElse(null)));
        return own;
    }

    private static Set<String> sources(Node node) {
        String source = Note.resolve(node) instanceof Assumption leaf ? leaf.source() : null;
        return source == null || source.length() > LONGEST_SOURCE ? Set.of() : Set.of(source);
    }

    /** The nearest inputs that have a name of their own. */
    private Set<String> inputs(int step) {
        Set<String> names = new HashSet<>();
        BitSet seen = new BitSet();
        Deque<Integer> left = new ArrayDeque<>(tape.operands(step));
        while (!left.isEmpty() && seen.cardinality() < MOST_STEPS) {
            int next = left.pop();
            String name = tape.node(next).name();
            if (name != null && isUnique.test(name)) {
                names.add("of " + name);
            }
            if (name == null && !seen.get(next)) {
                left.addAll(tape.operands(next));
            }
            seen.set(next);
        }
        return names;
    }
}
