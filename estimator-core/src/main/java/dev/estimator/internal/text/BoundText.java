package dev.estimator.internal.text;

import dev.estimator.internal.unit.Dimension;
import dev.estimator.internal.unit.Kind;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes bounds, and what is compared with them, with as many digits as it takes to see that a verdict is true. */
public final class BoundText {
    private static final int LEAST_DIGITS = 3;
    private static final int MOST_DIGITS = 15;

    /** Nobody types more; what has more was calculated, and is a long decimal or none at all. */
    private static final int MOST_TYPED = 9;

    private static final double MOST_GROUPED = 1e7;

    /** Of a number in another unit. */
    private static final double NOISE = 1e-14;

    private BoundText() {}

    /**
     * A bound with all its digits, as nobody keeps to one that was rounded: '39.999 ms'.
     *
     * @param usual as it is written elsewhere, which will do if that is exact
     * @param otherwise as it is written where no text of few digits is exact, as of a third of a second; an
     *     availability has its nines beside it
     */
    public static String of(Kind kind, double bound, String usual, String otherwise) {
        return texts(kind, bound, usual, MOST_TYPED)
                .filter(text -> Math.abs(read(kind, text) - bound) <= NOISE * Math.abs(bound))
                .findFirst()
                .orElse(kind.dimension() == Dimension.AVAILABILITY ? usual : otherwise);
    }

    /** A value that reads as exactly itself, to the last bit, in a unit that people use; empty if there is no such. */
    public static String exactly(Kind kind, double value) {
        return first(kind, value, "", MOST_DIGITS, read -> read == value);
    }

    /**
     * A value beside its bound: '39.998 ms' of at most 39.999 ms. What is the bound itself reads as that does.
     *
     * @param usual as it is written elsewhere, which will do if it is on the same side of the bound as the value
     */
    public static String beside(Kind kind, double value, double bound, String usual) {
        double side = side(value, bound);
        if (side == 0) {
            return of(kind, bound, usual, QuantityWriter.stated(kind, bound));
        }
        int decimals = isPart(kind) ? decimals(of(kind, bound, QuantityWriter.stated(kind, bound), "")) : 0;
        return texts(kind, value, usual, MOST_DIGITS)
                .filter(text -> side(read(kind, text), bound) == side)
                .filter(text -> decimals(text) >= decimals || side(read(kind, text), value) == 0)
                .findFirst()
                .orElse(usual);
    }

    /** What is near 100 % is read digit by digit: 99.8 % beside 99.795 % could be either. */
    private static boolean isPart(Kind kind) {
        return kind.dimension() == Dimension.AVAILABILITY || kind.dimension() == Dimension.SHARE;
    }

    private static int decimals(String text) {
        String number = text.replaceFirst("%.*", "");
        return number.length() - 1 - (number.contains(".") ? number.indexOf('.') : number.length() - 1);
    }

    /** On the bound is within it, but for rounding. */
    private static double side(double value, double bound) {
        return Math.abs(value - bound) <= NOISE * Math.abs(bound) ? 0 : Math.signum(value - bound);
    }

    private static String first(Kind kind, double value, String usual, int most, DoublePredicate isEnough) {
        return texts(kind, value, usual, most)
                .filter(text -> isEnough.test(read(kind, text)))
                .findFirst()
                .orElse(usual);
    }

    /** The ways to write a value, the best first; 9.9999 GiB are too many digits in GB. */
    private static Stream<String> texts(Kind kind, double value, String usual, int most) {
        return Stream.concat(
                Stream.of(usual, grouped(kind, value)),
                Stream.of(kind, kind.inBinaryUnits())
                        .distinct()
                        .flatMap(units -> IntStream.rangeClosed(LEAST_DIGITS, most)
                                .mapToObj(digits -> ChosenText.in(units, value, digits))));
    }

    /** A whole rate with all its digits, '600,123 req/s'; what is counted has them anyway. */
    private static String grouped(Kind kind, double value) {
        if (kind.dimension() == Dimension.RATE && kind.writtenIn() != null) {
            double amount =
                    ExactUnits.quotient(kind.writtenIn().fromCanonical(value)).doubleValue();
            return QuantityWriter.isOfAFewThousand(amount)
                    ? QuantityWriter.inSameUnit(Numerals.decimal(amount), kind.writtenIn(), kind)
                    : "";
        }
        boolean isRate = kind.dimension() == Dimension.RATE && Numerals.isWhole(value) && value < MOST_GROUPED;
        return isRate
                ? Numerals.grouped(Numerals.decimal(value)) + (kind.unit().startsWith("/") ? "" : " ") + kind.unit()
                : "";
    }

    /** What a reader takes a text for; not a number where it cannot be read. */
    public static double read(Kind kind, String text) {
        try {
            String bare = QuantityWriter.unremarked(text).replace(",", "");
            return QuantityReader.read(bare, kind.dimension()).value();
        } catch (IllegalArgumentException e) {
            return Double.NaN;
        }
    }
}
