package dev.estimator.internal.graph;

import dev.estimator.internal.graph.Node.Operation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A formula of what has grown by its first input, a rate or factor, until a time from now, its last input; or, as one
 * that may be beyond any number, of how long its second input may grow within its first.
 */
public interface Grown {
    /** If no growth is counted. */
    String NOW = "now";

    /**
     * When there is as much as was calculated, as in 'in 7 y'; 'now' if no growth is counted in it, and 'now, with disk
     * as in 7 y' if only a part of a sum has grown. Of a time for which something fits it is that of what grows,
     * whenever there is so much room.
     */
    static String when(Object quantity) {
        return when(List.of(Inside.node(quantity)));
    }

    private static String when(List<Node> asked) {
        Tape tape = Tape.written(asked);
        List<Node> growing = new ArrayList<>();
        List<Set<String>> times = new ArrayList<>();
        List<Set<String>> parts = new ArrayList<>();
        boolean[] grown = new boolean[tape.size()];
        for (int i = 0; i < tape.size(); i++) {
            Set<String> until = ofOperands(times, tape, i);
            Set<String> grownParts = ofOperands(parts, tape, i);
            grown[i] = isGrown(tape, i, grown);
            if (tape.node(i) instanceof Operation step && step.function().isGrown()) {
                List<Node> inputs = step.operands();
                if (!step.function().beyond().isEmpty()) {
                    growing.add(inputs.get(1));
                } else if (inputs.get(0).isUncertain() || step.value() != 1) {
                    grown[i] = true;
                    until.add(Shown.summary(inputs.get(inputs.size() - 1)));
                }
            }
            String name = tape.node(i).name();
            if (grown[i] && name != null) {
                String all = joined(until);
                grownParts.clear();
                grownParts.add(name.endsWith(" " + all) ? name : name + " as in " + all);
            }
        }
        if (!growing.isEmpty()) {
            return when(growing);
        }
        int root = tape.roots()[0];
        return grown[root]
                ? "in " + joined(times.get(root))
                : parts.get(root).isEmpty() ? NOW : NOW + ", with " + joined(parts.get(root));
    }

    private static String joined(Set<String> texts) {
        return String.join(" and ", texts);
    }

    /** Adds what is true of what a step is made of. */
    private static Set<String> ofOperands(List<Set<String>> known, Tape tape, int index) {
        Set<String> all = new LinkedHashSet<>();
        for (int operand : tape.operands(index)) {
            all.addAll(known.get(operand));
        }
        known.add(all);
        return all;
    }

    /** Whether some of it has grown, and of a sum all that was calculated: a cost of today and of later is of today. */
    private static boolean isGrown(Tape tape, int index, boolean[] grown) {
        boolean isSum = tape.node(index) instanceof Operation step && step.function() == Op.PLUS;
        boolean isAny = false;
        boolean isAll = true;
        for (int operand : tape.operands(index)) {
            isAny |= grown[operand];
            isAll &= grown[operand] || !isCalculated(tape, operand);
        }
        return isAny && (isAll || !isSum);
    }

    private static boolean isCalculated(Tape tape, int index) {
        List<Integer> operands = tape.operands(index);
        return operands.size() > 1 || (operands.size() == 1 && isCalculated(tape, operands.get(0)));
    }
}
