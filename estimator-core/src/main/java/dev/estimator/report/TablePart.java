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
import java.util.stream.Stream;

/** A table that is filled cell by cell; rows and columns are in the order in which they are first mentioned. */
final class TablePart {
    private final String subject;
    private final Set<String> columns = new LinkedHashSet<>();
    private final Map<String, Map<String, Function<Findings, Value>>> rows = new LinkedHashMap<>();
    private final List<Quantity<?>> quantities = new ArrayList<>();

    TablePart(String subject, String... firstColumns) {
        this.subject = subject;
        columns.addAll(List.of(firstColumns));
    }

    /** Adds a row, which may stay empty. */
    void row(String name) {
        rows.computeIfAbsent(name, row -> new LinkedHashMap<>());
    }

    void put(String row, String column, Quantity<?> quantity) {
        Quantity<?> named = named(row, column, quantity);
        put(row, column, findings -> findings.value(named));
    }

    /** Names a quantity after its cell, since several what-ifs have quantities of the same name. */
    private Quantity<?> named(String row, String column, Quantity<?> quantity) {
        Quantity<?> named = quantity.named(name(row, column));
        quantities.add(named);
        return named;
    }

    private static String name(String row, String column) {
        return row + ": " + column;
    }

    /** What the numbers in a table are called. */
    static Stream<String> names(Block.Table table) {
        return table.rows().stream().flatMap(row -> table.columns().stream().map(column -> name(row.name(), column)));
    }

    /** Fills a cell, which stays empty if there is no answer. */
    void putIfAnswered(String row, String column, Supplier<Quantity<?>> quantity) {
        try {
            put(row, column, quantity.get());
        } catch (ArithmeticException none) {
            columns.add(column);
        }
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
