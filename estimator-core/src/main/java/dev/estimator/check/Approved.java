package dev.estimator.check;

import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.graph.Shown;
import dev.estimator.quantity.Explanation;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Simulation;
import dev.estimator.quantity.Summary;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Answers and the assumptions that they were reached from, as a file keeps them.
 *
 * @param answers what was asked
 * @param assumptions what was assumed
 * @param defaults what was left at its default
 */
record Approved(List<Entry> answers, List<Entry> assumptions, List<Entry> defaults) {
    private static final MathContext TWELVE = new MathContext(12);

    /**
     * One value, to twelve digits.
     *
     * @param name its name
     * @param type its type, and the currency of money
     * @param stated the value as people read it
     * @param value the best guess in the canonical unit; of an availability its complement
     * @param range the canonical values at both ends of its range, if it is one
     */
    record Entry(String name, String type, String stated, double value, Optional<Ends> range) {
        Ends ends() {
            return range.orElse(new Ends(value, value, 0));
        }
    }

    /** The 5th and the 95th percentile, and how many of all cases are beyond every number. */
    record Ends(double p5, double p95, double beyond) {}

    Approved {
        answers = List.copyOf(answers);
        assumptions = List.copyOf(assumptions);
        defaults = List.copyOf(defaults);
    }

    static Approved of(List<Quantity<?>> answers) {
        if (answers.isEmpty()) {
            throw new IllegalArgumentException("answers must not be empty: there is nothing to verify");
        }
        var simulation = Simulation.of(answers);
        List<Entry> entries = new ArrayList<>();
        for (Quantity<?> answer : answers) {
            String name = answer.name();
            if (name == null) {
                throw new IllegalArgumentException(
                        "answers must have names but " + answer + " has none: give it one with named(...)");
            }
            entries.add(entry(name, answer, simulation));
        }
        requireDistinct(entries, "answers");
        Explanation explanation = Explanation.of(answers);
        var approved = new Approved(entries, entries(explanation.assumptions()), entries(explanation.defaults()));
        requireDistinct(approved.given(), "assumptions");
        return approved;
    }

    /** All assumptions, defaults included. */
    List<Entry> given() {
        List<Entry> all = new ArrayList<>(assumptions);
        all.addAll(defaults);
        return all;
    }

    static Optional<Entry> find(String name, List<Entry> entries) {
        return entries.stream().filter(e -> e.name.equals(name)).findFirst();
    }

    private static List<Entry> entries(List<Explanation.Assumption> assumptions) {
        return assumptions.stream()
                .map(a -> entry(a.name(), a.value(), Simulation.of(a.value())))
                .toList();
    }

    @SuppressWarnings("unchecked") // each quantity is of its own type
    private static <Q extends Quantity<Q>> Entry entry(String name, Quantity<?> quantity, Simulation simulation) {
        var kind = Shown.kind(Inside.node(quantity));
        double value = rounded(quantity);
        if (!quantity.isUncertain()) {
            return new Entry(name, kind.typeName(), Digits.MORE.text(kind, value), value, Optional.empty());
        }
        Summary<Q> summary = simulation.summary((Q) quantity);
        var ends = new Ends(
                rounded(summary.p5()),
                rounded(summary.p95()),
                rounded(summary.probabilityBeyond().value()));
        String stated = Wording.range((Q) quantity, summary, Digits.MORE);
        return new Entry(name, kind.typeName(), stated, value, Optional.of(ends));
    }

    /**
     * Rounds to twelve digits: the last digits of a double may differ between machines, and nobody wants to read them.
     */
    private static double rounded(Quantity<?> quantity) {
        double value = Inside.value(quantity);
        return quantity.isBeyond()
                ? value
                : BigDecimal.valueOf(value).round(TWELVE).doubleValue();
    }

    private static void requireDistinct(List<Entry> entries, String what) {
        Set<String> names = new HashSet<>();
        for (Entry entry : entries) {
            if (!names.add(entry.name)) {
                throw new IllegalArgumentException(
                        what + " must have names of their own but two are called '" + entry.name + "'");
            }
        }
    }
}
