package dev.estimator.internal.text;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one text from left to right; every refusal names the text, the place and what would be read. */
final class Scanner {
    private static final Pattern NUMBER = Pattern.compile(
            "\\+?(\\d[\\d_]*(,\\d{3}){2,}(\\.\\d+)?|\\d[\\d_]*(\\.\\d+)?|\\.\\d+)([eE][+-]?\\d{1,3})?(?![\\d_.,])");
    private static final Pattern COMMA = Pattern.compile("\\d+,\\d+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}]+");

    private final String text;
    private final String type;
    private final String accepted;
    private int position;

    Scanner(String text, String type, String accepted) {
        this.text = text;
        this.type = type;
        this.accepted = accepted;
        skipSpace();
    }

    boolean atEnd() {
        return position == text.length();
    }

    /** Whether the text goes on with a digit, so that a number must follow. */
    boolean atNumber() {
        return !atEnd() && (Character.isDigit(text.charAt(position)) || text.charAt(position) == '.');
    }

    BigDecimal number() {
        Matcher matcher = NUMBER.matcher(text).region(position, text.length());
        matcher.useTransparentBounds(true);
        if (!matcher.lookingAt()) {
            throw refuseNumber();
        }
        move(matcher.end());
        return new BigDecimal(matcher.group().replace("_", "").replace(",", ""));
    }

    /** The letters that follow, or an empty text. */
    String word() {
        Matcher matcher = WORD.matcher(text).region(position, text.length());
        if (!matcher.lookingAt()) {
            return "";
        }
        move(matcher.end());
        return matcher.group();
    }

    /** Takes the text if it follows. */
    boolean take(String expected) {
        if (!text.startsWith(expected, position)) {
            return false;
        }
        move(position + expected.length());
        return true;
    }

    /** Everything up to the end. */
    String rest() {
        String rest = text.substring(position).strip();
        position = text.length();
        return rest;
    }

    /** Whether no space stands before the place that is read next. */
    boolean attached() {
        return position > 0 && !isSpace(text.charAt(position - 1));
    }

    int mark() {
        return position;
    }

    void reset(int mark) {
        position = mark;
    }

    /** The end, before which a remark in brackets may stand as toString writes it: '125 MB/s (1 Gbit/s)'. Returns the remark. */
    String end() {
        String rest = text.substring(position).strip();
        boolean remark = rest.startsWith("(") && rest.indexOf(')') == rest.length() - 1;
        if (!rest.isEmpty() && !remark) {
            throw refuse("\"" + rest + "\" is not understood");
        }
        return remark ? rest.substring(1, rest.length() - 1) : "";
    }

    /** What it found instead of something known, in quotation marks. */
    IllegalArgumentException refuse(String problem) {
        return refuseAt(position, problem);
    }

    IllegalArgumentException refuseAt(int mark, String problem) {
        return new IllegalArgumentException("cannot read \"" + text + "\" as " + type + ": at position " + (mark + 1)
                + " " + problem + "; " + accepted);
    }

    private IllegalArgumentException refuseNumber() {
        Matcher comma = COMMA.matcher(text).region(position, text.length());
        if (comma.lookingAt()) {
            String written = comma.group();
            return refuse("\"" + written + "\" could mean " + written.replace(',', '.') + " or "
                    + written.replace(",", "") + ": write the one you mean, without a comma");
        }
        if (!atEnd() && "-−".indexOf(text.charAt(position)) >= 0) {
            return refuse("the amount is negative, which no quantity can be");
        }
        return refuse(atEnd() ? "a number is missing" : "a number was expected");
    }

    private void move(int to) {
        position = to;
        skipSpace();
    }

    private void skipSpace() {
        while (position < text.length() && isSpace(text.charAt(position))) {
            position++;
        }
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
