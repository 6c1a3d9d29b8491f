package dev.estimator.quantity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;

/** The double nearest to what is written as a decimal number, a product or a quotient: '3.5*1024', '1.5e6/86400'. */
final class Exact {
    private static final MathContext DIGITS = new MathContext(100);

    private Exact() {}

    static double of(String written) {
        String[] parts = written.strip().split("/", 2);
        BigDecimal product = product(parts[0]);
        return (parts.length == 1 ? product : product.divide(product(parts[1]), DIGITS)).doubleValue();
    }

    private static BigDecimal product(String written) {
        return Arrays.stream(written.split("\\*")).map(BigDecimal::new).reduce(BigDecimal.ONE, BigDecimal::multiply);
    }
}
