package dev.estimator.report;

import dev.estimator.analysis.Limit;
import dev.estimator.analysis.Probability;
import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.graph.Node;
import dev.estimator.internal.text.QuantityWriter;
import dev.estimator.internal.unit.Kind;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Simulation;
import dev.estimator.quantity.Summary;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of all quantities of a report, from one simulation, so that they fit each other. */
final class Findings {
    private final IdentityHashMap<Quantity<?>, Found> found = new IdentityHashMap<>();
    private final IdentityHashMap<Quantity<?>, String> problems = new IdentityHashMap<>();

    private record Found(Simulation simulation, Summary<?> summary) {}

    private Findings() {}

    static Findings of(List<? extends Quantity<?>> quantities) {
        List<? extends Quantity<?>> uncertain =
                quantities.stream().filter(Quantity::isUncertain).toList();
        var findings = new Findings();
        if (!uncertain.isEmpty()) {
            findings.simulate(uncertain);
        }
        return findings;
    }

    /** Where some draw has no answer, each quantity is asked by itself, so that one of them does not spoil the page. */
    private void simulate(List<? extends Quantity<?>> uncertain) {
        Simulation together = Simulation.of(uncertain);
        try {
            uncertain.forEach(quantity -> add(quantity, together));
        } catch (ArithmeticException | IllegalArgumentException e) {
            found.clear();
            uncertain.forEach(this::simulateAlone);
        }
    }

    private void simulateAlone(Quantity<?> quantity) {
        try {
            add(quantity, Simulation.of(quantity));
        } catch (ArithmeticException | IllegalArgumentException e) {
            problems.put(quantity, " (no range: " + e.getMessage() + ")");
        }
    }

    private void add(Quantity<?> quantity, Simulation simulation) {
        found.put(quantity, new Found(simulation, summary(simulation, quantity)));
    }

    @SuppressWarnings("unchecked") // a quantity is of its own type
    private static <Q extends Quantity<Q>> Summary<Q> summary(Simulation simulation, Quantity<?> quantity) {
        return simulation.summary((Q) quantity);
    }

    /** What was simulated; nothing if it is certain or has no answer for some draw. */
    @SuppressWarnings("unchecked") // found for this very quantity
    <Q extends Quantity<Q>> @Nullable Summary<Q> summary(Quantity<Q> quantity) {
        Found known = found.get(quantity);
        return known == null ? null : (Summary<Q>) known.summary;
    }

    /** How likely a limit holds. */
    Probability probability(Limit<?> limit) {
        Found known = found.get(limit.quantity());
        return known == null ? limit.probability() : limit.probability(known.simulation);
    }

    /** A result, with two digits. */
    Value value(Quantity<?> quantity) {
        return value(quantity, QuantityWriter::summary, QuantityWriter::range);
    }

    /** An assumption or a step, with four digits. */
    Value stated(Quantity<?> quantity) {
        return value(quantity, QuantityWriter::stated, QuantityWriter::statedRange);
    }

    /** A part of a whole that may be exceeded, in percent. */
    Value percentage(Quantity<?> quantity) {
        return value(
                quantity,
                (kind, value) -> percent(value),
                (kind, value, low, high) -> percent(value) + " (" + percent(low) + " … " + percent(high) + ")");
    }

    /** A result without its range. */
    static Value plain(Quantity<?> quantity) {
        Node node = node(quantity);
        return value(node, null, QuantityWriter.summary(node.kind(), node.value()));
    }

    private interface Bare {
        String of(Kind kind, double value);
    }

    private interface Ranged {
        String of(Kind kind, double value, double low, double high);
    }

    private Value value(Quantity<?> quantity, Bare bare, Ranged ranged) {
        Node node = node(quantity);
        Value.Spread spread = spread(quantity);
        String text = spread == null
                ? bare.of(node.kind(), node.value()) + problems.getOrDefault(quantity, "")
                : ranged.of(node.kind(), node.value(), spread.p5(), spread.p95());
        return value(node, spread, text);
    }

    private static Value value(Node node, Value.@Nullable Spread spread, String text) {
        Kind kind = node.kind();
        return new Value(kind.dimension().typeName(), kind.unit(), node.value(), spread, text);
    }

    private Value.@Nullable Spread spread(Quantity<?> quantity) {
        Found known = found.get(quantity);
        if (known == null) {
            return null;
        }
        Summary<?> summary = known.summary;
        return new Value.Spread(
                amount(summary.p5()),
                amount(summary.p50()),
                amount(summary.p95()),
                amount(summary.mean().value()),
                summary.isExact());
    }

    /** The amount in the canonical unit. */
    static double amount(Quantity<?> quantity) {
        return node(quantity).value();
    }

    private static Node node(Quantity<?> quantity) {
        return Inside.get().node(quantity);
    }

    static String percent(double share) {
        return Math.round(share * 100) + "%";
    }
}
