package dev.estimator.internal.numeric;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/** Writes a number with as few digits as lead back to it, the same on every JDK, for programs to read. */
public final class ShortestDecimal {
    /** Every decimal of so many digits leads to a number of its own. */
    private static final int ALWAYS = 15;

    /** So many digits tell all numbers apart. */
    private static final int ENOUGH = 17;

    /** A number from here on is written with an exponent, as programs of JavaScript do. */
    private static final int LONGEST = 21;

    private static final List<RoundingMode> WAYS =
            List.of(RoundingMode.HALF_EVEN, RoundingMode.FLOOR, RoundingMode.CEILING);

    private ShortestDecimal() {}

    /** The decimal, whose text has no exponent from 0.000001 up to 21 digits: '1825', '0.1', '1E+22'. */
    public static BigDecimal of(double finite) {
        BigDecimal exact = new BigDecimal(finite);
        for (int digits = ALWAYS; digits < ENOUGH; digits++) {
            for (RoundingMode way : WAYS) {
                BigDecimal rounded = exact.round(new MathContext(digits, way));
                if (rounded.doubleValue() == finite) {
                    return plain(rounded);
                }
            }
        }
        return plain(exact.round(new MathContext(ENOUGH, RoundingMode.HALF_EVEN)));
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        boolean isShort = stripped.precision() - stripped.scale() <= LONGEST;
        return stripped.scale() < 0 && isShort ? stripped.setScale(0) : stripped;
    }
}
