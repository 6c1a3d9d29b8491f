package dev.estimator.check;

import static java.util.Objects.requireNonNull;

import dev.estimator.analysis.Limit;
import dev.estimator.analysis.Probability;
import dev.estimator.analysis.Runway;
import dev.estimator.analysis.Verdict;
import dev.estimator.internal.input.Refusal;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Ratio;
import java.util.List;
import java.util.Optional;

/**
 * The outcome of a check, such as 'physical link storage is 18 TB, at most 20 TB: holds; room for ×1.11'.
 *
 * @param quantity what was checked
 * @param limits what it has to keep to: one, or of a quantity that is limited from both sides two
 * @param limit the limit in words, such as 'at most 20 TB' or 'at most 40 with 95% confidence'
 * @param verdict whether it holds; undecided if draws cannot tell, or if the calculation has no answer for some of them
 * @param probability how likely the limit is kept; nothing if the quantity is not uncertain or has no answer for some
 *     draws
 * @param room how many times the quantity can become before the limit binds, below 1 if it does not hold; for a limit
 *     from below, to how many times it can fall. Of an uncertain quantity that at the confidence. Nothing if the
 *     quantity is a part of a whole or zero, or is uncertain and limited from both sides
 * @param runway how long the limit will hold, if it was said how the quantity grows and it ever reaches the limit
 * @param text what people read: a line if the limit holds, else the whole failure
 * @param <Q> the type of quantity
 */
public record Checked<Q extends Quantity<Q>>(
        Q quantity,
        List<Limit<Q>> limits,
        String limit,
        Verdict verdict,
        Optional<Probability> probability,
        Optional<Ratio> room,
        Optional<Runway> runway,
        String text) {
    /**
     * Checks that no component is null.
     *
     * @param quantity what was checked
     * @param limits what it has to keep to
     * @param limit the limit in words, such as 'at most 20 TB' or 'at most 40 with 95% confidence'
     * @param verdict whether it holds
     * @param probability how likely the limit is kept
     * @param room how many times the quantity can become before the limit binds, below 1 if it does not hold
     * @param runway how long the limit will hold, if it was said how the quantity grows and it ever reaches the limit
     * @param text what people read: a line if the limit holds, else the whole failure
     */
    public Checked {
        requireNonNull(quantity, "quantity");
        limits = Refusal.copy(limits, "limits");
        requireNonNull(limit, "limit");
        requireNonNull(verdict, "verdict");
        requireNonNull(probability, "probability");
        requireNonNull(room, "room");
        requireNonNull(runway, "runway");
        requireNonNull(text, "text");
    }

    /**
     * Returns whether the limit holds.
     *
     * @return whether it is known to hold
     */
    public boolean isHeld() {
        return verdict == Verdict.HOLDS;
    }

    /** Returns the text. */
    @Override
    public String toString() {
        return text;
    }
}
