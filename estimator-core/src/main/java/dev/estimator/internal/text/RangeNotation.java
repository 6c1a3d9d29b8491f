package dev.estimator.internal.text;

import static dev.estimator.internal.text.Precision.DERIVATION;

import dev.estimator.internal.unit.Dimension;
import dev.estimator.internal.unit.Kind;
import dev.estimator.internal.unit.Scale;
import java.math.BigDecimal;

/** A way in which a value and the ends of its range are written beside each other. */
interface RangeNotation {
    String of(double amount, Precision precision);

    /**
     * All in one unit, and with an exponent or without as the value is: '×7.02e-4 (×3.66e-4 … ×1.32e-3)'. What comes to
     * a thousand of a multiple is one of the next: '969k (900k … 1M)'.
     */
    record InUnit(Kind kind, Scale unit, double value, Scale ofThousand) implements RangeNotation {
        @Override
        public String of(double amount, Precision precision) {
            if (amount == Double.POSITIVE_INFINITY) {
                return QuantityWriter.BEYOND;
            }
            boolean isThousand = rounded(kind, unit, amount, precision).compareTo(Numerals.THOUSAND) == 0;
            Scale shown = isThousand ? ofThousand : unit;
            return QuantityWriter.inSameUnit(rounded(kind, shown, amount, precision), middle(precision), shown, kind);
        }

        private BigDecimal middle(Precision precision) {
            return rounded(kind, unit, value, precision);
        }
    }

    /** Each as it would be alone. */
    interface OneByOne extends RangeNotation {}

    /** Whole numbers, in thousands only if all three may be. */
    static OneByOne whole(Kind kind, double low, double value, double high) {
        return new Whole(kind, mayBeInThousands(low) && mayBeInThousands(value) && mayBeInThousands(high));
    }

    private static boolean mayBeInThousands(double amount) {
        return amount == 0 || Numerals.whole(amount).endsWith("k");
    }

    /** Whole numbers, all in thousands or none. */
    record Whole(Kind kind, boolean areInThousands) implements OneByOne {
        @Override
        public String of(double amount, Precision precision) {
            String number =
                    areInThousands ? Numerals.whole(amount) : Numerals.grouped(Numerals.decimal(Math.rint(amount)));
            return kind.dimension() == Dimension.RATIO ? "×" + number : QuantityWriter.counted(number, kind);
        }
    }

    /** On the scale that suits each; what was typed with up to so many digits has them. */
    record Apart(Kind kind, int mostTyped) implements OneByOne {
        @Override
        public String of(double amount, Precision precision) {
            if (amount == Double.POSITIVE_INFINITY) {
                return QuantityWriter.BEYOND;
            }
            boolean isAssumed = mostTyped > DERIVATION.digits();
            boolean mayBeTyped = isAssumed || (mostTyped > 0 && kind.dimension() != Dimension.AVAILABILITY);
            String all = mayBeTyped ? bare(amount, isAssumed ? Precision.of(mostTyped) : DERIVATION) : "";
            boolean isExact = mayBeTyped && Math.abs(BoundText.read(kind, all) - amount) <= RangeWriter.NOISE * amount;
            return isExact ? all : bare(amount, precision);
        }

        private String bare(double amount, Precision precision) {
            return QuantityWriter.unremarked(QuantityWriter.in(kind, amount, precision));
        }
    }

    /** The amount of a unit as it will be shown. */
    static BigDecimal rounded(Kind kind, Scale unit, double value, Precision precision) {
        double amount = Math.min(unit.fromCanonical(value), Double.MAX_VALUE);
        boolean isPrice = MoneyText.isPrice(kind);
        return isPrice || kind.dimension() == Dimension.MONEY
                ? MoneyText.rounded(kind, isPrice ? MoneyText.ONES : unit, amount, precision)
                : precision.round(amount);
    }

    /** A value and its ends, whose unit is not repeated. */
    static String joined(Kind kind, String middle, String start, String end) {
        String from = start;
        String to = end;
        int space = middle.indexOf(' ');
        boolean isRate = kind.dimension() == Dimension.RATE;
        int slash = isRate || MoneyText.isPrice(kind) ? middle.indexOf('/') : -1;
        boolean isPercent = kind.dimension() == Dimension.RATIO && middle.endsWith("%");
        int ofWord = space >= 0 && (isRate || slash < 0 || space < slash) ? space : slash;
        int unit = isPercent ? middle.length() - 1 : ofWord;
        String shared = unit < 0 ? "" : middle.substring(unit);
        if (kind.dimension() == Dimension.COUNT && kind.label() != null && !kind.hasPrefixes()) {
            shared = " " + kind.label();
            from = asOfMany(from, shared);
            to = asOfMany(to, shared);
        }
        boolean isShared = from.endsWith(shared) && to.endsWith(shared);
        int length = isShared ? shared.length() : 0;
        return middle + " (" + from.substring(0, from.length() - length) + " … " + to.substring(0, to.length() - length)
                + ")";
    }

    /** '1 partitions' of '1 partition', whose noun is that of the other end. */
    private static String asOfMany(String end, String noun) {
        return end.startsWith("1 ") ? "1" + noun : end;
    }
}
