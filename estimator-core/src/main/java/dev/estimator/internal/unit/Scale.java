package dev.estimator.internal.unit;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One unit of a scale: {@code canonical = amount × factor ÷ divisor}.
 *
 * <p>Two numbers, because a rate per day has no exact factor but an exact divisor.
 *
 * @param symbol as it is written after the number
 * @param factor the canonical units in one unit
 * @param divisor what the factor is divided by
 */
public record Scale(String symbol, double factor, double divisor) implements Serializable {
    public static Scale of(String symbol, double factor) {
        return new Scale(symbol, factor, 1);
    }

    public static Scale per(String symbol, double divisor) {
        return new Scale(symbol, 1, divisor);
    }

    /** {@code base}, then each prefix in turn, {@code step} times larger. */
    public static List<Scale> prefixed(double step, String base, String... prefixes) {
        return IntStream.rangeClosed(0, prefixes.length)
                .mapToObj(i -> of((i == 0 ? "" : prefixes[i - 1]) + base, power(step, i)))
                .toList();
    }

    private static double power(double step, int exponent) {
        // Through decimal, so that 1000³⁺ is the double nearest to the true power.
        return new BigDecimal(step).pow(exponent).doubleValue();
    }

    public double toCanonical(double amount) {
        return amount * factor / divisor;
    }

    public double fromCanonical(double value) {
        double amount = value * divisor / factor;
        return amount < Double.POSITIVE_INFINITY ? amount : value / factor * divisor;
    }
}
