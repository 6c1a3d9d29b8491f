package dev.estimator.analysis;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.engine.Replicates;
import dev.estimator.internal.text.QuantityWriter;
import dev.estimator.internal.text.VerdictText;
import dev.estimator.quantity.Figure;
import dev.estimator.quantity.Share;
import java.util.Locale;

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
     * Says what this means for a limit that has to hold with a confidence.
     *
     * @param verdict whether it holds, which may be known from more draws than this
     * @param confidence how likely it has to be
     * @return such as 'fails: kept in 89.4% of cases, 95% needed'
     */
    public String inWords(Verdict verdict, Share confidence) {
        return VerdictText.of(
                requireNonNull(verdict, "verdict").name().toLowerCase(Locale.ROOT),
                share().value(),
                figure.isExact() ? 0 : halfWidth(),
                requireNonNull(confidence, "confidence").value());
    }

    /**
     * Returns the probability and how far it may be off. As none is below 0 % or above 100 %, that of no draw or of all
     * is at least or at most how near it is: 'at least 99.96%'. What is nearly either is 'over 99.9999%' or 'less than
     * 0.0001%'.
     */
    @Override
    public String toString() {
        String share = VerdictText.share(share().value());
        if (VerdictText.isAsGoodAsSure(share().value())) {
            return share;
        }
        if (figure.isExact()) {
            return VerdictText.exactly(share().value()) + ", exact";
        }
        if (share().value() == 0) {
            return "at most " + QuantityWriter.error(halfWidth());
        }
        return share().value() == 1
                ? "at least " + QuantityWriter.without(halfWidth())
                : VerdictText.drawn(share().value(), halfWidth());
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
