package dev.estimator.internal.text;

import dev.estimator.internal.unit.Scale;
import org.jspecify.annotations.Nullable;

/**
 * How an author wants a number to be written.
 *
 * @param unit the unit; null for the most readable
 * @param digits how many significant digits, 0 for the usual ones
 */
public record NumberFormat(@Nullable Scale unit, int digits) {
    /** As it is written where nothing was said. */
    public static final NumberFormat USUAL = new NumberFormat(null, 0);

    /** Refuses more digits than a number has, and none. */
    public static int requireDigits(int digits) {
        if (digits < 1 || digits > ChosenText.MOST_DIGITS) {
            throw new IllegalArgumentException(
                    "digits must be between 1 and " + ChosenText.MOST_DIGITS + " but was " + digits);
        }
        return digits;
    }

    public NumberFormat withUnit(Scale newUnit) {
        return new NumberFormat(newUnit, digits);
    }

    public NumberFormat withDigits(int newDigits) {
        return new NumberFormat(unit, newDigits);
    }

    /** This, and of the other what is not said here. */
    public NumberFormat orElse(NumberFormat other) {
        return new NumberFormat(unit == null ? other.unit : unit, digits == 0 ? other.digits : digits);
    }

    public boolean isUsual() {
        return unit == null && digits == 0;
    }

    /** The digits; those of a unit if nothing was said. */
    Precision precision() {
        return digits == 0 ? Precision.IN_UNIT : Precision.of(digits);
    }
}
