package dev.estimator.internal.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A range in text, as people write it and as it is printed: '5M … 20M', '5-10 GB', '2 to 3 ms', '10M (5M … 20M)'.
 *
 * @param low the lower end, with its unit
 * @param middle what stands before the brackets, or null
 * @param high the upper end, with its unit
 */
public record RangeText(String low, @Nullable String middle, String high) {
    private static final Pattern IN_BRACKETS = Pattern.compile("([^()]+)\\(([^()]*)\\)");

    /** A hyphen between two numbers, not the one of 1e-3, of -3 and of S3-2. */
    private static final Pattern BETWEEN = Pattern.compile(
            "\\s*(?:…|\\.\\.\\.)\\s*|\\s+(?:to|[-–])\\s+|(?<=[\\p{L}\\d%])(?<!\\d[eE])(?<![\\p{L}&&[^eE]]\\d{1,9})[-–](?=[.\\d$€£])");

    private static final Pattern PERCENT = Pattern.compile("\\s*(?:%|percent)");
    private static final int HUNDRED = 100;

    /** An end: a sign or code of money or '×', a number, a multiple, and its unit. */
    private static final Pattern END = Pattern.compile("((?:[A-Z]{3}|[$€£×])?\\s*)([\\d._,]*\\d(?:[eE][+-]?\\d+)?)"
            + "((?:B|\\s*(?:[kKMGT]|mn|mio|bn|tn|\\p{L}+illion|thousand|lakhs?|crores?))(?!\\p{L}))?(\\D.*)?");

    /** The range that a text states, or null if it states none. */
    public static @Nullable RangeText of(String text) {
        String stripped = text.strip();
        if (stripped.length() > Scanner.LONGEST) {
            return null;
        }
        Matcher brackets = IN_BRACKETS.matcher(stripped);
        if (!brackets.matches()) {
            return of(stripped, null);
        }
        // as it is printed, so a comma is no decimal one
        String middle = Scanner.withoutCommas(brackets.group(1).strip());
        String ends = Scanner.withoutCommas(brackets.group(2).strip());
        return BETWEEN.matcher(middle).find() ? null : of(ends, middle);
    }

    /** The part of the middle of the two ends by which the stated middle may be off, as all three are rounded. */
    public double rounding() {
        return middle == null
                ? 0
                : Scanner.rounding(middle)[1] + (Scanner.rounding(low)[1] + Scanner.rounding(high)[1]) / 2;
    }

    private static @Nullable RangeText of(String ends, @Nullable String middle) {
        String[] parts = BETWEEN.split(ends, -1);
        if (parts.length != 2) {
            return null;
        }
        Matcher low = END.matcher(parts[0]);
        Matcher high = END.matcher(parts[1]);
        Matcher whole = END.matcher(middle == null ? parts[1] : middle);
        if (!low.matches() || !high.matches() || !whole.matches()) {
            return null;
        }
        if (middle == null) {
            refuseIfAlso(ends, parts[0], low, high.group(3));
            refuseIfAlso(ends, parts[0], low, amount(low) * HUNDRED <= amount(high) ? percent(high) : null);
            refuseIfAlso(ends, parts[1], high, amount(low) < amount(high) ? percent(low) : null);
        }
        return new RangeText(completed(low, low, whole), middle, completed(high, low, whole));
    }

    /** Refuses an end without a unit that could have the unit of the other end, and could do without. */
    private static void refuseIfAlso(String ends, String written, Matcher end, @Nullable String unit) {
        if (end.group(3) == null && end.group(4) == null && unit != null) {
            throw new IllegalArgumentException("cannot read \"" + Scanner.shortened(ends) + "\": \"" + written
                    + "\" could mean " + written + " or " + written + unit + ": write the one you mean");
        }
    }

    private static @Nullable String percent(Matcher end) {
        String unit = end.group(4);
        return unit != null && PERCENT.matcher(unit).lookingAt() ? unit : null;
    }

    private static double amount(Matcher end) {
        return new Scanner(Scanner.withoutCommas(end.group(2)), "number", "")
                .number()
                .doubleValue();
    }

    /**
     * With the sign of the lower end and the unit of the whole, where it has none or only its beginning: '$5/month' of
     * '/month each'.
     */
    private static String completed(Matcher end, Matcher low, Matcher whole) {
        String sign = end.group(1).isEmpty() ? low.group(1) : end.group(1);
        String ofWhole = whole.group(4);
        boolean isWhole = end.group(4) == null || (ofWhole != null && ofWhole.startsWith(end.group(4) + " "));
        String unit = isWhole ? ofWhole : end.group(4);
        return sign + end.group(2) + (end.group(3) == null ? "" : end.group(3)) + (unit == null ? "" : unit);
    }
}
