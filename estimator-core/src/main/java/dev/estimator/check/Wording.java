package dev.estimator.check;

import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.graph.Node;
import dev.estimator.internal.graph.Note;
import dev.estimator.internal.graph.Says;
import dev.estimator.internal.graph.Shown;
import dev.estimator.internal.text.Beyond;
import dev.estimator.internal.text.BoundText;
import dev.estimator.internal.text.QuantityWriter;
import dev.estimator.internal.unit.Dimension;
import dev.estimator.internal.unit.Kind;
import dev.estimator.quantity.Figure;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.Summary;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.stream.IntStream;

/** Words for quantities, and their canonical values, which their public methods do not show. */
final class Wording {
    /** The last digits of a quotient are rounding errors. */
    private static final MathContext NO_NOISE = new MathContext(12);

    private static final String DURABILITY = "durability";
    private static final double NOISE = 1e-14;

    /** What is less than this of another number is beyond the digits that anybody reads of it. */
    private static final double LOST = 1e-7;

    private static final int MOST_DIGITS = 15;

    /** Those of a distance of rounded numbers, in which it and what a reader subtracts are nearly alike. */
    private static final Digits ROUNDED = new Digits(3);

    /** More are those of a year by the month. */
    private static final int MOST_DIGITS_OF_MONEY = 9;

    private Wording() {}

    /**
     * Whether it says how likely data is kept: under any name where it was calculated as such, and where somebody
     * stated a number, which says nothing else, or named a result, by the name of a durability.
     */
    static boolean isDurability(Quantity<?> quantity) {
        Node node = Inside.node(quantity);
        boolean isOfData = isOfData(node);
        while (!isOfData && (node instanceof Node.Named || isNote(node))) {
            node = node.operands().get(0);
            isOfData = isOfData(node);
        }
        return isOfData;
    }

    private static boolean isOfData(Node node) {
        boolean isSaid = isNote(node) && ((Node.Operation) node).function() == Says.OF_DATA;
        return isSaid
                || (node.name() != null && node.name().toLowerCase(Locale.ROOT).contains(DURABILITY));
    }

    private static boolean isNote(Node node) {
        return node instanceof Node.Operation operation && operation.function() instanceof Note;
    }

    /** The name of a quantity; for one without a name its kind, as in explanations. */
    static String name(Quantity<?> quantity) {
        String name = quantity.name();
        return name == null ? Inside.kind(quantity).dimension().word() : name;
    }

    /** A quantity with its range, and in how many cases it is infinite. */
    static <Q extends Quantity<Q>> String range(Quantity<Q> quantity, Summary<Q> summary, Digits digits) {
        return range(Shown.kind(Inside.node(quantity)), quantity, summary, digits);
    }

    /** As {@link #range(Quantity, Summary, Digits)}, as numbers of a kind are written. */
    static <Q extends Quantity<Q>> String range(Kind kind, Quantity<Q> quantity, Summary<Q> summary, Digits digits) {
        return range(kind, quantity, summary, digits::range);
    }

    /** As {@link #range(Quantity, Summary, Digits)}, as numbers of a kind are written in a way of their own. */
    static <Q extends Quantity<Q>> String range(
            Kind kind, Quantity<Q> quantity, Summary<Q> summary, Beyond.RangeText text) {
        Figure<Share> beyond = summary.probabilityBeyond();
        return Beyond.of(
                        beyond.value().value(),
                        beyond.low().value(),
                        beyond.high().value(),
                        summary.whyBeyond())
                .range(
                        text,
                        kind,
                        Inside.value(quantity),
                        Inside.value(summary.p5()),
                        Inside.value(summary.p50()),
                        Inside.value(summary.p95()));
    }

    /** A plain number of the type of another quantity, cut at the largest value of that type. */
    static <Q extends Quantity<Q>> Q like(Q other, double value) {
        return Inside.like(other, Math.min(value, Inside.kind(other).dimension().largest()));
    }

    /**
     * The distance of a value from its limit: '2 TB (12.5%)', '49 (it is ×4.27 the limit)', '5 percentage points'; of
     * an availability how many times as much is missing to 100 %, if anything may be: '×2'.
     *
     * @param arePrinted whether the reader sees all digits of both, and so subtracts them to the last
     */
    static String distance(Kind kind, double from, double to, boolean arePrinted) {
        if (Math.max(from, to) == Double.POSITIVE_INFINITY) {
            return "more than any number";
        }
        if (kind.dimension() == Dimension.AVAILABILITY && from > 0) {
            return Digits.between(Kind.RATIO, to / from, 1).text(Kind.RATIO, to / from);
        }
        if (kind.dimension().largest() == 1) {
            return points(
                    kind.dimension() == Dimension.SHARE
                            ? exactly(Kind.SHARE, from, to, arePrinted)
                            : Digits.MORE.text(Kind.SHARE, to));
        }
        String distance = exactly(kind, from, to, arePrinted);
        if (kind.isUtilization()) {
            return points(distance);
        }
        return from > 0 ? distance + " (" + relative(from, to) + ")" : distance;
    }

    /** The distance of two numbers, to their last digit if they are as they are printed. */
    private static String exactly(Kind kind, double from, double to, boolean arePrinted) {
        double distance = Math.abs(to - from);
        if (!arePrinted) {
            return ROUNDED.text(kind, distance);
        }
        double larger = Math.max(from, to);
        double smaller = Math.min(from, to);
        double noise = smaller < LOST * larger ? smaller : NOISE * larger;
        int most = kind.dimension() == Dimension.SPENDING ? MOST_DIGITS_OF_MONEY : MOST_DIGITS;
        return IntStream.rangeClosed(Digits.MORE.number(), most)
                .mapToObj(digits -> new Digits(digits).text(kind, distance))
                .filter(text -> Math.abs(BoundText.read(kind, text) - distance) <= noise)
                .findFirst()
                .orElseGet(() -> Digits.MORE.text(kind, distance));
    }

    private static String relative(double from, double to) {
        double relative = new BigDecimal(Math.min(Double.MAX_VALUE, Math.abs(to - from) / from))
                .round(NO_NOISE)
                .doubleValue();
        return relative <= 1
                ? QuantityWriter.summary(Kind.SHARE, relative)
                : "it is " + QuantityWriter.summary(Kind.RATIO, 1 + relative) + " the limit";
    }

    private static String points(String percent) {
        return percent.replace("%", percent.equals("1%") ? " percentage point" : " percentage points");
    }

    /** The reason why a fact is missing. */
    static String notFound(RuntimeException e) {
        return "(not found: "
                + (isOurs(e)
                        ? e.getMessage()
                        : "some of the values that were tried leave the calculation without an answer")
                + ")";
    }

    /** Whether it says in the words of this library what is wrong, and not in those of one that it uses. */
    private static boolean isOurs(RuntimeException e) {
        StackTraceElement[] trace = e.getStackTrace();
        return e.getMessage() != null
                && trace.length > 0
                && trace[0].getClassName().startsWith("dev.estimator.");
    }
}
