package dev.estimator.internal.graph;

import dev.estimator.internal.graph.Node.Operation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A formula of what has grown by its first input, a factor, until a time from now, its last input; or, as one that may
 * be beyond any number, of how long its second input may grow within its first.
 */
public interface Grown {
    /** If no growth is counted. */
    String NOW = "now";

    /**
     * When there is as much as was calculated, as in 'in 7 y'; 'now' if no growth is counted in it, or only in a part
     * of a sum. Of a time for which something fits it is that of what grows, whenever there is so much room.
     */
    static String when(Object quantity) {
        return when(List.of(Inside.node(quantity)));
    }

    private static String when(List<Node> asked) {
        Tape tape = Tape.written(asked);
        List<Node> growing = new ArrayList<>();
        Set<String> times = new LinkedHashSet<>();
        boolean[] grown = new boolean[tape.size()];
        for (int i = 0; i < tape.size(); i++) {
            grown[i] = isGrown(tape, i, grown);
            if (tape.node(i) instanceof Operation step && step.function().isGrown()) {
                if (!step.function().beyond().isEmpty()) {
                    growing.add(step.operands().get(1));
                } else if (isOther(step.operands())) {
                    grown[i] = true;
                    times.add(Shown.summary(step.operands().get(step.operands().size() - 1)));
                }
            }
        }
        if (!growing.isEmpty()) {
            return when(growing);
        }
        return grown[tape.roots()[0]] ? "in " + String.join(" and ", times) : NOW;
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

    /** Whether it becomes more or less: a factor of 1 is no growth. */
    private static boolean isOther(List<Node> inputs) {
        Node growth = inputs.get(0);
        return growth.isUncertain() || growth.value() != 1;
    }
}
