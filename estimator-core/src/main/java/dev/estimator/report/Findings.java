package dev.estimator.report;

import static java.util.Objects.requireNonNull;

import dev.estimator.analysis.Limit;
import dev.estimator.analysis.Probability;
import dev.estimator.internal.engine.Engine;
import dev.estimator.internal.engine.OverloadText;
import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.graph.Node;
import dev.estimator.internal.graph.Shown;
import dev.estimator.internal.text.Beyond;
import dev.estimator.internal.text.Beyond.RangeText;
import dev.estimator.internal.text.BoundText;
import dev.estimator.internal.text.QuantityWriter;
import dev.estimator.internal.text.UnitOfText;
import dev.estimator.internal.unit.Kind;
import dev.estimator.quantity.Figure;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.Simulation;
import dev.estimator.quantity.Summary;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The simulated values of all quantities of a report, each as the prompt answers for it alone. Those that depend on the
 * same ranges get the same draws, so they are simulated together.
 */
final class Findings {
    private final IdentityHashMap<Quantity<?>, Simulated> found = new IdentityHashMap<>();
    private final IdentityHashMap<Quantity<?>, String> problems = new IdentityHashMap<>();

    private record Simulated(Simulation simulation, Summary<?> summary) {}

    private final NumberStyle style;

    private final AnswerNames names;

    private final List<? extends Quantity<?>> quantities;

    private Findings(NumberStyle style, AnswerNames names, List<? extends Quantity<?>> quantities) {
        this.quantities = quantities;
        this.style = style;
        this.names = names;
    }

    static Findings of(List<? extends Quantity<?>> quantities, NumberStyle style) {
        List<? extends Quantity<?>> uncertain =
                quantities.stream().filter(Quantity::isUncertain).toList();
        var findings = new Findings(style, AnswerNames.of(quantities), quantities);
        uncertain.stream()
                .collect(Collectors.groupingBy(
                        quantity -> Engine.DrawnFrom.of(Inside.node(quantity)),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values()
                .forEach(findings::simulate);
        return findings;
    }

    /**
     * Simulates all quantities together; if some draw has no answer, each by itself, so that one does not spoil the
     * page.
     */
    private void simulate(List<? extends Quantity<?>> uncertain) {
        Simulation together = Simulation.of(uncertain);
        try {
            uncertain.forEach(quantity -> add(quantity, together));
        } catch (ArithmeticException | IllegalArgumentException e) {
            uncertain.forEach(found::remove);
            uncertain.forEach(this::simulateAlone);
        }
    }

    private void simulateAlone(Quantity<?> quantity) {
        try {
            add(quantity, Simulation.of(quantity));
        } catch (ArithmeticException | IllegalArgumentException e) {
            problems.put(quantity, " (no range: " + inShort(e) + ")");
        }
    }

    /** The message without its advice, for which a page has no room. */
    private static String inShort(RuntimeException e) {
        String message = String.valueOf(e.getMessage());
        int advice = message.indexOf(": ");
        return advice < 0 ? message : message.substring(0, advice);
    }

    private void add(Quantity<?> quantity, Simulation simulation) {
        found.put(quantity, new Simulated(simulation, summary(simulation, quantity)));
    }

    @SuppressWarnings("unchecked") // each quantity is of its own type
    private static <Q extends Quantity<Q>> Summary<Q> summary(Simulation simulation, Quantity<?> quantity) {
        return simulation.summary((Q) quantity);
    }

    /** The simulation of a quantity; null if it is certain or has no answer for some draw. */
    @SuppressWarnings("unchecked") // the summary was made for this very quantity
    <Q extends Quantity<Q>> @Nullable Summary<Q> summary(Quantity<Q> quantity) {
        Simulated known = found.get(quantity);
        return known == null ? null : (Summary<Q>) known.summary;
    }

    /** What an answer is called on the page. */
    String name(Quantity<?> answer) {
        return names.of(answer);
    }

    boolean hasRange(Quantity<?> quantity) {
        return found.containsKey(quantity);
    }

    /**
     * Of all answers on the page, the ends of whose ranges could be another number if more were drawn. What is said of
     * several, as of one mean under several names, is said of the first.
     */
    Stream<String> stepsInDoubt() {
        Set<String> told = new HashSet<>();
        return quantities.stream()
                .filter(quantity -> quantity.name() != null && found.containsKey(quantity))
                .flatMap(quantity -> requireNonNull(found.get(quantity)).summary.stepsInDoubt().stream()
                        .filter(told::add)
                        .map(words -> name(quantity) + ": " + words));
    }

    /** How likely a limit holds. */
    Probability probability(Limit<?> limit) {
        Simulated known = found.get(limit.quantity());
        return known == null ? limit.probability() : limit.probability(known.simulation);
    }

    /** A result, with two digits; what is an assumption itself reads as among the assumptions. */
    Value value(Quantity<?> quantity) {
        return Shown.isAssumed(Inside.node(quantity)) ? assumed(quantity) : answer(quantity);
    }

    /** As {@link #value} of what was calculated, also where it is an assumption, beside others of its kind. */
    Value answer(Quantity<?> quantity) {
        return value(quantity, style.bare(quantity, quantity.name()), style.range(quantity));
    }

    /** As {@link #value} beside a bound, in the unit that was typed of that, such as Gbit/s. */
    Value value(Quantity<?> quantity, Quantity<?> bound) {
        Node node = Inside.node(quantity);
        Kind kind = Shown.kindBeside(node, Inside.node(bound));
        return kind.equals(Shown.kind(node)) || !style.isUsual(quantity)
                ? value(quantity)
                : value(
                        quantity,
                        QuantityWriter.summary(kind, node.value()),
                        (own, value, low, high) -> QuantityWriter.range(kind, value, low, high));
    }

    /** An assumption as it was given; of a range the value has as many digits as the ends, '28M (20M … 40M)'. */
    Value assumed(Quantity<?> quantity) {
        return value(quantity, style.stated(quantity), style.range(quantity));
    }

    /** A step, with four digits, as it has inside of a formula. */
    Value stated(Quantity<?> quantity) {
        return value(quantity, style.stated(quantity), style.statedRange(quantity));
    }

    /** A result without its range, or another value of an answer. */
    Value plain(Quantity<?> quantity, @Nullable String answer) {
        return certain(Inside.node(quantity), style.bare(quantity, answer));
    }

    /** As {@link #plain}, with all its digits where the author said nothing of digits. */
    Value bound(Quantity<?> bound, @Nullable String answer) {
        Node node = Inside.node(bound);
        String text = style.bare(bound, answer);
        if (style.saysDigits(bound, answer)) {
            return certain(node, text);
        }
        return certain(
                node,
                text.equals(Shown.summary(node))
                        ? Shown.bound(node)
                        : BoundText.of(UnitOfText.kindOf(node.kind(), text), node.value(), text, text));
    }

    /** As {@link #plain} of what was calculated, although it does not know how. */
    Value calculated(Quantity<?> quantity, @Nullable String answer) {
        return certain(Inside.node(quantity), style.calculated(quantity, answer));
    }

    /** A certain value that is known already, as the author wants it. */
    @Nullable Value styled(@Nullable Value known) {
        return known == null || known.amount() == null || known.spread() != null
                ? known
                : style.bare(Kind.of(known.type(), known.unit()), known.size())
                        .map(text -> new Value(known.type(), known.unit(), known.amount(), null, known.beyond(), text))
                        .orElse(known);
    }

    /** As {@link #plain}, without what the author says of units and digits. */
    static Value usual(Quantity<?> quantity) {
        Node node = Inside.node(quantity);
        return certain(node, Shown.summary(node));
    }

    private Value value(Quantity<?> quantity, String bare, RangeText ranged) {
        Node node = Inside.node(quantity);
        Simulated known = found.get(quantity);
        return known == null
                ? certain(node, bare + problems.getOrDefault(quantity, ""))
                : value(node, known.summary, text(node, known.summary, ranged));
    }

    private static String text(Node node, Summary<?> summary, RangeText ranged) {
        return beyond(summary)
                        .range(
                                ranged,
                                node.kind(),
                                node.value(),
                                Inside.value(summary.p5()),
                                Inside.value(summary.p50()),
                                Inside.value(summary.p95()))
                + OverloadText.behind(node);
    }

    private static Beyond beyond(Summary<?> summary) {
        Figure<Share> beyond = summary.probabilityBeyond();
        return Beyond.of(
                beyond.value().value(), beyond.low().value(), beyond.high().value(), summary.whyBeyond());
    }

    private static Value certain(Node node, String text) {
        return value(node, null, node.value() == Double.POSITIVE_INFINITY ? new Value.Beyond(1, "") : null, text);
    }

    private static Value value(Node node, Summary<?> summary, String text) {
        Beyond beyond = beyond(summary);
        return value(
                node,
                spread(summary),
                beyond.isPossible() ? new Value.Beyond(beyond.share(), beyond.cause()) : null,
                text);
    }

    private static Value value(Node node, Value.@Nullable Spread spread, Value.@Nullable Beyond beyond, String text) {
        Kind kind = node.kind();
        return new Value(kind.dimension().typeName(), kind.unit(), Value.orBeyond(node.value()), spread, beyond, text);
    }

    private static Value.Spread spread(Summary<?> summary) {
        Figure<?> mean = summary.mean();
        return new Value.Spread(
                Value.orBeyond(Inside.value(summary.p5())),
                Value.orBeyond(Inside.value(summary.p50())),
                Value.orBeyond(Inside.value(summary.p95())),
                mean.missing().isEmpty() ? (Double) Inside.value(mean.value()) : null,
                summary.isExact());
    }

    /** A place on an axis of how full something is; with the digits of a utilization. */
    static String percent(double share) {
        return share >= Double.MAX_VALUE ? QuantityWriter.BEYOND : QuantityWriter.summary(Kind.UTILIZATION, share);
    }
}
