package dev.estimator.internal.graph;

import dev.estimator.internal.graph.Node.Constant;
import dev.estimator.internal.graph.Node.Operation;
import dev.estimator.internal.numeric.Rounding;
import dev.estimator.internal.text.QuantityWriter;
import dev.estimator.internal.unit.Dimension;
import dev.estimator.internal.unit.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The slow path of arithmetic: what happens when an operand knows where it came from, or when there is no result.
 *
 * <p>Quantities hand in their fields and never themselves, so that the JIT can keep plain quantities off the heap.
 */
public final class Trace {
    private Trace() {}

    /** The test on the fast path of sums, products and quotients of values that are finite and not negative. */
    public static boolean isPlain(@Nullable Node a, @Nullable Node b, double result) {
        return a == null && b == null && result < Double.POSITIVE_INFINITY;
    }

    /** The derivation of a result of two operands; null if both are plain. */
    public static @Nullable Node of(
            Function function,
            Kind kind,
            double result,
            Kind ka,
            double a,
            @Nullable Node na,
            Kind kb,
            double b,
            @Nullable Node nb) {
        return derived(function, kind, result, List.of(orConstant(na, ka, a), orConstant(nb, kb, b)));
    }

    /** Of plain numbers, perhaps with a noun, the result is a plain number too. */
    private static @Nullable Node derived(Function function, Kind kind, double result, List<Node> operands) {
        boolean isConstant = true;
        double largest = 0;
        for (int i = 0; i < operands.size(); i++) {
            isConstant &= operands.get(i) instanceof Constant;
            largest = Math.max(largest, operands.get(i).value());
        }
        if (!kind.dimension().allows(result) && !isBeyond(kind, result, largest)) {
            throw refusal(function, kind, result, operands);
        }
        return isConstant ? plain(kind, result, operands) : new Operation(function, calculated(kind), result, operands);
    }

    /** As {@link #of}, for products and quotients that are off the fast path; null if both operands are plain. */
    public static @Nullable Node orNull(
            Function function,
            Kind kind,
            double result,
            Kind ka,
            double a,
            @Nullable Node na,
            Kind kb,
            double b,
            @Nullable Node nb) {
        return isPlain(na, nb, result) ? null : of(function, kind, result, ka, a, na, kb, b, nb);
    }

    /** As {@link #of} for two quantities of one dimension: posts plus posts are posts. */
    public static @Nullable Node alike(
            Function function,
            Kind plainA,
            double result,
            double a,
            @Nullable Node na,
            Kind plainB,
            double b,
            @Nullable Node nb) {
        Kind ka = na == null ? plainA : na.kind();
        Kind kb = nb == null ? plainB : nb.kind();
        return of(function, ka.sharedWith(kb), result, ka, a, na, kb, b, nb);
    }

    /** As {@link #of} for a quantity that is made larger or smaller: twice as many posts are posts. */
    public static @Nullable Node scaled(
            Function function,
            Kind kind,
            double result,
            double a,
            @Nullable Node na,
            Kind kb,
            double b,
            @Nullable Node nb) {
        Kind ka = na == null ? kind : na.kind();
        Node scaled = of(function, ka, result, ka, a, na, kb, b, nb);
        return scaled == null && isOfTwoNouns(na) ? new Constant(ka, result) : scaled;
    }

    /** A product with its operands in the other order. */
    public static Node turned(Node product) {
        return product instanceof Operation times && times.function() == Op.TIMES
                ? new Operation(
                        Op.TIMES,
                        times.kind(),
                        times.value(),
                        List.of(times.operands().get(1), times.operands().get(0)))
                : product;
    }

    /** Whether it counts what nobody named, since it is a product of things with nouns of their own. */
    public static boolean isOfTwoNouns(@Nullable Node node) {
        Node product = node;
        while (product != null && (product instanceof Node.Named || isMultiple(product))) {
            product = product.operands().get(0);
        }
        if (product instanceof Constant) {
            return product.kind().equals(Kind.COUNT) && !((Constant) product).isTyped();
        }
        return product instanceof Operation times
                && times.function() == Op.TIMES
                && times.kind().label() == null
                && times.operands().stream()
                        .map(Node::kind)
                        .anyMatch(k -> k.dimension() == Dimension.COUNT && k.label() != null);
    }

    /** Whether it is a result that was multiplied by a number of nothing named. */
    private static boolean isMultiple(Node node) {
        return node instanceof Operation times
                && times.function() == Op.TIMES
                && times.operands().get(0) instanceof Operation of
                && of.kind().equals(Kind.COUNT)
                && times.operands().get(1).kind().label() == null;
    }

    /** The derivation of a function of one operand; null if that is plain. */
    public static @Nullable Node of(Function function, Kind kind, double result, Kind ka, double a, @Nullable Node na) {
        return derived(function, kind, result, List.of(orConstant(na, ka, a)));
    }

    /** What is calculated is written in its usual unit, whatever one of its operands was typed in. */
    private static Kind calculated(Kind kind) {
        return kind.writtenIn() == null ? kind : kind.in(null);
    }

    /** A plain number remembers its noun, and what follows from percentiles whether they are in binary units. */
    private static @Nullable Node plain(Kind kind, double result, List<Node> operands) {
        Kind plain = kind.isSize() ? Shown.kindOfPlain(kind, operands) : kind;
        boolean isToldApart = plain.noun() != null || (plain.isSize() && plain.label() != null);
        return isToldApart ? new Constant(calculated(plain), result) : null;
    }

    /** Applies a function to nodes that are there already. */
    public static Operation apply(Function function, Kind kind, List<Node> operands) {
        return apply(function, kind, operands, false);
    }

    /** As one case of a range, where infinity is an answer if the function allows it. */
    static Operation apply(Function function, Kind kind, List<Node> operands, boolean isCase) {
        if (function instanceof Bound bound) {
            String fault = bound.fault(operands.get(0), operands.get(1));
            if (!fault.isEmpty()) {
                throw new ArithmeticException(fault);
            }
            return new Operation(function, kind, operands.get(0).value(), operands);
        }
        double computed =
                function.apply(operands.stream().mapToDouble(Node::value).toArray());
        double result = kind.dimension() == Dimension.SHARE ? Rounding.part(computed) : computed;
        if (!kind.dimension().allows(result) && !isBeyond(function, kind, result, operands, isCase)) {
            throw refusal(function, kind, result, operands);
        }
        return new Operation(function, kind, result, operands);
    }

    /** Whether a result is infinite because an operand is. */
    private static boolean isBeyond(Kind kind, double result, double largest) {
        return result == Double.POSITIVE_INFINITY
                && largest == result
                && kind.dimension().mayBeBeyond();
    }

    /**
     * Whether a result is beyond every number because an operand is, or because that is how the function answers some
     * cases.
     */
    private static boolean isBeyond(Function function, Kind kind, double result, List<Node> operands, boolean isCase) {
        if (result != Double.POSITIVE_INFINITY || !kind.dimension().mayBeBeyond()) {
            return false;
        }
        boolean answersCases =
                !function.beyond().isEmpty() && (isCase || operands.stream().anyMatch(Node::isUncertain));
        return answersCases || operands.stream().anyMatch(o -> o.value() == result);
    }

    public static Node orConstant(@Nullable Node node, Kind kind, double value) {
        return node == null ? new Constant(kind, value) : node;
    }

    private static ArithmeticException refusal(Function function, Kind kind, double result, List<Node> operands) {
        List<String> written = new ArrayList<>();
        for (int i = 0; i < operands.size(); i++) {
            written.add(describe(operands.get(i)));
        }
        return new ArithmeticException(function.write(written) + " " + reason(function, kind, result, operands));
    }

    private static String reason(Function function, Kind kind, double result, List<Node> operands) {
        String type = kind.dimension().typeName();
        if (function == Op.DIV && operands.get(1).value() == 0) {
            return "has no answer: the divisor is zero";
        }
        if (result < 0) {
            return "would be below zero, which no " + type + " can be";
        }
        if (result > 1 && kind.dimension().largest() == 1) {
            return "is above 1, which no " + type + " can be";
        }
        String condition = function.condition().isEmpty() ? "" : ": " + function.condition();
        if (operands.stream().anyMatch(o -> o.value() == Double.POSITIVE_INFINITY)) {
            return "has no answer: " + beyondInput(function);
        }
        boolean hasNone = Double.isNaN(result) || !function.beyond().isEmpty();
        return hasNone ? "has no answer" + condition : "is too large for any " + type;
    }

    /** The refusal of a result of an infinite input. */
    public static String beyondInput(Function function) {
        return (function == Op.DIV || function == Op.MINUS ? "both are" : "an input is") + " beyond any number";
    }

    private static String describe(Node noted) {
        Node node = Note.resolve(noted);
        return node.name() == null
                ? QuantityWriter.derivation(Shown.kind(node), node.value())
                : node.name() + " (" + QuantityWriter.stated(Shown.kind(node), node.value()) + ")";
    }
}
