package dev.estimator.internal.text;

import dev.estimator.internal.unit.Dimension;
import dev.estimator.internal.unit.Kind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** How many digits people see. Only paper is rounded; no value is. */
public final class Precision {
    private static final double HUNDRED = 100;
    private static final double THOUSAND = 1000;

    /** A number that has a power of ten is not whole. */
    static final double LEAST_OF_POWERS = 1e18;

    private static final double LEAST_UNKNOWN = 0x1p53;
    private static final double LONGEST = 1e24;
    private static final double BY_CHANCE = 0x1p8;

    private static final int FEW = 3;

    /** Digits that a calculation of some steps leaves right. */
    private static final int SURE = 14;

    /**
     * Two significant digits, three from 100 on: 3.5, 46, 125. What rounds to 100 is 100 and not 99.5, which would be
     * 99 if it were a trifle less, as the end of a range is that is read again.
     */
    public static final Precision SUMMARY = of(2);

    /** As {@link #SUMMARY} of the amount in thousands or more, for one that keeps a smaller unit: 2,800 as 2.8k. */
    static final Precision ENDS = of(2);

    /** Three significant digits: factors, shares and money. */
    public static final Precision CLOSER = of(3);

    /** Three significant digits, but whole from 100 on: amounts in a unit that the author chose. */
    static final Precision IN_UNIT = of(3);

    /** Four significant digits; whole numbers that are short are shown whole: 86,400. */
    public static final Precision DERIVATION = of(4);

    private final int digits;
    private final boolean isPadded;

    private Precision(int digits, boolean isPadded) {
        this.digits = digits;
        this.isPadded = isPadded;
    }

    /** As many significant digits as the author chose. */
    static Precision of(int digits) {
        return new Precision(digits, false);
    }

    /** As {@link #of}, with the zeros that digits after the point may end in: 4.50. */
    static Precision padded(int digits) {
        return new Precision(digits, true);
    }

    /** Of the ends of a range that nobody typed. */
    static Precision ofEnds(Kind kind) {
        if (kind.isUtilization()) {
            return SUMMARY;
        }
        Dimension dimension = kind.dimension();
        boolean isCloser = dimension == Dimension.RATIO
                || dimension == Dimension.SHARE
                || dimension == Dimension.MONEY
                || MoneyText.isPrice(kind);
        return isCloser ? CLOSER : ENDS;
    }

    /** The amount as it will be shown, without zeros at its end unless they were asked for. */
    BigDecimal round(double amount) {
        if (this == SUMMARY) {
            return significant(amount, amount < HUNDRED ? 2 : 3);
        }
        if (this == ENDS) {
            return inThousands(amount);
        }
        if (this == IN_UNIT && amount >= HUNDRED && areAllKnown(amount)) {
            BigDecimal known = amount < LEAST_UNKNOWN ? Numerals.decimal(amount) : new BigDecimal(amount);
            return known.setScale(0, RoundingMode.HALF_UP);
        }
        boolean isShort = this == DERIVATION && amount < 100_000 && amount == Math.rint(amount);
        return isShort ? Numerals.decimal(amount) : keeping(amount, digits);
    }

    /**
     * Whether all digits before the point are known. From 2⁵³ on not every whole number is a double: one that ends in
     * eight binary zeros, as 2⁶⁰ and 62⁹ do, is one by more than chance; any other was rounded.
     */
    private static boolean areAllKnown(double amount) {
        return amount < LEAST_UNKNOWN || (amount < LONGEST && amount % (BY_CHANCE * Math.ulp(amount)) == 0);
    }

    private static BigDecimal inThousands(double amount) {
        int thousands = 0;
        double rest = amount;
        while (rest >= THOUSAND && rest < Double.POSITIVE_INFINITY) {
            rest /= THOUSAND;
            thousands++;
        }
        return SUMMARY.round(rest).movePointRight(3 * thousands);
    }

    /** As {@link #round} of another number of digits. */
    BigDecimal keeping(double amount, int kept) {
        BigDecimal rounded = significant(amount, kept);
        int scale = kept - rounded.precision() + rounded.scale();
        return !isPadded || rounded.signum() == 0 ? rounded : rounded.setScale(Math.max(scale, 0));
    }

    /** Without zeros at its end, unless they were asked for. */
    BigDecimal ending(BigDecimal amount) {
        return isPadded ? amount : amount.stripTrailingZeros();
    }

    int digits() {
        return digits;
    }

    /**
     * What is half but for the error of binary numbers is half: 48.74999999999999 is 48.8. Of four digits and more it
     * is left, as people type as many, and an end that is half would look like another.
     */
    static BigDecimal significant(double amount, int digits) {
        return BigDecimal.valueOf(amount)
                .round(new MathContext(digits <= FEW ? SURE : 0, RoundingMode.HALF_UP))
                .round(new MathContext(digits, RoundingMode.HALF_UP))
                .stripTrailingZeros();
    }
}
