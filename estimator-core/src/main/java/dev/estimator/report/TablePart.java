package dev.estimator.report;

import dev.estimator.quantity.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** A table that is filled cell by cell; rows and columns stand in the order in which they are first spoken of. */
final class TablePart {
    private final String subject;
    private final Set<String> columns = new LinkedHashSet<>();
    private final Map<String, Map<String, Function<Findings, Value>>> rows = new LinkedHashMap<>();
    private final List<Quantity<?>> quantities = new ArrayList<>();

    TablePart(String subject, String... firstColumns) {
        this.subject = subject;
        columns.addAll(List.of(firstColumns));
    }

    /** Makes room for a row, even if nothing is put into it. */
    void row(String name) {
        rows.computeIfAbsent(name, row -> new LinkedHashMap<>());
    }

    void put(String row, String column, Quantity<?> quantity) {
        Quantity<?> named = named(row, column, quantity);
        put(row, column, findings -> findings.value(named));
    }

    /** By its cell, for the same is asked of several what-ifs. */
    private Quantity<?> named(String row, String column, Quantity<?> quantity) {
        Quantity<?> named = quantity.named(row + ": " + column);
        quantities.add(named);
        return named;
    }

    /** The cell stays empty where there is no answer. */
    void putIfAnswered(String row, String column, Supplier<Quantity<?>> quantity) {
        try {
            put(row, column, quantity.get());
        } catch (ArithmeticException none) {
            columns.add(column);
        }
    }

    void putPercentage(String row, String column, Quantity<?> quantity) {
        Quantity<?> named = named(row, column, quantity);
        put(row, column, findings -> findings.percentage(named));
    }

    void put(String row, String column, Value value) {
        put(row, column, findings -> value);
    }

    private void put(String row, String column, Function<Findings, Value> value) {
        columns.add(column);
        rows.computeIfAbsent(row, name -> new LinkedHashMap<>()).put(column, value);
    }

    Part part() {
        return Part.of(
                "",
                quantities,
                findings -> new Block.Table(
                        subject,
                        List.copyOf(columns),
                        rows.entrySet().stream()
                                .map(row -> new Block.Row(row.getKey(), cells(row.getValue(), findings)))
                                .toList()));
    }

    private List<Block.Cell> cells(Map<String, Function<Findings, Value>> row, Findings findings) {
        return columns.stream()
                .map(row::get)
                .map(value -> new Block.Cell(value == null ? null : value.apply(findings)))
                .toList();
    }
}
