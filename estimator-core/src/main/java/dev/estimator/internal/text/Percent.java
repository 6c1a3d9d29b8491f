package dev.estimator.internal.text;

import dev.estimator.internal.unit.Kind;
import java.math.BigDecimal;
import java.math.MathContext;

/** Ratios in the words of shares, for those that may be above 100 %; only what is 100 % is called so. */
public final class Percent {
    private static final int DIGITS = 3;
    private static final int MOST_DIGITS = 12;

    /** Of a number that was calculated. */
    private static final double NOISE = 1e-12;

    private Percent() {}

    /** '83.3%', '1440%'. */
    public static String of(double ratio) {
        double settled = Math.abs(ratio - 1) < NOISE ? 1 : ratio;
        return settled <= 1 ? QuantityWriter.summary(Kind.SHARE, settled) : above(ratio) + "%";
    }

    /** With its range: '69.3% (40% … 120%)'. */
    public static String of(double ratio, double low, double high) {
        return of(ratio) + " (" + of(low) + " … " + of(high) + ")";
    }

    private static String above(double ratio) {
        BigDecimal percent = BigDecimal.valueOf(100).multiply(BigDecimal.valueOf(ratio));
        int digits = DIGITS;
        while (digits < MOST_DIGITS && isHundred(percent.round(new MathContext(digits)))) {
            digits++;
        }
        return percent.round(new MathContext(digits)).toPlainString();
    }

    private static boolean isHundred(BigDecimal percent) {
        return percent.compareTo(BigDecimal.valueOf(100)) == 0;
    }
}
