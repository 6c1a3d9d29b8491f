package dev.estimator.quantity;

import dev.estimator.internal.text.QuantityWriter;
import dev.estimator.internal.unit.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** A time in days, hours, minutes and seconds. */
final class ClockText {
    private static final BigDecimal HOUR = BigDecimal.valueOf(3600);
    private static final BigDecimal MINUTE = BigDecimal.valueOf(60);
    private static final BigDecimal DAY = BigDecimal.valueOf(86_400);

    private ClockText() {}

    static String of(double seconds) {
        if (seconds < 1) {
            return QuantityWriter.summary(Kind.TIME, seconds);
        }
        BigDecimal exact = BigDecimal.valueOf(seconds);
        BigDecimal rounded = exact.setScale(exact.compareTo(HOUR) < 0 ? 1 : 0, RoundingMode.HALF_UP);
        var text = new StringBuilder();
        BigDecimal rest = append(text, rounded, DAY, " d ");
        rest = append(text, rest, HOUR, " h ");
        rest = append(text, rest, MINUTE, " min ");
        if (rest.signum() > 0 || text.isEmpty()) {
            text.append(rest.signum() == 0 ? "0" : rest.stripTrailingZeros().toPlainString())
                    .append(" s");
        }
        return text.toString().strip();
    }

    private static BigDecimal append(StringBuilder text, BigDecimal rest, BigDecimal unit, String symbol) {
        BigDecimal[] parts = rest.divideAndRemainder(unit);
        if (parts[0].signum() > 0) {
            text.append(parts[0].toBigInteger()).append(symbol);
        }
        return parts[1];
    }
}
