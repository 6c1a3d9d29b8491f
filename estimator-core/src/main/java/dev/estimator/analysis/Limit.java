package dev.estimator.analysis;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.graph.Node;
import dev.estimator.internal.graph.Shown;
import dev.estimator.internal.text.BoundText;
import dev.estimator.internal.text.QuantityWriter;
import dev.estimator.internal.unit.Kind;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.Simulation;

/**
 * A limit that an estimate must keep to: {@code limit(servers).atMost(count(40))}.
 *
 * @param quantity what is limited
 * @param bound the limit itself
 * @param isUpper whether the quantity must be at most the bound, else at least
 * @param <Q> the type of quantity
 */
public record Limit<Q extends Quantity<Q>>(Q quantity, Q bound, boolean isUpper) {
    private static final double PERCENT = 100;
    private static final double USUAL_PERCENT = 95;

    /**
     * Checks that the bound is a plain number.
     *
     * @param quantity what is limited
     * @param bound the limit itself
     * @param isUpper whether the quantity must be at most the bound, else at least
     * @throws IllegalArgumentException if the bound is uncertain
     */
    public Limit {
        if (requireNonNull(bound, "bound").isUncertain()) {
            throw new IllegalArgumentException("bound must be a number but was " + bound
                    + ": limit their ratio instead, as in limit(used.div(available)).atMost(ratio(1))");
        }
        requireNonNull(quantity, "quantity").compareTo(bound); // refuses another currency
        bound = Inside.ofBounded(bound, quantity);
    }

    /**
     * A limit that still lacks its bound.
     *
     * @param <Q> the type of quantity
     */
    public static final class Of<Q extends Quantity<Q>> {
        private final Q quantity;

        Of(Q quantity) {
            this.quantity = requireNonNull(quantity, "quantity");
        }

        /**
         * Returns the limit that the quantity is at most this.
         *
         * @param bound a plain number
         * @return the limit
         */
        public Limit<Q> atMost(Q bound) {
            return new Limit<>(quantity, bound, true);
        }

        /**
         * Returns the limit that the quantity is at least this; for an availability, at least as available.
         *
         * @param bound a plain number
         * @return the limit
         */
        public Limit<Q> atLeast(Q bound) {
            return new Limit<>(quantity, bound, false);
        }

        /** Returns the limited quantity, and how to complete the limit. */
        @Override
        public String toString() {
            return "limit on " + Derivation.name(quantity) + ": go on with atMost(bound) or atLeast(bound)";
        }
    }

    /**
     * Returns whether the limit holds at the best guess.
     *
     * @return whether the quantity, with every range at its median, keeps to the bound
     */
    public boolean holds() {
        return isKeptBy(quantity);
    }

    /**
     * Returns how likely the limit holds.
     *
     * @return the probability that the quantity keeps to the bound
     */
    public Probability probability() {
        return probability(Simulation.of(quantity));
    }

    /**
     * Returns whether the limit holds with a confidence.
     *
     * @param confidence how likely it has to hold; of 100 % draws alone do not tell, so that it is undecided if none
     *     fails
     * @return a verdict that is the same for every seed, or undecided; what is limited by its own percentile keeps to
     *     it
     */
    public Verdict holdsWith(Share confidence) {
        var simulation = Simulation.of(quantity);
        Verdict verdict = probability(simulation).isAtLeast(requireNonNull(confidence, "confidence"));
        boolean isPercentile = confidence.value() > 0 && confidence.value() < 1;
        return verdict == Verdict.UNDECIDED
                        && isPercentile
                        && decisive(simulation, confidence).compareTo(bound) == 0
                ? Verdict.HOLDS
                : verdict;
    }

    /** The percentile that has to keep to the bound. */
    private Q decisive(Simulation simulation, Share confidence) {
        double percent = PERCENT * confidence.value();
        return simulation.summary(quantity).percentile(isUpper ? percent : PERCENT - percent);
    }

    /**
     * Returns how likely the limit holds, from a simulation of several quantities.
     *
     * @param simulation one that was made for the quantity, among others
     * @return the probability that the quantity keeps to the bound
     * @throws IllegalArgumentException if the quantity is not one of those
     */
    public Probability probability(Simulation simulation) {
        var likelihood = new Likelihood<>(quantity, simulation);
        return isUpper ? likelihood.isAtMost(bound) : likelihood.isAtLeast(bound);
    }

    /** Whether a value keeps to the bound. */
    boolean isKeptBy(Q value) {
        int compared = value.compareTo(bound);
        return isUpper ? compared <= 0 : compared >= 0;
    }

    /** The name of the limited quantity; one without a name is called 'the rate', not by its present value. */
    String name() {
        String name = quantity.name();
        return name == null ? "the " + Inside.node(quantity).kind().dimension().word() : name;
    }

    /**
     * Returns the limit without whether it holds.
     *
     * @return such as 'servers ≤ 40', or 'the rate ≤ 50 req/s' of one without a name
     */
    public String inWords() {
        Node node = Inside.node(bound);
        return name() + (isUpper ? " ≤ " : " ≥ ") + QuantityWriter.operand(node.kind(), Shown.bound(node));
    }

    /**
     * Returns the limit and whether it holds, as in 'the rate ≤ 200 req/s: fails, p95 is 347 req/s'; what is uncertain
     * has to keep to it with 95 % confidence.
     */
    @Override
    public String toString() {
        return inWords() + ": " + (quantity.isUncertain() ? confidently() : verdict(holds()) + value(quantity));
    }

    private String confidently() {
        try {
            Share usual = Share.ofPercent(USUAL_PERCENT);
            Verdict verdict = holdsWith(usual);
            double percent = isUpper ? USUAL_PERCENT : PERCENT - USUAL_PERCENT;
            Q decisive = decisive(Simulation.of(quantity), usual);
            String words = verdict == Verdict.UNDECIDED ? "undecided, " : verdict(verdict == Verdict.HOLDS);
            return words + "p" + Math.round(percent) + " is " + value(decisive);
        } catch (ArithmeticException e) {
            return "not found whether it holds, " + e.getMessage();
        }
    }

    private static String verdict(boolean isKept) {
        return isKept ? "holds, " : "fails, ";
    }

    /** With enough digits to see on which side of the bound it is. */
    private String value(Q found) {
        Kind kind = Shown.kindBeside(Inside.node(quantity), Inside.node(bound));
        double value = Inside.value(found);
        return BoundText.beside(kind, value, Inside.value(bound), QuantityWriter.summary(kind, value));
    }
}
