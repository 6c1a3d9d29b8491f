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
    /**
     * When there is as much as was calculated, as in 'in 7 y'; 'now' if no growth is counted in it. Of a time for which
     * something fits it is that of what grows, whenever there is so much room.
     */
    static String when(Object quantity) {
        return when(List.of(Inside.node(quantity)));
    }

    private static String when(List<Node> asked) {
        Tape tape = Tape.written(asked);
        List<Node> growing = new ArrayList<>();
        Set<String> times = new LinkedHashSet<>();
        for (int i = 0; i < tape.size(); i++) {
            if (tape.node(i) instanceof Operation step && step.function().isGrown()) {
                if (!step.function().beyond().isEmpty()) {
                    growing.add(step.operands().get(1));
                } else if (isOther(step.operands())) {
                    times.add(Shown.summary(step.operands().get(step.operands().size() - 1)));
                }
            }
        }
        return !growing.isEmpty() ? when(growing) : times.isEmpty() ? "now" : "in " + String.join(" and ", times);
    }

    /** Whether it becomes more or less: a factor of 1 is no growth. */
    private static boolean isOther(List<Node> inputs) {
        Node growth = inputs.get(0);
        return growth.isUncertain() || growth.value() != 1;
    }
}
