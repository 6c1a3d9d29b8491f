package dev.estimator.reference;

import java.math.BigDecimal;

/** How figures of the catalogue are written: with all their digits. */
final class FigureText {
    private FigureText() {}

    static String of(double value) {
        String plain =
                new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        return whole.replaceAll("(?<=\\d)(?=(\\d{3})+$)", ",") + (point < 0 ? "" : plain.substring(point));
    }
}
