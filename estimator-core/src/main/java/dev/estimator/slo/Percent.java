package dev.estimator.slo;

import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import java.math.BigDecimal;
import java.math.MathContext;

/** Ratios in the words of shares, for those that may be above 100 %. */
final class Percent {
    private static final MathContext THREE_DIGITS = new MathContext(3);

    private Percent() {}

    static String of(Ratio ratio) {
        return ratio.value() <= 1
                ? Share.of(ratio.value()).toString()
                : BigDecimal.valueOf(100)
                                .multiply(BigDecimal.valueOf(ratio.value()), THREE_DIGITS)
                                .toPlainString() + "%";
    }
}
