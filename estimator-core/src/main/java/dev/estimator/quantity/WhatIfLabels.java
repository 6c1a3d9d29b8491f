package dev.estimator.quantity;

import dev.estimator.internal.graph.InPlaceOf;
import dev.estimator.internal.graph.Node;
import dev.estimator.internal.graph.Node.Assumption;
import dev.estimator.internal.graph.Node.Constant;
import dev.estimator.internal.graph.Node.Named;
import dev.estimator.internal.graph.Node.Operation;
import dev.estimator.internal.graph.Note;
import dev.estimator.internal.graph.Op;
import dev.estimator.internal.graph.Shown;
import dev.estimator.internal.graph.Tape;
import dev.estimator.internal.text.QuantityWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the steps of a derivation owe to what-ifs: 'what if, 15M' for what was replaced, and for what follows from it.
 */
final class WhatIfLabels {
    private final Tape tape;

    /** For each step the one step among those from which it follows that a what-if put there. */
    private final int[] origins;

    WhatIfLabels(Tape tape) {
        this.tape = tape;
        origins = new int[tape.size()];
        for (int i = 0; i < tape.size(); i++) {
            origins[i] = isReplacement(tape.node(i)) ? i : CommonOrigin.of(origins, tape.operands(i));
        }
    }

    /** A number in the place of an assumption, or a result under the name of one. */
    private static boolean isReplacement(Node node) {
        return node instanceof Assumption leaf
                ? leaf.replaced() != null
                : node instanceof Named named
                        && named.operands().get(0) instanceof Operation operation
                        && operation.function() instanceof InPlaceOf;
    }

    /** Whether the step is what a what-if put there, or follows from that. */
    boolean isChanged(int step) {
        return origins[step] != CommonOrigin.NONE;
    }

    /** What was changed, as ' (what if, ×3)'; of what follows from it also under which name. */
    String inBrackets(int step) {
        int origin = origins[step];
        if (origin == CommonOrigin.SEVERAL) {
            return " (what if)";
        }
        Node put = tape.node(origin);
        String change = put instanceof Assumption ? QuantityFactory.of(put).toString() : multiple(put);
        String value = QuantityWriter.summary(Shown.kind(put), put.value());
        String what = origin == step ? change : put.name() + " " + (change == null ? value : change);
        return what == null ? " (what if)" : " (what if, " + what + ")";
    }

    /** How many times the assumption of the same name it is, as '×3'; null if it is something else. */
    private static @Nullable String multiple(Node put) {
        if (!(Note.resolve(put.operands().get(0)) instanceof Operation scaled)
                || !(scaled.function() == Op.TIMES || scaled.function() == Op.DIV)) {
            return null;
        }
        Node before = Note.resolve(scaled.operands().get(0));
        Node factor = scaled.operands().get(1);
        boolean isOfSame = Objects.equals(before.name(), put.name()) && factor instanceof Constant;
        String sign = scaled.function() == Op.TIMES ? "×" : "÷";
        return isOfSame ? sign + QuantityWriter.derivation(factor.kind(), factor.value()) : null;
    }
}
