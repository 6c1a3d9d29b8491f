package dev.estimator.internal.numeric;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Rounding that is not fooled by the last bits of a quotient. */
public final class Rounding {
    /** How far a quotient may be from a whole number and still count as that number. */
    private static final double FORGIVEN = 1e-12;

    private Rounding() {}

    /** The least whole number not below x; 120.00000000000001 is 120. */
    public static double ceil(double x) {
        double whole = Math.rint(x);
        return isMeant(x, whole) ? whole : Math.ceil(x);
    }

    /** The greatest whole number not above x; 99.99999999999999 is 100. */
    public static double floor(double x) {
        double whole = Math.rint(x);
        return isMeant(x, whole) ? whole : Math.floor(x);
    }

    /** The difference; zero where it falls below zero by binary noise alone, as 3 % − 1 % − 2 % may. */
    public static double difference(double a, double b) {
        double difference = a - b;
        return difference < 0 && -difference <= FORGIVEN * a ? 0 : difference;
    }

    /** A part of a whole, at most 1: 33 % + 56 % + 11 % is a little more than 1 in binary, and is rounded to 1. */
    public static double part(double x) {
        return x > 1 && x <= 1 + FORGIVEN ? 1 : x;
    }

    /** Rounds in decimal, as on paper; noise beyond the fifteenth digit does not push a number up or down. */
    public static double significant(double x, int digits, RoundingMode mode) {
        if (x == Double.POSITIVE_INFINITY) {
            return x;
        }
        BigDecimal meant = BigDecimal.valueOf(x).round(new MathContext(15, RoundingMode.HALF_EVEN));
        return meant.round(new MathContext(digits, mode)).doubleValue();
    }

    private static boolean isMeant(double x, double whole) {
        return Math.abs(x - whole) <= FORGIVEN * Math.abs(x);
    }
}
