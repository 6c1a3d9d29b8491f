package dev.estimator.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How a limit stands, in a word that can be read without colour; the worst is last. */
enum Standing {
    KEPT("✓", "kept", "good"),
    AT_RISK("!", "at risk", "warn"),
    LIKELY_BROKEN("✗", "likely broken", "bad"),
    BROKEN("✗", "broken", "bad");

    /** As likely as a check demands unless told otherwise. */
    private static final double CONFIDENT = 0.95;

    private final String sign;
    private final String word;
    private final String color;

    Standing(String sign, String word, String color) {
        this.sign = sign;
        this.word = word;
        this.color = color;
    }

    static Standing of(Block.Fit fit) {
        if (fit.isKept()) {
            return fit.probability() >= CONFIDENT ? KEPT : AT_RISK;
        }
        return fit.probability() > 1 - CONFIDENT ? LIKELY_BROKEN : BROKEN;
    }

    /**
     * The worst of some limits, and of how many it is said, as in '✗ 1 of 3 limits broken'; nothing if there are none.
     */
    static Optional<Badge> worst(List<Block.Fit> fits) {
        return fits.stream().map(Standing::of).max(Comparator.naturalOrder()).map(worst -> {
            long alike = fits.stream().filter(fit -> of(fit) == worst).count();
            String all = fits.size() == 1 ? "limit " : "all " + fits.size() + " limits ";
            return worst.badge((alike == fits.size() ? all : alike + " of " + fits.size() + " limits ") + worst.word);
        });
    }

    Badge badge() {
        return badge(word);
    }

    private Badge badge(String words) {
        return new Badge(sign + " " + words, color);
    }

    /**
     * A coloured word.
     *
     * @param words the sign and the words
     * @param color the name of its colour on a page
     */
    record Badge(String words, String color) {}
}
