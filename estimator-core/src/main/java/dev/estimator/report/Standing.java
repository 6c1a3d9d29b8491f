package dev.estimator.report;

import dev.estimator.analysis.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How a limit stands, in a sign and a word that can be read without colour; the worst is last. */
enum Standing {
    HOLDS("✓", "holds", "hold", "good"),
    UNDECIDED("?", "is undecided", "are undecided", "warn"),
    FAILS("✗", "fails", "fail", "bad");

    private final String sign;
    private final String word;
    private final String ofMany;
    private final String color;

    Standing(String sign, String word, String ofMany, String color) {
        this.sign = sign;
        this.word = word;
        this.ofMany = ofMany;
        this.color = color;
    }

    static Standing of(Verdict verdict) {
        return valueOf(verdict.name());
    }

    /** What a page says of one limit. */
    static Badge badge(Block.Fit fit) {
        return of(fit.verdict()).badge(fit.text());
    }

    /**
     * The worst of some limits, and of how many it is said, as in '✗ 1 of 3 limits fails'; nothing if there are none.
     */
    static Optional<Badge> worst(List<Block.Fit> fits) {
        return fits.stream()
                .map(fit -> of(fit.verdict()))
                .max(Comparator.naturalOrder())
                .map(worst -> {
                    long alike = fits.stream()
                            .filter(fit -> of(fit.verdict()) == worst)
                            .count();
                    String verb = alike == 1 ? worst.word : worst.ofMany;
                    return worst.badge(counted(alike, fits.size()) + " " + verb);
                });
    }

    /** So many of all limits, as in '1 of 3 limits', 'both limits' or 'all 4 limits'. */
    static String counted(long some, int all) {
        if (some < all) {
            return (some == 0 ? "none" : some) + " of " + all + " limits";
        }
        return all == 1 ? "limit" : all == 2 ? "both limits" : "all " + all + " limits";
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
