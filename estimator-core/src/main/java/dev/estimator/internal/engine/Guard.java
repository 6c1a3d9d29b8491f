package dev.estimator.internal.engine;

import dev.estimator.internal.graph.Function;
import dev.estimator.internal.graph.Node;
import dev.estimator.internal.graph.Node.Operation;
import dev.estimator.internal.graph.Note;
import dev.estimator.internal.graph.Op;
import dev.estimator.internal.graph.Trace;
import dev.estimator.internal.numeric.Rounding;
import dev.estimator.internal.text.QuantityWriter;
import dev.estimator.internal.unit.Kind;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rejects draws that are out of range for the type of a step.
 *
 * @param step which step
 * @param kind what its values are
 * @param function what it computes
 * @param operands what it computes that from, for the message
 */
record Guard(int step, Kind kind, Function function, ArrayList<Operand> operands) implements Serializable {
    static Guard of(int step, Operation node) {
        var operands = new ArrayList<Operand>();
        for (Node operand : node.operands()) {
            operands.add(new Operand(
                    operand.kind(), operand.value(), Note.resolve(operand).name()));
        }
        return new Guard(step, node.kind(), node.function(), operands);
    }

    /** An operand as its author would write it: its name, else its best guess. */
    record Operand(Kind kind, double value, @Nullable String name) implements Serializable {
        String written() {
            return name == null ? QuantityWriter.stated(kind, value) : name;
        }
    }

    /** The step as its author would write it; few programs have to. */
    private String written() {
        List<String> texts = new ArrayList<>();
        for (Operand operand : operands) {
            texts.add(operand.written());
        }
        return function.write(texts);
    }

    /** The stricter of two guards. */
    Guard stricter(Guard other) {
        return other.kind.dimension().largest() < kind.dimension().largest() ? other : this;
    }

    /**
     * Records the rows that are out of range. Infinity is in range if the function allows it, or if an operand is
     * infinite already.
     */
    void check(double[] column, double[][] operands, int rows, RejectedRows refusals) {
        int bad = 0;
        double example = 0;
        for (int i = 0; i < rows; i++) {
            double value = part(column[i]);
            column[i] = value;
            if (!kind.dimension().allows(value) && !mayBe(value, isBeyond(operands, i))) {
                bad++;
                boolean isOfBeyond = Double.isNaN(value) && isBeyond(operands, i);
                example = isOfBeyond ? Double.NEGATIVE_INFINITY : Math.max(-1, value);
                column[i] = Double.NaN; // so that later formulas are not evaluated for this row
            }
        }
        if (bad > 0) {
            refusals.note(this, bad, example);
        }
    }

    /** The value of the step for these operands; NaN if it is out of range. */
    double checked(double value, double... operands) {
        double part = part(value);
        boolean isAllowed = kind.dimension().allows(part)
                || mayBe(part, Arrays.stream(operands).anyMatch(o -> o == Double.POSITIVE_INFINITY));
        return isAllowed ? part : Double.NaN;
    }

    private double part(double value) {
        return kind.dimension().largest() == 1 ? Rounding.part(value) : value;
    }

    /** Whether the value may be infinite. */
    private boolean mayBe(double value, boolean isOfBeyond) {
        return value == Double.POSITIVE_INFINITY
                && kind.dimension().mayBeBeyond()
                && (isOfBeyond || !function.beyond().isEmpty());
    }

    private static boolean isBeyond(double[][] operands, int row) {
        for (double[] operand : operands) {
            if (operand[row] == Double.POSITIVE_INFINITY) {
                return true;
            }
        }
        return false;
    }

    /**
     * Why there is no answer, with words that say when; minus infinity is that of an input that is beyond any number.
     */
    String message(String when, double example) {
        String written = written();
        String type = kind.dimension().typeName();
        if (example == Double.NEGATIVE_INFINITY) {
            return written + " has no answer" + when + ": " + Trace.beyondInput(function);
        }
        if (example < 0) {
            String advice =
                    function == Op.MINUS ? ": to stop at zero take away no more than there is, a.minus(b.min(a))" : "";
            return written + " would be below zero" + when + ", which no " + type + " can be" + advice;
        }
        if (example > 1 && kind.dimension().largest() == 1) {
            return written + " would be above 1" + when + ", which no " + type + " can be";
        }
        if (function == Op.DIV && !(example < Double.POSITIVE_INFINITY)) {
            return written + " has no answer" + when + ": the divisor is zero";
        }
        if (Double.isNaN(example)) {
            return written + " has no answer" + when
                    + (function.condition().isEmpty() ? "" : ": " + function.condition());
        }
        return written + " is too large for any " + type + when;
    }
}
