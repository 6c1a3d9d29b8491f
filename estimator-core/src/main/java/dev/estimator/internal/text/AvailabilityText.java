package dev.estimator.internal.text;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Shares and availabilities: near 100 % the digits that matter are those of the complement. A share below 1e-14 is as
 * good as none: it is written 'below 1e-12%', which nothing reads back, for it is no number.
 */
final class AvailabilityText {
    private static final int MOST_DIGITS = 6;

    /** So many nines less break a promise, some 0.5% more time down; others add less to a service of three nines. */
    private static final BigDecimal BROKEN = new BigDecimal("0.002");

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
        return percent(unavailability, Precision.SUMMARY) + nines(unavailability);
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

    /**
     * Rounded, with more decimals where it would be a whole number that is not reached, which people promise: what is
     * down 28 s a month has 4.97 nines and no five.
     */
    private static BigDecimal ninesOf(double unavailability, int decimals) {
        BigDecimal exact = BigDecimal.valueOf(-Math.log10(unavailability));
        BigDecimal nines = exact.setScale(decimals, RoundingMode.HALF_UP).stripTrailingZeros();
        BigDecimal most = exact.setScale(BROKEN.scale(), RoundingMode.HALF_UP).add(BROKEN); // as when it is read again
        boolean isPromised = nines.scale() <= 0 && nines.compareTo(most) > 0;
        return isPromised ? ninesOf(unavailability, decimals + 1) : nines;
    }

    /** Rounded; of an answer with so many digits that its nines are those of the percentage that is shown. */
    private static BigDecimal rest(double unavailability, Precision precision) {
        BigDecimal usual = precision.keeping(unavailability, precision.digits());
        if (precision != Precision.SUMMARY || unavailability == 0 || usual.doubleValue() > 0.1) {
            return usual;
        }
        BigDecimal shown = usual;
        for (int more = precision.digits() + 1; !isOfNines(shown, unavailability) && more <= MOST_DIGITS; more++) {
            shown = precision.keeping(unavailability, more);
        }
        return shown;
    }

    private static boolean isOfNines(BigDecimal shown, double unavailability) {
        return ninesOf(shown.doubleValue(), 1).compareTo(ninesOf(unavailability, 1)) == 0;
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
