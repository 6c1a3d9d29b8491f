package dev.estimator.internal.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** How many digits people see. Only paper is rounded; no value is. */
public abstract class Precision {
    private static final double HUNDRED = 100;

    /**
     * Two significant digits, three from 100 on: 3.5, 46, 125. What rounds to 100 is 100 and not 99.5, which would be
     * 99 if it were a trifle less, as the end of a range is that is read again.
     */
    public static final Precision SUMMARY = new Precision(2) {
        @Override
        BigDecimal round(double amount) {
            return significant(amount, amount < HUNDRED ? 2 : 3);
        }
    };

    /** As {@link #SUMMARY} of the amount in thousands or more, for one that keeps a smaller unit: 2,800 as 2.8k. */
    static final Precision ENDS = new Precision(2) {
        @Override
        BigDecimal round(double amount) {
            int thousands = 0;
            double rest = amount;
            while (rest >= 1000 && rest < Double.POSITIVE_INFINITY) {
                rest /= 1000;
                thousands++;
            }
            return SUMMARY.round(rest).movePointRight(3 * thousands);
        }
    };

    /** Three significant digits: factors, shares and money. */
    public static final Precision CLOSER = of(3);

    /** Three significant digits, but whole from 100 on: amounts in a unit that the author chose. */
    static final Precision IN_UNIT = new Precision(3) {
        @Override
        BigDecimal round(double amount) {
            return amount < HUNDRED
                    ? CLOSER.round(amount)
                    : Numerals.decimal(amount).setScale(0, RoundingMode.HALF_UP);
        }
    };

    /** Four significant digits; whole numbers that are short are shown whole: 86,400. */
    public static final Precision DERIVATION = new Precision(4) {
        @Override
        BigDecimal round(double amount) {
            return amount < 100_000 && amount == Math.rint(amount) ? Numerals.decimal(amount) : significant(amount, 4);
        }
    };

    private final int digits;

    private Precision(int digits) {
        this.digits = digits;
    }

    /** As many significant digits as the author chose. */
    static Precision of(int digits) {
        return new Precision(digits) {
            @Override
            BigDecimal round(double amount) {
                return significant(amount, digits);
            }
        };
    }

    /** As {@link #of}, with the zeros that digits after the point may end in: 4.50. */
    static Precision padded(int digits) {
        return new Precision(digits) {
            @Override
            BigDecimal round(double amount) {
                return keeping(amount, digits);
            }

            @Override
            BigDecimal keeping(double amount, int kept) {
                BigDecimal rounded = significant(amount, kept);
                int scale = kept - rounded.precision() + rounded.scale();
                return rounded.signum() == 0 ? rounded : rounded.setScale(Math.max(scale, 0));
            }
        };
    }

    /** The amount as it will be shown, without zeros at its end unless they were asked for. */
    abstract BigDecimal round(double amount);

    /** As {@link #round} of another number of digits. */
    BigDecimal keeping(double amount, int kept) {
        return significant(amount, kept);
    }

    int digits() {
        return digits;
    }

    static BigDecimal significant(double amount, int digits) {
        return BigDecimal.valueOf(amount)
                .round(new MathContext(digits, RoundingMode.HALF_UP))
                .stripTrailingZeros();
    }
}
