package dev.estimator.reliability;

import dev.estimator.internal.input.Refusal;
import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Formula;
import dev.estimator.quantity.Share;
import java.io.Serializable;

/**
 * Equal members, where some failures hit all of them at once: a bad release, a power cut, an expired certificate. The
 * beta-factor model: a share β of the unavailability of each is common to all, and the rest is independent.
 *
 * @param member how much of the time each member is up
 * @param share how much of its time down a member shares with all others, β: 0 % if they fail independently, 100 % if
 *     always together
 * @see "K. N. Fleming, A reliability model for common mode failure in redundant safety systems, General Atomic
 *     GA-A13284, 1975"
 * @see "A. Mosleh et al., Procedures for Treating Common Cause Failures in Safety and Reliability Studies,
 *     NUREG/CR-4780, 1988"
 */
public record CommonCause(Availability member, Share share) implements Serializable {
    /**
     * Obtains members with a common cause of failures.
     *
     * @param member how much of the time each is up
     * @param share how much of its time down it shares with all others
     */
    public CommonCause {
        member = Refusal.named(member, "member");
        share = Refusal.named(share, "share", "common-cause share");
    }

    /**
     * Obtains members with a common cause of failures.
     *
     * @param member how much of the time each is up
     * @param share how much of its time down it shares with all others; 1 % to 10 % are usual for hardware
     * @return the members
     */
    public static CommonCause of(Availability member, Share share) {
        return new CommonCause(member, share);
    }

    /**
     * Returns the availability that no number of members can exceed: {@code 1 − β (1 − A)}.
     *
     * @return the availability as far as the common causes go
     */
    public Availability commonPart() {
        return Availability.ofUnavailability(share.times(member.unavailability()))
                .named("common causes");
    }

    /**
     * Returns the availability of a member without the common causes: {@code A ÷ (1 − β (1 − A))}, so that the product
     * of both parts is the member's availability. The usual {@code 1 − (1 − β)(1 − A)} is close to it for many nines.
     *
     * @return the availability as far as its own causes go
     */
    public Availability ownPart() {
        return Availability.computed("{0} ÷ {1}", new Rest(), member, commonPart())
                .named("own causes");
    }

    /**
     * Returns how much of the time enough members are up: {@code (1 − β (1 − A)) × P(at least k of n, by their own
     * causes)}.
     *
     * @param needed how many must be up, 1 to {@code n}
     * @param n how many there are
     * @return the availability of the group
     * @throws IllegalArgumentException if not {@code 1 ≤ needed ≤ n}
     */
    public Availability atLeast(int needed, int n) {
        return commonPart()
                .times(ownPart().atLeast(needed, n).named("enough members up"))
                .named("availability");
    }

    /**
     * Returns the gain from redundancy, as in '10% of failures in common: a pair of 99.9% (3 nines) has 99.99% (4
     * nines), ...'.
     */
    @Override
    public String toString() {
        return share() + " of failures in common: a pair of " + member() + " has " + atLeast(1, 2)
                + ", and no number of them has more than " + commonPart();
    }

    private record Rest() implements Formula {
        @Override
        public double apply(double... inputs) {
            return inputs[0] == inputs[1] ? 0 : (inputs[0] - inputs[1]) / (1 - inputs[1]);
        }

        @Override
        public Direction direction(int input) {
            return input == 0 ? Direction.RISING : Direction.FALLING;
        }
    }
}
