package dev.estimator.check;

import dev.estimator.analysis.Growth;
import dev.estimator.analysis.Runway;
import dev.estimator.analysis.Verdict;
import dev.estimator.internal.text.Nouns;
import dev.estimator.internal.text.QuantityWriter;
import dev.estimator.internal.unit.Dimension;
import dev.estimator.internal.unit.Kind;
import dev.estimator.quantity.Amount;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Ratio;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns an evaluation into the text that people read. */
final class Outcome<Q extends Quantity<Q>> {
    private final Evaluation<Q> evaluation;
    private final Digits digits;
    private Optional<Runway> runway = Optional.empty();
    /** How long the quantity fits, or why it always does. */
    private Optional<String> runwayText = Optional.empty();

    Outcome(Evaluation<Q> evaluation, Optional<Growth> growth) {
        this.evaluation = evaluation;
        this.digits = evaluation.digits();
        growth.ifPresent(this::grow);
    }

    Checked<Q> checked() {
        Band<Q> band = evaluation.band();
        boolean isHeld = evaluation.verdict() == Verdict.HOLDS;
        return new Checked<>(
                band.quantity(),
                band.limits(),
                band.relation() + " " + evaluation.expected(digits),
                evaluation.verdict(),
                evaluation.probability(),
                evaluation.room(),
                runway,
                isHeld ? line() : new Failure<>(evaluation, digits, runwayText).text());
    }

    private void grow(Growth growth) {
        try {
            runway = Optional.of(runway(
                    growth, evaluation.band().quantity(), evaluation.band().bound()));
            runwayText = runway.map(Runway::toString);
        } catch (ArithmeticException e) {
            runwayText = Optional.of(String.valueOf(e.getMessage()));
        }
    }

    @SuppressWarnings("unchecked") // only amounts grow, and quantity and limit have one type
    private static <A extends Amount<A>> Runway runway(Growth growth, Quantity<?> now, Quantity<?> limit) {
        return growth.fits((A) now, (A) limit);
    }

    /** 'disk is 18 TB, at most 20 TB: holds; room for ×1.11'. */
    private String line() {
        List<String> parts = new ArrayList<>();
        parts.add(evaluation
                .probability()
                .map(p -> "holds in " + cases(p.toString()))
                .orElse("holds"));
        evaluation.room().map(this::roomText).ifPresent(parts::add);
        runwayText.ifPresent(parts::add);
        Band<Q> band = evaluation.band();
        String name = Wording.name(band.quantity());
        boolean isMany = band.shownKind().dimension() == Dimension.COUNT && Nouns.isMany(name);
        return name + (isMany ? " are " : " is ")
                + evaluation.foundBehind(name, digits)
                + ", " + band.relation() + " " + evaluation.expected(digits) + ": " + String.join("; ", parts);
    }

    /** '95.7% of cases' of a probability. */
    private static String cases(String probability) {
        String share = probability.replace(", exact", "");
        return share.equals("100%") ? "every case" : share + " of cases";
    }

    private String roomText(Ratio room) {
        return (evaluation.band().high() != null ? "room for " : "down to ")
                + QuantityWriter.summary(Kind.RATIO, room.value());
    }
}
