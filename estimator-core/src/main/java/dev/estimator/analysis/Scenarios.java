package dev.estimator.analysis;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.graph.WhatIf;
import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.text.AlignedText;
import dev.estimator.quantity.Amount;
import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.Simulation;
import dev.estimator.quantity.Summary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Estimates under several assumptions, side by side: how many servers and how much storage with ten times the users?
 *
 * <pre>{@code
 * Scenarios.of(servers, storage)
 *     .with("10x users", change -> change.given("daily active users", million(100)))
 *     .with("cheap", change -> change.given("replication factor", ratio(2)).given("retention", years(1)))
 * }</pre>
 *
 * <p>Beside each value stands its ratio to the base; as the two share their ranges, what they have in common cancels.
 * Availabilities are compared by their time down. Scenarios are immutable; each method returns new scenarios with one
 * added.
 */
public final class Scenarios {
    private static final String BASE = "base";
    private static final double NOISE = 1e-9;

    /** The part of a message that precedes the reason why there is no answer. */
    private static final Pattern REASON = Pattern.compile(".* has no answer: ");

    private final List<Quantity<?>> base;
    private final Map<String, Changes> scenarios;

    private Scenarios(List<Quantity<?>> base, Map<String, Changes> scenarios) {
        this.base = base;
        this.scenarios = scenarios;
    }

    /**
     * Begins a comparison of some estimates.
     *
     * @param outputs the estimates as they are, at least one; if there are several each needs a name of its own
     * @return the estimates, to which scenarios can be added
     * @throws IllegalArgumentException if there is no estimate, or one of several has no name or that of another
     */
    public static Scenarios of(Quantity<?>... outputs) {
        List<Quantity<?>> base = Refusal.copy("outputs", outputs);
        if (base.isEmpty()) {
            throw new IllegalArgumentException("outputs must not be empty: there is nothing to compare");
        }
        requireNames(outputs);
        return new Scenarios(base, Map.of());
    }

    /**
     * Compares an estimate with another one of the same type.
     *
     * @param base the estimate as it is
     * @param name what is different in the other
     * @param scenario the other
     * @param <Q> their type
     * @return the two; {@link #and} adds others
     * @throws IllegalArgumentException if the name is blank or 'base', or the two are money in different currencies
     */
    public static <Q extends Quantity<Q>> Scenarios compare(Q base, String name, Q scenario) {
        return of(requireNonNull(base, "base")).and(name, requireNonNull(scenario, "scenario"));
    }

    /**
     * Adds a scenario whose estimates have been computed already, for example by a changed model.
     *
     * @param name what is different, unlike that of all others
     * @param values an estimate for each of the base, of the same type and in the same order
     * @return the scenarios with this one
     * @throws IllegalArgumentException if the name is blank, taken or 'base', or the values do not match the base in
     *     number, type or currency
     */
    public Scenarios and(String name, Quantity<?>... values) {
        requireNewName(name);
        List<Quantity<?>> others = Refusal.copy("values", values);
        if (others.size() != base.size()) {
            throw new IllegalArgumentException("scenario '" + name + "' must have " + base.size()
                    + (base.size() == 1 ? " value" : " values, one for each of " + baseNames() + ",") + " but had "
                    + values.length);
        }
        for (int i = 0; i < values.length; i++) {
            requireAlike(name, base.get(i), values[i]);
        }
        return plus(name, new Changes(others));
    }

    /**
     * Adds a scenario in which assumptions are replaced. An estimate that does not depend on one of them keeps its
     * value, and the text says so of one that depends on none; one that has no answer for the new values is replaced by
     * the reason.
     *
     * @param name what is different, unlike that of all others
     * @param changes the replacements: {@code change -> change.given("daily active users", million(100))}
     * @return the scenarios with this one
     * @throws IllegalArgumentException if the name is blank, taken or 'base', no assumption is replaced, no estimate
     *     depends on one that is, or it is another type of quantity
     */
    public Scenarios with(String name, UnaryOperator<Changes> changes) {
        requireNewName(name);
        Changes changed = requireNonNull(changes, "changes").apply(new Changes(base));
        if (changed.values == base) {
            throw new IllegalArgumentException("scenario '" + name
                    + "' must replace an assumption but replaces none: say change -> change.given(name, value)");
        }
        return plus(name, changed);
    }

    /**
     * Returns all values, those of the base first.
     *
     * @return a row for each estimate in each scenario
     * @throws IllegalStateException if there is no scenario yet
     */
    public List<Row> rows() {
        if (scenarios.isEmpty()) {
            throw new IllegalStateException(missing());
        }
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < base.size(); i++) {
            Quantity<?> before = base.get(i);
            rows.add(new Row(nameOf(before), BASE, before, Optional.empty(), ""));
            for (Map.Entry<String, Changes> scenario : scenarios.entrySet()) {
                Quantity<?> after = scenario.getValue().values.get(i);
                String missing = scenario.getValue().missing.get(i);
                Optional<Ratio> toBase = missing.isEmpty() ? ratio(before, after) : Optional.empty();
                rows.add(new Row(nameOf(before), scenario.getKey(), after, toBase, missing));
            }
        }
        return List.copyOf(rows);
    }

    /**
     * Returns a table: a part for each estimate, a line for each scenario with its value, range and ratio to the base.
     */
    @Override
    public String toString() {
        if (scenarios.isEmpty()) {
            return baseNames() + ": " + missing();
        }
        List<List<String>> lines = new ArrayList<>();
        int each = scenarios.size() + 1;
        for (Row row : rows()) {
            lines.add(List.of(
                    "  " + row.scenario,
                    row.missing.isEmpty() ? row.value.toString() : row.missing,
                    beside(row, lines.size() / each)));
        }
        List<String> aligned = AlignedText.each(lines);
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < base.size(); i++) {
            String part = String.join("\n", aligned.subList(i * each, (i + 1) * each));
            String name = nameOf(base.get(i));
            parts.add(name.isEmpty() ? part : name + "\n" + part);
        }
        return String.join("\n", parts);
    }

    /** What became of an estimate, or that nothing could. */
    private String beside(Row row, int output) {
        Changes changes = scenarios.get(row.scenario);
        return changes == null || changes.replaced.isEmpty() || changes.dependent.contains(output)
                ? row.ratioText()
                : "does not depend on " + String.join(" or ", changes.replaced);
    }

    /**
     * One estimate in one scenario.
     *
     * @param quantity the name of the estimate; empty if it has none
     * @param scenario the name of the scenario, or 'base'
     * @param value the estimate
     * @param toBase how many times the base it is, of an availability how many times as long it is down; empty for the
     *     base itself, where that is or may be zero, and where both may be beyond every number
     * @param missing why there is no such estimate, as 'no answer: some servers must be free on average'; empty if
     *     there is one
     */
    public record Row(String quantity, String scenario, Quantity<?> value, Optional<Ratio> toBase, String missing) {
        /**
         * Checks that no component is null.
         *
         * @param quantity the name of the estimate; empty if it has none
         * @param scenario the name of the scenario, or 'base'
         * @param value the estimate
         * @param toBase how many times the base it is
         * @param missing why there is no such estimate; empty if there is one
         */
        public Row {
            requireNonNull(quantity, "quantity");
            requireNonNull(scenario, "scenario");
            requireNonNull(value, "value");
            requireNonNull(toBase, "toBase");
            requireNonNull(missing, "missing");
        }

        /**
         * Returns the estimate.
         *
         * @return the estimate
         * @throws ArithmeticException if there is none, with the reason
         */
        @Override
        public Quantity<?> value() {
            if (!missing.isEmpty()) {
                throw new ArithmeticException(missing);
            }
            return value;
        }

        private String ratioText() {
            boolean isDown = value instanceof Availability;
            return toBase.map(r -> r + (isDown ? " the time down" : "")).orElse("");
        }
    }

    /** The changes that make a scenario. Immutable; each method returns new changes with one more. */
    public static final class Changes {
        private final List<Quantity<?>> values;

        /** For each value the changes for which it has no answer so far; they are tried again after the next change. */
        private final List<UnaryOperator<Quantity<?>>> pending;

        /** For each value the reason why it has no answer; empty where it has one. */
        private final List<String> missing;

        /** The names of what is replaced. */
        private final List<String> replaced;

        /** The indices of the values that depend on any of that. */
        private final Set<Integer> dependent;

        private Changes(List<Quantity<?>> values) {
            this(
                    values,
                    Collections.nCopies(values.size(), UnaryOperator.identity()),
                    Collections.nCopies(values.size(), ""),
                    List.of(),
                    Set.of());
        }

        private Changes(
                List<Quantity<?>> values,
                List<UnaryOperator<Quantity<?>>> pending,
                List<String> missing,
                List<String> replaced,
                Set<Integer> dependent) {
            this.values = values;
            this.pending = pending;
            this.missing = missing;
            this.replaced = replaced;
            this.dependent = dependent;
        }

        /**
         * Replaces an assumption.
         *
         * @param assumption its name, as explanations show it
         * @param newValue what it is instead
         * @return these changes with this one
         * @throws IllegalArgumentException if no estimate depends on an assumption of that name, or it is another type
         *     of quantity
         */
        public Changes given(String assumption, Quantity<?> newValue) {
            requireNonNull(assumption, "assumption");
            requireNonNull(newValue, "newValue");
            return changed(
                    assumption,
                    value -> value.given(assumption, newValue),
                    value -> WhatIf.dependsOn(Inside.node(value), assumption));
        }

        /**
         * Replaces an assumption.
         *
         * @param assumption the assumption, as it went into the estimates
         * @param newValue what it is instead
         * @param <A> its type
         * @return these changes with this one
         * @throws IllegalArgumentException if no estimate depends on the assumption
         */
        public <A extends Quantity<A>> Changes given(A assumption, A newValue) {
            requireNonNull(assumption, "assumption");
            requireNonNull(newValue, "newValue");
            return changed(called(assumption), value -> value.given(assumption, newValue), value -> false);
        }

        /** Changes the values that depend on the replaced assumption; there must be at least one. */
        private Changes changed(String name, UnaryOperator<Quantity<?>> change, Predicate<Quantity<?>> mustChange) {
            List<Quantity<?>> changed = new ArrayList<>(values);
            List<UnaryOperator<Quantity<?>>> left = new ArrayList<>(pending);
            List<String> why = new ArrayList<>(missing);
            List<String> names = new ArrayList<>(replaced);
            names.add(name);
            Set<Integer> depending = new HashSet<>(dependent);
            List<IllegalArgumentException> refusals = new ArrayList<>();
            for (int i = 0; i < values.size(); i++) {
                Quantity<?> value = values.get(i);
                UnaryOperator<Quantity<?>> before = pending.get(i);
                depending.add(i);
                try {
                    changed.set(i, before.apply(change.apply(value)));
                    left.set(i, UnaryOperator.identity());
                    why.set(i, "");
                } catch (IllegalArgumentException e) {
                    if (mustChange.test(value)) {
                        throw e;
                    }
                    refusals.add(e);
                    if (!dependent.contains(i)) {
                        depending.remove(i);
                    }
                } catch (ArithmeticException e) {
                    left.set(i, v -> before.apply(change.apply(v)));
                    why.set(i, "no answer: " + REASON.matcher(e.getMessage()).replaceFirst(""));
                }
            }
            if (refusals.size() == values.size()) {
                throw refusals.get(0);
            }
            return new Changes(changed, left, why, names, depending);
        }
    }

    private static void requireNames(Quantity<?>... outputs) {
        List<String> names = new ArrayList<>();
        for (Quantity<?> output : outputs) {
            String name = nameOf(output);
            if (outputs.length > 1 && name.isEmpty()) {
                throw new IllegalArgumentException("outputs must have names when there are several but " + output
                        + " has none: give it one with named(...)");
            }
            if (names.contains(name)) {
                throw new IllegalArgumentException(
                        "outputs must have different names but two are called '" + name + "'");
            }
            names.add(name);
        }
    }

    private void requireNewName(String name) {
        Refusal.unreadable(name, "name");
        if (name.equals(BASE) || scenarios.containsKey(name)) {
            throw new IllegalArgumentException("name must be new but there is a scenario '" + name + "' already");
        }
    }

    @SuppressWarnings("unchecked") // the classes are the same
    private static <Q extends Quantity<Q>> void requireAlike(String name, Quantity<?> before, Quantity<?> after) {
        if (before.getClass() != after.getClass()) {
            throw new IllegalArgumentException("scenario '" + name + "' must be a "
                    + before.getClass().getSimpleName() + " as the base is but was " + after + ", a "
                    + after.getClass().getSimpleName());
        }
        try {
            int unused = ((Q) before).compareTo((Q) after);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "scenario '" + name + "' cannot be compared with the base: " + e.getMessage(), e);
        }
    }

    private Scenarios plus(String name, Changes values) {
        Map<String, Changes> more = new LinkedHashMap<>(scenarios);
        more.put(name, values);
        return new Scenarios(base, more);
    }

    private static Optional<Ratio> ratio(Quantity<?> before, Quantity<?> after) {
        if (before.isBeyond()) {
            return Optional.empty();
        }
        try {
            return Optional.of(withoutSpread(quotient(before, after)));
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** Drops a spread that is only rounding noise, left where the ranges cancel. */
    private static Ratio withoutSpread(Ratio ratio) {
        if (!ratio.isUncertain()) {
            return ratio;
        }
        Summary<Ratio> summary = Simulation.of(ratio).summary(ratio);
        double spread = summary.p95().value() - summary.p5().value();
        return spread <= NOISE * ratio.value() ? summary.bestGuess() : ratio;
    }

    @SuppressWarnings("unchecked") // the classes are the same
    private static <Q extends Amount<Q>> Ratio quotient(Quantity<?> before, Quantity<?> after) {
        if (before instanceof Share was) {
            return ((Share) after).div(was);
        }
        if (before instanceof Availability was) {
            return ((Availability) after).unavailability().div(was.unavailability());
        }
        return ((Q) after).div((Q) before);
    }

    private static String nameOf(Quantity<?> quantity) {
        String name = quantity.name();
        return name == null ? "" : name;
    }

    private String baseNames() {
        return base.stream().map(Scenarios::called).collect(Collectors.joining(", "));
    }

    private static String called(Quantity<?> quantity) {
        return nameOf(quantity).isEmpty() ? quantity.toString() : nameOf(quantity);
    }

    private static String missing() {
        return "there is no scenario yet: add one with with(name, change -> change.given(assumption, value))";
    }
}
