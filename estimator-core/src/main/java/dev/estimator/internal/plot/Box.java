package dev.estimator.internal.plot;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A box of a network.
 *
 * @param name its first line
 * @param lines the lines below the name
 * @param busy how full its bar is, at least 0, where 1 is full; null for no bar
 * @param warnings lines below those, in the colour of a warning
 * @param frame how it is drawn
 */
public record Box(String name, List<String> lines, @Nullable Double busy, List<String> warnings, Frame frame) {
    /** How a box is told from others without a colour. */
    public enum Frame {
        /** A box outside the system, such as its users. */
        ROUND,
        /** An ordinary box. */
        PLAIN,
        /** A box that deserves notice. */
        DOUBLE,
        /** The box to look at first. */
        THICK
    }
}
