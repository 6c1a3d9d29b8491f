package dev.estimator.analysis;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.graph.Shown;
import dev.estimator.internal.text.VerdictText;
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
    /** How likely a lower limit may be above an upper one, which then is part of the error. */
    private static final double UNSEEN = 1e-6;

    private final Q quantity;
    private final Summary<Q> summary;

    Likelihood(Q quantity, Simulation simulation) {
        this.quantity = quantity;
        this.summary = requireNonNull(simulation, "simulation").summary(quantity);
    }

    /**
     * Returns how likely the quantity is at most the limit; for an availability, at most as available.
     *
     * @param limit the limit; of one that is uncertain too, each case is compared with the quantity in that case
     * @return the probability of {@code quantity ≤ limit}
     */
    public Probability isAtMost(Q limit) {
        return new Probability(summary.probabilityAtMost(limit));
    }

    /**
     * Returns how likely the quantity is at least the limit; for an availability, at least as available.
     *
     * @param limit the limit; of one that is uncertain too, each case is compared with the quantity in that case
     * @return the probability of {@code quantity ≥ limit}
     */
    public Probability isAtLeast(Q limit) {
        Figure<Share> below = isBelow(limit);
        return new Probability(new Figure<>(
                below.value().complement(),
                below.high().complement(),
                below.low().complement(),
                below.isExact()));
    }

    /**
     * Returns how likely the quantity is neither below one limit nor above another. If it is drawn, the errors at both
     * ends are added up.
     *
     * @param low the lower limit
     * @param high the upper limit, not below the lower one
     * @return the probability of {@code low ≤ quantity ≤ high}
     * @throws IllegalArgumentException if the lower limit is above the upper one, or may be
     */
    public Probability isBetween(Q low, Q high) {
        boolean isAbove = requireNonNull(low, "low").compareTo(requireNonNull(high, "high")) > 0;
        Figure<Share> crossed = new Likelihood<>(high, Simulation.of(high)).isBelow(low);
        if (isAbove || crossed.value().value() > UNSEEN) {
            String cases = ", in " + VerdictText.share(crossed.value().value())
                    + " of cases: ask for each of them by isAtLeast and isAtMost";
            throw new IllegalArgumentException("low must not be above high but was " + text(low) + ", and high "
                    + text(high) + (low.isUncertain() || high.isUncertain() ? cases : ""));
        }
        var upToHigh = new Probability(summary.probabilityAtMost(high));
        var belowLow = new Probability(isBelow(low));
        double inside = Math.max(0, upToHigh.share().value() - belowLow.share().value());
        double half =
                upToHigh.halfWidth() + belowLow.halfWidth() + crossed.high().value();
        return new Probability(new Figure<>(
                Share.of(inside),
                Share.of(Math.max(0, inside - half)),
                Share.of(Math.min(1, inside + half)),
                upToHigh.figure().isExact() && belowLow.figure().isExact() && crossed.isExact()));
    }

    /** As the prompt writes it; a number with all the digits that tell it from another. */
    private static String text(Quantity<?> end) {
        return end.isUncertain() ? end.toString() : Shown.bound(Inside.node(end));
    }

    private Figure<Share> isBelow(Q limit) {
        return summary.probabilityBelow(limit);
    }

    /** Returns the quantity in question. */
    @Override
    public String toString() {
        return "the probability that " + Derivation.name(quantity)
                + " ...: go on with isAtMost(limit), isAtLeast(limit) or isBetween(low, high)";
    }
}
