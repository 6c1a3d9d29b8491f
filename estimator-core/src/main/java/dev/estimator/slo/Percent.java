package dev.estimator.slo;

import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import java.math.BigDecimal;
import java.math.MathContext;

/** Ratios in the words of shares, for those that may be above 100 %; only what is 100 % is called so. */
final class Percent {
    private static final int DIGITS = 3;
    private static final int MOST_DIGITS = 12;

    private Percent() {}

    static String of(Ratio ratio) {
        return ratio.value() <= 1 ? Share.of(ratio.value()).toString() : above(ratio.value()) + "%";
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
