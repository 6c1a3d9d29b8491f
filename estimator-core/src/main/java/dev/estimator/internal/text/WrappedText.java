package dev.estimator.internal.text;

import java.util.ArrayList;
import java.util.List;

/** Text broken into lines between words. */
public final class WrappedText {
    /** Fewer letters in a line than this are hard to read. */
    private static final int NARROW = 24;

    private WrappedText() {}

    /** The text with a space in place of each line break, and nothing that a terminal would obey. */
    public static String oneLine(String text) {
        return visible(text.replaceAll("\\s*\\R\\s*|\\t", " "));
    }

    /** The text with a sign that shows in place of each control character but tabs and line breaks. */
    public static String visible(String text) {
        char[] shown = text.toCharArray();
        for (int i = 0; i < shown.length; i++) {
            if (Character.isISOControl(shown[i]) && "\t\r\n".indexOf(shown[i]) < 0) {
                shown[i] = '\uFFFD';
            }
        }
        return new String(shown);
    }

    /**
     * The lines of a text, each at most so wide unless a single word is longer.
     *
     * @param indent how far lines after the first are indented; less if that would leave too little room
     */
    public static List<String> of(String text, int width, int indent) {
        String margin = " ".repeat(indent <= width - NARROW ? indent : Math.min(indent, width / 2));
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (rest.length() > width) {
            int start = rest.length() - rest.stripLeading().length();
            int end = rest.lastIndexOf(' ', width);
            end = end > start ? end : rest.indexOf(' ', Math.max(start, width));
            if (end < 0) {
                break;
            }
            lines.add(rest.substring(0, end).stripTrailing());
            rest = margin + rest.substring(end).strip();
        }
        lines.add(rest);
        return lines;
    }
}
