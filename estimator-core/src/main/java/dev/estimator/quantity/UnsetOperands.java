package dev.estimator.quantity;

import dev.estimator.internal.graph.Derived;
import dev.estimator.internal.graph.Function;
import dev.estimator.internal.graph.Node;
import dev.estimator.internal.graph.Node.Assumption;
import dev.estimator.internal.graph.Node.Named;
import dev.estimator.internal.graph.Node.Operation;
import dev.estimator.internal.graph.Note;
import dev.estimator.internal.graph.Op;
import dev.estimator.internal.graph.Tape;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which operands say nothing because nobody set them: a factor of exactly 1 and a summand of exactly 0. They are listed
 * with the defaults and left out of the formulas.
 */
final class UnsetOperands {
    private static final Set<Function> ELEMENTARY = Set.of(Op.PLUS, Op.MINUS, Op.TIMES, Op.DIV);

    private final Tape tape;

    /** For each step the one whose value it passes on unchanged, or itself. */
    private final int[] meant;

    /** Defaults, and what follows from defaults alone. */
    private final BitSet unset = new BitSet();

    /** What is exactly 1 because of a default, such as the mean growth over a time if no growth was set. */
    private final BitSet ones = new BitSet();

    UnsetOperands(Tape tape) {
        this.tape = tape;
        this.meant = new int[tape.size()];
        for (int i = 0; i < tape.size(); i++) {
            unset.set(i, isUnset(i));
            ones.set(i, isOne(i));
            meant[i] = meant(i);
        }
    }

    /** The operands of a step that its formula shows, at least one; steps that only pass on a value are passed over. */
    List<Integer> written(int i) {
        return needed(i).stream().map(operand -> meant[operand]).toList();
    }

    private List<Integer> needed(int i) {
        List<Integer> operands = tape.operands(i);
        if (isAvailability(i)) {
            return tape.operands(operands.get(0));
        }
        Function op = function(i);
        if (op == null || !ELEMENTARY.contains(op)) {
            return operands;
        }
        int left = operands.get(0);
        int right = operands.get(1);
        if (saysNothing(op, right)) {
            return List.of(left);
        }
        boolean commutes = op == Op.TIMES || op == Op.PLUS;
        return commutes && saysNothing(op, left) ? List.of(right) : operands;
    }

    private int meant(int i) {
        List<Integer> operands = tape.operands(i);
        List<Integer> needed = needed(i);
        if (needed.size() < operands.size() || isNote(i) || isAvailability(i)) {
            return meant[needed.get(0)];
        }
        if (tape.node(i) instanceof Named) {
            int inner = meant[operands.get(0)];
            boolean isOtherName = inner != operands.get(0) && tape.node(inner).name() != null;
            return isOtherName ? inner : i;
        }
        return function(i) == Op.CEIL && isCeiling(meant[operands.get(0)]) ? meant[operands.get(0)] : i;
    }

    /** Whether it is what an availability is once more: {@code 1 − (1 − A)}. */
    boolean isAvailability(int i) {
        boolean isComplement = function(i) == Op.COMPLEMENT || function(i) == Derived.UNAVAILABILITY;
        return isComplement && function(tape.operands(i).get(0)) == Derived.UNAVAILABILITY;
    }

    /** The step behind notes, which pass it on. */
    int behindNotes(int i) {
        return isNote(i) ? behindNotes(tape.operands(i).get(0)) : i;
    }

    private boolean isNote(int i) {
        return tape.node(i) instanceof Operation operation && operation.function() instanceof Note;
    }

    /** Whether the value has been rounded up already. */
    private boolean isCeiling(int i) {
        return tape.node(i) instanceof Named ? isCeiling(tape.operands(i).get(0)) : function(i) == Op.CEIL;
    }

    private @Nullable Function function(int i) {
        return tape.node(i) instanceof Operation operation ? operation.function() : null;
    }

    private boolean saysNothing(Function op, int operand) {
        boolean isSum = op == Op.PLUS || op == Op.MINUS;
        return isSum ? unset.get(operand) && tape.node(operand).value() == 0 : ones.get(operand);
    }

    private boolean isUnset(int i) {
        Node node = tape.node(i);
        if (node instanceof Assumption leaf) {
            return leaf.isDefault();
        }
        return !tape.operands(i).isEmpty() && tape.operands(i).stream().allMatch(unset::get);
    }

    private boolean isOne(int i) {
        Node node = tape.node(i);
        if (node.value() != 1) {
            return false;
        }
        if (node instanceof Named) {
            return ones.get(tape.operands(i).get(0));
        }
        Function function = function(i);
        boolean isFormula = function != null && !(function instanceof Op || function instanceof Derived);
        return unset.get(i) || (isFormula && tape.operands(i).stream().anyMatch(unset::get));
    }
}
