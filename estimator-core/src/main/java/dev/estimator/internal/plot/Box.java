package dev.estimator.internal.plot;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A box of a network.
 *
 * @param name what stands in its first line
 * @param lines what stands below
 * @param busy how full its bar is, not negative, 1 is full; nothing is no bar
 * @param warnings what stands below in the colour of a warning
 * @param frame how it is drawn
 */
public record Box(String name, List<String> lines, @Nullable Double busy, List<String> warnings, Frame frame) {
    /** How a box is told from others without a colour. */
    public enum Frame {
        /** What stands outside. */
        ROUND,
        /** A usual one. */
        PLAIN,
        /** One to be noticed. */
        DOUBLE,
        /** One to be noticed first. */
        THICK
    }
}
