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
public record RangeText(Excerpt low, @Nullable Excerpt middle, Excerpt high) {
    private static final Pattern IN_BRACKETS = Pattern.compile("(.+)\\(([^()]*)\\)", Pattern.DOTALL);

    /** A hyphen between two numbers, not the one of 1e-3, of -3 and of S3-2. */
    private static final Pattern BETWEEN = Pattern.compile(
            "\\s*(?:…|\\.\\.\\.)\\s*|\\s+(?:to|[-–])\\s+|(?<=[\\p{L}\\d%])(?<!\\d[eE])(?<![\\p{L}&&[^eE]]\\d{1,9})[-–](?=[.\\d$€£₹])");

    /** 'between 5 and 10 GB', 'from 5 to 10 GB'. */
    private static final Pattern FRAME = Pattern.compile("(?i:(between)|from)\\s+");

    private static final Pattern AND = Pattern.compile("\\s+(?i:and)\\s+");

    private static final Pattern PERCENT = Pattern.compile("\\s*(?:%|percent)");
    private static final int HUNDRED = 100;

    /** An end: a sign or code of money or '×', a number, a multiple, and its unit. */
    private static final Pattern END = Pattern.compile("((?:[A-Z]{3}|[$€£₹×])?\\s*)([\\d._,]*\\d(?:[eE][+-]?\\d+)?|"
            + Scanner.NUMBER_IN_WORDS
            + ")((?:B|(?:\\s*hundred\\b)?\\s*(?:[kKMGT]|mn|mio|bn|tn|\\p{L}+illion"
            + "|(?i:dozen|(?:(?:thousand|lakhs?)\\s+)?crores?|thousand|lakhs?))|\\s*hundred)"
            + "(?!\\p{L}))?(\\D.*)?");

    private static final Pattern AROUND = Pattern.compile("(.*?)(±|\\+/-|\\+-)(.*)", Pattern.DOTALL);

    /**
     * A value and how far it may be off: '10M ± 30%'.
     *
     * @param value the value
     * @param sign where the deviation begins
     * @param part by which part of the value it may be off
     */
    public record Around(Excerpt value, int sign, Excerpt part) {
        /** What the text says, or null if there is no '±'. */
        public static @Nullable Around of(String text) {
            Excerpt whole = Excerpt.of(text);
            Matcher around = AROUND.matcher(text);
            if (text.length() > Scanner.LONGEST || !around.matches()) {
                return null;
            }
            return new Around(whole.group(around, 1), around.start(2), whole.group(around, 3));
        }

        public boolean isPercentage() {
            return part.text().contains("%") || part.text().contains("percent");
        }
    }

    /** The range between two ends that a text states, or null if it states none. */
    public static @Nullable RangeText of(String text) {
        if (text.strip().length() > Scanner.LONGEST) {
            return null;
        }
        Excerpt whole = Excerpt.of(text).strip();
        Matcher about = Scanner.ABOUT.matcher(whole.text());
        Excerpt stripped = about.lookingAt()
                ? whole.between(about.end(), whole.text().length()).strip()
                : whole;
        Matcher frame = FRAME.matcher(stripped.text());
        if (frame.lookingAt()) {
            Excerpt ends = stripped.between(frame.end(), stripped.text().length());
            return of(ends, null, frame.group(1) == null ? BETWEEN : AND);
        }
        Matcher brackets = IN_BRACKETS.matcher(stripped.text());
        if (!brackets.matches()) {
            return of(stripped, null, BETWEEN);
        }
        // as it is printed, so a comma is no decimal one
        Excerpt middle = stripped.group(brackets, 1).strip().without(Scanner.THOUSANDS);
        Excerpt ends = stripped.group(brackets, 2).strip().without(Scanner.THOUSANDS);
        return BETWEEN.matcher(middle.text()).find() ? null : of(ends, middle, BETWEEN);
    }

    private static @Nullable RangeText of(Excerpt ends, @Nullable Excerpt middle, Pattern separator) {
        Matcher between = separator.matcher(ends.text());
        if (!between.find()) {
            return null;
        }
        Excerpt first = ends.between(0, between.start());
        Excerpt second = ends.between(between.end(), ends.text().length());
        if (between.find()) {
            return null;
        }
        End low = End.of(first);
        End high = End.of(second);
        End whole = middle == null ? high : End.of(middle);
        if (low == null || high == null || whole == null) {
            return null;
        }
        if (middle == null) {
            refuseIfAlso(low, low.amount() <= high.amount() ? high.multiple() : null);
            refuseIfAlso(low, low.amount() * HUNDRED <= high.amount() ? high.percent() : null);
            refuseIfAlso(high, low.amount() < high.amount() ? low.percent() : null);
        }
        boolean isMiddle = middle != null;
        return new RangeText(low.completed(low, whole, isMiddle), middle, high.completed(low, whole, isMiddle));
    }

    /** Refuses an end without a unit that could have the unit of the other end, and could do without. */
    private static void refuseIfAlso(End end, @Nullable String unit) {
        if (end.multiple() == null && end.unit.text().isEmpty() && unit != null) {
            String written = end.written.text();
            throw new UnreadableText(
                    end.written.placeOf(0),
                    "\"" + Scanner.shortened(written) + "\" could mean " + Scanner.shortened(written) + " or "
                            + Scanner.shortened(written + unit) + ": write the one you mean");
        }
    }

    /** The parts of an end as it is written. */
    private record End(Excerpt written, Excerpt sign, Excerpt number, Excerpt scale, Excerpt unit) {
        static @Nullable End of(Excerpt written) {
            Matcher end = END.matcher(written.text());
            return end.matches()
                    ? new End(
                            written,
                            written.group(end, 1),
                            written.group(end, 2),
                            written.group(end, 3),
                            written.group(end, 4))
                    : null;
        }

        @Nullable String multiple() {
            return scale.text().isEmpty() ? null : scale.text();
        }

        @Nullable String percent() {
            return PERCENT.matcher(unit.text()).lookingAt() ? unit.text() : null;
        }

        /** The number; NaN if it is none, which is said when the end is read. */
        double amount() {
            try {
                String digits =
                        number.plus(scale).plus(unit).without(Scanner.THOUSANDS).text();
                return new Scanner(digits).ones().doubleValue();
            } catch (UnreadableText e) {
                return Double.NaN;
            }
        }

        /**
         * With the sign of the lower end and the unit of the whole, where it has none or only its beginning: '$5/month'
         * of '/month each'.
         */
        Excerpt completed(End low, End whole, boolean isMiddle) {
            boolean isWhole = unit.text().isEmpty() || whole.unit.text().startsWith(unit.text() + " ");
            Excerpt first = low.sign.text().isEmpty() && isMiddle ? whole.sign : low.sign;
            return (sign.text().isEmpty() ? first : sign)
                    .plus(number)
                    .plus(scale)
                    .plus(isWhole ? whole.unit : unit);
        }
    }
}
