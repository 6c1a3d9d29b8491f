package dev.estimator.sharding;

import dev.estimator.quantity.Ratio;
import java.math.BigDecimal;
import java.math.MathContext;

/** Multiples of the mean load, which are more than '×1' also where they are near it. */
final class Multiple {
    private static final double NEAR = 0.01;
    private static final MathContext TWO_DIGITS = new MathContext(2);

    private Multiple() {}

    /** The multiple with at least two digits of what it is above or below one: '×1.0018'. */
    static String of(Ratio ratio) {
        double excess = ratio.value() - 1;
        if (ratio.isUncertain() || excess == 0 || Math.abs(excess) >= NEAR) {
            return ratio.toString();
        }
        BigDecimal digits = new BigDecimal(excess).round(TWO_DIGITS).add(BigDecimal.ONE);
        return "×" + digits.stripTrailingZeros().toPlainString();
    }
}
