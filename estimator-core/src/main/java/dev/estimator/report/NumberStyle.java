package dev.estimator.report;

import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.graph.Shown;
import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.text.Beyond.RangeText;
import dev.estimator.internal.text.ChosenText;
import dev.estimator.internal.text.NumberFormat;
import dev.estimator.internal.text.QuantityWriter;
import dev.estimator.internal.unit.Dimension;
import dev.estimator.internal.unit.Kind;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Unit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * In which units and with how many digits a page writes its numbers, as far as its author said so. What is said of an
 * answer goes before what is said of all; what is said last goes before what was said of the same before.
 *
 * @param units the units for all numbers of their types
 * @param usual the digits for all numbers
 * @param answers what is said of single answers, by their types and names
 */
record NumberStyle(List<Inside.UnitParts> units, NumberFormat usual, Map<String, NumberFormat> answers) {
    /** Nothing was said. */
    static final NumberStyle NONE = new NumberStyle(List.of(), NumberFormat.USUAL, Map.of());

    private static final double LEAST_READABLE = 0.01;

    NumberStyle {
        units = List.copyOf(units);
        answers = Map.copyOf(answers);
    }

    NumberStyle withDigits(int digits) {
        return new NumberStyle(units, usual.withDigits(digits), answers);
    }

    NumberStyle withUnits(Unit<?>... more) {
        List<Inside.UnitParts> all = new ArrayList<>();
        Set<Dimension> said = EnumSet.noneOf(Dimension.class);
        for (Unit<?> unit : Refusal.copy("units", more)) {
            Inside.UnitParts parts = Inside.unit(unit);
            if (!said.add(parts.dimension())) {
                throw new IllegalArgumentException("units must be of types of their own but " + unit + " is another of "
                        + parts.dimension().typeName() + ": say the unit of one answer beside it");
            }
            all.add(parts);
        }
        ReportInputs.notEmpty(all.size(), "units", "say at least one, or leave the call out");
        all.addAll(units); // the first of a dimension is taken
        return new NumberStyle(all, usual, answers);
    }

    NumberStyle withDigits(Quantity<?> answer, int digits) {
        return with(answer, format -> format.withDigits(digits));
    }

    NumberStyle withUnit(Quantity<?> answer, Unit<?> unit) {
        return with(answer, format -> format.withUnit(Inside.unit(unit).scale()));
    }

    private NumberStyle with(Quantity<?> answer, UnaryOperator<NumberFormat> change) {
        Map<String, NumberFormat> more = new HashMap<>(answers);
        Quantity<?> named = ReportInputs.named(answer);
        String name = key(Inside.kind(named).dimension(), String.valueOf(named.name()));
        more.put(name, change.apply(more.getOrDefault(name, NumberFormat.USUAL)));
        return new NumberStyle(units, usual, more);
    }

    /** A number, of an answer if it has a name. */
    String bare(Quantity<?> quantity, @Nullable String answer) {
        NumberFormat format = format(quantity, answer);
        return format.isUsual() ? Shown.summary(Inside.node(quantity)) : bare(format, quantity);
    }

    /** Whether nothing was said of a number. */
    boolean isUsual(Quantity<?> quantity) {
        return format(quantity, quantity.name()).isUsual();
    }

    /** Whether something was said of the digits of a number. */
    boolean saysDigits(Quantity<?> quantity, @Nullable String answer) {
        return format(quantity, answer).digits() > 0;
    }

    /** As {@link #bare} of what was calculated, although nothing is known of how. */
    String calculated(Quantity<?> quantity, @Nullable String answer) {
        NumberFormat format = format(quantity, answer);
        double value = Inside.value(quantity);
        return format.isUsual()
                ? QuantityWriter.summary(kind(quantity), value)
                : ChosenText.range(kind(quantity), format, value, value, value);
    }

    /** As {@link #bare}, with four digits where nothing was said. */
    String stated(Quantity<?> quantity) {
        NumberFormat format = format(quantity, quantity.name());
        return format.isUsual() ? Shown.stated(Inside.node(quantity)) : bare(format, quantity);
    }

    /** As {@link #range}, with four digits of the value where nothing was said, as it has inside of a formula. */
    RangeText statedRange(Quantity<?> quantity) {
        return format(quantity, quantity.name()).isUsual() ? Shown.statedRange(Inside.node(quantity)) : range(quantity);
    }

    RangeText range(Quantity<?> quantity) {
        NumberFormat format = format(quantity, quantity.name());
        return format.isUsual()
                ? Shown.range(Inside.node(quantity))
                : (kind, value, low, high) -> ChosenText.range(kind, format, value, low, high);
    }

    /** A number of a type; nothing if nothing was said of such. */
    Optional<String> bare(Kind kind, double value) {
        return Optional.of(format(kind.dimension(), value, null))
                .filter(format -> !format.isUsual())
                .map(format -> ChosenText.in(kind, format, value));
    }

    private static String bare(NumberFormat format, Quantity<?> quantity) {
        return ChosenText.in(kind(quantity), format, Inside.value(quantity));
    }

    private static Kind kind(Quantity<?> quantity) {
        return Shown.kind(Inside.node(quantity));
    }

    private NumberFormat format(Quantity<?> quantity, @Nullable String answer) {
        return format(Inside.kind(quantity).dimension(), Inside.value(quantity), answer);
    }

    private NumberFormat format(Dimension dimension, double value, @Nullable String answer) {
        NumberFormat ofAll = units.stream()
                .filter(unit -> unit.dimension() == dimension)
                .findFirst()
                .filter(unit -> isReadable(unit, value))
                .map(unit -> usual.withUnit(unit.scale()))
                .orElse(usual);
        return answer == null
                ? ofAll
                : answers.getOrDefault(key(dimension, answer), NumberFormat.USUAL)
                        .orElse(ofAll);
    }

    /** Not a few bytes in GiB, whose zeros nobody counts; but prices and percentages may be small. */
    private static boolean isReadable(Inside.UnitParts unit, double value) {
        boolean isPrice = unit.dimension().isOfMoney() && unit.dimension() != Dimension.MONEY;
        return isPrice
                || unit.dimension() == Dimension.RATIO
                || value == 0
                || unit.scale().fromCanonical(value) >= LEAST_READABLE;
    }

    /**
     * Checks that all of which something is said is on the page.
     *
     * @throws IllegalArgumentException if not
     */
    void requireOnPage(List<? extends Quantity<?>> all) {
        List<Quantity<?>> named = all.stream()
                .<Quantity<?>>map(quantity -> quantity)
                .filter(quantity -> quantity.name() != null)
                .toList();
        Set<String> known = named.stream()
                .map(quantity -> key(Inside.kind(quantity).dimension(), String.valueOf(quantity.name())))
                .collect(Collectors.toSet());
        answers.keySet().stream()
                .filter(key -> !known.contains(key))
                .sorted()
                .findFirst()
                .ifPresent(key -> {
                    Stream<String> names = named.stream()
                            .map(Quantity::name)
                            .map(name -> "'" + name + "'")
                            .distinct();
                    Dimension dimension = Dimension.valueOf(key.substring(0, key.indexOf(' ')));
                    throw new IllegalArgumentException("answer must be one on the page but the " + dimension.typeName()
                            + " '" + key.substring(key.indexOf(' ') + 1)
                            + "', of which a unit or digits are said, is not: there are "
                            + names.collect(Collectors.joining(", ")));
                });
    }

    /** A rate may have the name of a size. */
    private static String key(Dimension dimension, String name) {
        return dimension.name() + " " + name;
    }
}
