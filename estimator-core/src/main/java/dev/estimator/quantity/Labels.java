package dev.estimator.quantity;

import dev.estimator.internal.graph.Node;
import dev.estimator.internal.graph.Tape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the steps of a derivation are called. Where several have one name, as the zones of two groups of servers, each is called after
 * the first step that follows from it and from no other of that name: 'api servers: zones'. Where there is none they are numbered.
 */
final class Labels {
    private static final int NONE = -1;
    private static final int SEVERAL = -2;

    private final Tape tape;
    private final Map<String, List<Integer>> named = new LinkedHashMap<>();
    private final @Nullable String[] labels;

    private Labels(Tape tape) {
        this.tape = tape;
        labels = new String[tape.size()];
        for (int i = 0; i < tape.size(); i++) {
            String name = tape.node(i).name();
            if (name != null) {
                named.computeIfAbsent(name, key -> new ArrayList<>()).add(i);
            }
        }
        named.forEach(this::label);
    }

    /** The labels by the indices of the steps, null for those without a name. */
    static List<@Nullable String> of(Tape tape) {
        return Arrays.asList(new Labels(tape).labels);
    }

    private void label(String name, List<Integer> steps) {
        List<Integer> left = steps.size() == 1 ? steps : withoutOwner(name, steps);
        for (int i = 0; i < left.size(); i++) {
            labels[left.get(i)] = left.size() == 1 ? name : name + " #" + (i + 1);
        }
    }

    private List<Integer> withoutOwner(String name, List<Integer> steps) {
        @Nullable String[] owners = owners(steps);
        List<Integer> left = new ArrayList<>();
        for (int step : steps) {
            if (owners[step] == null || named.containsKey(owners[step] + ": " + name)) {
                left.add(step);
            } else {
                labels[step] = owners[step] + ": " + name;
            }
        }
        return left;
    }

    /** For each of these steps the first that follows from it alone and whose name nothing else has; none where one follows from another. */
    private @Nullable String[] owners(List<Integer> steps) {
        @Nullable String[] owners = new String[tape.size()];
        int[] origins = new int[tape.size()];
        BitSet these = new BitSet();
        steps.forEach(these::set);
        for (int i = 0; i < tape.size(); i++) {
            int origin = origin(origins, tape.operands(i));
            if (these.get(i) && origin != NONE) {
                return new String[tape.size()];
            }
            origins[i] = these.get(i) ? i : origin;
            if (origins[i] >= 0 && owners[origins[i]] == null && isUnique(tape.node(i))) {
                owners[origins[i]] = tape.node(i).name();
            }
        }
        return owners;
    }

    private boolean isUnique(Node node) {
        List<Integer> steps = named.get(String.valueOf(node.name()));
        return node.name() != null && steps != null && steps.size() == 1;
    }

    private static int origin(int[] origins, List<Integer> operands) {
        int origin = NONE;
        for (int operand : operands) {
            int other = origins[operand];
            if (other != NONE && other != origin) {
                origin = origin == NONE ? other : SEVERAL;
            }
        }
        return origin;
    }
}
