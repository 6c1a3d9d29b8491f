package dev.estimator.internal.plot;

import java.util.List;

/**
 * Estimates how wide a text is. The reader's browser chooses the font, so measuring with one of ours would be no
 * better, and would need a font and fontconfig to be installed where the report is written.
 */
final class Lettering {
    /** The size of letters, readable even where a picture 480 wide is shown 350 wide. */
    static final int SIZE = 13;

    static final double LINE = 17;

    private static final String NARROW = " .,:;'|!()[]/ijlftrI";
    private static final String WIDE = "mwMW@%→…";
    private static final int FIRST_SQUARE = 0x1100;

    private Lettering() {}

    static double width(String text) {
        return SIZE * text.codePoints().mapToDouble(Lettering::ems).sum();
    }

    /** Generous, as for DejaVu Sans: too much room is better than an overlap. */
    private static double ems(int letter) {
        if (NARROW.indexOf(letter) >= 0) {
            return 0.38;
        }
        if (WIDE.indexOf(letter) >= 0 || (letter >= FIRST_SQUARE && !isPunctuation(letter))) {
            return 1;
        }
        return Character.isUpperCase(letter) ? 0.7 : 0.62;
    }

    private static boolean isPunctuation(int letter) {
        return letter >= 0x2000 && letter < 0x2E80;
    }

    /** The text, in two lines if one is too long for the room and it has more than one word. */
    static List<String> inTwoLines(String text, double room) {
        int end = width(text) <= room ? -1 : text.indexOf(' ');
        if (end < 0) {
            return List.of(text);
        }
        int next = text.indexOf(' ', end + 1);
        while (next >= 0 && width(text.substring(0, next)) <= room) {
            end = next;
            next = text.indexOf(' ', end + 1);
        }
        return List.of(text.substring(0, end), text.substring(end + 1));
    }

    /** The text, or as much of its beginning as fits with '…' behind it. */
    static String shortened(String text, double room) {
        if (width(text) <= room) {
            return text;
        }
        int end = text.length();
        while (end > 1 && width(text.substring(0, end) + "…") > room) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end).stripTrailing() + "…";
    }
}
