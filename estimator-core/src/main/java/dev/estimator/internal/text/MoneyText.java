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
    private static final List<Scale> PER_SIZE_KEPT = PER_SIZE.stream()
            .map(size -> Scale.of(size.symbol() + "-month", size.factor() * MONTH.factor()))
            .toList();
    private static final List<Scale> PER_THING =
            List.of(Scale.of(" each", 1), Scale.of("/1k", 1e3), Scale.of("/1M", 1e6), Scale.of("/1bn", 1e9));
    private static final double SMALLEST_COIN = 0.01;

    private MoneyText() {}

    static String money(Kind kind, double value, Precision precision) {
        String amount = QuantityWriter.attached(value, precision);
        String code = Objects.requireNonNull(kind.label());
        String sign = SIGNS.get(code);
        return sign == null ? amount + " " + code : sign + amount;
    }

    static String price(Kind kind, double value, Precision precision) {
        return switch (kind.dimension()) {
            case SPENDING -> monthly(kind, value, precision, "");
            case COUNT_RENT -> monthly(kind, value, precision, " each");
            case DATA_RENT -> readable(PER_SIZE_KEPT, kind, value, precision);
            case DATA_PRICE -> readable(PER_SIZE, kind, value, precision);
            default -> readable(PER_THING, kind, value, precision);
        };
    }

    static boolean isPrice(Kind kind) {
        return kind.dimension() == Dimension.DATA_PRICE || kind.dimension() == Dimension.COUNT_PRICE;
    }

    /** A price on the scale that another is written on. */
    static String priceAs(String other, Kind kind, double value) {
        List<Scale> units = kind.dimension() == Dimension.DATA_PRICE ? PER_SIZE : PER_THING;
        return units.stream()
                .filter(unit -> other.endsWith(unit.symbol()))
                .findFirst()
                .map(unit -> per(unit, kind, value, Precision.CLOSER, ""))
                .orElseGet(() -> price(kind, value, Precision.CLOSER));
    }

    private static String monthly(Kind kind, double value, Precision precision, String each) {
        return per(MONTH, kind, value, precision, each) + " (" + per(HOUR, kind, value, precision, each) + ")";
    }

    private static String readable(List<Scale> units, Kind kind, double value, Precision precision) {
        Scale unit = units.stream()
                .filter(u -> value == 0 || value * u.factor() >= SMALLEST_COIN)
                .findFirst()
                .orElse(units.get(units.size() - 1));
        return per(unit, kind, value, precision, "");
    }

    private static String per(Scale unit, Kind kind, double value, Precision precision, String each) {
        double amount = value * unit.factor();
        return Double.isInfinite(amount)
                ? QuantityWriter.exact(kind, value)
                : money(kind, amount, precision) + unit.symbol() + each;
    }
}
