package dev.estimator.analysis;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.graph.Tape;
import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.text.AlignedText;
import dev.estimator.internal.text.VerdictText;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.TimeSpan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a quantity grows, month by month, or by quarters, years or other periods of whole months. Made by
 * {@link Growth#table(dev.estimator.quantity.Amount, int) Growth.table}.
 *
 * @param name what grows
 * @param rows a row for now and one for each period
 * @param <Q> the type of what grows
 */
public record GrowthTable<Q extends Quantity<Q>>(String name, List<Row<Q>> rows) {
    private static final int MONTHS_OF_YEAR = 12;
    private static final int MONTHS_OF_QUARTER = 3;

    /**
     * What there is at one time.
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

    /**
     * Returns the table as text, with the 90 % ranges of uncertain amounts; quarters and years are counted as such.
     * Below it stands if numbers that are rounded up grow: servers grow as they stand, not in the steps of what they
     * serve.
     */
    @Override
    public String toString() {
        boolean hasDates = rows.stream().anyMatch(row -> row.date != null);
        int apart = rows.size() > 1 ? rows.get(1).month - rows.get(0).month : 1;
        int unit = apart % MONTHS_OF_YEAR == 0 ? MONTHS_OF_YEAR : apart == MONTHS_OF_QUARTER ? MONTHS_OF_QUARTER : 1;
        String word = unit == 1 ? "month" : unit == MONTHS_OF_QUARTER ? "quarter" : "year";
        List<List<String>> lines = new ArrayList<>();
        lines.add(hasDates ? List.of(word, "date", name) : List.of(word, name));
        for (Row<Q> row : rows) {
            String number = String.valueOf(row.month / unit);
            String right = " ".repeat(Math.max(0, word.length() - number.length())) + number;
            String quantity = row.quantity.toString();
            lines.add(hasDates ? List.of(right, String.valueOf(row.date), quantity) : List.of(right, quantity));
        }
        boolean isRoundedUp = rows.stream().limit(1).anyMatch(row -> Tape.isRoundedUp(Inside.node(row.quantity)));
        return AlignedText.of(lines) + (isRoundedUp ? "\n" + VerdictText.ROUNDED_UP : "");
    }
}
