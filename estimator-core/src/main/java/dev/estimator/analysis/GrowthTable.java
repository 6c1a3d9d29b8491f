package dev.estimator.analysis;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.text.AlignedText;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.TimeSpan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a quantity grows, month by month. Made by {@link Growth#table}.
 *
 * @param name what grows
 * @param rows a row for now and one for each month
 * @param <Q> the type of what grows
 */
public record GrowthTable<Q extends Quantity<Q>>(String name, List<Row<Q>> rows) {
    /**
     * One month.
     *
     * @param month the months from now, from 0 on
     * @param time how long that is
     * @param date the day, if the growth has a start
     * @param quantity how much there is then
     * @param <Q> the type of what grows
     */
    public record Row<Q extends Quantity<Q>>(
            int month, TimeSpan time, @Nullable LocalDate date, Q quantity) {
        /**
         * Checks that no component is null.
         *
         * @param month the months from now, from 0 on
         * @param time how long that is
         * @param date the day, if the growth has a start
         * @param quantity how much there is then
         */
        public Row {
            requireNonNull(time, "time");
            requireNonNull(quantity, "quantity");
        }
    }

    /**
     * Copies the rows.
     *
     * @param name what grows
     * @param rows the rows in order
     */
    public GrowthTable {
        requireNonNull(name, "name");
        requireNonNull(rows, "rows");
        rows = Refusal.copy(rows, "rows");
    }

    /** Returns the table as text, with the 90 % ranges of uncertain amounts. */
    @Override
    public String toString() {
        boolean hasDates = rows.stream().anyMatch(row -> row.date != null);
        List<List<String>> lines = new ArrayList<>();
        lines.add(hasDates ? List.of("month", "date", name) : List.of("month", name));
        for (Row<Q> row : rows) {
            String month = " "
                            .repeat(Math.max(
                                    0,
                                    "month".length() - String.valueOf(row.month).length()))
                    + row.month;
            String quantity = row.quantity.toString();
            lines.add(hasDates ? List.of(month, String.valueOf(row.date), quantity) : List.of(month, quantity));
        }
        return AlignedText.of(lines);
    }
}
