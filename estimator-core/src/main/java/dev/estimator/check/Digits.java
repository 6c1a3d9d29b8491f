package dev.estimator.check;

import dev.estimator.internal.text.BoundText;
import dev.estimator.internal.text.QuantityWriter;
import dev.estimator.internal.unit.Kind;

/**
 * The number of digits that people see: the fewest that tell different values apart, so that nobody reads '18 TB is not
 * at most 18 TB', and with which the distance is nearly what the reader gets who subtracts them.
 *
 * @param number how many: 2 for those of an answer, 4 for those of a step, 16 for all
 */
record Digits(int number) {
    static final Digits FEW = new Digits(2);
    static final Digits MORE = new Digits(4);
    private static final Digits ALL = new Digits(16);

    String text(Kind kind, double value) {
        if (areAll()) {
            String all = BoundText.exactly(kind, value);
            return all.isEmpty() ? QuantityWriter.exact(kind, value) : all;
        }
        return number <= FEW.number
                ? QuantityWriter.summary(kind, value)
                : number == MORE.number
                        ? QuantityWriter.stated(kind, value)
                        : QuantityWriter.withDigits(kind, number, value, value, value);
    }

    /** A value with the ends of its 90 % range. */
    String range(Kind kind, double value, double low, double high) {
        if (areAll()) {
            return text(kind, value) + " (" + text(kind, low) + " … " + text(kind, high) + ")";
        }
        return number <= FEW.number
                ? QuantityWriter.range(kind, value, low, high)
                : number <= MORE.number
                        ? QuantityWriter.statedRange(kind, value, low, high)
                        : QuantityWriter.withDigits(kind, number, value, low, high);
    }

    /** As {@link #range} beside a percentile with these digits, so that the ends do not contradict it. */
    String closeRange(Kind kind, double value, double low, double high) {
        return number == MORE.number
                ? QuantityWriter.closeRange(kind, value, low, high)
                : range(kind, value, low, high);
    }

    /** The fewest digits that tell the two apart. */
    static Digits between(Kind kind, double a, double b) {
        Digits digits = FEW;
        while (a != b && !digits.areAll() && digits.text(kind, a).equals(digits.text(kind, b))) {
            digits = digits.next();
        }
        return digits;
    }

    /** One more than these; of the fewest, as many as a step has. */
    Digits next() {
        return new Digits(Math.max(MORE.number, number + 1));
    }

    boolean areAll() {
        return number >= ALL.number;
    }

    Digits or(Digits other) {
        return number >= other.number ? this : other;
    }
}
