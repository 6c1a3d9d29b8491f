package dev.estimator.internal.unit;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

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
    /** The largest power of ten that is a double; powers of 1,000 and of 1,024 up to it are exact. */
    private static final double EXACT = 1e22;

    public static Scale of(String symbol, double factor) {
        return new Scale(symbol, factor, 1);
    }

    public static Scale per(String symbol, double divisor) {
        return new Scale(symbol, 1, divisor);
    }

    /** {@code base}, then each prefix in turn, {@code step} times larger. */
    public static List<Scale> prefixed(double step, String base, String... prefixes) {
        return prefixed(step, 1, 1, base, prefixes);
    }

    /**
     * The same, each of so many canonical units and divided. The first estimate of a program waits for this: a stream
     * here would take 15 ms of it.
     */
    static List<Scale> prefixed(double step, double factor, double divisor, String base, String... prefixes) {
        List<Scale> scales = new ArrayList<>();
        scales.add(new Scale(base, factor, divisor));
        for (String prefix : prefixes) {
            scales.add(new Scale(prefix + base, factor * power(step, scales.size()), divisor));
        }
        return List.copyOf(scales);
    }

    private static double power(double step, int exponent) {
        double power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= step;
        }
        // Beyond, a product may not be the double nearest to the true power, which decimals find, but slowly.
        return power <= EXACT ? power : new BigDecimal(step).pow(exponent).doubleValue();
    }

    public double toCanonical(double amount) {
        return amount * factor / divisor;
    }

    public double fromCanonical(double value) {
        double amount = value * divisor / factor;
        return amount < Double.POSITIVE_INFINITY ? amount : value / factor * divisor;
    }
}
