package dev.estimator.report;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.text.ChosenText;
import dev.estimator.internal.text.QuantityWriter;
import dev.estimator.internal.text.UnitOfText;
import dev.estimator.internal.unit.Kind;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A quantity as plain data.
 *
 * @param type its type, such as 'Qps'
 * @param unit the canonical unit of the type, such as 'req/s'; of an availability 'share of time down'
 * @param amount the best guess in that unit; nothing if it is beyond every number
 * @param spread how uncertain it is; nothing if it is certain
 * @param beyond the cases in which it is infinite; null if there are none
 * @param text as people read it
 */
record Value(
        String type,
        String unit,
        @Nullable Double amount,
        @Nullable Spread spread,
        @Nullable Beyond beyond,
        String text) {
    private static final String BRACKET = " (";
    private static final double ROUNDING = 1e-9;
    private static final double RARE = 1e-3;

    /** With which amounts are told apart where the usual ones do not. */
    private static final int LEAST_DIGITS = 4;

    private static final int MOST_DIGITS = 9;

    Value {
        requireNonNull(type, "type");
        requireNonNull(unit, "unit");
        requireNonNull(text, "text");
        Kind kind = Kind.of(type, unit);
        number(kind, amount, "amount");
        if (beyond == null) {
            requireGiven(amount, "amount");
        }
        if (spread != null) {
            spread.require(kind, beyond != null);
        }
    }

    /** A quantity of which the best guess is a number. */
    Value(String type, String unit, double amount, @Nullable Spread spread, String text) {
        this(type, unit, (Double) amount, spread, null, text);
    }

    /** The amount; null if it is infinite. */
    static @Nullable Double orBeyond(double amount) {
        return amount == Double.POSITIVE_INFINITY ? null : (Double) amount;
    }

    /** The amount; infinite if it is null. */
    static double orInfinite(@Nullable Double amount) {
        return amount == null ? Double.POSITIVE_INFINITY : amount;
    }

    private static void requireGiven(@Nullable Double number, String name) {
        if (number == null) {
            throw new IllegalArgumentException(name + " must be given but is missing");
        }
    }

    private static void number(Kind kind, @Nullable Double amount, String name) {
        if (amount != null) {
            kind.requireAllowed(amount, name);
        }
    }

    /** The amount, which may be infinite. */
    double size() {
        return orInfinite(amount);
    }

    /** The low end of the range, or the amount if it is certain. */
    double low() {
        return spread == null ? size() : orInfinite(spread.p5);
    }

    /** The high end of the range, or the amount if it is certain. */
    double high() {
        return spread == null ? size() : orInfinite(spread.p95);
    }

    /** Whether its text shows between what it lies. */
    boolean isRange() {
        return spread != null && text.contains(" … ");
    }

    /** The text without its brackets, or with only the first remark on infinite cases. */
    String main() {
        return text.substring(0, mainEnd());
    }

    /**
     * As a cell of a table of a system: with its range, without another unit of the same, and without infinite cases
     * that are too rare for a table; where the best guess is one, how often that is.
     */
    String inTable() {
        if (spread == null || beyond == null) {
            return isRange() ? text : beyond == null || beyond.cause.isEmpty() ? main() : beyond.cause;
        }
        if (amount == null || spread.p95 == null) {
            return (amount == null ? "" : textOf(amount) + ", ") + text.substring(text.lastIndexOf(": ") + 2);
        }
        return told();
    }

    /** The text as a table of any form tells it, without infinite cases that are too rare for one. */
    String told() {
        int words = text.lastIndexOf(", ");
        boolean isRare = spread != null && amount != null && beyond != null && beyond.share < RARE;
        return isRare && words > 0 ? text.substring(0, words) : text;
    }

    /** The text in brackets: the range, the amount in another unit, or the share of infinite cases. */
    String remark() {
        String rest = text.substring(mainEnd());
        if (!rest.startsWith(BRACKET)) {
            return rest.isEmpty() ? "" : rest.substring(2); // behind ', ' or ': '
        }
        int close = rest.lastIndexOf(')');
        return close < 0
                ? rest.substring(BRACKET.length())
                : rest.substring(BRACKET.length(), close) + rest.substring(close + 1);
    }

    private int mainEnd() {
        int bracket = text.indexOf(BRACKET);
        if (bracket >= 0 || beyond == null) {
            return bracket < 0 ? text.length() : bracket;
        }
        int comma = text.indexOf(", ");
        int colon = text.indexOf(": ");
        return comma >= 0 ? comma : colon >= 0 ? colon : text.length();
    }

    /** Writes another amount of the same type as people read it, such as the edge of a bar. */
    String textOf(double otherAmount) {
        return UnitOfText.beside(Kind.of(type, unit), main().replaceFirst("^p\\d+ ", ""), size(), otherAmount);
    }

    /** As {@link #textOf} of several, with as many digits as tell them apart, if some do. */
    List<String> textsOf(List<Double> amounts) {
        Kind kind = UnitOfText.kindOf(Kind.of(type, unit), main());
        List<String> usual = amounts.stream().map(this::textOf).toList();
        List<String> texts = usual;
        for (int most = LEAST_DIGITS; most <= MOST_DIGITS && isAnyAlike(texts, amounts); most++) {
            int digits = most;
            texts = amounts.stream()
                    .map(size -> QuantityWriter.withDigits(kind, digits, size, size, size))
                    .toList();
        }
        return isAnyAlike(texts, amounts) ? usual : texts;
    }

    private static boolean isAnyAlike(List<String> texts, List<Double> amounts) {
        return Set.copyOf(texts).size() < Set.copyOf(amounts).size();
    }

    /**
     * This, certain as it is, in the unit of another that stands beside it, and with as many digits as tell the two
     * apart.
     */
    Value inUnitOf(Value other) {
        Kind kind = Kind.of(type, unit);
        boolean isAlike = UnitOfText.kindOf(kind, text).equals(UnitOfText.kindOf(kind, other.text))
                && UnitOfText.isInNines(text) == UnitOfText.isInNines(other.text);
        return withText(isAlike ? text : other.textOf(size()));
    }

    /** This, with more digits than usual if it would look like another, or next to it, whose size is different. */
    Value apartFrom(Value other) {
        Kind kind = UnitOfText.kindOf(Kind.of(type, unit), text);
        int digits = size() == other.size() ? 0 : ChosenText.digitsOfSwing(kind, size(), other.size());
        return digits > 0 ? withText(QuantityWriter.withDigits(kind, digits, size(), size(), size())) : this;
    }

    /** Whether another is the same quantity, in whatever units it is written. */
    boolean isSameAs(Value other) {
        return equals(other.withText(text));
    }

    Value withText(String newText) {
        return new Value(type, unit, amount, spread, beyond, newText);
    }

    /** Writes another amount with enough digits that places on an axis differ. */
    String axisTextOf(double otherAmount) {
        return UnitOfText.statedBeside(Kind.of(type, unit), main(), size(), otherAmount);
    }

    /**
     * How uncertain a quantity is. Percentiles are in the order of the type: the 5th of an availability is a low
     * availability, so a large share of time down.
     *
     * @param p5 the 5th percentile; a percentile that is beyond every number is left out
     * @param p50 the median
     * @param p95 the 95th percentile
     * @param mean the mean; null if it does not exist or is not known
     * @param isExact whether the percentiles were computed without draws
     */
    record Spread(
            @Nullable Double p5,
            @Nullable Double p50,
            @Nullable Double p95,
            @Nullable Double mean,
            boolean isExact) {
        /** Refuses infinite percentiles, unless some cases are infinite. */
        private void require(Kind kind, boolean isSometimesBeyond) {
            number(kind, p5, "p5");
            number(kind, p50, "p50");
            number(kind, p95, "p95");
            number(kind, mean, "mean");
            if (!isSometimesBeyond) {
                requireGiven(p5, "p5");
                requireGiven(p50, "p50");
                requireGiven(p95, "p95");
            }
            boolean isReversed = kind.dimension().isReversed();
            inOrder(isReversed ? p50 : p5, isReversed ? p5 : p50);
            inOrder(isReversed ? p95 : p50, isReversed ? p50 : p95);
        }

        private void inOrder(@Nullable Double low, @Nullable Double high) {
            Refusal.unless(
                    orInfinite(low) <= orInfinite(high) * (1 + ROUNDING),
                    "p5, p50 and p95",
                    "in ascending order",
                    p5 + ", " + p50 + " and " + p95);
        }

        /** A spread without infinite values. */
        Spread(double p5, double p50, double p95, double mean, boolean isExact) {
            this((Double) p5, (Double) p50, (Double) p95, (Double) mean, isExact);
        }
    }

    /**
     * The cases in which a quantity is infinite: they break every upper limit and keep every lower one.
     *
     * @param share how many of all cases, above 0 and at most 1
     * @param cause the word for infinite values, such as 'overloaded'; may be blank
     */
    record Beyond(double share, String cause) {
        Beyond {
            Refusal.unless(share > 0 && share <= 1, "share", "above 0 and at most 1", share);
            requireNonNull(cause, "cause");
        }
    }
}
