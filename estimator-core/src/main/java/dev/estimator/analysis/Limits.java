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
    private static final Share USUAL = Share.ofPercent(95);

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
     * limit is kept, and in how many it has to be: 95 % unless said otherwise.
     */
    @Override
    public String toString() {
        return all.isEmpty()
                ? "no limits"
                : AlignedText.of(all.stream().map(this::row).toList());
    }

    private List<String> row(Limit<?> limit) {
        return List.of(limit.inWords(), limit.quantity().toString(), verdict(limit));
    }

    private String verdict(Limit<?> limit) {
        if (!limit.quantity().isUncertain()) {
            return limit.holds() ? "holds" : "fails";
        }
        try {
            Share needed = confidence.orElse(USUAL);
            return limit.probability().inWords(limit.holdsWith(needed), needed);
        } catch (ArithmeticException e) {
            return "not found whether it holds, " + e.getMessage();
        }
    }
}
