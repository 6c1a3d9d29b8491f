package dev.estimator.internal.graph;

import dev.estimator.internal.graph.Node.Operation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A formula of what has grown by its first input, a factor, until a time from now, its last input. */
public interface Grown {
    /** When there is as much as was calculated, as in 'in 7 y'; 'now' if no growth is counted in it. */
    static String when(Object quantity) {
        Tape tape = Tape.written(List.of(Inside.node(quantity)));
        Set<String> times = new LinkedHashSet<>();
        for (int i = 0; i < tape.size(); i++) {
            if (tape.node(i) instanceof Operation step && step.function().isGrown() && isOther(step.operands())) {
                times.add(Shown.summary(step.operands().get(step.operands().size() - 1)));
            }
        }
        return times.isEmpty() ? "now" : "in " + String.join(" and ", times);
    }

    /** Whether it becomes more or less: a factor of 1 is no growth. */
    private static boolean isOther(List<Node> inputs) {
        Node growth = inputs.get(0);
        return growth.isUncertain() || growth.value() != 1;
    }
}
