package dev.estimator.quantity;

import dev.estimator.internal.graph.Derived;
import dev.estimator.internal.graph.Function;
import dev.estimator.internal.graph.Node;
import dev.estimator.internal.graph.Node.Assumption;
import dev.estimator.internal.graph.Node.Constant;
import dev.estimator.internal.graph.Node.Named;
import dev.estimator.internal.graph.Node.Operation;
import dev.estimator.internal.graph.Note;
import dev.estimator.internal.graph.Op;
import dev.estimator.internal.graph.Tape;
import dev.estimator.internal.unit.Dimension;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which operands and steps say nothing: a factor of exactly 1 and a summand of exactly 0 that nobody set, which are
 * listed with the defaults, or that stand in the formula as a bare number; what rounds up or down what is whole; and
 * the lower bound of 1 of a whole number.
 */
final class UnsetOperands {
    private static final Set<Function> ELEMENTARY = Set.of(Op.PLUS, Op.MINUS, Op.TIMES, Op.DIV);

    /** What makes whole numbers of whole numbers. */
    private static final Set<Function> KEEP_WHOLE = Set.of(Op.PLUS, Op.MINUS, Op.TIMES, Op.MAX, Op.MIN);

    /** What has no unit: a factor of 1 of these changes nothing. */
    private static final Set<Dimension> NUMBERS = EnumSet.of(Dimension.COUNT, Dimension.RATIO, Dimension.SHARE);

    private final Tape tape;

    /** For each step the one whose value it passes on unchanged, or itself. */
    private final int[] meant;

    /** Defaults, and what follows from defaults alone. */
    private final BitSet unset = new BitSet();

    /** What is exactly 1 because of a default, such as the mean growth over a time if no growth was set. */
    private final BitSet ones = new BitSet();

    /** What is whole wherever its ranges are. */
    private final BitSet wholes = new BitSet();

    UnsetOperands(Tape tape) {
        this.tape = tape;
        this.meant = new int[tape.size()];
        for (int i = 0; i < tape.size(); i++) {
            unset.set(i, isUnset(i));
            ones.set(i, isOne(i));
            meant[i] = meant(i);
            wholes.set(i, meant[i] == i ? isWhole(i) : wholes.get(meant[i]));
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
        if (op == Op.MAX && isAtLeastOneAnyway(operands)) {
            return operands.subList(0, 1);
        }
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

    /** Whether it is the greater of a whole number above 0 and of 1 because of a default. */
    private boolean isAtLeastOneAnyway(List<Integer> operands) {
        int whole = operands.get(0);
        int one = operands.get(1);
        return wholes.get(whole)
                && tape.node(whole).value() >= 1
                && unset.get(one)
                && tape.node(one).value() == 1;
    }

    private int meant(int i) {
        List<Integer> operands = tape.operands(i);
        List<Integer> needed = needed(i);
        if (needed.size() < operands.size() || isNote(i) || isAvailability(i)) {
            return meant[needed.get(0)];
        }
        if (tape.node(i) instanceof Named) {
            int inner = meant[operands.get(0)];
            boolean isOtherName =
                    inner != behindNotes(operands.get(0)) && tape.node(inner).name() != null;
            return isOtherName ? inner : i;
        }
        return roundsWhole(i) ? meant[operands.get(0)] : i;
    }

    /** Whether it rounds what is whole already. */
    boolean roundsWhole(int i) {
        boolean isRounding = function(i) == Op.CEIL || function(i) == Op.FLOOR;
        return isRounding && wholes.get(meant[tape.operands(i).get(0)]);
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

    private boolean isWhole(int i) {
        Node node = tape.node(i);
        Function op = function(i);
        if (op == Op.CEIL || op == Op.FLOOR) {
            return true;
        }
        if (tape.operands(i).isEmpty()) {
            boolean isNumber = node.kind().dimension() == Dimension.COUNT || node instanceof Constant;
            return isNumber && !node.isUncertain() && node.value() == Math.rint(node.value());
        }
        boolean isKept = node instanceof Named || op == Derived.SAME;
        return isNote(i)
                ? wholes.get(tape.operands(i).get(0))
                : (isKept || KEEP_WHOLE.contains(op))
                        && tape.operands(i).stream().allMatch(wholes::get);
    }

    private @Nullable Function function(int i) {
        return tape.node(i) instanceof Operation operation ? operation.function() : null;
    }

    private boolean saysNothing(Function op, int operand) {
        Node node = tape.node(operand);
        boolean isSum = op == Op.PLUS || op == Op.MINUS;
        if (node instanceof Constant) {
            return isSum
                    ? node.value() == 0
                    : node.value() == 1 && NUMBERS.contains(node.kind().dimension());
        }
        return isSum ? unset.get(operand) && node.value() == 0 : ones.get(operand);
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
