package dev.estimator.sharding;

import dev.estimator.quantity.Ratio;
import java.math.BigDecimal;
import java.math.MathContext;

/** Writes multiples of the mean load so that those near 1 do not read '×1'. */
final class Multiple {
    private static final double NEAR = 0.01;
    private static final MathContext TWO_DIGITS = new MathContext(2);

    private Multiple() {}

    /** The multiple, with at least two digits of its difference from one: '×1.0018'. */
    static String of(Ratio ratio) {
        double excess = ratio.value() - 1;
        if (ratio.isUncertain() || excess == 0 || Math.abs(excess) >= NEAR) {
            return ratio.toString();
        }
        BigDecimal digits = new BigDecimal(excess).round(TWO_DIGITS).add(BigDecimal.ONE);
        return "×" + digits.stripTrailingZeros().toPlainString();
    }
}
