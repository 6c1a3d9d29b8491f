package dev.estimator.internal.text;

import dev.estimator.internal.unit.Dimension;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads parts of a whole: shares, '95%' and '3 in 10,000', and availabilities, '99.95%', '3 nines', '1 − 1e-24'. */
final class AvailabilityReader {
    private static final double HALF = 0.5;

    /** How far off nines may be by the two digits of what has none. */
    private static final double NINES_ROUNDING = 0.025;

    private AvailabilityReader() {}

    static double share(String text) {
        Scanner in = new Scanner(text);
        boolean isRest = text.strip().startsWith("1 −"); // as one is printed that is nearly the whole
        if (isRest) {
            in.number();
            in.take("−");
        }
        BigDecimal part = part(in);
        double share = partOfOne(in, isRest ? BigDecimal.ONE.subtract(part) : part);
        return QuantityReader.ending(in, share, Dimension.SHARE, null);
    }

    /** Returns the unavailability. */
    static double availability(String text) {
        Scanner in = new Scanner(text);
        double unavailability = unavailability(in);
        if (!in.takeWord("uptime") && !in.takeWord("available")) {
            in.takeWord("availability");
        }
        int mark = in.mark();
        @Nullable String remark = in.end();
        if (remark != null && !isSame(unavailability, remark)) {
            throw in.refuseAt(mark, QuantityReader.otherInBrackets(remark));
        }
        return unavailability;
    }

    /** Nines are rounded to how they are written: '11 nines' may be 10.5, and 10.9 what is nearly 11. */
    private static boolean isSame(double unavailability, String remark) {
        try {
            double again = availability(remark);
            boolean isInNines = remark.endsWith("nines") || remark.endsWith("nine");
            double rounding = isInNines ? (remark.contains(".") ? 0.05 : 0.5) + NINES_ROUNDING : 0;
            double more = Math.log10(again) - Math.log10(unavailability);
            boolean isPromised = isInNines && more > 0 && -Math.log10(unavailability) % 1 > HALF;
            return unavailability == again || Math.abs(more) <= (isPromised ? 2 : 1) * rounding + QuantityReader.SAME;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static double unavailability(Scanner in) {
        int start = in.mark();
        BigDecimal first = in.number();
        if (in.take("−") || in.take("-")) {
            if (first.compareTo(BigDecimal.ONE) != 0) {
                throw in.refuseAt(start, "only 1 − x is an availability");
            }
            return partOfOne(in, part(in));
        }
        if (in.takeWord("nines") || in.takeWord("nine") || in.take("9s")) {
            return unavailabilityOfNines(in, first);
        }
        in.reset(start);
        return partOfOne(in, BigDecimal.ONE.subtract(part(in)));
    }

    private static double unavailabilityOfNines(Scanner in, BigDecimal nines) {
        BigDecimal whole = nines.stripTrailingZeros();
        if (whole.scale() <= 0 && whole.compareTo(QuantityReader.HUNDRED) < 0) {
            return BigDecimal.ONE.movePointLeft(whole.intValue()).doubleValue();
        }
        double unavailability = Math.pow(10, -QuantityReader.value(in, nines, BigDecimal.ONE));
        if (unavailability == 0) {
            throw in.refuse("there are too many nines to tell it from 100%");
        }
        return unavailability;
    }

    private static double partOfOne(Scanner in, BigDecimal part) {
        double value = QuantityReader.value(in, part, BigDecimal.ONE);
        if (value == 1 && part.compareTo(BigDecimal.ONE) < 0) {
            throw in.refuse("the amount is too close to the whole to tell it from that");
        }
        return value;
    }

    /** A part of a whole: '95%', '95 percent' or '0.95', between 0 and 1. */
    private static BigDecimal part(Scanner in) {
        int mark = in.mark();
        if (in.take("+")) {
            throw in.refuseAt(mark, "a part of a whole has no sign: leave it out, or read a growth with Ratio.parse");
        }
        BigDecimal number = in.number();
        boolean percent = in.take("%") || in.takeWord("percent");
        BigDecimal part = percent ? number.movePointLeft(2) : ofSeveral(in, number);
        if (part.compareTo(BigDecimal.ONE) > 0) {
            String shown = Scanner.shortened(number.toString());
            throw in.refuseAt(
                    mark,
                    percent ? shown + "% is more than the whole" : shown + " is above 1: did you mean " + shown + "%?");
        }
        return part;
    }

    /** '1/3', '3 in 10,000', '5 ppm'; '1:2' could mean a third. */
    private static BigDecimal ofSeveral(Scanner in, BigDecimal number) {
        if (in.takeWord("ppm")) {
            return number.movePointLeft(6);
        }
        return in.take("/") || in.takeWord("in") ? QuantityReader.quotient(in, number, in.number()) : number;
    }
}
