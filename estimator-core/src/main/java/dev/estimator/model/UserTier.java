package dev.estimator.model;

import dev.estimator.internal.input.Refusal;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;

/**
 * A group of users who are more, or less, active than the others: 1 % super users who do 50 times as much.
 *
 * @param name what they are called
 * @param share which part of the users they are
 * @param activity how many times as much they do as an ordinary user
 */
public record UserTier(String name, Share share, Ratio activity) {
    /**
     * Names the parts, so that explanations can.
     *
     * @param name what they are called
     * @param share which part of the users they are
     * @param activity how many times as much they do as an ordinary user
     */
    public UserTier {
        ModelInputs.notBlank(name, "name");
        share = Refusal.named(share, "share", "share of " + name);
        activity = Refusal.named(activity, "activity", "activity of " + name);
    }
}
