package dev.estimator.internal.text;

import dev.estimator.internal.unit.Dimension;
import dev.estimator.internal.unit.Kind;
import dev.estimator.internal.unit.Scale;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Money and prices: '$1.2k', '1.2k CHF', '$0.02/GB'. */
final class MoneyText {
    /** The signs that mean one currency only, but for the dollar, which means the American one. */
    static final Map<String, String> SIGNS = Map.of("USD", "$", "EUR", "€", "GBP", "£");

    private static final Scale HOUR = Scale.of("/h", 3600);
    private static final Scale MONTH = Scale.of("/month", 2_628_000);
    private static final List<Scale> PER_SIZE =
            List.of(Scale.of("/GB", 1e9), Scale.of("/TB", 1e12), Scale.of("/PB", 1e15));
    private static final List<Scale> PER_THING =
            List.of(Scale.of(" each", 1), Scale.of("/1k", 1e3), Scale.of("/1M", 1e6), Scale.of("/1B", 1e9));
    private static final double SMALLEST_COIN = 0.01;

    private MoneyText() {}

    static String money(Kind kind, double value, Precision precision) {
        String amount = QuantityWriter.attached(value, precision);
        String code = Objects.requireNonNull(kind.label());
        String sign = SIGNS.get(code);
        return sign == null ? amount + " " + code : sign + amount;
    }

    static String price(Kind kind, double value, Precision precision) {
        if (kind.dimension() == Dimension.TIME_PRICE) {
            return per(MONTH, kind, value, precision) + " (" + per(HOUR, kind, value, precision) + ")";
        }
        List<Scale> units = kind.dimension() == Dimension.DATA_PRICE ? PER_SIZE : PER_THING;
        Scale unit = units.stream()
                .filter(u -> value == 0 || value * u.factor() >= SMALLEST_COIN)
                .findFirst()
                .orElse(units.get(units.size() - 1));
        return per(unit, kind, value, precision);
    }

    private static String per(Scale unit, Kind kind, double value, Precision precision) {
        double amount = value * unit.factor();
        return Double.isInfinite(amount)
                ? QuantityWriter.exact(kind, value)
                : money(kind, amount, precision) + unit.symbol();
    }
}
