package dev.estimator.analysis;

import dev.estimator.quantity.Figure;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.Simulation;
import dev.estimator.quantity.Summary;

/**
 * Asks how likely a quantity keeps to a limit: {@code probabilityThat(servers).isAtMost(count(40))}.
 *
 * @param <Q> the type of quantity
 */
public final class Likelihood<Q extends Quantity<Q>> {
    private final Q quantity;
    private final Summary<Q> summary;

    Likelihood(Q quantity, Simulation simulation) {
        this.quantity = quantity;
        this.summary = simulation.summary(quantity);
    }

    /**
     * Returns how likely the quantity is at most the limit; for an availability, at most as available.
     *
     * @param limit the limit
     * @return the probability of {@code quantity ≤ limit}
     */
    public Probability isAtMost(Q limit) {
        return new Probability(summary.probabilityAtMost(limit));
    }

    /**
     * Returns how likely the quantity is at least the limit; for an availability, at least as available.
     *
     * @param limit the limit
     * @return the probability of {@code quantity ≥ limit}
     */
    public Probability isAtLeast(Q limit) {
        Figure<Share> below = summary.probabilityBelow(limit);
        return new Probability(new Figure<>(
                below.value().complement(),
                below.high().complement(),
                below.low().complement(),
                below.isExact()));
    }

    /** Returns what is asked about. */
    @Override
    public String toString() {
        return "the probability that " + Derivation.name(quantity)
                + " ...: go on with isAtMost(limit) or isAtLeast(limit)";
    }
}
