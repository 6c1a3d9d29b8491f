package dev.estimator.check;

import dev.estimator.internal.text.BoundText;
import dev.estimator.internal.text.QuantityWriter;
import dev.estimator.internal.unit.Kind;

/**
 * The number of digits that people see: the fewest that tell different values apart, so that nobody reads '18 TB is not
 * at most 18 TB'.
 */
enum Digits {
    FEW {
        @Override
        String text(Kind kind, double value) {
            return QuantityWriter.summary(kind, value);
        }

        @Override
        String range(Kind kind, double value, double low, double high) {
            return QuantityWriter.range(kind, value, low, high);
        }
    },
    MORE {
        @Override
        String text(Kind kind, double value) {
            return QuantityWriter.stated(kind, value);
        }

        @Override
        String range(Kind kind, double value, double low, double high) {
            return QuantityWriter.statedRange(kind, value, low, high);
        }
    },
    ALL {
        @Override
        String text(Kind kind, double value) {
            String all = BoundText.exactly(kind, value);
            return all.isEmpty() ? QuantityWriter.exact(kind, value) : all;
        }

        @Override
        String range(Kind kind, double value, double low, double high) {
            return text(kind, value) + " (" + text(kind, low) + " … " + text(kind, high) + ")";
        }
    };

    abstract String text(Kind kind, double value);

    /** A value with the ends of its 90 % range. */
    abstract String range(Kind kind, double value, double low, double high);

    /** The fewest digits that tell the two apart. */
    static Digits between(Kind kind, double a, double b) {
        if (a == b) {
            return FEW;
        }
        for (Digits digits : new Digits[] {FEW, MORE}) {
            if (!digits.text(kind, a).equals(digits.text(kind, b))) {
                return digits;
            }
        }
        return ALL;
    }

    Digits or(Digits other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
