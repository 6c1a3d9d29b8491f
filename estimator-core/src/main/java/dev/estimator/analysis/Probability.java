package dev.estimator.analysis;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.engine.Replicates;
import dev.estimator.internal.text.QuantityWriter;
import dev.estimator.quantity.Figure;
import dev.estimator.quantity.Share;

/**
 * How likely something is, such as '93.4%, exact' or '93.4% ± 0.3%'.
 *
 * @param figure the probability with its confidence interval
 */
public record Probability(Figure<Share> figure) {
    /**
     * Checks that no component is null.
     *
     * @param figure the probability with its confidence interval
     */
    public Probability {
        requireNonNull(figure, "figure");
    }

    /**
     * The standard errors that must lie between the probability and the confidence for a verdict: two seeds then give
     * opposite verdicts less than once in a million pairs.
     */
    private static final double CERTAIN = 6;

    /** A limit at the very end of a range is kept, whatever the last bits of its probability. */
    private static final double ROUNDING = 1e-10;

    /**
     * Returns the probability.
     *
     * @return the share of all possibilities
     */
    public Share share() {
        return figure.value();
    }

    /**
     * Returns whether this probability reaches a confidence. A probability that was computed exactly gives the same
     * verdict for every seed; for one that was drawn, a verdict that could change with the seed is
     * {@link Verdict#UNDECIDED}.
     *
     * @param confidence how likely it has to be
     * @return whether it is
     */
    public Verdict isAtLeast(Share confidence) {
        double margin = figure.isExact() ? 0 : CERTAIN * standardError();
        double over = share().value() - requireNonNull(confidence, "confidence").value();
        if (Math.abs(over) < margin) {
            return Verdict.UNDECIDED;
        }
        return over >= -ROUNDING ? Verdict.HOLDS : Verdict.FAILS;
    }

    /**
     * Returns the probability and how far it may be off. As none is above 100 %, all of 10,000 draws are written as 'at
     * least'.
     */
    @Override
    public String toString() {
        if (figure.isExact()) {
            return share() + ", exact";
        }
        String error = QuantityWriter.error(halfWidth());
        if (share().value() == 0) {
            return "at most " + error;
        }
        return share().value() == 1 ? "at least " + QuantityWriter.without(halfWidth()) : share() + " ± " + error;
    }

    /** Half the width of the confidence interval before it is cut at 0 % and 100 %. */
    double halfWidth() {
        return Math.max(
                figure.high().value() - share().value(),
                share().value() - figure.low().value());
    }

    private double standardError() {
        return halfWidth() / Replicates.T95;
    }
}
