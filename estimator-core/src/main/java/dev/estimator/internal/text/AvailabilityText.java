package dev.estimator.internal.text;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * Shares and availabilities: near 100 % the digits that matter are those of the complement. A share below 1e-14 is as
 * good as none: it is written 'below 1e-12%', which nothing reads back, for it is no number.
 */
final class AvailabilityText {
    private static final double NOISE = 1e-9;
    private static final int MOST_DIGITS = 6;

    /** So much more of an unavailability breaks a promise; less is what others add to a service of three nines. */
    private static final double BROKEN = 0.005;

    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal HUNDREDTH = new BigDecimal("0.01");
    /** Beyond twelve nines a percentage is a row of nines that nobody can count. */
    static final double LEAST_SHARE = 1e-14;

    /** So many nines can be told apart at a glance. */
    private static final BigDecimal COUNTED = BigDecimal.valueOf(7);

    private static final BigDecimal SMALLEST_AS_PERCENT = new BigDecimal("1e-12");

    private AvailabilityText() {}

    /** '95%'; above 99 % with as many digits as tell it from 100 %. */
    static String share(double share, Precision precision) {
        if (share > 0 && share < LEAST_SHARE) {
            return "below 1e-12%";
        }
        BigDecimal exact = BigDecimal.valueOf(share);
        BigDecimal rest = BigDecimal.ONE.subtract(exact);
        boolean nearOne = rest.signum() > 0 && rest.compareTo(HUNDREDTH) < 0;
        BigDecimal shown = rest.signum() == 0
                ? exact
                : nearOne
                        ? BigDecimal.ONE.subtract(precision.keeping(rest.doubleValue(), precision.digits() - 1))
                        : precision.keeping(share, precision.digits());
        return QuantityWriter.percentage(shown.movePointRight(2));
    }

    /** '99.95% (3.3 nines)'. */
    static String withNines(double unavailability) {
        return percent(unavailability, Precision.SUMMARY)
                + nines(rest(unavailability, Precision.SUMMARY).doubleValue());
    }

    /** ' (3.3 nines)'; nothing below one. */
    static String nines(double unavailability) {
        if (unavailability == 0 || unavailability > 0.1) {
            return "";
        }
        // with a decimal however many there are: 10.6 nines are not 11
        String count = Numerals.plain(ninesOf(unavailability, 1));
        return " (" + count + (count.equals("1") ? " nine)" : " nines)");
    }

    /** Whether there are more nines than people count in a percentage. */
    static boolean isOfManyNines(double unavailability) {
        return unavailability > 0 && ninesOf(unavailability, 2).compareTo(COUNTED) > 0;
    }

    /** An end of a range that is counted in nines, '10.6 nines'; what has no nine, or nothing else, is a percentage. */
    static String inNines(double unavailability, Precision precision) {
        double rounded = precision.keeping(unavailability, precision.digits()).doubleValue();
        if (unavailability == 0 || rounded > 0.1) {
            return percent(unavailability, precision);
        }
        BigDecimal counted = precision == Precision.ENDS || precision == Precision.SUMMARY
                ? ninesOf(unavailability, 2)
                : precision.round(-Math.log10(unavailability));
        BigDecimal nines = counted.max(BigDecimal.ONE);
        return Numerals.plain(nines) + (nines.compareTo(BigDecimal.ONE) == 0 ? " nine" : " nines");
    }

    /** Rounded, but never up to a whole number, which people promise: what is down 28 s a month has no five nines. */
    private static BigDecimal ninesOf(double unavailability, int decimals) {
        double exact = -Math.log10(unavailability);
        BigDecimal nines = BigDecimal.valueOf(exact)
                .setScale(decimals, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        boolean isPromised = nines.scale() <= 0 && nines.doubleValue() > exact + NOISE;
        return isPromised ? nines.subtract(BigDecimal.ONE.movePointLeft(decimals)) : nines;
    }

    /**
     * Rounded; of an answer with more digits where it would be the rest of a promise that is not kept, 99.897% and not
     * 99.9%, and with so many that it needs them when it is read again.
     */
    private static BigDecimal rest(double unavailability, Precision precision) {
        BigDecimal usual = precision.keeping(unavailability, precision.digits());
        boolean isPromised = precision == Precision.SUMMARY
                && usual.unscaledValue().equals(BigInteger.ONE)
                && usual.doubleValue() < unavailability * (1 - BROKEN);
        for (int digits = 3; isPromised && digits <= MOST_DIGITS; digits++) {
            BigDecimal closer = precision.keeping(unavailability, digits);
            if (precision.keeping(closer.doubleValue(), 2).compareTo(usual) == 0) {
                return closer;
            }
        }
        return usual;
    }

    /** '99.95%', or '1 − 1e-24' where a percentage would be a row of nines. */
    static String percent(double unavailability, Precision precision) {
        BigDecimal rounded = rest(unavailability, precision);
        if (rounded.signum() > 0 && rounded.compareTo(SMALLEST_AS_PERCENT) < 0) {
            return "1 − " + Numerals.write(rounded);
        }
        BigDecimal exact = BigDecimal.valueOf(unavailability);
        BigDecimal availability = exact.compareTo(HALF) > 0
                ? precision.keeping(BigDecimal.ONE.subtract(exact).doubleValue(), precision.digits())
                : BigDecimal.ONE.subtract(rounded);
        return Numerals.plain(availability.movePointRight(2)) + "%";
    }
}
