package dev.estimator.internal.plot;

import java.awt.Color;
import java.util.Locale;

/**
 * The colours of a plot. Each is drawn as a placeholder colour and written as a CSS variable, which the page sets for
 * light and dark mode.
 */
enum Ink {
    INK(1),
    MUTED(2),
    GRID(3),
    FILL(4),
    BAND(5),
    MARK(6),
    WARN(7);

    private static final String NONE = "none";

    /** Placeholders differ in their red part only. */
    private final int red;

    Ink(int red) {
        this.red = red;
    }

    /** The placeholder that is drawn with; none of them has a name in CSS. */
    Color marker() {
        return new Color(red, 0, 0);
    }

    String css() {
        return "var(--plot-" + name().toLowerCase(Locale.ROOT) + ")";
    }

    /** Reads a colour as Batik writes it. */
    static String css(String drawn) {
        if (drawn.equals(NONE)) {
            return NONE;
        }
        for (Ink ink : values()) {
            if (drawn.equals("rgb(" + ink.red + ",0,0)")) {
                return ink.css();
            }
        }
        throw new IllegalStateException("a plot was drawn with a fixed colour: " + drawn);
    }
}
