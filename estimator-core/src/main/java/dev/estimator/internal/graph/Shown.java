package dev.estimator.internal.graph;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.graph.Node.Named;
import dev.estimator.internal.graph.Node.Sizes;
import dev.estimator.internal.range.Shape;
import dev.estimator.internal.text.AsTyped;
import dev.estimator.internal.text.Beyond.RangeText;
import dev.estimator.internal.text.BoundText;
import dev.estimator.internal.text.ExactUnits;
import dev.estimator.internal.text.QuantityWriter;
import dev.estimator.internal.text.TypedUnit;
import dev.estimator.internal.unit.Dimension;
import dev.estimator.internal.unit.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a value is written, as far as its derivation knows. What was given is written in a unit in which it is exact, as
 * {@link ExactUnits} finds it. What was calculated is written in binary units if all sizes and bandwidths that went in
 * are exact in binary units and in no others; one of another kind, such as 5 GB, makes the result decimal. Of counts
 * and a few bytes alone a size is binary that is far shorter so, and what follows from it if no other size goes in:
 * nobody typed its unit. So no unit is kept with a number that was typed; one that was taken from an estimate, such as
 * a percentile, or calculated from such keeps whether that is in binary or in decimal units.
 */
public final class Shown {
    /** Below this bytes are bytes, in decimal and in binary units. */
    private static final double FEW_BYTES = 1000;

    private static final double P5 = 0.05;

    private Shown() {}

    /** The value with two digits, as an answer. */
    public static String summary(Node node) {
        if (node instanceof Node.Constant constant) {
            return constant.isTyped()
                    ? AsTyped.withAllDigits(node.kind(), node.value())
                    : QuantityWriter.plain(node.kind(), node.value());
        }
        Node leaf = leaf(node);
        if (leaf instanceof Node.Operation) {
            return QuantityWriter.summary(kind(node), node.value());
        }
        return leaf instanceof Node.Constant
                ? QuantityWriter.counted(node.kind(), node.value())
                : AsTyped.assumed(node.kind(), node.value(), QuantityWriter.assumed(node.kind(), node.value()));
    }

    /** The value with four digits, as a step. */
    public static String stated(Node node) {
        return isGiven(node) && node.shape() == null
                ? asGiven(node, QuantityWriter.typedAlone(node.kind(), node.value()))
                : QuantityWriter.stated(kind(node), node.value());
    }

    /** The value with all the digits that a formula shows; a factor is bare there, for it stands between '×' signs. */
    public static String inFormula(Node node) {
        String text = isGiven(node) && node.shape() == null
                ? asGiven(node, QuantityWriter.typed(node.kind(), node.value())).replaceFirst("^×", "")
                : QuantityWriter.derivation(kindOfLine(node), node.value());
        return QuantityWriter.operand(node.kind(), text);
    }

    /** With all of its digits if it was assumed: '103.68 GB'. */
    private static String asGiven(Node node, String usual) {
        String text = isAssumed(node) ? AsTyped.stated(node.kind(), node.value(), usual) : usual;
        return text.equals(usual) ? text : QuantityWriter.unremarked(text);
    }

    /** How the value is written with its range. */
    public static RangeText range(Node node) {
        if (isGiven(node)) {
            return areEndsAssumed(node) ? QuantityWriter::assumedRange : QuantityWriter::givenRange;
        }
        return (kind, value, low, high) -> QuantityWriter.range(kind(node), value, low, high);
    }

    /** As {@link #range} with four digits of the value; one percentile alone has no more digits than elsewhere. */
    public static RangeText statedRange(Node node) {
        if (isGiven(node)) {
            return areEndsAssumed(node) ? QuantityWriter::assumedStatedRange : QuantityWriter::givenStatedRange;
        }
        return (kind, value, low, high) -> low == high
                ? QuantityWriter.range(kind(node), value, low, high)
                : QuantityWriter.statedRange(kind(node), value, low, high);
    }

    /** Whether it is a number, a range or an assumption, and not the result of a calculation that is known. */
    private static boolean isGiven(Node node) {
        return !(leaf(node) instanceof Node.Operation);
    }

    /** Whether somebody assumed it under a name, whatever it is called now. */
    public static boolean isAssumed(Node node) {
        return leaf(node) instanceof Node.Assumption;
    }

    /** Whether the ends of what is assumed are what somebody typed, as those 9 cases in 10 of a uniform one are not. */
    private static boolean areEndsAssumed(Node node) {
        Shape shape = node.shape();
        return isAssumed(node) && shape != null && !shape.hasEnds();
    }

    /** What stands behind names. */
    private static Node leaf(Node node) {
        Node leaf = Note.resolve(node);
        while (leaf instanceof Named named) {
            leaf = Note.resolve(named.operands().get(0));
        }
        return leaf;
    }

    /** The kind of a result, in binary or decimal units, whichever it has; only for writing. */
    public static Kind kind(Node node) {
        Kind kind = node.kind();
        if (!kind.isSize()) {
            return kind;
        }
        Sizes sizes = sizes(node);
        boolean isOfNone = sizes == Sizes.NONE && (kind.isBinary() || isGiven(node));
        return isOfNone ? kind : inUnits(sizes, kind);
    }

    /** The kind of what follows from plain numbers: as that of an estimate if one of them was taken from such. */
    static Kind kindOfPlain(Kind result, List<Node> operands) {
        Kind taken = null;
        for (int i = 0; i < operands.size(); i++) {
            Kind kind = operands.get(i).kind();
            taken = kind.isSize() && kind.label() != null ? kind : taken;
        }
        if (taken == null) {
            return result;
        }
        Sizes all = Sizes.NONE;
        for (int i = 0; i < operands.size(); i++) {
            all = all.and(ofLeaf(operands.get(i)));
        }
        return all == Sizes.NONE ? result.inUnitsOf(taken) : inUnits(all, result);
    }

    private static Kind inUnits(Sizes sizes, Kind kind) {
        return sizes.isBinary() ? kind.inBinaryUnits() : kind.inDecimalUnits();
    }

    /** As {@link #kind}, in the unit in which the range of an assumption is written on its own line. */
    public static Kind kindOfLine(Node node) {
        Shape shape = node.shape();
        return shape != null && isGiven(node)
                ? TypedUnit.kindOfRange(
                        kind(node), areEndsAssumed(node), node.value(), shape.quantile(P5), shape.quantileFromTop(P5))
                : kind(node);
    }

    /** As {@link #kind} beside a bound: money by the year, rates by the day and sizes in GiB if that was typed so. */
    public static Kind kindBeside(Node node, Node bound) {
        return TypedUnit.beside(kind(node), bound.kind(), bound.value(), node.value());
    }

    /** A bound with all its digits, a rate by the day or the hour that it was typed for. */
    public static String bound(Node bound) {
        Kind typed = kindBeside(bound, bound);
        boolean isByTheDay = typed.dimension() == Dimension.RATE && typed.writtenIn() != null;
        Kind kind = isByTheDay ? typed : bound.kind();
        String usual = isByTheDay ? QuantityWriter.summary(kind, bound.value()) : summary(bound);
        return BoundText.of(kind, bound.value(), usual, QuantityWriter.stated(kind, bound.value()));
    }

    /** The quantity, written in the units of a kind. */
    public static <Q> Q in(Kind kind, Q quantity) {
        return kind.writtenIn() == null && !kind.isBinary()
                ? quantity
                : Inside.quantity(Trace.apply(Derived.SAME, kind, List.of(Inside.node(quantity))));
    }

    /** The sizes behind a step, found once for each step on the way, so that all of a long derivation are one walk. */
    private static Sizes sizes(Node node) {
        Deque<Node> open = new ArrayDeque<>();
        open.push(node);
        while (!open.isEmpty()) {
            Node next = open.element();
            int known = open.size();
            for (Node operand : next.operands()) {
                if (known(operand) == null) {
                    open.push(operand);
                }
            }
            if (open.size() == known) {
                open.pop();
                if (next instanceof Node.Operation operation) {
                    operation.rememberSizes(ofOperands(operation));
                }
            }
        }
        return ofOperand(node);
    }

    private static Sizes ofOperands(Node.Operation operation) {
        Sizes all = Sizes.NONE;
        boolean isBesideOther = false;
        for (Node operand :
                operation.function() instanceof Note ? operation.operands().subList(0, 1) : operation.operands()) {
            Sizes of = ofOperand(operand);
            isBesideOther |= of == Sizes.NONE && operand.kind().isSize();
            all = all.and(of);
        }
        if (all == Sizes.SHORTER && isBesideOther) {
            return Sizes.NONE;
        }
        return all == Sizes.NONE && isBinaryResult(operation) ? Sizes.SHORTER : all;
    }

    /** Whether counts and bytes make a size that has no other name: 2 × 80 × 8 × 128 × 2 B are 320 KiB. */
    private static boolean isBinaryResult(Node.Operation operation) {
        return operation.function() == Op.TIMES
                && !operation.isUncertain()
                && operation.kind().isSize()
                && operation.value() >= FEW_BYTES
                && ExactUnits.isShorterInBinary(operation.kind(), operation.value());
    }

    private static Sizes ofOperand(Node operand) {
        return requireNonNull(known(operand), "sizes");
    }

    /** What is known without a walk; null if nothing is. */
    private static @Nullable Sizes known(Node node) {
        Node behind = node;
        while (behind instanceof Named named) {
            behind = named.operands().get(0);
        }
        return behind instanceof Node.Operation operation
                        && !operation.operands().isEmpty()
                ? operation.sizes()
                : ofLeaf(behind);
    }

    private static Sizes ofLeaf(Node leaf) {
        if (!leaf.kind().isSize() || isInBytes(leaf)) {
            return Sizes.NONE;
        }
        return isExactlyBinary(leaf) ? Sizes.BINARY : Sizes.DECIMAL;
    }

    private static boolean isInBytes(Node leaf) {
        Shape shape = leaf.shape();
        return (shape == null ? leaf.value() : shape.highest()) < FEW_BYTES;
    }

    /** Whether it was read from a text such as '1,351.25 MiB'. */
    private static boolean isReadInBinary(Node leaf) {
        return leaf instanceof Node.Constant constant
                && constant.isTyped()
                && AsTyped.withAllDigits(leaf.kind(), leaf.value()).contains("iB");
    }

    /** The kind under a name of what was read, which has no other memory of its unit. */
    public static Kind named(Node given) {
        return given.kind().isSize() && isReadInBinary(given) ? given.kind().inBinaryUnits() : given.kind();
    }

    private static boolean isExactlyBinary(Node leaf) {
        Shape shape = leaf.shape();
        if (leaf.kind().label() != null || isReadInBinary(leaf)) {
            return leaf.kind().mayBe(true);
        }
        if (shape == null) {
            return ExactUnits.isBinary(leaf.kind(), leaf.value())
                    || (leaf instanceof Node.Assumption && AsTyped.isOnlyBinary(leaf.kind(), leaf.value()));
        }
        return areBinaryEnds(leaf, shape.quantile(P5), shape.quantileFromTop(P5))
                || areBinaryEnds(leaf, shape.lowest(), shape.highest());
    }

    private static boolean areBinaryEnds(Node leaf, double low, double high) {
        return areEndsAssumed(leaf)
                ? ExactUnits.areBinaryEnds(leaf.kind(), low, high)
                : ExactUnits.isBinary(leaf.kind(), low, high);
    }
}
