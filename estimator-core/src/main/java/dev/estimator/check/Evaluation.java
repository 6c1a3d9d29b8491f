package dev.estimator.check;

import dev.estimator.analysis.Probability;
import dev.estimator.analysis.Verdict;
import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.text.Beyond;
import dev.estimator.internal.unit.Dimension;
import dev.estimator.internal.unit.Kind;
import dev.estimator.quantity.Amount;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.Simulation;
import dev.estimator.quantity.Summary;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A quantity, its simulation if it is uncertain, and the band that it must keep to.
 *
 * @param band where it must be
 * @param confidence how likely, if it is uncertain
 * @param verdict whether it is there
 * @param probability how likely it is
 * @param summary its percentiles
 * @param problem why neither was found
 */
record Evaluation<Q extends Quantity<Q>>(
        Band<Q> band,
        Share confidence,
        Verdict verdict,
        Optional<Probability> probability,
        Optional<Summary<Q>> summary,
        Optional<String> problem) {
    /** The number of draws for a check that the usual number leaves undecided. */
    static final int MANY_DRAWS = 1 << 20;

    /** How far a distance between rounded numbers may be off. */
    private static final double NEAR = 0.005;

    static <Q extends Quantity<Q>> Evaluation<Q> of(Band<Q> band, Share confidence) {
        if (!band.quantity().isUncertain()) {
            Verdict verdict = band.isKept() ? Verdict.HOLDS : Verdict.FAILS;
            return new Evaluation<>(band, confidence, verdict, Optional.empty(), Optional.empty(), Optional.empty());
        }
        try {
            var usual = Simulation.of(band.quantity());
            Evaluation<Q> found = of(band, confidence, usual);
            if (found.verdict != Verdict.UNDECIDED) {
                return found;
            }
            Share each = found.confidenceOfEach();
            boolean isOwnPercentile = band.limits().stream().allMatch(limit -> limit.holdsWith(each) == Verdict.HOLDS);
            return isOwnPercentile
                    ? new Evaluation<>(band, confidence, Verdict.HOLDS, found.probability, found.summary, found.problem)
                    : of(band, confidence, usual.withSamples(MANY_DRAWS));
        } catch (ArithmeticException e) {
            String problem = Wording.notFound(e);
            return new Evaluation<>(
                    band, confidence, Verdict.UNDECIDED, Optional.empty(), Optional.empty(), Optional.of(problem));
        }
    }

    private static <Q extends Quantity<Q>> Evaluation<Q> of(Band<Q> band, Share confidence, Simulation simulation) {
        Probability probability = band.probability(simulation);
        Summary<Q> summary = simulation.summary(band.quantity());
        return new Evaluation<>(
                band,
                confidence,
                probability.isAtLeast(confidence),
                Optional.of(probability),
                Optional.of(summary),
                Optional.empty());
    }

    /** The confidence for each side: if each fails with half of the allowed probability, both hold together. */
    Share confidenceOfEach() {
        return Share.of(band.isTwoSided() ? (1 + confidence.value()) / 2 : confidence.value());
    }

    boolean isUncertain() {
        return band.quantity().isUncertain();
    }

    /**
     * The value that has to keep to the limit: for an uncertain quantity, the percentile at the confidence. Null if an
     * uncertain quantity is limited from both sides, as no single percentile decides then.
     */
    @Nullable Q decisive() {
        if (!isUncertain()) {
            return band.quantity();
        }
        return band.isTwoSided()
                ? null
                : summary.map(s -> s.percentile(percent())).orElse(null);
    }

    /** The percentile that decides. */
    double percent() {
        return 100 * (band.high() != null ? confidence : confidence.complement()).value();
    }

    /** The bound that the decisive value violates; null if it violates none, or if there is no decisive value. */
    @Nullable Q missedBound() {
        Q decisive = decisive();
        if (decisive == null) {
            return null;
        }
        if (band.high() != null && decisive.compareTo(band.high().bound()) > 0) {
            return band.high().bound();
        }
        return band.low() != null && decisive.compareTo(band.low().bound()) < 0
                ? band.low().bound()
                : null;
    }

    /** The factor by which the quantity can grow. */
    Optional<Ratio> room() {
        Q decisive = decisive();
        if (!(decisive instanceof Amount<?>) || decisive.isBeyond()) {
            return Optional.empty();
        }
        double room = Inside.value(band.bound()) / Inside.value(decisive);
        return room < Double.POSITIVE_INFINITY ? Optional.of(Ratio.of(room)) : Optional.empty();
    }

    /**
     * The fewest digits that tell the value found from the limit; if that is missed as many as a derivation has at
     * least, and so many that the distance is nearly what the reader gets who subtracts the two.
     */
    Digits digits() {
        Q decisive = decisive();
        Q missed = missedBound();
        if (decisive == null || decisive.isBeyond() || missed == null || verdict != Verdict.FAILS) {
            Q compared = decisive == null || missed == null || verdict != Verdict.FAILS ? band.quantity() : decisive;
            return band.digits(Inside.value(compared));
        }
        Digits digits = band.digits(Inside.value(decisive));
        if (Inside.isReversed(decisive)) {
            return digits; // of availabilities no difference is said
        }
        digits = digits.or(Digits.MORE);
        while (!digits.areAll() && !isTold(digits, Inside.value(decisive), missed)) {
            digits = digits.next();
        }
        return digits;
    }

    private boolean isTold(Digits digits, double value, Q missed) {
        double bound = Inside.value(missed);
        double printed = band.printed(digits, value) - band.printedBound(digits, missed);
        double off = printed - (value - bound);
        return Double.isNaN(printed) || Double.isInfinite(printed) || Math.abs(off) <= NEAR * Math.abs(value - bound);
    }

    /** The quantity with its range. */
    String found(Digits digits) {
        return found(band.shownKind(), digits, digits::range);
    }

    /** As {@link #found(Digits)} behind its name: '32' and not '32 GPUs' behind 'GPUs are'. */
    String foundBehind(String name, Digits digits) {
        Kind kind = band.shownKind();
        boolean isSaid = kind.dimension() == Dimension.COUNT && name.equals(kind.noun());
        return found(isSaid ? kind.ofThings(null).in(kind.writtenIn()) : kind, digits, digits::range);
    }

    /** As {@link #found(Digits)}, beside the percentile that decides. */
    String foundBeside(Digits digits) {
        return found(band.shownKind(), digits, digits::closeRange);
    }

    private String found(Kind kind, Digits digits, Beyond.RangeText range) {
        Q quantity = band.quantity();
        double value = Inside.value(quantity);
        return summary.map(s -> Wording.range(kind, quantity, s, range)).orElseGet(() -> digits.text(kind, value));
    }

    /** '20 TB with 95% confidence'. */
    String expected(Digits digits) {
        return band.bounds(digits) + (isUncertain() ? " with " + confidence + " confidence" : "");
    }
}
