package dev.estimator.scaling;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * A coefficient that was fitted to measurements.
 *
 * @param name what it is
 * @param estimate its best value
 * @param standardError the standard deviation of the estimate; 0 if it is held at a bound
 * @param low the lower end of its 95 % confidence interval, which may be below zero
 * @param high the upper end
 */
public record Coefficient(String name, double estimate, double standardError, double low, double high) {
    private static final MathContext FOUR_DIGITS = new MathContext(4);
    private static final double SMALLEST_PLAIN = 1e-3;

    /**
     * Checks that all is there.
     *
     * @param name what it is
     * @param estimate its best value
     * @param standardError the standard deviation of the estimate; 0 if it is held at zero
     * @param low the lower end of its 95 % confidence interval, which may be below zero
     * @param high the upper end
     */
    public Coefficient {
        requireNonNull(name, "name");
    }

    /**
     * Returns whether zero is in the interval, so that the measurements do not tell whether there is any.
     *
     * @return whether {@code low ≤ 0}
     */
    public boolean isMaybeZero() {
        return low <= 0;
    }

    /** Returns the coefficient with its error, as in 'contention 0.02672 ± 0.00199 (95%: 0.02264 … 0.03079)'. */
    @Override
    public String toString() {
        return name + " " + text(estimate) + " ± " + text(standardError) + " (95%: " + text(low) + " … " + text(high)
                + ")";
    }

    static String text(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).round(FOUR_DIGITS).stripTrailingZeros();
        return Math.abs(value) >= SMALLEST_PLAIN
                ? rounded.toPlainString()
                : rounded.toString().replace("E", "e");
    }
}
