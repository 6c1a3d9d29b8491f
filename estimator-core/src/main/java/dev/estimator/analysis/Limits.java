package dev.estimator.analysis;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.text.AlignedText;
import dev.estimator.quantity.Share;
import java.util.List;
import java.util.Optional;

/**
 * Limits that several estimates must keep to, such as that no component of a system is overloaded:
 * {@code largest(users).suchThat(shop.fits())}, and in a unit test {@code checkAll(shop.fits())}.
 *
 * @param all the limits
 * @param confidence how likely each has to hold; nothing for what is usual where they are asked
 */
public record Limits(List<Limit<?>> all, Optional<Share> confidence) {
    private static final double MOST = 0.999;

    /**
     * Copies the list.
     *
     * @param all the limits
     * @param confidence how likely each has to hold
     */
    public Limits {
        all = Refusal.copy(all, "all");
        requireNonNull(confidence, "confidence")
                .ifPresent(share -> Refusal.unless(
                        share.value() > 0 && share.value() < 1, "confidence", "above 0% and below 100%", share));
    }

    /**
     * Obtains limits that all have to hold.
     *
     * @param all the limits
     */
    public Limits(List<Limit<?>> all) {
        this(all, Optional.empty());
    }

    /**
     * Says how likely each limit has to hold.
     *
     * @param newConfidence above 0 % and below 100 %
     * @return the same limits with that confidence
     */
    public Limits withConfidence(Share newConfidence) {
        return new Limits(all, Optional.of(requireNonNull(newConfidence, "newConfidence")));
    }

    /**
     * Returns whether all limits hold at the best guess.
     *
     * @return whether each quantity, with every range at its median, keeps to its bound
     */
    public boolean hold() {
        return all.stream().allMatch(Limit::holds);
    }

    /**
     * Returns a line for each limit, as in 'api utilization ≤ ×1 ×0.31 holds'; for ranges it says in how many cases the
     * limit holds.
     */
    @Override
    public String toString() {
        return all.isEmpty()
                ? "no limits"
                : AlignedText.of(all.stream().map(Limits::row).toList());
    }

    private static List<String> row(Limit<?> limit) {
        String holds = limit.holds() ? "holds" : "fails";
        Share share = limit.probability().share();
        boolean isSame = share.value() == (limit.holds() ? 1 : 0);
        return List.of(limit.inWords(), limit.quantity().toString(), isSame ? holds : "holds in " + cases(share));
    }

    private static String cases(Share share) {
        if (share.value() > MOST) {
            return "over " + Share.of(MOST) + " of cases";
        }
        return (share.value() < 1 - MOST ? "under " + Share.of(1 - MOST) : share) + " of cases";
    }
}
