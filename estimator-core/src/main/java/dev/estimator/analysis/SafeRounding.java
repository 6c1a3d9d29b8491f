package dev.estimator.analysis;

import dev.estimator.internal.graph.Node;
import dev.estimator.internal.graph.Shown;
import dev.estimator.internal.numeric.Rounding;
import dev.estimator.internal.text.BoundText;
import dev.estimator.internal.text.QuantityWriter;
import dev.estimator.internal.unit.Dimension;
import dev.estimator.internal.unit.Kind;
import dev.estimator.quantity.Quantities;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.quantity.Units;
import java.util.List;

/** Rounds the value up to which limits hold to few digits, always to the side on which they still hold. */
final class SafeRounding {
    /** Half of the smallest relative difference between two numbers of four digits. */
    private static final double STEP = 0.5e-4;

    /** Enough steps to change the last of three digits, which shares near 100 % are stated with. */
    private static final int MOST_STEPS = 250;

    /** Where four digits do not do. */
    private static final int LEAST_DIGITS = 5;

    private static final int MOST_DIGITS = 15;

    /** Above it a number is written with four digits, whole or not. */
    static final double WRITTEN_WHOLE = 10_000;

    private final Node leaf;
    private final Kind kind;
    /** Whether the value to round is the greatest for which the limits hold, rather than the least. */
    private final boolean isMost;

    private final List<Response> responses;

    SafeRounding(Node leaf, boolean isMost, List<Response> responses) {
        this.leaf = leaf;
        this.kind = Shown.kind(leaf);
        this.isMost = isMost;
        this.responses = responses;
    }

    /**
     * The end of the range; where the calculation rounds the assumption itself, the whole number beside the end that
     * stands for it: 7 for 6.00…1.
     */
    double besideStep(AllowedRange reach) {
        double found = isMost ? reach.high() : reach.low();
        double next = Math.rint(found) + (isMost ? -1 : 1);
        boolean isBeside = kind.dimension() == Dimension.COUNT
                && Math.abs(found - Math.rint(found)) <= Response.NOISE * found
                && !holdsAt(Math.rint(found))
                && next > 0
                && next >= reach.low()
                && next <= reach.high();
        return isBeside && responses.stream().anyMatch(r -> r.stepsAt(found, next)) ? next : found;
    }

    /**
     * Writes the value with its unit and four significant digits, rounded to the side on which the limits hold; a time
     * of over a month that is rounded down is written in words. What is counted in whole things, as its number says, is
     * whole.
     */
    String stated(double found) {
        double whole = isMost ? Math.floor(found) : Math.ceil(found);
        if (isCounted() && whole >= 1 && whole < WRITTEN_WHOLE && holdsAt(whole)) {
            return QuantityWriter.stated(kind, whole);
        }
        double month = Quantities.MONTH.to(Units.SECONDS);
        double months = Rounding.floor(found / month) * month;
        if (isMost && kind.dimension() == Dimension.TIME && months > 0 && holdsAt(months)) {
            return Runway.words(TimeSpan.of(months, Units.SECONDS));
        }
        double step = STEP * (kind.dimension().largest() == 1 ? Math.min(found, 1 - found) : found);
        String before = "";
        for (int i = 0; i <= MOST_STEPS; i++) {
            String text = QuantityWriter.stated(kind, isMost ? found - i * step : found + i * step);
            if (!text.equals(before) && holdsAt(BoundText.read(kind, text))) {
                return text;
            }
            before = text;
        }
        for (int digits = LEAST_DIGITS; digits <= MOST_DIGITS; digits++) {
            String text = QuantityWriter.withDigits(kind, digits, found, found, found);
            if (holdsAt(BoundText.read(kind, text))) {
                return text;
            }
        }
        return exact(found);
    }

    private boolean isCounted() {
        double best = leaf.value();
        return kind.dimension() == Dimension.COUNT && !leaf.isUncertain() && best >= 1 && best == Math.rint(best);
    }

    String exact(double value) {
        return QuantityWriter.exact(kind, value);
    }

    /** Whether all limits hold at a value, or are missed by no more than rounding. */
    boolean holdsAt(double value) {
        return responses.stream().allMatch(r -> r.holdsAt(value));
    }
}
