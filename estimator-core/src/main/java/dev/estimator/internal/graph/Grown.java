package dev.estimator.internal.graph;

import dev.estimator.internal.graph.Node.Operation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A formula of what has grown by its first input, a rate or factor, until a time from now, its last input; or, as one
 * that may be beyond any number, of how long its second input may grow within its first.
 */
public interface Grown {
    /** If no growth is counted. */
    String NOW = "now";

    /**
     * When there is as much as was calculated.
     *
     * @param words as in 'in 7 y', 'once 7 y are full' or 'now, with disk as in 7 y'
     * @param counted what has grown, as in 'in 7 y' or 'of disk as in 7 y'; empty if nothing has
     * @param isOnlyKept whether there is more later only as it is kept, at a rate that stays
     */
    record When(String words, String counted, boolean isOnlyKept) {}

    /**
     * When there is as much as was calculated, as in 'in 7 y', or 'once 7 y are full' of what is kept at a rate that
     * stays; 'now' if neither is counted in it, and 'now, with disk as in 7 y' if that is only a part of a sum. Of a
     * time for which something fits it is that of what grows, whenever there is so much room.
     */
    static When when(Object quantity) {
        return when(List.of(Inside.node(quantity)));
    }

    private static When when(List<Node> asked) {
        Tape tape = Tape.written(asked);
        List<Node> growing = new ArrayList<>();
        Set<String> times = new LinkedHashSet<>();
        Set<String> kept = new LinkedHashSet<>();
        boolean[] grown = new boolean[tape.size()];
        for (int i = 0; i < tape.size(); i++) {
            grown[i] = isGrown(tape, i, grown);
            if (tape.node(i) instanceof Operation step && step.function().isGrown()) {
                List<Node> inputs = step.operands();
                if (!step.function().beyond().isEmpty()) {
                    growing.add(inputs.get(1));
                } else {
                    String time = Shown.summary(inputs.get(inputs.size() - 1));
                    boolean isGrowing = inputs.get(0).isUncertain() || step.value() != 1;
                    grown[i] = isGrowing || isOfKept(inputs.get(0));
                    if (grown[i]) {
                        (isGrowing ? times : kept).add(time);
                    }
                }
            }
        }
        if (!growing.isEmpty()) {
            return when(growing);
        }
        return grown[tape.roots()[0]] ? inWords(times, kept) : ofParts(tape, grown);
    }

    /** As in 'in 4 y and once 1 y is full'. */
    private static When inWords(Set<String> times, Set<String> kept) {
        boolean isOne = kept.size() == 1 && joined(kept).startsWith("1 ");
        String in = times.isEmpty() ? "" : "in " + joined(times);
        String once = kept.isEmpty() ? "" : "once " + joined(kept) + (isOne ? " is" : " are") + " full";
        String words = in + (in.isEmpty() || once.isEmpty() ? "" : " and ") + once;
        return new When(words, words, in.isEmpty());
    }

    /** Whether it is the growth of a store, which is told from others. */
    private static boolean isOfKept(Node growth) {
        return growth instanceof Operation note && note.function() instanceof PartOf;
    }

    /** 'now', and what has grown of it, by its outermost names. */
    private static When ofParts(Tape tape, boolean[] grown) {
        boolean[] isWithin = new boolean[tape.size()];
        isWithin[tape.roots()[0]] = true;
        Set<String> parts = new TreeSet<>();
        for (int i = tape.size() - 1; i >= 0; i--) {
            String name = tape.node(i).name();
            if (isWithin[i] && grown[i] && name != null) {
                String when = when(List.of(tape.node(i))).words();
                parts.add(name.endsWith(when.substring(2)) ? name : name + " as " + when);
            } else if (isWithin[i]) {
                for (int operand : tape.operands(i)) {
                    isWithin[operand] = true;
                }
            }
        }
        return parts.isEmpty()
                ? new When(NOW, "", false)
                : new When(NOW + ", with " + joined(parts), "of " + joined(parts), false);
    }

    private static String joined(Set<String> texts) {
        return String.join(" and ", texts);
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
