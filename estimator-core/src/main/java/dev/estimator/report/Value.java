package dev.estimator.report;

import dev.estimator.internal.text.QuantityWriter;
import dev.estimator.internal.unit.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A quantity as plain data.
 *
 * @param type its type, such as 'Qps'
 * @param unit the canonical unit of the type, such as 'req/s'; of an availability 'share of time down'
 * @param amount the best guess in that unit
 * @param spread how uncertain it is; nothing if it is certain
 * @param text as people read it
 */
public record Value(
        String type, String unit, double amount, @Nullable Spread spread, String text) {
    /**
     * Checks that all is there.
     *
     * @param type its type
     * @param unit the canonical unit of the type
     * @param amount the best guess in that unit
     * @param spread how uncertain it is
     * @param text as people read it
     */
    public Value {
        Page.requireGiven(type, "type");
        Page.requireGiven(unit, "unit");
        Page.requireGiven(text, "text");
    }

    /** The text without what stands in brackets. */
    String main() {
        return text.substring(0, bracket());
    }

    /** What stands in brackets: the range, or the same in another unit. */
    String remark() {
        return bracket() == text.length() ? "" : text.substring(bracket() + 2, text.length() - 1);
    }

    private int bracket() {
        int bracket = text.indexOf(" (");
        return bracket < 0 ? text.length() : bracket;
    }

    /** Another amount of the same type as people read it, such as where a bar of a histogram begins. */
    String textOf(double otherAmount) {
        return QuantityWriter.summary(Kind.of(type, unit), otherAmount);
    }

    /** Another amount with so many digits that places on an axis differ. */
    String axisTextOf(double otherAmount) {
        return QuantityWriter.stated(Kind.of(type, unit), otherAmount);
    }

    /**
     * How uncertain a quantity is. Percentiles are in the order of the type: the 5th of an availability is a low availability, so
     * a large share of time down.
     *
     * @param p5 the 5th percentile
     * @param p50 the median
     * @param p95 the 95th percentile
     * @param mean the mean
     * @param isExact whether the percentiles were computed without draws
     */
    public record Spread(double p5, double p50, double p95, double mean, boolean isExact) {}
}
